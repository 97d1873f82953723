#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# faults.sh BUILD [MOST]: lets each call that can fail fail in turn while an edition is made over an
# earlier one, and looks at what is left: a whole new edition, or the old one byte for byte, and an
# exit status that says which. MOST (default 1000) calls of each kind are tried, spread evenly.
# Ends with `N passed, N failed`.
set -u
build=$1
most=${2:-1000}
repository=$(pwd)
program=$repository/$build/pejling
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

"${CC:-cc}" -std=c11 -Wall -Wextra -O1 -g -fPIC -shared tests/support/fail_call.c \
    -o "$work/fail_call.so" -ldl || exit 1
cp -R tests/scenarios/02-shared-edition/in/plan "$work/plan"
cp -R "$work/plan" "$work/earlier"
sed -i 's/^udgave;.*/udgave;tidligere/' "$work/earlier/plan.csv"
cd "$work" || exit 1
PEJLING_GNUPLOT=/bin/false
PEJLING_PLOTS=$repository/plots
export PEJLING_GNUPLOT PEJLING_PLOTS

# Draws nothing, so 5: what else could differ is not of the calls that fail.
"$program" run earlier -o old >/dev/null 2>&1
[ $? -eq 5 ] || { echo 'faults: the earlier edition cannot be made'; exit 1; }
cp -R old target
FAIL_COUNT=$work/counts LD_PRELOAD=$work/fail_call.so "$program" run plan -o target >/dev/null 2>&1
[ -s counts ] || { echo 'faults: calls are not counted'; exit 1; }
rm -rf target

# A file for each line of the manifest's outputs, with its checksum.
is_whole_new() {
    grep -q '"udgave": "2025"' target/manifest.json 2>/dev/null || return 1
    sed -n '/"outputs"/,/"missing"/p' target/manifest.json |
        sed -n 's/^ *"name": "\(.*\)",*$/\1/p; s/^ *"sha256": "\(.*\)",*$/\1/p' |
        while read -r name && read -r sum; do
            case $sum in *.*) echo "order $sum"; break ;; esac
            printf '%s  target/%s\n' "$sum" "$name"
        done >sums
    [ -s sums ] && sha256sum --quiet -c sums >/dev/null 2>&1
}

judge() { # judge WHAT STATUS
    case $2 in
    0 | 1 | 5) is_whole_new && return ;;
    2 | 3 | 4 | 6) diff -r old target >/dev/null 2>&1 && return ;;
    137) { is_whole_new || diff -r old target >/dev/null 2>&1; } && return ;;
    esac
    echo "FAIL $1: status $2"
    false
}

try() { # try FAIL_CALL
    [ -d target ] || cp -R old target
    if [ "$(sed -n 's/.*"udgave": "\(.*\)",/\1/p' target/manifest.json)" != tidligere ]; then
        rm -rf target
        cp -R old target
    fi
    FAIL_CALL=$1 LD_PRELOAD=$work/fail_call.so "$program" run plan -o target >out 2>&1
    if judge "$1" $?; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
}

each() { # each NAME COUNT SUFFIX
    step=$(($2 / most + 1))
    at=1
    while [ "$at" -le "$2" ]; do
        try "$1:$at$3"
        at=$((at + step))
    done
}

while read -r name count; do
    case $name in
    space)
        for part in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
            try "space:$((count * part / 21))"
        done
        ;;
    kill) each kill "$count" '' ;;
    *)
        each "$name" "$count" ''
        each "$name" "$count" +
        ;;
    esac
done <counts

# And after all of that the next run is as any other.
try none:0
[ -z "$(find . -name '.target.*')" ] || { echo 'FAIL something is left behind'; failed=$((failed + 1)); }
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
