#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# reproducible.sh PROGRAM [PLAN]: the same plan gives the same bytes: twice, in another folder, under
# another locale, time zone, home and umask, on one core and on all, and with the rows of every file
# in another order.
set -eu
program=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
source=${2:-data/eksempel}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
PEJLING_PLOTS=$(pwd)/plots
export PEJLING_PLOTS
plan=$work/data/eksempel
mkdir -p "$work/data" "$work/elsewhere/æ ø"
cp -R "$source" "$plan"
cp -R "$source" "$work/elsewhere/æ ø/eksempel"
cp -R "$source" "$work/mixed"

# Every row below the header somewhere else, by a rule of its own: backwards, then odd before even.
for file in "$work"/mixed/observationer/*.csv; do
    { head -n 1 "$file" && tail -n +2 "$file" | tac | awk 'NR % 2 { print; next } { held[++n] = $0 }
        END { for (i = 1; i <= n; i++) print held[i] }'; } >"$work/rows"
    ! cmp -s "$work/rows" "$file" || { echo "$file is not shuffled"; exit 1; }
    [ "$(sort "$work/rows")" = "$(sort "$file")" ]
    mv "$work/rows" "$file"
done

make_edition() { # make_edition NAME PLAN, with what is set around it
    "$program" run "$2" --edition $edition -o "$work/$1" >"$work/said" 2>&1 || {
        status=$?
        cat "$work/said"
        exit $status
    }
}

same() { # same NAME: as the first, and its checksums right
    diff -r "$work/first" "$work/$1" || { echo "reproducible: $edition, $1: other bytes"; exit 1; }
    (cd "$work/$1" && sha256sum --quiet --strict -c udgave.sha256)
    rm -r "${work:?}/$1"
}

# The lines that remarks name are those of the shuffled file; the remarks themselves, in whatever order
# their lines give, are the same. That an internal edition keeps and names what it was made of is its
# purpose, and the manifest has the checksums of all of these.
without_lines() { # without_lines NAME
    cd "$work/$1"
    rm -rf indata udgave.sha256
    sed -i '/^ "inputs"/,/^ \]/d; /"bytes": /d; /"sha256": /d' manifest.json
    awk -F ';' -v OFS=';' 'NR > 1 { $2 = $3 = "" } { print }' bemaerkninger.csv | sort >rows
    mv rows bemaerkninger.csv
    cd "$OLDPWD"
}

for edition in delt intern; do
    make_edition first "$plan"
    make_edition again "$plan"
    same again
    (
        cd "$work/elsewhere"
        umask 077
        unset HOME
        LC_ALL=da_DK.UTF-8 LANGUAGE=da TZ=Pacific/Auckland make_edition moved 'æ ø/../æ ø/eksempel/'
    )
    same moved
    (
        cd /
        umask 000
        unset LC_ALL
        LANG=tr_TR.UTF-8 TZ=America/St_Johns HOME=/nonexistent SOURCE_DATE_EPOCH=1 taskset -c 0 \
            "$program" run "$plan" --edition $edition -o "$work/one_core" >/dev/null
    )
    same one_core
    make_edition shuffled "$work/mixed"
    without_lines first
    without_lines shuffled
    diff -r "$work/first" "$work/shuffled" || { echo "reproducible: $edition, shuffled: other bytes"; exit 1; }
    rm -r "$work/first" "$work/shuffled"
done
echo 'reproducible: the same bytes'
