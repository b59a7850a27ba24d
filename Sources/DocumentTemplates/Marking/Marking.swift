internal import Diagnostics
internal import TemplateLanguage
internal import Values
internal import XMLTree

/// Finds the tags of one part and cuts the tree where they stand.
struct Marking {
    let dialect: Dialect
    /// Those that hold where the walk is; a tag can change them.
    private(set) var delimiters: Delimiters
    private var file: String
    private let part: String
    /// Notes that come from other files.
    var noteOrigins: [UniqueOwners.Key: NoteOrigin] = [:]
    private var widths: any AvailableWidths
    private(set) var tags: [PlacedTag] = []
    private(set) var faults: [Diagnostic] = []
    /// What tags that are no expressions are, should the data have no such key.
    private(set) var doubts: [Diagnostic] = []
    /// Paragraph styles that `rong_doan` made, for formats that keep such settings in styles.
    private(set) var madeStyles: [TemplateElement] = []
    /// Content controls and the like that the data may fill.
    private(set) var controls: [OwnField] = []
    var paragraphNumber = 0
    private var tableCount = 0
    private var cells: [Location.Cell] = []

    init(
        dialect: Dialect,
        delimiters: Delimiters,
        file: String,
        part: String,
        widths: any AvailableWidths,
        tags: [PlacedTag] = []
    ) {
        self.tags = tags
        self.dialect = dialect
        self.delimiters = delimiters
        self.file = file
        self.part = part
        self.widths = widths
    }

    /// The tree of a whole part, its tags as nodes of their own.
    mutating func mark(_ root: Element) -> TemplateNode { node(root) }

    mutating func node(_ element: Element) -> TemplateNode {
        if let tag = pictureTag(of: element) { return tag }
        let role = dialect.role(of: element.name)
        switch role {
        case .paragraph: return paragraph(element)
        case .properties:
            widths.pass(element)
            return .plain(.element(element))
        case .table:
            tableCount += 1
            cells.append(.init(table: tableCount, row: 0, column: 0))
            widths.enterTable(element)
        case .row:
            if let cell = cells.popLast() {
                cells.append(.init(table: cell.table, row: cell.row + 1, column: 0))
            }
        case .cell:
            if let cell = cells.popLast() {
                cells.append(.init(table: cell.table, row: cell.row, column: cell.column + 1))
                widths.enterCell(element, column: cell.column)
            }
        case .container:
            if let origin = origin(of: element) { return note(element, from: origin) }
        case .span, .text, .list, .listItem, .character, .blanks, .mark: break
        case nil:
            if dialect.isBagOfTexts {
                if DelimiterProperty.isHere(element) { return .plain(.element(element)) }
                if element.hasOwnText { return paragraph(element) }
            }
        }
        defer {
            if role == .table {
                cells.removeLast()
                widths.leaveTable()
            }
        }
        return children(of: element, role: role)
    }

    private func origin(of element: Element) -> NoteOrigin? {
        guard !noteOrigins.isEmpty, let id = element.attributes.first(where: { $0.name.local == "id" }),
            let unique = dialect.uniqueName(id.name, of: element.name), unique.kind.isNote
        else { return nil }
        return noteOrigins[.init(kind: unique.kind, value: id.value)]
    }

    /// A note that an included document has brought, with the delimiters it is written with.
    private mutating func note(_ element: Element, from origin: NoteOrigin) -> TemplateNode {
        let outer = (file, delimiters)
        (file, delimiters) = (origin.file, origin.delimiters)
        defer { (file, delimiters) = outer }
        return children(of: element, role: .container)
    }

    /// The same walk after other tags have been found.
    func continued(with tags: [PlacedTag]) -> Marking {
        var marking = self
        marking.tags = tags
        return marking
    }

    private mutating func children(of element: Element, role: Dialect.Role?) -> TemplateNode {
        var marked = TemplateElement(head: element.withoutChildren, role: role)
        if dialect.isBagOfTexts { paragraphNumber += 1 }
        marked.computed = takeAttributes(of: &marked.head)
        var holdsTag = !marked.computed.isEmpty
        for child in element.children {
            guard case .element(let inner) = child else {
                marked.children.append(.plain(child))
                continue
            }
            if let filled = repetition(of: inner) {
                holdsTag = true
                marked.children += filled
                continue
            }
            let node = node(inner)
            if let filled = alternatives(to: inner, node) {
                holdsTag = true
                marked.children += filled
                continue
            }
            if case .plain = node {} else { holdsTag = true }
            marked.children.append(node)
        }
        return holdsTag ? .element(marked) : .plain(.element(element))
    }

