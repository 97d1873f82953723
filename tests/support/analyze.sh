#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# analyze.sh: clang-tidy, cppcheck and gcc's -fanalyzer over the program; any report is a failure.
set -u
status=0
flags='-std=c11 -D_POSIX_C_SOURCE=200809L -Iinclude -DPEJLING_VERSION=__FILE__' # any text will do

checks='-*,bugprone-*,cert-*,clang-analyzer-*,misc-*,performance-*,portability-*'
checks="$checks,-bugprone-easily-swappable-parameters,-bugprone-reserved-identifier,-cert-dcl37-c"
checks="$checks,-cert-dcl51-cpp,-cert-err33-c,-misc-no-recursion,-misc-static-assert"
checks="$checks,-clang-analyzer-security.insecureAPI.DeprecatedOrUnsafeBufferHandling"
checks="$checks,-clang-analyzer-security.insecureAPI.strcpy,-misc-unused-parameters"
checks="$checks,-bugprone-sizeof-expression,-clang-analyzer-valist.Uninitialized,-performance-no-int-to-ptr,-cert-env33-c,-cert-msc54-cpp,-bugprone-signal-handler,-cert-sig30-c"
# shellcheck disable=SC2086 # one word a flag
clang-tidy --quiet --warnings-as-errors='*' --checks="$checks" src/*/*.c -- $flags 2>/dev/null || status=1

cppcheck --quiet --std=c11 --enable=warning,performance,portability --inline-suppr \
    --error-exitcode=1 --suppress=missingIncludeSystem -Iinclude src || status=1

for source in src/*/*.c; do
    # shellcheck disable=SC2086
    gcc $flags -O0 -fanalyzer -Werror -c "$source" -o /dev/null || status=1
done
[ "$status" -eq 0 ] && echo 'analyze: nothing to mend'
exit "$status"
