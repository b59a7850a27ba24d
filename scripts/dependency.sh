#!/usr/bin/env bash
# dependency.sh   Builds a small program that depends on a tagged copy of this package, as a stranger's would, and runs it: it fills a
# template and checks a document, all in memory.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/vanthu"
tar -cf - --exclude=./.build --exclude=./.git --exclude=./output . | tar -xf - -C "$folder/vanthu"
git -C "$folder/vanthu" init --quiet
git -C "$folder/vanthu" add --all
git -C "$folder/vanthu" -c user.name=vanthu -c user.email=vanthu@localhost commit --quiet --message 'As it is'
git -C "$folder/vanthu" tag 0.1.0
mkdir -p "$folder/stranger/Sources/stranger"
cp templates/cong-van.docx examples/van-ban/cong-van.yaml "$folder/stranger/"

cat >"$folder/stranger/Package.swift" <<SWIFT
// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "stranger",
    dependencies: [.package(url: "file://$folder/vanthu", exact: "0.1.0")],
    targets: [
        .executableTarget(
            name: "stranger",
            dependencies: [
                .product(name: "DocumentTemplates", package: "vanthu"),
                .product(name: "Checking", package: "vanthu"),
                .product(name: "Values", package: "vanthu"),
                .product(name: "Diagnostics", package: "vanthu"),
            ])
    ])
SWIFT
cat >"$folder/stranger/Sources/stranger/main.swift" <<'SWIFT'
import Checking
import Diagnostics
import DocumentTemplates
import Foundation
import Values

do throws(Failure) {
    let template = try Template(bytes: [UInt8](FileManager.default.contents(atPath: "cong-van.docx") ?? Data()), file: "cong-van.docx")
    let data = try Value(opening: "cong-van.yaml")
    let document: [UInt8] = try template.render(data, missing: .isBlank)
    let check = try OfficialCheck(of: document, named: "cong-van.docx")
    print("filled \(document.count > 1000 ? "whole" : "nothing"), judged by \(check.verdict)")
} catch {
    print(error)
    exit(1)
}
SWIFT
log=$folder/log
if ! swift build --quiet --package-path "$folder/stranger" >"$log" 2>&1; then
    grep -E 'error' "$log" | head -20 >&2 || tail -20 "$log" >&2
    echo 'dependency: a package that depends on this one does not build' >&2
    exit 1
fi
cd "$folder/stranger"
result=$("$(swift build --package-path . --show-bin-path)/stranger")
echo "dependency: $result"
[[ $result == "filled whole, judged by judged"* ]]
