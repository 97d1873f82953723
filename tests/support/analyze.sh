#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# analyze.sh: clang-tidy, cppcheck and gcc's -fanalyzer over the program; any report is a failure.
# What is no fault is said so at its line, with the reason: NOLINT, cppcheck-suppress, or an assert.
set -u
status=0
jobs=$(nproc)
# shellcheck disable=SC2089 # these quotes are for the compiler
flags='-std=c11 -D_POSIX_C_SOURCE=200809L -Iinclude -DPEJLING_VERSION="0"'

checks='-*,bugprone-*,cert-*,clang-analyzer-*,misc-*,performance-*,portability-*'
checks="$checks,readability-function-size,readability-function-cognitive-complexity"
checks="$checks,readability-inconsistent-declaration-parameter-name,readability-non-const-parameter"
without() { # without REASON CHECK...
    shift
    for check; do checks=$checks,-$check; done
}
without 'statistics takes numbers side by side; their names and the tests keep them apart' \
    bugprone-easily-swappable-parameters
without 'asks for memcpy_s and its like, which the C library does not have' \
    clang-analyzer-security.insecureAPI.DeprecatedOrUnsafeBufferHandling
without 'POSIX has its features asked for by such names, as _XOPEN_SOURCE' \
    bugprone-reserved-identifier cert-dcl37-c cert-dcl51-cpp
without 'searches and parsers call themselves; how deep is limited by the plan, and tested' \
    misc-no-recursion
without 'takes each array of pointers for a slip: arena_alloc(arena, count, sizeof *pointers)' \
    bugprone-sizeof-expression
without 'the counter of a series stands in its terms, and takes whole steps' \
    cert-flp30-c clang-analyzer-security.FloatLoopCounter
without 'functions in a table have the same parameters, used or not' \
    misc-unused-parameters
without 'the program speaks of functions of C++' cert-msc54-cpp

# printf and its like are left out of the calls that must be looked at: of a stream that is written
# to the state is asked for at the end, and what goes into a buffer has the room. Nor can signal()
# fail where the signal exists.
config="{CheckOptions: [
    {key: readability-function-size.LineThreshold, value: 60},
    {key: readability-function-size.ParameterThreshold, value: 6},
    {key: readability-function-size.NestingThreshold, value: 4},
    {key: readability-function-size.StatementThreshold, value: 1000},
    {key: readability-function-size.BranchThreshold, value: 1000},
    {key: readability-function-cognitive-complexity.Threshold, value: 20},
    {key: cert-err33-c.CheckedFunctions, value: '::aligned_alloc;::atexit;::calloc;::clock;
        ::clock_getres;::clock_gettime;::fclose;::fflush;::fgets;::fopen;::fread;::freopen;::fseek;
        ::ftell;::fwrite;::getc;::getenv;::gmtime;::localtime;::malloc;::mktime;::realloc;::remove;
        ::rename;::setlocale;::setvbuf;::strftime;::strtod;::strtol;::strtoul;::time;
        ::tmpfile;::ungetc'}]}"
# shellcheck disable=SC2086,SC2090 # one word a flag
printf '%s\n' src/*/*.c | xargs -P "$jobs" -I FILE \
    clang-tidy --quiet --warnings-as-errors='*' --checks="$checks" --config="$config" FILE -- $flags \
    2>/dev/null || status=1

cppcheck -j "$jobs" --quiet --std=c11 --enable=warning,performance,portability --inline-suppr \
    --error-exitcode=1 --suppress=missingIncludeSystem -Iinclude src || status=1

# shellcheck disable=SC2086,SC2090
printf '%s\n' src/*/*.c | xargs -P "$jobs" -I FILE \
    gcc $flags -O0 -fanalyzer -Werror -c FILE -o /dev/null || status=1

[ "$status" -eq 0 ] && echo 'analyze: nothing to mend'
exit "$status"
