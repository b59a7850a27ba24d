#!/usr/bin/env bash
# fuzz.sh [SECONDS] [TARGET…]   Feeds every reader with bytes that nobody would write, each for so many seconds (10); stops at a crash.
#
# What was found to reach new code is kept under Fuzzing/Corpus; findings go to .build/fuzz-findings.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh

seconds=${1:-10}
shift || true
resources=$(dirname "$(dirname "$(readlink -f "$(command -v swiftc)")")")
library=$(find "$resources" -name "libclang_rt.fuzzer_no_main*$(uname -m)*.a" | head -1)
if [ -z "$library" ]; then
    echo "fuzz: skipped, this toolchain has no libFuzzer" >&2
    exit 0
fi
export VANTHU_FUZZ=$library
log=$(mktemp)
trap 'rm -f "$log"' EXIT
flags=(--scratch-path .build/fuzz -c release --sanitize address --product vanthu-fuzz)
echo "fuzz: building with the sanitizers; the first time takes some minutes" >&2
if ! swift build "${flags[@]}" >"$log" 2>&1; then
    cat "$log" >&2
    exit 1
fi
program=$(swift build "${flags[@]}" --show-bin-path)/vanthu-fuzz
targets=("$@")
[ ${#targets[@]} -gt 0 ] || read -ra targets < <("$program" | sed -n 's/^targets: //p')
mkdir -p .build/fuzz-findings
for target in "${targets[@]}"; do
    new=.build/fuzz-corpus/$target
    mkdir -p "$new"
    corpora=("$new")
    [ ! -d "Fuzzing/Corpus/$target" ] || corpora+=("Fuzzing/Corpus/$target")
    ASAN_OPTIONS=detect_leaks=0 "$program" "$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 \
        -max_len=65536 -artifact_prefix=".build/fuzz-findings/$target-" -print_final_stats=1 "${corpora[@]}" >"$log" 2>&1 ||
        { tail -60 "$log" >&2; exit 1; }
    awk -v target="$target" '/cov: /{for (i = 1; i < NF; i++) if ($i == "cov:") cov = $(i + 1)}
        /number_of_executed_units/{runs = $2} END {printf "%-14s %9d runs, %6d edges\n", target, runs, cov}' "$log"
done
