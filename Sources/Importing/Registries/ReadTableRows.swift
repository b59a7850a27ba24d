internal import FoundationEssentials
internal import Planning
internal import Recognition
internal import Regulations
internal import VietnameseText

/// The rows of a table as a tree, with what each column says of them.
struct ReadTableRows {
    /// With the words of `lay`.
    let columns: [WorkspaceDraft.Column]
    let rows: [Row]
    let levels: [Level]

    struct Row {
        /// What its cells say, by the words of `lay`.
        let cells: [String: String]
        var rows: [Row] = []

        subscript(_ content: String) -> String { cells[content] ?? "" }
    }

    /// How a row is numbered, in the words of `danh_so`.
    enum Level: String {
        case roman = "I", capital = "A", arabic = "1", decimal = "1.1", letter = "a", dash = "-"
    }

    /// Empty where rows are numbered 1, 1.1.
    var levelNames: [String] {
        switch levels {
        case [], [.arabic], [.arabic, .decimal]: []
        default: levels.map(\.rawValue)
        }
    }

    init?(_ table: WorkspaceDraft.Table, as kind: WorkspaceDraft.Insertion.Kind) {
        guard table.headCount == 0, table.rows.count > 0, let columns = Self.columns(of: table, as: kind)
        else { return nil }
        var flat: [(level: Level?, row: Row)] = []
        var counter = 0
        var given = table.rows
        if kind == .estimate {
            // The total is computed, so it has to be there.
            guard let last = given.popLast(), last.isTotal, !given.isEmpty else { return nil }
        }
        for row in given {
            guard case .cells(let written) = row else { return nil }
            let cells = written.isName ? written.map { $0 == "<" ? "" : $0 } : written
            guard !cells.contains("^"), !cells.contains("<") else { return nil }
            var rest = cells[...]
            var read: [String: String] = [:]
            for column in columns {
                guard column.kind != .counter else {
                    counter += 1
                    read["stt"] = "\(counter)"
                    continue
                }
                guard let content = column.shows, let cell = rest.popFirst(),
                    let text = cell.withoutWholeMarks
                else { return nil }
                read[content] = text
            }
            let number = read["stt"] ?? ""
            flat.append((Self.level(of: number), Row(cells: read)))
        }
        var levels: [Level] = []
        for case let level? in flat.map(\.level) where !levels.contains(level) { levels.append(level) }
        if kind == .targets { flat = Self.grouped(flat) }
        guard let tree = Self.tree(flat[...], levels) else { return nil }
        rows = tree
        self.levels = levels
        self.columns = columns.map { column in
            var column = column
            if column.kind == .counter { column.kind = .text }
            return column
        }
    }

    // MARK: Columns

    /// What each column shows; nil unless every one of them is known, and what such a table must have is there.
    private static func columns(of table: WorkspaceDraft.Table, as kind: WorkspaceDraft.Insertion.Kind)
        -> [WorkspaceDraft.Column]?
    {
        var taken: Set<String> = []
        var columns: [WorkspaceDraft.Column] = []
        for var column in table.columns {
            let title = Normalization.folded(column.title.uppercased())
            let content =
                column.kind == .counter
                ? "stt" : ColumnWords.words(of: kind).first { $0.holds(title) }?.content
            guard let content, taken.insert(content).inserted else { return nil }
            column.shows = content
            columns.append(column)
        }
        guard ColumnWords.needed(for: kind).allSatisfy({ $0.contains { taken.contains($0) } }) else {
            return nil
        }
        return columns
    }

    // MARK: Rows

    /// Nil for a row without a number.
    private static func level(of number: String) -> Level? {
        var bare = number[...]
        while let last = bare.last, ".)/".contains(last) { bare.removeLast() }
        guard !bare.isEmpty else { return nil }
        if bare == "-" || bare == "+" { return .dash }
        if Int(bare) != nil { return .arabic }
        if bare.contains("."), bare.allSatisfy({ $0.isNumber || $0 == "." }) { return .decimal }
        if RomanNumeral.number(of: String(bare)) != nil { return .roman }
        if bare.count == 1, bare.first?.isUppercase == true { return .capital }
        return bare.count == 1 && bare.first?.isLetter == true ? .letter : nil
    }

    /// With a row that only names a group, and has no number, around those below it.
    private static func grouped(_ flat: [(level: Level?, row: Row)]) -> [(level: Level?, row: Row)] {
        func isGroup(_ row: Row) -> Bool {
            !row["ten"].isEmpty && row.cells.allSatisfy { $0.key == "ten" || $0.value.isEmpty }
        }
        guard flat.contains(where: { $0.level == nil && isGroup($0.row) }),
            flat.contains(where: { $0.level != nil })
        else { return flat }
        var grouped: [(level: Level?, row: Row)] = []
        for (level, row) in flat {
            if level != nil, let last = grouped.last, last.level == nil {
                grouped[grouped.count - 1].row.rows.append(row)
            } else {
                grouped.append((level, row))
            }
        }
        return grouped
    }

    /// A row stands under the last one of a level that began before its own; nil where a row has no number beside others that have.
    private static func tree(_ flat: ArraySlice<(level: Level?, row: Row)>, _ levels: [Level]) -> [Row]? {
        guard let top = flat.first?.level else {
            return flat.allSatisfy({ $0.level == nil }) ? flat.map(\.row) : nil
        }
        var rows: [Row] = []
        var rest = flat
        while let (level, row) = rest.popFirst() {
            guard level == top else { return nil }
            let inner = rest.prefix { $0.level != top }
            rest = rest.dropFirst(inner.count)
            var own = row
            if !inner.isEmpty {
                guard let below = tree(inner, levels) else { return nil }
                own.rows = below
            }
            rows.append(own)
        }
        return rows
    }
}

