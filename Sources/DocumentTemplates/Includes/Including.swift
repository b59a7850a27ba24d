internal import Container
internal import Diagnostics
internal import TemplateLanguage
internal import Values
internal import XMLTree

/// Whether templates can be included in a part.
enum IncludePlace {
    case body
    case elsewhere
}

extension PartCompiler {
    /// Templates in templates in templates.
    static let includeLimit = 16

    /// The tree with included bodies in the places of their tags; `chain` are the files that are being included.
    mutating func including(
        in node: TemplateNode,
        _ tags: inout [PlacedTag],
        _ place: IncludePlace,
        chain: [String]
    ) throws(Failure) -> TemplateNode {
        guard case .element(var element) = node else { return node }
        var children: [TemplateNode] = []
        for child in element.children {
            guard case .tag(let index) = child, let name = tags[index].includedName else {
                children.append(try including(in: child, &tags, place, chain: chain))
                continue
            }
            let tag = tags[index]
            if place == .elsewhere {
                faults.append(.includeOutsideOfBody(tag.words))
            } else if tag.surroundings.paragraph == nil {
                faults.append(.includeNotAlone(tag.words))
            } else if chain.count >= PartCompiler.includeLimit {
                faults.append(.includeTooDeep(PartCompiler.includeLimit, tag.words))
            } else {
                children += try body(named: name, by: tag, &tags, chain: chain)
            }
        }
        element.children = children
        return .element(element)
    }

    /// Reads, adopts and compiles one included template; its faults are told like the template's own.
    private mutating func body(
        named name: String,
        by tag: PlacedTag,
        _ tags: inout [PlacedTag],
        chain: [String]
    ) throws(Failure) -> [TemplateNode] {
        let file = "\(name).\(package.format.rawValue)"
        let source: Archive
        let path: String
        do throws(Resources.Fault) {
            path = try includes.path(of: file)
            let bytes = try includes.contents(of: file)
            do throws(Failure) {
                source = try Archive(bytes: bytes, file: file)
            } catch {
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
            return try compiledBody(of: source, by: tag, &tags, chain: chain + [path])
        } catch {
            faults += error.diagnostics
            return []
        }
    }

    private mutating func compiledBody(
        of source: Archive,
        by tag: PlacedTag,
        _ tags: inout [PlacedTag],
        chain: [String]
    ) throws(Failure) -> [TemplateNode] {
        let other = try TemplatePackage(source)
        var sourceTrees = PackageTrees(source)
        guard other.format == package.format, let written = try sourceTrees.tree(other.body),
            let hostRoot = try trees.tree(package.body),
            written.name.namespace == hostRoot.name.namespace
        else {
            faults.append(.includeOtherFormat(source.file, tag.words))
            return []
        }
        includeCount += 1
        let number = includeCount
        let dialect: Dialect = package.format == .docx ? .word : .openDocument
        let adopted: Element?
        let unsupported: [Wording]
        switch package.format {
        case .docx:
            let isStrict = written.name.namespace == WordNames.strict
            var adoption = WordAdoption(
                of: sourceTrees,
                body: other.body,
                into: package.body,
                namespace: isStrict ? PackageNames.strictRelationships : PackageNames.officeRelationships
            )
            adopted = try adoption.adopt(into: &trees)?.withIds(from: number * 10_000)
            unsupported = adoption.unsupported
        case .odt:
            var adoption = OpenDocumentAdoption(of: sourceTrees, prefix: "in\(number)_")
            adopted = try adoption.adopt(into: &trees)
            adoptedStyles += adoption.automaticStyles
            unsupported = adoption.unsupported
        }
        for what in unsupported { faults.append(.includeUnsupported(what, source.file, tag.words)) }
        guard let adopted else { return [] }
        census.count(adopted, in: dialect)
        let own = try other.ownDelimiters(of: source)
        var marking = Marking(
            dialect: dialect,
            delimiters: own ?? delimiters,
            file: source.file,
            part: other.body,
            widths: try widths(of: adopted, dialect: dialect, in: source),
            tags: tags
        )
        let marked = marking.mark(adopted)
        faults += marking.faults
        doubts += marking.doubts
        let pairing = Pairing(of: marked, tags: marking.tags)
        faults += pairing.faults
        let placing = Placement(
            of: marked,
            pairing: pairing,
            tags: marking.tags,
            dialect: dialect,
            automaticStyles: adopted.child("automatic-styles")?.elements ?? []
        )
        faults += placing.requested.faults + placing.overlaps
        let placement = placing.placed()
        faults += placement.faults
        var standing = Standing(tags: placement.tags, dialect: dialect)
        let lifted = standing.lifted(placement.root).first ?? placement.root
        faults += standing.tags.dropFirst(tags.count).flatMap(\.insertionFaults)
        tags = standing.tags
        let tree = try including(in: lifted, &tags, .body, chain: chain)
        var nodes = tree.bodyNodes
        let missing = adopted.declarations.filter { !hostRoot.declarations.contains($0) }
        for place in nodes.indices { nodes[place].declare(missing) }
        return nodes
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
