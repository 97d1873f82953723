#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# faults.sh BUILD [MOST]: lets each call that can fail fail in turn while an edition is made over an
# earlier one, and looks at what is left: a whole new edition, or the old one byte for byte, and an
# exit status that says which. MOST (default 1000) calls of each kind are tried, spread evenly: each
# open, write, fsync, close, rename, spawn and so on fails once, and then for ever; each allocation
# too; the disk is full at twenty sizes; SIGKILL comes at every call that is about files, and at MOST
# moments of all (of both kinds there are far more than the two hundred one would ask for); SIGINT and
# SIGTERM come at a fifth of that.
# Then the same at a tenth of the places for an internal edition with its copy of the input and a PDF
# that cannot be made, and on a drive that cannot exchange two folders; on drives that are really full,
# where one may make them; and with figures drawn, signals at moments of the clock.
# Ends with `N passed, N failed`.
set -u
build=$1
most=${2:-1000}
repository=$(pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

"${CC:-cc}" -std=c11 -Wall -Wextra -O1 -g -fPIC -shared tests/support/fail_call.c \
    -o "$work/fail_call.so" -ldl || exit 1
cp "$build/pejling" "$work/pejling"
program=$work/pejling
cp -R tests/scenarios/02-shared-edition/in/plan "$work/plan"
cp -R "$work/plan" "$work/earlier"
sed -i 's/^udgave;.*/udgave;tidligere/' "$work/earlier/plan.csv"
cd "$work" || exit 1
# Draws nothing, so 5: what else could differ is not of the calls that fail.
PEJLING_GNUPLOT=/bin/false
PEJLING_CHROMIUM=/bin/false
PEJLING_PLOTS=$repository/plots
export PEJLING_GNUPLOT PEJLING_CHROMIUM PEJLING_PLOTS
drawing=/usr/bin/gnuplot

"$program" run earlier -o old >/dev/null 2>&1
[ $? -eq 5 ] || { echo 'faults: the earlier edition cannot be made'; exit 1; }

# Every file with the checksum it should have, no other file, and the rights of its kind.
is_whole_new() {
    grep -q '^ "udgave": "2025"' target/manifest.json 2>/dev/null &&
        (cd target && sha256sum --quiet --strict -c udgave.sha256 >/dev/null 2>&1) &&
        [ "$(find target -type f | wc -l)" -eq $(($(wc -l <target/udgave.sha256) + 1)) ] &&
        [ "$(stat -c %a target)" = "$rights" ]
}

is_old() { diff -r old target >/dev/null 2>&1; }

# Stopped between the two steps of a drive that cannot exchange: the next run brings it back.
is_aside() { [ ! -e target ] && diff -r old .target.ny.gl >/dev/null 2>&1; }

judge() { # judge WHAT STATUS
    case $2 in
    0 | 1 | 5) is_whole_new && return ;;
    2 | 3 | 4 | 6) is_old && return ;;
    130) case $1 in int:*) is_whole_new || is_old && return ;; esac ;;
    143) case $1 in term:*) is_whole_new || is_old && return ;; esac ;;
    137)
        case $1 in
        kill*) is_whole_new || is_old && return ;;
        esac
        case ${FAIL_EXCHANGE:-}$1 in 1kill*) is_aside && return ;; esac
        ;;
    esac
    echo "FAIL $options $1: status $2"
    false
}

count() { # count WHAT STATUS
    if judge "$1" "$2"; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
}

old_in_place() {
    [ -d target ] || cp -R old target
    if [ "$(sed -n 's/^ "udgave": "\(.*\)",/\1/p' target/manifest.json)" != tidligere ]; then
        rm -rf target
        cp -R old target
    fi
}

# A shell that runs this in the background may have SIGINT ignored.
run() { # run WHAT, with the rest of the words before the program
    # shellcheck disable=SC2086 # the options are words
    env --default-signal=INT,TERM "$@" "$program" run plan -o target $options >out 2>&1
}

try() { # try FAIL_CALL
    old_in_place
    run FAIL_CALL="$1" LD_PRELOAD="$work/fail_call.so"
    count "$1" $?
}

