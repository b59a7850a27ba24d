package import Diagnostics
package import Values
internal import VietnameseText

/// One reading of a data file: where it is, and every fault and code met so far.
package struct DataReading: Sendable {
    package let file: String
    /// The sheet that is read, where the file is a workbook.
    package let sheet: String?
    package private(set) var faults: [Diagnostic] = []
    package private(set) var codes = CodeUses()
    private var path = DataPath.root
    /// The keys of the record before, when its rows may share them.
    private var header: Header?

    private struct Header {
        let first: Position
        let count: Int
        /// Which field each key names.
        let fields: [Int?]
    }

    /// What becomes of a key that must be there and says nothing.
    package enum Gaps: Hashable, Sendable {
        case areLeft
        /// A mark is read in its place, for a preview; the fault is noted all the same.
        case areMarked
    }

    private let gaps: Gaps
    /// Codes that need not be looked up again, since they are declared in files that have been read.
    private let known: KnownCodes

    package init(file: String, sheet: String? = nil, known: KnownCodes = KnownCodes(), gaps: Gaps = .areLeft)
    {
        self.file = file
        self.sheet = sheet
        self.known = known
        self.gaps = gaps
    }

    /// The file as a whole; nil when nothing of its form could be read.
    package mutating func read<Value>(_ node: SourceNode, as form: DataForm<Value>) -> Value? {
        let value = form.read(node, nil, &self)
        if value == nil { noteUnreadable(form.description) }
        return value
    }

    package mutating func note(_ fault: Diagnostic) { faults.append(fault) }
    package mutating func note(_ faults: [Diagnostic]) { self.faults += faults }

    /// What refers to codes that would have been declared here cannot be judged.
    mutating func noteUnreadable(_ form: FormDescription) { codes.unreadable.formUnion(form.declaredCodes) }

    mutating func declare(_ code: String, _ kind: CodeKind, at position: Position) {
        codes.declare(code, kind, at: place(position))
    }

    mutating func refer(to code: String, _ kind: CodeKind, at position: Position) {
        if known.contains(code, kind) { return }
        codes.refer(to: code, kind, at: place(position), of: known.file ?? file)
    }

    package mutating func enter(_ key: String) { path = .key(key, in: path) }
    package mutating func enter(item index: Int) { path = .item(index, in: path) }

    package mutating func leave() {
        switch path {
        case .root: preconditionFailure("left more often than entered")
        case .key(_, let outer), .item(_, let outer): path = outer
        }
    }

    package func place(_ position: Position) -> Place {
        Place(file: file, position: position, path: path, sheet: sheet)
    }
    package func location(_ position: Position) -> Location { place(position).location }

    /// Notes that a text should stand here, and why what was written is none.
    mutating func noteNotText(_ node: SourceNode, expected: Wording) {
        guard case .mapping(let entries) = node.content, entries.count == 1,
            entries[0].value.line != nil || entries[0].value.content == .null
        else { return noteWrongType(node, expected: expected) }
        note(.keyForText(entries[0], expected: expected, at: location(node.position)))
    }

    /// Notes that a list should stand here.
    mutating func noteNotAList(_ node: SourceNode, expected: Wording) {
        note(.notAList(node, expected: expected, at: location(node.position)))
    }

    /// Notes that something else should stand here.
    package mutating func noteWrongType(_ node: SourceNode, expected: Wording) {
        note(.wrongType(node, expected: expected, at: location(node.position)))
    }
}

// How a record is read.
extension DataReading {
    /// What a key that is not there means.
    package enum MissingKeys { case areFaults, areInherited }

    private enum State {
        case unseen
        case read
        case empty(Position)
    }

