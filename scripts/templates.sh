#!/usr/bin/env bash
# templates.sh   Builds the shipped templates anew from their descriptions, into templates/.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh
swift run --quiet MakeTemplates templates
