#!/usr/bin/env bash
# package-test.sh [FOLDER]   Makes the packages, looks at them with lintian, and runs both in bare systems that debootstrap makes: the package in the
# release it was built on, the archive in the next one too. Needs root; VANTHU_MIRROR names another mirror than the one of this machine.
set -euo pipefail
cd "$(dirname "$0")/.."
[ "$(id -u)" = 0 ] || { echo 'package-test: has to be run as root, since it makes a system of its own' >&2; exit 3; }
scripts/setup.sh debootstrap lintian xz-utils
folder=${1:-output/goi}
mapfile -t made < <(scripts/package.sh "$folder")
package=${made[0]} archive=${made[1]}

echo "package-test: lintian" >&2
lintian --fail-on error,warning --suppress-tags initial-upload-closes-no-bugs "$package"

. /etc/os-release
mirror=${VANTHU_MIRROR:-$(sed -n 's/^deb  *\(\[[^]]*\] *\)\{0,1\}\(http[^ ]*\).*/\2/p; s/^URIs: *\([^ ]*\).*/\1/p' /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | head -n 1 || :)}
bare=$(mktemp -d)
trap 'umount "$bare"/*/proc 2>/dev/null || :; rm -rf "$bare"' EXIT

# try SUITE COMMAND…   A bare system of that release, and a workspace made, checked and turned into documents in it.
try() {
    local suite=$1 root=$bare/$1
    echo "package-test: a bare Debian $suite" >&2
    debootstrap --variant=minbase "$suite" "$root" "$mirror" >"$bare/log" 2>&1 || { tail -n 5 "$bare/log" >&2; return 1; }
    cp /etc/apt/apt.conf.d/* "$root/etc/apt/apt.conf.d/" 2>/dev/null || true
    cp "$package" "$archive" "$root/root/"
    # The loader and the program find out about themselves there.
    mount -t proc proc "$root/proc"
    local status=0
    chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root DEBIAN_FRONTEND=noninteractive bash -euc "$2" || status=$?
    umount "$root/proc"
    rm -rf "$root"
    return "$status"
}

# Each by itself: `set -e` does not hear of a failure in the midst of `&&`.
use='cd /root; vanthu --version | grep -q "^vanthu [0-9]"; vanthu new h; vanthu plan h -o ra --force; vanthu check ra/*.docx ra/*.odt; vanthu manual >/dev/null; test -s ra/ke-hoach.docx'
try "$VERSION_CODENAME" "apt-get update -qq; apt-get install -y -qq --no-install-recommends /root/$(basename "$package") >/dev/null; $use; ! ldd /usr/bin/vanthu | grep 'not found'"
for suite in "$VERSION_CODENAME" "${VANTHU_OTHER_RELEASE:-trixie}"; do
    try "$suite" "mkdir /opt/v; command -v xz >/dev/null || { apt-get update -qq; apt-get install -y -qq --no-install-recommends xz-utils >/dev/null; }; tar -C /opt/v --strip-components 1 -xJf /root/$(basename "$archive"); PATH=/opt/v/bin:\$PATH; $use"
done
echo "package-test: $package and $archive run in bare systems"
