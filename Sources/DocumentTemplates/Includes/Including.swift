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

extension Compilation {
    /// Templates in templates in templates.
    static let includeLimit = 16

    /// The text with included bodies in the places of their tags.
    mutating func including(_ text: PlacedText, of source: SourceText) throws(Failure) -> PlacedText {
        guard !source.dialect.isBagOfTexts else { return text }
        guard dialect.packaging.holdsBodies(source.root) else {
            findings.faults += text.tags.filter { $0.isInsertion(.include) }.map {
                .includeOutsideOfBody($0.words)
            }
            return text
        }
        let count = includeCount
        var whole = text
        whole.root = try including(in: text.root, of: &whole, IncludePlace(part: source.part), chain: [])
        if includeCount > count { notes.know(package, &trees) }
        return whole
    }

    /// A tree with included bodies; what they need is added to the text.
    ///
    /// `chain` are the files that are being included.
    private mutating func including(
        in node: TemplateNode, of text: inout PlacedText, _ place: IncludePlace, chain: [String]
    ) throws(Failure) -> TemplateNode {
        guard case .element(var element) = node else { return node }
        var children: [TemplateNode] = []
        for (position, child) in element.children.enumerated() {
            if case .tag(let index) = child, let expression = text.tags[index].chosenInclude {
                let outer = place.inside(element.role)
                let nodes = try bodies(chosenBy: expression, index, &text, outer, chain: chain)
                children += nodes
                continue
            }
            guard case .tag(let index) = child, let name = text.tags[index].includedName else {
                children.append(try including(in: child, of: &text, place.inside(element.role), chain: chain))
                continue
            }
            let tag = text.tags[index]
            if tag.surroundings.paragraph == nil {
                findings.faults.append(.includeNotAlone(tag.words))
            } else if chain.count >= Compilation.includeLimit {
                findings.faults.append(.includeTooDeep(Compilation.includeLimit, tag.words))
            } else {
                let nodes = try body(named: name, by: tag, &text, place.inside(element.role), chain: chain)
                children.append(nodes, before: element.children[(position + 1)...].first)
            }
        }
        element.children = children
        return .element(element)
    }

    /// Reads, adopts and places one included template; its faults are told like the template's own.
    mutating func body(
        named name: String, by tag: PlacedTag, _ text: inout PlacedText, _ place: IncludePlace,
        chain: [String]
    ) throws(Failure) -> [TemplateNode] {
        let file = "\(name).\(package.format.rawValue)"
        let source: PackageSource
        let path: String
        do throws(Resources.Fault) {
            path = try includes.path(of: file)
            let bytes = try includes.contents(of: file)
            do throws(Failure) { source = PackageSource(try Archive(bytes: bytes, file: file)) } catch {
                findings.faults += error.diagnostics
                return []
            }
        } catch {
            findings.faults.append(.include(error, file, tag.words))
            return []
        }
        guard !chain.contains(path) else {
            let start = chain.firstIndex(of: path) ?? 0
            let files = (chain[start...] + [path]).map { String($0.split(separator: "/").last ?? "") }
            findings.faults.append(.includeCycle(files, tag.words))
            return []
        }
        do throws(Failure) {
            return try placedBody(of: source, by: tag, &text, place, chain: chain + [path])
        } catch {
            findings.faults += error.diagnostics
            return []
        }
    }

    /// What stands in the body of an included template, with its tags placed and its own includes put in.
    private mutating func placedBody(
        of source: PackageSource, by tag: PlacedTag, _ text: inout PlacedText, _ place: IncludePlace,
        chain: [String]
    ) throws(Failure) -> [TemplateNode] {
        let hostRoot = try trees.tree(place.part)
        guard let included = try sourceText(of: source, by: tag, &text, place) else { return [] }
        let placed = self.place(included)
        text.tags = placed.tags
        text.links.merge(placed.links) { known, _ in known }
        text.automaticStyles += placed.automaticStyles
        let tree = try including(in: placed.root, of: &text, place, chain: chain)
        let known = hostRoot?.declarations ?? []
        let missing = included.root.declarations.filter { !known.contains($0) }
        var nodes = tree.bodyNodes
        for place in nodes.indices { nodes[place].declare(missing) }
        return nodes
    }

    /// The body of an included template as a text of the part it goes into; nil where it does not fit.
    private mutating func sourceText(
        of source: PackageSource, by tag: PlacedTag, _ text: inout PlacedText, _ place: IncludePlace
    ) throws(Failure) -> SourceText? {
        let other = try TemplatePackage(source)
        var otherTrees = PackageTrees(other.document)
        guard other.format == package.format, let written = try otherTrees.tree(other.body) else {
            findings.faults.append(.includeOtherFormat(source.file, tag.words))
            return nil
        }
        let vocabulary = written.name.namespace
        guard try trees.tree(place.part)?.name.namespace == vocabulary else {
            findings.faults.append(
                .includeOtherVocabulary(source.file, isStrict: vocabulary == WordNames.strict, tag.words))
            return nil
        }
        if let refusal = other.document.refusal(ofMain: written) { throw Failure(refusal) }
        includeCount += 1
        let body = ForeignBody(
            trees: otherTrees, part: other.body, place: place, hostBody: package.body, number: includeCount)
        let relationships = dialect.packaging.relationships(place.part)
        let known = try relationships.map { name throws(Failure) in try trees.tree(name) } ?? nil
        guard let adopted = try dialect.packaging.adopt(body, &trees) else { return nil }
        for what in adopted.unsupported {
            findings.faults.append(.includeUnsupported(what, source.file, tag.words))
        }
        text.automaticStyles += adopted.automaticStyles.map { TemplateElement(plain: $0) }
        text.commonStyles += adopted.commonStyles

        let origin = TextOrigin(
            file: source.file, part: other.body,
            delimiters: try package.delimiters(ofIncluded: other, source, in: trees.source, givenDelimiters))
        for (part, notes) in adopted.notes {
            package.add(notePart: part, notes.kind)
            for id in notes.ids {
                foreign[part, default: .init()].notes[.init(kind: notes.kind, value: id)] = origin
            }
        }
        var included = SourceText(
            root: adopted.root, dialect: dialect, origin: origin, part: place.part,
            widths: try dialect.widths.measured(adopted.root, &otherTrees))
        included.tags = text.tags
        included.stylePrefix = adopted.stylePrefix
        if let relationships, let now = try trees.tree(relationships) {
            let added = now.adding(besides: known)
            for id in added.elements.compactMap({ $0.attribute("Id") }) {
                foreign[relationships, default: .init()].relationships[id] = origin
            }
            included.relationships = added
        }
        return included
    }
}

extension Element {
    /// The relationships that have come to others.
    fileprivate func adding(besides known: Element?) -> Element {
        let ids = Set((known?.elements ?? []).compactMap { $0.attribute("Id") })
        var added = self
        added.children = elements.filter { !ids.contains($0.attribute("Id") ?? "") }.map { .element($0) }
        return added
    }
}

extension [TemplateNode] {
    /// Adds what a tag includes, with an empty paragraph where a table would touch another, which Word makes one of.
    mutating func append(_ included: [TemplateNode], before next: TemplateNode?) {
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
