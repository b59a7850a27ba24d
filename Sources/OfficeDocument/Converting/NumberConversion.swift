/// Automatic numbers that stay automatic.
struct ListPlaces {
    private let definitions: [String: ListDefinition]
    private var numbers: [String: Int] = [:]
    private var counts = ListCounts()
    /// Where the paragraphs of each style stand; nil where they are not all in one place.
    private var byStyle: [String: ListPlace?] = [:]
    private(set) var all: [ListDefinition] = []

    init(of document: ReadDocument) { definitions = document.lists }

    /// The place of a paragraph whose number both formats write as it is; nil where it has none, or it must be typed.
    ///
    /// What is typed is not counted, so that the number after it is said outright.
    mutating func place(of label: ListLabel?) -> ListPlace? {
        guard let label, !label.text.isEmpty, let key = label.list, let definition = definitions[key],
            let level = definition.levels[label.level]
        else { return nil }
        let number = numbers[key] ?? all.count
        let place = ListPlace(list: number, level: label.level, value: label.value)
        guard counts.label(place, in: definition) == label.text else { return nil }
        _ = counts.count(place, start: level.start)
        if numbers[key] == nil {
            numbers[key] = number
            all.append(definition)
        }
        return place
    }

    mutating func note(_ place: ListPlace?, ofStyle style: String) {
        let plain = place.map { ListPlace(list: $0.list, level: $0.level) }
        if let known = byStyle[style] {
            if known != plain { byStyle[style] = .some(nil) }
        } else {
            byStyle[style] = .some(plain)
        }
    }

    /// The place that all paragraphs of a style have.
    func place(ofStyle style: String) -> ListPlace? { byStyle[style] ?? nil }
}

extension CharacterFormat {
    /// States what the mark of the paragraph states, which its number takes after: in OpenDocument letters would take after it too.
    mutating func restate(_ mark: CharacterFormat, as look: CharacterFormat) {
        for row in Self.properties.rows where row.isStated(mark) && !row.isStated(self) {
            if row.isStated(look) { row.copy(look, &self) } else { row.setInitial(&self) }
        }
    }
}
