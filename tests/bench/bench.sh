#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# bench.sh BUILD [SIZE [RECORD]]: how long it takes to sum up an invented plan of SIZE (small, normal,
# national, tenfold, and changes to it; see make_national.c), on two cores, as ratios within this one
# run: to the limit (libcsv parsing the same bytes and nothing else), to what others would use where
# that is installed (Rscript with data.table, python3 with pandas, duckdb, mlr), one core against two,
# ten times the rows, three times the years; memory against input; figures against bare gnuplots; and
# the instructions of the kernels.
#
# Times are of the fastest of three rounds, unless the first took half a minute. Behind a ratio stands
# in brackets what it should be. Seconds and the processor's seconds are for orientation: on a busy
# machine only the latter mean much. Ends with 1 where a peer's numbers are not ours.
set -u
build=$1 size=${2:-national} record=${3:-}
here=tests/bench
if [ -z "${BENCH_PINNED:-}" ] && command -v taskset >/dev/null 2>&1 && taskset -c 0,1 true 2>/dev/null; then
    BENCH_PINNED=1 exec taskset -c 0,1 sh "$0" "$@"
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
faults=0

say() { # say WHAT FORMAT...: a line of the table
    what=$1 format=$2
    shift 2
    # shellcheck disable=SC2059 # the format is ours
    printf "  %-46s $format\n" "$what" "$@"
}

ratio() { awk -v a="$1" -v b="$2" 'BEGIN { if (b > 0) printf "%.2f", a / b; else print "-" }'; }

timed() { # timed ROUNDS COMMAND...: sets seconds, cpu, peak (KiB) and status
    read -r seconds cpu peak status <<END
$("$build/measure" "$@" 2>"$work/log")
END
}

ended() { # ended WHAT ALLOWED: whether the last command ended as it should
    [ "$status" = 0 ] || [ "$status" = "$2" ] && return
    echo "  $1 ended with status $status:"
    tail -n 3 "$work/log" | sed 's/^/    /'
    faults=$((faults + 1))
    false
}

