internal import Diagnostics
internal import OfficePackage
internal import TemplateLanguage
internal import Values
internal import XMLTree

/// The walk through a text that finds its tags.
struct TagLocator {
    let source: SourceText
    var dialect: Dialect { source.dialect }
    /// Those that hold where the walk is; a tag can change them.
    private(set) var delimiters: Delimiters
    private var file: String
    private var widths: any AvailableWidths
    /// The automatic styles that the part has.
    var automaticStyles: [Element] { widths.automaticStyles }
    var tags: [PlacedTag]
    var faults: [Diagnostic] = []
    /// What is worth knowing of tags that are no faults.
    private(set) var warnings: [Diagnostic] = []
    var doubts: [Diagnostic] = []
    /// Paragraph styles that `rong_doan` made, for formats that keep such settings in styles.
    var madeStyles: [TemplateElement] = []
    /// Tags for the colour of a cell or row that are obeyed.
    var obeyed: Set<Int> = []
    /// What the names of the styles begin with that colours need, by the style of the cell or text as it was.
    var colouredStyles: [String: String] = [:]
    /// The list that the repeating section goes through in which the walk is.
    var repeatedList: [String]?
    /// Content controls and the like that the data may fill.
    private(set) var controls: [NativeField] = []
    var paragraphNumber = 0
    private var tableCount = 0
    private var cells: [Location.Cell] = []

    init(_ source: SourceText) {
        self.source = source
        delimiters = source.origin.delimiters
        file = source.origin.file
        widths = source.widths
        tags = source.tags
    }

