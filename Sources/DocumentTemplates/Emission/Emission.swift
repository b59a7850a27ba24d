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
    private var sections: [OpenSection] = []
    /// Which section each name and number that must be unique belongs to.
    private let owners: UniqueOwners
    private(set) var census: UniqueCensus
    private var forms: [UniqueOwners.Key: Identifier.Form] = [:]
    /// Targets with tags, by relationship.
    private let links: [String: [TemplateElement.ComputedAttribute.Piece]]
    /// Relationships with such targets that are used outside of sections, and inside.
    private(set) var plainLinks: Set<String> = []
    private(set) var repeatedLinks: Set<String> = []
    /// Whether the children that come are those of a row that is repeated by itself.
    private var isLoneRow = false

    /// Numberings that begin again in each repeat.
    private(set) var restarted: [RestartedNumbering] = []
    private var restartedForms: [UniqueOwners.Key: [Int: Identifier.Form]] = [:]

    private struct OpenSection {
        let tag: Int
        let ancestors: [QualifiedName]
        let enter: Int
        var isOtherwise = false
    }

    init(
        file: String,
        tags: [PlacedTag],
        dialect: Dialect,
        owners: UniqueOwners,
        census: UniqueCensus,
        links: [String: [TemplateElement.ComputedAttribute.Piece]]
    ) {
        self.dialect = dialect
        self.owners = owners
        self.census = census
        self.links = links
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
        case .plain(let plain): emit(plain)
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

    /// A subtree without tags; opened where something in it follows the repeats.
    private mutating func emit(_ plain: Node) {
        guard case .element(let element) = plain,
            !sections.isEmpty || !links.isEmpty || owners.hasComments, needsCare(element)
        else {
            return write { $0.node(plain) }
        }
        emit(TemplateElement(opening: element, in: dialect))
    }

    /// Whether an element or something in it is written otherwise inside a section.
    private func needsCare(_ element: Element) -> Bool {
        if !links.isEmpty, linkTarget(of: element) != nil { return true }
        if isUnrepeatable(element) { return true }
        if !sections.isEmpty, element.name.local == "instrText" { return true }
        let hasName =
            !sections.isEmpty
            && element.attributes.contains {
                dialect.uniqueName($0.name, of: element.name) != nil || dialect.isDispensable($0.name)
            }
        if restartingSection != nil, ["numId", "list"].contains(element.name.local) { return true }
        return hasName || element.elements.contains(where: needsCare)
    }

    /// Whether it marks the place of a comment that has a mark in a section.
    ///
    /// A comment of Word has one place; the marks of those that would be repeated are left out.
    private func isUnrepeatable(_ element: Element) -> Bool {
        guard owners.hasComments, let comment = dialect.comment(markedBy: element) else { return false }
        return owners[comment] != nil
    }

    private mutating func emit(_ element: TemplateElement) {
        if isUnrepeatable(element.head) { return }
        if element.role == .cell, let tag = mergeTag(in: element.children) {
            // A section opened inside of the row repeats columns, not rows.
            if isLoneRow, sections.last.map({ $0.ancestors.count < ancestors.count }) ?? false {
                return emitMerged(element, tag)
            }
            faults.append(.unmergeableCell(tags[tag].words))
        }
        if element.head.name.local == "instrText", emitInstruction(element) { return }
        emit(whole: element)
    }

    private mutating func emit(whole written: TemplateElement) {
        let element = asField(written)
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
        let outer = isLoneRow
        for (place, child) in rest.enumerated() {
            if place == tail { builder.openFilled() }
            if element.role != .row { isLoneRow = isAloneInSection(rest.startIndex + place, of: rest) }
            emit(child)
        }
        isLoneRow = outer
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

    /// Whether a child stands right between the two tags of one section.
    private func isAloneInSection(_ place: Int, of children: ArraySlice<TemplateNode>) -> Bool {
        guard let before = children[..<place].last(where: { !isSettings($0) }),
            case .tag(let opening) = before,
            let after = children[(place + 1)...].first(where: { !isSettings($0) }),
            case .tag(let closing) = after,
            case .section = tags[opening].tag
        else { return false }
        switch tags[closing].tag {
        case .end: return true
        case .otherwise: return tags[closing].options.contains(.keepsTable)
        case .value, .section, .inverted, .comment, .insertion, .directive: return false
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

    // MARK: Start tags

    private mutating func start(_ element: TemplateElement) {
        var head = element.head
        let fresh = takeFresh(&head)
        let numbering = takeNumbering(&head)
        guard !element.computed.isEmpty || !fresh.isEmpty || numbering != nil else {
            return write { $0.open(head) }
        }
        var opening = XMLWriter()
        opening.open(head)
        builder.append(opening.bytes.dropLast())
        for (attribute, key, section) in fresh {
            builder.append(" \(attribute.name.written)=\"".utf8)
            emitFresh(key, section: section)
            builder.append("\"".utf8)
        }
        if let numbering {
            builder.append(" \(numbering.attribute.name.written)=\"".utf8)
            builder.identifier(numbering.attribute.value, numbering.form, section: numbering.section)
            builder.append("\"".utf8)
        }
        for attribute in element.computed {
            builder.append(" \(attribute.name.written)=\"".utf8)
            emit(attribute.value)
            builder.append("\"".utf8)
        }
        builder.append(">".utf8)
    }

    private mutating func emit(_ value: TemplateElement.ComputedAttribute.Value) {
        switch value {
        case .inset(let tag, let inset):
            if case .directive(_, let expression) = tags[tag].tag {
                builder.inset(expression, tags[tag].words, inset)
            }
        case .words(let pieces): emit(pieces, style: .attribute)
        case .address(let pieces): emit(pieces, style: .address)
        case .share(let whole): builder.share(of: whole)
        case .columnSpan(let tag, let span):
            if case .section(let expression) = tags[tag].tag {
                builder.columnSpan(expression, tags[tag].words, span)
            }
        case .columnWidth(let tag, let whole):
            if case .section(let expression) = tags[tag].tag {
                builder.columnWidth(expression, tags[tag].words, whole: whole)
            }
        case .mergedRows(let tag):
            if case .directive(_, let expression) = tags[tag].tag {
                builder.mergedRows(expression, tags[tag].words)
            }
        }
    }

    private mutating func emit(_ pieces: [TemplateElement.ComputedAttribute.Piece], style: TextStyle) {
        for piece in pieces {
            switch piece {
            case .literal(let words): builder.append(words.escapedForAttribute.utf8)
            case .tag(let index):
                if case .value(let expression) = tags[index].tag {
                    builder.emit(expression, tags[index].words, style: style)
                }
            }
        }
    }

    // MARK: Names and numbers that get fresh

    private typealias Fresh = (attribute: Element.Attribute, key: UniqueOwners.Key, section: Int)

    /// Takes the attributes out of a start tag that are different in each repeat.
    private mutating func takeFresh(_ head: inout Element) -> [Fresh] {
        guard !sections.isEmpty else { return [] }
        if restartingSection != nil, dialect.format == .odt, head.name.local == "list" {
            // A list of its own begins again unless it says otherwise.
            head.attributes.removeAll { ["continue-numbering", "continue-list"].contains($0.name.local) }
        }
        var fresh: [Fresh] = []
        var kept: [Element.Attribute] = []
        for attribute in head.attributes where !dialect.isDispensable(attribute.name) {
            if let unique = dialect.uniqueName(attribute.name, of: head.name),
                let section = openSection(of: .init(kind: unique.kind, value: attribute.value))
            {
                fresh.append((attribute, .init(kind: unique.kind, value: attribute.value), section))
            } else {
                kept.append(attribute)
            }
        }
        head.attributes = kept
        return fresh
    }

    /// The open section that a name or number gets fresh with.
    private func openSection(of key: UniqueOwners.Key) -> Int? {
        guard let owner = owners[key] else { return nil }
        return sections.last { $0.tag == owner }?.enter
    }

    private mutating func emitFresh(_ key: UniqueOwners.Key, section: Int) {
        let form = forms[key] ?? census.form(of: key.kind)
        forms[key] = form
        builder.identifier(key.value.escapedForAttribute, form, section: section)
    }

    /// Writes a field's instruction whose bookmark gets fresh; false where it names none.
    private mutating func emitInstruction(_ element: TemplateElement) -> Bool {
        guard !sections.isEmpty, case .plain(.text(let words)) = element.children.first,
            element.children.count == 1
        else { return false }
        let parts = words.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let names = parts.map { UniqueOwners.Key(kind: .bookmarkName, value: $0) }
        guard names.contains(where: { openSection(of: $0) != nil }) else { return false }
        start(element)
        for (place, name) in names.enumerated() {
            if place > 0 { builder.append(" ".utf8) }
            if let section = openSection(of: name) {
                emitFresh(name, section: section)
            } else {
                builder.append(parts[place].escapedForAttribute.utf8)
            }
        }
        write { $0.close(element.head) }
        return true
    }

    // MARK: Numberings that restart

    /// The place among the open sections of the innermost one that lets numberings restart.
    private var restartingSection: Int? {
        sections.lastIndex { tags[$0.tag].options.contains(.restartsNumbering) }
    }

    /// Takes the number of a paragraph's list out of a start tag where the list begins again in each repeat.
    private mutating func takeNumbering(
        _ head: inout Element
    ) -> (attribute: Element.Attribute, form: Identifier.Form, section: Int)? {
        guard dialect.format == .docx, head.name.local == "numId", let place = restartingSection,
            let attribute = head.attributes.first(where: { $0.name.local == "val" }), attribute.value != "0"
        else { return nil }
        let section = sections[place]
        let key = UniqueOwners.Key(kind: .numbering, value: attribute.value)
        let known = restartedForms[key]?[section.enter]
        let form = known ?? census.form(of: .numbering)
        restartedForms[key, default: [:]][section.enter] = form
        if known == nil {
            let levels = sections[...place].map {
                RestartedNumbering.Level(tag: tags[$0.tag], isOtherwise: $0.isOtherwise)
            }
            restarted.append(
                RestartedNumbering(number: attribute.value, form: form, sections: levels)
            )
        }
        head.attributes.removeAll { $0.name == attribute.name }
        return (attribute, form, section.enter)
    }

    // MARK: Links

    /// The relationship of a link whose target holds a tag.
    private func linkTarget(of element: Element) -> String? {
        guard element.name.local == "hyperlink",
            let id = element.attributes.first(where: { $0.name.local == "id" })?.value, links[id] != nil
        else { return nil }
        return id
    }

    /// A link with a target of its own in each repeat, which a field has and a relationship has not.
    private mutating func asField(_ element: TemplateElement) -> TemplateElement {
        guard let id = linkTarget(of: element.head), let target = links[id] else { return element }
        guard !sections.isEmpty else {
            plainLinks.insert(id)
            return element
        }
        repeatedLinks.insert(id)
        let name = element.head.name
        var field = element
        field.head = Element(
            QualifiedName(namespace: name.namespace, prefix: name.prefix, local: "fldSimple")
        )
        field.computed = [
            .init(
                name: QualifiedName(namespace: name.namespace, prefix: name.prefix, local: "instr"),
                value: .address([.literal(" HYPERLINK \"")] + target + [.literal("\" ")])
            )
        ]
        return field
    }

    // MARK: Merged cells

    /// The tag that merges a cell, where it stands in the cell itself and not in a table inside.
    private func mergeTag(in nodes: [TemplateNode]) -> Int? {
        for node in nodes {
            switch node {
            case .tag(let index):
                if case .directive(.mergedCells, _) = tags[index].tag { return index }
            case .element(let element) where element.role != .table:
                if let tag = mergeTag(in: element.children) { return tag }
            case .element, .text, .plain: break
            }
        }
        return nil
    }

    /// Writes a cell in three kinds: alone, the first of equal ones, and the others.
    private mutating func emitMerged(_ cell: TemplateElement, _ tag: Int) {
        guard case .directive(_, let expression) = tags[tag].tag else { return }
        builder.openMergedCell(expression, tags[tag].words)
        emit(whole: cell)
        builder.nextMergedCell()
        emit(whole: cell.merged(.first, tag: tag, in: dialect))
        builder.nextMergedCell()
        emit(whole: cell.merged(.others, tag: tag, in: dialect))
        builder.closeMergedCell()
    }

    // MARK: Tags

    private mutating func emit(tag index: Int) {
        let placed = tags[index]
        switch placed.tag {
        case .value(let expression):
            emit(expression, placed.words)
        case .section(let expression), .inverted(let expression):
            var isInverted = false
            if case .inverted = placed.tag { isInverted = true }
            builder.enter(expression, placed.words, inverted: isInverted)
            sections.append(OpenSection(tag: index, ancestors: ancestors, enter: builder.section ?? 0))
        case .otherwise:
            guard let section = sections.last else { return }
            check(section, against: index)
            sections[sections.count - 1].isOtherwise = true
            builder.otherwise(placed.options.contains(.keepsTable) ? .isNotMeant : .isMeant)
        case .end:
            guard let section = sections.popLast() else { return }
            check(section, against: index)
            builder.leave()
        case .insertion(.include, _, _): break
        case .insertion(let kind, let expression, let arguments):
            let context = InsertionContext(
                kind: kind,
                arguments: arguments,
                ancestors: ancestors,
                surroundings: placed.surroundings
            )
            insertions.append(context)
            builder.insert(expression, placed.words, insertion: insertions.count - 1)
        case .directive(.mergedCells, let expression): emit(expression, placed.words)
        case .comment, .directive(.paragraphWidth, _): break
        }
    }

    private mutating func emit(_ expression: Expression, _ words: TagWords) {
        let parent = ancestors.last
        let isPlain = parent.map { dialect.holdsOnlyCharacters($0) } ?? false
        builder.emit(expression, words, style: isPlain ? .attribute : dialect.textStyle(parent?.prefix ?? ""))
    }

    private mutating func check(_ section: OpenSection, against tag: Int) {
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
        guard element.role == .cell || element.role == .container || element.isBlockContent else {
            return false
        }
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

extension TemplateElement {
    /// Whether it is what a content control round paragraphs holds.
    fileprivate var isBlockContent: Bool {
        head.name.local == "sdtContent"
            && children.contains { node in
                if case .element(let element) = node {
                    element.role == .paragraph || element.role == .table
                } else {
                    node.head?.name.local == "p"
                }
            }
    }
}
