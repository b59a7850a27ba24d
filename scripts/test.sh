#!/usr/bin/env bash
# test.sh [swift test options]   Runs all tests; tests that print through LibreOffice run only where it is installed.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh
exec swift test --disable-xctest --quiet "$@"
