#!/usr/bin/env bash
# bench.sh [--runs N] [--vs BINARY] [--rounds N]
# The time of one document as a whole process, from start to the file on disk: median and best of N runs.
# Then the check: a clean plan of 10 pages must take less than 50 ms, one of 500 pages less than 1 s.
# With --vs, another build of vanthu is measured in turn with this one.
# Then the template engine by itself, on templates and data that Benchmarks/ makes: documents a second in a warm process, the median of
# some rounds, and tables as whole processes.
# BENCH_PEERS=FOLDER: a folder with templates/, data/ and runners of other engines (run_NAME.py and .venv/bin/python), which are measured in
# turn with vanthu on that folder's own templates.
set -euo pipefail
cd "$(dirname "$0")/.."

runs=41
rounds=5
other=
while (($#)); do
    case $1 in
        --runs) runs=$2; shift 2 ;;
        --rounds) rounds=$2; shift 2 ;;
        --vs) other=$2; shift 2 ;;
        *) echo "bench: unknown option $1" >&2; exit 2 ;;
    esac
done

vanthu=$(scripts/build.sh vanthu)
engine=$(scripts/build.sh vanthu-bench)
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
workspace=examples/skhcn-dak-nong

# Microseconds of one run of a command.
once() {
    local start=$EPOCHREALTIME
    "$@" >/dev/null 2>&1 || { echo "bench: failed: $*" >&2; exit 1; }
    local end=$EPOCHREALTIME
    echo $((${end/[.,]/} - ${start/[.,]/}))
}

measure() {
    local name=$1 binary=$2
    shift 2
    local times
    times=$(for _ in $(seq "$runs"); do once "$binary" "$@"; done | sort -n)
    local median best
    median=$(sed -n "$(((runs + 1) / 2))p" <<<"$times")
    best=$(sed -n 1p <<<"$times")
    printf '%-34s %9s %9s\n' "$name" "$(milliseconds "$median")" "$(milliseconds "$best")"
}

milliseconds() { printf '%d.%d ms' $(($1 / 1000)) $(($1 % 1000 / 100)); }

printf '%-34s %9s %9s\n' "one document, whole process" median best
for binary in "$vanthu" ${other:+"$other"}; do
    mark=
    [ "$binary" = "$vanthu" ] || mark=' (other)'
    for format in docx odt; do
        options=(--format "$format" --force --quiet -o "$out")
        measure "plan, $format$mark" "$binary" plan "$workspace" "${options[@]}"
        measure "plan of 2021, $format$mark" "$binary" plan "$workspace" --year 2021 "${options[@]}"
        measure "budget of 2021, $format$mark" "$binary" budget "$workspace" --year 2021 "${options[@]}"
        measure "report of 2021-Q1, $format$mark" "$binary" report "$workspace" --period 2021-Q1 "${options[@]}"
    done
    measure "nothing (--version)$mark" "$binary" --version
done

# --- The check, whole process ---

"$engine" --make-plans "$out/plans"
printf '\n%-34s %9s %9s\n' "check, whole process" median best
for format in docx odt; do
    for limit in 10:"50 ms" 500:"1 s"; do
        plan=$out/plans/plan-${limit%%:*}.$format
        "$vanthu" check "$plan" --quiet --today 2026-12-31 >"$out/line" || { cat "$out/line" >&2; exit 1; }
        measure "${limit%%:*} pages, $format (limit ${limit#*:})" "$vanthu" check "$plan" --quiet --today 2026-12-31
    done
done

# --- The template engine by itself ---

# The number behind a name in a line of JSON.
field() { sed -n "s/.*\"$1\": \([0-9.]*\).*/\1/p"; }
median() { sort -n | sed -n "$((($1 + 1) / 2))p"; }

# warm FOLDER CASE NAME:EXT:COMMAND …   Documents a second of each command in turn, the median of the rounds.
warm() {
    local folder=$1 case=$2 entry name format command round
    shift 2
    for ((round = 1; round <= rounds; round++)); do
        for entry in "$@"; do
            IFS=: read -r name format command <<<"$entry"
            (cd "$folder" && EXT=$format $command "$case" "data/$case.json" - --bench 2) >"$out/line" 2>"$out/errors" ||
                { sed -n '$p' "$out/errors" >&2; continue; }
            field docs_per_s <"$out/line" >>"$out/$case $name $format"
            field cpu_ms_per_doc <"$out/line" >>"$out/$case $name $format cpu"
        done
    done
    for entry in "$@"; do
        IFS=: read -r name format _ <<<"$entry"
        [ -s "$out/$case $name $format" ] || continue
        printf '%-8s %-6s %-22s %12s %12s\n' "$case" "$format" "$name" \
            "$(median "$rounds" <"$out/$case $name $format")" "$(median "$rounds" <"$out/$case $name $format cpu")"
    done
    rm -f "$out/$case "*
}

# table FOLDER NAME FORMAT DATA COMMAND   A whole process, and the most memory it had.
table() {
    local folder=$1 name=$2 format=$3 data=$4 start end
    shift 4
    (
        cd "$folder"
        start=$EPOCHREALTIME
        EXT=$format "$@" table "data/$data" "$out/table.$format" >"$out/line" 2>"$out/errors" ||
            { sed -n '$p' "$out/errors" >&2; exit 0; }
        end=$EPOCHREALTIME
        printf '%-22s %-6s %-22s %12s %9s MiB\n' "$data" "$format" "$name" \
            "$(milliseconds $((${end/[.,]/} - ${start/[.,]/})))" "$(field max_rss_mb <"$out/line")"
    )
}

samples=$out/samples
"$engine" --make "$samples"
own=()
for format in docx odt; do
    own+=("vanthu:$format:$engine" "vanthu, zlib 6:$format:$engine --level 6")
done
heading() { printf '\n%-8s %-6s %-22s %12s %12s\n' "$1" "" "" "documents/s" "CPU ms each"; }

heading "warm"
for case in letter plan; do warm "$samples" "$case" "${own[@]}"; done
printf '\ntables, whole process\n'
for data in table_{100,1000,10000,100000}.json table_{100000,1000000}.{jsonl,csv}; do
    for format in docx odt; do table "$samples" vanthu "$format" "$data" "$engine"; done
done

printf '\n'
VANTHU=$vanthu VANTHU_BENCH=$engine scripts/bench-batch.sh

[ -n "${BENCH_PEERS:-}" ] || exit 0
peers=()
for peer in docxtpl:docx relatorio:odt py3o:odt; do
    [ -e "$BENCH_PEERS/run_${peer%:*}.py" ] && peers+=("$peer:.venv/bin/python run_${peer%:*}.py")
done
printf '\nbeside the peers of %s\n' "$BENCH_PEERS"
heading "warm"
for case in letter plan; do warm "$BENCH_PEERS" "$case" "${own[@]}" "${peers[@]}"; done
printf '\ntable of 100,000 rows, whole process\n'
for format in docx odt; do table "$BENCH_PEERS" vanthu "$format" table_100000.json "$engine"; done
table "$BENCH_PEERS" relatorio odt table_100000.json .venv/bin/python run_relatorio.py
