#!/usr/bin/env bash
# install.sh [PREFIX]   Installs the command and the web page into PREFIX (default /usr/local), with manual page and completions for bash, zsh and fish.
set -euo pipefail
cd "$(dirname "$0")/.."
prefix=${1:-/usr/local}
scripts/setup.sh patchelf
vanthu=$(scripts/build.sh vanthu)
root=${DESTDIR:-}$prefix

install -d "$root/bin"
for program in vanthu vanthu-serve vanthu-office; do
    built=$(scripts/build.sh "$program")
    install -m 755 "$built" "$root/bin/$program"
    # Neither names of functions nor the place it was built in.
    strip "$root/bin/$program"
    patchelf --remove-rpath "$root/bin/$program"
    echo "$root/bin/$program"
done

# share FILE COMMAND…   Installs what the command prints as a file of everybody's.
share() {
    install -d "$(dirname "$root/share/$1")"
    "$vanthu" "${@:2}" --lang vi >"$root/share/$1"
    chmod 644 "$root/share/$1"
    echo "$root/share/$1"
}
share man/man1/vanthu.1 manual
share bash-completion/completions/vanthu completions bash
share zsh/site-functions/_vanthu completions zsh
share fish/vendor_completions.d/vanthu.fish completions fish
