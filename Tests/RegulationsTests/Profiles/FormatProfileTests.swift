import Regulations
import Testing
import VietnameseText

@Test(arguments: FormatProfile.all) func `a component has at most one format, and sizes inside its range`(
    profile: FormatProfile
) {
    #expect(Set(profile.components.map(\.component)).count == profile.components.count)
    for format in profile.components {
        for set in SizeSet.allCases {
            #expect(format.points.contains(format.size(in: set)), "\(format.component), \(set)")
        }
    }
}

@Test func `every component has its format in some profile`() {
    let known = Set(FormatProfile.all.flatMap(\.components).map(\.component))
    #expect(known == Set(Component.allCases))
}

/// The decree's own note on sizes that go together: quốc hiệu, tiêu ngữ, địa danh.
@Test(arguments: [(SizeSet.large, 13.0, 14.0, 14.0), (.small, 12, 13, 13)])
func `sizes go up and down together`(set: SizeSet, nation: Double, motto: Double, place: Double) {
    let profile = FormatProfile.decree30
    #expect(profile.format(of: .nationalTitle)?.size(in: set) == nation)
    #expect(profile.format(of: .motto)?.size(in: set) == motto)
    #expect(profile.format(of: .placeAndDate)?.size(in: set) == place)
}

@Test(arguments: [
    (2026, 5, 26, ProfileKey.guidance36), (2026, 5, 27, .guidance05), (2018, 4, 3, .guidance36),
    (2027, 1, 1, .guidance05),
]) func `a document of the Party is bound by the guidance of its day`(
    year: Int, month: Int, day: Int, key: ProfileKey
) { #expect(FormatProfile.party(on: CalendarDate(year: year, month: month, day: day)).key == key) }

/// Table 1.10 of the decree (Phụ lục III) and what is easily taken for another.
@Test(arguments: [
    ("Kế hoạch", "KH"), ("TỜ TRÌNH", "TTr"), ("Quy định", "QyĐ"), ("Quyết định", "QĐ"), ("Đề án", "ĐA"),
    ("Dự án", "DA"), ("Bản thoả thuận", "BTT"), ("GIẤY ỦY QUYỀN", "GUQ"), ("Chỉ thị", "CT"),
    ("Chương trình", "CTr"),
]) func `a type of document has its abbreviation`(name: String, abbreviation: String) {
    #expect(FormatProfile.decree30.documentType(named: name)?.abbreviation == abbreviation)
}

@Test func `the decree knows 27 types with an abbreviation, and an estimate is none of them`() {
    #expect(FormatProfile.decree30.documentTypes.count == 27)
    #expect(FormatProfile.decree30.documentType(named: "Dự toán kinh phí") == nil)
    #expect(FormatProfile.guidance36.documentType(named: "Quy định")?.abbreviation == "QĐi")
    #expect(FormatProfile.guidance05.documentType(named: "Quy định")?.abbreviation == "QĐ")
}

@Test func `the former guidance of the Party differs from the present one in what is told here alone`() {
    var former = FormatProfile.guidance36
    let present = FormatProfile.guidance05
    #expect(former.documentTypes.map(\.name) == present.documentTypes.map(\.name))
    #expect(former.rulesOf == nil && former.key == .guidance36 && former.legalBasis.lastEnd == ",")
    former.key = present.key
    former.regulation = present.regulation
    former.validity = present.validity
    former.body.lineSpacing = present.body.lineSpacing
    former.legalBasis = present.legalBasis
    former.recipients = present.recipients
    former.documentTypes = present.documentTypes
    #expect(former == present)
}
