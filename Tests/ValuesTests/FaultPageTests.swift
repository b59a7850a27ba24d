import Diagnostics
import FoundationEssentials
import TestSupport
import Testing

@testable import Values

struct FaultPages {
    private enum Kind: String { case yaml, json, jsonl, csv }

    /// The least text of each kind of file that brings a fault about.
    private let texts: [(code: String, kind: Kind, text: String)] = [
        ("alias", .yaml, "a: &x 1"), ("key", .yaml, "true: 1"), ("yaml-tag", .yaml, "a: !!binary x"),
        ("yaml-documents", .yaml, "a: 1\n---\nb: 1"), ("duplicate-key", .yaml, "muc:\n  - a: 1\n    a: 2"),
        ("duplicate-key", .json, "{\"a\": 1, \"a\": 2}"), ("number-range", .json, "[1e500]"),
        ("number-range", .json, "[1234567890123456789012345678901234567890]"),
        ("too-deep", .json, String(repeating: "[", count: 65)), ("yaml-syntax", .yaml, "a:\n\tb: 1"),
        ("yaml-syntax", .yaml, "ten: Kế hoạch: năm 2020"), ("yaml-syntax", .yaml, "a: 1\nb\nc: 2"),
        ("yaml-syntax", .yaml, "a:\n  - b\n  c: 1"), ("yaml-syntax", .yaml, "a: \"x\" y\nb: 1"),
        ("yaml-syntax", .yaml, "a: \"x"), ("yaml-syntax", .yaml, "a: [1"), ("yaml-syntax", .yaml, "a: {b: 1"),
        ("yaml-syntax", .yaml, "a: @x"), ("yaml-syntax", .yaml, "a: \"\\q\""),
        ("yaml-syntax", .yaml, "a: x\u{1}y"), ("json-syntax", .json, "{\"a\": 1"),
        ("json-syntax", .json, "{\"a\" 1}"), ("json-syntax", .json, "{\"a\": 1 \"b\": 2}"),
        ("json-syntax", .json, "[1 2]"), ("json-syntax", .json, "{1: 1}"), ("json-syntax", .json, "[1,]"),
        ("json-syntax", .json, "{} x"), ("json-syntax", .json, "[\"a\tb\"]"),
        ("json-syntax", .json, "[\"\\q\"]"), ("json-syntax", .json, "[\"\\u00zz\"]"),
        ("json-syntax", .json, "[\"a?\\ud83d b\"]"), ("json-syntax", .json, "[\"\\udc00\"]"),
        ("json-syntax", .json, "[tru]"), ("json-syntax", .json, "['a']"),
        ("json-syntax", .jsonl, "{\"a\": 1}\n{\"a\" 2}"), ("csv-empty", .csv, ""),
        ("csv-empty-header", .csv, "ten,\nAn,1"), ("csv-duplicate-header", .csv, "ten,ten\nAn,1"),
        ("csv-row-short", .csv, "ten,tuoi\nAn"), ("csv-row-long", .csv, "ten,tuoi\nAn,1,2"),
        ("csv-row-long", .csv, "DANH SÁCH\nten,tuoi"), ("csv-unclosed-quote", .csv, "ten,tuoi\n\"An,1"),
        ("csv-quote", .csv, "ten,tuoi\n\"An\" Bình,1"),
    ]

    private let bytes: [(code: String, name: String, bytes: [UInt8])] = [
        ("utf16", "UTF-16", [0xFF, 0xFE, 0x61, 0]), ("not-utf8", "61 0A E1 0A", [0x61, 0x0A, 0xE1, 0x0A]),
    ]

    @Test func `every message stands on one page, under its smallest file`() throws {
        var page = FaultPage()
        try withScratchFolder { folder in
            func told(_ name: String, _ bytes: [UInt8]) throws -> [Diagnostic] {
                let file = folder.appending(path: name)
                try Data(bytes).write(to: file)
                return opening(file.path, in: folder)
            }
            for (code, kind, text) in texts {
                let shown = text.count > 60 ? "\(text.prefix(8))… (\(text.count))" : text
                page.add(
                    "data.\(code)",
                    "\(kind.rawValue): " + shown.replacing("\n", with: "⏎").replacing("\t", with: "→"),
                    try told("d.\(kind.rawValue)", Array(text.utf8)))
            }
            for (code, name, bytes) in bytes { page.add("data.\(code)", name, try told("d.yaml", bytes)) }
            page.add("data.unknown-format", "du-lieu.xlsx", try told("du-lieu.xlsx", [0x50]))
            page.add(
                "data.file-not-found", "khong-co.yaml", opening(folder.path + "/khong-co.yaml", in: folder))
            let inside = folder.appending(path: "thu-muc.yaml")
            try FileManager.default.createDirectory(at: inside, withIntermediateDirectories: true)
            page.add("data.is-a-folder", "thu-muc.yaml", opening(inside.path, in: folder))
            for (code, name, text) in [
                ("not-records", "d.yaml", "a: 1"), ("broken-list", "d.json", "{\"a\": 1}"),
                ("record-too-long", "d.jsonl", String(repeating: "x", count: (16 << 20) + 1)),
            ] {
                let file = folder.appending(path: name)
                try Data(text.utf8).write(to: file)
                page.add("data.\(code)", "\(name): \(text.prefix(10))", records(file.path, in: folder))
            }
        }
        // Files that the system gives to nobody, or breaks off, are not on every machine: the words are the same.
        page.add("data.file-unreadable", "chmod 000", [.unreadable("d.yaml", error: 13)])
        page.add("system.read-failed", "ổ đĩa hỏng", [.unreadable("d.yaml", error: 5)])
        page.add(
            "data.not-encodable", "Double.nan",
            faults { () throws(Failure) in _ = try Value(encoding: ["so": Double.nan]) })
        try page.expect(named: "faults.txt", codesOf: ["Values"])
    }

    private func records(_ path: String, in folder: URL) -> [Diagnostic] {
        faults { () throws(Failure) in
            let stream = try RecordStream(opening: path)
            for record in try stream.next(atMost: 1) { _ = try RecordReader(file: path).value(of: record) }
        }.map { $0.hiding(folder.path + "/") }
    }

    private func opening(_ path: String, in folder: URL) -> [Diagnostic] {
        faults { () throws(Failure) in _ = try Value(opening: path) }.map { $0.hiding(folder.path + "/") }
    }
}
