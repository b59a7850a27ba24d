internal import Diagnostics
internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

/// What is known of a template while its parts are compiled one after another.
struct Compilation {
    let dialect: Dialect
    let delimiters: Delimiters
    /// Those that whoever fills the template has named.
    var givenDelimiters: Delimiters?
    let includes: Resources
    /// Which parts there are; bodies that are included bring some.
    var package: TemplatePackage
    /// The package as it becomes.
    var trees: PackageTrees
    var findings = Findings()
    /// What whoever fills the template should know.
    var warnings: [Diagnostic] = []
    /// Whether programs in the text are left out.
    var dropsScripts = false
    /// Names and numbers that must be unique in the package.
    var identifiers = UsedIdentifiers()
    /// Notes and comments that stand in parts of their own.
    var notes: NoteTable
    /// Links and pictures whose places others take.
    var replaced = ReplacedLinks()
    /// The charts of the template that take figures from data, by the part they stand in and their relationship.
    var drawnCharts: [String: [String: DrawnChart]] = [:]
    var numberings = RepeatedNumberings()
    /// SmartArt that stands in sections.
    var diagrams = RepeatedDiagrams()
    /// Parts that no result shows: headers that each repeat has its own of.
    var leftOut: Set<String> = []
    /// Included bodies, and what they have brought into each part.
    var includeCount = 0
    var foreign: [String: ForeignTexts] = [:]

    init(package: TemplatePackage, trees: PackageTrees, delimiters: Delimiters, includes: Resources) {
        dialect = package.format.dialect
        self.delimiters = delimiters
        self.includes = includes
        self.package = package
        self.trees = trees
        notes = NoteTable(package, &self.trees)
    }

    /// The text of a part; nil where there is none to be read.
    mutating func source(of name: String, dialect: Dialect) throws(Failure) -> SourceText? {
        var root: Element
        do throws(Failure) { root = try trees.existingTree(name) } catch {
            findings.faults += error.diagnostics
            return nil
        }
        if name == package.body, let refusal = package.document.refusal(ofMain: root) {
            findings.faults.append(refusal)
            return nil
        }
        var isMended = root.dropUndeclaredPrefixes()
        if dropsScripts {
            root.dropScripts()
            isMended = true
        }
        replaced.drop(from: &root, of: name)
        var text = SourceText(
            root: root, dialect: dialect,
            origin: TextOrigin(file: trees.source.file, part: name, delimiters: delimiters), part: name,
            widths: try dialect.isBagOfTexts ? NoWidths() : dialect.widths.measured(root, &trees))
        text.isMended = isMended
        text.foreign = foreign[name] ?? ForeignTexts()
        if name == package.body { text.numberings = try dialect.numbering.ofStyles(&trees, package) }
        if !dialect.isBagOfTexts, let relationships = dialect.packaging.relationships(name) {
            text.relationships = try trees.tree(relationships)
        }
        return text
    }

    /// Tags of a part that nobody fills.
    func lostTags(in text: SourceText) -> [Diagnostic] {
        guard !text.dialect.isBagOfTexts else { return [] }
        var lost = LostTags(trees.source, package, delimiters: delimiters)
        return lost.search(text.root, in: text.part)
    }

    /// Notes what a text holds that concerns the whole package; `placed` is the same text.
    mutating func note(_ text: SourceText, _ placed: PlacedText) {
        findings += placed.findings
        identifiers.count(text.root, in: text.dialect)
        numberings.note(text.root, hasSections: placed.hasSections)
        replaced.note(
            text.root, in: text.part,
            placeholders: placed.tags[text.tags.count...].filter { !$0.isSettled }.compactMap(
                \.surroundings.placeholder))
    }

    /// A text as a program, with what concerns other parts.
    mutating func emission(of text: PlacedText, _ source: SourceText) throws(Failure) -> Emission {
        let owners = IdentifierOwners(
            of: text.root, tags: text.tags, dialect: source.dialect, notes: notes.known)
        var emission = Emission(
            of: text, file: source.origin.file, dialect: source.dialect, owners: owners,
            identifiers: identifiers)
        if text.tags.contains(where: { $0.options.contains(.restartsNumbering) }) {
            emission.styleNumberings = try dialect.numbering.ofStyles(&trees, package)
        }
        let captions = CaptionNumbers(in: text.root, tags: text.tags, dialect: source.dialect)
        emission.emit(captions.root)
        if captions.isCounting { numberings.noteCounted(source.root) }
        warnings += captions.kept.map { .captionKept($0.name, in: text.tags[$0.section].words) }
        warnings += owners.divided.filter { $0.name != "_GoBack" }.map {
            .dividedRange($0.name, by: text.tags[$0.section].words)
        }
        findings.faults += emission.faults + DividedFields(of: text.root, tags: text.tags).faults
        identifiers = emission.identifiers
        numberings.restarted += emission.restarted
        notes.add(emission.repeatedNotes, plain: owners.plainNotes)
        try replaced.note(linksOf: emission, in: source.part, dialect, &trees)
        return emission
    }

    /// Relationships that parts without any have got.
    var newRelationships: [String] {
        trees.changed.filter { $0.hasSuffix(".rels") && !trees.source.contains($0) }.sorted()
    }

    /// Takes files out of the package that no result shows any more; returns their names.
    mutating func dropReplacedPictures() throws(Failure) -> Set<String> {
        let files = try dialect.packaging.replacedPictures(replaced, &trees)
        let lists = files.compactMap(dialect.packaging.relationships).filter(trees.contains)
        let dropped = files.union(lists)
        try trees.unlist(dropped, dialect)
        trees.drop(dropped)
        return dropped
    }

    /// What renderings of the compiled parts may add; nil when they write nothing but text.
    mutating func plan(for parts: [String: CompiledPart]) throws(Failure) -> GeneratedPartsPlan? {
        let kinds = parts.filter { !$0.value.insertions.isEmpty }.mapValues { Set($0.insertions.map(\.kind)) }
        guard !kinds.isEmpty else { return nil }
        return try dialect.packaging.plan(
            &trees,
            .init(
                body: package.body, kinds: kinds,
                ownParts: Set(parts.values.flatMap { $0.insertions.compactMap(\.ownPart?.name) }),
                charts: Dictionary(
                    uniqueKeysWithValues: parts.filter(\.value.hasCharts).keys.map {
                        ($0, drawnCharts[$0] ?? [:])
                    }), besideRestartedLists: !numberings.restarted.isEmpty))
    }

    /// The free numbers, once all parts are compiled.
    mutating func freshNumbers() -> FreshNumbers {
        var numbers = identifiers.freshNumbers
        for kind in IdentifierKind.allCases where kind.isInOrder {
            let first = notes.firstNumber(of: kind, package, &trees)
            numbers.pools[kind.rawValue] = .init(first: first, slots: 1)
        }
        return numbers
    }
}
