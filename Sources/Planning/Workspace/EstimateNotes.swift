internal import DataFiles
internal import Diagnostics
internal import VietnameseText

/// Hợp đồng over which amount must be sent to Kho bạc (Thông tư 17/2024/TT-BTC, Điều 5): a reminder, for nobody knows whether an item is bought by one.
enum ContractThreshold {
    static let amount = Money(dong: 50_000_000)

    /// How many titles are told.
    private static let shown = 3

    /// Nil for none.
    static func note(_ items: [(title: String, place: Place)]) -> Diagnostic? {
        guard let first = items.first else { return nil }
        let names = items.prefix(shown).map { "“\($0.title.shortened)”" }.joined(separator: ", ")
        let list = items.count > shown ? names + " …" : names
        return .note(
            "planning.contract-to-treasury", at: first.place.location,
            "\(items.count) khoản trên \(amount.text) đồng: \(list); nếu chi theo hợp đồng thì phải gửi hợp đồng đến Kho bạc Nhà nước",
            en:
                "\(items.count) items over \(amount.text) đồng: \(list); a contract for one must be sent to the State Treasury",
            fix: "giữ nội dung, đơn vị tính, số lượng, đơn giá của hợp đồng như ở dự toán",
            en: "keep content, unit, quantity and price of the contract as they are in the estimate")
    }
}

extension BudgetEstimate {
    /// How many rows are printed otherwise than they would be rounded by themselves, so that the printed ones add up.
    var rowsRoundedToAddUp: Int {
        guard display.step > 1 else { return 0 }
        let printed = PrintedAmounts(self)
        return rows.rounded(printed, under: printed.total(rows), display)
    }
}

extension [BudgetRow] {
    fileprivate func rounded(
        _ printed: PrintedAmounts, under sum: PrintedAmounts.Figures, _ display: AmountDisplay
    ) -> Int {
        zip(self, printed.rows(self, under: sum)).reduce(0) { count, row in
            var count = count + (row.1.amount == display.rounded(row.0.amount) ? 0 : 1)
            if case .group(_, let rows) = row.0 { count += rows.rounded(printed, under: row.1, display) }
            return count
        }
    }
}

extension Diagnostic {
    static func roundedTotal(_ total: Money, _ display: AmountDisplay, at place: Place) -> Diagnostic {
        let unit = display.unit.name
        let printed = NumberFormat.text(display.value(display.rounded(total)))
        return .warning(
            "planning.rounded-total", at: place.location,
            "khi in theo \(unit), tổng cộng của bảng và số bằng chữ là \(printed) \(unit), còn tờ trình ghi đủ \(total.text) đồng",
            en:
                "printed in \(unit), the table's total and its words are \(printed) \(unit), while the letter has all \(total.text) đồng",
            fix: "bỏ don_vi_tinh để in theo đồng, hoặc thêm so_le cho đủ số lẻ",
            en: "leave out don_vi_tinh, or write enough decimals with so_le")
    }

    static func roundedToAddUp(_ count: Int, _ unit: DisplayUnit, at place: Place) -> Diagnostic {
        .note(
            "planning.rounded-to-add-up", at: place.location,
            "khi in theo \(unit.name), \(count) dòng được làm tròn khác số của riêng dòng, để các dòng in ra cộng đúng bằng tổng in ra",
            en:
                "printed in \(unit.name), \(count) rows are rounded otherwise than by themselves, so that what is printed adds up"
        )
    }
}
