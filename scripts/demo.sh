#!/usr/bin/env bash
# demo.sh   Builds vanthu and writes every document of the example into output/.
set -euo pipefail
cd "$(dirname "$0")/.."
vanthu=$(scripts/build.sh vanthu)

workspace=examples/skhcn-dak-nong
remarks=$(mktemp)
trap 'rm -f "$remarks"' EXIT

# The same workspace gives all four; a warning of the data is shown once, not four times.
run() {
    "$vanthu" "$@" "$workspace" --force -o output 2>>"$remarks" || {
        status=$?
        cat "$remarks" >&2
        exit "$status"
    }
}
run plan
run plan --year 2021
run budget --year 2021
run report --period 2021-Q1
awk '!seen[$0]++' "$remarks" >&2
