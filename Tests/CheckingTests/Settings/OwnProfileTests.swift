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

/// A profile read from the text of a file.
private func profile(_ text: String) throws -> FormatProfile {
    try withScratchFolder { folder in
        let file = folder.appending(path: "rieng.yaml")
        try Data(text.utf8).write(to: file)
        return try FormatProfile(opening: file.path)
    }
}

@Test func `a profile says where a rule comes from, or that it does not hold`() throws {
    let own = try profile(
        "ke_thua: ND30\ndieu_khoan: {page-margin: Quyết định 12/QĐ-SKHCN, format.number-year: khong}\n")
    #expect(RuleSettings().severity(of: .numberYear, under: own) == nil)
    #expect(RuleSettings().severity(of: .pageMargin, under: own) == .error)
    #expect(RuleSettings().severity(of: .partyNumberColon, under: own) == nil)
    #expect(own.clause(of: .pageMargin) == "Quyết định 12/QĐ-SKHCN")
}

@Test func `an agency's profile stands in for its regulation on the days it holds`() throws {
    let read = try RightDocuments.plan.read(as: .docx)
    for (validity, key) in [("{tu: 2026-01-05}", "RIENG"), ("{tu: 2026-01-06}", "ND30")] {
        let own = try profile("ke_thua: ND30\nma: RIENG\nhieu_luc: \(validity)\n")
        let check = OfficialCheck(of: read, settings: RuleSettings(profiles: [own]))
        #expect(check.verdict == .judged(ProfileKey(rawValue: key)))
    }
    let party = try profile("ke_thua: HD05\nma: RIENG\n")
    let check = OfficialCheck(of: read, settings: RuleSettings(profiles: [party]))
    #expect(check.verdict == .judged(.decree30))
}

@Test func `a type of an agency's own is recognised`() throws {
    var document = RightDocuments.plan
    document.replace("KẾ HOẠCH", with: "PHƯƠNG HƯỚNG")
    document.replace("Số: 05/KH-SKHCN", with: "Số: 05/PH-SKHCN")
    let read = try document.read(as: .docx)
    let own = try profile("ke_thua: ND30\nten_loai: {Phương hướng: PH}\n")
    let check = OfficialCheck(of: read, settings: RuleSettings(profiles: [own]))
    #expect(check.components.contains { $0.component == .documentType && $0.text == "PHƯƠNG HƯỚNG" })
    #expect(check.findings.filter { $0.severity > .note }.map(\.rule) == [])
    #expect(!OfficialCheck(of: read).components.contains { $0.component == .documentType })
}
