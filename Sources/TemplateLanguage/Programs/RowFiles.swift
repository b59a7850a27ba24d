internal import Diagnostics
internal import Values

/// The files whose rows one rendering goes through, by the name the template has for them.
///
/// A class, because what is read by one expression is kept for the next.
final class RowFiles {
    let sources: [String: RowSource]
    private var lists: [String: Value] = [:]
    /// What was wrong in the files.
    private(set) var faults: [Diagnostic] = []

    init(_ sources: [String: RowSource]) { self.sources = sources }

    /// All rows in memory, for an expression that needs them together: `{dong | dem}`.
    func list(_ name: String) -> Value? {
        guard let source = sources[name] else { return nil }
        if let list = lists[name] { return list }
        let list = Value.list(attempt { () throws(Failure) in try source.all() } ?? [])
        lists[name] = list
        return list
    }

    /// The first row and a passage through the others; nil when there is none.
    func passage(through source: RowSource) -> (first: Value, rest: RowPassage)? {
        guard let rows = attempt({ () throws(Failure) in try source.opened() }) else { return nil }
        let passage = RowPassage(rows, files: self)
        return passage.next().map { ($0, passage) }
    }

    /// The next row that can be read; the others' faults are noted.
    fileprivate func next(of rows: Rows) -> Value? {
        // A file of another kind is wrong in every row; some are enough to see it.
        while faults.count < Renderer.faultLimit {
            do throws(Failure) { return try rows.next() } catch {
                note(error)
                if error.processStatus == .environment { return nil }
            }
        }
        return nil
    }

    private func attempt<Result>(_ work: () throws(Failure) -> Result) -> Result? {
        do throws(Failure) { return try work() } catch {
            note(error)
            return nil
        }
    }

    /// A second passage meets the same faults again.
    private func note(_ failure: Failure) { faults += failure.diagnostics.filter { !faults.contains($0) } }
}

/// One section's way through the rows of a file.
///
/// Keeps the row before, for cells that merge, and as many after as were asked for: one for `$last`, all equal ones for a merged cell.
final class RowPassage {
    private let rows: Rows
    private let files: RowFiles
    private var previous: Value?
    private var current: Value?
    /// Rows that were read before their turn, from `start` on.
    private var ahead: [Value] = []
    private var start = 0
    private var isRead = false

    fileprivate init(_ rows: Rows, files: RowFiles) {
        self.rows = rows
        self.files = files
    }

    func next() -> Value? {
        guard let next = row(at: 1) else { return nil }
        (previous, current) = (current, next)
        ahead[start] = .null
        start += 1
        if start == ahead.count {
            ahead.removeAll(keepingCapacity: true)
            start = 0
        }
        return next
    }

    /// The row so many behind the one given last, that row itself, or the one before.
    func row(at offset: Int) -> Value? {
        switch offset {
        case -1: return previous
        case 0: return current
        default:
            guard offset > 0 else { return nil }
            while ahead.count - start < offset, readOne() {}
            return ahead.count - start < offset ? nil : ahead[start + offset - 1]
        }
    }

    private func readOne() -> Bool {
        guard !isRead, let row = files.next(of: rows) else {
            isRead = true
            return false
        }
        ahead.append(row)
        return true
    }
}
