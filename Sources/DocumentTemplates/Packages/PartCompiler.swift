internal import Container
internal import Diagnostics
internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

/// Compiles the parts of one template and gathers their faults.
struct PartCompiler {
    let archive: Archive
    /// The package as it becomes while its parts are compiled.
    var trees: PackageTrees
    var package: TemplatePackage
    let delimiters: Delimiters
    let includes: Resources
    var faults: [Diagnostic] = []
    /// Automatic styles of included bodies that the part being compiled is to be given.
    var adoptedStyles: [Element] = []
    /// Common styles of included bodies; they are in `trees`, which a part that is being compiled does not see.
    var adoptedCommonStyles: [Element] = []
    /// Notes of included documents, which have other tags than the template's, and other places.
    var noteOrigins: [UniqueOwners.Key: NoteOrigin] = [:]
    /// Included bodies so far.
    var includeCount = 0
    /// Names and numbers that must be unique in the package.
    var census = UniqueCensus()
    /// Whether some part holds a table of contents, and some part a section.
    var hasContents = false
    var hasSections = false
    var restarted: [RestartedNumbering] = []
    /// The template's own pictures that data's pictures take the places of.
    private var oldPictures = OldPictures()
    /// Word's notes and comments; nil until a part asks.
    private var notes: NoteTable?
    /// What is known of the parts that were compiled before their turn.
    private var compiled: [String: CompiledPart?] = [:]
    /// Relationships with tags in their targets that every use has made a field of, by their part.
    private var replacedLinks: [String: Set<String>] = [:]
    /// What tags that are no expressions are, should the data have no such key.
    var doubts: [Diagnostic] = []
    /// The word processor's own fields, in the order of the template.
    var ownFields: [OwnField] = []
    /// What is no fault but worth knowing to someone who looks the template over.
    var remarks: [Diagnostic] = []

    init(archive: Archive, package: TemplatePackage, delimiters: Delimiters, includes: Resources) {
        self.archive = archive
        trees = PackageTrees(package.document)
        self.includes = includes
        self.package = package
        self.delimiters = delimiters
    }

    /// The program of a part; nil for a part that holds no tag and is copied, or one with faults.
    mutating func program(of name: String) throws(Failure) -> CompiledPart? {
        if let known = compiled[name] { return known }
        let part = try freshProgram(of: name)
        compiled[name] = .some(part)
        return part
    }

    private mutating func freshProgram(of name: String) throws(Failure) -> CompiledPart? {
        if package.propertyParts.contains(name) { return try compile(name, dialect: .properties) }
        if let source = package.source(ofRelationships: name) {
            // Which of its targets are still needed is known when the part itself is compiled.
            _ = try program(of: source)
            return try compile(name, dialect: .properties)
        }
        if let kind = package.noteParts[name] {
            // What the texts of notes stand in follows from what refers to them; comments can be made in notes.
            for part in package.parts.sorted() where part != name && package.noteParts[part] == nil {
                _ = try program(of: part)
            }
            if kind == .comment {
                for (part, other) in package.noteParts.sorted(by: { $0.key < $1.key }) where other != .comment
                { _ = try program(of: part) }
            }
        }
        if name == package.settingsPart || name == package.numberingPart {
            for part in package.parts.sorted() { _ = try program(of: part) }
            return name == package.settingsPart ? try settings(name) : try numbering(name)
        }
        guard package.parts.contains(name) else {
            // OpenDocument's macros have document types of their own.
            if package.format == .docx || name == "settings.xml" { try refuseDocumentType(name) }
            return nil
        }
        switch package.format {
        case .docx: return try compile(name, dialect: .word)
        case .odt: return try compile(name, dialect: .openDocument)
        }
    }

    /// The free numbers, once all parts are compiled.
    mutating func freshNumbers() -> FreshNumbers {
        var numbers = census.freshNumbers
        for kind in UniqueKind.allCases where kind.isInOrder {
            let first = notes?.firstNumber(of: kind, package, &trees) ?? 1
            numbers.pools[kind.rawValue] = .init(first: first, slots: 1)
        }
        return numbers
    }

