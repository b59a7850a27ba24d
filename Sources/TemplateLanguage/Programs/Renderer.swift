public import Diagnostics
internal import FoundationEssentials
public import Values
internal import VietnameseText

/// Runs a program over data and gives its output piece by piece.
///
/// Goes on after a fault, so that all of them are reported; a rendering with faults has no usable output.
public struct Renderer {
    /// More repeats than any document has; stops a list that is repeated inside itself again and again.
    public static let repeatLimit = 50_000_000
    /// More faults are not told.
    public static let faultLimit = 100

    private let program: Program
    private let missing: MissingValue
    private let insert: Insert
    private let files: RowFiles
    private var scope: Scope
    private var position = 0
    private var optional: [Optional] = []
    /// How many of them are not written yet.
    private var waiting = 0
    private var filled: [Int] = []
    /// Bytes written so far, over all chunks.
    private var written = 0
    private var repeats = 0
    /// How often the section of each `enter` has begun; empty where nobody asks.
    private var beginnings: [Int]
    /// How far each sequence of numbers is, and the number each identifier of one has in which repeat.
    private var sequences: [Int: Int] = [:]
    private var assigned: [Int: (beginning: Int, number: Int)] = [:]
    private let repeatLimit: Int
    private var ownFaults: [Diagnostic] = []
    /// What went wrong so far, in the data files that are read meanwhile too.
    public var faults: [Diagnostic] { ownFaults + files.faults.filter { !ownFaults.contains($0) } }

    /// A stretch that is written only if something stands in it.
    private struct Optional {
        let prefix: Range<Int>
        var isWritten = false
    }

    /// `insert` is asked for everything that is more than text.
    ///
    /// A section over a name of `rows` goes through the rows of that file, unless `data` has that name. `.` is the name of a file for `{#.}`
    /// outside of all sections.
    public init(
        _ program: Program,
        over data: Value,
        rows: [String: RowSource] = [:],
        missing: MissingValue = .isAnError,
        repeatLimit: Int = Renderer.repeatLimit,
        insert: @escaping Insert = { _, _, _, _ in [] }
    ) {
        self.program = program
        self.missing = missing
        self.repeatLimit = repeatLimit
        self.insert = insert
        files = RowFiles(rows)
        scope = Scope(root: data, files: files, siteCount: program.sites.count)
        let count = program.identifiers.isEmpty ? 0 : program.instructions.count
        beginnings = Array(repeating: 0, count: count)
    }

    /// Appends at least `count` bytes, or all that is left; false when nothing is left.
    public mutating func append(atLeast count: Int, to output: inout [UInt8]) -> Bool {
        let start = output.count
        while position < program.instructions.count {
            step(&output)
            if output.count - start >= count { return true }
        }
        return false
    }

    private mutating func step(_ output: inout [UInt8]) {
        let here = position
        position += 1
        switch program.instructions[here] {
        case .bytes(let range): write(range, to: &output)
        case .emit(let site, let style):
            guard let value = printed(at: site) else { return }
            emit(value, style: style, site: site, to: &output)
        case .insert(let site, let insertion): put(insertion, site: site, into: &output)
        case .inset(let site, let inset): emit(inset, site: site, to: &output)
        case .enter(let site, let test, let otherwise, let end):
            enter(site: site, test, otherwise: otherwise, end: end)
        case .otherwise(let enter, let end): position = scope.advance() ? again(enter) : end + 1
        case .leave(let enter): if scope.advance() { position = again(enter) }
        case .openOptional(let prefix):
            optional.append(Optional(prefix: prefix))
            waiting += 1
        case .closeOptional(let suffix):
            guard let closed = optional.popLast() else { return }
            if closed.isWritten { write(suffix, to: &output) } else { waiting -= 1 }
        case .openFilled: filled.append(written)
        case .closeFilled(let filler):
            if filled.popLast() == written { write(filler, to: &output) }
        case .compute(let computation):
            write(words(for: computation).utf8, to: &output)
        case .merge(let site, let first, let others):
            switch mergedCell(at: site) {
            case .alone: break
            case .first: position = first
            case .other: position = others
            }
        case .jump(let target): position = target
        }
    }

