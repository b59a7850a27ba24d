internal import Diagnostics
internal import VietnameseText

extension BodyComposing {
    /// What falls into each month, told by the times that name one; what names none stands below.
    mutating func calendar(at place: Location) -> [BodyPart] {
        guard let year = figureYear else {
            return gap("số liệu của một năm", .yearlyInsert(.calendar, at: place))
        }
        let years = programme.isSchoolYear ? Array(programme.duration) : [year]
        let tasks = workItems.flatMap(\.all)
        var rows: [(title: String, items: [WorkItem])] = []
        for year in years {
            for month in 1...12 {
                let items = tasks.filter {
                    ($0.time(in: year).map { $0.months(of: year) } ?? []).contains(month)
                }
                let title = years.count == 1 ? "Tháng \(month)" : "Tháng \(month)/\(year)"
                if !items.isEmpty { rows.append((title, items)) }
            }
        }
        guard !rows.isEmpty else {
            return gap(
                "thời hạn có tháng, như “Tháng 3”, cho các nội dung",
                .nothingToInsert(.calendar, "thời hạn có tháng, như “Tháng 3”, cho các nội dung", at: place))
        }
        let listed = Set(rows.flatMap(\.items))
        for item in tasks where item.items.isEmpty && !listed.contains(item) {
            // What has no month is no less part of the programme.
            let time = LetterCase.firstLetterUpper(years.compactMap { item.time(in: $0) }.first ?? "Cả năm")
            if rows.last?.title == time {
                rows[rows.count - 1].items.append(item)
            } else {
                rows.append((time, [item]))
            }
        }
        return [.table(calendar(rows, monthsOfOneYear: years.count == 1))]
    }

    private func calendar(_ rows: [(title: String, items: [WorkItem])], monthsOfOneYear: Bool) -> BodyTable {
        var table = BodyTable(
            columns: [
                .init(width: monthsOfOneYear ? 24 : 34, style: .centred), .init(width: nil, style: .text),
                .init(width: 50, style: .text),
            ], rows: [.head(["Tháng", "Nội dung", "Đơn vị chủ trì"].map { .init(text: $0) })])
        for (title, items) in rows {
            for (index, item) in items.enumerated() {
                let own = [item.title, workspace.agency.names(of: item.leadUnits)].map {
                    BodyTable.Cell(text: $0)
                }
                let head = BodyTable.Cell(text: title, rowSpan: items.count)
                table.rows.append(.cells(index == 0 ? [head] + own : own))
            }
        }
        return table
    }
}

extension String {
    /// The months of a year that a time names: `Tháng 3, 4`, `tháng 9 đến tháng 11`, `Quý II`, `trước ngày 15/6`, `10/2026`, `hằng quý`.
    ///
    /// A quarter is its last month, half a year its sixth or twelfth. None for a time that names none, such as `Thường xuyên`.
    func months(of year: Int) -> [Int] { TimeWords(self, year: year).months.sorted() }
}

/// Reads the months out of the words of a time.
private struct TimeWords {
    private(set) var months: Set<Int> = []
    private var words: [Substring]
    private let year: Int

    init(_ text: String, year: Int) {
        self.year = year
        let lower = text.lowercased()
        words = lower.split { !$0.isLetter && !$0.isNumber && $0 != "/" && $0 != "-" && $0 != "–" }
        words = words.flatMap { TimeWords.parted($0) }
        if ["hằng tháng", "hàng tháng"].contains(where: lower.contains) { months = Set(1...12) }
        if ["hằng quý", "hàng quý"].contains(where: lower.contains) { months = [3, 6, 9, 12] }
        if lower.contains("6 tháng đầu năm") || lower.contains("sáu tháng đầu năm") { months.insert(6) }
        if lower.contains("cuối năm") { months.insert(12) }
        read()
    }

    /// A dash parts what stands on both its sides: `3-5`.
    private static func parted(_ word: Substring) -> [Substring] {
        var parts: [Substring] = []
        for part in word.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "-" || $0 == "–" }) {
            if !parts.isEmpty { parts.append("đến") }
            if !part.isEmpty { parts.append(part) }
        }
        return parts
    }

    private mutating func read() {
        var index = 0
        while index < words.count {
            let word = words[index]
            index += 1
            switch word {
            case "tháng": list(of: word, from: &index) { Int($0) }
            case "quý":
                list(of: word, from: &index) { number in
                    (RomanNumeral.number(of: number.uppercased()) ?? Int(number)).map { 3 * $0 }
                }
            default: add(date: word)
            }
        }
    }

    /// The numbers behind `tháng` or `quý`, one by one or as a span; `month` gives the one that a number ends in.
    private mutating func list(of kind: Substring, from index: inout Int, month: (String) -> Int?) {
        var last: Int?
        var isSpan = false
        while index < words.count {
            let word = words[index]
            if ["đến", "và", kind].contains(word) {
                isSpan = isSpan || word == "đến"
                index += 1
                continue
            }
            let written = word.split(separator: "/").map(String.init)
            guard let month = written.first.flatMap(month), (1...12).contains(month),
                written.count == 1 || (written.count == 2 && (Int(written[1]) ?? 0) > 99)
            else { return }
            index += 1
            let own = written.count == 2 ? Int(written[1]) ?? year : year
            let reached = own * 12 + month
            if isSpan, let last, last < reached { add(months: last...reached) }
            add(months: reached...reached)
            last = reached
            isSpan = false
        }
    }

    /// Months counted from the year nought; those of other years are none of this one's.
    private mutating func add(months counted: ClosedRange<Int>) {
        let own = (year * 12 + 1)...(year * 12 + 12)
        guard own.overlaps(counted) else { return }
        for month in counted.clamped(to: own) { months.insert(month - year * 12) }
    }

    /// The month of `15/6`, `15/6/2026` or `6/2026`.
    private mutating func add(date word: Substring) {
        let parts = word.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        let numbers = parts.compactMap(\.self)
        guard numbers.count == parts.count, (2...3).contains(numbers.count) else { return }
        let (month, own) =
            numbers.count == 3
            ? (numbers[1], numbers[2]) : numbers[1] > 99 ? (numbers[0], numbers[1]) : (numbers[1], year)
        guard (1...12).contains(month) else { return }
        add(months: (own * 12 + month)...(own * 12 + month))
    }
}
