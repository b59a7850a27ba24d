import Container
import Diagnostics
import FoundationEssentials
import OfficeDocument
import OfficePackage
import Recognition
import Regulations
import TestSupport
import Testing

@testable import Checking
@testable import Forms

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite struct OddSetUps {
    /// One fault each of head and foot.
    private static let faults: [(right: String, wrong: String, rule: Rule)] = [
        ("Số: 05/KH-SKHCN", "Số: 5/KH-SKHCN", .numberUnpadded),
        ("Đắk Nông, ngày 05 tháng 01 năm 2026", "Đắk Nông, ngày 5 tháng 01 năm 2026", .dayUnpadded),
        ("KT. GIÁM ĐỐC", "KT GIÁM ĐỐC", .authorityForm),
        ("- Các đơn vị thuộc Sở;", "- Các đơn vị thuộc Sở,", .recipientEnd),
    ]

    private func told(_ document: ReadDocument) -> [String] {
        OfficialCheck(of: document).findings.filter { $0.severity > .note }.map {
            "\($0.rule.code) \($0.excerpt)"
        }
    }

    @Test(arguments: SetUp.all, OfficeFormat.allCases)
    func `a right document in an odd set-up has no finding, and a fault in it is told`(
        setUp: SetUp, format: OfficeFormat
    ) throws {
        #expect(told(try setUp.read(RightDocuments.plan, as: format)) == [])
        for fault in Self.faults {
            var document = RightDocuments.plan
            document.replace(fault.right, with: fault.wrong)
            let check = OfficialCheck(of: try setUp.read(document, as: format))
            let rules = check.findings.filter { $0.severity > .note }.map(\.rule)
            #expect(rules == [fault.rule], "\(fault.wrong)")
        }
    }

    /// Through LibreOffice, which writes styles, tables and text boxes in its own way.
    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/soffice")))
    func `odd set-ups stay recognised when LibreOffice has saved them`() throws {
        let wanted: Set<Component> = [
            .nationalTitle, .motto, .issuingAgency, .superiorAgency, .numberAndCode, .placeAndDate,
            .documentType, .subject, .recipientsLabel, .recipient, .authority, .signerName, .romanHeading,
        ]
        try withScratchFolder { folder in
            for (index, setUp) in SetUp.all.enumerated() {
                var document = RightDocuments.plan
                setUp.arranging(&document)
                let bytes = try setUp.bytes(of: document, as: .docx)
                try Data(bytes).write(to: folder.appending(path: "\(index).docx"))
            }
            let all = SetUp.all.indices.map { "\(folder.path)/\($0).docx" }.joined(separator: " ")
            let profile = "-env:UserInstallation=file://\(folder.path)/profile"
            let status = unsafe system(
                "/usr/bin/soffice \(profile) --headless --convert-to odt --outdir '\(folder.path)' \(all) >/dev/null 2>&1"
            )
            #expect(status == 0)
            // LibreOffice itself reads nothing where a content control stands around each run.
            for (index, setUp) in SetUp.all.enumerated()
            where setUp.testDescription != SetUp.contentControls.testDescription {
                let file = folder.appending(path: "\(index).odt").path
                let check = OfficialCheck(of: try ReadDocument.reading(Archive(opening: file)).value)
                let missing = wanted.subtracting(check.components.map(\.component))
                #expect(missing == [], "\(setUp.testDescription)")
            }
        }
    }
}
