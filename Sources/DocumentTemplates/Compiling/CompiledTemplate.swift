internal import Container
internal import Diagnostics
internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

/// What compiling makes of a package.
struct CompiledTemplate: Sendable {
    let format: OfficeFormat
    let entries: [TemplateEntry]
    /// The same as they are written.
    let pieces: [PackagePiece]
    /// What renderings may add to the package; nil for a template of text alone.
    let plan: GeneratedPartsPlan?
    let findings: Findings
    /// What whoever fills the template should know.
    let warnings: [Diagnostic]
    /// What is wrong with single tags, which are left out; a template with one is filled only to find what is wrong with the data too.
    let faults: [Diagnostic]
}

extension Diagnostic {
    /// Whether all but the one tag it is about can be understood.
    fileprivate var isOfOneTag: Bool { oneTagCodes.contains(code) }
}

private let oneTagCodes: Set<String> = Set(
    [
        "empty-tag", "tag-too-long", "unexpected-character", "unclosed-text", "expected-value",
        "expected-symbol", "left-over", "unknown-counter", "unknown-filter", "argument-count",
        "expression-too-deep", "number-range", "unopened-tag",
    ].map { "template." + $0 })

extension [Diagnostic] { var areOfSingleTags: Bool { allSatisfy(\.isOfOneTag) } }

/// An entry of a template's package.
struct TemplateEntry: Sendable {
    let name: String
    var body: Body
    /// As it stands in the template, kept for a part that data may leave as it is.
    let original: StoredEntry?

    enum Body: Sendable {
        case copied(StoredEntry)
        /// Changed or made when the template was compiled.
        case made([UInt8])
        case rendered(CompiledPart)
    }

    /// The entries of a template: those of its package, then those that compiling has made.
    static func entries(
        named names: [String], of source: PackageSource, _ parts: [String: CompiledPart],
        changed: [String: [UInt8]]
    ) throws(Failure) -> [TemplateEntry] {
        var entries: [TemplateEntry] = []
        for name in names + changed.keys.filter({ !source.contains($0) }).sorted() {
            let body: Body =
                if let part = parts[name] { .rendered(part) } else if let bytes = changed[name] {
                    .made(bytes)
                } else { .copied(try source.stored(name)) }
            let original = parts[name]?.optionalNames == nil ? nil : try source.stored(name)
            entries.append(TemplateEntry(name: name, body: body, original: original))
        }
        return entries
    }
}

/// Entries as they are written: those that are copied together where they stand together.
enum PackagePiece: Sendable {
    case copied(StoredRun)
    case made(name: String, [UInt8])
    case rendered(name: String, Program, DeflateCodes)

    static func pieces(of entries: [TemplateEntry]) -> [PackagePiece] {
        var pieces: [PackagePiece] = []
        var copied: [(name: String, stored: StoredEntry)] = []
        func flush() {
            if !copied.isEmpty { pieces.append(.copied(StoredRun(copied))) }
            copied = []
        }
        for entry in entries {
            if case .copied(let stored) = entry.body {
                copied.append((entry.name, stored))
                continue
            }
            flush()
            switch entry.body {
            case .copied: break
            case .made(let bytes): pieces.append(.made(name: entry.name, bytes))
            case .rendered(let part): pieces.append(.rendered(name: entry.name, part.program, part.codes))
            }
        }
        flush()
        return pieces
    }
}

/// A part as a program, with what stands round the tags that are more than text.
struct CompiledPart: Sendable {
    var program: Program
    /// For renderings that stay short.
    let codes: DeflateCodes
    let insertions: [InsertionContext]
    /// Tags that include other templates, those in what is included too.
    let includes: [TagSource]
    /// The names of the part's content controls, when it holds nothing else that is filled.
    var optionalNames: [[String]]?

    init(
        program: Program, insertions: [InsertionContext], includes: [TagSource] = [],
        optionalNames: [[String]]? = nil
    ) {
        self.program = program
        codes = DeflateCodes(pattern: program.bytes)
        self.insertions = insertions
        self.includes = includes
        self.optionalNames = optionalNames
    }

    var hasCharts: Bool { insertions.contains(where: \.isChart) }
}

extension Emission {
    /// The part as a program; nil where it has faults.
    ///
    /// `isOptional` says that data without its names may leave it as it is.
    consuming func part(isOptional: Bool) -> CompiledPart? {
        let insertions = insertions
        let includes = tags.filter { $0.isInsertion(.include) }.map(\.words)
        let mayStay = isOptional && repeatedNotes.isEmpty
        return program().map {
            CompiledPart(
                program: $0, insertions: insertions, includes: includes,
                optionalNames: mayStay ? $0.presences : nil)
        }
    }
}

extension [String: CompiledPart] {
    static func += (parts: inout Self, more: Self) { parts.merge(more) { _, new in new } }

    /// The parts with the numbers that are free in the whole package.
    func numbered(by numbers: FreshNumbers) -> Self {
        mapValues { part in
            var part = part
            part.program.freshNumbers = numbers
            return part
        }
    }
}
