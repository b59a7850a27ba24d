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
    private let questions: [TemplateQuestion]
    private let common: Value

    init(_ questions: [TemplateQuestion], common: Value) {
        self.questions = questions
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
        let isOptional: Bool

        init(_ question: TemplateQuestion, _ path: [String], isList: Bool) {
            (self.path, self.isList) = (path, isList)
            (label, isOptional) = (question.label, question.isOptional)
        }
    }

    private static func fields(of questions: [TemplateQuestion], in outer: [String]) -> [Field] {
        questions.flatMap { question -> [Field] in
            let path = outer + [question.name]
            switch question.kind {
            case .group(let inner): return fields(of: inner, in: path)
            case .rows, .picture: return []
            case .list: return [Field(question, path, isList: true)]
            case .line, .number, .money, .date, .paragraphs, .truth:
                return [Field(question, path, isList: false)]
            }
        }
    }

    /// The sheet that people fill: a column for each field.
    static func form(of questions: [TemplateQuestion]) throws(Failure) -> [UInt8] {
        let fields = fields(of: questions, in: [])
        var bold = CellStyle()
        bold.isBold = true
        let labels = fields.map(\.label)
        let cells = fields.map { field -> WrittenCell in
            // Two fields of one label are told apart by their names in the template.
            let key = field.path.joined(separator: ".")
            let isAlone = labels.filter { $0 == field.label }.count == 1
            return WrittenCell(.text(isAlone ? field.label : key), bold, note: isAlone ? key : field.label)
        }
        var sheet = WrittenSheet("Du lieu", rows: [WrittenRow(cells)])
        sheet.widths = fields.map { _ in 22 }
        return try [sheet].workbook()
    }

    /// What the rows of a sheet come to.
    struct Records {
        /// JSON Lines, each with the number of its row in `dong_so`.
        var lines: [UInt8] = []
        /// Where in the sheet each of them stands, from 1.
        var places: [Int] = []
        /// What is wrong with rows that give no document.
        var faults = RowRemarks()
        /// How many those are.
        var faulty = 0
        var count = 0
        /// The names of columns that have values and are no field of the template.
        var strangers: [String] = []
        /// Whether any column is a field of the template.
        var hasFields = false
    }

    /// The records of a sheet, of which a blank cell stays blank unless nothing stands in its whole column.
    ///
    /// Throws every fault of the sheet at once.
    func records(ofWorkbook file: String, in language: Language) throws(Failure) -> Records {
        var rows = try SheetRecords(Workbook(opening: file))
        var read: [Record] = []
        var places: [Int] = []
        var faults: [Diagnostic] = []
        while let row = try rows.next() {
            if row.faults.isEmpty { read.append(row.record) } else { faults += row.faults.map(\.diagnostic) }
            places.append(row.row)
            if faults.count > 100 { break }
        }
        if let failure = Failure(faults) { throw failure }
        var used: Set<String> = []
        for record in read {
            for (name, value) in zip(record.shape.names, record.values) where value != .null {
                used.insert(name)
            }
        }
        var records = Records(count: read.count)
        for (index, row) in read.enumerated() {
            var record = common
            for (name, value) in zip(row.shape.names, row.values) where used.contains(name) {
                let folded = Self.folded(name)
                let field = paths.first { $0.names.contains(folded) }?.field
                if field != nil { records.hasFields = true }
                if field == nil, !records.strangers.contains(name) { records.strangers.append(name) }
                // What must be filled in is a gap, which is told when the document is made.
                let isGap = value == .null && field?.isOptional == false
                record.set(
                    isGap ? nil : Self.plain(value, asList: field?.isList == true),
                    at: (field?.path ?? [folded])[...])
            }
            record.set(.number(Decimal(index + 1)), at: ["dong_so"])
            let gaps = gaps(in: record)
            if gaps.isEmpty {
                records.lines += record.json() + [0x0A]
                records.places.append(places[index])
            } else {
                records.faulty += 1
                for gap in gaps { records.faults.add(gap.text(in: language), row: places[index]) }
            }
        }
        return records
    }

    /// What a record lacks, and what in it is no number or date, by the names that people know.
    private func gaps(in record: Value) -> [Wording] {
        var fields = Fields()
        for (name, text) in Answers.fields(of: record) { fields.add(name, text) }
        let answers = Answers(questions, fields)
        return answers.blanks.map { field in
            Wording(
                "chưa điền “\(answers.label(of: field))”",
                en: "“\(answers.label(of: field))” is not filled in")
        }
            + answers.misfits.map { field, wanted in
                Wording(
                    "“\(answers.label(of: field))”: “\(fields[field] ?? "")” không phải \(wanted) viết rõ ràng",
                    en:
                        "“\(answers.label(of: field))”: “\(fields[field] ?? "")” is no plain \(wanted == "số" ? "number" : "date")"
                )
            }
    }

    /// Whether a pattern of names says what a column says.
    static func names(_ pattern: String, use column: String) -> Bool {
        let folded = folded(column)
        return pattern.split(separator: "{", omittingEmptySubsequences: false).dropFirst().contains { piece in
            Self.folded(String(piece.prefix { !"}|[".contains($0) })) == folded
        }
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
    /// Puts a value at a place of nested records, which are made where they are not there; nil takes it away.
    fileprivate mutating func set(_ value: Value?, at path: ArraySlice<String>) {
        guard let name = path.first else { return }
        var fields: [(String, Value)] = []
        if case .record(let record) = self { fields = Array(zip(record.shape.names, record.values)) }
        let index = fields.firstIndex { $0.0 == name }
        var inner = value
        if path.count > 1 {
            var outer = index.map { fields[$0].1 } ?? .null
            outer.set(value, at: path.dropFirst())
            inner = outer
        }
        switch (index, inner) {
        case (let index?, let inner?): fields[index].1 = inner
        case (let index?, nil): fields.remove(at: index)
        case (nil, let inner?): fields.append((name, inner))
        case (nil, nil): break
        }
        self = .record(Record(fields))
    }
}
