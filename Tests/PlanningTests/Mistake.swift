import Diagnostics
import Planning
import Testing

/// One mistake made in the starter workspace, and what must be said about it.
///
/// Written as a row `file | code | data path | old => new`; `⏎` is a line break, `①` stands where the fault must be placed, ` && `
/// parts several edits, and codes after `+` are what else follows from the mistake.
struct Mistake: Sendable, CustomTestStringConvertible {
    let kind: DataKind
    let code: String
    let others: [String]
    let path: String
    let edits: [(old: String, new: String)]

    init?(row: Substring) {
        let cells = row.split(separator: " | ").map(String.init)
        guard cells.count == 4, let kind = DataKind(rawValue: cells[0]) else { return nil }
        let codes = cells[1].split(separator: " + ").map(String.init)
        self.kind = kind
        code = codes[0]
        others = Array(codes.dropFirst())
        path = cells[2] == "-" ? "" : cells[2]
        edits = cells[3].split(separator: " && ").map { edit in
            let sides = edit.replacing("⏎", with: "\n").split(
                separator: " => ", omittingEmptySubsequences: false)
            return (String(sides[0]), sides.count == 2 ? String(sides[1]) : "")
        }
    }

    var testDescription: String { "\(code) at \(path): \(edits[0].new)" }

    static func rows(_ table: String) -> [Mistake] {
        table.split(separator: "\n").compactMap(Mistake.init(row:))
    }

    /// What the reader says of the workspace with the mistake, errors or warnings.
    func diagnostics() throws -> [Diagnostic] {
        let files = starterWorkspace(changing: kind) { marked($0).replacing("①", with: "") }
        do { return try reading(files).warnings } catch let failure as Failure { return failure.diagnostics }
    }

    /// Where the mark stands.
    var location: Location {
        let file = starter(kind)
        let before = marked(file.text).prefix { $0 != "①" }
        let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
        return .text(file: file.name, line: lines.count, column: (lines.last?.count ?? 0) + 1, dataPath: path)
    }

    /// Whether every text to replace is there.
    var applies: Bool { edits.allSatisfy { starter(kind).text.contains($0.old) } }

    private func marked(_ text: String) -> String {
        edits.reduce(text) { $0.replacing($1.old, with: $1.new, maxReplacements: 1) }
    }
}
