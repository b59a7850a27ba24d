#!/usr/bin/env bash
# docs.sh   Builds the developer documentation (DocC) of every product, one archive a module, into output/docs/.
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
    module=$(basename "$graph" .symbols.json)
    case $module in *@* | C[A-Z]* | *CLI | MakeTemplates | TestSupport | *Tests) continue ;; esac
    rm -rf "${graphs:?}/$module"
    mkdir "$graphs/$module"
    cp .build/*/symbolgraph/"$module"*.symbols.json "$graphs/$module/"
    catalogue=()
    [ -d "Sources/$module/$module.docc" ] && catalogue=("Sources/$module/$module.docc")
    "$docc" convert "${catalogue[@]}" --additional-symbol-graph-dir "$graphs/$module" \
        --fallback-display-name "$module" --fallback-bundle-identifier "vanthu.$module" \
        --warnings-as-errors --output-path "output/docs/$module.doccarchive" >/dev/null
    echo "output/docs/$module.doccarchive"
done
