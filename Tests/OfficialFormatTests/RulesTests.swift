import OfficialFormat
import Testing

@Test func `every component has one rule, and sizes inside its range`() {
    let profile = FormatProfile.decree30
    #expect(
        profile.components.map(\.component).sorted { $0.rawValue < $1.rawValue }
            == Component.allCases.sorted { $0.rawValue < $1.rawValue }
    )
    for rule in profile.components {
        for set in SizeSet.allCases {
            #expect(rule.points.contains(rule.size(in: set)), "\(rule.component), \(set)")
        }
    }
}

/// The decree's own note on sizes that go together: quốc hiệu, tiêu ngữ, địa danh.
@Test(arguments: [(SizeSet.large, 13.0, 14.0, 14.0), (.small, 12, 13, 13)])
func `sizes go up and down together`(set: SizeSet, nation: Double, motto: Double, place: Double) {
    let profile = FormatProfile.decree30
    #expect(profile.rule(for: .nationalTitle)?.size(in: set) == nation)
    #expect(profile.rule(for: .motto)?.size(in: set) == motto)
    #expect(profile.rule(for: .placeAndDate)?.size(in: set) == place)
}
