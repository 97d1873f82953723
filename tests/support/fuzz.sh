#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# fuzz.sh SECONDS: builds each target of tests/fuzz with clang's libFuzzer, AddressSanitizer and
# UndefinedBehaviorSanitizer into build/fuzz, and lets each run for that long on a copy of its
# corpus; for 0 seconds the corpus alone is tried, which comes out the same each time. Ends with 1
# where one finds something; the input that did it is kept in build/fuzz.
set -eu

seconds=${1:-60}
limit=-max_total_time=$seconds
[ "$seconds" -gt 0 ] || limit=-runs=0
build=build/fuzz
sanitize=address,undefined
flags="-O1 -g -ffp-contract=off -fno-omit-frame-pointer -fno-sanitize-recover=all"

make -s VARIANT=fuzz CC=clang CFLAGS="$flags -fsanitize=fuzzer-no-link,$sanitize" \
    "$build/libpejling.a"

# files that are written over and over need no disk
[ ! -d /dev/shm ] || export TMPDIR=/dev/shm

failed=0
for source in tests/fuzz/fuzz_*.c; do
    name=$(basename "$source" .c)
    # shellcheck disable=SC2086,SC2046 # one word a flag
    clang -std=c11 -Wall -Wextra -Iinclude -D_POSIX_C_SOURCE=200809L $flags \
        -fsanitize="fuzzer,$sanitize" "$source" "$build/libpejling.a" \
        $(pkg-config --libs gsl jansson libcrypto minizip zlib expat xlsxwriter) -lglpk -lcsv -lm -o "$build/$name"
    rm -rf "$build/corpus/$name"
    mkdir -p "$build/corpus"
    cp -R "tests/fuzz/corpus/$name" "$build/corpus/$name"
    status=0
    "$build/$name" "$limit" -max_len=2000 -timeout=25 -print_final_stats=1 \
        -artifact_prefix="$build/$name-" "$build/corpus/$name" >"$build/$name.log" 2>&1 || status=$?
    if [ "$status" -eq 0 ]; then
        echo "$name: $(sed -n 's/^stat::number_of_executed_units: *//p' "$build/$name.log") inputs, nothing found"
    else
        echo "FAILED $name (status $status)"
        tail -n 60 "$build/$name.log" | sed 's/^/    /'
        failed=1
    fi
done
exit "$failed"
