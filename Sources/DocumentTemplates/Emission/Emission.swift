internal import Diagnostics
internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

/// Writes a part's tree, with its tags in place, as a program.
struct Emission {
    let dialect: Dialect
    let tags: [PlacedTag]
    private let remaining: RemainingContent
    var builder: ProgramBuilder
    var faults: [Diagnostic] = []
    /// Names of the elements that are open.
    var ancestors: [QualifiedName] = []
    /// The tables that are open; nil for one whose cells stay where they are.
    var tables: [OpenTable?] = []
    /// The part's styles of columns, by name.
    private let columnStyles: [String: Element]
    /// What the names of such styles begin with that tables turn out to need: nothing that the part has already.
    private var lateStylePrefix: String {
        var prefix = "vt_cot_"
        while columnStyles.keys.contains(where: { $0.hasPrefix(prefix) }) { prefix += "_" }
        return prefix
    }
    /// Whether tables may need styles that are not known before.
    private let hasLateStyles: Bool
    /// What stands round each tag that is more than text, by the number the program has for it.
    var insertions: [InsertionContext] = []
    /// Headers and footers that each repeat has its own of.
    let ownParts: [OwnPart]
    /// The open sections, with what was open when they began.
    var sections: [OpenSection] = []
    /// Which section each name and number that must be unique belongs to.
    let owners: IdentifierOwners
    var identifiers: UsedIdentifiers
    var forms: [IdentifierOwners.Key: Identifier.Form] = [:]
    /// Targets with tags, by relationship.
    let links: [String: [TemplateElement.ComputedAttribute.Piece]]
    /// Relationships with such targets that are used outside of sections, and inside.
    var plainLinks: Set<String> = []
    var repeatedLinks: Set<String> = []
    /// The code of a field that is being written.
    var fieldCode = AddressText()
    /// Whether the children that come are those of a row that is repeated by itself.
    private var isLoneRow = false

    /// Kinds of notes that are numbered anew throughout.
    let renumbered: Set<IdentifierKind>
    /// Notes and comments that each repeat refers to a copy of.
    var repeatedNotes: [RepeatedNote] = []
    /// The numberings of paragraph styles, where some repeat restarts them.
    var styleNumberings: StyleNumberings?
    /// Numberings that begin again in each repeat.
    var restarted: [RestartedNumbering] = []
    var restartedForms: [IdentifierOwners.Key: [Int: Identifier.Form]] = [:]

    struct OpenSection {
        let tag: Int
        let ancestors: [QualifiedName]
        let enter: Int
        var isOtherwise = false
        /// The lists that stand in it before what comes now.
        var lists = BegunLists()
    }

    init(
        of text: PlacedText, file: String, dialect: Dialect, owners: IdentifierOwners,
        identifiers: UsedIdentifiers
    ) {
        self.dialect = dialect
        self.owners = owners
        renumbered = owners.renumbered
        self.identifiers = identifiers
        links = text.links
        ownParts = text.ownParts
        let tags = text.tags
        self.tags = tags
        remaining = RemainingContent(dialect: dialect, tags: tags)
        columnStyles = dialect.tables.hasColumnStyles ? text.root.columnStyles : [:]
        hasLateStyles = dialect.tables.hasColumnStyles && text.root.hasTagsBetweenCells
        let inverted = tags.compactMap { placed in
            switch placed.tag {
            case .inverted(let expression): expression
            // What is absent is told of where the section is written.
            case .section(let expression) where placed.isFollowed: expression
            default: nil
            }
        }
        builder = ProgramBuilder(file: file, invertedNames: Set(inverted))
        var declaration = XMLWriter()
        declaration.declaration()
        builder.append(declaration.bytes)
    }

    mutating func emit(_ node: TemplateNode) {
        switch node {
        case .plain(let plain): emit(plain)
        case .text(let words):
            if ancestors.last?.local == "instrText" { fieldCode.pass(words) }
            write { $0.text(words) }
        case .tag(let index): emit(tag: index)
        case .element(let element): emit(element)
        }
    }

