internal import Diagnostics
internal import TemplateLanguage
internal import XMLTree

/// Writes a part's tree, with its tags in place, as a program.
struct Emission {
    private let dialect: Dialect
    private let tags: [PlacedTag]
    private var builder: ProgramBuilder
    private(set) var faults: [Diagnostic] = []
    /// Names of the elements that are open.
    private var ancestors: [QualifiedName] = []
    /// What stands round each tag that is more than text, by the number the program has for it.
    private(set) var insertions: [InsertionContext] = []
    /// The open sections, with what was open when they began.
    private var sections: [(tag: Int, ancestors: [QualifiedName])] = []

    init(file: String, tags: [PlacedTag], dialect: Dialect) {
        self.dialect = dialect
        self.tags = tags
        let inverted = tags.compactMap { placed in
            if case .inverted(let expression) = placed.tag { expression } else { nil }
        }
        builder = ProgramBuilder(file: file, invertedNames: Set(inverted))
        var declaration = XMLWriter()
        declaration.declaration()
        builder.append(declaration.bytes)
    }

    mutating func emit(_ node: TemplateNode) {
        switch node {
        case .plain(let plain): write { $0.node(plain) }
        case .text(let words): write { $0.text(words) }
        case .tag(let index): emit(tag: index)
        case .element(let element): emit(element)
        }
    }

    /// The program, once the whole part is emitted.
    ///
    /// Nil when a section's ends cannot be joined: see `faults`.
    consuming func program() -> Program? {
        faults.isEmpty && sections.isEmpty ? builder.program() : nil
    }

    private mutating func emit(_ element: TemplateElement) {
        let isOptional = element.role == .table && isOnlySections(element)
        let isFilled = dialect.filler != nil && mayBecomeEmpty(element)
        var rest = element.children[...]
        if isOptional {
            rest = openOptional(element)
        } else {
            start(element)
        }
        ancestors.append(element.head.name)
        if isFilled {
            while case .plain(.element(let settings)) = rest.first,
                dialect.role(of: settings.name) == .properties
            { emit(rest.removeFirst()) }
            builder.openFilled()
        }
        let tail = dialect.filler == nil ? nil : placeAfterLastTable(element, rest)
        for (place, child) in rest.enumerated() {
            if place == tail { builder.openFilled() }
            emit(child)
        }
        if let tail, let filler = dialect.filler {
            if tail == rest.count { builder.openFilled() }
            builder.closeFilled(filler: filler(element.head.name.prefix).utf8)
        }
        if isFilled, let filler = dialect.filler {
            builder.closeFilled(filler: filler(element.head.name.prefix).utf8)
        }
        ancestors.removeLast()
        if isOptional {
            var end = XMLWriter()
            end.close(element.head)
            builder.closeOptional(suffix: end.bytes)
        } else {
            write { $0.close(element.head) }
        }
    }

    /// Begins a table that vanishes when no row is left; returns what stands after its settings.
    private mutating func openOptional(_ element: TemplateElement) -> ArraySlice<TemplateNode> {
        var prefix = XMLWriter()
        prefix.open(element.head)
        var rest = element.children[...]
        while case .plain(let plain) = rest.first {
            prefix.node(plain)
            rest.removeFirst()
        }
        builder.openOptional(prefix: prefix.bytes)
        return rest
    }

    private mutating func start(_ element: TemplateElement) {
        guard !element.computed.isEmpty else { return write { $0.open(element.head) } }
        var head = XMLWriter()
        head.open(element.head)
        builder.append(head.bytes.dropLast())
        for attribute in element.computed {
            builder.append(" \(attribute.name.written)=\"".utf8)
            if case .directive(_, let expression) = tags[attribute.tag].tag {
                builder.inset(expression, tags[attribute.tag].words, attribute.inset)
            }
            builder.append("\"".utf8)
        }
        builder.append(">".utf8)
    }

