#!/usr/bin/env bash
# Judges what the samples of the template language become: both validators, and a conversion by LibreOffice.
# Usage: scripts/features.sh TOOLS [FOLDER], where TOOLS holds validate_docx.py and validate_odt.py.
set -euo pipefail
cd "$(dirname "$0")/.."
tools=${1:?the folder of the validators}
folder=${2:-$(mktemp -d)}
rm -rf "${folder:?}"/mau "$folder"/*.docx "$folder"/*.odt "$folder"/pdf
FEATURE_SAMPLES=$folder swift test --quiet --filter 'Features/can_be_written|can be written to files' >/dev/null
count=$(find "$folder" -maxdepth 1 -type f | wc -l)
[ "$count" -gt 0 ] || { echo "no samples were written to $folder" >&2; exit 1; }

failed=0
for file in "$folder"/*.docx; do /usr/bin/python3 "$tools/validate_docx.py" "$file" --strict || failed=1; done
for file in "$folder"/*.odt; do /usr/bin/python3 "$tools/validate_odt.py" "$file" --strict || failed=1; done

if command -v soffice >/dev/null; then
    profile=$(mktemp -d)
    trap 'rm -rf "$profile"' EXIT
    for format in docx odt; do
        timeout 300 soffice "-env:UserInstallation=file://$profile" --headless --convert-to pdf \
            --outdir "$folder/pdf/$format" "$folder"/*."$format" >/dev/null 2>&1 || true
    done
    pages=$(find "$folder/pdf" -name '*.pdf' | wc -l)
    echo "LibreOffice opened $pages of $count samples"
    [ "$pages" -eq "$count" ] || failed=1
fi
exit "$failed"
