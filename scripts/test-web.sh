#!/usr/bin/env bash
# test-web.sh   Does in a browser what a clerk does, with and without JavaScript, and looks at each page with axe. What is missing is installed where that
# can be (Debian's chromium, playwright and axe from PyPI); without it, it says what is skipped.
set -euo pipefail
cd "$(dirname "$0")/.."

skip() {
    echo "test-web: skipped: $1" >&2
    exit 0
}
if ! command -v chromium >/dev/null; then
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || skip 'there is no chromium, and no right to install it'
    apt-get install -y -qq --no-install-recommends chromium >/dev/null 2>&1 || skip 'chromium cannot be installed'
fi
venv=.build/web-venv
if ! "$venv/bin/python" -c 'import playwright, axe_playwright_python' 2>/dev/null; then
    python3 -m venv "$venv" && "$venv/bin/pip" install -q playwright axe-playwright-python 2>/dev/null ||
        skip 'playwright cannot be installed from PyPI'
fi
for program in soffice pdftoppm; do
    command -v "$program" >/dev/null || echo "test-web: $program is missing: pages as pictures are not looked at" >&2
done
if [ -n "${VANTHU_SERVE:-}" ]; then
    serve=$VANTHU_SERVE
else
    scripts/build.sh vanthu-office >/dev/null
    serve=$(scripts/build.sh vanthu-serve)
fi
exec "$venv/bin/python" scripts/test-web.py "$serve"