    /// Files of the template that no result shows any more.
    mutating func droppedFiles() throws(Failure) -> Set<String> {
        guard package.format == .odt else {
            return try OldPictures.files(behind: replacedLinks, in: archive, &trees)
        }
        var pictures = oldPictures
        // A part without tags still shows what it shows.
        for name in package.parts.sorted() {
            guard case .some(.none) = compiled[name] else { continue }
            pictures.note(try element(of: name), in: name, placeholders: [])
        }
        return pictures.files(in: archive)
    }

    /// What renderings of the compiled parts may add; nil when they write nothing but text.
    mutating func plan(for parts: [String: CompiledPart]) throws(Failure) -> AdditionsPlan? {
        var kinds: [String: Set<Tag.Insertion>] = [:]
        for (name, part) in parts where !part.insertions.isEmpty {
            kinds[name] = Set(part.insertions.map(\.kind))
        }
        guard !kinds.isEmpty else { return nil }
        switch package.format {
        case .docx:
            return try AdditionsPlan(
                word: &trees, body: package.body, kinds: kinds, besideRestartedLists: !restarted.isEmpty)
        case .odt: return try AdditionsPlan(openDocument: &trees)
        }
    }

    // MARK: Parts with tags

    private mutating func compile(_ name: String, dialect: Dialect) throws(Failure) -> CompiledPart? {
        var root: Element
        do throws(Failure) { root = try element(of: name) } catch {
            faults += error.diagnostics
            return nil
        }
        if name == package.body, let refusal = package.document.refusal(ofMain: root) {
            faults.append(refusal)
            return nil
        }
        let isMended = root.dropUndeclaredPrefixes()
        census.count(root, in: dialect)
        if root.hasContents { hasContents = true }
        if let replaced = replacedLinks[name] {
            root.children.removeAll { node in
                guard case .element(let relationship) = node else { return false }
                return relationship.attribute("Id").map(replaced.contains) ?? false
            }
        }
        let fields = OwnFields(
            convertingIn: root, dialect: dialect, delimiters: .fields, file: archive.file, part: name)
        ownFields += fields.found
        remarks += fields.remarks
        var marking = Marking(
            dialect: dialect, delimiters: delimiters, file: archive.file, part: name,
            widths: try widths(of: root, dialect: dialect, in: archive))
        marking.noteOrigins = noteOrigins
        var tree = marking.mark(fields.root)
        faults += marking.faults
        doubts += marking.doubts
        ownFields += marking.controls
        let relationships = Relationships.entry(of: name)
        var links: [String: [TemplateElement.ComputedAttribute.Piece]] = [:]
        if dialect.format == .docx, !dialect.isBagOfTexts, archive.contains(relationships) {
            // The relationships tell their own faults.
            var targets = marking
            links = targets.links(in: try element(of: relationships))
            if !links.isEmpty { marking = targets }
        }
        let kind = package.noteParts[name]
        var notes = self.notes ?? NoteTable(package, &trees)
        self.notes = notes
        guard !marking.tags.isEmpty || replacedLinks[name] != nil || isMended || notes.repeats(kind) else {
            return nil
        }
        tree.add(automaticStyles: marking.madeStyles)
        let pairing = Pairing(of: tree, tags: marking.tags)
        faults += pairing.faults
        let placing = Placement(
            of: tree, pairing: pairing, tags: marking.tags, dialect: dialect,
            automaticStyles: root.elements.first { $0.name.local == "automatic-styles" }?.elements ?? [])
        faults += placing.requested.faults + placing.overlaps
        let placement = placing.placed()
        faults += placement.faults
        var standing = Standing(tags: placement.tags, dialect: dialect)
        tree = standing.lifted(placement.root).first ?? placement.root
        var tags = standing.tags
        faults += tags.flatMap(\.insertionFaults)
        if dialect.canInclude(in: root) {
            let count = includeCount
            adoptedCommonStyles = []
            tree = try including(in: tree, &tags, IncludePlace(part: name), chain: [])
            if name == Manifest.styles { tree.add(commonStyles: adoptedCommonStyles) }
            if includeCount > count {
                notes.know(package, &trees)
                try addLinks(of: relationships, to: &links, &tags, marking)
            }
        } else if !dialect.isBagOfTexts {
            faults += tags.filter { $0.isInsertion(.include) }.map { .includeOutsideOfBody($0.words) }
        }
        if let kind { tree = notes.following(in: tree, kind, &tags, dialect: dialect) }
        tree.add(automaticStyles: adoptedStyles.map { TemplateElement(plain: $0) })
        adoptedStyles = []
        if tags.contains(where: { $0.isInsertion || $0.isInsertion(.include) }) {
            tree.prepareForInsertions(&tags, in: dialect)
        }
        let owners = UniqueOwners(of: tree, tags: tags, dialect: dialect, notes: notes.known)
        var emission = Emission(
            file: archive.file, tags: tags, dialect: dialect, owners: owners, census: census, links: links)
        if dialect.format == .docx, tags.contains(where: { $0.options.contains(.restartsNumbering) }) {
            emission.styleNumberings = try StyleNumberings(
                &trees, body: package.body, numberingPart: package.numberingPart)
        }
        emission.emit(tree)
        faults += emission.faults
        census = emission.census
        restarted += emission.restarted
        notes.add(emission.repeatedNotes, plain: owners.plainNotes)
        self.notes = notes
        if !pairing.sections.isEmpty { hasSections = true }
        oldPictures.note(
            root, in: name,
            placeholders: marking.tags.filter { !$0.isSettled }.compactMap(\.surroundings.placeholder))
        var gone = emission.repeatedLinks.subtracting(emission.plainLinks)
        if dialect.format == .docx { gone.formUnion(try oldPictures.relationships(of: name, in: &trees)) }
        if !gone.isEmpty { replacedLinks[relationships] = gone }
        let insertions = emission.insertions
        let includes = tags.filter { $0.isInsertion(.include) }.map(\.words)
        let isOptional =
            fields.convertedCount == 0 && marking.tags.allSatisfy(\.isSettled) && replacedLinks[name] == nil
            && !isMended && !notes.repeats(kind) && emission.repeatedNotes.isEmpty
        return emission.program().map {
            CompiledPart(
                program: $0, insertions: insertions, includes: includes,
                optionalNames: isOptional ? $0.presences : nil)
        }
    }

