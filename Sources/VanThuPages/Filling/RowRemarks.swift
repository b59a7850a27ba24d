internal import Diagnostics

/// What is said of the rows of a sheet: the same words of many rows are one line.
struct RowRemarks {
    private var words: [String] = []
    private var rows: [String: [Int]] = [:]
    private var excerpts: [String: String] = [:]
    private static let (lineLimit, rowLimit) = (300, 8)

    /// `row` is nil for what is said of all of them; `excerpt` is what it is said of, where the words do not tell.
    mutating func add(_ text: String, row: Int?, excerpt: String = "") {
        if rows[text] == nil {
            guard words.count < Self.lineLimit else { return }
            words.append(text)
            excerpts[text] = excerpt
        }
        rows[text, default: []] += row.map { [$0] } ?? []
    }

    /// Each in one line, with the rows it is about.
    func lines(in language: Language) -> [String] {
        words.map { text in
            let rows = (rows[text] ?? []).reduce(into: [Int]()) { if $0.last != $1 { $0.append($1) } }
            let excerpt = excerpts[text].map { $0.isEmpty ? "" : " “\($0)”" } ?? ""
            guard !rows.isEmpty else { return text + excerpt }
            let some = rows.prefix(Self.rowLimit).map(String.init).joined(separator: ", ")
            let more = rows.count - Self.rowLimit
            let place = Wording(
                "dòng \(some)\(more > 0 ? " và \(more) dòng nữa" : "")",
                en: "\(rows.count == 1 ? "row" : "rows") \(some)\(more > 0 ? " and \(more) more" : "")")
            return "\(place.text(in: language))\(excerpt): \(text)"
        }
    }
}