each() { # each NAME COUNT MOST SUFFIX
    step=$(($2 / ($3 > 0 ? $3 : 1) + 1))
    at=1
    while [ "$at" -le "$2" ]; do
        try "$1:$at$4"
        at=$((at + step))
    done
}

each_kind() { # each_kind MOST
    while read -r name times; do
        case $name in
        space)
            for part in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
                try "space:$((times * part / 21))"
            done
            ;;
        int | term) each "$name" "$times" $(($1 / 5)) '' ;;
        kill*) each "$name" "$times" "$1" '' ;;
        *)
            each "$name" "$times" "$1" ''
            each "$name" "$times" "$1" +
            ;;
        esac
    done <counts
}

# And after all of that the next run is as any other.
try_all() { # try_all MOST RIGHTS OPTION...
    most_here=$1 rights=$2
    shift 2
    options=$*
    rm -rf target
    run FAIL_COUNT="$work/counts" LD_PRELOAD="$work/fail_call.so"
    [ -s counts ] || { echo 'faults: calls are not counted'; exit 1; }
    each_kind "$most_here"
    try none:0
    [ -z "$(find . -name '.target.*')" ] || {
        echo "FAIL $options: something is left behind"
        failed=$((failed + 1))
    }
}

# A drive of its own, seen by this run alone; what is on it afterwards is copied out and judged. Its
# tables, its workbook, its pages and each of its figures run out of room somewhere.
try_drive() { # try_drive SIZE GNUPLOT [ro]
    old_in_place
    mkdir -p drive
    # shellcheck disable=SC2016 # the words are those of the inner shell
    PEJLING_GNUPLOT=$2 unshare -rm sh -c '
        mount -t tmpfs -o size="$2k" drive drive && cp -Rp old drive/target || exit 77
        [ "$4" != ro ] || mount -o remount,ro drive
        "$1" run plan -o drive/target >out 2>&1
        status=$?
        find drive -name ".target.*" >left
        rm -rf target && cp -Rp drive/target target
        exit $status' drive "$program" "$@" ''
    count "a drive of $1 kB ${3:-}" $?
    [ ! -s left ] || { echo "FAIL a drive of $1 kB: something is left"; failed=$((failed + 1)); }
}

try_drives() {
    rights=755 options=
    unshare -rm mount -t tmpfs drive /mnt 2>/dev/null || {
        echo 'skipped: full drives, for none can be made here'
        return
    }
    for size in 1300 1350 1400 1500 1600 1700 1800 1900 2000 2100 2200 2300; do
        try_drive $size /bin/false
    done
    for size in 1600 2000 2400 2600 2800 3200 4000 8000; do try_drive $size "$drawing"; done
    try_drive 9000 /bin/false ro
}

# Signals while gnuplot is at work: none of it may be left, and no half file in a figure's place.
try_moments() { # try_moments MOST
    rights=755 options=
    cp "$drawing" "$work/gnuplot-of-this-test"
    PEJLING_GNUPLOT=$work/gnuplot-of-this-test
    took=$(date +%s%N)
    rm -rf target
    run
    took=$((($(date +%s%N) - took) / 1000000))
    count drawn $?
    at=1
    while [ "$at" -le "$1" ]; do
        for signal in kill int term; do
            old_in_place
            moment=$((took * at / ($1 + 1)))
            run timeout --foreground --preserve-status -s "$(echo $signal | tr '[:lower:]' '[:upper:]')" \
                "$((moment / 1000)).$(printf %03d $((moment % 1000)))"
            count "$signal: after $moment ms" $?
            [ $signal = kill ] || ! pgrep -f "^$work/gnuplot-of" >/dev/null || {
                sleep 0.5 # one that was killed just now goes when a busy machine lets it
                ! pgrep -f "^$work/gnuplot-of" >/dev/null || {
                    echo "FAIL $signal after $moment ms: gnuplot is left"
                    failed=$((failed + 1))
                }
            }
        done
        at=$((at + 1))
    done
    PEJLING_GNUPLOT=/bin/false
}

try_all "$most" 755
try_all $((most / 10)) 700 --edition intern --pdf
FAIL_EXCHANGE=1
export FAIL_EXCHANGE
try_all $((most / 10)) 755
unset FAIL_EXCHANGE
try_drives
[ ! -x "$drawing" ] || try_moments $((most / 50))

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
