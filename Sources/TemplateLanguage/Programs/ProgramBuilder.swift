public import Diagnostics

/// Collects the bytes and operations of one part, in the order of the document.
///
/// Sections must be balanced: each `enter` has its `leave`.
public struct ProgramBuilder {
    private var bytes: [UInt8] = []
    private var literalStart = 0
    private var instructions: [Program.Instruction] = []
    private var sites: [Program.Site] = []
    private var styles: [TextStyle] = []
    private var open: [(enter: Int, otherwise: Int?)] = []
    private let file: String
    /// Sections that have their opposite somewhere in the template, so that absence is thought of.
    private let invertedNames: Set<Expression>

    /// `invertedNames` are the expressions of all `{^x}` of the template.
    public init(file: String, invertedNames: Set<Expression>) {
        self.file = file
        self.invertedNames = invertedNames
    }

    public mutating func append(_ literal: some Sequence<UInt8>) { bytes.append(contentsOf: literal) }

    public mutating func emit(_ expression: Expression, _ words: TagWords, style: TextStyle) {
        flush()
        let place = styles.firstIndex(of: style) ?? styles.count
        if place == styles.count { styles.append(style) }
        instructions.append(.emit(site: site(expression, words), style: place))
    }

    /// Puts in what the value stands for, by the renderer's `insert`.
    public mutating func insert(_ expression: Expression, _ words: TagWords, insertion: Int) {
        flush()
        instructions.append(.insert(site: site(expression, words), insertion: insertion))
    }

    public mutating func inset(_ expression: Expression, _ words: TagWords, _ inset: Inset) {
        flush()
        instructions.append(.inset(site: site(expression, words), inset))
    }

    public mutating func enter(_ expression: Expression, _ words: TagWords, inverted: Bool) {
        flush()
        let absence = inverted || invertedNames.contains(expression)
        let place = site(expression, words, allowsAbsence: absence)
        open.append((instructions.count, nil))
        instructions.append(.enter(site: place, inverted ? .notShown : .shown, otherwise: 0, end: 0))
    }

    public mutating func otherwise() {
        flush()
        guard let section = open.last else { preconditionFailure("an else outside of a section") }
        open[open.count - 1].otherwise = instructions.count
        instructions.append(.otherwise(enter: section.enter, end: 0))
        // The author has said what to show when it is empty.
        if case .enter(let site, _, _, _) = instructions[section.enter] { sites[site].allowsAbsence = true }
    }

    public mutating func leave() {
        flush()
        guard let section = open.popLast(),
            case .enter(let site, let test, _, _) = instructions[section.enter]
        else { preconditionFailure("an end outside of a section") }
        let end = instructions.count
        instructions.append(.leave(enter: section.enter))
        instructions[section.enter] = .enter(
            site: site,
            test,
            otherwise: section.otherwise ?? end,
            end: end
        )
        if let otherwise = section.otherwise {
            instructions[otherwise] = .otherwise(enter: section.enter, end: end)
        }
    }

    /// What is appended until `closeOptional` is written only if an operation in between writes something after `prefix`.
    public mutating func openOptional(prefix: some Sequence<UInt8>) {
        flush()
        instructions.append(.openOptional(prefix: aside(prefix)))
    }

    public mutating func closeOptional(suffix: some Sequence<UInt8>) {
        flush()
        instructions.append(.closeOptional(suffix: aside(suffix)))
    }

    public mutating func openFilled() {
        flush()
        instructions.append(.openFilled)
    }

    public mutating func closeFilled(filler: some Sequence<UInt8>) {
        flush()
        instructions.append(.closeFilled(filler: aside(filler)))
    }

    public consuming func program() -> Program {
        flush()
        precondition(open.isEmpty, "a section has no end")
        return Program(bytes: bytes, instructions: instructions, sites: sites, styles: styles, file: file)
    }

    private mutating func flush() {
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

    private mutating func site(
        _ expression: Expression,
        _ words: TagWords,
        allowsAbsence: Bool = false
    ) -> Int {
        sites.append(Program.Site(expression: expression, words: words, allowsAbsence: allowsAbsence))
        return sites.count - 1
    }
}

/// A tag as it was written, and where.
public struct TagWords: Hashable, Sendable {
    /// With its delimiters.
    public let whole: String
    /// Between the delimiters.
    public let inside: String
    public let place: Location

    public init(whole: String, inside: String, place: Location) {
        self.whole = whole
        self.inside = inside
        self.place = place
    }
}
