internal import OfficeDocument
internal import Regulations

/// Tờ trình dự toán kinh phí.
enum BudgetForm {
    static func blocks(_ terms: FormTerms) -> [Block] {
        Letterhead.blocks(terms, documentType: "TỜ TRÌNH") + Letterhead.addressees + terms.legalBases + [
            FormStyle.body("{mo_dau}"), PlanForm.body,
        ] + SignatureBlock.blocks(terms)
    }

    /// The estimate as a table; with a shape only of the columns that hold something, each as wide as it must be.
    static func appendix(_ terms: FormTerms, _ shape: TableShape?, sizes: SizeSet) -> Appendix {
        let columns = EstimateColumn.chosen(shape, terms.layout, points: FormStyles.cellSize(in: sizes))
        return Appendix(
            title: "DỰ TOÁN KINH PHÍ NĂM {nam}",
            notes: [FormStyle.unitOfMeasure("Đơn vị tính: {bang.don_vi_tinh}")], columns: columns.map(\.head),
            index: .shown,
            rows: [
                Appendix.row(columns.map(\.group), opening: "{#bang.dong}{#nhom}", closing: "{/nhom}"),
                Appendix.row(columns.map(\.item), opening: "{#dong_giua}", closing: "{/dong_giua}"),
                // The last row goes to the next page with the total, so that the total never stands there alone.
                Appendix.row(
                    columns.map(\.item), opening: "{#dong_cuoi}", closing: "{/dong_cuoi}{/bang.dong}",
                    isKept: true),
                sums(columns, (.boldTextCell, "Tổng cộng"), (.boldNumberCell, "{bang.tong_cong | tien}")),
                sums(
                    columns, (.textCell, "Trong đó: {ten}"), (.numberCell, "{so_tien | tien}"),
                    opening: "{#bang.theo_nguon}", closing: "{/bang.theo_nguon}"), inWords(columns.count),
            ])
    }

    /// The total in words under the table: a row of it without lines, since only rows stay together on a page in every word processor.
    private static func inWords(_ columnCount: Int) -> Table.Row {
        var lines = Edges<Border?>(nil)
        lines.top = .thin
        let words = FormStyle.amountInWords("(Bằng chữ: {bang.tong_tien | bang_chu} đồng)")
        return Table.Row([Table.Cell([words], columnSpan: columnCount, borders: lines)])
    }

    private static func sums(
        _ columns: [EstimateColumn], _ label: EstimateColumn.Cell, _ amount: EstimateColumn.Cell,
        opening: String = "", closing: String = ""
    ) -> Table.Row {
        let cells = columns.map { column -> EstimateColumn.Cell in
            switch column.sum {
            case .label: label
            case .amount: amount
            case .nothing: (.textCell, "")
            }
        }
        return Appendix.row(cells, opening: opening, closing: closing, isKept: true)
    }
}

/// A column of the estimate: its head, and what stands in it in each kind of row.
private struct EstimateColumn {
    typealias Cell = (style: FormStyle, text: String)

    /// The key of a row that the column prints.
    let key: String
    var head: Appendix.Column
    let kind: Kind
    let group: Cell
    let item: Cell
    var sum = Sum.nothing

    /// What a row of sums has in this column.
    enum Sum { case label, amount, nothing }

    /// What it is for, which tells how it is numbered and how its width is found.
    enum Kind {
        case order
        /// Takes what room is left.
        case content
        /// Words that may go over several lines.
        case words
        /// Words that stand one by one.
        case term
        case factor
        case amount
    }

    private init(
        _ key: String, _ title: String, index: String = "", width: Double, _ kind: Kind, group: Cell,
        item: Cell, sum: Sum = .nothing
    ) {
        self.key = key
        head = Appendix.Column(title, index: index, width: width)
        self.kind = kind
        self.group = group
        self.item = item
        self.sum = sum
    }

    /// The columns to print, in the order of the table.
    static func chosen(_ shape: TableShape?, _ layout: FormLayout, points: Double) -> [EstimateColumn] {
        guard let shape else { return all }
        var columns = everyColumn.filter { shape.longest[$0.key] != nil }
        let least = columns.map { shape.least(of: $0.key, title: $0.head.title, points: points) }
        let room = layout.landscape.textWidth
        var chosen = zip(columns, least).map { column, least in column.kind == .content ? 0 : least }
        // What words wish beyond what they must have, each as much of it as there is room.
        let wishes = zip(columns, least).map { column, least in
            guard column.kind == .words else { return 0.0 }
            return max(0, shape.wished(of: column.key, points: points, limit: longestWords) - least)
        }
        let wished = wishes.reduce(0, +)
        let titles = shape.wished(of: "noi_dung", points: points, limit: leastContent)
        let spare = max(0, room - chosen.reduce(0, +) - max(titles, shortestContent))
        let share = wished > spare ? spare / wished : 1
        for (index, wish) in wishes.enumerated() { chosen[index] += wish * share }
        let content = max(room - chosen.reduce(0, +), 20)
        for index in columns.indices {
            let width = columns[index].kind == .content ? content : chosen[index]
            columns[index].head = Appendix.Column(columns[index].head.title, width: width / layout.tableScale)
        }
        return numbered(columns)
    }