    /// The instruction after `enter`, unless the document grows without end.
    private mutating func again(_ enter: Int) -> Int {
        repeats += 1
        guard repeats <= repeatLimit else {
            if case .enter(let site, _, _, _) = program.instructions[enter] {
                ownFaults.append(.tooManyRepeats(program.sites[site], limit: repeatLimit))
            }
            return program.instructions.count
        }
        count(enter)
        return enter + 1
    }

    /// Counts how often each section has begun, which is what fresh identifiers follow.
    private mutating func count(_ enter: Int) {
        if !beginnings.isEmpty { beginnings[enter] += 1 }
    }

    private mutating func enter(site: Int, _ test: Program.Test, otherwise: Int, end: Int) {
        let here = position - 1
        if let source = file(at: site) {
            let rows = files.passage(through: source)
            if (rows != nil) == (test == .shown) || otherwise != end { count(here) }
            return enter(rows, test, otherwise: otherwise, end: end)
        }
        let value = sectionValue(at: site)
        let isTaken = value.isShown == (test == .shown)
        if isTaken || otherwise != end { count(here) }
        guard isTaken else { return skip(to: otherwise, end: end) }
        switch test {
        case .notShown: scope.enterPlainly()
        case .shown:
            switch value {
            case .list(let items):
                // Told before the time is spent, however slow the machine is.
                if let name = program.sites[site].name,
                    scope.repeats(over: name, of: items.count) > repeatLimit
                {
                    ownFaults.append(.tooManyRepeats(program.sites[site], limit: repeatLimit))
                    position = program.instructions.count
                    return
                }
                scope.enter(repeating: items)
            case .boolean: scope.enterPlainly()
            case .null, .number, .text, .date, .record: scope.enter(value)
            }
        }
    }

    /// The file whose rows a section goes through.
    private func file(at site: Int) -> RowSource? {
        guard !files.sources.isEmpty else { return nil }
        return switch program.sites[site].expression {
        case .item: scope.file(".")
        case .path(let names) where names.count == 1: scope.file(names[0])
        default: nil
        }
    }

    private mutating func enter(
        _ rows: (first: Value, rest: RowPassage)?,
        _ test: Program.Test,
        otherwise: Int,
        end: Int
    ) {
        switch (test, rows) {
        case (.shown, let rows?): scope.enter(repeating: rows.rest, from: rows.first)
        case (.notShown, nil): scope.enterPlainly()
        case (.shown, nil), (.notShown, _?): skip(to: otherwise, end: end)
        }
    }

    /// Leaves out the first branch: goes to the second, or behind the section.
    private mutating func skip(to otherwise: Int, end: Int) {
        position = otherwise + 1
        if otherwise != end { scope.enterPlainly() }
    }

    private mutating func sectionValue(at index: Int) -> Value {
        if let value = field(at: index) { return value }
        let site = program.sites[index]
        do throws(ValueFault) {
            return try value(of: site)
        } catch {
            if let value = keyed(site) { return value }
            if reportDoubt(about: site) { return .null }
            if case .missing = error.kind, site.allowsAbsence || missing != .isAnError { return .null }
            report(error, at: site)
            return .null
        }
    }

    /// What a plain name stands for; nil for everything that has to be computed, or is missing.
    private mutating func field(at index: Int) -> Value? {
        guard let name = program.sites[index].name else { return nil }
        return scope.field(name, site: index)
    }

    /// The value to print; nil after a fault.
    private mutating func printed(at index: Int) -> Value? {
        if let value = field(at: index) { return value }
        let site = program.sites[index]
        do throws(ValueFault) {
            return try value(of: site)
        } catch {
            if let value = keyed(site) { return value }
            if reportDoubt(about: site) { return nil }
            if case .missing = error.kind {
                switch missing {
                case .isAnError: break
                case .isBlank: return .null
                case .keepsTheTag: return .text(site.words.whole)
                }
            }
            report(error, at: site)
            return nil
        }
    }

