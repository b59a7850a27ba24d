#!/usr/bin/env bash
# bench.sh [--runs N] [--vs BINARY]
# The time of one document as a whole process, from start to the file on disk: median and best of N runs.
# With --vs, another build of vanthu is measured in turn with this one.
set -euo pipefail
cd "$(dirname "$0")/.."

runs=41
other=
while (($#)); do
    case $1 in
        --runs) runs=$2; shift 2 ;;
        --vs) other=$2; shift 2 ;;
        *) echo "bench: unknown option $1" >&2; exit 2 ;;
    esac
done

vanthu=$(scripts/build.sh vanthu)
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
