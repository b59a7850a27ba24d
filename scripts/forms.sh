#!/usr/bin/env bash
# forms.sh FOLDER   Fills every form that has a sample in examples/van-ban, in both formats, and holds the results against the official format.
set -euo pipefail
folder=$(realpath -m "${1:?the folder to write to}")
cd "$(dirname "$0")/.."
vanthu=$(scripts/build.sh vanthu)
for data in examples/van-ban/*.yaml; do
    form=$(basename "$data" .yaml)
    for format in docx odt; do
        "$vanthu" render "templates/$form.$format" --data "$data" -o "$folder/$form.$format" --force --quiet
    done
done
"$vanthu" check "$folder"/*.docx "$folder"/*.odt