    // MARK: Paragraphs

    private mutating func paragraph(_ element: Element) -> TemplateNode {
        paragraphNumber += 1
        let text = ParagraphText(of: element, in: dialect)
        let (found, broken, after) = delimiters.tags(in: text.bytes)
        delimiters = after
        let first = tags.count
        for fault in broken { faults.append(self.fault(fault, in: text.bytes)) }
        for tag in found { read(tag, in: text.bytes) }
        guard first < tags.count else {
            // Text boxes and notes inside have paragraphs of their own.
            return children(of: element, role: .paragraph)
        }
        var cutting = Cutting(text: text, found: found, firstTag: first)
        var marked = TemplateElement(head: element.withoutChildren, role: .paragraph)
        marked.children = cut(element, &cutting)
        for index in first..<first + found.count {
            if case .directive(.paragraphWidth, _) = tags[index].tag { narrow(&marked, tag: index) }
        }
        return .element(marked)
    }

    private mutating func read(_ found: Delimiters.FoundTag, in bytes: [UInt8]) {
        let inside = String(decoding: bytes[found.inside], as: UTF8.self)
        let words = TagWords(
            whole: found.isField
                ? delimiters.opening + inside + delimiters.closing
                : String(decoding: bytes[found.range], as: UTF8.self),
            inside: inside,
            place: place(around: found.range, in: bytes),
            isField: found.isField
        )
        if found.changesDelimiters {
            if Delimiters.ends(of: String(inside.dropFirst().dropLast())) == nil {
                faults.append(.wrongDelimiters(words))
            }
            tags.append(PlacedTag(tag: .comment, words: words))
            return
        }
        do throws(Failure) {
            let tag = try Tag(parsing: inside, at: words.place)
            var placed = PlacedTag(tag: tag, words: words, options: WrittenTag(inside).options)
            if case .insertion = placed.tag {
                if dialect.isBagOfTexts { faults.append(.misplacedInsertion(words)) }
                placed.surroundings.availableMillimetres = widths.available(atParagraph: paragraphNumber)
            }
            tags.append(placed)
            if let doubt = Diagnostic.doubt(about: inside, at: words.place) { doubts.append(doubt) }
        } catch {
            faults += error.diagnostics
            // A broken section still opens, so that its end is not called superfluous.
            let core = WrittenTag(inside).core
            let opens = core.hasPrefix("#") || core.hasPrefix("^")
            tags.append(PlacedTag(tag: opens ? .section(.literal(.null)) : .comment, words: words))
        }
    }

    /// A tag that stands where it is put; returns what stands for it in the tree.
    mutating func add(
        _ tag: Tag,
        named name: String,
        at place: Location,
        inPlaceOf placeholder: Element? = nil
    ) -> TemplateNode {
        let words = TagWords(
            whole: delimiters.opening + name + delimiters.closing,
            inside: name,
            place: place,
            isField: true
        )
        var placed = PlacedTag(tag: tag, words: words, isSettled: true)
        placed.surroundings.placeholder = placeholder
        tags.append(placed)
        return .tag(tags.count - 1)
    }

    mutating func note(_ control: OwnField) { controls.append(control) }

    /// The place of a whole paragraph.
    func place(ofParagraph number: Int, _ text: String) -> Location {
        let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return .paragraph(
            file: file,
            part: part,
            number: number,
            excerpt: delimiters.showingFields(excerpt(of: Array(text.utf8), around: 0..<0)),
            cell: cells.last.flatMap { $0.column > 0 ? $0 : nil }
        )
    }

    /// Whether some tag may be written in an element.
    func mayHoldTag(_ element: Element) -> Bool {
        !delimiters.tags(in: Array(element.text.utf8)).tags.isEmpty
    }

    /// Reads a tag that can only be a value; nil where it leaves nothing.
    mutating func readValue(_ found: Delimiters.FoundTag, in bytes: [UInt8]) -> Int? {
        read(found, in: bytes)
        guard let placed = tags.last else { return nil }
        switch placed.tag {
        case .value: return tags.count - 1
        case .comment: return nil
        case .section, .inverted, .otherwise, .end, .insertion, .directive:
            faults.append(.structuralTagInAttribute(placed.words))
            return nil
        }
    }

    /// Notes a delimiter without its partner.
    mutating func note(_ fault: Delimiters.Fault, in bytes: [UInt8]) {
        faults.append(self.fault(fault, in: bytes))
    }

    private func place(around range: Range<Int>, in bytes: [UInt8]) -> Location {
        .paragraph(
            file: file,
            part: part,
            number: paragraphNumber,
            excerpt: delimiters.showingFields(excerpt(of: bytes, around: range)),
            cell: cells.last.flatMap { $0.column > 0 ? $0 : nil }
        )
    }