    /// Notes the targets with tags of relationships that came with an included document.
    private mutating func addLinks(
        of relationships: String, to links: inout [String: [TemplateElement.ComputedAttribute.Piece]],
        _ tags: inout [PlacedTag], _ marking: Marking
    ) throws(Failure) {
        guard package.format == .docx, var root = try trees.tree(relationships) else { return }
        root.children = root.elements.filter { links[$0.attribute("Id") ?? ""] == nil }.map { .element($0) }
        var targets = marking.continued(with: tags)
        links.merge(targets.links(in: root)) { known, _ in known }
        tags = targets.tags
    }

    mutating func element(of name: String) throws(Failure) -> Element {
        guard let tree = try trees.tree(name) else { return try archive.tree(of: name) }
        return tree
    }

    mutating func widths(of root: Element, dialect: Dialect, in archive: Archive) throws(Failure)
        -> any AvailableWidths
    {
        guard !dialect.isBagOfTexts else { return NoWidths() }
        switch package.format {
        case .docx: return WordWidths(of: root)
        case .odt:
            let styles = archive.contains(Manifest.styles) ? try archive.tree(of: Manifest.styles) : nil
            return OpenDocumentWidths(of: root, styles: styles)
        }
    }
}

/// A part as a program, with what stands round the tags that are more than text.
struct CompiledPart: Sendable {
    var program: Program
    let insertions: [InsertionContext]
    /// Tags that include other templates, those in what is included too.
    var includes: [TagWords] = []
    /// The names of the part's content controls, when it holds nothing else that is filled.
    var optionalNames: [[String]]?
}

extension TemplateElement {
    /// An element without tags.
    fileprivate init(plain element: Element) {
        self.init(head: element.withoutChildren, role: nil, children: element.children.map { .plain($0) })
    }
}