    /// Reads the entries into the record, whatever of them can be read.
    ///
    /// `remedy` is said to whoever left out a key, besides adding it.
    package mutating func fill<Record>(
        _ record: inout Record, _ fields: RecordFields<Record>, from entries: [SourceNode.Entry],
        at position: Position, missing: MissingKeys, remedy: Wording? = nil
    ) {
        // Rows of a CSV file share the keys of one header, whose faults are told once.
        let sharesHeader =
            header != nil && header?.first == entries.first?.keyPosition && header?.count == entries.count
        let indices: [Int?]
        if sharesHeader, let header {
            indices = header.fields
        } else {
            indices = entries.map { entry in fields.keys.firstIndex(of: entry.key) }
            if let first = entries.first {
                header = Header(first: first.keyPosition, count: entries.count, fields: indices)
            }
        }
        var states = [State](repeating: .unseen, count: fields.keys.count)
        /// Fields whose key was written in another way, which is told at that key.
        var misspelt: Set<Int> = []
        for place in entries.indices {
            let entry = entries[place]
            enter(entry.key)
            defer { leave() }
            guard let index = indices[place] else {
                if sharesHeader { continue }
                if place > 0, let cut = CutNumber(entries[place - 1], entry) {
                    note(cut.diagnosticOfValue(at: location(entries[place - 1].value.position)))
                    continue
                }
                let meant = StrayLetters(in: entry.key)?.meant ?? entry.key
                if let field = nearestName(to: meant, among: fields.keys).flatMap(fields.keys.firstIndex) {
                    misspelt.insert(field)
                    noteUnreadable(fields.descriptions[field].form)
                }
                note(.unknownKey(entry.key, known: fields.keys, at: location(entry.keyPosition)))
                continue
            }
            // A key without a value counts as left out.
            guard !entry.value.isBlank else {
                states[index] = .empty(entry.value.position)
                continue
            }
            switch fields.reads[index](entry.value, missing == .areInherited, &record, &self) {
            case .value: states[index] = .read
            case .unreadable:
                states[index] = .read
                if fields.isRequired[index] { mark(index, of: fields, in: &record, at: position) }
            case .holdsNothing: states[index] = .empty(entry.value.position)
            }
        }
        guard missing == .areFaults else { return }
        for index in states.indices where fields.isRequired[index] {
            if case .read = states[index] { continue }
            let field = fields.descriptions[index]
            enter(field.key)
            defer { leave() }
            mark(index, of: fields, in: &record, at: position)
            switch states[index] {
            case .read: break
            case .empty(let position): note(.emptyKey(field, at: location(position)))
            case .unseen:
                guard !sharesHeader, !misspelt.contains(index) else { continue }
                note(.missingKey(field, remedy: remedy, at: location(position)))
            }
        }
    }
}

extension DataReading {
    /// Reads a mark where a key says nothing, when that is wanted.
    private func mark<Record>(
        _ index: Int, of fields: RecordFields<Record>, in record: inout Record, at position: Position
    ) {
        guard gaps == .areMarked, let gap = fields.descriptions[index].gap else { return }
        // What is wrong with a mark is of no interest.
        var aside = DataReading(file: file, gaps: gaps)
        _ = fields.reads[index](SourceNode(gap, at: position), false, &record, &aside)
    }
}

/// The fields of a record, each part of them in a row of its own, for a file may have many records.
package struct RecordFields<Record: Sendable>: Sendable {
    let descriptions: [FieldDescription]
    let keys: [String]
    let isRequired: [Bool]
    let reads: [@Sendable (SourceNode, Bool, inout Record, inout DataReading) -> FieldOutcome]

    package init(_ fields: [DataField<Record>]) {
        // Key paths in code for all types are built anew each time.
        descriptions = fields.map { $0.description }
        keys = fields.map { $0.key }
        isRequired = fields.map { $0.description.presence == .required }
        reads = fields.map { $0.read }
    }
}

extension DataReading {
    /// Throws what was noted.
    package func finish() throws(Failure) { if let failure = Failure(faults) { throw failure } }
}

extension CutNumber {
    /// A number of YAML whose comma made a key of its second half: `{don_gia: 1,5tr}`; nil for what else stands beside a key.
    fileprivate init?(_ entry: SourceNode.Entry, _ next: SourceNode.Entry) {
        guard case .number(let number) = entry.value.content, next.value.isBlank,
            entry.value.position.line == next.keyPosition.line,
            next.keyPosition.column == entry.value.position.column + number.count + 1
        else { return nil }
        self.init(number, next.key)
    }
}
