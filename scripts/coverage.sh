#!/usr/bin/env bash
# coverage.sh [LEAST]   The share of lines of Sources that the tests run, by module; status 1 where it is below LEAST percent (90).
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh
flags=(--scratch-path .build/coverage --disable-xctest --enable-code-coverage)
swift test "${flags[@]}" --quiet >&2 || echo 'coverage: some tests fail; what they ran counts all the same' >&2
folder=$(swift build --scratch-path .build/coverage --show-bin-path)
swift test "${flags[@]}" --show-codecov-path >/dev/null
llvm-cov export -summary-only "$folder"/*PackageTests.xctest -instr-profile "$folder/codecov/default.profdata" |
    python3 -c '
import collections, json, sys
total = collections.Counter()
ran = collections.Counter()
for file in json.load(sys.stdin)["data"][0]["files"]:
    name = file["filename"]
    if "/Sources/" not in name: continue
    module = name.split("/Sources/")[1].split("/")[0]
    total[module] += file["summary"]["lines"]["count"]
    ran[module] += file["summary"]["lines"]["covered"]
for module in sorted(total):
    print(f"{module:20} {ran[module]:6} of {total[module]:6}  {100 * ran[module] / max(total[module], 1):5.1f} %")
share = 100 * sum(ran.values()) / sum(total.values())
print(f"coverage: {share:.1f} % of {sum(total.values())} lines")
sys.exit(share < float(sys.argv[1]))
' "${1:-90}"
