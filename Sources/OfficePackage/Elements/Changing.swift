package import XMLTree

extension Element {
    /// Declares a prefix unless it means something already.
    package mutating func declare(_ prefix: String, _ namespace: String) {
        guard !declarations.contains(where: { $0.prefix == prefix }) else { return }
        declarations.append(.init(prefix: prefix, namespace: namespace))
    }

    /// Word drops blanks at the ends of a text unless told not to.
    package mutating func keepBlanks() {
        guard !attributes.contains(where: { $0.name == .xmlSpace }) else { return }
        attributes.append(.init(.xmlSpace, "preserve"))
    }

    /// Gives the first attribute with this local name another value; nothing where there is none.
    package mutating func set(_ local: String, _ value: String) {
        guard let place = attributes.firstIndex(where: { $0.name.local == local }) else { return }
        attributes[place].value = value
    }

    /// Gives an attribute a value, whether or not it is there.
    package mutating func set(_ name: QualifiedName, to value: String) {
        if let index = attributes.firstIndex(where: { $0.name == name }) {
            attributes[index].value = value
        } else {
            attributes.append(Attribute(name, value))
        }
    }

    package mutating func remove(_ names: [QualifiedName]) {
        attributes.removeAll { names.contains($0.name) }
    }

    /// The element with every element and attribute changed; false drops what it is said of.
    package func rewritten(_ change: (inout Element) -> Bool) -> Element? {
        var element = self
        guard change(&element) else { return nil }
        element.children = element.children.compactMap { child in
            guard case .element(let inner) = child else { return child }
            return inner.rewritten(change).map { .element($0) }
        }
        return element
    }

    /// Changes the element at these child indices, held once so that nothing is copied for it; nothing for a place without one.
    package mutating func change(at path: ArraySlice<Int>, _ change: (inout Element) -> Void) {
        guard let first = path.first else { return change(&self) }
        guard children.indices.contains(first), case .element(var child) = children[first] else { return }
        children[first] = .text("")
        child.change(at: path.dropFirst(), change)
        children[first] = .element(child)
    }

    // MARK: WordprocessingML

    package mutating func removeChild(_ local: String) { children.removeAll { $0.isWord(local) } }

    package mutating func setValue(_ value: String) { set(wordName("val"), to: value) }

    /// A switch that is on or off.
    package mutating func setSwitch(_ isOn: Bool) {
        attributes = isOn ? [] : [Attribute(wordName("val"), "0")]
    }
}
