internal import Diagnostics
internal import OfficePackage
internal import TemplateLanguage
internal import Values
internal import XMLTree

/// What one rendering puts into its package beside text: pictures, relationships, lists.
///
/// One rendering has one, used by one thread; the parts that need it are rendered before the package is put together.
final class GeneratedParts {
    let plan: GeneratedPartsPlan
    let source: PictureSource
    private var relationships: [String: [Element]] = [:]
    private var targets: [String: [String: String]] = [:]
    private var lists: [Element] = []
    var files = GeneratedFiles()
    /// OpenDocument's pages with headers of their own, and the styles that begin them, part by part.
    var ownPages: [OwnPage] = []
    var lateStyles: [String: [UInt8]] = [:]
    var masterPages: [UInt8] = []
    /// What has been looked for, so that no file is read twice.
    var known: [PictureKey: Result<PictureSource.Found, PictureSource.Fault>] = [:]
    private var drawingCount = 0
    /// The widths of tables' columns, in tenths of a millimetre, by the names of their styles, part by part.
    private var columnStyles: [String: [String: Int]] = [:]

    /// Ids of drawings begin above any that a person's document has.
    private static let firstDrawing = 1_000_000

    struct PictureKey: Hashable {
        let text: String
        let code: CodeKind?
    }

    enum Relationship: String {
        case hyperlink
        case image
        case chart
        case header
        case footer
    }

    init(_ plan: GeneratedPartsPlan, pictures: Resources) {
        self.plan = plan
        source = PictureSource(resources: pictures)
    }

    /// Parts to add or to replace, by entry name.
    var parts: [String: [UInt8]] {
        var parts = files.contents
        for (part, added) in relationships {
            guard let growing = plan.relationships[part] else { continue }
            parts[growing.name] = growing.bytes(adding: added)
        }
        if let numbering = plan.numbering, !lists.isEmpty {
            parts[numbering.part.name] = numbering.part.bytes(adding: lists)
        }
        let entries = files.manifestEntries
        if let manifest = plan.manifest, !entries.isEmpty {
            parts[manifest.name] = manifest.bytes(adding: entries)
        }
        if let styles = plan.pageStyles { parts[Manifest.styles] = withOwnPages(Manifest.styles, styles) }
        if let types = plan.contentTypes {
            parts[types.part.name] = types.part.bytes(adding: files.contentTypes(in: types.root))
        }
        return parts
    }

