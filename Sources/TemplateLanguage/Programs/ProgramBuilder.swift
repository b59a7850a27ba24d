package import Diagnostics

/// Collects the bytes and operations of one part, in the order of the document.
///
/// Sections must be balanced: each `enter` has its `leave`.
package struct ProgramBuilder {
    private var bytes: [UInt8] = []
    private var literalStart = 0
    var instructions: [Program.Instruction] = []
    private var sites: [Program.Site] = []
    private var styles: [TextStyle] = []
    private var identifiers: [Program.Identifier] = []
    private var open: [(enter: Int, otherwise: Int?)] = []
    /// The merged cells that are open: where each kind of the cell begins.
    private var merges: [[Int]] = []
    var grids: [GridForm] = []
    /// Where the cell began that is open in each open table.
    var openCells: [Int] = []
    private let file: String
    /// Sections that have their opposite somewhere in the template, so that absence is thought of.
    private let invertedNames: Set<Expression>

    /// `invertedNames` are the expressions of all `{^x}` of the template.
    package init(file: String, invertedNames: Set<Expression>) {
        self.file = file
        self.invertedNames = invertedNames
    }

    package mutating func append(_ literal: some Sequence<UInt8>) { bytes.append(contentsOf: literal) }

    package mutating func emit(_ expression: Expression, _ words: TagSource, style: TextStyle) {
        flush()
        let place = styles.firstIndex(of: style) ?? styles.count
        if place == styles.count { styles.append(style) }
        instructions.append(.emit(site: site(expression, words), style: place))
    }

    /// Puts in what the value stands for, by the renderer's `insert`.
    package mutating func insert(_ expression: Expression, _ words: TagSource, insertion: Int) {
        flush()
        instructions.append(.insert(site: site(expression, words), insertion: insertion))
    }

    package mutating func inset(_ expression: Expression, _ words: TagSource, _ inset: Inset) {
        flush()
        instructions.append(.inset(site: site(expression, words), inset))
    }

    /// Gives a value a name until the section around it goes on or ends.
    package mutating func assign(_ expression: Expression, _ words: TagSource, to name: String) {
        flush()
        instructions.append(.assign(site: site(expression, words), name: name))
    }

    package mutating func enter(_ expression: Expression, _ words: TagSource, inverted: Bool) {
        flush()
        let absence = inverted || invertedNames.contains(expression)
        let place = site(expression, words, allowsAbsence: absence)
        open.append((instructions.count, nil))
        instructions.append(.enter(site: place, inverted ? .notShown : .shown, otherwise: 0, end: 0))
    }

    /// What an else says of a name that is nowhere.
    package enum Absence: Hashable, Sendable {
        /// The author wrote what is shown then.
        case isMeant
        /// The else was not the author's.
        case isNotMeant
    }

    package mutating func otherwise(_ absence: Absence = .isMeant) {
        flush()
        guard let section = open.last else { preconditionFailure("an else outside of a section") }
        open[open.count - 1].otherwise = instructions.count
        instructions.append(.otherwise(enter: section.enter, end: 0))
        // The author has said what to show when it is empty.
        guard absence == .isMeant else { return }
        if case .enter(let site, _, _, _) = instructions[section.enter] { sites[site].allowsAbsence = true }
    }

    package mutating func leave() {
        flush()
        guard let section = open.popLast(),
            case .enter(let site, let test, _, _) = instructions[section.enter]
        else { preconditionFailure("an end outside of a section") }
        let end = instructions.count
        instructions.append(.leave(enter: section.enter))
        instructions[section.enter] = .enter(site: site, test, otherwise: section.otherwise ?? end, end: end)
        if let otherwise = section.otherwise {
            instructions[otherwise] = .otherwise(enter: section.enter, end: end)
        }
    }

    /// What is appended until `closeOptional` is written only if an operation in between writes something after `prefix`.
    package mutating func openOptional(prefix: some Sequence<UInt8>) {
        flush()
        instructions.append(.openOptional(prefix: aside(prefix)))
    }

    package mutating func closeOptional(suffix: some Sequence<UInt8>) {
        flush()
        instructions.append(.closeOptional(suffix: aside(suffix)))
    }

    /// What is appended until `closeAside` is handed to the renderer's `refer`.
    package mutating func openAside() {
        flush()
        instructions.append(.openAside)
    }

    package mutating func closeAside(insertion: Int) {
        flush()
        instructions.append(.closeAside(insertion: insertion))
    }

    package mutating func openFilled() {
        flush()
        instructions.append(.openFilled)
    }

    package mutating func closeFilled(filler: some Sequence<UInt8>) {
        flush()
        instructions.append(.closeFilled(filler: aside(filler)))
    }

    /// Which of the open sections is meant by `identifier(_:_:section:)`: the innermost one now.
    package var section: Int? { open.last?.enter }

    /// Prints a name or number that gets fresh with each repeat of a section, which must be open.
    package mutating func identifier(_ original: String, _ form: Identifier.Form, section: Int) {
        flush()
        let identifier = Program.Identifier(original: original, form: form, section: section)
        let place = identifiers.firstIndex(of: identifier) ?? identifiers.count
        if place == identifiers.count { identifiers.append(identifier) }
        instructions.append(.compute(.identifier(place)))
    }

    /// Prints a number of a sequence: outside of sections the same each time.
    package mutating func sequenceNumber(_ original: String, pool: Int, section: Int?) {
        identifier(original, .sequence(pool: pool), section: section ?? Program.noSection)
    }

    /// Begins a cell that merges with equal neighbours; what follows until `nextMergedCell` is the cell that stays alone.
    package mutating func openMergedCell(_ expression: Expression, _ words: TagSource) {
        flush()
        merges.append([instructions.count])
        instructions.append(.merge(site: site(expression, words), first: 0, others: 0))
    }

    /// Ends one kind of the cell and begins the next: the first of several, then the others.
    package mutating func nextMergedCell() {
        flush()
        instructions.append(.jump(to: 0))
        if !merges.isEmpty { merges[merges.count - 1].append(instructions.count) }
    }

    /// Prints how many rows the first of several cells spans; its place is between `openMergedCell` and `closeMergedCell`.
    package mutating func mergedRows(_ expression: Expression, _ words: TagSource) {
        flush()
        instructions.append(.compute(.mergedRows(site: site(expression, words))))
    }

    package mutating func closeMergedCell() {
        flush()
        guard let starts = merges.popLast(), starts.count == 3,
            case .merge(let site, _, _) = instructions[starts[0]]
        else { preconditionFailure("a merged cell has three kinds") }
        instructions[starts[0]] = .merge(site: site, first: starts[1], others: starts[2])
        for jump in starts[1...] { instructions[jump - 1] = .jump(to: instructions.count) }
    }

    package consuming func program() -> Program {
        flush()
        precondition(open.isEmpty, "a section has no end")
        return Program(
            bytes: bytes, instructions: instructions, sites: sites, styles: styles, identifiers: identifiers,
            grids: grids, file: file)
    }

    mutating func flush() {
        if bytes.count > literalStart { instructions.append(.bytes(literalStart..<bytes.count)) }
        literalStart = bytes.count
    }

    /// Bytes that are kept in the pool without being written in their turn.
    private mutating func aside(_ literal: some Sequence<UInt8>) -> Range<Int> {
        let start = bytes.count
        bytes.append(contentsOf: literal)
        literalStart = bytes.count
        return start..<bytes.count
    }

    private mutating func site(_ expression: Expression, _ words: TagSource, allowsAbsence: Bool = false)
        -> Int
    {
        sites.append(Program.Site(expression: expression, words: words, allowsAbsence: allowsAbsence))
        return sites.count - 1
    }
}

/// A tag as it was written, and where.
package struct TagSource: Hashable, Sendable {
    /// With its delimiters.
    package let whole: String
    /// Between the delimiters.
    package let inside: String
    package let place: Location
    /// Whether it is a field of the word processor's own, whose names may differ from the data's in blanks and underscores.
    package let isNativeField: Bool

    package init(whole: String, inside: String, place: Location, isNativeField: Bool = false) {
        self.whole = whole
        self.inside = inside
        self.place = place
        self.isNativeField = isNativeField
    }
}
