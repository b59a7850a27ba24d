#!/usr/bin/env bash
# package.sh [FOLDER]   Makes a Debian package and an archive that brings its libraries along, in FOLDER (default output/goi); prints their paths.
# Both hold the same program, stripped; the archive is for other systems with the same C library or a later one.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=${1:-output/goi}
install -d "$folder"
folder=$(cd "$folder" && pwd)

scripts/setup.sh dpkg-dev patchelf xz-utils

version=$(sed -n 's/.*version = "\(.*\)".*/\1/p' Sources/VanThu/Version.swift)
architecture=$(dpkg --print-architecture)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# The time of the last commit, so that the same sources give the same package.
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 0)}

# --- The program, its manual, completions and pages
root=$work/root
DESTDIR=$root scripts/install.sh /usr >/dev/null
doc=$root/usr/share/doc/vanthu
install -d "$doc"
gzip -9n "$root/usr/share/man/man1/vanthu.1"
# The manual page of the program that starts these two is theirs as well.
for program in vanthu-serve vanthu-office; do ln -s vanthu.1.gz "$root/usr/share/man/man1/$program.1.gz"; done
install -m 644 README.vi.md README.md docs/*.md "$doc/"
gzip -9nc CHANGELOG.md >"$doc/CHANGELOG.md.gz"
# Debian's own form, which says where the changes are told.
gzip -9nc >"$doc/changelog.gz" <<TEXT
vanthu ($version) unstable; urgency=medium

  * The changes are told in CHANGELOG.md.gz.

 -- vanthu authors <maintainers@users.noreply.invalid>  $(LC_ALL=C date -R -u -d "@$SOURCE_DATE_EPOCH")
TEXT
chmod 644 "$doc/changelog.gz" "$doc/CHANGELOG.md.gz"
cat >"$doc/copyright" <<TEXT
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: vanthu

Files: *
Copyright: $(sed -n 's/^Copyright (c) //p' LICENSE)
License: Expat
$(sed '1,/^Copyright/d; s/^$/./; s/^/ /' LICENSE | sed '1{/^ \.$/d}')
TEXT

# What it opens when it is first needed, and what of that a program cannot do without.
path_of() { ldconfig -p | sed -n "s/.*$1\.so\.[0-9]* .*=> //p" | head -n 1; }
opened_always=$(for library in libxml2 libzip libcrypto; do path_of $library; done)
opened_late=$(for library in libxlsxwriter libqrencode; do path_of $library; done)

# --- What it stands on, by the libraries it was linked with and those it opens
install -d "$work/debian"
printf 'Source: vanthu\n\nPackage: vanthu\nArchitecture: any\n' >"$work/debian/control"
programs=("$root"/usr/bin/* )
[ -d "$root/usr/libexec/vanthu" ] && programs+=("$root"/usr/libexec/vanthu/*)
depends=$(cd "$work" && dpkg-shlibdeps -O "${programs[@]}" 2>/dev/null | sed 's/^shlibs:Depends=//')
for library in $opened_always; do
    depends="$depends, $(dpkg-query -S "$(readlink -f "$library")" | cut -d: -f1)"
done
size=$(du -sk --apparent-size "$root" | cut -f1)
install -d "$root/DEBIAN"
cat >"$root/DEBIAN/control" <<TEXT
Package: vanthu
Version: $version
Section: text
Priority: optional
Architecture: $architecture
Maintainer: vanthu authors <maintainers@users.noreply.invalid>
Installed-Size: $size
Depends: $depends
Recommends: libreoffice-writer-nogui, libreoffice-calc-nogui, libxlsxwriter4, libqrencode4
Suggests: fonts-liberation
Description: official documents of Vietnam's public offices from plan data
 Makes plans, budget estimates and periodic reports from one folder of data, as
 DOCX and ODT in the format of Nghi dinh 30/2020/ND-CP and of the Party's
 guidance; fills templates that were made in Word or Writer; checks and mends
 documents that others made.
TEXT
(cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum) >"$root/DEBIAN/md5sums"
find "$root" -newermt "@$SOURCE_DATE_EPOCH" -exec touch -hd "@$SOURCE_DATE_EPOCH" {} +
package=$folder/vanthu_${version}_$architecture.deb
dpkg-deb --root-owner-group --build "$root" "$package" >/dev/null
echo "$package"

# --- The archive: the libraries in lib/vanthu, found from where the program lies
name=vanthu-$version-linux-$(uname -m)
archive=$work/$name
cp -a "$root/usr" "$archive"
install -d "$archive/lib/vanthu"
for program in "${programs[@]}"; do
    # What belongs to the C library has to be the system's own.
    for file in "$program" $opened_always; do ldd "$file"; done | sed -n 's/.*=> \(\/[^ ]*\) .*/\1/p' | grep -vE '/(libc|libm|libdl|libpthread|librt|ld-linux[^/]*)\.so' |
        while read -r library; do install -m 644 "$library" "$archive/lib/vanthu/"; done
    inside=$archive/${program#"$root"/usr/}
    depth=$(dirname "${program#"$root"/usr/}" | sed 's|[^/][^/]*|..|g')
    patchelf --set-rpath "\$ORIGIN/$depth/lib/vanthu" "$inside"
done
for library in $opened_always $opened_late; do install -m 644 "$library" "$archive/lib/vanthu/"; done
for library in "$archive"/lib/vanthu/*; do patchelf --set-rpath '$ORIGIN' "$library"; done
find "$archive" -exec touch -hd "@$SOURCE_DATE_EPOCH" {} +
XZ_OPT=-T0 tar -C "$work" --sort=name --owner=0 --group=0 --numeric-owner -cJf "$folder/$name.tar.xz" "$name"
echo "$folder/$name.tar.xz"