make_plan() { # make_plan NAME ARGUMENT...: sets plan, rows and bytes
    plan=$work/$1
    shift
    "$build/make_national" "$plan" "$@" || exit
    rows=$(cat "$plan"/observationer/*.csv | wc -l)
    bytes=$(cat "$plan"/observationer/*.csv | wc -c)
}

sum_up() { # sum_up NAME [PREFIX...]: our run on the plan of that name, into NAME.out
    name=$1
    shift
    timed 3 "$@" "$build/pejling" run "$work/$name" --summary --edition intern -o "$work/$name.out"
    ended "pejling run $name" 0
}

# --- the plan, the limit and our run --------------------------------------------------------------
# shellcheck disable=SC2086 # SIZE may be a shape and changes to it: 'national municipalities=5'
make_plan all $size
municipalities=$(grep -c ';kommune;' "$plan/omraader.csv")
all_rows=$rows all_bytes=$bytes
echo "$size: $municipalities municipalities, $rows rows, $((bytes / 1000000)) MB"

set -- "$plan"/observationer/*.csv
read -r _ limit_one_cpu records fields <<END
$("$build/bare_parse" 1 "$@")
END
read -r limit limit_cpu records_two fields_two <<END
$("$build/bare_parse" 2 "$@")
END
[ "$records $fields" = "$records_two $fields_two" ] || { echo 'the pieces of the file are not the file'; exit 1; }
say 'limit: libcsv on two threads' '%8.2f s, %.2f s of processor (one thread: %.2f)' "$limit" "$limit_cpu" "$limit_one_cpu"

sum_up all || exit 1
ours=$seconds ours_cpu=$cpu ours_peak=$peak
say 'pejling run --summary, two cores' '%8.2f s, %.2f s of processor, %d MiB' "$ours" "$ours_cpu" $((ours_peak / 1024))
say '  to the limit' '%8s [at most 5]; of processor time %s' "$(ratio "$ours" "$limit")" "$(ratio "$ours_cpu" "$limit_cpu")"
say '  peak memory to input' '%8s [at most 2]' "$(ratio $((ours_peak * 1024)) "$all_bytes")"
if [ -n "${BENCH_PINNED:-}" ]; then
    mv "$work/all.out" "$work/two.out"
    sum_up all taskset -c 0 && say '  one core to two' '%8s [at least 1.6]' "$(ratio "$seconds" "$ours")"
    cmp -s "$work/all.out/sammenfatning.csv" "$work/two.out/sammenfatning.csv" ||
        { echo '  one core and two do not tell the same'; faults=$((faults + 1)); }
    rm -rf "$work/two.out"
fi

# --- how it grows, at a tenth of the municipalities -------------------------------------------------
tenth=$(((municipalities + 9) / 10))
if [ "$municipalities" -gt 1 ]; then
    # shellcheck disable=SC2086
    make_plan tenth $size municipalities=$tenth
    tenth_rows=$rows
    sum_up tenth
    tenth_seconds=$seconds tenth_cpu=$cpu
    say "$tenth municipalities, $rows rows" '%8.2f s, %.2f s of processor' "$seconds" "$cpu"
    more=$(ratio "$all_rows" "$tenth_rows")
    say "  $more times the rows, by municipalities" '%8s times as long [at most %s]; of processor time %s' \
        "$(ratio "$ours" "$tenth_seconds")" "$(awk -v x="$more" 'BEGIN { printf "%.2f", 1.05 * x }')" \
        "$(ratio "$ours_cpu" "$tenth_cpu")"
    if ! grep -q ';0-[0-9]*;' "$plan/observationer/tal_001.csv"; then
        # shellcheck disable=SC2086
        make_plan ages $size municipalities=$tenth ages=9
        more=$(ratio "$rows" "$tenth_rows")
        sum_up ages && say "  $more times the rows, by age groups" '%8s times as long [at most 10.5]; of processor time %s' \
            "$(ratio "$seconds" "$tenth_seconds")" "$(ratio "$cpu" "$tenth_cpu")"
        rm -rf "$work/ages" "$work/ages.out"
    fi
    # shellcheck disable=SC2086
    make_plan years $size municipalities=$tenth years=5
    sum_up years && say "  $(ratio "$tenth_rows" "$rows") times the years" '%8s times as long; of processor time %s' \
        "$(ratio "$tenth_seconds" "$seconds")" "$(ratio "$tenth_cpu" "$cpu")"
    rm -rf "$work/years" "$work/years.out"
fi

# --- the peers ------------------------------------------------------------------------------------
peer() { # peer WHAT WANTED NAME OURS CPU COMMAND...: on the plan NAME, where ours took OURS and CPU
    what=$1 wanted=$2 name=$3 our_seconds=$4 our_cpu=$5
    shift 5
    timed 3 "$@"
    ended "$what" 0 || return
    how=
    scaled=$(sed -n 's/^scaled //p' "$work/log" | sort -n | head -n 1) # of the fastest round
    if [ -n "$scaled" ]; then
        read -r seconds cpu sample series <<END
$scaled
END
        how=", from $sample of $series series"
    fi
    say "$what" '%8.2f s, %.2f s of processor, %d MiB%s' "$seconds" "$cpu" $((peak / 1024)) "$how"
    say '  to pejling' '%8s%s; of processor time %s' "$(ratio "$seconds" "$our_seconds")" "$wanted" \
        "$(ratio "$cpu" "$our_cpu")"
    agreement=$(awk -f $here/compare.awk "$work/$name.out/sammenfatning.csv" "$work/peer.csv") || faults=$((faults + 1))
    echo "$agreement" | sed 's/^/      /'
    rm -f "$work/peer.csv"
}

missing=
without() { missing="$missing${missing:+, }$1"; }

if command -v Rscript >/dev/null 2>&1 && Rscript -e 'library(data.table)' >/dev/null 2>&1; then
    peer 'R, vectorised (data.table)' ' [at least 4]' all "$ours" "$ours_cpu" Rscript $here/peer.R "$work/all" "$work/peer.csv"
    peer 'R, series by series' ' [at least 250]' all "$ours" "$ours_cpu" Rscript $here/peer_loop.R "$work/all" "$work/peer.csv"
else
    without 'Rscript with data.table'
fi

python=
for candidate in python3 /usr/bin/python3; do
    [ -n "$python" ] || ! "$candidate" -c 'import pandas' 2>/dev/null || python=$candidate
done
if [ -n "$python" ]; then
    peer 'Python, vectorised (pandas)' '' all "$ours" "$ours_cpu" "$python" -B $here/peer_pandas.py "$work/all" "$work/peer.csv"
    if "$python" -c 'import scipy, statsmodels' 2>/dev/null; then
        peer 'Python, series by series' ' [at least 250]' all "$ours" "$ours_cpu" "$python" -B $here/peer_loop.py "$work/all" "$work/peer.csv"
    else
        without 'python3 with scipy and statsmodels'
    fi
else
    without 'python3 with pandas'
fi

if command -v duckdb >/dev/null 2>&1; then
    sed "s|@PLAN@|$work/all|g; s|@OUT@|$work/peer.csv|g" $here/peer.sql >"$work/peer.sql"
    peer 'DuckDB' '' all "$ours" "$ours_cpu" sh -c "duckdb -bail <'$work/peer.sql'"
else
    without duckdb
fi

if ! command -v mlr >/dev/null 2>&1; then
    without mlr
elif [ "$municipalities" -gt 1 ]; then
    peer "Miller, on $tenth municipalities" '' tenth "$tenth_seconds" "$tenth_cpu" sh $here/peer.mlr.sh "$work/tenth" "$work/peer.csv"
else
    peer 'Miller' '' all "$ours" "$ours_cpu" sh $here/peer.mlr.sh "$work/all" "$work/peer.csv"
fi
[ -z "$missing" ] || say 'not installed' '%s' "$missing"
rm -rf "$work/all" "$work/all.out" "$work/tenth" "$work/tenth.out"

# --- a plan as most have it -----------------------------------------------------------------------
make_plan normal normal
PEJLING_GNUPLOT=/nonexistent
export PEJLING_GNUPLOT
timed 5 "$build/pejling" run "$work/normal" --summary --edition intern -o "$work/normal.out"
ended 'pejling run normal' 0
summary=$seconds summary_cpu=$cpu
say 'a normal plan, summed up' '%8.3f s, %.3f s of processor, %d MiB' "$seconds" "$cpu" $((peak / 1024))
timed 3 "$build/pejling" run "$work/normal" --edition intern -o "$work/pack.out"
ended 'pejling run normal without figures' 5 # published, not drawn
pack=$seconds pack_cpu=$cpu
say 'a normal plan, all but the figures' '%8.3f s, %.3f s of processor, %d MiB' "$seconds" "$cpu" $((peak / 1024))
if command -v Rscript >/dev/null 2>&1; then
    timed 5 Rscript -e 1
    say 'Rscript -e 1' '%8.3f s, %.3f s of processor' "$seconds" "$cpu"
    say '  a normal plan to that' 'summed up %s, all but the figures %s [at most 0.2]; of processor time %s, %s' \
        "$(ratio "$summary" "$seconds")" "$(ratio "$pack" "$seconds")" \
        "$(ratio "$summary_cpu" "$cpu")" "$(ratio "$pack_cpu" "$cpu")"
fi

# --- figures: the pack of the example beside two gnuplots that draw the same and do nothing else ----
if command -v gnuplot >/dev/null 2>&1; then
    mkdir "$work/scripts" "$work/drawn" "$work/drawn/figurer"
    cat >"$work/record" <<END
#!/bin/sh
cat >"$work/scripts/\$\$"
exec gnuplot "\$@" <"$work/scripts/\$\$"
END
    chmod +x "$work/record"
    PEJLING_GNUPLOT=$work/record
    export PEJLING_GNUPLOT
    timed 1 "$build/pejling" run data/eksempel -o "$work/drawn.out"
    ended 'pejling run data/eksempel' 0
    # Dealt out by size, each script in a fresh session; what ends one is left out.
    number=0
    for script in $(cd "$work/scripts" && wc -c -- * | sort -rn | awk '$2 != "total" { print $2 }'); do
        {
            echo 'reset session'
            sed -e '/^exit status/d' -e "s|^set output '.*/\(figurer/[^/]*\)'|set output '$work/drawn/\1'|;t" \
                -e "s|^set output '.*/\([^/]*\)'|set output '$work/drawn/\1'|" "$work/scripts/$script"
        } >>"$work/bare.$((number % 2))"
        number=$((number + 1))
    done
    timed 3 sh -c "gnuplot '$work/bare.0' & gnuplot '$work/bare.1'; wait"
    ended 'two bare gnuplots' 0
    bare=$seconds bare_cpu=$cpu
    figures=$(find "$work/drawn" -type f | wc -l)
    unset PEJLING_GNUPLOT
    timed 3 "$build/pejling" run data/eksempel -o "$work/drawn.out"
    ended 'pejling run data/eksempel' 0
    say "data/eksempel with $figures files drawn" '%8.2f s, %.2f s of processor (two bare gnuplots: %.2f, %.2f)' \
        "$seconds" "$cpu" "$bare" "$bare_cpu"
    say '  to two bare gnuplots' '%8s [at most 1.25]; of processor time %s' "$(ratio "$seconds" "$bare")" \
        "$(ratio "$cpu" "$bare_cpu")"
fi

# --- the kernels ----------------------------------------------------------------------------------
echo 'instructions of the statistics, on eleven years'
sh $here/kernels.sh "$build" "$record"

[ "$faults" -eq 0 ]
