import Diagnostics
import OfficeDocument
import OfficePackage
import Recognition
import Regulations
import Testing

@testable import Checking
@testable import Forms

@Suite struct OddSetUps {
    /// One fault each of head and foot.
    static let faults: [(right: String, wrong: String, rule: Rule)] = [
        ("Số: 05/KH-SKHCN", "Số: 5/KH-SKHCN", .numberUnpadded),
        ("Đắk Nông, ngày 05 tháng 01 năm 2026", "Đắk Nông, ngày 5 tháng 01 năm 2026", .dayUnpadded),
        ("KT. GIÁM ĐỐC", "KT GIÁM ĐỐC", .authorityForm),
        ("- Các đơn vị thuộc Sở;", "- Các đơn vị thuộc Sở,", .recipientEnd),
    ]

    static func told(_ document: ReadDocument) -> [String] {
        OfficialCheck(of: document).findings.filter { $0.severity > .note }.map {
            "\($0.rule.code.rawValue) \($0.excerpt)"
        }
    }

    @Test(arguments: SetUp.all, OfficeFormat.allCases)
    func `a right document in an odd set-up has no finding, and a fault in it is told`(
        setUp: SetUp, format: OfficeFormat
    ) throws {
        #expect(Self.told(try setUp.read(RightDocuments.plan, as: format)) == [])
        for fault in Self.faults {
            var document = RightDocuments.plan
            document.replace(fault.right, with: fault.wrong)
            let check = OfficialCheck(of: try setUp.read(document, as: format))
            let rules = check.findings.filter { $0.severity > .note }.map(\.rule)
            #expect(rules == [fault.rule], "\(fault.wrong)")
        }
    }
}
