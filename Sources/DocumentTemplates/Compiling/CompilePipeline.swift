internal import Diagnostics
internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

/// How a template becomes programs: every stage, in order. Each takes a value and gives one.
///
///     package   entries → parts in order → programs → what renderings add → entries of the template
///     part      tree → text → placed text → with included bodies → with own pages → with repeated notes → prepared → program
///     text      text → native fields as tags → tags located → sections paired → tags placed
///
/// The body of a template that is included goes through the stages of a text like a part's own.
extension CompiledTemplate {
    /// The stages of a package; throws every fault of it, the first hundred.
    init(_ source: PackageSource, delimiters: Delimiters?, includes: Resources, as result: ResultKind)
        throws(Failure)
    {
        let package = try TemplatePackage(source)
        let dialect = package.format.dialect
        let given = delimiters
        let delimiters = try package.delimiters(of: source, given: given)
        var trees = PackageTrees(package.document)
        let signatures = try trees.dropSignatures(of: package.document, dialect)
        var compilation = Compilation(
            package: package, trees: trees, delimiters: delimiters, includes: includes)
        compilation.givenDelimiters = given
        let leftOut = try compilation.settle(result).union(signatures)
        let names = source.names.filter { !leftOut.contains($0) }
        // The body goes first: what it includes changes other parts.
        var parts = try compilation.programs(of: [package.body])
        try compilation.addSettings()
        let order = PartOrder(of: names, in: compilation.package, after: package.body)
        parts += try compilation.programs(of: order.names)
        parts += try compilation.programs(of: compilation.newRelationships)
        compilation.warnings += try compilation.repeatedDiagrams(among: Set(parts.keys))
        let dropped = try compilation.dropReplacedPictures()
        let plan = try compilation.plan(for: parts)
        // What is added to the numberings is known now.
        parts += try compilation.programs(of: package.numberingPart.map { [$0] } ?? [])
        let faults = Array(compilation.findings.faults.prefix(Renderer.faultLimit))
        if let failure = Failure(faults), !faults.areOfSingleTags { throw failure }
        self.faults = faults

        format = package.format
        self.plan = plan
        findings = compilation.findings
        let leftAlone = compilation.findings.nativeFields.filter { $0.kind == .leftAlone }
        warnings =
            package.document.warnings + compilation.warnings + findings.warnings
            + leftAlone.map { Diagnostic.fieldLeftAlone($0) }
            + package.document.linkedContent().map { $0.diagnostic(in: source.file) }
            + (signatures.isEmpty ? [] : [.signatureDropped(source.file)])
        entries = try TemplateEntry.entries(
            named: names.filter { !dropped.contains($0) }, of: source,
            parts.numbered(by: compilation.freshNumbers()), changed: compilation.trees.parts)
        // What renderings add to goes through their memory, entry by entry.
        pieces = plan == nil ? PackagePiece.pieces(of: entries) : []
    }
}

extension Compilation {
    /// Compiles parts one after another; those without a program are copied.
    mutating func programs(of names: [String]) throws(Failure) -> [String: CompiledPart] {
        var programs: [String: CompiledPart] = [:]
        for name in names where !leftOut.contains(name) {
            switch package.kind(of: name) {
            case .text: programs[name] = try program(of: name, dialect)
            case .namedTexts: programs[name] = try program(of: name, dialect.ofNamedTexts)
            case .settings: programs[name] = try settings(name)
            case .numbering: programs[name] = try numbering(name)
            case .other: try refuseDocumentType(name)
            }
        }
        return programs
    }

    /// The stages of a part; nil for one that holds nothing to fill and is copied, or one with faults.
    private mutating func program(of name: String, _ dialect: Dialect) throws(Failure) -> CompiledPart? {
        guard let text = try source(of: name, dialect: dialect) else { return nil }
        let placed = place(text)
        warnings += lostTags(in: text)
        let kind = package.noteParts[name]
        let isRewritten = text.isMended || replaced.drops(from: name) || notes.repeats(kind)
        guard !placed.tags.isEmpty || isRewritten else { return nil }
        diagrams.note(placed, in: name)
        var whole = try including(placed, of: text)
        try followDrawnCharts(in: &whole, of: name)
        let paged = try givingOwnPages(whole, of: text)
        let followed = notes.following(in: paged, kind, dialect)
        let prepared = followed.preparedForInsertions(dialect)
        let emission = try emission(of: prepared, text)
        return emission.part(isOptional: placed.holdsControlsAlone && !isRewritten)
    }

    /// The stages of a text: of a part, or of the body of a template that is included into one.
    mutating func place(_ text: SourceText) -> PlacedText {
        let converted = ConvertedText(convertingIn: text)
        let located = LocatedText(text, converted)
        let paired = SectionPairing(of: located)
        let placement = TagPlacement(of: located, paired).placed()
        let placed = PlacedText(located, paired, placement)
        note(text, placed)
        return placed
    }
}
