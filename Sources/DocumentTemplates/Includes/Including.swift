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

    /// The bodies that the tags of a part include, by the tags' places; `chain` are the files that are being included.
    mutating func included(
        in tags: [PlacedTag],
        _ place: IncludePlace,
        chain: [String]
    ) throws(Failure) -> [Int: IncludedBody] {
        var bodies: [Int: IncludedBody] = [:]
        for (index, tag) in tags.enumerated() {
            guard case .insertion(.include, .literal(let value), _) = tag.tag, case .text(let name) = value
            else {
                continue
            }
            if place == .elsewhere {
                faults.append(.includeOutsideOfBody(tag.words))
            } else if tag.surroundings.paragraph == nil {
                faults.append(.includeNotAlone(tag.words))
            } else if chain.count >= PartCompiler.includeLimit {
                faults.append(.includeTooDeep(PartCompiler.includeLimit, tag.words))
            } else {
                bodies[index] = try body(named: name, by: tag, chain: chain)
            }
        }
        return bodies
    }

    /// Reads, adopts and compiles one included template; its faults are told like the template's own.
    private mutating func body(
        named name: String,
        by tag: PlacedTag,
        chain: [String]
    ) throws(Failure) -> IncludedBody? {
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
                return nil
            }
        } catch {
            faults.append(.include(error, file, tag.words))
            return nil
        }
        guard !chain.contains(path) else {
            let start = chain.firstIndex(of: path) ?? 0
            let files = (chain[start...] + [path]).map { String($0.split(separator: "/").last ?? "") }
            faults.append(.includeCycle(files, tag.words))
            return nil
        }
        do throws(Failure) {
            return try compiledBody(of: source, by: tag, chain: chain + [path])
        } catch {
            faults += error.diagnostics
            return nil
        }
    }

    private mutating func compiledBody(
        of source: Archive,
        by tag: PlacedTag,
        chain: [String]
    ) throws(Failure) -> IncludedBody? {
        let other = try TemplatePackage(source)
        var sourceTrees = PackageTrees(source)
        guard other.format == package.format, let written = try sourceTrees.tree(other.body),
            let hostRoot = try trees.tree(package.body),
            written.name.namespace == hostRoot.name.namespace
        else {
            faults.append(.includeOtherFormat(source.file, tag.words))
            return nil
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
        guard let adopted else { return nil }
        let own = try DelimiterProperty.delimiters(of: source, parts: other.propertyParts)
        let widths = try widths(of: adopted, dialect: dialect, in: source)
        let part = compiled(
            adopted,
            other.body,
            dialect: dialect,
            widths: widths,
            file: source.file,
            delimiters: own
        )
        let tree = part?.tree ?? .plain(.element(adopted))
        var nodes = tree.bodyNodes
        let missing = adopted.declarations.filter { !hostRoot.declarations.contains($0) }
        for place in nodes.indices { nodes[place].declare(missing) }
        let tags = part?.tags ?? []
        return IncludedBody(
            nodes: nodes,
            tags: tags,
            included: try included(in: tags, .body, chain: chain)
        )
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
