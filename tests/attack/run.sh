#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh BUILD [PLANS [COMPLETE]]: attacks the shared edition of random plans, from the top folder of
# the project, with the program of BUILD. PLANS are run without figures, COMPLETE ones with them.
# Then the same with each rule of tests/attack/mutants switched off: there the attack must succeed.
# Ends with the line `N passed, N failed, N skipped`; a test is a plan, a twin, a search for canaries
# or a mutant. FIRST=SEED begins with another seed, to repeat a failure; MUTANTS=0 leaves them out.
set -eu

build=${1:-build/release}
plans=${2:-300}
complete=${3:-5}
first=${FIRST:-1}
batch=20
workers=2
mutant_plans=240
seconds=60 # that a plan may take
here=tests/attack
PEJLING_PLOTS=$(pwd)/plots
export PEJLING_PLOTS
work=$(mktemp -d)
pejling=$work/pejling # a copy, as of the library and the sources: building goes on meanwhile
trap 'rm -rf "$work"' EXIT
TMPDIR=$work
export TMPDIR

compile() { # compile NAME SOURCE... -- LIBRARY...
    name=$1
    shift
    ${CC:-cc} -std=c11 -D_POSIX_C_SOURCE=200809L -O2 -g -Wall -Wextra -Wconversion -o "$work/$name" "$@"
}

# --- one case -------------------------------------------------------------------------------------

# Publishes an edition; its status is 0, or 4 where it cannot be protected, or 1 for anything else.
# Status 5 of the program says that no figures were drawn.
publish() { # publish PLAN OUT
    status=0
    timeout "$seconds" "$program" run "$1" -o "$2" >"$2.log" 2>&1 || status=$?
    case $status in
    0 | 5) return 0 ;;
    4) return 4 ;;
    124) echo "    it takes more than $seconds seconds" ;;
    esac
    head -3 "$2.log" | sed "s/^/    status $status: /"
    return 1
}

publish_case() { # publish_case CASE
    outcome=0
    if [ -d "$1/earlier" ]; then
        publish "$1/earlier" "$1/earlier_out" || outcome=$?
    fi
    [ "$outcome" -ne 0 ] || publish "$1/plan" "$1/out" || outcome=$?
    case $outcome in
    0) return 0 ;;
    4) echo "unprotected ${1##*/}" ;;
    *) echo "FAIL $1 status" ;;
    esac
    return 1
}

# Which places are released, and how, without the figures.
pattern() {
    awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) if ($i ~ /^(indicator|area|period|period_to|group|release|reason)$/) c[++n] = i }
        { for (i = 1; i <= n; i++) printf "%s,", $c[i]; print "" }' "$1/frigivet.csv"
}

# A plan that differs only in hidden counts must give the same edition, byte for byte, wherever the
# same places are hidden. First with all counts moved that can be; then with one.
try_twin() { # try_twin CASE
    mv "$1/plan" "$1/first_plan"
    mv "$1/out" "$1/first_out"
    for from in 0 11 101 1009; do
        rm -rf "$1/plan" "$1/out"
        ln -s first_plan "$1/plan"
        ln -s first_out "$1/out"
        cp -R "$1/first_plan" "$1/twin"
        moved=$("$work/attack" --twin "$1" "$1/twin" "$from")
        rm "$1/plan" "$1/out"
        mv "$1/twin" "$1/plan"
        [ "$moved" -gt 0 ] || break
        publish "$1/plan" "$1/out" || continue
        [ "$(pattern "$1/out")" = "$(pattern "$1/first_out")" ] || continue
        if diff -rq "$1/out" "$1/first_out" >"$1/difference"; then
            echo "twin same"
        else
            echo "FAIL $1 twin"
            cat "$1/difference"
        fi
        return
    done
    echo "twin none"
}

# --- many cases -----------------------------------------------------------------------------------

