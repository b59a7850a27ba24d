import OfficeDocument
import OfficePackage
import Regulations
import Testing

@testable import Checking
@testable import Forms

/// Sentences that begin as a heading or an addressee does.
@Suite struct CitationLineTests {
    @Test(
        arguments: [
            "Phần II Kế hoạch số 15/KH-UBND giao Sở Tài chính chủ trì.",
            "Chương III Luật Lưu trữ quy định về số hóa.", "Điều 5, Điều 7 Quy chế làm việc được áp dụng.",
            "Mục 3.2 Phụ lục I do Văn phòng thực hiện.", "Mục 1, 2 và 3 do Văn phòng thực hiện.",
            "Phần 2.1 do Văn phòng thực hiện.", "Điều 5.1 Quy chế được áp dụng.",
        ], OfficeFormat.allCases) func `a sentence that cites is no heading`(
            text: String, format: OfficeFormat
        ) throws
    {
        var document = RightDocuments.plan
        document.insert([FormStyle.body(text)], .after, Mutation.lastPoint)
        let rules = OfficialCheck(of: try document.read(as: format)).findings.map(\.rule)
        let ofHeadings: Set<Rule> = [.headingLook, .numberingGap, .numberingRepeat, .headingWeights]
        #expect(ofHeadings.isDisjoint(with: rules), "\(rules)")
    }

    @Test(arguments: OfficeFormat.allCases) func `what is sent within the text is no addressee`(
        format: OfficeFormat
    ) throws {
        let text = "Kính gửi thư mời tới các đơn vị trước ngày 15/5/2026."
        for (place, isAddressee) in [(Mutation.lastPoint, false), (Mutation.subject, true)] {
            var document = RightDocuments.plan
            document.insert([FormStyle.body(text)], .after, place)
            let rules = OfficialCheck(of: try document.read(as: format)).findings.map(\.rule)
            #expect(rules.contains(.addresseeUnexpected) == isAddressee, "\(place): \(rules)")
            #expect(rules.contains(.addresseeColon) == isAddressee)
        }
    }

    @Test(arguments: OfficeFormat.allCases) func `Roman headings in small letters are told, plain or italic`(
        format: OfficeFormat
    ) throws {
        let row = ["I. Mục đích, yêu cầu", "II. Nội dung", "III. Tổ chức thực hiện"]
        for (titles, slant, isTold) in [
            (row, .upright, true), (row, .italic, true), (Array(row.prefix(2)), .upright, true),
            // One alone, a row that does not begin, items that end as items do, and items below each other.
            (Array(row.prefix(1)), .upright, false), (Array(row.dropFirst()), .upright, false),
            (row.map { $0 + ";" }, .upright, false),
        ] as [([String], CharacterFormat.Slant, Bool)] {
            var document = RightDocuments.letter
            let blocks = titles.flatMap {
                [FormStyle.body($0), FormStyle.body(RightDocuments.sentence + ".")]
            }
            document.insert(blocks, .after, RightDocuments.sentence + ".")
            for title in titles { document.change(title) { $0.runs[0].format.slant = slant } }
            let rules = OfficialCheck(of: try document.read(as: format)).findings.map(\.rule)
            #expect(rules.contains(.headingLook) == isTold, "\(titles) \(rules)")
        }
        var document = RightDocuments.letter
        document.insert(row.map { FormStyle.body($0) }, .after, RightDocuments.sentence + ".")
        #expect(!OfficialCheck(of: try document.read(as: format)).findings.map(\.rule).contains(.headingLook))
    }
}
