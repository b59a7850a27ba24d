internal import Container
internal import Diagnostics
internal import TemplateLanguage
internal import XMLTree

/// Compiles the parts of one template and gathers their faults.
struct PartCompiler {
    let archive: Archive
    /// The package as it becomes while its parts are compiled.
    var trees: PackageTrees
    let package: TemplatePackage
    let delimiters: Delimiters
    let includes: Resources
    var faults: [Diagnostic] = []
    /// What tags that are no expressions are, should the data have no such key.
    private(set) var doubts: [Diagnostic] = []
    /// The word processor's own fields, in the order of the template.
    private(set) var ownFields: [OwnField] = []
    /// What is no fault but worth knowing to someone who looks the template over.
    private(set) var remarks: [Diagnostic] = []
    /// Automatic styles of included bodies that the part being compiled is to be given.
    var adoptedStyles: [Element] = []
    /// Included bodies so far.
    var includeCount = 0

    init(archive: Archive, package: TemplatePackage, delimiters: Delimiters, includes: Resources) {
        self.archive = archive
        trees = PackageTrees(archive)
        self.package = package
        self.delimiters = delimiters
        self.includes = includes
    }

    /// The program of a part; nil for a part that holds no tag and is copied, or one with faults.
    mutating func program(of name: String) throws(Failure) -> CompiledPart? {
        if package.propertyParts.contains(name) {
            return try compile(name, dialect: .properties)
        }
        guard package.parts.contains(name) else { return nil }
        switch package.format {
        case .docx: return try compile(name, dialect: .word)
        case .odt: return try compile(name, dialect: .openDocument)
        }
    }

    /// What renderings of the compiled parts may add; nil when they write nothing but text.
    mutating func plan(for parts: [String: CompiledPart]) throws(Failure) -> AdditionsPlan? {
        var kinds: [String: Set<Tag.Insertion>] = [:]
        for (name, part) in parts where !part.insertions.isEmpty {
            kinds[name] = Set(part.insertions.map(\.kind))
        }
        guard !kinds.isEmpty else { return nil }
        switch package.format {
        case .docx: return try AdditionsPlan(word: &trees, body: package.body, kinds: kinds)
        case .odt: return try AdditionsPlan(openDocument: &trees)
        }
    }

    /// Word's settings without the data source of a mail merge, which Word would ask for when the filled letter is opened.
    ///
    /// Nil for any other part, and for settings that have none.
    mutating func settingsWithoutMailMerge(_ name: String) throws(Failure) -> CompiledPart? {
        guard package.format == .docx, name.hasPrefix("word/"), name.hasSuffix("settings.xml") else {
            return nil
        }
        var root = try element(of: name)
        let count = root.children.count
        root.children.removeAll {
            if case .element(let child) = $0 { child.isWord("mailMerge") } else { false }
        }
        guard root.isWord("settings"), root.children.count < count else { return nil }
        var builder = ProgramBuilder(file: archive.file, invertedNames: [])
        builder.append(root.bytes)
        return CompiledPart(program: builder.program(), insertions: [])
    }

    private mutating func compile(_ name: String, dialect: Dialect) throws(Failure) -> CompiledPart? {
        let root: Element
        do throws(Failure) {
            root = try element(of: name)
        } catch {
            faults += error.diagnostics
            return nil
        }
        let widths = try widths(of: root, dialect: dialect, in: archive)
        let body = compiled(root, name, dialect: dialect, widths: widths)
        guard var body else { return nil }
        let allowed: IncludePlace = name == package.body ? .body : .elsewhere
        body.included = try included(in: body.tags, allowed, chain: [])
        var tree = body.tree
        tree.add(automaticStyles: adoptedStyles.map { TemplateElement(plain: $0) })
        adoptedStyles = []
        let all = body.tags + body.included.values.flatMap(\.allTags)
        if all.contains(where: { $0.isInsertion || $0.isInsertion(.include) }) {
            tree.prepareForInsertions(&body.tags, &body.included, in: dialect)
        }
        var emission = Emission(
            file: archive.file,
            tags: body.tags,
            included: body.included,
            dialect: dialect
        )
        emission.emit(tree)
        faults += emission.faults
        let insertions = emission.insertions
        let includes = all.filter { $0.isInsertion(.include) }.map(\.words)
        return emission.program().map {
            CompiledPart(program: $0, insertions: insertions, includes: includes)
        }
    }

