#!/usr/bin/env bash
# build.sh [PRODUCT]   Builds a release binary (vanthu) with the Swift libraries inside; prints its path.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh

product=${1:-vanthu}
log=$(mktemp)
trap 'rm -f "$log"' EXIT
flags=(-c release --static-swift-stdlib --product "$product")
[ -d .build/release ] || echo "build: compiling $product for release; the first time takes four to eight minutes on two cores" >&2
if ! swift build "${flags[@]}" >"$log" 2>&1; then
    cat "$log" >&2
    exit 1
fi
echo "$(swift build "${flags[@]}" --show-bin-path)/$product"
