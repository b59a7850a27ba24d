import Diagnostics
import TestSupport
import Testing

@testable import XMLTree

struct FaultPages {
    private let sources: [(code: String, input: String, text: String)] = [
        ("malformed", "", ""), ("malformed", "<a>", "<a>"), ("malformed", "<a></b>", "<a></b>"),
        ("malformed", "<a/><b/>", "<a/><b/>"), ("malformed", "<a>&x;</a>", "<a>&x;</a>"),
        ("malformed", "<a>×300", String(repeating: "<a>", count: 300)),
        ("doctype", "<!DOCTYPE a><a/>", "<!DOCTYPE a><a/>"),
        (
            "too-many-attributes", "5000 thuộc tính",
            "<a " + (0..<5000).map { "a\($0)=\"\"" }.joined(separator: " ") + "/>"
        ),
    ]

    @Test func `every message stands on one page, under its smallest part`() throws {
        var page = FaultPage()
        for (code, input, text) in sources {
            let found = faults { () throws(Failure) in
                _ = try Element(parsing: Array(text.utf8), file: "mau.docx: word/document.xml")
            }
            page.add("xml.\(code)", input, found)
        }
        // Two gigabytes of memory are not asked of a test.
        page.add("xml.too-large", "phần trên 2 GiB", [.tooLarge("mau.docx: word/document.xml")])
        try page.expect(named: "faults.txt", codesOf: ["XMLTree"])
    }
}
