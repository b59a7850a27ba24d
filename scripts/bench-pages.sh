#!/usr/bin/env bash
# bench-pages.sh [--previews N] [--idle N]   Builds the web page for release and measures it: form pages a second, uploads, idle connections, previews.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh python3 wrk libreoffice-writer-nogui poppler-utils
scripts/build.sh vanthu-office >/dev/null
exec python3 Benchmarks/pages.py "$(scripts/build.sh vanthu-serve)" "$@"
