#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# kernels.sh BUILD [RECORD]: the instructions that one call of each statistic takes, counted by
# callgrind, beside those written down in kernels.txt; with RECORD=1 they are written down instead.
# An instruction is one on any machine, so a kernel that takes a tenth more has become slower; other
# versions of the compiler and of GSL move them by a few per cent.
set -u
build=$1
record=${2:-}
written=tests/bench/kernels.txt
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
command -v valgrind >/dev/null 2>&1 || { echo 'valgrind is not installed: no instruction counts'; exit 0; }

"$build/kernels" | while read -r name function calls; do
    valgrind --tool=callgrind --toggle-collect="$function" --callgrind-out-file=/dev/null \
        "$build/kernels" "$name" >/dev/null 2>"$work/log" || { cat "$work/log" >&2; exit 1; }
    sed -n 's/.*Collected : \([0-9]*\)$/\1/p' "$work/log" |
        awk -v name="$name" -v calls="$calls" '{ printf "%s %.0f\n", name, $1 / calls }'
done >"$work/now"

if [ -n "$record" ]; then
    cp "$work/now" $written
    exit
fi
awk '
    FILENAME == ARGV[1] { before[$1] = $2; next }
    !($1 in before) { printf "  %-14s %9d instructions a call\n", $1, $2; next }
    {
        ratio = $2 / before[$1]
        printf "  %-14s %9d instructions a call, %.2f of %d%s\n", $1, $2, ratio, before[$1],
            (ratio > 1.1 ? "  SLOWER" : "")
    }' $written "$work/now"
