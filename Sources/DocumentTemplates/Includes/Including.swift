internal import Container
internal import Diagnostics
internal import OfficePackage
internal import TemplateLanguage
internal import Values
internal import XMLTree

/// Where in a package templates can be included.
struct IncludePlace {
    /// The part; one with paragraphs, unlike the document's properties.
    let part: String
    /// Whether it is a cell, a text box or another place that no page can begin in.
    var isEnclosed = false

    func inside(_ role: Dialect.Role?) -> IncludePlace {
        IncludePlace(part: part, isEnclosed: isEnclosed || role == .cell || role == .container)
    }
}

extension Dialect {
    /// Whether a part has places for another template's body: a chart has none.
    func canInclude(in root: Element) -> Bool { !isBagOfTexts && (format == .odt || root.isWord) }
}

/// Where the text of an included note comes from.
struct NoteOrigin {
    let file: String
    let delimiters: Delimiters
}

extension PartCompiler {
    /// Templates in templates in templates.
    static let includeLimit = 16

    /// The tree with included bodies in the places of their tags; `chain` are the files that are being included.
    mutating func including(
        in node: TemplateNode, _ tags: inout [PlacedTag], _ place: IncludePlace, chain: [String]
    ) throws(Failure) -> TemplateNode {
        guard case .element(var element) = node else { return node }
        var children: [TemplateNode] = []
        for (position, child) in element.children.enumerated() {
            guard case .tag(let index) = child, let name = tags[index].includedName else {
                children.append(try including(in: child, &tags, place.inside(element.role), chain: chain))
                continue
            }
            let tag = tags[index]
            if tag.surroundings.paragraph == nil {
                faults.append(.includeNotAlone(tag.words))
            } else if chain.count >= PartCompiler.includeLimit {
                faults.append(.includeTooDeep(PartCompiler.includeLimit, tag.words))
            } else {
                let nodes = try body(named: name, by: tag, &tags, place.inside(element.role), chain: chain)
                children.append(nodes, before: element.children[(position + 1)...].first)
            }
        }
        element.children = children
        return .element(element)
    }

    /// Reads, adopts and compiles one included template; its faults are told like the template's own.
    private mutating func body(
        named name: String, by tag: PlacedTag, _ tags: inout [PlacedTag], _ place: IncludePlace,
        chain: [String]
    ) throws(Failure) -> [TemplateNode] {
        let file = "\(name).\(package.format.rawValue)"
        let source: Archive
        let path: String
        do throws(Resources.Fault) {
            path = try includes.path(of: file)
            let bytes = try includes.contents(of: file)
            do throws(Failure) { source = try Archive(bytes: bytes, file: file) } catch {
                faults += error.diagnostics
                return []
            }
        } catch {
            faults.append(.include(error, file, tag.words))
            return []
        }
        guard !chain.contains(path) else {
            let start = chain.firstIndex(of: path) ?? 0
            let files = (chain[start...] + [path]).map { String($0.split(separator: "/").last ?? "") }
            faults.append(.includeCycle(files, tag.words))
            return []
        }
        do throws(Failure) {
            return try compiledBody(of: source, by: tag, &tags, place, chain: chain + [path])
        } catch {
            faults += error.diagnostics
            return []
        }
    }

    private mutating func compiledBody(
        of source: Archive, by tag: PlacedTag, _ tags: inout [PlacedTag], _ place: IncludePlace,
        chain: [String]
    ) throws(Failure) -> [TemplateNode] {
        let other = try TemplatePackage(source)
        var sourceTrees = PackageTrees(other.document)
        guard other.format == package.format, let written = try sourceTrees.tree(other.body),
            let hostRoot = try trees.tree(place.part),
            package.format == .odt || written.name.namespace == hostRoot.name.namespace
        else {
            faults.append(.includeOtherFormat(source.file, tag.words))
            return []
        }
        if let refusal = other.document.refusal(ofMain: written) { throw Failure(refusal) }
        includeCount += 1
        let number = includeCount
        let dialect: Dialect = package.format == .docx ? .word : .openDocument
        let adopted: Element?
        var adoptedNotes: WordAdoption?
        let unsupported: [Wording]
        switch package.format {
        case .docx:
            var adoption = WordAdoption(
                of: sourceTrees, body: other.body, into: place, of: package.body,
                namespace: PackageNames.relationships(beside: written.name.namespace))
            adopted = try adoption.adopt(into: &trees)?.withIds(from: number * 10_000)
            unsupported = adoption.unsupported
            adoptedNotes = adoption
        case .odt:
            var adoption = OpenDocumentAdoption(of: sourceTrees, prefix: "in\(number)_")
            adopted = try adoption.adopt(into: &trees)
            adoptedStyles += adoption.automaticStyles
            adoptedCommonStyles += adoption.commonStyles
            unsupported = adoption.unsupported
        }
        for what in unsupported { faults.append(.includeUnsupported(what, source.file, tag.words)) }
        guard let adopted else { return [] }
        census.count(adopted, in: dialect)
        let own = try other.ownDelimiters(of: source) ?? delimiters
        for (part, kind) in adoptedNotes?.noteParts ?? [:] {
            package.add(notePart: part, kind)
            for id in adoptedNotes?.noteIds[kind]?.values.map({ $0 }) ?? [] {
                noteOrigins[.init(kind: kind, value: id)] = NoteOrigin(file: source.file, delimiters: own)
            }
        }
        let fields = OwnFields(
            convertingIn: adopted, dialect: dialect, delimiters: .fields, file: source.file, part: other.body)
        ownFields += fields.found
        remarks += fields.remarks
        var marking = Marking(
            dialect: dialect, delimiters: own, file: source.file, part: other.body,
            widths: try widths(of: adopted, dialect: dialect, in: source), tags: tags)
        let marked = marking.mark(fields.root)
        faults += marking.faults
        doubts += marking.doubts
        ownFields += marking.controls
        let pairing = Pairing(of: marked, tags: marking.tags)
        faults += pairing.faults
        let placing = Placement(
            of: marked, pairing: pairing, tags: marking.tags, dialect: dialect,
            automaticStyles: adopted.child("automatic-styles")?.elements ?? [])
        faults += placing.requested.faults + placing.overlaps
        let placement = placing.placed()
        faults += placement.faults
        var standing = Standing(tags: placement.tags, dialect: dialect)
        let lifted = standing.lifted(placement.root).first ?? placement.root
        faults += standing.tags.dropFirst(tags.count).flatMap(\.insertionFaults)
        tags = standing.tags
        let tree = try including(in: lifted, &tags, place, chain: chain)
        var nodes = tree.bodyNodes
        let missing = adopted.declarations.filter { !hostRoot.declarations.contains($0) }
        for place in nodes.indices { nodes[place].declare(missing) }
        return nodes
    }
}

