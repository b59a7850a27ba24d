#!/usr/bin/env bash
# threads.sh   Runs the tests of what works on several threads under the thread sanitizer.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh
exec swift test --scratch-path .build/threads --disable-xctest --sanitize thread --quiet --filter '^(ThreadsTests|BatchesTests|VanThuPagesTests)\.|ThreadTests' "$@"
