import OfficeDocument
import OfficePackage
import Regulations
import Testing

@testable import Checking
@testable import Forms

/// Documents of the Party that a reader who had never seen them found to be told wrongly, and mended into faults.
@Suite struct UnseenPartyDocuments {
    private func rules(_ document: Document, _ format: OfficeFormat) throws -> [Rule] {
        OfficialCheck(of: try SetUp(testDescription: "").read(document, as: format)).findings.map(\.rule)
    }

    private static let first = "- Căn cứ Điều lệ Đảng;"

    @Test(
        arguments: [
            "Thực hiện Chương trình số 05-CTr/TU ngày 15/12/2025 của Tỉnh ủy",
            "Trên cơ sở kết quả kiểm tra năm 2025", "Theo đề nghị của Văn phòng Ban",
        ], OfficeFormat.allCases) func `a basis with a dash that begins with other words is one`(
            words: String, format: OfficeFormat
        ) throws
    {
        for party in PartyDocuments.all {
            let end = party.guidance.legalBasis.lastEnd
            let last = "- Căn cứ Quy chế làm việc của Ban Thường vụ Tỉnh ủy"
            func document(_ mark: String, _ lastMark: String) -> Document {
                var document = party.submission
                document.replace("\(last)\(end)", with: "\(last)\(mark)")
                document.insert([FormStyle.legalBasis("- \(words)\(lastMark)")], .after, "\(last)\(mark)")
                return document
            }
            let told = try rules(document(";", String(end)), format).map(\.code.rawValue)
            #expect(told == [], "\(party.guidance.key)")
            // The mark of the last one is that of the last one.
            #expect(try rules(document(";", ";"), format) == [.basisEnd], "\(party.guidance.key)")
        }
    }

    @Test(arguments: OfficeFormat.allCases)
    func `a title that stands alone may be bold, one below K T may not`(format: OfficeFormat) throws {
        for party in PartyDocuments.all {
            var document = party.plan
            document.change(style: .position) { $0.character.weight = .bold }
            #expect(try rules(document, format) == [.partyPositionWeight])
            document.replace("PHÓ TRƯỞNG BAN", with: "TRƯỞNG BAN")
            document.replace("K/T TRƯỞNG BAN", with: "")
            #expect(try !rules(document, format).contains(.partyPositionWeight))
        }
    }
}
