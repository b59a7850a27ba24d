internal import DataFiles
internal import Diagnostics
internal import Sheets
internal import Values
internal import VietnameseText

/// Which field of a row of CSV is what; the names of the columns may be written as people write them.
struct LogColumns {
    let date, unit, workItem, channel, indicator, amount, note: Int?
    /// The headings that name no column of a log; what stands below them is not read.
    private let unknown: [CSVField]
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
        unknown = zip(header, keys).filter { !own.contains($0.1) }.map(\.0)
    }

    /// The row as the form reads it.
    func node(_ fields: [CSVField], _ names: CodeNames) -> SourceNode {
        let entries = zip(zip(header, keys), fields).compactMap { name, field -> SourceNode.Entry? in
            guard shapes[name.1] != nil else { return nil }
            var value = SourceNode(field)
            if case .text(let text) = value.content, let shape = shapes[name.1] {
                value = SourceNode(.text(names.code(for: text, shape)), at: field.position)
            }
            return SourceNode.Entry(key: name.1, keyPosition: name.0.position, value: value)
        }
        return SourceNode(.mapping(entries), at: fields.first?.position ?? Position(line: 1, column: 1))
    }

    /// Headings that nobody knows, with the columns that are not there; else columns of figures without which no report could count.
    func faults(in file: String, needsUnit: Bool, needsFigures: Bool) -> [Diagnostic] {
        let wanted = [("ngay", date)] + (needsUnit ? [("don_vi", unit)] : [])
        let figures = needsFigures ? [("chi_tieu", indicator), ("so_luong", amount)] : []
        if let first = unknown.first {
            let missing = (wanted + figures).filter { $0.1 == nil }.map(\.0)
            return [
                .unknownColumns(
                    unknown.map(\.text), missing: missing,
                    at: .text(
                        file: file, line: first.position.line, column: first.position.column, dataPath: ""))
            ]
        }
        guard date != nil else { return [] }
        return figures.filter { $0.1 == nil }.map {
            .missingColumn($0.0, at: .text(file: file, line: 1, column: 1, dataPath: ""))
        }
    }

    /// Whether every row would lack what a row must have, for which its heading is not known.
    func hideRows(needsUnit: Bool) -> Bool { !unknown.isEmpty && (date == nil || needsUnit && unit == nil) }
}

extension Diagnostic {
    fileprivate static func missingColumn(_ key: String, at place: Location) -> Diagnostic {
        .error(
            "planning.missing-column", at: place,
            "nhật ký không có cột “\(key)”, nên báo cáo không có số liệu",
            en: "the log has no column “\(key)”, so reports have no figures",
            fix: "thêm cột \(key) vào dòng đầu", en: "add the column \(key) to the first line")
    }

    fileprivate static func unknownColumns(_ titles: [String], missing: [String], at place: Location)
        -> Diagnostic
    {
        func list(_ names: [String]) -> String { names.map { "“\($0.shortened)”" }.joined(separator: ", ") }
        let lacks = missing.isEmpty ? "" : "; thiếu cột \(list(missing))"
        let lacking = missing.isEmpty ? "" : "; there is no column \(list(missing))"
        let known = "ngay, don_vi, noi_dung, kenh, chi_tieu, so_luong, ghi_chu"
        return .error(
            "planning.unknown-columns", at: place, "nhật ký có cột không hiểu: \(list(titles))\(lacks)",
            en: "the log has columns that are not known: \(list(titles))\(lacking)",
            fix: "đặt tên cột ở dòng đầu: \(known) (hoặc Ngày, Đơn vị, Chỉ tiêu, SL …); bỏ cột không dùng",
            en: "name the columns in the first line \(known); leave out those that are not used")
    }
}
