#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# coverage.sh BUILD: after the tests of a build with --coverage, the lines and branches that they took, layer by
# layer. Fails where the whole has under 95 % of its lines or 90 % of its branches, or where the numerics, the readers
# or the disclosure control have a branch that no test takes and no marker at its line excuses:
#     if (!memory) /* GCOVR_EXCL_BR_LINE: out of memory */
set -u
build=$1
trace=$build/coverage.json
status=0

# part NAME LINES BRANCHES FILTER...: one line on these files; below it, where they have fewer than LINES % of
# their lines or BRANCHES % of their branches, the files and lines that lack some.
part() {
    name=$1 lines=$2 branches=$3
    shift 3
    filters=
    for filter in "$@"; do filters="$filters --filter $filter"; done
    # shellcheck disable=SC2086 # one word a filter
    gcovr --root . --add-tracefile "$trace" $filters --branches --sort-uncovered --print-summary \
        --fail-under-line "$lines" --fail-under-branch "$branches" >"$build/coverage.part" 2>&1
    failed=$?
    printf '%-28s' "$name"
    sed -n 's/^\(lines\|branches\): /\1 /p' "$build/coverage.part" | paste -s -d, - | sed 's/,/, /'
    [ "$failed" -eq 0 ] && return
    status=1
    echo "    should be $lines % and $branches %; files with branches, how many taken, lines that lack some:"
    sed -n '/^src/s/^/    /p' "$build/coverage.part" | grep -v ' 100% *$'
}

gcovr --root . --filter src/ --object-directory "$build" --json "$trace" "$build/src" || exit 1

for layer in src/*/; do
    layer=${layer#src/}
    layer=${layer%/}
    case $layer in
    stats | input | disclosure) part "$layer" 95 100 "src/$layer/" ;;
    *) part "$layer" 0 0 "src/$layer/" ;;
    esac
done
part 'base: number, period, text' 95 100 src/base/number.c src/base/period.c src/base/text.c
part 'the whole' 95 90 src/
gcovr --root . --add-tracefile "$trace" --branches --txt "$build/coverage.txt"

# The reason stands behind the marker, or before one that begins a part.
reasoned='GCOVR_EXCL_BR_(LINE|START): [^ *]|[^ *]: GCOVR_EXCL_START|GCOVR_EXCL_(BR_)?STOP'
if grep -rn 'GCOVR_EXCL' src include | grep -Ev "$reasoned"; then
    echo 'a marker without its reason'
    status=1
fi
[ "$status" -eq 0 ] && echo 'coverage: nothing to mend'
exit "$status"