    /// Where the content needs this much and has less, other words give way.
    private static let leastContent = 90.0
    /// The content is the widest of the words even where it is short.
    private static let shortestContent = 60.0
    /// Longer texts than this go over several lines.
    private static let longestWords = 48.0

    /// Letters over words, numbers over figures, and how the amount comes about.
    private static func numbered(_ columns: [EstimateColumn]) -> [EstimateColumn] {
        var letters = ["A", "B", "C", "D", "E", "G", "H", "I"][...]
        var number = 0
        var factors: [String] = []
        var places: [String: Int] = [:]
        return columns.map { column in
            var column = column
            let index: String
            switch column.kind {
            case .order, .content, .words, .term: index = letters.popFirst() ?? ""
            case .factor:
                number += 1
                factors.append("\(number)")
                index = "\(number)"
            case .amount:
                number += 1
                places[column.key] = number
                let parts =
                    column.key == "thanh_tien" && places["thue"] != nil
                    ? "\(places["truoc_thue"] ?? 0)+\(places["thue"] ?? 0)"
                    : column.key == "thue" || factors.count < 2 ? "" : factors.joined(separator: "x")
                index = parts.isEmpty ? "\(number)" : "\(number)=\(parts)"
            }
            column.head = Appendix.Column(column.head.title, index: index, width: column.head.width)
            return column
        }
    }

    /// In the order of the table; those about tax stand only in a table that has a shape.
    private static var all: [EstimateColumn] {
        everyColumn.filter { !["truoc_thue", "thue"].contains($0.key) }
    }

    private static var everyColumn: [EstimateColumn] {
        [
            EstimateColumn(
                "stt", "STT", index: "A", width: 11, .order, group: (.boldCentredCell, "{stt}"),
                item: (.centredCell, "{stt}")),
            EstimateColumn(
                "noi_dung", "Nội dung chi", index: "B", width: 46, .content,
                group: (.boldTextCell, "{noi_dung}"), item: (.textCell, "{noi_dung}"), sum: .label),
            EstimateColumn(
                "dvt", "ĐVT", index: "C", width: 17, .term, group: (.boldCentredCell, ""),
                item: (.centredCell, "{dvt}")),
            EstimateColumn(
                "so_luong", "Số lượng", index: "1", width: 14, .factor, group: (.boldNumberCell, ""),
                item: (.numberCell, "{so_luong | so}")),
            EstimateColumn(
                "he_so", "Hệ số", index: "2", width: 16, .factor, group: (.boldCentredCell, ""),
                item: (.centredCell, "{he_so}")),
            EstimateColumn(
                "don_gia", "Đơn giá", index: "3", width: 24, .factor, group: (.boldNumberCell, ""),
                item: (.numberCell, "{don_gia | tien}")),
            EstimateColumn(
                "truoc_thue", "Thành tiền trước thuế", width: 30, .amount,
                group: (.boldNumberCell, "{truoc_thue | tien}"), item: (.numberCell, "{truoc_thue | tien}")),
            EstimateColumn(
                "thue", "Thuế GTGT", width: 24, .amount, group: (.boldNumberCell, "{thue | tien}"),
                item: (.numberCell, "{thue | tien}")),
            EstimateColumn(
                "thanh_tien", "Thành tiền", index: "4=1x2x3", width: 30, .amount,
                group: (.boldNumberCell, "{thanh_tien | tien}"), item: (.numberCell, "{thanh_tien | tien}"),
                sum: .amount),
            EstimateColumn(
                "nguon", "Nguồn kinh phí", index: "D", width: 27, .words, group: (.textCell, "{nguon}"),
                item: (.textCell, "{nguon}")),
            EstimateColumn(
                "ma_ndkt", "Mã NDKT", index: "E", width: 15, .term, group: (.centredCell, ""),
                item: (.centredCell, "{ma_ndkt}")),
            EstimateColumn(
                "can_cu", "Căn cứ, ghi chú", index: "G", width: 24, .words, group: (.textCell, ""),
                item: (.textCell, "{can_cu}")),
            EstimateColumn(
                "don_vi", "Đơn vị thực hiện", index: "H", width: 28, .words, group: (.textCell, ""),
                item: (.textCell, "{don_vi}")),
        ]
    }
}
