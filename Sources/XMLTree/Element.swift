/// A name as it stands in the file: the prefix is kept, the namespace decides what it means.
public struct QualifiedName: Hashable, Sendable {
    public let namespace: String
    public let prefix: String
    public let local: String

    public init(namespace: String = "", prefix: String = "", local: String) {
        self.namespace = namespace
        self.prefix = prefix
        self.local = local
    }

    /// Two names mean the same thing when only their prefixes differ.
    public static func == (a: Self, b: Self) -> Bool { a.local == b.local && a.namespace == b.namespace }
    public func hash(into hasher: inout Hasher) { hasher.combine(local) }

    /// The name as it is written: `w:p`.
    public var written: String { prefix.isEmpty ? local : "\(prefix):\(local)" }
}

/// An element and everything in it; a value: copy it, change it, send it.
public struct Element: Hashable, Sendable {
    public var name: QualifiedName
    /// Prefix and namespace of each `xmlns` declaration written on this element.
    public var declarations: [Declaration] = []
    public var attributes: [Attribute] = []
    public var children: [Node] = []

    public init(_ name: QualifiedName) { self.name = name }

    public struct Attribute: Hashable, Sendable {
        public var name: QualifiedName
        public var value: String

        public init(_ name: QualifiedName, _ value: String) {
            self.name = name
            self.value = value
        }

        /// Letters that only look alike, such as `á` in one scalar and in two, are not the same.
        public static func == (a: Self, b: Self) -> Bool {
            a.name == b.name && a.value.utf8.elementsEqual(b.value.utf8)
        }
    }

    public struct Declaration: Hashable, Sendable {
        public var prefix: String
        public var namespace: String

        public init(prefix: String, namespace: String) {
            self.prefix = prefix
            self.namespace = namespace
        }
    }

    /// The value of the attribute with this namespace and local name.
    public func attribute(_ local: String, in namespace: String = "") -> String? {
        attributes.first { $0.name.local == local && $0.name.namespace == namespace }?.value
    }

    /// The child elements, without text, comments and instructions.
    public var elements: [Element] {
        children.compactMap { node in if case .element(let element) = node { element } else { nil } }
    }

    /// All text inside, in document order.
    public var text: String {
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
public enum Node: Hashable, Sendable {
    case element(Element)
    case text(String)
    case comment(String)
    case instruction(target: String, text: String)

    /// Letters that only look alike, such as `á` in one scalar and in two, are not the same.
    public static func == (a: Self, b: Self) -> Bool {
        switch (a, b) {
        case (.element(let a), .element(let b)): a == b
        case (.text(let a), .text(let b)): a.utf8.elementsEqual(b.utf8)
        case (.comment(let a), .comment(let b)): a.utf8.elementsEqual(b.utf8)
        case (.instruction(let a, let text), .instruction(let b, let other)):
            a == b && text.utf8.elementsEqual(other.utf8)
        default: false
        }
    }
}
