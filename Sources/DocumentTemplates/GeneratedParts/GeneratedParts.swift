internal import Diagnostics
internal import OfficePackage
internal import TemplateLanguage
internal import Values
internal import XMLTree

/// What one rendering puts into its package beside text: pictures, relationships, lists.
///
/// One rendering has one, used by one thread; the parts that need it are rendered before the package is put together.
final class GeneratedParts {
    private let plan: GeneratedPartsPlan
    private let source: PictureSource
    private var relationships: [String: [Element]] = [:]
    private var targets: [String: [String: String]] = [:]
    private var lists: [Element] = []
    private var pictures: [[UInt8]: String] = [:]
    private var files: [(name: String, kind: Picture.Kind, bytes: [UInt8])] = []
    private var found: [String: Result<PictureSource.Found, PictureSource.Fault>] = [:]
    private var pictureCount = 0
    /// The widths of tables' columns, in tenths of a millimetre, by the names of their styles, part by part.
    private var columnStyles: [String: [String: Int]] = [:]

    /// Ids of drawings begin above any that a person's document has.
    private static let firstDrawing = 1_000_000

    enum Relationship: String {
        case hyperlink
        case image
    }

    init(_ plan: GeneratedPartsPlan, pictures: Resources) {
        self.plan = plan
        source = PictureSource(resources: pictures)
    }

    /// Parts to add or to replace, by entry name.
    var parts: [String: [UInt8]] {
        var parts: [String: [UInt8]] = [:]
        for file in files { parts[file.name] = file.bytes }
        for (part, added) in relationships {
            guard let growing = plan.relationships[part] else { continue }
            parts[growing.name] = growing.bytes(adding: added)
        }
        if let numbering = plan.numbering, !lists.isEmpty {
            parts[numbering.part.name] = numbering.part.bytes(adding: lists)
        }
        if let manifest = plan.manifest, !files.isEmpty {
            let entries = files.map {
                Element.plain(
                    "manifest:file-entry",
                    ["manifest:full-path": $0.name, "manifest:media-type": $0.kind.mediaType])
            }
            parts[manifest.name] = manifest.bytes(adding: entries)
        }
        return parts
    }

    /// A part that has been rendered, with the relationships or lists that are added to it.
    func grown(_ name: String, _ rendered: [UInt8]) -> [UInt8] {
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
        return Array(rendered[..<end]) + writer.bytes + Array(rendered[end...])
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
        } catch { throw Failure(error.diagnostic(words)) }
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
                guard case .paragraph(let inlines) = blocks[0] else { fallthrough }
                line = inlines
            default: throw Failure(.blocksInLine(words))
            }
        }
        let site = site(context, in: part)
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
            case .list(let start, let items):
                var found: [[RichBlock]] = []
                for item in items { found.append(try self.drawn(item, at: site, words)) }
                drawn.append(.list(start: start, items: found))
            case .paragraph, .heading, .table, .code, .thematicBreak, .styled, .drawing: drawn.append(block)
            }
        }
        return drawn
    }

    private func drawing(of picture: RichPicture, at site: InsertionSite, _ words: TagSource) throws(Failure)
        -> Element
    {
        let found = try self.found(picture.name, words)
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

    private func site(_ context: InsertionContext, in part: String) -> InsertionSite {
        InsertionSite(context: context, part: part, styles: plan.styles, generated: self)
    }

    /// A list of its own, which begins to count at its start; returns its number.
    func list(start: Int?, level: Int) -> Int {
        guard let numbering = plan.numbering else { return 0 }
        let number = numbering.firstList + lists.count
        lists.append(
            WordLists.list(
                number, definition: start == nil ? numbering.bullets : numbering.numbers, level: level,
                start: start ?? 1))
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

    // MARK: Pictures

    private func picture(_ text: String, at context: InsertionContext, in part: String, _ words: TagSource)
        throws(Failure) -> [Node]
    {
        // Data that say there is none, or a tag that is kept.
        guard !text.isEmpty else { return [] }
        let site = site(context, in: part)
        guard text != words.whole else { return [plan.dialect.insertions.kept(text, site)] }
        let arguments = try PictureArguments(context.arguments, of: words)
        let found = try self.found(text, words)
        let picture = PlacedPicture(
            found: found, size: size(of: found.picture, arguments, at: context),
            description: arguments.description ?? found.name ?? "", name: text, words: words)
        return [.element(try plan.dialect.insertions.picture(picture, site))]
    }

    /// The id of one more drawing.
    func nextDrawing() -> Int {
        pictureCount += 1
        return GeneratedParts.firstDrawing + pictureCount
    }

    private func found(_ text: String, _ words: TagSource) throws(Failure) -> PictureSource.Found {
        let result: Result<PictureSource.Found, PictureSource.Fault>
        if let known = found[text] {
            result = known
        } else {
            do throws(PictureSource.Fault) { result = .success(try source.picture(named: text)) } catch {
                result = .failure(error)
            }
            found[text] = result
        }
        switch result {
        case .success(let found): return found
        case .failure(let fault): throw Failure(.picture(fault, text, words))
        }
    }

    /// The size by the tag, by the frame it stands in, or the picture's own, never wider than the room there is.
    private func size(of picture: Picture, _ arguments: PictureArguments, at context: InsertionContext)
        -> PictureSize
    {
        var size = picture.size
        if let width = arguments.width, let height = arguments.height, !arguments.fits {
            size = PictureSize(width: width, height: height)
        } else if arguments.width != nil || arguments.height != nil {
            size = size.scaled(toWidth: arguments.width, height: arguments.height)
        } else if let placeholder = context.surroundings.placeholder {
            if let frame = plan.dialect.insertions.frame(placeholder) {
                return size.scaled(toWidth: frame.width, height: frame.height)
            }
        }
        return fitted(size, at: context, keepsHeight: arguments.height != nil)
    }

    /// The size within the room that its paragraph has; of a height that nobody asked for, within a page too.
    private func fitted(_ size: PictureSize, at context: InsertionContext, keepsHeight: Bool) -> PictureSize {
        var size = size
        let known = context.surroundings.availableMillimetres.flatMap { $0 > 1 ? $0 : nil }
        let room = known ?? (keepsHeight ? PictureSize.longestSide : PictureSize.usualRoom.width)
        if size.width > room { size = size.scaled(toWidth: room, height: nil) }
        if !keepsHeight, size.height > PictureSize.usualRoom.height {
            size = size.scaled(toWidth: nil, height: PictureSize.usualRoom.height)
        }
        return size.onOnePage
    }

    /// The entry that holds the picture's bytes, one for all places it stands in.
    func entry(of picture: Picture) -> String {
        if let known = pictures[picture.bytes] { return known }
        let name = "\(plan.picturePrefix)\(files.count + 1).\(picture.kind.rawValue)"
        pictures[picture.bytes] = name
        files.append((name, picture.kind, picture.bytes))
        return name
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
