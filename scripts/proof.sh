#!/usr/bin/env bash
# proof.sh [STEP…]   Runs what is too long for every change, and writes its figures into docs/proof.md: each step's line is that of its last run.
#
# Without names all steps run; that takes some hours. FUZZ_SECONDS (600) for each fuzzer, MUTANTS (300), BATCH_RECORDS (20000) may be made smaller.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh python3 valgrind binutils
exec python3 scripts/proof.py "$@"
