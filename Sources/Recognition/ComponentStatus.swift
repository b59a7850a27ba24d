package import Diagnostics
internal import OfficeDocument
package import Regulations

/// Whether a component was found.
package enum ComponentStatus: Hashable, Sendable {
    case found
    /// Taken for it by little evidence; the reason says what speaks against it.
    case guessed(Wording)
    case missing
    /// Something stands where it would be, and cannot be read; the reason says why.
    case unreadable(Wording)
}

extension RecognisedDocument {
    /// Whether a component was found, is missing, or is there and cannot be read.
    package func status(of component: Component) -> ComponentStatus {
        if component == .pageNumber {
            let isNumbered = document.sections.indices.contains { !pageNumbers(ofSection: $0).isEmpty }
            return isNumbered ? .found : .missing
        }
        let places = indices(of: component)
        if let first = places.first {
            if lines[first].trimmed.contains("\u{FFFD}") { return .unreadable(Self.lostLetters) }
            let isGuessed = places.allSatisfy { guesses[$0] != nil }
            return isGuessed ? guesses[first].map(ComponentStatus.guessed) ?? .found : .found
        }
        switch nature {
        case .lostLetters: return .unreadable(Self.lostLetters)
        case .withoutMarks:
            return .unreadable(Wording("chữ không có dấu tiếng Việt", en: "the text has no Vietnamese marks"))
        case .pictures: return .unreadable(Self.picture)
        default: break
        }
        let zone = zone(of: component)
        if !reading.doubts.isEmpty,
            zone.contains(where: { reading.doubts.contains(lines[$0].paragraph.place) })
        {
            return .unreadable(
                Wording("chữ theo mã cũ không rõ mã nào", en: "letters of an old encoding, not known which"))
        }
        return pictures(in: zone) ? .unreadable(Self.picture) : .missing
    }

    private static let lostLetters = Wording("chữ tiếng Việt đã mất", en: "its Vietnamese letters are lost")
    private static let picture = Wording("là ảnh, không phải chữ", en: "a picture, and no text")

    /// The lines among which a component stands where there is one.
    private func zone(of component: Component) -> Range<Int> {
        switch component {
        case .recipientsLabel, .recipient, .authority, .position, .signerName, .drafterCode:
            return footLines ?? max(text.lowerBound, lines.count - 40)..<lines.count
        case .nationalTitle, .partyTitle, .motto, .superiorAgency, .issuingAgency, .numberAndCode,
            .placeAndDate, .documentType, .subject, .letterSubject, .star, .urgency, .circulation, .draftMark:
            return head.isEmpty ? 0..<min(lines.count, 12) : head
        default: return text
        }
    }

    /// Whether a picture of the size of a line of text at least stands among these lines.
    func pictures(in range: Range<Int>) -> Bool {
        range.contains { index in
            lines[index].paragraph.shapes.contains { shape in
                guard case .picture = shape.kind else { return false }
                return (shape.width?.millimetres ?? 100) > 40 && (shape.height?.millimetres ?? 100) > 15
            }
        }
    }
}
