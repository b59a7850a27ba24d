public import Diagnostics
public import Values
internal import VietnameseText

/// One reading of a data file: where it is, and every fault and code met so far.
@usableFromInline package struct DataReading: Sendable {
    private let source: Place.Source
    @usableFromInline package private(set) var faults: [Diagnostic] = []
    package private(set) var codes = CodeUses()
    @usableFromInline package var path = DataPath.root
    /// The keys of the record before, which those after it mostly have too.
    var header: RecordHeader?
    /// Where the first of them stands.
    var headerStart: Position?

    /// What becomes of a key that must be there and says nothing.
    @usableFromInline package enum Gaps: Hashable, Sendable {
        case areLeft
        /// A mark is read in its place, for a preview; the fault is noted all the same.
        case areMarked
    }

    let gaps: Gaps
    /// Codes that need not be looked up again, since they are declared in files that have been read.
    private let known: KnownCodes

    package init(file: String, sheet: String? = nil, known: KnownCodes = KnownCodes(), gaps: Gaps = .areLeft)
    {
        source = Place.Source(file, sheet: sheet)
        self.known = known
        self.gaps = gaps
    }

    package var file: String { source.file }
    /// The sheet that is read, where the file is a workbook.
    package var sheet: String? { source.sheet }

    /// The file as a whole; nil when nothing of its form could be read.
    package mutating func read<Value>(_ node: SourceNode, as form: DataForm<Value>) -> Value? {
        let value = form.read(node, nil, &self)
        if value == nil { noteUnreadable(form.description) }
        return value
    }

    package mutating func note(_ fault: Diagnostic) { faults.append(fault) }
    package mutating func note(_ faults: [Diagnostic]) { self.faults += faults }

    /// What refers to codes that would have been declared here cannot be judged.
    @usableFromInline package mutating func noteUnreadable(_ form: FormDescription) {
        codes.unreadable.formUnion(form.declaredCodes)
    }

    mutating func declare(_ code: String, _ kind: CodeKind, at position: Position) {
        codes.declare(code, kind, at: place(position))
    }

    mutating func refer(to code: String, _ kind: CodeKind, at position: Position) {
        if known.contains(code, kind) || codes.declares(code, kind) { return }
        codes.refer(to: code, kind, at: place(position), of: known.file ?? file)
    }

    @usableFromInline package mutating func enter(_ key: String) { path = .key(key, in: path) }
    @usableFromInline package mutating func enter(item index: Int) { path = .item(index, in: path) }

    @usableFromInline package mutating func leave() {
        switch path {
        case .root: preconditionFailure("left more often than entered")
        case .key(_, let outer), .item(_, let outer): path = outer
        }
    }

    @usableFromInline package func place(_ position: Position) -> Place { Place(source, position, path) }
    package func location(_ position: Position) -> Location { place(position).location }

    /// Notes that a text should stand here, and why what was written is none.
    package mutating func noteNotText(_ node: SourceNode, expected: Wording) {
        guard case .mapping(let entries) = node.content, entries.count == 1,
            entries[0].value.line != nil || entries[0].value.content == .null
        else {
            // Only a text may be anything.
            let mend = expected == DataForm<String>.text.name ? node.partedTextMend : nil
            return note(.wrongType(node, expected: expected, mend: mend, at: location(node.position)))
        }
        note(.keyForText(entries[0], expected: expected, at: location(node.position)))
    }

    /// Notes that a number should stand here.
    package mutating func noteNotANumber(_ node: SourceNode, expected: Wording) {
        note(.wrongType(node, expected: expected, mend: node.partedNumberMend, at: location(node.position)))
    }

    /// Notes that a list should stand here.
    @usableFromInline package mutating func noteNotAList(_ node: SourceNode, expected: Wording) {
        note(.notAList(node, expected: expected, at: location(node.position)))
    }

    @usableFromInline package mutating func noteNotAYear(_ entry: SourceNode.Entry) {
        note(.notAYear(entry.key, at: location(entry.keyPosition)))
    }

    /// Notes that what was read as a whole cannot be.
    @usableFromInline package mutating func noteImpossible(_ wrong: Wording, _ node: SourceNode) {
        note(.impossible(wrong, at: location(node.position)))
    }

    /// Notes that something else should stand here.
    @usableFromInline package mutating func noteWrongType(_ node: SourceNode, expected: Wording) {
        note(.wrongType(node, expected: expected, at: location(node.position)))
    }
}

extension DataReading {
    /// Throws what was noted.
    package func finish() throws(Failure) { if let failure = Failure(faults) { throw failure } }
}
