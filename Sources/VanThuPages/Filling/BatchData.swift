internal import Diagnostics
internal import FoundationEssentials
internal import Sheets
internal import Values
internal import VanThu
internal import VietnameseText

/// The rows of a sheet as records for a template: what a column says, and for the rest what the form was filled with last.
struct BatchData {
    /// Where the fields of a template are in the data, and what people call them.
    private let paths: [(field: Field, names: Set<String>)]
    private let common: Value

    init(_ questions: [TemplateQuestion], common: Value) {
        paths = Self.fields(of: questions, in: []).map { field in
            (field, [Self.folded(field.path.joined(separator: "_")), Self.folded(field.label)])
        }
        self.common = common
    }

    /// A field that a cell can hold.
    private struct Field {
        let path: [String]
        let label: String
        /// Whether each line of the cell is an item.
        let isList: Bool
    }

    private static func fields(of questions: [TemplateQuestion], in outer: [String]) -> [Field] {
        questions.flatMap { question -> [Field] in
            let path = outer + [question.name]
            switch question.kind {
            case .group(let inner): return fields(of: inner, in: path)
            case .rows, .picture: return []
            case .list: return [Field(path: path, label: question.label, isList: true)]
            case .line, .number, .money, .date, .paragraphs, .truth:
                return [Field(path: path, label: question.label, isList: false)]
            }
        }
    }

    /// The sheet that people fill: a column for each field.
    static func form(of questions: [TemplateQuestion]) throws(Failure) -> [UInt8] {
        let fields = fields(of: questions, in: [])
        var bold = CellStyle()
        bold.isBold = true
        let cells = fields.map { WrittenCell(.text($0.path.joined(separator: ".")), bold, note: $0.label) }
        var sheet = WrittenSheet("Du lieu", rows: [WrittenRow(cells)])
        sheet.widths = fields.map { _ in 22 }
        return try [sheet].workbook()
    }

    /// The records as JSON Lines, each with the number of its row in `dong_so`.
    ///
    /// Throws every fault of the sheet at once.
    func lines(ofWorkbook file: String) throws(Failure) -> (lines: [UInt8], count: Int) {
        var rows = try SheetRecords(Workbook(opening: file))
        var lines: [UInt8] = []
        var faults: [Diagnostic] = []
        var count = 0
        while let row = try rows.next() {
            guard row.faults.isEmpty else {
                faults += row.faults.map(\.diagnostic)
                if faults.count > 100 { break }
                continue
            }
            count += 1
            var record = common
            for (name, value) in zip(row.record.shape.names, row.record.values) where value != .null {
                let folded = Self.folded(name)
                let field = paths.first { $0.names.contains(folded) }?.field
                record.set(
                    Self.plain(value, asList: field?.isList == true), at: (field?.path ?? [folded])[...])
            }
            record.set(.number(Decimal(count)), at: ["dong_so"])
            lines += record.json() + [0x0A]
        }
        if let failure = Failure(faults) { throw failure }
        return (lines, count)
    }

    /// As the form has it.
    private static func plain(_ value: Value, asList: Bool) -> Value {
        switch value {
        case .date(let date): return .text("\(date.day)/\(date.month)/\(date.year)")
        case .text(let text) where asList:
            let items = text.split(whereSeparator: \.isNewline).map { Value.text(String($0)) }
            return .list(items)
        default: return value
        }
    }

    /// `Số tiền`, `so_tien` and `ky.ho_ten` as names that can be compared.
    private static func folded(_ name: String) -> String {
        var words: [String] = [""]
        for byte in PlainLetters.withoutMarks(name).lowercased().utf8 {
            if (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) {
                words[words.count - 1].unicodeScalars.append(Unicode.Scalar(byte))
            } else if words.last?.isEmpty == false {
                words.append("")
            }
        }
        return words.filter { !$0.isEmpty }.joined(separator: "_")
    }
}

extension Value {
    /// Puts a value at a place of nested records, which are made where they are not there.
    fileprivate mutating func set(_ value: Value, at path: ArraySlice<String>) {
        guard let name = path.first else {
            self = value
            return
        }
        var fields: [(String, Value)] = []
        if case .record(let record) = self { fields = Array(zip(record.shape.names, record.values)) }
        var inner = fields.first { $0.0 == name }?.1 ?? .null
        inner.set(value, at: path.dropFirst())
        if let index = fields.firstIndex(where: { $0.0 == name }) {
            fields[index].1 = inner
        } else {
            fields.append((name, inner))
        }
        self = .record(Record(fields))
    }
}