extension [TemplateNode] {
    /// Adds what a tag includes, with an empty paragraph where a table would touch another, which Word makes one of.
    fileprivate mutating func append(_ included: [TemplateNode], before next: TemplateNode?) {
        let neighbour = last { if case .tag = $0 { false } else { true } }
        if let table = included.first?.wordTable, neighbour?.wordTable != nil {
            append(.emptyParagraph(besides: table))
        }
        self += included
        // Behind a tag the same table may come once more.
        let isFollowed = next.map { $0.wordTable == nil && $0.head != nil && $0.head?.name.local != "sectPr" }
        if let table = included.last?.wordTable, isFollowed != true {
            append(.emptyParagraph(besides: table))
        }
    }
}

extension TemplateNode {
    /// The head of a table of Word, if it is one.
    fileprivate var wordTable: Element? { head.flatMap { $0.isWord("tbl") ? $0 : nil } }

    fileprivate static func emptyParagraph(besides table: Element) -> TemplateNode {
        .plain(.element(table.wordElement("p")))
    }
}

extension PlacedTag {
    /// The name of the template that the tag includes.
    fileprivate var includedName: String? {
        guard case .insertion(.include, .literal(let value), _) = tag, case .text(let name) = value else {
            return nil
        }
        return name
    }
}

extension TemplateNode {
    /// What stands in the body, of a whole part.
    fileprivate var bodyNodes: [TemplateNode] {
        switch self {
        case .plain(.element(let element)):
            if let body = element.child("body") {
                return (body.child("text") ?? body).elements.map { .plain(.element($0)) }
            }
            return []
        case .element(let root):
            guard let body = root.child("body") else { return [] }
            guard case .element(let element) = body else { return TemplateNode.children(of: body) }
            let text = element.child("text")
            return text.map(TemplateNode.children) ?? element.children
        case .plain, .text, .tag: return []
        }
    }

    private static func children(of node: TemplateNode) -> [TemplateNode] {
        switch node {
        case .element(let element): element.children
        case .plain(.element(let element)):
            (element.child("text") ?? element).elements.map { .plain(.element($0)) }
        case .plain, .text, .tag: []
        }
    }

    /// Declares prefixes that the other document does not know.
    fileprivate mutating func declare(_ declarations: [Element.Declaration]) {
        switch self {
        case .element(var element):
            for declaration in declarations {
                element.head.declare(declaration.prefix, declaration.namespace)
            }
            self = .element(element)
        case .plain(.element(var element)):
            for declaration in declarations { element.declare(declaration.prefix, declaration.namespace) }
            self = .plain(.element(element))
        case .plain, .text, .tag: break
        }
    }
}

extension TemplateElement {
    /// The first child element of that name.
    fileprivate func child(_ local: String) -> TemplateNode? {
        children.first { node in
            switch node {
            case .element(let element): element.head.name.local == local
            case .plain(.element(let element)): element.name.local == local
            case .plain, .text, .tag: false
            }
        }
    }
}

extension Element {
    /// The part with its drawings and bookmarks numbered from there, so that none has the number of another.
    fileprivate func withIds(from first: Int) -> Element {
        var bookmarks: [String: String] = [:]
        var next = first
        return rewritten { element in
            switch element.name.local {
            case "docPr":
                next += 1
                element.set("id", "\(next)")
            case "bookmarkStart", "bookmarkEnd":
                guard let id = element.value("id") else { return true }
                if bookmarks[id] == nil {
                    next += 1
                    bookmarks[id] = "\(next)"
                }
                element.set("id", bookmarks[id] ?? id)
            default: break
            }
            return true
        } ?? self
    }
}