attack_batch() { # attack_batch FIRST COUNT FOLDER
    mkdir "$3"
    "$work/make_plan" "$1" "$2" "$3"
    for case in "$3"/*; do
        publish_case "$case" || rm -rf "$case"
    done
    set -- "$3"/*
    [ -d "$1" ] || return 0
    "$work/attack" -v "$@" || true
    for case in "$@"; do
        case $case in
        *0) try_twin "$case" ;;
        esac
    done
}

work_off() { # work_off WORKER FIRST COUNT
    at=$(($2 + $1 * batch))
    while [ "$at" -lt $(($2 + $3)) ]; do
        count=$(($2 + $3 - at))
        [ "$count" -le "$batch" ] || count=$batch
        attack_batch "$at" "$count" "$work/cases$1"
        rm -rf "$work/cases$1"
        at=$((at + workers * batch))
    done
}

# The lines of all workers in one file.
attack_plans() { # attack_plans FIRST COUNT RESULT
    work_off 0 "$1" "$2" >"$3.0" 2>&1 &
    work_off 1 "$1" "$2" >"$3.1" 2>&1 &
    wait
    cat "$3.0" "$3.1" >"$3"
}

# --- complete editions: figures too, and a search for what hidden figures would look like ---------

attack_complete() { # attack_complete SEED
    folder=$work/complete
    mkdir "$folder"
    "$work/make_plan" "$1" 1 "$folder"
    if publish_case "$folder/$1"; then
        "$work/attack" -v "$folder/$1" || true
        "$work/attack" --strings "$folder/$1" | sort -u >"$work/strings"
        sh "$here/unpack.sh" "$folder/$1/out" >"$work/bytes"
        if grep -aqF -f "$work/strings" "$work/bytes"; then
            echo "FAIL $1 canary: $(grep -aoF -f "$work/strings" "$work/bytes" | sort -u | head -3 | tr '\n' ' ')"
        else
            echo "canary none of $(wc -l <"$work/strings")"
        fi
        try_twin "$folder/$1"
    fi
    rm -rf "$folder"
}

# The search finds what is packed in a zip file and in a PDF.
try_unpacking() {
    mkdir "$work/packed"
    yes 'hidden 0.409416' | head -100 >"$work/number.txt" # long enough to be packed
    if ! command -v zip >/dev/null || ! command -v unzip >/dev/null ||
        ! command -v pdftotext >/dev/null || ! command -v qpdf >/dev/null; then
        echo 'skip unpacking: zip, unzip, pdftotext or qpdf is not installed'
        return
    fi
    for kind in zip pdf; do
        rm -f "$work/packed"/*
        case $kind in
        zip) (cd "$work" && zip -q packed/number.xlsx number.txt) ;;
        pdf) gnuplot -e "set terminal pdfcairo; set output '$work/packed/number.pdf'; \
            set title 'hidden 0.409416'; plot x" ;;
        esac
        if grep -aqF 0.409416 "$work/packed"/*; then
            echo "FAIL unpacking $kind: it is not packed"
        elif sh "$here/unpack.sh" "$work/packed" | grep -aqF 0.409416; then
            echo "pass unpacking $kind"
        else
            echo "FAIL unpacking $kind"
        fi
    done
}

# --- the attacker's own proof ---------------------------------------------------------------------

# Its search and glpsol must agree. A search of no steps leaves everything to glpsol.
try_glpsol() {
    if ! command -v glpsol >/dev/null; then
        echo 'skip glpsol: not installed'
        return
    fi
    mkdir "$work/glpsol"
    "$work/make_plan" 101 2 "$work/glpsol"
    for case in "$work"/glpsol/*; do
        publish_case "$case" >/dev/null || continue
        searched=$("$work/attack" -v "$case" | grep -v glpsol_runs) || true
        solved=$(ATTACK_STEPS=0 "$work/attack" -v "$case" | grep -v glpsol_runs) || true
        if [ "$searched" = "$solved" ]; then
            echo "pass glpsol ${case##*/}"
        else
            echo "FAIL glpsol ${case##*/}: search and glpsol disagree"
        fi
    done
}

# A mutant is a sed script; its first line names the sources that it changes. The changed files are
# linked before the library, so that nothing else is built anew.
build_mutant() { # build_mutant SCRIPT
    rm -rf "$work/mutant_src"
    mkdir "$work/mutant_src"
    # shellcheck disable=SC2013 # words are meant
    for source in $(sed -n '1s/^# *//p' "$1"); do
        changed=$work/mutant_src/$(basename "$source")
        sed -f "$1" "$work/$source" >"$changed"
        if cmp -s "$work/$source" "$changed"; then
            echo "it changes nothing in $source"
            return 1
        fi
    done
    # shellcheck disable=SC2046 # pkg-config names several libraries
    ${CC:-cc} -std=c11 -D_POSIX_C_SOURCE=200809L -DPEJLING_VERSION='"mutant"' -O1 -w -I"$work/include" \
        "$work/main.o" "$work"/mutant_src/*.c "$work/libpejling.a" \
        $(pkg-config --libs gsl jansson libcrypto minizip expat xlsxwriter) -lglpk -lcsv -lm -o "$work/mutant" 2>&1
}

# Only faults that the attacker finds count, not plans that take too long or stop the program.
failures() { # failures RESULT
    sed -n 's/^FAIL [^ ]*\/\([0-9]*\) [a-z]*=.*/\1/p' "$1" | sort
}

