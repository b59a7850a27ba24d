import Diagnostics
import FoundationEssentials
import TestSupport
import Testing

@testable import VanThu

/// What a program reads of a report.
private struct ReadReport: Decodable {
    struct Document: Decodable {
        let verdict: String
        let findings: [Entry]
        let components: [Part]?
        let headings: [Heading]?
        let tables: [Table]?
        let marks: [Mark]?
    }
    struct Entry: Decodable { let rule: String }
    struct Both: Decodable { let vi: String }
    struct Place: Decodable {
        let part: String
        let paragraph: Int
        let cell: [Int]?
    }
    struct Part: Decodable {
        let component: String
        let status: String
        let places: [Place]?
        let reason: Both?
    }
    struct Heading: Decodable {
        let text: String
        let level: Int
        let sureness: String
        let reason: Both?
        let number: String?
        let place: Place
    }
    struct Table: Decodable { let kind: String }
    struct Mark: Decodable { let kind: String }

    let documents: [Document]
}

@Suite struct CheckReports {
    /// The only document of a report over paragraphs of text.
    private func report(of lines: [String]) throws -> ReadReport.Document {
        try withScratchFolder { folder in
            let file = folder.appending(path: "van-ban.docx")
            let paragraphs = lines.joined(separator: "</w:t></w:r></w:p><w:p><w:r><w:t>")
            try Data(minimalDocument(paragraphs)).write(to: file)
            let json = CheckReport(try Clerk.check([file.path]), in: .vietnamese).json
            let read = try JSONDecoder().decode(ReadReport.self, from: Data(json.utf8))
            return try #require(read.documents.first)
        }
    }

    private static let head = [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "SỞ TÀI CHÍNH", "Số: 05/KH-STC",
        "Đắk Nông, ngày 05 tháng 01 năm 2026", "KẾ HOẠCH", "Công tác năm 2026",
    ]
    private static let text = [
        "I. MỤC ĐÍCH", "Sở tổ chức thực hiện.", "II. NỘI DUNG", "1. Tuyên truyền", "Các phòng viết bài.",
        "2. Kiểm tra", "Các phòng tự kiểm tra.", "Các phòng thực hiện./.", "Nơi nhận:", "- Lưu: VT.",
    ]

    @Test func `each component says where it stands, each heading how sure its level is`() throws {
        let document = try report(of: Self.head + Self.text)
        #expect(document.verdict == "judged")
        let parts = Dictionary(uniqueKeysWithValues: (document.components ?? []).map { ($0.component, $0) })
        #expect(parts["soKyHieu"]?.status == "found")
        #expect(parts["soKyHieu"]?.places?.map(\.paragraph) == [4])
        #expect(parts["soKyHieu"]?.places?.map(\.part) == ["word/document.xml"])
        #expect(parts["kinhGui"]?.status == "missing")
        #expect(parts["kinhGui"]?.places == nil)
        #expect(parts["soTrang"]?.status == "missing")
        let headings = document.headings ?? []
        #expect(headings.map(\.text) == ["I. MỤC ĐÍCH", "II. NỘI DUNG", "1. Tuyên truyền", "2. Kiểm tra"])
        #expect(headings.map(\.level) == [1, 1, 2, 2])
        #expect(headings.map(\.sureness) == ["sure", "sure", "guessed", "guessed"])
        #expect(headings.map { $0.reason != nil } == [false, false, true, true])
        #expect(headings.map(\.number) == ["roman", "roman", "arabic", "arabic"])
        #expect(headings.map(\.place.paragraph) == [8, 10, 11, 13])
    }

    @Test func `a document that is not recognised says so as a finding, with what was seen and what was not`()
        throws
    {
        let document = try report(of: ["KẾ HOẠCH", "Ngày xửa ngày xưa có một ông lão đánh cá."])
        #expect(document.verdict == "not-judged")
        #expect(document.findings.map(\.rule) == ["check.unrecognised"])
        let statuses = Dictionary(
            uniqueKeysWithValues: (document.components ?? []).map { ($0.component, $0.status) })
        #expect(statuses["tenLoai"] == "found")
        #expect(statuses["quocHieu"] == "missing")
        #expect(statuses["soKyHieu"] == "missing")
    }

    @Test func `what stands there and cannot be read says why`() throws {
        let document = try report(of: ["Các ph?ng ban th?c hi?n theo k? ho?ch c?a S? Khoa h?c và Công ngh?"])
        #expect(document.findings.map(\.rule) == ["check.lost-letters"])
        let number = document.components?.first { $0.component == "soKyHieu" }
        #expect(number?.status == "unreadable")
        #expect(number?.reason?.vi == "chữ tiếng Việt đã mất")
    }
}