    private func fault(_ fault: Delimiters.Fault, in bytes: [UInt8]) -> Diagnostic {
        switch fault {
        case .unclosed(let offset, let delimiters):
            .unclosedTag(delimiters, at: place(around: offset..<offset + 1, in: bytes))
        case .unopened(let offset, let delimiters):
            .unopenedTag(delimiters, at: place(around: offset..<offset + 1, in: bytes))
        }
    }

    // MARK: Cutting

    /// The walk through one paragraph that puts its tags in place of their characters.
    private struct Cutting {
        let text: ParagraphText
        let found: [Delimiters.FoundTag]
        let firstTag: Int
        var slot = 0

        mutating func nextSlot() -> Range<Int> {
            defer { slot += 1 }
            return text.slots[slot]
        }

        /// Whether the characters belong to a tag.
        func isInsideTag(_ range: Range<Int>) -> Bool {
            let number = firstTag(endingAfter: range.lowerBound)
            return number < found.count && found[number].range.overlaps(range)
        }

        /// The text of a slot with tags where they begin; what is left of a tag that began earlier is gone.
        func pieces(_ slot: Range<Int>) -> [TemplateNode] {
            var pieces: [TemplateNode] = []
            var position = slot.lowerBound
            var number = firstTag(endingAfter: slot.lowerBound)
            while number < found.count, found[number].range.overlaps(slot) {
                let tag = found[number]
                if tag.range.lowerBound > position { pieces.append(words(position..<tag.range.lowerBound)) }
                if slot.contains(tag.range.lowerBound) { pieces.append(.tag(firstTag + number)) }
                position = min(tag.range.upperBound, slot.upperBound)
                number += 1
            }
            if position < slot.upperBound { pieces.append(words(position..<slot.upperBound)) }
            return pieces
        }

        /// The tags stand in order; halves the stretch that holds the first one that is not over before a place.
        private func firstTag(endingAfter place: Int) -> Int {
            var stretch = found.startIndex..<found.endIndex
            while let middle = stretch.isEmpty ? nil : (stretch.lowerBound + stretch.upperBound) / 2 {
                stretch =
                    found[middle].range.upperBound > place
                    ? stretch.lowerBound..<middle : middle + 1..<stretch.upperBound
            }
            return stretch.lowerBound
        }

        private func words(_ range: Range<Int>) -> TemplateNode {
            .text(String(decoding: text.bytes[range], as: UTF8.self))
        }
    }

    /// The children of a paragraph or of an element inside one, in the same order as `ParagraphText` met them.
    private mutating func cut(_ element: Element, _ cutting: inout Cutting) -> [TemplateNode] {
        let holdsText = dialect.textIsDirect || dialect.role(of: element.name) == .text
        var nodes: [TemplateNode] = []
        for child in element.children {
            switch child {
            case .text: nodes += holdsText ? cutting.pieces(cutting.nextSlot()) : [.plain(child)]
            case .element(let inner): nodes += cut(child: inner, &cutting)
            case .comment, .instruction: nodes.append(.plain(child))
            }
        }
        return nodes
    }

    private mutating func cut(child: Element, _ cutting: inout Cutting) -> [TemplateNode] {
        if let tag = pictureTag(of: child) { return [tag] }
        let role = dialect.role(of: child.name)
        switch role {
        case .span, .text:
            let pieces = split(child, role: role, into: cut(child, &cutting))
            guard pieces.count == 1, let piece = pieces.first else { return pieces }
            return alternatives(to: child, piece) ?? pieces
        case .character, .blanks:
            return cutting.isInsideTag(cutting.nextSlot()) ? [] : [.plain(.element(child))]
        case .mark: return child.name.local == "proofErr" ? [] : [.plain(.element(child))]
        case .properties: return [.plain(.element(child))]
        case .paragraph: return [node(child)]
        case .table, .row, .cell, .list, .listItem, .container, nil:
            guard !dialect.textIsDirect else {
                let node = node(child)
                return alternatives(to: child, node) ?? [node]
            }
            var marked = TemplateElement(head: child.withoutChildren, role: role)
            marked.computed = takeAttributes(of: &marked.head)
            marked.children = cut(child, &cutting)
            return alternatives(to: child, .element(marked)) ?? [.element(marked)]
        }
    }

