internal import XMLTree

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
