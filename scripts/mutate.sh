#!/usr/bin/env bash
# mutate.sh [--count 300] [--modules A,B] [--seed 1] [--minutes 120] [--again]   Changes the sources in many small ways and counts how many the tests notice.
#
# The table with every change that survived goes to .build/mutations-table.txt, its sum, in one line, to .build/mutations.txt. Changes that make no
# difference stand in scripts/mutants-equal.tsv. --again runs only what survived last time, with the tests as they are now.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh python3
export PYTHONDONTWRITEBYTECODE=1
exec python3 scripts/mutate.py "$@"
