internal import Diagnostics
internal import OfficePackage
internal import TemplateLanguage
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

    /// Writes what a tag stands for, and notes what the package needs for it.
    func insert(
        _ text: String, at context: InsertionContext, in part: String, _ words: TagSource,
        into output: inout [UInt8]
    ) -> [Diagnostic] {
        let nodes: [Node]
        do throws(Failure) {
            switch context.kind {
            case .richText: nodes = try richText(text, at: context, in: part, words)
            case .image: nodes = try picture(text, at: context, in: part, words)
            case .include: return []
            }
        } catch { return error.diagnostics }
        var writer = XMLWriter()
        for node in nodes { writer.node(node) }
        output += writer.bytes
        return []
    }

    // MARK: Rich text

    private func richText(_ text: String, at context: InsertionContext, in part: String, _ words: TagSource)
        throws(Failure) -> [Node]
    {
        guard !text.looksLikeMarkup else { throw Failure(.markup(words)) }
        let blocks: [RichBlock]
        do throws(RichTextFault) { blocks = try DocumentTemplates.richText(parsing: text) } catch {
            throw Failure(.richText(words))
        }
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
        return standsAlone
            ? plan.dialect.insertions.blocks(blocks, site) : plan.dialect.insertions.line(line, site)
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
        if let room = context.surroundings.availableMillimetres, room > 1, size.width > room {
            size = size.scaled(toWidth: room, height: nil)
        }
        return size
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

extension Diagnostic {
    fileprivate static func markup(_ words: TagSource) -> Diagnostic {
        .error(
            "template.markup-as-text", at: words.place,
            "thẻ “\(words.whole)” in văn bản CommonMark, nhưng dữ liệu là mã HTML hoặc XML",
            en: "“\(words.whole)” prints CommonMark, but the data is HTML or XML",
            fix:
                "viết dữ liệu bằng CommonMark (**đậm**, *nghiêng*, - mục), hoặc in nguyên chữ bằng {…} không có @",
            en:
                "write the data in CommonMark (**bold**, *italic*, - item), or print it as it is by {…} without @"
        )
    }

    fileprivate static func richText(_ words: TagSource) -> Diagnostic {
        .error(
            "template.rich-text-too-deep", at: words.place,
            "thẻ “\(words.whole)”: danh sách hoặc trích dẫn lồng nhau quá sâu",
            en: "the tag “\(words.whole)”: its lists or quotes are nested too deeply",
            fix: "bớt các cấp lồng nhau", en: "use fewer levels")
    }

    fileprivate static func blocksInLine(_ words: TagSource) -> Diagnostic {
        .error(
            "template.blocks-in-line", at: words.place,
            "thẻ “\(words.whole)” đứng trong dòng có chữ khác, nhưng dữ liệu có nhiều đoạn, danh sách hoặc bảng",
            en:
                "“\(words.whole)” stands in a line with other text, but the data has several paragraphs, a list or a table",
            fix: "để thẻ đứng một mình trong đoạn", en: "put the tag alone into its paragraph")
    }
}
