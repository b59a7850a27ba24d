#!/usr/bin/env bash
# growth.sh [--only SHAPE,…] [--jobs N]   Builds for release and holds that time and memory grow no faster than the input, in instructions counted by valgrind.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh python3 valgrind binutils
exec python3 Benchmarks/growth.py "$(scripts/build.sh vanthu)" "$@"