# Few plans tell some rules; a line `# from SEED` in the script says where to look for them.
try_mutant() { # try_mutant SCRIPT
    name=$(basename "$1" .sed)
    from=$(sed -n 's/^# from //p' "$1")
    if ! build_mutant "$1" >"$work/mutant.log"; then
        echo "FAIL mutant $name: $(head -1 "$work/mutant.log")"
        return
    fi
    if [ -n "$from" ]; then
        attack_plans "$from" $((workers * batch)) "$work/sound"
        failures "$work/sound" >>"$work/sound_failures"
        sort -o "$work/sound_failures" "$work/sound_failures"
    fi
    program=$work/mutant
    at=${from:-1} found=0
    while [ "$at" -le "${from:-$mutant_plans}" ] && [ "$found" -eq 0 ]; do
        attack_plans "$at" $((workers * batch)) "$work/mutant_result"
        failures "$work/mutant_result" >"$work/mutant_failures"
        found=$(comm -23 "$work/mutant_failures" "$work/sound_failures" | wc -l)
        at=$((at + workers * batch))
    done
    program=$pejling
    if [ "$found" -gt 0 ]; then
        echo "pass mutant $name: found $found times in the plans up to $((at - 1))"
    else
        echo "FAIL mutant $name: the attack finds nothing in the plans up to $((at - 1))"
    fi
}

try_mutants() {
    attack_plans 1 "$mutant_plans" "$work/sound"
    failures "$work/sound" >"$work/sound_failures"
    for script in "$here"/mutants/*.sed; do
        [ ! -f "$script" ] || try_mutant "$script"
    done
}

# --- the whole ------------------------------------------------------------------------------------

cp "$build/pejling" "$pejling"
cp "$build/src/program/main.o" "$build/libpejling.a" "$work"
cp -R src include "$work"
compile make_plan "$here/make_plan.c"
compile attack "$here/sheet.c" "$here/plan.c" "$here/edition.c" "$here/leaks.c" "$here/system.c" \
    "$here/solve.c" "$here/judge.c" "$here/means.c" "$here/twin.c" "$here/attack.c" -ljansson -lm

program=$pejling
result=$work/result
(
    PEJLING_GNUPLOT=/nonexistent
    export PEJLING_GNUPLOT
    attack_plans "$first" "$plans" "$result"
    try_glpsol >>"$result"
    [ "${MUTANTS:-1}" -eq 0 ] || try_mutants >>"$result"
)
seed=0
while [ "$seed" -lt "$complete" ]; do
    attack_complete $((first + seed)) >>"$result" 2>&1
    seed=$((seed + 1))
done
try_unpacking >>"$result"

grep -E '^ |^FAIL|^skip|differ|^pass mutant|^Only in' "$result" || true
awk '$1 == "sum" { sum[$2] += $3 }
    $1 == "unprotected" { unprotected++ }
    $1 == "twin" && $2 == "same" { twins++ }
    $1 == "twin" && $2 == "none" { none++ }
    $1 == "canary" { canaries += $4 }
    function hidden(role) {
        all = sum[role "_places"]
        if (all) printf "%s: %d places, hidden %.1f %% for their own sake, %.1f %% for another\n", role,
            all, 100 * sum[role "_primary"] / all, 100 * sum[role "_secondary"] / all
    }
    END {
        hidden("section"); hidden("area"); hidden("total"); hidden("rest"); hidden("twin")
        printf "hidden figures judged %d, known zeros %d, glpsol runs %d, undecided %d\n",
            sum["judged"], sum["known_zeros"], sum["glpsol_runs"], sum["undecided"]
        printf "figures of an earlier edition that follow from revisions: %d\n", sum["afterwards"]
        printf "twins the same %d, none to compare %d; canaries sought %d\n", twins, none, canaries
        printf "plans that cannot be protected: %d\n", unprotected
    }' "$result"
passed=$(grep -cE '^pass|^twin same|^canary' "$result" || true)
failed=$(grep -c '^FAIL' "$result" || true)
skipped=$(grep -cE '^skip|^unprotected|^twin none' "$result" || true)
unprotected=$(grep -c '^unprotected' "$result" || true)
if [ $((50 * unprotected)) -gt "$plans" ]; then
    echo 'FAILED: more than one plan in fifty cannot be protected'
    failed=$((failed + 1))
fi
[ "$failed" -eq 0 ] || echo "to repeat a plan: FIRST=SEED MUTANTS=0 sh $here/run.sh $build 1 0"
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
