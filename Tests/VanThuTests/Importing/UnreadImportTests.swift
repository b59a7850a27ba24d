import Diagnostics
import FoundationEssentials
import TestSupport
import Testing

@testable import VanThu

/// What stands in a document and is no text is told by whoever reads it for its text.
@Suite struct UnreadContentTold {
    private static let ends = "</w:t></w:r>"
    private static let goOn = "<w:r><w:t xml:space=\"preserve\">"
    private static func formula(_ letters: String) -> String {
        "\(ends)<m:oMath xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"><m:r><m:t>\(letters)</m:t></m:r></m:oMath>\(goOn)"
    }
    private static let fraction =
        "\(ends)<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> EQ \\f(1,2) </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>\(goOn)"
    private static let choice =
        "\(ends)<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"xã\"/><w:listEntry w:val=\"tỉnh\"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>\(goOn)"
    private static let sign =
        "\(ends)<w:r><w:rPr><w:rFonts w:ascii=\"Symbol\" w:hAnsi=\"Symbol\"/></w:rPr><w:t>\u{F0B3}\u{F0F0}</w:t></w:r>\(goOn)"

    @Test func `an import lists it with its place and keeps what is text`() throws {
        try withScratchFolder { folder in
            let paper = try OfficePaper.plan([
                "Công thức \(Self.formula("H=A+B")) theo năm.", "Tỷ lệ \(Self.fraction) mỗi quý.",
                "Cấp \(Self.choice) thực hiện.", "Đạt \(Self.sign) 95%.",
            ])
            let result = try imported([("van-ban.docx", paper)], in: folder)
            let texts = result.warnings.filter { "\($0.code)" == "import.no-place" }.map {
                $0.message.text(in: .vietnamese)
            }
            #expect(texts.count == 3, "\(texts)")
            #expect(texts.contains { $0.contains("công thức “H=A+B”") })
            #expect(texts.contains { $0.contains("trường “EQ \\f(1,2)”") })
            #expect(texts.contains { $0.contains("ký hiệu U+F0F0 chỉ phông Symbol có") })
            let fields = result.warnings.filter { "\($0.code)" == "import.field" }
            #expect(fields.count == 1)
            #expect(fields.first?.message.text(in: .vietnamese).contains("FORMDROPDOWN") == true)
            let plan = try String(contentsOf: folder.appending(path: "ho-so/ke-hoach.yaml"), encoding: .utf8)
            #expect(plan.contains("Cấp tỉnh thực hiện.") && plan.contains("Đạt ≥"))
        }
    }

    @Test(arguments: [
        ("H=A+B", "H=A+C", ["diff.unread-content", "diff.unread-content"]),
        ("H=A+B", "H=A+B", ["diff.only-letters"]),
    ]) func `a comparison of texts tells that it does not see it`(old: String, new: String, codes: [String])
        throws
    {
        try withScratchFolder { folder in
            let paths = try [("cu.docx", old), ("moi.docx", new)].map { name, letters in
                let file = folder.appending(path: name)
                try Data(OfficePaper.plan(["Công thức \(Self.formula(letters)) theo năm."])).write(to: file)
                return file.path
            }
            let result = try Clerk.compare(paths[0], with: paths[1])
            #expect(result.value.changes == [])
            #expect(result.warnings.map { "\($0.code)" } == codes)
        }
    }
}