    /// A part that has been rendered, with the relationships or lists that are added to it.
    func grown(_ name: String, _ rendered: [UInt8]) -> [UInt8] {
        let rendered = withOwnPages(name, rendered)
        if let widths = columnStyles[name] { return withColumnStyles(widths, rendered) }
        var added: [Element] = []
        if let part = plan.relationships.first(where: { $0.value.name == name })?.key {
            added = relationships[part] ?? []
        } else if plan.numbering?.part.name == name {
            added = lists
        }
        guard !added.isEmpty, let end = rendered.lastIndex(of: UInt8(ascii: "<")) else { return rendered }
        var writer = XMLWriter()
        for element in added { writer.element(element) }
        let isEmpty = rendered.dropLast().last == UInt8(ascii: "/")
        guard isEmpty else { return Array(rendered[..<end]) + writer.bytes + Array(rendered[end...]) }
        let name = rendered[(end + 1)...].prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "/") }
        return Array(rendered.dropLast(2)) + ">".utf8 + writer.bytes + "</".utf8 + name + ">".utf8
    }

    /// Notes that a part needs a style for columns of that width.
    func needColumnStyle(_ style: String, tenths: Int, in part: String) {
        columnStyles[part, default: [:]][style] = tenths
    }

    /// The part with styles of columns behind its other automatic ones, which every part has that rich text is put into.
    private func withColumnStyles(_ widths: [String: Int], _ rendered: [UInt8]) -> [UInt8] {
        let end = Array("</office:automatic-styles>".utf8)
        var place = 0
        while place + end.count <= rendered.count, !rendered[place...].starts(with: end) { place += 1 }
        guard place + end.count <= rendered.count else { return rendered }
        var writer = XMLWriter()
        for (style, tenths) in widths.sorted(by: { $0.key < $1.key }) {
            let properties = Element.plain(
                "style:table-column-properties",
                ["style:column-width": "\(Double(tenths) / 10)mm", "style:rel-column-width": "\(tenths)*"])
            writer.element(
                .plain("style:style", ["style:name": style, "style:family": "table-column"], [properties]))
        }
        return Array(rendered[..<place]) + writer.bytes + Array(rendered[place...])
    }

    /// Writes what a tag stands for, and notes what the package needs for it.
    func insert(
        _ value: Value, at context: InsertionContext, in part: String, _ words: TagSource,
        into output: inout [UInt8]
    ) -> [Diagnostic] {
        let nodes: [Node]
        do throws(Failure) {
            switch (context.kind, value.plainText) {
            case (.richText, let text):
                let blocks = try blocks(of: value, text, isHTML: context.isHTML, words)
                nodes = try richText(blocks, at: context, in: part, words)
            case (.image, _) where context.isChart: nodes = try chart(value, at: context, in: part, words)
            case (.image, let text?): nodes = try picture(text, at: context, in: part, words)
            case (.image, nil): return [.notPrintable(value, words)]
            case (.include, _): return []
            }
        } catch { return error.diagnostics }
        var writer = XMLWriter()
        for node in nodes { writer.node(node) }
        output += writer.bytes
        return []
    }

    // MARK: Rich text

    private func blocks(of value: Value, _ text: String?, isHTML: Bool, _ words: TagSource) throws(Failure)
        -> [RichBlock]
    {
        if !isHTML, let text, text.looksLikeMarkup { throw Failure(.markup(words)) }
        do throws(RichTextFault) {
            guard let text else { return try RichBlock.blocks(of: value) }
            return isHTML
                ? try DocumentTemplates.richText(parsingHTML: text)
                : try DocumentTemplates.richText(parsing: text)
        } catch { throw error.failure(words) }
    }

    private func richText(
        _ blocks: [RichBlock], at context: InsertionContext, in part: String, _ words: TagSource
    ) throws(Failure) -> [Node] {
        let standsAlone = context.surroundings.paragraph != nil
        var line: [RichInline] = []
        if !standsAlone {
            switch blocks.count {
            case 0: break
            case 1:
                guard case .paragraph(let inlines) = blocks[0].unaligned else { fallthrough }
                line = inlines
            default: throw Failure(.blocksInLine(words))
            }
        }
        let site = site(context, in: part)
        if context.isComment, blocks.contains(where: \.holdsTable) { throw Failure(.tableInComment(words)) }
        guard standsAlone else { return plan.dialect.insertions.line(line, site) }
        return plan.dialect.insertions.blocks(try drawn(blocks, at: site, words), site)
    }

    /// The blocks with their pictures found.
    private func drawn(_ blocks: [RichBlock], at site: InsertionSite, _ words: TagSource) throws(Failure)
        -> [RichBlock]
    {
        var drawn: [RichBlock] = []
        for block in blocks {
            switch block {
            case .picture(let picture): drawn.append(.drawing(try drawing(of: picture, at: site, words)))
            case .quote(let inner): drawn.append(.quote(try self.drawn(inner, at: site, words)))
            case .list(let start, let format, let items):
                var found: [[RichBlock]] = []
                for item in items { found.append(try self.drawn(item, at: site, words)) }
                drawn.append(.list(start: start, format: format, items: found))
            case .paragraph, .aligned, .heading, .table, .code, .thematicBreak, .styled, .drawing:
                drawn.append(block)
            }
        }
        return drawn
    }

    private func drawing(of picture: RichPicture, at site: InsertionSite, _ words: TagSource) throws(Failure)
        -> Element
    {
        let found = try self.found(picture.name, as: nil, words)
        var size = found.picture.size
        if picture.width != nil || picture.height != nil {
            size = size.scaled(toWidth: picture.width, height: picture.height)
        }
        size = fitted(size, at: site.context, keepsHeight: picture.height != nil)
        let placed = PlacedPicture(
            found: found, size: size, description: picture.description ?? found.name ?? "",
            name: picture.name, words: words)
        return try plan.dialect.insertions.picture(placed, site)
    }

    func site(_ context: InsertionContext, in part: String) -> InsertionSite {
        InsertionSite(context: context, part: part, styles: plan.styles, generated: self)
    }

    /// The id of one more drawing.
    func nextDrawing() -> Int {
        drawingCount += 1
        return GeneratedParts.firstDrawing + drawingCount
    }

    /// A list of its own, which begins to count at its start; returns its number.
    func list(start: Int?, format: RichNumbering?, level: Int) -> Int {
        guard let numbering = plan.numbering else { return 0 }
        let number = numbering.firstList + lists.count
        lists.append(
            WordLists.list(
                number, definition: start == nil ? numbering.bullets : numbering.numbers, level: level,
                start: start ?? 1, format: format))
        return number
    }

    /// The id of a relationship of a part, the same for the same target.
    func relationship(to target: String, _ kind: Relationship, in part: String) -> String {
        if let known = targets[part]?[target] { return known }
        let id = "\(plan.relationshipPrefix)\((relationships[part]?.count ?? 0) + 1)"
        var element = Element.plain(
            "Relationship",
            ["Id": id, "Type": "\(plan.relationshipNamespace)/\(kind.rawValue)", "Target": target])
        if kind == .hyperlink {
            element.attributes.append(.init(QualifiedName(local: "TargetMode"), "External"))
        }
        relationships[part, default: []].append(element)
        targets[part, default: [:]][target] = id
        return id
    }
}

extension String {
    /// Whether a text is XML or HTML from its first letter to its last.
    fileprivate var looksLikeMarkup: Bool {
        let words = trimmingBlanks
        guard words.hasPrefix("<"), words.hasSuffix(">"), words.contains("</") || words.contains("/>") else {
            return false
        }
        return words.dropFirst().first.map { $0.isASCII && $0.isLetter } ?? false
    }
}
