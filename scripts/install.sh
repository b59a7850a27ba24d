#!/usr/bin/env bash
# install.sh [PREFIX]   Installs the command into PREFIX/bin (default /usr/local).
set -euo pipefail
cd "$(dirname "$0")/.."
prefix=${1:-/usr/local}
vanthu=$(scripts/build.sh vanthu)
install -d "${DESTDIR:-}$prefix/bin"
install -m 755 "$vanthu" "${DESTDIR:-}$prefix/bin/vanthu"
echo "${DESTDIR:-}$prefix/bin/vanthu"
