#!/usr/bin/env bash
# serve.sh [vanthu serve options]   Builds the web page and serves a copy of the examples under output/trang-web; the link it prints works once.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/build.sh vanthu-office >/dev/null
serve=$(scripts/build.sh vanthu-serve)

folder=output/trang-web
if [ ! -d "$folder" ]; then
    mkdir -p "$folder"
    for example in examples/*/; do
        [ -e "$example/co-quan.yaml" ] && cp -r "$example" "$folder/"
    done
fi
for program in soffice pdftoppm; do
    command -v "$program" >/dev/null ||
        echo "serve: $program is missing, so pages cannot be shown (Debian: apt-get install libreoffice-writer poppler-utils)" >&2
done
exec "$serve" "$folder" "$@"