extension [String] {
    /// Whether a single cell says something, and reaches over its neighbours.
    fileprivate var isName: Bool { contains("<") && count { !["", "<"].contains($0) } == 1 }
}

extension WorkspaceDraft.Row {
    /// `Tổng cộng` and its figure, alone.
    fileprivate var isTotal: Bool {
        guard case .cells(let cells) = self else { return false }
        let words = cells.filter { !["", "<"].contains($0) }
        guard let label = words.first?.withoutWholeMarks else { return false }
        return words.count == 2
            && Normalization.folded(label.uppercased()) == Normalization.folded("TỔNG CỘNG")
    }
}

/// Words that heads of columns are known by.
private struct ColumnWords {
    let content: String
    private let whole: Set<String>
    private let parts: [String]

    init(_ content: String, whole: [String], parts: [String] = []) {
        self.content = content
        self.whole = Set(whole.map { Normalization.folded($0) })
        self.parts = parts.map { Normalization.folded($0) }
    }

    func holds(_ title: String) -> Bool { whole.contains(title) || parts.contains { title.contains($0) } }

    /// In the order in which they are asked.
    static func words(of kind: WorkspaceDraft.Insertion.Kind) -> [ColumnWords] {
        switch kind {
        case .tasks: [counter] + tasks
        case .targets: [counter] + targets
        case .estimate: [counter] + estimate
        }
    }

    /// One of each group has to be there.
    static func needed(for kind: WorkspaceDraft.Insertion.Kind) -> [[String]] {
        switch kind {
        case .tasks: [["ten"], ["chu_tri"], ["thoi_han", "phoi_hop", "ket_qua"]]
        case .targets: [["ten"], ["dvt"], ["ke_hoach"]]
        case .estimate: [["ten"], ["thanh_tien"]]
        }
    }

    private static let counter = ColumnWords("stt", whole: ["STT", "TT", "SỐ TT", "SỐ THỨ TỰ"])
    private static let tasks = [
        ColumnWords("ghi_chu", whole: ["GHI CHÚ"], parts: ["THEO DÕI"]),
        ColumnWords("phoi_hop", whole: [], parts: ["PHỐI HỢP"]),
        ColumnWords(
            "chu_tri",
            whole: ["ĐƠN VỊ THỰC HIỆN", "CƠ QUAN THỰC HIỆN", "TRÁCH NHIỆM THỰC HIỆN", "ĐƠN VỊ PHỤ TRÁCH"],
            parts: ["CHỦ TRÌ"]), ColumnWords("ket_qua", whole: [], parts: ["SẢN PHẨM", "KẾT QUẢ"]),
        ColumnWords("thoi_han", whole: ["TIẾN ĐỘ"], parts: ["THỜI GIAN", "THỜI HẠN", "HOÀN THÀNH"]),
        ColumnWords(
            "ten",
            whole: [
                "NHIỆM VỤ", "NỘI DUNG", "NỘI DUNG, NHIỆM VỤ", "NỘI DUNG NHIỆM VỤ", "NỘI DUNG CÔNG VIỆC",
                "CÔNG VIỆC", "TÊN NHIỆM VỤ", "NHIỆM VỤ, GIẢI PHÁP", "NHIỆM VỤ CỤ THỂ", "HOẠT ĐỘNG",
                "NHIỆM VỤ/GIẢI PHÁP", "NỘI DUNG THỰC HIỆN", "TÊN NHIỆM VỤ, GIẢI PHÁP", "NỘI DUNG/NHIỆM VỤ",
            ]),
    ]
    private static let targets = [
        ColumnWords("dvt", whole: ["ĐƠN VỊ TÍNH", "ĐVT", "ĐƠN VỊ"]),
        ColumnWords("ghi_chu", whole: ["GHI CHÚ"], parts: ["THEO DÕI"]),
        ColumnWords("ten", whole: ["CHỈ TIÊU", "TÊN CHỈ TIÊU", "NỘI DUNG CHỈ TIÊU", "CÁC CHỈ TIÊU"]),
        ColumnWords(
            "ke_hoach", whole: ["KẾ HOẠCH", "MỤC TIÊU"],
            parts: ["KẾ HOẠCH NĂM", "CHỈ TIÊU NĂM", "MỤC TIÊU NĂM"]),
    ]
    private static let estimate = [
        ColumnWords("dvt", whole: ["ĐƠN VỊ TÍNH", "ĐVT"]),
        ColumnWords("so_luong", whole: ["SỐ LƯỢNG", "SL"]),
        ColumnWords("don_gia", whole: ["ĐƠN GIÁ", "MỨC CHI"], parts: ["ĐƠN GIÁ"]),
        ColumnWords(
            "thanh_tien", whole: ["THÀNH TIỀN", "SỐ TIỀN", "KINH PHÍ"], parts: ["THÀNH TIỀN", "SỐ TIỀN"]),
        ColumnWords("ghi_chu", whole: ["GHI CHÚ", "CĂN CỨ"]),
        ColumnWords(
            "ten", whole: ["NỘI DUNG CHI", "NỘI DUNG", "DIỄN GIẢI", "KHOẢN CHI", "NỘI DUNG CÔNG VIỆC"]),
    ]
}

extension String {
    /// Without marks around the whole of it; nil where a part of it is emphasised.
    var withoutWholeMarks: String? {
        guard contains("*") else { return self }
        for mark in ["***", "**", "*"] where hasPrefix(mark) && hasSuffix(mark) && count > 2 * mark.count {
            let inner = String(dropFirst(mark.count).dropLast(mark.count))
            return inner.contains("*") ? nil : inner
        }
        return nil
    }
}
