# A table of a plan folder with every text that people write in it exchanged for one of texts.txt,
# from line `first` on: the same for the same one, so that groups and focus areas stay together, and
# with a number behind it, so that no two names are the same. `columns` are those of free text; the
# texts of plan.csv stand behind their keys. used.txt keeps what was exchanged for what, names.txt
# the names of areas and indicators, shown.txt those that every page has.
BEGIN {
    FS = OFS = ";"
    while ((getline line < "texts.txt") > 0) texts[count++] = line
    while ((getline line < "used.txt") > 0) {
        split(line, pair, "\t=>\t")
        given[pair[1]] = pair[2]
        seen++
    }
    split(columns, list, " ")
    for (i in list) is_text[list[i]] = 1
}
function hostile(text) {
    if (!(text in given)) {
        given[text] = texts[(first + seen) % count] " " (first + ++seen)
        print text "\t=>\t" given[text] >> "used.txt"
    }
    return given[text]
}
function quoted(text) {
    gsub(/⏎/, "\n", text)
    gsub(/"/, "\"\"", text)
    return "\"" text "\""
}
function note_name(name) {
    gsub(/⏎/, "\n", name)
    print name >> "names.txt"
    if ($3 !~ /^(afdeling|tvilling|land)$/) print name >> "shown.txt"
}
{ sub(/\r$/, "") }
FNR > 1 {
    for (i = 1; i <= NF; i++)
        if ($i != "" && (i in is_text || (i == 2 && $1 in is_text))) {
            if (i == 2 && FILENAME ~ /(omraader|indikatorer)\.csv$/) note_name(hostile($i))
            $i = quoted(hostile($i))
        }
}
{ print }
