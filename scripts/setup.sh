#!/usr/bin/env bash
# setup.sh [PACKAGE…]   Installs the Debian packages this project builds on, and those named, if any is missing. Says what it does.
set -euo pipefail

fail() {
    printf 'setup: %s\n' "$@" >&2
    exit 3
}

toolchain='install Swift 6.2 or later from https://www.swift.org/install'
command -v swift >/dev/null || fail "there is no Swift toolchain; $toolchain"
if ! said=$(swift --version 2>&1); then
    fail 'the Swift toolchain that is here does not run:' "  $(printf '%s' "$said" | tail -n 1)" \
        "install the libraries that it names, or $toolchain"
fi
release=$(printf '%s' "$said" | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
if [ -n "$release" ] && [ "$(printf '6.2\n%s\n' "$release" | sort -V | head -n 1)" != 6.2 ]; then
    fail "the Swift toolchain that is here is $release, which is too old; $toolchain"
fi

# Module of pkg-config, Debian package.
modules=(libxml-2.0 libzip zlib libcrypto yaml-0.1 yajl libcmark-gfm libmicrohttpd libsodium sqlite3)
packages=(libxml2-dev libzip-dev zlib1g-dev libssl-dev libyaml-dev libyajl-dev libcmark-gfm-dev libmicrohttpd-dev libsodium-dev libsqlite3-dev)
# The fast compressor, on the architectures it is made for.
case $(uname -m) in
    x86_64 | amd64 | aarch64 | arm64)
        modules+=(libisal)
        packages+=(libisal-dev)
        ;;
esac

missing=()
if command -v pkg-config >/dev/null; then
    for i in "${!modules[@]}"; do
        pkg-config --exists "${modules[$i]}" || missing+=("${packages[$i]}")
    done
else
    missing=("${packages[@]}" pkg-config)
fi
# The extensions of libcmark-gfm have a package of their own, which pkg-config knows nothing of.
if ! echo '#include <cmark-gfm-core-extensions.h>' | clang -fsyntax-only -x c - 2>/dev/null; then
    missing+=(libcmark-gfm-extensions-dev)
fi
# libxlsxwriter is opened at run time, by the name its package gives it; only writing .xlsx needs it.
if [ -e /usr/share/doc/libc6 ] && ! ldconfig -p | grep -q 'libxlsxwriter\.so\.4'; then
    missing+=(libxlsxwriter4)
fi
# So is libqrencode, which only QR codes need.
if [ -e /usr/share/doc/libc6 ] && ! ldconfig -p | grep -q 'libqrencode\.so\.4'; then
    missing+=(libqrencode4)
fi
for package; do
    dpkg -s "$package" >/dev/null 2>&1 || missing+=("$package")
done
((${#missing[@]})) || exit 0

command -v apt-get >/dev/null ||
    fail "these libraries are missing: ${missing[*]} (names of Debian packages)" \
        'there is no apt-get here: install them with the package manager of this system, for instance: brew install libxml2 libzip zlib openssl@3 libyaml yajl cmark-gfm isa-l libmicrohttpd libsodium sqlite pkg-config'

as_root=()
if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null ||
        fail "these packages are missing: ${missing[*]}" \
            'neither root nor sudo here: ask an administrator to run' \
            "  apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
    as_root=(sudo)
    sudo -v || fail "these packages are missing: ${missing[*]}" \
        'sudo was refused: ask an administrator to run' \
        "  apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
fi

echo "setup: installing ${missing[*]} through apt-get" >&2
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! "${as_root[@]}" apt-get update -qq >"$log" 2>&1; then
    echo 'setup: apt-get update failed; trying with the package lists that are here:' >&2
    tail -n 3 "$log" >&2
fi
if ! "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >"$log" 2>&1; then
    tail -n 8 "$log" >&2
    fail "apt-get could not install ${missing[*]}" \
        'check the network and /etc/apt/sources.list, then run this again'
fi
