# SPDX-License-Identifier: GPL-3.0-or-later
# awk -f compare.awk OURS PEER: holds the numbers of a peer against resultater.csv or sammenfatning.csv:
# value and limits of the rows that both have. Prints how many agree to 1e-9 of their size (of one,
# where they are smaller), and each of the first ten that do not; ends with 1 where one does not, or
# nothing could be compared.
BEGIN { FS = ","; names = "value lower upper"; split(names, name, " ") }
FNR == 1 {
    delete column
    for (i = 1; i <= NF; i++) column[$i] = i
    next
}
{
    statistic = $column["statistic"]
    key = $column["indicator"] "," $column["area"] "," $column["period"] "," statistic
}
FILENAME == ARGV[1] {
    # A level is of the area itself, a gap of the rest: the rows that a peer knows.
    if (statistic ~ /^(gap|mann_kendall)/ && $column["comparator"] != "rest") next
    ours[key] = $column["value"] "," $column["lower"] "," $column["upper"]
    next
}
key in ours {
    split(ours[key], our, ",")
    rows++
    for (i = 1; i <= 3; i++) {
        peer = $column[name[i]]
        if (our[i] == "" || peer == "") continue
        size = our[i] < 0 ? -our[i] : our[i] + 0
        difference = our[i] - peer
        if (difference < 0) difference = -difference
        if (size > 1) difference /= size
        numbers++
        if (difference > worst) worst = difference
        if (difference > 1e-9 && ++wrong <= 10)
            print "    " key " " name[i] ": " our[i] ", the peer " peer
    }
}
END {
    printf "%d rows compared, %d numbers, %d differ, the largest difference %.1e\n", rows, numbers,
        wrong, worst
    exit wrong > 0 || numbers == 0
}
