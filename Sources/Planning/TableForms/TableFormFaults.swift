internal import DataFiles
internal import Diagnostics
internal import FoundationEssentials
internal import Values
internal import VietnameseText

extension TableForm {
    /// Columns of which nothing can be printed, and formulas that cannot be computed.
    var faults: [Diagnostic] {
        TableForm.faults(of: columns, known: codes(of: columns), counter: figureCount)
    }

    private func codes(of columns: [Located<Column>]) -> Set<String> {
        Set(columns.flatMap { ($0.code.map { [$0] } ?? []) + Array(codes(of: $0.value.columns)) })
    }

    /// How many columns of figures there are at the least; nil where repeated ones make that unknown.
    private var figureCount: Int? {
        var count = 0
        var isKnown = true
        func add(_ columns: [Located<Column>]) {
            for column in columns {
                if column.repeats != nil { isKnown = false }
                if column.value.columns.isEmpty {
                    if column.take?.isWords != true { count += 1 }
                } else {
                    add(column.value.columns)
                }
            }
        }
        add(columns)
        return isKnown ? count : nil
    }

    private static func faults(of columns: [Located<Column>], known: Set<String>, counter: Int?)
        -> [Diagnostic]
    {
        columns.flatMap { column -> [Diagnostic] in
            if !column.value.columns.isEmpty {
                return faults(of: column.value.columns, known: known, counter: counter)
            }
            guard let text = column.formula else {
                if column.take == nil { return [.emptyFormColumn(column.title, at: column.place)] }
                if [.own, .words].contains(column.take), column.key == nil {
                    return [.formColumnWithoutKey(column.title, at: column.place)]
                }
                return []
            }
            guard let formula = TableFormula(text) else { return [.badFormula(text, at: column.place)] }
            return formula.references.sorted().compactMap { name in
                if known.contains(name) { return nil }
                if let number = Int(name), number > 0, counter.map({ number <= $0 }) ?? true { return nil }
                return .unknownFormColumn(name, at: column.place)
            }
        }
    }
}

extension Diagnostic {
    fileprivate static func emptyFormColumn(_ title: String, at place: Place) -> Diagnostic {
        .error(
            "planning.empty-form-column", at: place.location,
            "cột “\(title.shortened)” không có số liệu: thiếu lay, tinh hoặc cot",
            en: "the column “\(title.shortened)” has no lay, tinh or cot",
            fix: "ghi lay: … (xem từ điển dữ liệu), hoặc lay: trong để ghi tay",
            en: "write lay: … (see the data dictionary), or lay: trong to fill it by hand")
    }

    fileprivate static func formColumnWithoutKey(_ title: String, at place: Place) -> Diagnostic {
        .error(
            "planning.form-column-without-key", at: place.location,
            "cột “\(title.shortened)” lấy số hay chữ riêng mà không ghi khoa",
            en: "the column “\(title.shortened)” takes a figure of one's own, and has no khoa",
            fix: "thêm khoa: tên đã ghi ở so_khac hoặc thong_tin của các dòng",
            en: "add khoa: the name that the rows have under so_khac or thong_tin")
    }

    fileprivate static func badFormula(_ text: String, at place: Place) -> Diagnostic {
        .error(
            "planning.bad-formula", at: place.location, "không hiểu công thức “\(text.shortened)”",
            en: "the formula “\(text.shortened)” cannot be read",
            fix: "viết như \"3-4\", \"6/2\", \"(1+2)x3\", với số ở hàng chỉ số hoặc ma của cột",
            en: "write it as \"3-4\", \"6/2\" or \"(1+2)x3\", of index numbers or codes of columns")
    }

    fileprivate static func unknownFormColumn(_ name: String, at place: Place) -> Diagnostic {
        .error(
            "planning.unknown-form-column", at: place.location, "công thức gọi cột “\(name)”, biểu không có",
            en: "the formula names the column “\(name)”, which the form has not",
            fix: "ghi số ở hàng chỉ số, hoặc ma của một cột", en: "write an index number or a column's code")
    }
}
