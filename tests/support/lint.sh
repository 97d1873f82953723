#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# lint.sh: what the compiler does not check. Every line it prints is a fault to mend.
set -u
faults=0

fault() {
    echo "$*"
    faults=$((faults + 1))
}

# --- layers: tests/layers.txt says who may include whom -------------------------------------------
layers=$(awk '
    FILENAME == ARGV[1] {
        if ($0 ~ /^#/ || NF == 0) next
        if ($1 ~ /[.\/]/) { library[$1] = " "; for (i = 2; i <= NF; i++) library[$1] = library[$1] $i " " }
        else { known[$1] = 1; allowed[$1] = " " $1 " "; for (i = 2; i <= NF; i++) allowed[$1] = allowed[$1] $i " " }
        next
    }
    FNR == 1 {
        path = FILENAME
        sub(/^src\//, "", path); sub(/^include\/pejling\//, "", path)
        layer = path; sub(/\/.*/, "", layer)
        if (!(layer in known)) print FILENAME ": the folder is not in tests/layers.txt"
    }
    /^#include "pejling\// {
        header = $2; gsub(/"/, "", header); sub(/^pejling\//, "", header)
        of = header; sub(/\/.*/, "", of)
        if (index(allowed[layer], " " of " ") == 0 && index(allowed[layer], " " header " ") == 0)
            print FILENAME ":" FNR ": " layer " may not include " header
    }
    /^#include "/ && !/^#include "pejling\// { print FILENAME ":" FNR ": include headers by their full path" }
    /^#include </ {
        header = $2; gsub(/[<>]/, "", header)
        for (l in library)
            if ((header == l || index(header, l) == 1) && index(library[l], " " layer " ") == 0)
                print FILENAME ":" FNR ": " layer " may not use " header
    }
' tests/layers.txt src/*/*.c include/pejling/*/*.h)
[ -z "$layers" ] || fault "$layers"

# --- header, source and unit test stand one to one ------------------------------------------------
for source in src/*/*.c; do
    module=${source#src/}
    module=${module%.c}
    case $module in program/main) continue ;; esac
    [ -f "include/pejling/$module.h" ] || fault "$source: there is no include/pejling/$module.h"
    test=tests/unit/$(dirname "$module")/test_$(basename "$module").c
    [ -f "$test" ] || fault "$source: there is no $test"
done
for header in include/pejling/*/*.h; do
    module=${header#include/pejling/}
    module=${module%.h}
    case $module in present/place) continue ;; esac # a struct alone
    [ -f "src/$module.c" ] || fault "$header: there is no src/$module.c"
done
for test in tests/unit/*/test_*.c; do
    module=$(dirname "${test#tests/unit/}")/$(basename "$test" | sed 's/^test_//')
    [ -f "src/$module" ] || fault "$test: there is no src/$module"
done

# --- each header compiles alone -------------------------------------------------------------------
for header in include/pejling/*/*.h; do
    "${CC:-cc}" -std=c11 -D_POSIX_C_SOURCE=200809L -Iinclude -Wall -Wextra -fsyntax-only -x c "$header" 2>&1 |
        grep -v 'pragma once' | grep . && fault "$header does not compile alone"
done

# --- habits ---------------------------------------------------------------------------------------
forbid() { # forbid WHY PATTERN FILE...
    why=$1 pattern=$2
    shift 2
    found=$(grep -nE "$pattern" "$@" /dev/null) && fault "$found
    ^ $why"
}
# shellcheck disable=SC2046 # file names here have no blanks
{
    forbid 'memory comes from an arena' '\b(malloc|calloc|realloc|strdup|asprintf|free)\(' \
        $(find src -name '*.c' ! -path src/base/arena.c ! -path src/base/memory.c ! -path src/input/csvrecords.c)
    forbid 'numbers never depend on the locale' 'setlocale\(' src/*/*.c
    forbid 'cmocka 1.1.5 lets NaN pass there; use near.h' 'assert_float_(not_)?equal' tests/unit/*/*.c
    forbid 'gnuplot runs commands in double quotes; single quotes only' '^[^#]*"' plots/*.gp
    forbid 'no typedefs: say struct' '^typedef' src/*/*.c include/pejling/*/*.h
    forbid 'unfinished' 'TODO|FIXME|\bXXX\b' src/*/*.c include/pejling/*/*.h plots/*.gp Makefile
    forbid 'tabs only in Makefile' '	' src/*/*.c include/pejling/*/*.h tests/unit/*/*.c
}
for file in src/*/*.c include/pejling/*/*.h tests/unit/*/*.c tests/support/*.[ch] tests/support/*.sh \
    tests/fuzz/*.c tests/bench/*.c tests/bench/*.sh tests/bench/peer* plots/*.gp Makefile data/*.c src/program/pejling.1 \
    src/program/pejling.bash .ci/run; do
    [ ! -f "$file" ] || head -3 "$file" | grep -q 'SPDX-License-Identifier: GPL-3.0-or-later' ||
        fault "$file: no SPDX line"
done

# --- functions fit in the head --------------------------------------------------------------------
# A function body starts at a `{` in the first column and ends at the next `}` there.
long=$(awk '
    FNR == 1 { start = 0 }
    /^\{/ { start = FNR }
    /^\}/ && start { if (FNR - start > 60) print FILENAME ":" start ": " FNR - start " lines in one function"; start = 0 }
' src/*/*.c data/*.c tests/bench/*.c)
[ -z "$long" ] || fault "$long"

# --- form -----------------------------------------------------------------------------------------
if command -v clang-format >/dev/null 2>&1; then
    form=$(clang-format --dry-run src/*/*.c include/pejling/*/*.h tests/unit/*/*.c tests/support/*.h \
        data/*.c tests/bench/*.c 2>&1 | grep -c 'warning: code should be clang-formatted')
    [ "$form" -eq 0 ] || fault "clang-format would change $form places"
fi
if command -v shellcheck >/dev/null 2>&1; then
    shellcheck -s sh tests/support/*.sh tests/bench/*.sh || fault 'shellcheck'
    shellcheck -s bash src/program/pejling.bash || fault 'shellcheck'
fi
if command -v mandoc >/dev/null 2>&1; then
    mandoc -Tlint src/program/pejling.1 || fault 'mandoc'
fi

[ "$faults" -eq 0 ] && echo 'lint: nothing to mend'
[ "$faults" -eq 0 ]
