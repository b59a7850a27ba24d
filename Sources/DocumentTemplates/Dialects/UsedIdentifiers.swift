internal import TemplateLanguage
internal import XMLTree

/// Which numbers and names a package has, and which of them its repeats make more of.
struct UsedIdentifiers: Sendable {
    private var highest: [IdentifierKind: Int] = [:]
    private var slots: [IdentifierKind: Int] = [:]
    private var names: Set<String> = []
    /// The names of captions that are counted, each with a pool of its own behind those of the kinds.
    private var captions: [String] = []

    /// Notes the numbers and names of a part.
    mutating func count(_ element: Element, in dialect: Dialect) {
        for attribute in element.attributes {
            guard let unique = dialect.identifiers.name(attribute.name, of: element.name), unique.isDefinition
            else { continue }
            if !unique.kind.isNumber {
                names.insert(attribute.value)
            } else if let number = attribute.value.writtenCount {
                highest[unique.kind] = max(highest[unique.kind] ?? 0, number)
            }
        }
        for child in element.elements { count(child, in: dialect) }
    }

    /// How fresh ones of a kind are made, for one more place that needs them.
    mutating func form(of kind: IdentifierKind) -> Identifier.Form {
        guard kind.isNumber else { return .name(limit: kind.nameLimit) }
        if kind.isInOrder { return .sequence(pool: kind.rawValue) }
        let slot = slots[kind] ?? 0
        slots[kind] = slot + 1
        return kind == .numbering || kind.isNote
            ? .alwaysFreshNumber(pool: kind.rawValue, slot: slot) : .number(pool: kind.rawValue, slot: slot)
    }

    /// How the number of a caption is made.
    mutating func form(ofCaption name: String) -> Identifier.Form {
        if !captions.contains(name) { captions.append(name) }
        return .sequence(pool: IdentifierKind.allCases.count + (captions.firstIndex(of: name) ?? 0))
    }

    /// The free numbers, once all parts are counted.
    var freshNumbers: FreshNumbers {
        var numbers = FreshNumbers()
        for place in captions.indices {
            numbers.pools[IdentifierKind.allCases.count + place] = .init(first: 1, slots: 1)
        }
        for kind in IdentifierKind.allCases where kind.isNumber {
            numbers.pools[kind.rawValue] = .init(
                first: (highest[kind] ?? 0) + 1, slots: max(1, slots[kind] ?? 1))
        }
        while names.contains(where: { isTaken($0, by: numbers.nameMark) }) { numbers.nameMark += "_" }
        return numbers
    }

    /// Whether a name ends as a fresh one could.
    private func isTaken(_ name: String, by mark: String) -> Bool {
        let stem = name.reversed().drop { $0.isASCII && $0.isNumber }
        return stem.count < name.count && stem.starts(with: mark.reversed())
            && names.contains(String(stem.dropFirst(mark.count).reversed()))
    }
}
