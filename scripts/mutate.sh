#!/usr/bin/env bash
# mutate.sh [--count 300] [--modules A,B] [--seed 1] [--minutes 120]   Changes the sources in many small ways and counts how many the tests notice.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh python3
exec python3 scripts/mutate.py "$@"
