#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# run_tests.sh BUILD KIND...: runs the kinds of tests (unit, reference, corpora, scenarios) of a build, shows
# what fails, and ends with the line `N passed, N failed, N skipped`. RUNNER is put before each program (valgrind);
# SCENARIOS are the folders of those to run, all where it is not set; with BLESS=1 scenarios write their expected/
# folders instead of comparing.
set -u

build=$1
shift
passed=0 failed=0 skipped=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
repository=$(pwd)

run_units() {
    for test in "$build"/tests/unit/*/test_*; do
        case $test in *.o | *.d | *.gcno | *.gcda) continue ;; esac
        ${RUNNER:-} "$test" >"$work/output" 2>&1
        status=$?
        # cmocka: "[       OK ] name" and "[  FAILED  ] name" once a test, then a summary
        good=$(grep -c '^\[       OK \]' "$work/output")
        run=$(grep -c '^\[ RUN      \]' "$work/output")
        none=$(sed '/test(s) run\.$/,$d' "$work/output" | grep -c '^\[  SKIPPED \]') # not its list again
        [ "$run" -gt 0 ] || run=1
        bad=$((run - good - none))
        [ "$status" -eq 0 ] || [ "$bad" -gt 0 ] || bad=1
        if [ "$bad" -gt 0 ]; then
            echo "FAILED $test (status $status)"
            sed 's/^/    /' "$work/output"
        fi
        passed=$((passed + good)) failed=$((failed + bad)) skipped=$((skipped + none))
    done
}

# What counts itself; what fails is shown.
run_counted() { # run_counted NAME PROGRAM FOLDER
    ${RUNNER:-} "$2" "$3" >"$work/output" 2>&1
    status=$?
    counts=$(grep -E '^[0-9]+ passed, [0-9]+ failed, [0-9]+ skipped$' "$work/output" | tail -1)
    bad=$(echo "$counts" | cut -d' ' -f3)
    [ -n "$counts" ] || counts='0 passed, 0 failed, 0 skipped' bad=0
    [ "$status" -eq 0 ] || [ "$bad" -gt 0 ] || bad=1
    if [ "$bad" -gt 0 ]; then
        echo "FAILED $1 (status $status)"
        grep -v ' passed, ' "$work/output" | tail -n 60 | sed 's/^/    /'
    fi
    passed=$((passed + $(echo "$counts" | cut -d' ' -f1)))
    skipped=$((skipped + $(echo "$counts" | cut -d' ' -f5)))
    failed=$((failed + bad))
}

# A scenario is a folder with `cmd` (a shell script), `in/` to work on and `expected/` to compare
# with: stdout, stderr, status, and files of the working folder. What is not in expected/ is not
# compared. A `cmd` that ends with 77, where a program it needs is missing, is skipped.
run_scenario() {
    name=$(basename "$1")
    folder=$work/$name
    mkdir "$folder"
    [ ! -d "$1/in" ] || cp -R "$1/in/." "$folder/"
    (
        cd "$folder" || exit 99
        PEJLING="${RUNNER:-} $repository/$build/pejling" BUILD=$repository/$build \
            REPOSITORY=$repository PEJLING_PLOTS=$repository/plots LC_ALL=C.UTF-8 \
            sh "$repository/$1/cmd" >"$work/$name.stdout" 2>"$work/$name.stderr"
        echo $? >"$work/$name.status"
    )
    mv "$work/$name.stdout" "$folder/stdout"
    mv "$work/$name.stderr" "$folder/stderr"
    if [ "$(cat "$work/$name.status")" = 77 ]; then
        echo "skipped scenario $name: $(cat "$folder/stdout")"
        skipped=$((skipped + 1))
        return
    fi
    mv "$work/$name.status" "$folder/status"
    wrong=
    if [ ! -f "$1/expected/status" ]; then
        wrong=status
        echo "FAILED scenario $name: nothing is expected of it"
    fi
    for file in $(cd "$1/expected" && find . -type f | sort); do
        if [ -n "${BLESS:-}" ]; then
            cp "$folder/$file" "$1/expected/$file"
        elif ! cmp -s "$folder/$file" "$1/expected/$file"; then
            wrong="$wrong $file"
            echo "FAILED scenario $name: $file"
            diff -u "$1/expected/$file" "$folder/$file" 2>&1 | head -40 | sed 's/^/    /'
        fi
    done
    if [ -z "$wrong" ]; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
}

for kind in "$@"; do
    case $kind in
    unit) run_units ;;
    reference)
        run_counted 'reference cases' "$build/tests/reference/run_cases" tests/reference/cases
        ;;
    corpora)
        export PEJLING_PLOTS="$repository/plots"
        for corpus in tests/fuzz/corpus/*/; do
            name=$(basename "$corpus")
            run_counted "the corpus of $name" "$build/tests/fuzz/$name" "$corpus"
        done
        ;;
    scenarios)
        for scenario in ${SCENARIOS:-tests/scenarios/*/}; do
            run_scenario "${scenario%/}"
        done
        ;;
    esac
done

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