    /// Closes a run before each section tag and opens it again after, so that the tag stands beside the runs.
    private mutating func split(
        _ element: Element,
        role: Dialect.Role?,
        into nodes: [TemplateNode]
    ) -> [TemplateNode] {
        var head = element.withoutChildren
        let computed = takeAttributes(of: &head)
        if role == .text, !WordNames.drawingNamespaces.contains(head.name.namespace) { head.keepBlanks() }
        let settings = nodes.filter { isSettings($0) }
        var pieces: [TemplateNode] = []
        var current: [TemplateNode] = []
        func close() {
            guard !current.isEmpty else { return }
            let children = settings + current
            pieces.append(
                .element(TemplateElement(head: head, role: role, children: children, computed: computed))
            )
            current = []
        }
        for node in nodes where !isSettings(node) {
            if case .tag(let index) = node, standsBeside(element, tag: index) {
                close()
                pieces.append(node)
            } else {
                current.append(node)
            }
        }
        close()
        return pieces
    }

    /// Whether a tag cannot stay inside this element; one that is more than text takes the run's settings along.
    private mutating func standsBeside(_ element: Element, tag index: Int) -> Bool {
        if tags[index].tag.isStructural { return true }
        guard case .insertion = tags[index].tag, tags[index].surroundings.placeholder == nil,
            dialect.format == .docx, ["r", "t"].contains(element.name.local)
        else { return false }
        if element.name.local == "r" {
            tags[index].surroundings.formatting = element.elements.filter {
                dialect.role(of: $0.name) == .properties
            }
        }
        return true
    }

    private func isSettings(_ node: TemplateNode) -> Bool {
        guard case .plain(.element(let element)) = node else { return false }
        return dialect.role(of: element.name) == .properties
    }

    // MARK: Pictures

    /// A picture whose alternative text is a tag for an image, as that tag.
    private mutating func pictureTag(of element: Element) -> TemplateNode? {
        guard let alternative = dialect.alternativeText(of: element) else { return nil }
        let bytes = Array(alternative.trimmingBlanks.utf8)
        guard let found = delimiters.tags(in: bytes).tags.first, !found.changesDelimiters,
            found.range == bytes.indices
        else { return nil }
        let before = (tags, faults, doubts)
        read(found, in: bytes)
        guard let last = tags.last, case .insertion(.image, _, _) = last.tag else {
            (tags, faults, doubts) = before
            return nil
        }
        tags[tags.count - 1].surroundings.placeholder = element
        return .tag(tags.count - 1)
    }

    // MARK: Directives

    private mutating func narrow(_ paragraph: inout TemplateElement, tag: Int) {
        guard let available = widths.available(atParagraph: paragraphNumber) else {
            faults.append(.unknownWidth(tags[tag].words))
            return
        }
        switch dialect.format {
        case .docx: paragraph.setIndents(tag: tag, available: available)
        case .odt:
            madeStyles.append(
                paragraph.takeNarrowStyle(
                    number: madeStyles.count + 1,
                    tag: tag,
                    available: available,
                    automaticStyles: widths.automaticStyles
                )
            )
        }
    }
}

extension Dialect {
    /// Whether every element with text is a paragraph.
    var isBagOfTexts: Bool { roles.isEmpty }
}

extension Element {
    fileprivate var hasOwnText: Bool {
        children.contains { node in
            if case .text(let words) = node { !words.allSatisfy(\.isWhitespace) } else { false }
        }
    }

    /// Word drops blanks at the ends of a text unless told not to.
    fileprivate mutating func keepBlanks() {
        let xml = "http://www.w3.org/XML/1998/namespace"
        guard attribute("space", in: xml) == nil else { return }
        attributes.append(.init(QualifiedName(namespace: xml, prefix: "xml", local: "space"), "preserve"))
    }
}

/// Some sixty characters of the paragraph round a place.
private func excerpt(of bytes: [UInt8], around range: Range<Int>) -> String {
    let limit = 60
    // Four bytes a character at the most, and no more of a long paragraph than is needed.
    var start = max(0, min(range.lowerBound, bytes.count) - limit * 4)
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    var end = min(bytes.count, range.lowerBound + limit * 4)
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    guard text.count > limit else {
        return text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
    let middle = text.utf8.index(text.startIndex, offsetBy: min(range.lowerBound, bytes.count) - start)
    let aligned = text.indices.last { $0 <= middle } ?? text.startIndex
    let first = text.index(aligned, offsetBy: -20, limitedBy: text.startIndex) ?? text.startIndex
    let last = text.index(first, offsetBy: limit, limitedBy: text.endIndex) ?? text.endIndex
    let isBegun = start == 0 && first == text.startIndex
    let isEnded = end == bytes.count && last == text.endIndex
    return (isBegun ? "" : "…") + text[first..<last] + (isEnded ? "" : "…")
}