    private mutating func emit(tag index: Int) {
        let placed = tags[index]
        switch placed.tag {
        case .value(let expression):
            let prefix = ancestors.last?.prefix ?? ""
            builder.emit(expression, placed.words, style: dialect.textStyle(prefix))
        case .section(let expression), .inverted(let expression):
            sections.append((index, ancestors))
            var isInverted = false
            if case .inverted = placed.tag { isInverted = true }
            builder.enter(expression, placed.words, inverted: isInverted)
        case .otherwise:
            guard let section = sections.last else { return }
            check(section, against: index)
            builder.otherwise()
        case .end:
            guard let section = sections.popLast() else { return }
            check(section, against: index)
            builder.leave()
        case .insertion(let kind, let expression):
            let context = InsertionContext(kind: kind, ancestors: ancestors)
            insertions.append(context)
            builder.insert(expression, placed.words, insertion: insertions.count - 1)
        case .comment, .directive: break
        }
    }

    private mutating func check(_ section: (tag: Int, ancestors: [QualifiedName]), against tag: Int) {
        guard section.ancestors != ancestors else { return }
        faults.append(.unspannableSection(tags[section.tag].words, tags[tag].words))
    }

    private mutating func write(_ write: (inout XMLWriter) -> Void) {
        var writer = XMLWriter()
        write(&writer)
        builder.append(writer.bytes)
    }

    // MARK: What may become empty

    /// Whether every row of a table stands inside a section, so that none may be left.
    private func isOnlySections(_ table: TemplateElement) -> Bool {
        childrenOutsideSections(of: table).allSatisfy { isSettings($0) }
    }

    /// Whether it is a place for paragraphs, all of which stand inside sections.
    private func mayBecomeEmpty(_ element: TemplateElement) -> Bool {
        guard element.role == .cell || element.role == .container else { return false }
        return childrenOutsideSections(of: element).allSatisfy { child in
            if case .element(let inner) = child, inner.role == .table { return isOnlySections(inner) }
            return isSettings(child)
        }
    }

    /// Where what follows the last table of a cell begins, if none of it is sure to stay: a cell must not end with a table.
    private func placeAfterLastTable(_ element: TemplateElement, _ children: ArraySlice<TemplateNode>) -> Int?
    {
        guard element.role == .cell || element.role == .container else { return nil }
        var depth = 0
        var start: Int?
        var isPending = false
        for (place, child) in children.enumerated() {
            if case .tag(let index) = child {
                switch tags[index].tag {
                case .section, .inverted: depth += 1
                case .end: depth -= 1
                case .value, .insertion, .otherwise, .comment, .directive: break
                }
            } else if isTable(child) {
                (start, isPending) = (nil, true)
            } else if depth == 0, !isSettings(child) {
                start = nil
            }
            if isPending, depth == 0 { (start, isPending) = (place + 1, false) }
        }
        return start
    }

    private func isTable(_ node: TemplateNode) -> Bool {
        switch node {
        case .element(let element): element.role == .table
        case .plain(.element(let element)): dialect.role(of: element.name) == .table
        case .plain, .text, .tag: false
        }
    }

    private func childrenOutsideSections(of element: TemplateElement) -> [TemplateNode] {
        var depth = 0
        var outside: [TemplateNode] = []
        for child in element.children {
            guard case .tag(let index) = child else {
                if depth == 0 { outside.append(child) }
                continue
            }
            switch tags[index].tag {
            case .section, .inverted: depth += 1
            case .end: depth -= 1
            case .value, .insertion, .otherwise, .comment, .directive: break
            }
        }
        return outside
    }

    private func isSettings(_ node: TemplateNode) -> Bool {
        switch node {
        case .element(let element): element.role == .properties
        case .plain(.element(let element)): dialect.role(of: element.name) == .properties
        case .text(let words), .plain(.text(let words)): words.allSatisfy(\.isWhitespace)
        case .plain: true
        case .tag: false
        }
    }
}