    /// An element with its tags as nodes of their own.
    mutating func node(_ element: Element) -> TemplateNode {
        widths.enter(element)
        if let tag = pictureTag(of: element) ?? fieldCode(element) { return tag }
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
            if let origin = origin(ofNote: element) { return children(of: element, .container, from: origin) }
        case .span, .text, .list, .listItem, .character, .blanks, .mark: break
        case nil:
            if dialect.isBagOfTexts {
                if DelimiterProperty.isHere(element) { return .plain(.element(element)) }
                if element.hasOwnText { return paragraph(element) }
                if let origin = source.foreign.relationships[element.attribute("Id") ?? ""] {
                    return children(of: element, nil, from: origin)
                }
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

    private func origin(ofNote element: Element) -> TextOrigin? {
        guard !source.foreign.notes.isEmpty,
            let id = element.attributes.first(where: { $0.name.local == "id" }),
            let unique = dialect.identifiers.name(id.name, of: element.name), unique.kind.isNote
        else { return nil }
        return source.foreign.notes[.init(kind: unique.kind, value: id.value)]
    }

    /// What an included document has brought, with the delimiters it is written with.
    private mutating func children(of element: Element, _ role: Dialect.Role?, from origin: TextOrigin)
        -> TemplateNode
    {
        let outer = (file, delimiters)
        (file, delimiters) = (origin.file, origin.delimiters)
        defer { (file, delimiters) = outer }
        return children(of: element, role: role)
    }

    private mutating func children(of element: Element, role: Dialect.Role?) -> TemplateNode {
        var marked = TemplateElement(head: element.withoutChildren, role: role)
        if dialect.isBagOfTexts { paragraphNumber += 1 }
        let firstTag = tags.count
        marked.computed = takeAttributes(of: &marked.head)
        var holdsTag = !marked.computed.isEmpty
        for child in element.children {
            guard case .element(let inner) = child else {
                marked.children.append(.plain(child))
                continue
            }
            let control = dialect.nativeFields.control(inner)
            if let filled = control.flatMap({ repetition(of: $0) }) {
                holdsTag = true
                marked.children += filled
                continue
            }
            let node = node(inner)
            if let filled = control.flatMap({ alternatives(to: $0, node) }) {
                holdsTag = true
                marked.children += filled
                continue
            }
            if case .plain = node {} else { holdsTag = true }
            marked.children.append(node)
        }
        if role == .cell || role == .row { colour(&marked, by: firstTag) }
        return holdsTag ? .element(marked) : .plain(.element(element))
    }

    // MARK: Paragraphs

    private mutating func paragraph(_ element: Element) -> TemplateNode {
        paragraphNumber += 1
        let text = ParagraphText(of: element, in: dialect)
        let (found, broken, after) = delimiters.tags(in: text.bytes)
        delimiters = after
        let first = tags.count
        for fault in broken.prefix(max(0, Renderer.faultLimit - faults.count)) { note(fault, in: text.bytes) }
        for tag in found {
            read(tag, in: text.bytes)
            if tag.isBehindDollar(in: text.bytes) {
                warnings.append(.dollarBeforeTag(tags[tags.count - 1].words))
            }
        }
        guard first < tags.count else {
            // Text boxes and notes inside have paragraphs of their own.
            return children(of: element, role: .paragraph)
        }
        var cutting = TextCutting(text: text, found: found, firstTag: first)
        var marked = TemplateElement(head: element.withoutChildren, role: .paragraph)
        marked.children = cut(element, &cutting)
        for index in first..<first + found.count {
            guard case .directive(let directive, _) = tags[index].tag else { continue }
            switch directive {
            case .paragraphWidth: narrow(&marked, tag: index)
            case .pageBreak: breakPage(before: &marked, tag: index)
            case .textColour: colourText(of: &marked, tag: index)
            case .cellColour, .rowColour:
                if cells.last.map({ $0.column > 0 }) != true {
                    faults.append(.colourOutsideOfCell(tags[index].words))
                }
            case .mergedCells, .mergedAcross: break
            }
        }
        return .element(marked)
    }

    mutating func read(_ found: Delimiters.FoundTag, in bytes: [UInt8]) {
        let inside = String(decoding: bytes[found.inside], as: UTF8.self)
        let words = TagSource(
            whole: found.isNativeField
                ? delimiters.opening + inside + delimiters.closing
                : String(decoding: bytes[found.range], as: UTF8.self), inside: inside,
            place: place(around: found.range, in: bytes), isNativeField: found.isNativeField)
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
            if case .comment = tag, let name = Tag.negatedName(in: inside) {
                warnings.append(.commentLikeNegation(name, words))
            }
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
        _ tag: Tag, named name: String, at place: Location, inPlaceOf placeholder: Element? = nil
    ) -> TemplateNode {
        let words = TagSource(
            whole: delimiters.opening + name + delimiters.closing, inside: name, place: place,
            isNativeField: true)
        var placed = PlacedTag(tag: tag, words: words, isSettled: true)
        placed.surroundings.placeholder = placeholder.map { uncropped($0) }
        tags.append(placed)
        return .tag(tags.count - 1)
    }

    mutating func note(_ control: NativeField) { controls.append(control) }

    /// The place of a whole paragraph.
    func place(ofParagraph number: Int, _ text: String) -> Location {
        let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return .paragraph(
            file: file, part: source.origin.part, number: number,
            excerpt: delimiters.showingFields(excerpt(of: Array(text.utf8), around: 0..<0)),
            cell: cells.last.flatMap { $0.column > 0 ? $0 : nil })
    }

    /// Reads a tag in an attribute of an element that can only be a value; nil where it leaves nothing.
    mutating func readValue(_ found: Delimiters.FoundTag, in bytes: [UInt8], of element: Element? = nil)
        -> Int?
    {
        read(found, in: bytes)
        guard let placed = tags.last else { return nil }
        switch placed.tag {
        case .value: return tags.count - 1
        case .comment: return nil
        case .section, .inverted, .otherwise, .otherwiseIf, .end, .insertion, .directive, .assignment:
            faults.append(.tagInAttribute(placed, of: element))
            return nil
        }
    }

    /// Notes a delimiter without its partner.
    mutating func note(_ fault: Delimiters.Fault, in bytes: [UInt8]) {
        // The end of a doubled pair is told with its beginning.
        if case .unopened(let offset, let delimiters) = fault, delimiters.endsDoubled(at: offset, in: bytes) {
            return
        }
        faults.append(self.fault(fault, in: bytes))
    }

    private func place(around range: Range<Int>, in bytes: [UInt8]) -> Location {
        .paragraph(
            file: file, part: source.origin.part, number: paragraphNumber,
            excerpt: delimiters.showingFields(excerpt(of: bytes, around: range)),
            cell: cells.last.flatMap { $0.column > 0 ? $0 : nil })
    }

    private func fault(_ fault: Delimiters.Fault, in bytes: [UInt8]) -> Diagnostic {
        switch fault {
        case .unclosed(let offset, let delimiters):
            delimiters.isDoubled(at: offset, in: bytes)
                ? .doubledDelimiter(delimiters, at: place(around: offset..<offset + 1, in: bytes))
                : .unclosedTag(delimiters, at: place(around: offset..<offset + 1, in: bytes))
        case .unopened(let offset, let delimiters):
            .unopenedTag(delimiters, at: place(around: offset..<offset + 1, in: bytes))
        }
    }

    // MARK: Directives

    private mutating func narrow(_ paragraph: inout TemplateElement, tag: Int) {
        guard let available = widths.available(atParagraph: paragraphNumber) else {
            faults.append(.unknownWidth(tags[tag].words))
            return
        }
        let width = ParagraphWidth(
            tag: tag, available: available,
            styleName: "\(source.stylePrefix)vt_rong_doan_\(madeStyles.count + 1)",
            automaticStyles: widths.automaticStyles)
        if let style = dialect.widths.narrow(&paragraph, width) { madeStyles.append(style) }
    }
}

extension Element {
    fileprivate var hasOwnText: Bool {
        children.contains { node in
            if case .text(let words) = node { !words.allSatisfy(\.isWhitespace) } else { false }
        }
    }
}