    private mutating func value(of site: Program.Site) throws(ValueFault) -> Value {
        guard site.words.isField else { return try site.expression.value(in: scope) }
        scope.readsFields = true
        defer { scope.readsFields = false }
        return try site.expression.value(in: scope)
    }

    /// The value under the whole text of a tag, `user-name` or `a/b`, that makes no sense as an expression over this data.
    private func keyed(_ site: Program.Site) -> Value? {
        if case .path(let names) = site.expression, names.count == 1 { return nil }
        do throws(ValueFault) {
            return try scope.value(at: [WrittenTag(site.words.inside).name])
        } catch {
            return nil
        }
    }

    /// Reports a tag that is no expression and, as it turned out, no key of the data either.
    private mutating func reportDoubt(about site: Program.Site) -> Bool {
        guard case .path(let names) = site.expression, names.count == 1,
            !names[0].allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }),
            let doubt = Diagnostic.doubt(about: site.words.inside, at: site.words.place)
        else { return false }
        report(doubt)
        return true
    }

    private mutating func emit(_ value: Value, style: Int, site index: Int, to output: inout [UInt8]) {
        if case .text(let text) = value { return emit(text, style: style, site: index, to: &output) }
        if case .number(let number) = value, number.exponent >= 0, !program.styles[style].isAddress {
            return emit(whole: number, to: &output)
        }
        guard let text = value.plainText else {
            return report(ValueFault(.notPrintable(value)), at: program.sites[index])
        }
        emit(text, style: style, site: index, to: &output)
    }

    /// Writes what its description says, in which nothing has to be escaped.
    private mutating func emit(whole number: Decimal, to output: inout [UInt8]) {
        writeOptional(to: &output)
        let before = output.count
        NumberFormat.append(number, grouping: .none, to: &output)
        written += output.count - before
    }

    private mutating func emit(_ text: String, style: Int, site index: Int, to output: inout [UInt8]) {
        guard !text.isEmpty else { return }
        if program.styles[style].isAddress {
            return write(text.percentEncoded.escapedForAttribute.utf8, to: &output)
        }
        writeOptional(to: &output)
        let before = output.count
        if let scalar = text.appendEscaped(in: program.styles, at: style, to: &output) {
            report(ValueFault(.forbiddenCharacter(scalar)), at: program.sites[index])
        }
        written += output.count - before
    }

    // MARK: Computed

    private mutating func words(for computation: Program.Computation) -> String {
        switch computation {
        case .identifier(let place):
            let identifier = program.identifiers[place]
            let section = identifier.section
            let beginning = section == Program.noSection ? 0 : beginnings[section]
            guard case .sequence(let pool) = identifier.form else {
                return identifier.words(beginning: beginning, program.freshNumbers)
            }
            if assigned[place]?.beginning != beginning {
                assigned[place] = (beginning, sequences[pool, default: 0])
                sequences[pool, default: 0] += 1
            }
            return identifier.words(beginning: assigned[place]?.number ?? 0, program.freshNumbers)
        case .mergedRows(let site):
            var count = 1
            while equalsNeighbour(at: site, from: count - 1, to: count) { count += 1 }
            return String(count)
        case .share(let whole):
            guard let (index, count) = scope.share else { return String(whole) }
            return String(whole * (index + 1) / count - whole * index / count)
        case .columnSpan(let site, let span):
            return String(max(1, span.span + (repeatCount(at: site) - 1) * span.repeated))
        case .columnWidth(let site, let whole):
            let width = whole / Double(max(1, repeatCount(at: site)))
            return "\((width * 1000).rounded() / 1000)mm"
        }
    }

    /// How often a section will be shown.
    private func repeatCount(at site: Int) -> Int {
        let value = (try? program.sites[site].expression.value(in: scope)) ?? .null
        if case .list(let items) = value { return items.count }
        return value.isShown ? 1 : 0
    }

    private enum MergedCell { case alone, first, other }

    private func mergedCell(at site: Int) -> MergedCell {
        if equalsNeighbour(at: site, from: 0, to: -1) { return .other }
        return equalsNeighbour(at: site, from: 0, to: 1) ? .first : .alone
    }

    /// Whether two items of the innermost repeat, counted from this one, give the same value, which is not empty.
    private func equalsNeighbour(at site: Int, from: Int, to: Int) -> Bool {
        let expression = program.sites[site].expression
        guard let here = scope.moved(by: from), let there = scope.moved(by: to),
            let value = try? expression.value(in: here), value.isShown
        else { return false }
        return (try? expression.value(in: there)) == value
    }

    private mutating func put(_ insertion: Int, site index: Int, into output: inout [UInt8]) {
        guard let value = printed(at: index) else { return }
        guard let text = value.plainText else {
            return report(ValueFault(.notPrintable(value)), at: program.sites[index])
        }
        if let scalar = text.forbiddenScalar {
            return report(ValueFault(.forbiddenCharacter(scalar)), at: program.sites[index])
        }
        var bytes: [UInt8] = []
        for fault in insert(insertion, text, program.sites[index].words, &bytes) { report(fault) }
        write(bytes, to: &output)
    }

    private mutating func emit(_ inset: Inset, site index: Int, to output: inout [UInt8]) {
        guard let value = printed(at: index) else { return }
        guard case .number(let width) = value, let width = Double(width.description) else {
            // The tag itself, where absent values keep it, is no width; it has no words to be kept in either.
            let isKept = missing == .keepsTheTag && value == .text(program.sites[index].words.whole)
            if value == .null || isKept {
                return write((inset.unit == .twips ? "0" : "0mm").utf8, to: &output)
            }
            return report(.needsNumber(value), at: program.sites[index])
        }
        // Any number of the data ends between the page's edges, so that it is one a file can hold.
        let indent = max(0, inset.availableMillimetres - max(0, width)) / 2
        switch inset.unit {
        case .twips: write(String(Int((indent * 1440 / 25.4).rounded())).utf8, to: &output)
        case .millimetres: write("\((indent * 100).rounded() / 100)mm".utf8, to: &output)
        }
    }

    private mutating func report(_ fault: ValueFault, at site: Program.Site) {
        report(fault.diagnostic(in: site.words.inside, at: site.words.place))
    }

    private mutating func report(_ diagnostic: Diagnostic) {
        guard ownFaults.count < Renderer.faultLimit else { return }
        if !ownFaults.contains(diagnostic) { ownFaults.append(diagnostic) }
    }

    private mutating func write(_ bytes: some Collection<UInt8>, to output: inout [UInt8]) {
        guard !bytes.isEmpty else { return }
        writeOptional(to: &output)
        output.append(contentsOf: bytes)
        written += bytes.count
    }

    /// Writes bytes of the program.
    private mutating func write(_ range: Range<Int>, to output: inout [UInt8]) {
        guard !range.isEmpty else { return }
        writeOptional(to: &output)
        unsafe program.bytes.withUnsafeBufferPointer { bytes in
            unsafe output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range]))
        }
        written += range.count
    }

    /// Writes the beginnings that waited for something to stand in them.
    private mutating func writeOptional(to output: inout [UInt8]) {
        guard waiting > 0 else { return }
        waiting = 0
        for i in optional.indices where !optional[i].isWritten {
            output.append(contentsOf: program.bytes[optional[i].prefix])
            written += optional[i].prefix.count
            optional[i].isWritten = true
        }
    }
}

extension Diagnostic {
    static func tooManyRepeats(_ site: Program.Site, limit: Int) -> Diagnostic {
        Diagnostic(
            "template.too-many-repeats",
            Wording(
                "thẻ “\(site.words.inside)” làm văn bản lặp quá \(limit) lần",
                en:
                    "the tag “\(site.words.inside)” makes the document repeat more than \(limit) times"
            ),
            at: site.words.place,
            fix: Wording(
                "kiểm tra danh sách bị lặp lại bên trong chính nó",
                en: "look for a list that is repeated inside itself"
            )
        )
    }
}
