internal import Recognition
internal import Regulations
internal import VietnameseText

extension CheckContext {
    /// Whether the document is a template or a form to be filled in, whose words are not yet those of a document.
    ///
    /// Told by slots with names in head or foot, or several of them in the text, and by many lines of dots.
    static func isForm(_ structure: RecognisedDocument) -> Bool {
        var (tags, slots) = (0, 0)
        // Forms that are issued with a document are not the document.
        let own =
            structure.foot == nil
            ? structure.lines.count : structure.appendixLabels.first ?? structure.lines.count
        for index in structure.lines.indices[..<own] {
            let line = structure.lines[index]
            if line.hasTags {
                tags += 1
                if structure.head.contains(index) || structure.footLines?.contains(index) == true {
                    return true
                }
            }
            if line.spot.table == nil, line.isSlot || line.text.hasBytes(of: "……") { slots += 1 }
            if tags >= 3 || slots >= 6 { return true }
        }
        guard let date = structure.first(.placeAndDate) else { return false }
        let words = structure.lines[date].trimmed.lowercased().split { !$0.isLetter }
        return words.contains("dd") || words.contains("mm") || words.contains("yyyy")
    }
}

extension Rule {
    /// Whether it is about how a document looks, which a form can have right or wrong before it is filled in.
    var judgesLayout: Bool { Self.ofLayout.contains(self) }

    private static let ofLayout: Set<Rule> = {
        let groups: [RuleGroup] = [.page, .letterhead, .bodySetting]
        let looks = all.filter { $0.mending == .automatic(.look) || $0.mending == .automatic(.page) }
        return Set(groups.flatMap(\.rules) + looks).subtracting([
            .componentMissing, .junkCharacter, .noBreakSpace, .lostLetter,
        ])
    }()
}

extension Rule {
    /// Whether the circular that Decree 30 took the place of asked for something else: upright bases with a comma after the last, and the
    /// page's number at the foot.
    var isOfDecree30: Bool { Self.newWithDecree30.contains(self) }

    private static let newWithDecree30: Set<Rule> = [
        .basisLook, .basisEnd, .pageNumberPlace, .pageNumberOnFirstPage, .pageNumberLook, .pageNumberMissing,
        .numberYear,
    ]
}
