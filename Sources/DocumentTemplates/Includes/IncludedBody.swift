internal import TemplateLanguage
internal import XMLTree

/// The body of another template, compiled into the place of the tag that names it.
struct IncludedBody: Sendable {
    let nodes: [TemplateNode]
    var tags: [PlacedTag]
    /// Bodies inside it, by the index of their tag.
    var included: [Int: IncludedBody]

    /// All tags, those of the bodies inside too.
    var allTags: [PlacedTag] { tags + included.values.flatMap(\.allTags) }
}

extension Element {
    /// The element with every element and attribute changed; nil drops it.
    func rewritten(_ change: (inout Element) -> Bool) -> Element? {
        var element = self
        guard change(&element) else { return nil }
        element.children = element.children.compactMap { child in
            guard case .element(let inner) = child else { return child }
            return inner.rewritten(change).map { .element($0) }
        }
        return element
    }

    /// Calls for the element and all in it.
    func walk(_ visit: (Element) -> Void) {
        visit(self)
        for element in elements { element.walk(visit) }
    }

    mutating func set(_ local: String, _ value: String) {
        guard let place = attributes.firstIndex(where: { $0.name.local == local }) else { return }
        attributes[place].value = value
    }
}
