internal import CLibCMark
internal import Synchronization
internal import TemplateLanguage
internal import VietnameseText

/// Why a text cannot be put in as rich text.
enum RichTextFault: Error, Hashable {
    case tooDeep
    case unreadable
    /// What is wrong with a list of blocks.
    case blocks([BlockFault])
    /// An element of HTML that has no equal here.
    case element(String)
    /// A picture between words.
    case pictureInLine(String)
    /// A link that would run a program, by its scheme.
    case unsafeAddress(String)
    /// An element of HTML that has no equal, in a text that is HTML.
    case unknownHTML(String)
    /// A table of more columns than one may have.
    case wideTable(limit: Int)
    /// A table in a cell.
    case nestedTable
    /// A way to mark the items of a list that no list has here.
    case listMark(String)
}

/// Reads CommonMark with tables, strikethrough and pictures; of HTML it knows the breaks of lines and the elements that emphasise.
func richText(parsing source: String) throws(RichTextFault) -> [RichBlock] {
    extensionsAreReady
    return try oneParser.withLock { _ throws(RichTextFault) in try blocks(parsing: source) }
}

/// libcmark-gfm notes the extensions' characters, such as `~`, in a table of the whole process while it reads one text and takes them out
/// at its end, so that another thread's text would lose them.
private let oneParser = Mutex(())

/// Reads one line: what is bold, italic or struck; all else is text, be it the beginning of a list or a link.
///
/// `\*` and `\~` are a star and a tilde.
func richLine(parsing source: String) throws(RichTextFault) -> [RichInline] {
    guard
        source.utf8.contains(where: {
            $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "~")
        })
    else { return source.asInlines }
    // The mark in front keeps a dash or a number at the beginning from making a list.
    var guarded = "“"
    let letters = Array(source)
    for (index, character) in letters.enumerated() {
        switch character {
        case "\\" where index + 1 < letters.count && "*~".contains(letters[index + 1]): guarded += "\\"
        case "\\", "`", "[", "]", "<", "&", "!", "_": guarded += "\\" + String(character)
        case "\n": guarded += "\\\n“"
        default: guarded.append(character)
        }
    }
    guarded = guarded.replacing("(*)", with: "(\\*)").replacing("(**)", with: "(\\*\\*)")
    guard case .paragraph(let inlines)? = try richText(parsing: guarded).first else {
        return source.asInlines
    }
    var line: [RichInline] = []
    var isAtStart = true
    for inline in inlines {
        if isAtStart, case .text(let text) = inline {
            line.append(.text(String(text.dropFirst())))
        } else {
            line.append(inline)
        }
        isAtStart = inline == .lineBreak
    }
    return line.filter { $0 != .text("") }
}

