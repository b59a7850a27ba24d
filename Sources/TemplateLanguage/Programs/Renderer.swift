package import Diagnostics
package import Values

/// Runs a program over data and gives its output piece by piece.
///
/// Goes on after a fault, so that all of them are reported; a rendering with faults has no usable output.
package struct Renderer {
    /// More faults are not told.
    package static let faultLimit = 100

    let program: Program
    let missing: MissingValue
    let insert: Insert
    let refer: Refer
    let files: RowFiles
    var scope: Scope
    var position = 0
    var optional: [Optional] = []
    /// How many of them are not written yet.
    var waiting = 0
    var filled: [Int] = []
    /// Where in the output what is taken aside begins.
    private var asides: [Int] = []
    /// Bytes written so far, over all chunks.
    var written = 0
    var repeats = 0
    /// How often the section of each `enter` has begun; empty where nobody asks.
    var beginnings: [Int]
    /// How far each sequence of numbers is, and the number each identifier of one has in which repeat.
    var sequences: [Int: Int] = [:]
    var assigned: [Int: (beginning: Int, number: Int)] = [:]
    /// Tables that are open, the innermost last.
    var grids: [OpenGrid] = []
    var lateStyles = LateStyles(prefix: "")
    /// Stops a list that is repeated inside itself again and again.
    let repeatLimit: Int
    var ownFaults: [Diagnostic] = []
    /// What went wrong so far, in the data files that are read meanwhile too.
    package var faults: [Diagnostic] { ownFaults + files.faults.filter { !ownFaults.contains($0) } }

    /// A stretch that is written only if something stands in it.
    struct Optional {
        let prefix: Range<Int>
        var isWritten = false
    }

    /// `insert` is asked for everything that is more than text.
    ///
    /// A section over a name of `rows` goes through the rows of that file, unless `data` has that name. `.` is the name of a file for `{#.}`
    /// outside of all sections.
    package init(
        _ program: Program, over data: Value, rows: [String: RowSource] = [:],
        missing: MissingValue = .isAnError, repeatLimit: Int = Limit.repeatCount.value,
        insert: @escaping Insert = { _, _, _, _ in [] }, refer: @escaping Refer = { _, _ in [] }
    ) {
        self.refer = refer
        self.program = program
        self.missing = missing
        self.repeatLimit = repeatLimit
        self.insert = insert
        files = RowFiles(rows)
        scope = Scope(root: data, files: files, sites: program)
        let count = program.identifiers.isEmpty ? 0 : program.instructions.count
        beginnings = Array(repeating: 0, count: count)
    }

    /// Appends at least `count` bytes, or all that is left; false when nothing is left.
    package mutating func append(atLeast count: Int, to output: inout [UInt8]) -> Bool {
        let end = output.count + count
        while position < program.instructions.count {
            writePlainly(isHolding ? Renderer.heldPiece : end - output.count, to: &output)
            if output.count >= end, !isHolding { return true }
            guard position < program.instructions.count else { break }
            step(&output)
            if output.count >= end, !isHolding { return true }
        }
        if let place = lateStyles.place {
            output.insert(contentsOf: lateStyles.bytes, at: place)
            lateStyles.place = nil
        }
        return false
    }

    /// Whether what was written may still change.
    private var isHolding: Bool { !grids.isEmpty || lateStyles.place != nil || !asides.isEmpty }

    private static let heldPiece = 1 << 16

    mutating func step(_ output: inout [UInt8]) {
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
        case .closeFilled(let filler): if filled.popLast() == written { write(filler, to: &output) }
        case .compute(let computation): write(words(for: computation).utf8, to: &output)
        case .merge(let site, let first, let others):
            switch mergedCell(at: site) {
            case .alone: break
            case .first: position = first
            case .other: position = others
            }
        case .jump(let target): position = target
        case .assign(let site, let name): if let value = printed(at: site) { scope.assign(value, to: name) }
        case .openGrid(let form): openTable(form, output)
        case .grid(let step): self.step(step, &output)
        case .openAside:
            writeOptional(to: &output)
            asides.append(output.count)
        case .closeAside(let insertion):
            guard let start = asides.popLast() else { return }
            let bytes = Array(output[start...])
            output.removeSubrange(start...)
            write(refer(insertion, bytes), to: &output)
        case .lateStyles(let prefix):
            lateStyles = LateStyles(prefix: prefix)
            lateStyles.place = output.count
        }
    }

    mutating func report(_ fault: ValueFault, at site: Program.Site) {
        guard ownFaults.count < Renderer.faultLimit else { return }
        var fault = fault
        if case .missing(let path, nil, nil) = fault.kind {
            let names = path.split(separator: ".").map(String.init)
            fault = ValueFault(.missing(path: path, nearest: scope.nearest(to: names)))
        }
        report(fault.diagnostic(in: site.words.inside, at: site.words.place))
    }

    mutating func report(_ diagnostic: Diagnostic) {
        guard ownFaults.count < Renderer.faultLimit else { return }
        if !ownFaults.contains(diagnostic) { ownFaults.append(diagnostic) }
        // No more would be told.
        if ownFaults.count == Renderer.faultLimit { position = program.instructions.count }
    }

    mutating func write(_ bytes: some Collection<UInt8>, to output: inout [UInt8]) {
        guard !bytes.isEmpty else { return }
        writeOptional(to: &output)
        output.append(contentsOf: bytes)
        written += bytes.count
    }

    /// Writes bytes of the program.
    mutating func write(_ range: Range<Int>, to output: inout [UInt8]) {
        guard !range.isEmpty else { return }
        writeOptional(to: &output)
        unsafe program.bytes.withUnsafeBufferPointer { bytes in
            unsafe output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range]))
        }
        written += range.count
    }

    /// Writes the beginnings that waited for something to stand in them.
    mutating func writeOptional(to output: inout [UInt8]) {
        guard waiting > 0 else { return }
        waiting = 0
        for i in optional.indices where !optional[i].isWritten {
            output.append(contentsOf: program.bytes[optional[i].prefix])
            written += optional[i].prefix.count
            optional[i].isWritten = true
        }
    }
}
