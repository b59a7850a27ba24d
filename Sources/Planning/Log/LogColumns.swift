internal import DataFiles
internal import Diagnostics
internal import Sheets
internal import Values
internal import VietnameseText

/// Which field of a row of CSV is what; the names of the columns may be written as people write them.
struct LogColumns {
    let date, unit, workItem, channel, indicator, amount, note: Int?
    /// Whether there are columns of other names, which the form has to judge.
    let hasOthers: Bool
    private let header: [CSVField]
    private let keys: [String]
    private let shapes: [String: FormDescription.Shape]

    init(_ header: [CSVField]) {
        let wanted = WantedColumn.columns(of: LogRow.form.description, .log)
        self.header = header
        shapes = Dictionary(uniqueKeysWithValues: wanted.map { ($0.key, $0.shape) })
        let own = Set(wanted.map(\.key))
        var keys = header.map(\.text)
        let folded = wanted.map { $0.column.headings.map { PlainLetters.folded($0) } }
        for (field, title) in keys.enumerated() where !own.contains(title) {
            let words = PlainLetters.folded(title)
            guard let match = wanted.indices.first(where: { folded[$0].contains(words) }) else { continue }
            if !keys.contains(wanted[match].key) { keys[field] = wanted[match].key }
        }
        self.keys = keys
        func field(_ key: String) -> Int? { keys.firstIndex(of: key) }
        (date, unit, workItem) = (field("ngay"), field("don_vi"), field("noi_dung"))
        (channel, indicator, amount) = (field("kenh"), field("chi_tieu"), field("so_luong"))
        note = field("ghi_chu")
        hasOthers = keys.contains { !own.contains($0) }
    }

    /// The row as the form reads it.
    func node(_ fields: [CSVField], _ names: CodeNames) -> SourceNode {
        let entries = zip(zip(header, keys), fields).map { name, field in
            var value = SourceNode(field)
            if case .text(let text) = value.content, let shape = shapes[name.1] {
                value = SourceNode(.text(names.code(for: text, shape)), at: field.position)
            }
            return SourceNode.Entry(key: name.1, keyPosition: name.0.position, value: value)
        }
        return SourceNode(.mapping(entries), at: fields.first?.position ?? Position(line: 1, column: 1))
    }

    /// Columns of figures that a log does not have at all, so that no report could count.
    func missing(in file: String) -> [Diagnostic] {
        // Where other columns have foreign names these are told already.
        guard date != nil else { return [] }
        return [("chi_tieu", indicator), ("so_luong", amount)].filter { $0.1 == nil }.map {
            .missingColumn($0.0, at: .text(file: file, line: 1, column: 1, dataPath: ""))
        }
    }
}

extension Diagnostic {
    fileprivate static func missingColumn(_ key: String, at place: Location) -> Diagnostic {
        .error(
            "planning.missing-column", at: place,
            "nhật ký không có cột “\(key)”, nên báo cáo không có số liệu",
            en: "the log has no column “\(key)”, so reports have no figures",
            fix: "thêm cột \(key) vào dòng đầu", en: "add the column \(key) to the first line")
    }
}