    /// A part's tree with its tags in their places.
    struct PlacedPart {
        let tree: TemplateNode
        var tags: [PlacedTag]
        var included: [Int: IncludedBody] = [:]
    }

    /// Finds and places the tags of a part; nil when it has none.
    mutating func compiled(
        _ root: Element,
        _ name: String,
        dialect: Dialect,
        widths: any AvailableWidths,
        file: String? = nil,
        delimiters own: Delimiters? = nil
    ) -> PlacedPart? {
        let fields = OwnFields(
            convertingIn: root,
            dialect: dialect,
            delimiters: own ?? delimiters,
            file: file ?? archive.file,
            part: name
        )
        ownFields += fields.found
        remarks += fields.remarks
        var marking = Marking(
            dialect: dialect,
            delimiters: own ?? delimiters,
            file: file ?? archive.file,
            part: name,
            widths: widths
        )
        var tree = marking.mark(fields.root)
        faults += marking.faults
        doubts += marking.doubts
        ownFields += marking.controls
        guard !marking.tags.isEmpty else { return nil }
        tree.add(automaticStyles: marking.madeStyles)
        let pairing = Pairing(of: tree, tags: marking.tags)
        faults += pairing.faults
        let placement = Placement(of: tree, pairing: pairing, tags: marking.tags, dialect: dialect)
        faults += placement.requested.faults + placement.overlaps
        var standing = Standing(tags: marking.tags, dialect: dialect)
        tree = standing.lifted(placement.placed()).first ?? tree
        faults += standing.tags.flatMap(\.insertionFaults)
        return PlacedPart(tree: tree, tags: standing.tags)
    }

    private mutating func element(of name: String) throws(Failure) -> Element {
        guard let tree = try trees.tree(name) else {
            return try Element(parsing: archive.contents(of: name), file: "\(archive.file): \(name)")
        }
        return tree
    }

    mutating func widths(
        of root: Element,
        dialect: Dialect,
        in archive: Archive
    ) throws(Failure) -> any AvailableWidths {
        guard !dialect.isBagOfTexts else { return NoWidths() }
        switch package.format {
        case .docx: return WordWidths(of: root)
        case .odt:
            var trees = PackageTrees(archive)
            let styles = try trees.tree("styles.xml")
            return OpenDocumentWidths(of: root, styles: styles)
        }
    }
}

/// A part as a program, with what stands round the tags that are more than text.
struct CompiledPart: Sendable {
    let program: Program
    let insertions: [InsertionContext]
    /// Tags that include other templates, those in what is included too.
    var includes: [TagWords] = []
}

extension TemplateNode {
    /// Puts styles that were made for single paragraphs at the end of a part's automatic styles.
    fileprivate mutating func add(automaticStyles styles: [TemplateElement]) {
        guard !styles.isEmpty, case .element(var root) = self else { return }
        for (place, child) in root.children.enumerated() {
            guard case .plain(.element(let element)) = child, element.name.local == "automatic-styles"
            else { continue }
            var automatic = TemplateElement(head: element.withoutChildren, role: nil)
            automatic.children = element.children.map { .plain($0) } + styles.map { .element($0) }
            root.children[place] = .element(automatic)
        }
        self = .element(root)
    }
}

extension TemplateElement {
    /// An element without tags.
    fileprivate init(plain element: Element) {
        self.init(head: element.withoutChildren, role: nil, children: element.children.map { .plain($0) })
    }
}
