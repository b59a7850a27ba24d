#!/usr/bin/env bash
# demo.sh   Builds vanthu and writes every document of the example into output/.
set -euo pipefail
cd "$(dirname "$0")/.."
vanthu=$(scripts/build.sh vanthu)

workspace=examples/skhcn-dak-nong
remarks=$(mktemp)
table=$(mktemp)
trap 'rm -f "$remarks" "$table"' EXIT

# The same workspace gives all four; a warning of the data is shown once, not four times.
run() {
    "$vanthu" "$@" "$workspace" --force -o output >>"$table" 2>>"$remarks" || {
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
awk '{ printf "%-28s %6s %s\n", $1, $2, $3 }' "$table"
