#!/usr/bin/env bash
# docs.sh   Builds the developer documentation (DocC) of every library, one archive a room, into output/docs/.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh

docc=$(command -v docc) || {
    echo 'docs: this Swift toolchain has no docc' >&2
    exit 3
}
graphs=$(mktemp -d)
trap 'rm -rf "$graphs"' EXIT
swift build --quiet >&2
swift package dump-symbol-graph --minimum-access-level public >/dev/null
mkdir -p output/docs
for graph in .build/*/symbolgraph/*.symbols.json; do
    room=$(basename "$graph" .symbols.json)
    case $room in *@* | C[A-Z]* | *CLI | MakeTemplates | TestSupport | *Tests) continue ;; esac
    rm -rf "${graphs:?}/$room"
    mkdir "$graphs/$room"
    cp .build/*/symbolgraph/"$room"*.symbols.json "$graphs/$room/"
    "$docc" convert --additional-symbol-graph-dir "$graphs/$room" \
        --fallback-display-name "$room" --fallback-bundle-identifier "vanthu.$room" \
        --warnings-as-errors --output-path "output/docs/$room.doccarchive" >/dev/null
    echo "output/docs/$room.doccarchive"
done
