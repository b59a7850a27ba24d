import Diagnostics
import TestSupport
import Testing
import Values

@testable import Batches

struct FileNameTests {
    private static let place = Location.argument("--name")

    @Test(arguments: [
        ("Nguyễn Văn An", "Nguyễn Văn An.docx"), ("a/b\\c:d*e?f\"g<h>i|j", "a-b-c-d-e-f-g-h-i-j.docx"),
        ("báo cáo. . ", "báo cáo.docx"), (" đầu", "đầu.docx"), (".an", "_.an.docx"), ("CON", "_CON.docx"),
        ("con.x", "_con.x.docx"), ("COM1", "_COM1.docx"), ("com10", "com10.docx"), ("LPT¹", "_LPT¹.docx"),
        ("console", "console.docx"), ("a\u{202E}b\u{200B}c", "abc.docx"), ("a\tb\u{0}c", "a b-c.docx"),
        ("e\u{302}\u{301}", "ế.docx"), ("a.docx", "a.docx"), ("a.DOCX", "a.docx"), ("a.odt", "a.odt.docx"),
    ]) func `a name is one that every file system takes`(text: String, name: String) throws {
        #expect(try FileName.safe(text, fileExtension: "docx", at: Self.place) == name)
    }

    @Test(arguments: ["", " ", "...", " . ", "\u{200B}"]) func `a name of nothing is told`(text: String) {
        #expect(throws: Failure.self) { try FileName.safe(text, fileExtension: "docx", at: Self.place) }
    }

    @Test func `a long name is shortened at the limit, and stays different from its like`() throws {
        let longest = String(repeating: "a", count: 250)
        #expect(try FileName.safe(longest, fileExtension: "docx", at: Self.place) == longest + ".docx")
        let first = try FileName.safe(longest + "b", fileExtension: "docx", at: Self.place)
        let second = try FileName.safe(longest + "c", fileExtension: "docx", at: Self.place)
        #expect(first.utf8.count == 255 && second.utf8.count == 255 && first != second)
        let letters = try FileName.safe(
            String(repeating: "ế", count: 200), fileExtension: "odt", at: Self.place)
        #expect(letters.utf8.count <= 255 && letters.hasPrefix("ếế") && letters.hasSuffix(".odt"))
    }

    private static let record: Value = [
        "ma": "a_B-9", "nam": 2026, "thiet_bi": "NUL", "so": "12/KH-UBND", "ten": "Nguyễn Thị Ánh",
        "rong": "", "len": "../../etc", "danh": ["a"],
    ]

    @Test(arguments: [
        ("{so}-{ten | khong_dau}.docx", "12-KH-UBND-Nguyen Thi Anh.docx"),
        ("{so}/{ten}", "12-KH-UBND/Nguyễn Thị Ánh.docx"), ("{ma}/{ma}-x", "a_B-9/a_B-9-x.docx"),
        ("{ma}{rong}.docx", "a_B-9.docx"), ("{ma}.pdf", "a_B-9.pdf.docx"), ("{ma}{nam}", "a_B-92026.docx"),
        ("con/{ma}", "_con/a_B-9.docx"), ("{thiet_bi}", "_NUL.docx"),
        ("{#rong}x{^}y{/}{so}", "y12-KH-UBND.docx"), ("{\"}\" + so}", "}12-KH-UBND.docx"),
    ]) func `a pattern makes a path`(pattern: String, path: String) throws {
        let names = try NamePattern(parsing: pattern, option: "--name")
        #expect(try names.path(for: Self.record, at: Self.place, fileExtension: "docx") == path)
    }

    @Test(arguments: [
        ("{len}", "batch.name-leaves-folder"), ("{rong}", "batch.name-empty"),
        ("{rong}/{so}", "batch.name-empty"), ("{khac}", "data.unknown-name"), ("a//{so}", "batch.name-empty"),
    ]) func `a record that gives no good path is told`(pattern: String, code: String) throws {
        let names = try NamePattern(parsing: pattern, option: "--name")
        do throws(Failure) {
            _ = try names.path(for: Self.record, at: Self.place, fileExtension: "docx")
            Issue.record("no fault")
        } catch { if code != "data.unknown-name" { #expect(error.diagnostics.map(\.code) == [code]) } }
    }

    @Test(arguments: [
        ("../{so}", "batch.name-leaves-folder"), ("/tmp/{so}", "batch.name-leaves-folder"),
        ("{so", "batch.name-unclosed"), ("{#so}x", "batch.name-unclosed"), ("{/}", "batch.name-unclosed"),
        ("{%anh}", "batch.name-tag"), ("{so + }", "template.syntax"),
    ]) func `a pattern that is wrong is told before anything is made`(pattern: String, code: String) {
        do throws(Failure) {
            _ = try NamePattern(parsing: pattern, option: "--name")
            Issue.record("no fault")
        } catch { if code != "template.syntax" { #expect(error.diagnostics.map(\.code) == [code]) } }
    }

    @Test(arguments: [
        ("a", "a.odt"), ("a.odt", "a.odt"), ("0/12-KH_a.odt", "0/12-KH_a.odt"),
        ("console/0", "console/0.odt"), ("co/com10.odt", "co/com10.odt"), ("xyz1", "xyz1.odt"),
        (String(repeating: "a", count: 196), String(repeating: "a", count: 196) + ".odt"),
    ]) func `a plain path is what it is part by part`(text: String, path: String) throws {
        #expect(FileName.plainPath(Array(text.utf8), fileExtension: "odt") == path)
        #expect(try partByPart(text) == path)
    }

    @Test(arguments: [
        "", "/", "a/", "/a", "a//b", "a.b", "a.ODT", ".odt", "a/.odt", "con", "aux.odt", "com1/a", "lpt9",
        "a b", "ế", "a\\b", "..", "../a", "a.odt.odt", String(repeating: "a", count: 197),
    ]) func `what is not plain at a glance is looked at closely`(text: String) {
        #expect(FileName.plainPath(Array(text.utf8), fileExtension: "odt") == nil)
    }

    @Test(arguments: 0..<300) func `the short way gives what the long one gives`(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let letters = Array("acnlpoCOM1r-_/.odt Ế".unicodeScalars)
        for _ in 0..<50 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...9, using: &random) {
                text.append(letters[Int.random(in: 0..<letters.count, using: &random)])
            }
            guard let path = FileName.plainPath(Array(String(text).utf8), fileExtension: "odt") else {
                continue
            }
            #expect(try partByPart(String(text)) == path)
        }
    }

    private func partByPart(_ text: String) throws -> String {
        var parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let name = parts.removeLast()
        let folders = try parts.map { try FileName.safe($0, fileExtension: "", at: Self.place) }
        return try (folders + [FileName.safe(name, fileExtension: "odt", at: Self.place)]).joined(
            separator: "/")
    }
}
