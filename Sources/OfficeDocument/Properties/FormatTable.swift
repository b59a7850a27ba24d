internal import OfficePackage
internal import XMLTree

/// The properties of a formatting, found by what files call them.
struct FormatTable<Format: Formatting>: Sendable {
    let rows: [FormatProperty<Format>]
    /// What holds where nothing is said.
    let initial: Format
    /// By the local name of the child of `w:pPr` or `w:rPr`.
    fileprivate let byElement: [String: [@Sendable (Element, WordTheme, inout Format) -> Void]]
    /// By the attribute, or the child, of the property element.
    fileprivate let byName: [QualifiedName: [@Sendable (OpenDocumentStatement, inout Format) -> Void]]
    /// Attributes that speak of several properties, each of which has one of its own too.
    fileprivate let byShorthand: [QualifiedName: [@Sendable (OpenDocumentStatement, inout Format) -> Void]]

    init(_ rows: [FormatProperty<Format>]) {
        self.rows = rows
        initial = rows.reduce(into: Format()) { format, row in row.setInitial(&format) }
        let word = rows.compactMap(\.word).flatMap { row in row.naming.reads.map { ($0, [row.read]) } }
        byElement = Dictionary(word, uniquingKeysWith: +)
        let openDocument = rows.compactMap(\.openDocument)
        func index(_ names: (OpenDocumentNaming) -> [String]) -> [QualifiedName:
            [@Sendable (OpenDocumentStatement, inout Format) -> Void]]
        {
            let pairs = openDocument.flatMap { row in
                names(row.naming).map { (OpenDocumentNames.vocabulary.name($0), [row.read]) }
            }
            return Dictionary(pairs, uniquingKeysWith: +)
        }
        byName = index { $0.reads }
        byShorthand = index { $0.shorthands }
    }
}

extension Formatting {
    // MARK: Cascading

    /// Puts `upper` over this format: where both speak, `upper` holds.
    mutating func cover(with upper: Self) {
        let rows = Self.properties.rows
        for place in rows.indices where rows[place].isStated(upper) { rows[place].copy(upper, &self) }
    }

    /// Only what a style with this format does not say already.
    func differing(from style: Self) -> Self {
        var own = Self()
        let rows = Self.properties.rows
        for place in rows.indices where !rows[place].areAlike(self, style) { rows[place].copy(self, &own) }
        return own
    }

    var isEmpty: Bool { self == Self() }

    // MARK: Word

    /// Puts what a `w:pPr` or `w:rPr` says over this format; with `only`, what those of its children say.
    mutating func read(word properties: Element?, theme: WordTheme, only names: Set<String>? = nil) {
        guard let properties else { return }
        let table = Self.properties
        for case .element(let child) in properties.children {
            guard let name = child.word, let reads = table.byElement[name], names?.contains(name) ?? true
            else { continue }
            for read in reads { read(child, theme, &self) }
        }
    }

    /// Says everything that is stated in a `w:pPr` or `w:rPr`; what it does not state stays as it is there.
    func write(word properties: inout Element) {
        let rows = Self.properties.rows
        // A row is many closures: copying it costs more than most of them.
        for place in rows.indices { rows[place].word?.write(self, &properties) }
    }

    // MARK: OpenDocument

    /// Puts what a `style:paragraph-properties` or `style:text-properties` says over this format.
    ///
    /// `faces` gives the family of each declared font.
    mutating func read(openDocument properties: Element?, faces: [String: String]) {
        guard let properties else { return }
        let table = Self.properties
        func statement(_ value: String) -> OpenDocumentStatement {
            OpenDocumentStatement(value: value, properties: properties, faces: faces)
        }
        // Shorthands first, so that the single edges hold.
        for attribute in properties.attributes {
            guard let reads = table.byShorthand[attribute.name] else { continue }
            for read in reads { read(statement(attribute.value), &self) }
        }
        for attribute in properties.attributes {
            guard let reads = table.byName[attribute.name] else { continue }
            var statement = statement(attribute.value)
            statement.attribute = attribute.name
            for read in reads { read(statement, &self) }
        }
        for case .element(let child) in properties.children {
            guard let reads = table.byName[child.name] else { continue }
            var statement = statement("")
            statement.child = child
            for read in reads { read(statement, &self) }
        }
    }

    /// Says everything that is stated in a property element; what it does not state stays as it is there.
    func write(openDocument properties: inout OpenDocumentProperties) {
        let rows = Self.properties.rows
        for place in rows.indices { rows[place].openDocument?.write(self, &properties) }
    }

    /// The attributes that can speak of what is stated.
    var openDocumentNames: [QualifiedName] {
        Self.properties.rows.filter { $0.isStated(self) }.flatMap { row in
            (row.openDocument?.naming.reads ?? []).map(OpenDocumentNames.vocabulary.name)
        }
    }
}
