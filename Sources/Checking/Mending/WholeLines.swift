internal import OfficeDocument
internal import Recognition
internal import Regulations

/// The lines of head and foot that stand on one line of their column, which no mend may break.
extension CheckContext {
    /// How many lines each takes, by its paragraph.
    var rows: [ElementPlace: Int] {
        let places = Self.onOneLine.flatMap(structure.indices).compactMap { index in
            lines[index].rows.map { (lines[index].paragraph.element, $0) }
        }
        return Dictionary(places, uniquingKeysWith: max)
    }

    private static let onOneLine: [Component] = [
        .nationalTitle, .partyTitle, .motto, .numberAndCode, .placeAndDate, .authority, .position,
        .signerName, .recipientsLabel,
    ]
}

/// What is not mended in a document, since a line of its head or foot would be broken by it.
struct HeldBack {
    private var paragraphs: Set<ElementPlace> = []
    private var holdsSheets = false

    /// Holds back what broke those lines: first their own mends, then those of the sheet; false where there is nothing more to hold.
    mutating func add(_ broken: [ElementPlace]) -> Bool {
        guard !paragraphs.isSuperset(of: broken) else {
            defer { holdsSheets = true }
            return !holdsSheets
        }
        paragraphs.formUnion(broken)
        return true
    }

    func contains(_ edit: DocumentEdit) -> Bool {
        if case .page = edit { return holdsSheets }
        return edit.paragraph.map(paragraphs.contains) ?? false
    }
}
