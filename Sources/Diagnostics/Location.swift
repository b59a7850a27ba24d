/// Where something is, in the coordinates of the person who must mend it.
public enum Location: Hashable, Sendable {
    /// A whole file or folder.
    case file(String)
    /// A place in a text file (YAML, JSON, CSV), with the path of the data that stands there.
    ///
    /// `line` and `column` count from 1, the column in characters. `dataPath` looks like `noi_dung[2].chu_tri`, or is empty.
    case text(file: String, line: Int, column: Int, dataPath: String)
    /// A paragraph of an office document.
    ///
    /// `part` is the entry of the package (`word/document.xml`), `number` counts the paragraphs of that part from 1.
    case paragraph(file: String, part: String, number: Int, excerpt: String, cell: Cell?)
    /// A cell of a spreadsheet, as its user finds it: sheet `Dự toán`, cell `F12`; without a reference the whole sheet.
    case cell(file: String, sheet: String, reference: String?)
    /// A place in data that has no text of its own: `du_toan.muc[3].thanh_tien`.
    case value(file: String, path: String)
    /// An argument of the command line.
    case argument(String)

    /// The table cell a paragraph stands in; all three count from 1.
    public struct Cell: Hashable, Sendable {
        public let table: Int
        public let row: Int
        public let column: Int

        public init(table: Int, row: Int, column: Int) {
            self.table = table
            self.row = row
            self.column = column
        }
    }

    /// The file the place is in, if it is in a file.
    public var file: String? {
        switch self {
        case .file(let file), .text(let file, _, _, _), .paragraph(let file, _, _, _, _), .value(let file, _),
            .cell(let file, _, _):
            file
        case .argument: nil
        }
    }

    /// The key of the value in its file, as a path; nil where it is no value of data.
    package var dataPath: String? {
        switch self {
        case .text(_, _, _, let path), .value(_, let path): path
        case .file, .paragraph, .cell, .argument: nil
        }
    }

    /// The place as it stands before a message: `ke-hoach.yaml:12:3`, or `mau.docx: đoạn 12 “…”`.
    public func text(in language: Language) -> String {
        switch self {
        case .file(let file): return file
        case .text(let file, let line, let column, let path):
            return "\(file):\(line):\(column)" + (path.isEmpty ? "" : " (\(path))")
        case .paragraph(let file, let part, let number, let excerpt, let cell):
            var words = "\(file): " + partName(part, in: language)
            words += language == .vietnamese ? "đoạn \(number)" : "paragraph \(number)"
            if let cell {
                words +=
                    language == .vietnamese
                    ? " (bảng \(cell.table), hàng \(cell.row), ô \(cell.column))"
                    : " (table \(cell.table), row \(cell.row), cell \(cell.column))"
            }
            return excerpt.isEmpty ? words : words + " “\(excerpt)”"
        case .cell(let file, let sheet, let reference):
            return (file.isEmpty ? "" : "\(file): ") + sheet + (reference.map { "!\($0)" } ?? "")
        case .value(let file, let path): return file.isEmpty ? path : "\(file): \(path)"
        case .argument(let argument): return argument
        }
    }

    /// The body goes without saying; every other part is named.
    private func partName(_ part: String, in language: Language) -> String {
        part == "word/document.xml" || part == "content.xml" ? "" : "\(part), "
    }
}