    /// The program, once the whole part is emitted.
    ///
    /// Nil when a section's ends cannot be joined: see `faults`.
    consuming func program() -> Program? { faults.isEmpty && sections.isEmpty ? builder.program() : nil }

    /// A subtree without tags; opened where something in it follows the repeats.
    private mutating func emit(_ plain: Node) {
        if hasLateStyles, case .element(let element) = plain, element.holdsAutomaticStyles {
            return emit(TemplateElement(opening: element, in: dialect))
        }
        if case .element(let settings) = plain, restartingSection != nil,
            let told = styleNumberings?.saying(settings)
        {
            return emit(TemplateElement(opening: told, in: dialect))
        }
        guard case .element(let element) = plain,
            !sections.isEmpty || !links.isEmpty || owners.hasComments || !owners.divided.isEmpty
                || !renumbered.isEmpty, needsCare(element)
        else { return write { $0.node(plain) } }
        emit(TemplateElement(opening: element, in: dialect))
    }

    /// Whether an element or something in it is written otherwise inside a section.
    private func needsCare(_ element: Element) -> Bool {
        if !links.isEmpty, linkTarget(of: element) != nil { return true }
        if isUnrepeatable(element) { return true }
        if !renumbered.isEmpty, let note = dialect.identifiers.note(referredToBy: element),
            renumbered.contains(note.kind)
        {
            return true
        }
        if !sections.isEmpty, element.name.local == "instrText" { return true }
        let hasName =
            !sections.isEmpty
            && element.attributes.contains {
                dialect.identifiers.name($0.name, of: element.name) != nil
                    || dialect.identifiers.dispensable.contains($0.name)
                    || dialect.identifiers.innerLink($0, element.name) != nil
            }
        if restartingSection != nil,
            dialect.numbering.restarts(element) || styleNumberings?.saying(element) != nil
        {
            return true
        }
        return hasName || element.elements.contains(where: needsCare)
    }

    private mutating func emit(_ element: TemplateElement) {
        if let number = OwnPart.number(of: element.head) { return emit(ownPart: number) }
        if let number = CaptionNumbers.number(at: element.head) {
            guard case .sequence(let pool) = identifiers.form(ofCaption: number.name) else { return }
            return builder.sequenceNumber(number.caption, pool: pool, section: builder.section)
        }
        if isUnrepeatable(element.head) { return }
        if element.needsValue { return emitWithValue(element) }
        if let table = openTable {
            if element.role == .row, table.place == .table { return emitRow(element) }
            if element.role == .cell, table.place == .row { return emitCell(of: table) }
        }
        if element.role == .table { return emit(table: element) }
        if element.role == .cell, let tag = element.directive(.mergedCells, tags) {
            // A section opened inside of the row repeats columns, not rows.
            if isLoneRow, sections.last.map({ $0.ancestors.count < ancestors.count }) ?? false {
                return emitMerged(element, tag)
            }
            faults.append(.unmergeableCell(tags[tag].words))
        }
        if element.head.name.local == "instrText" {
            fieldCode = AddressText()
            if emitInstruction(element) { return }
        }
        emit(whole: element)
    }

    private mutating func emit(table: TemplateElement) {
        if let grid = TableGrid(of: table, tags: tags, dialect: dialect, columnStyles: columnStyles) {
            faults += table.colours(tags).map { .colourInGrid(tags[$0].words) }
            return emit(grid)
        }
        tables.append(nil)
        emit(whole: table)
        tables.removeLast()
    }

    private mutating func emit(whole written: TemplateElement) {
        var element = asField(written)
        let isOptional =
            element.vanishes
            || (element.role == .table || isRoundRows(element)) && remaining.isOnlySections(element)
        // Marks stand for something else than rows: they stay where the table goes.
        let marks = isOptional && !element.vanishes ? element.takeMarks(remaining) : (before: [], after: [])
        for mark in marks.before { emit(mark) }
        defer { for mark in marks.after { emit(mark) } }
        var rest = element.children[...]
        if isOptional { rest = openOptional(element) } else { start(element) }
        ancestors.append(element.head.name)
        emitContent(of: element, rest)
        ancestors.removeLast()
        if hasLateStyles, element.head.holdsAutomaticStyles { builder.lateStyles(named: lateStylePrefix) }
        if isOptional {
            var end = XMLWriter()
            end.close(element.head)
            builder.closeOptional(suffix: end.bytes)
        } else {
            write { $0.close(element.head) }
        }
    }