private func blocks(parsing source: String) throws(RichTextFault) -> [RichBlock] {
    guard let parser = unsafe cmark_parser_new(CMARK_OPT_DEFAULT) else { throw .unreadable }
    defer { unsafe cmark_parser_free(parser) }
    for name in ["table", "strikethrough"] {
        guard let known = unsafe cmark_find_syntax_extension(name) else { throw .unreadable }
        unsafe cmark_parser_attach_syntax_extension(parser, known)
    }
    let bytes = Array(source.utf8)
    unsafe bytes.withUnsafeBytes { buffer in
        unsafe cmark_parser_feed(
            parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    guard let document = unsafe cmark_parser_finish(parser) else { throw .unreadable }
    defer { unsafe cmark_node_free(document) }
    return try unsafe CommonMarkTree(node: document).blocks(depth: 0)
}

/// The extensions are registered once for the process.
private let extensionsAreReady: Void = cmark_gfm_core_extensions_ensure_registered()

/// A node of libcmark-gfm's tree, valid while the tree is.
@safe private struct CommonMarkTree {
    /// Deeper nesting than a person writes; guards the stack.
    static let depthLimit = 64

    let node: OpaquePointer

    init(node: OpaquePointer) { unsafe self.node = node }

    /// The extensions' nodes have numbers that only their variables know, so that names are the simpler way.
    var kind: String { unsafe String(cString: cmark_node_get_type_string(node)) }
    var literal: String { unsafe cmark_node_get_literal(node).map { unsafe String(cString: $0) } ?? "" }
    var address: String { unsafe cmark_node_get_url(node).map { unsafe String(cString: $0) } ?? "" }

    var children: [CommonMarkTree] {
        var children: [CommonMarkTree] = []
        var next = unsafe cmark_node_first_child(node)
        while let child = unsafe next {
            unsafe children.append(CommonMarkTree(node: child))
            unsafe next = cmark_node_next(child)
        }
        return children
    }

    func blocks(depth: Int) throws(RichTextFault) -> [RichBlock] {
        guard depth <= CommonMarkTree.depthLimit else { throw .tooDeep }
        var blocks: [RichBlock] = []
        for child in children {
            if let pictures = child.pictures {
                blocks += pictures
            } else if let block = try child.block(depth: depth) {
                blocks.append(block)
            }
        }
        return blocks
    }

    private func block(depth: Int) throws(RichTextFault) -> RichBlock? {
        switch kind {
        case "paragraph": return .paragraph(try inlines(depth: depth))
        case "heading":
            let level = unsafe Int(cmark_node_get_heading_level(node))
            return .heading(level: level, try inlines(depth: depth))
        case "list":
            let isOrdered = unsafe cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
            let start = unsafe isOrdered ? Int(cmark_node_get_list_start(node)) : nil
            var items: [[RichBlock]] = []
            for item in children { items.append(try item.blocks(depth: depth + 1)) }
            return .list(start: start, items: items)
        case "table": return .table(try table(depth: depth))
        case "block_quote": return .quote(try blocks(depth: depth + 1))
        case "code_block": return .code(literal.droppingLastNewline)
        case "thematic_break": return .thematicBreak
        case "html_block":
            let shown = literal.withoutComments
            if let name = InlineMark.names(in: shown).first(where: InlineMark.isUnknown) {
                throw .element(name)
            }
            return shown.allSatisfy(\.isWhitespace) ? nil : .paragraph(shown.droppingLastNewline.asInlines)
        default: return nil
        }
    }

    private func table(depth: Int) throws(RichTextFault) -> RichTable {
        let count = unsafe Int(cmark_gfm_extensions_get_table_columns(node))
        let marks = unsafe cmark_gfm_extensions_get_table_alignments(node)
        let columns = (0..<count).map { column -> RichTable.Alignment in
            switch unsafe marks.map({ unsafe $0[column] }) {
            case UInt8(ascii: "l"): .left
            case UInt8(ascii: "c"): .center
            case UInt8(ascii: "r"): .right
            default: .unset
            }
        }
        var rows: [[RichTable.Cell]] = []
        for (number, row) in children.enumerated() {
            var cells: [RichTable.Cell] = []
            for (place, cell) in row.children.enumerated() where place < columns.count {
                let inlines = try cell.inlines(depth: depth + 1)
                cells.append(.init(inlines: inlines, alignment: columns[place], isHead: number == 0))
            }
            while cells.count < columns.count {
                cells.append(.init(alignment: columns[cells.count], isHead: number == 0))
            }
            rows.append(cells)
        }
        return RichTable(columns: columns.map { _ in nil }, headCount: 1, rows: rows)
    }

    private func inlines(depth: Int) throws(RichTextFault) -> [RichInline] {
        guard depth <= CommonMarkTree.depthLimit else { throw .tooDeep }
        var inlines: [RichInline] = []
        var marks = InlineMarks()
        for child in children where child.kind != "html_inline" || !child.literal.hasPrefix("<!--") {
            if child.kind == "html_inline", let mark = try InlineMark(child.literal) {
                marks.meet(mark, child.literal, &inlines)
            } else {
                inlines += try child.inline(depth: depth + 1)
            }
        }
        marks.end(&inlines)
        return inlines
    }

    /// The pictures of a paragraph that holds nothing else; nil for any other block.
    private var pictures: [RichBlock]? {
        guard kind == "paragraph" else { return nil }
        let parts = children.filter { $0.kind != "softbreak" && $0.kind != "linebreak" }
        guard !parts.isEmpty, parts.allSatisfy({ $0.kind == "image" }) else { return nil }
        return parts.map {
            .picture(RichPicture(name: $0.address, width: nil, height: nil, description: $0.words))
        }
    }

    /// All letters in it.
    private var words: String { literal + children.map(\.words).joined() }

    private func inline(depth: Int) throws(RichTextFault) -> [RichInline] {
        switch kind {
        case "text", "html_inline": return [.text(literal)]
        case "softbreak": return [.text(" ")]
        case "linebreak": return [.lineBreak]
        case "code": return [.code(literal)]
        case "emph": return [.emphasis(try inlines(depth: depth))]
        case "strong": return [.strong(try inlines(depth: depth))]
        case "strikethrough": return [.strike(try inlines(depth: depth))]
        case "link":
            if let scheme = address.unsafeScheme { throw .unsafeAddress(scheme) }
            return [.link(address, try inlines(depth: depth))]
        case "image": throw .pictureInLine(address)
        default: return try inlines(depth: depth)
        }
    }
}

extension String {
    /// The text without comments of HTML; one that does not end is text.
    fileprivate var withoutComments: String {
        var shown = ""
        var rest = self[...]
        while let start = rest.firstRange(of: "<!--"),
            let end = rest[start.upperBound...].firstRange(of: "-->")
        {
            shown += rest[..<start.lowerBound]
            rest = rest[end.upperBound...]
        }
        return shown + rest
    }

    fileprivate var droppingLastNewline: String { hasSuffix("\n") ? String(dropLast()) : self }

    /// The lines, with breaks between.
    fileprivate var asInlines: [RichInline] {
        guard hasBytes(of: "\n") else { return [.text(self)] }
        var inlines: [RichInline] = []
        for line in split(separator: "\n", omittingEmptySubsequences: false) {
            if !inlines.isEmpty { inlines.append(.lineBreak) }
            inlines.append(.text(String(line)))
        }
        return inlines
    }
}
