/// A name as it stands in the file: the prefix is kept, the namespace decides what it means.
package struct QualifiedName: Hashable, Sendable {
    package let namespace: String
    package let prefix: String
    package let local: String

    package init(namespace: String = "", prefix: String = "", local: String) {
        self.namespace = namespace
        self.prefix = prefix
        self.local = local
    }

    /// Two names mean the same thing when only their prefixes differ.
    package static func == (a: Self, b: Self) -> Bool { a.local == b.local && a.namespace == b.namespace }
    package func hash(into hasher: inout Hasher) { hasher.combine(local) }

    /// The name as it is written: `w:p`.
    package var written: String { prefix.isEmpty ? local : "\(prefix):\(local)" }
}

/// An element and everything in it; a value: copy it, change it, send it.
package struct Element: Hashable, Sendable {
    package var name: QualifiedName
    /// Prefix and namespace of each `xmlns` declaration written on this element.
    package var declarations: [Declaration] = []
    package var attributes: [Attribute] = []
    package var children: [Node] = []

    package init(_ name: QualifiedName) { self.name = name }

    package struct Attribute: Hashable, Sendable {
        package var name: QualifiedName
        package var value: String

        package init(_ name: QualifiedName, _ value: String) {
            self.name = name
            self.value = value
        }

        /// Letters that only look alike, such as `á` in one scalar and in two, are not the same.
        package static func == (a: Self, b: Self) -> Bool {
            a.name == b.name && a.value.hasSameBytes(as: b.value)
        }
    }

    package struct Declaration: Hashable, Sendable {
        package var prefix: String
        package var namespace: String

        package init(prefix: String, namespace: String) {
            self.prefix = prefix
            self.namespace = namespace
        }
    }

    /// The value of the attribute with this namespace and local name.
    package func attribute(_ local: String, in namespace: String = "") -> String? {
        attributes.first { $0.name.local == local && $0.name.namespace == namespace }?.value
    }

    /// The child elements, without text, comments and instructions.
    package var elements: [Element] {
        children.compactMap { node in if case .element(let element) = node { element } else { nil } }
    }

    /// All text inside, in document order.
    package var text: String {
        var words = ""
        for child in children {
            switch child {
            case .text(let text): words += text
            case .element(let element): words += element.text
            case .comment, .instruction: break
            }
        }
        return words
    }
}

/// What an element can contain.
package enum Node: Hashable, Sendable {
    case element(Element)
    case text(String)
    case comment(String)
    case instruction(target: String, text: String)

    /// Letters that only look alike, such as `á` in one scalar and in two, are not the same.
    package static func == (a: Self, b: Self) -> Bool {
        switch (a, b) {
        case (.element(let a), .element(let b)): a == b
        case (.text(let a), .text(let b)): a.hasSameBytes(as: b)
        case (.comment(let a), .comment(let b)): a.hasSameBytes(as: b)
        case (.instruction(let a, let text), .instruction(let b, let other)):
            a == b && text.hasSameBytes(as: other)
        default: false
        }
    }
}

extension String {
    /// Compared byte by byte where they stand.
    fileprivate func hasSameBytes(as other: String) -> Bool {
        let (mine, others) = (utf8.span, other.utf8.span)
        guard mine.count == others.count else { return false }
        for place in mine.indices where mine[place] != others[place] { return false }
        return true
    }
}