    /// Whether an element stands round rows of a table, which may not stay without one: a group of rows, a content control, a mark of changes.
    private func isRoundRows(_ element: TemplateElement) -> Bool {
        remaining.isRound(element)
            && ancestors.last { !remaining.isRound(role: dialect.role(of: $0)) }.map {
                dialect.role(of: $0) == .table
            } ?? false
    }

    /// What stands in an element, and what must stand there when nothing is left.
    mutating func emitContent(of element: TemplateElement, _ children: ArraySlice<TemplateNode>) {
        let isFilled = dialect.filler != nil && !element.vanishes && remaining.mayBecomeEmpty(element)
        var rest = children
        if isFilled {
            // Settings are no content, those with a width of each repeat's own neither.
            while let settings = rest.first, remaining.isSettings(settings) { emit(rest.removeFirst()) }
            builder.openFilled()
        }
        let tail = remaining.placeAfterLastTable(element, rest)
        let outer = isLoneRow
        for (place, child) in rest.enumerated() {
            if place == tail { builder.openFilled() }
            if element.role != .row {
                isLoneRow = remaining.isAloneInSection(rest.startIndex + place, of: rest)
            }
            emit(child)
        }
        isLoneRow = outer
        if let tail {
            if tail == rest.count { builder.openFilled() }
            closeFilled(element.head.name)
        }
        if isFilled { closeFilled(element.head.name) }
    }

    /// The filler has the prefix of the format's own elements, which alternatives of one have not.
    private mutating func closeFilled(_ name: QualifiedName) {
        let isOther = ["Choice", "Fallback"].contains(name.local)
        let prefix = isOther ? ancestors.last { dialect.role(of: $0) != nil }?.prefix : name.prefix
        if let filler = dialect.filler { builder.closeFilled(filler: filler(prefix ?? "").utf8) }
    }

    /// Begins a table that vanishes when no row is left; returns what stands after its settings.
    private mutating func openOptional(_ element: TemplateElement) -> ArraySlice<TemplateNode> {
        // Its bytes are kept back until a row comes, so they are the same each time: a name of its own it does without.
        var head = element.head
        _ = takeFresh(&head)
        var prefix = XMLWriter()
        prefix.open(head)
        var rest = element.children[...]
        while case .plain(let plain) = rest.first {
            prefix.node(sections.isEmpty ? plain : plain.withoutControlNumber)
            rest.removeFirst()
        }
        builder.openOptional(prefix: prefix.bytes)
        return rest
    }

    // MARK: Merged cells

    /// Writes a cell in three kinds: alone, the first of equal ones, and the others.
    private mutating func emitMerged(_ cell: TemplateElement, _ tag: Int) {
        guard case .directive(_, let expression) = tags[tag].tag else { return }
        builder.openMergedCell(expression, tags[tag].words)
        emit(whole: cell)
        builder.nextMergedCell()
        emit(whole: dialect.tables.merged(cell, .first, tag))
        builder.nextMergedCell()
        emit(whole: dialect.tables.merged(cell, .others, tag))
        builder.closeMergedCell()
    }

    mutating func write(_ write: (inout XMLWriter) -> Void) {
        var writer = XMLWriter()
        write(&writer)
        builder.append(writer.bytes)
    }
}

extension Node {
    /// Settings of a content control without the number that no other may have, which is dispensable; anything else as it is.
    fileprivate var withoutControlNumber: Node {
        guard case .element(var settings) = self, settings.isWord("sdtPr") else { return self }
        settings.children.removeAll { if case .element(let inner) = $0 { inner.isWord("id") } else { false } }
        return .element(settings)
    }
}
