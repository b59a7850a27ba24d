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
            do throws(Failure) {
                return try rows.next()
            } catch {
                note(error)
                if error.processStatus == .environment { return nil }
            }
        }
        return nil
    }

    private func attempt<Result>(_ work: () throws(Failure) -> Result) -> Result? {
        do throws(Failure) {
            return try work()
        } catch {
            note(error)
            return nil
        }
    }

    /// A second passage meets the same faults again.
    private func note(_ failure: Failure) {
        faults += failure.diagnostics.filter { !faults.contains($0) }
    }
}

/// One section's way through the rows of a file, a row ahead so that `$last` is known.
final class RowPassage {
    private let rows: Rows
    private let files: RowFiles
    /// The row after the one given last.
    private(set) var following: Value?

    fileprivate init(_ rows: Rows, files: RowFiles) {
        self.rows = rows
        self.files = files
        following = files.next(of: rows)
    }

    func next() -> Value? {
        guard let next = following else { return nil }
        following = files.next(of: rows)
        return next
    }
}
