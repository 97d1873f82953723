#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# reproducible.sh PROGRAM: the same plan gives the same bytes: twice, in another folder, under
# another locale, time zone and umask.
set -eu
program=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/elsewhere"
cp -R data/eksempel "$work/elsewhere/eksempel"

for edition in delt intern; do
    "$program" run data/eksempel --edition $edition -o "$work/first" >/dev/null
    (
        cd "$work/elsewhere"
        umask 027
        LC_ALL=C TZ=Pacific/Auckland "$program" run eksempel --edition $edition -o "$work/second" >/dev/null
    )
    diff -r "$work/first" "$work/second"
    rm -r "$work/first" "$work/second"
done
echo 'reproducible: the same bytes'
