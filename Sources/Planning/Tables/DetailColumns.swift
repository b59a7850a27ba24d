internal import DataFiles
internal import Values

/// The columns of sums besides the amount: of quarters, and of other years.
enum DetailColumns {
    /// The keys whose values stand in several columns, and those that no table has.
    static let keys = [
        "quy", "thuc_hien", "uoc_thuc_hien", "du_toan_nam", "tran_chi", "so_khac", "thong_tin",
    ]

    /// What is written before the year in a heading.
    private static let kinds: [(key: String, words: [String])] = [
        ("thuc_hien", ["Thực hiện", "TH", "Quyết toán"]),
        ("uoc_thuc_hien", ["Ước thực hiện", "Ước TH", "UTH"]), ("du_toan_nam", ["Dự toán", "DT", "Dự kiến"]),
        ("tran_chi", ["Trần chi", "Trần"]),
    ]

    /// What a column of sums is called: of amounts with their tax, beside a column of tax.
    static let totals = ["Tổng số", "Tổng tiền", "Tổng cộng"]

    /// What the column of amounts may be called where none has a name of its own: “Tổng số”, “Dự toán năm 2026” in the estimate of that year,
    /// and “Thành tiền” over “Tổng số”.
    static func amounts(of year: Int?, besides own: [String]) -> [String] {
        let words = ["Dự toán", "DT", "Kinh phí", "Dự toán kinh phí", "Nhu cầu kinh phí"]
        let ofYear = year.map { year in words.flatMap { ["\($0) năm \(year)", "\($0) \(year)"] } } ?? []
        return totals + ofYear + (own + ofYear).flatMap { over in totals.map { "\(over) \($0)" } }
    }

    static func columns(around year: Int?) -> [WantedColumn] {
        var columns = (1...4).map { quarter in
            let roman = ["I", "II", "III", "IV"][quarter - 1]
            return column("quy", "\(quarter)", ["Quý \(roman)", "Quý \(quarter)", "Q\(quarter)"])
        }
        guard let year else { return columns }
        for (key, words) in kinds {
            for other in year - 3...year + 4 where key != "du_toan_nam" || other != year {
                let headings = words.flatMap {
                    ["\($0) năm \(other)", "\($0) \(other)", "Năm \(other) \($0)", "\(other) \($0)"]
                }
                columns.append(column(key, "\(other)", headings))
            }
        }
        return columns
    }

    private static func column(_ key: String, _ part: String, _ headings: [String]) -> WantedColumn {
        var column = WantedColumn(
            key: key, name: "\(key):\(part)", shape: .amount, headings: ["\(key)_\(part)"] + headings)
        column.part = part
        return column
    }

    /// The value of such a key, put together from its columns.
    static func content(of key: String, _ parts: [(part: String, value: SourceNode)]) -> SourceNode.Content {
        guard let first = parts.first else { return .null }
        guard key == "quy" else {
            return .mapping(
                parts.map { SourceNode.Entry(key: $0.part, keyPosition: $0.value.position, value: $0.value) })
        }
        return .sequence(
            (1...4).map { quarter in
                parts.first { $0.part == "\(quarter)" }?.value
                    ?? SourceNode(.number("0"), at: first.value.position)
            })
    }
}
