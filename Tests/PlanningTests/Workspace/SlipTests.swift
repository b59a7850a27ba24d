import Diagnostics
import Planning
import Testing

/// Slips that look right on the screen, or that a parser tells of at another place: cause, place and mend.
@Suite struct SlipTests {
    /// What is told of the starter workspace with one slip: place, code, message and mend of each fault.
    private func told(_ kind: DataKind, _ old: String, _ new: String) throws -> [Diagnostic] {
        let files = starterWorkspace(changing: kind) { text in
            #expect(text.contains(old))
            return text.replacing(old, with: new, maxReplacements: 1)
        }
        do { return try reading(files).warnings } catch let failure as Failure { return failure.diagnostics }
    }

    @Test func `a colon within a sentence is told as what made a key of it`() throws {
        let found = try told(.programme, "- Nâng cao nhận thức", "- Nâng cao: nhận thức")
        #expect(found.map(\.code) == ["data.wrong-type"])
        #expect(found.first?.message.vietnamese.contains("dấu hai chấm sau “Nâng cao”") == true)
        #expect(
            found.first?.fix?.vietnamese.hasPrefix("đặt cả dòng trong ngoặc kép: \"Nâng cao: nhận") == true)
    }

    @Test func `a brace at the beginning is told as what made a mapping of it`() throws {
        let found = try told(.programme, "- Nâng cao nhận thức của", "- {nam}")
        #expect(
            found.contains { $0.message.vietnamese.contains("ngoặc nhọn") || $0.code == "data.yaml-syntax" })
    }

    @Test func `a quote that is not closed is told where it is opened`() throws {
        let found = try told(.programme, "bao gồm:\"", "bao gồm:")
        #expect(found.map(\.code) == ["data.yaml-syntax"])
        #expect(found.first?.message.vietnamese == "ngoặc kép mở ở dòng này mà không đóng")
        let text = starter(.programme).text
        let line = text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex {
            $0.contains("bao gồm:")
        }
        #expect(found.first?.location.text(in: .english) == "ke-hoach.yaml:\((line ?? 0) + 1):10")
    }

    @Test(arguments: [
        ("so_luong: 4\n", "[1,5 ngày]", "ghi 1,5, đơn vị tính ghi ở mục riêng của nó", "1,5"),
        ("so_luong: 4\n", "[1,500 ngày]", "ghi 1,5, hoặc ghi 1.500", "\"1.500\""),
        ("don_gia: 1000000\n", "[2,5 triệu]", "viết \"2,5 triệu\" trong ngoặc kép", "\"2,5 triệu\""),
        (
            "can_cu: Quy chế chi tiêu nội bộ\n", "[1,5 ngày]", "viết \"1,5 ngày\" trong ngoặc kép",
            "\"1,5 ngày\""
        ),
    ]) func `the mend of a number that a comma has cut is one that is read`(
        line: String, written: String, mend: String, mended: String
    ) throws {
        let key = line.prefix { $0 != ":" }
        let found = try told(.estimate, line, "\(key): \(written)\n")
        let fix = found.first { $0.code == "data.wrong-type" }?.fix?.vietnamese ?? ""
        #expect(fix.hasSuffix("bỏ ngoặc vuông và \(mend)"), "\(found)")
        let read = try told(.estimate, line, "\(key): \(mended)\n").map(\.code)
        #expect(read.allSatisfy { $0.hasPrefix("planning.") }, "\(read)")
    }

    @Test(arguments: ["[1,5]", "[1,5 ngay,2]"]) func `what may be several numbers has no such mend`(
        written: String
    ) throws {
        let found = try told(.estimate, "so_luong: 4\n", "so_luong: \(written)\n")
        #expect(
            found.first { $0.code == "data.wrong-type" }?.fix?.vietnamese.hasPrefix("sửa thành số") == true)
    }

    @Test(arguments: ["mục_đích", "mục đích", "Muc_dich", "muc_đich"])
    func `a key with marks is told once, with the key it means`(key: String) throws {
        let found = try told(.programme, "muc_dich:", "\(key):")
        #expect(found.map(\.code) == ["data.unknown-field"])
        #expect(found.first?.fix?.vietnamese == "viết “muc_dich”")
    }

    @Test func `a value where a list should be is told with the list`() throws {
        let found = try told(.programme, "phoi_hop: [VP]", "phoi_hop: VP, TTTT")
        #expect(found.map(\.code) == ["data.wrong-type"])
        #expect(found.first?.fix?.vietnamese == "viết trong ngoặc vuông: [VP, TTTT]")
    }

    @Test(arguments: [
        ("chu_tri: VP", "chu_tri: VP\u{200B}", "U+200B"), ("chu_tri: VP", "chu_tri: “VP”", "ngoặc cong"),
        ("chu_tri: VP", "chu_tri: V\u{AD}P", "U+00AD"),
    ]) func `letters that nobody sees in a code are named`(old: String, new: String, name: String) throws {
        let found = try told(.programme, old, new)
        #expect(found.map(\.code) == ["data.unknown-reference"])
        #expect(found.first?.message.vietnamese.contains(name) == true)
        #expect(found.first?.fix?.vietnamese == "gõ lại mã: VP")
    }

    @Test(arguments: [
        ("muc_dich:", "muc_dich\u{200B}:", "data.unknown-field", "U+200B"),
        ("trich_yeu:", "\u{A0}trich_yeu:", "data.unknown-field", "U+00A0"),
        ("  mo_ta: \"", "  mo_ta: “Các kênh: \"", "data.yaml-syntax", "ngoặc cong"),
        ("yeu_cau:\n", "yeu_cau\u{A0}\n", "data.yaml-syntax", "U+00A0"),
    ]) func `letters that nobody sees in a key are named`(
        old: String, new: String, code: String, name: String
    ) throws {
        let found = try told(.programme, old, new)
        #expect(found.first?.code == code)
        #expect(
            found.first?.message.vietnamese.contains(name) == true,
            "\(found.map { $0.text(in: .vietnamese) })")
    }
}
