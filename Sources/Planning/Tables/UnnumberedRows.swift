internal import DataFiles
internal import Diagnostics
internal import VietnameseText

/// A numbered row with figures and the rows without a number below it, which stand beside it: unless they are what its amount is made of,
/// for then their money would be counted twice.
struct UnnumberedRows {
    private let head: EstimateFile.Row
    private let number: String
    private let place: Place
    private var amount: Money?
    private var rest = Money.zero
    private var count = 0

    init(below row: Located<EstimateFile.Row>, _ number: String) {
        head = row.value
        self.number = number
        place = row.amount.place ?? row.place
    }

    /// The next row of them with what it came to; the first is the numbered one.
    mutating func add(_ sum: Money) {
        guard amount != nil else {
            amount = sum
            return
        }
        rest.add(sum)
        count += 1
    }

    /// What is told of them, once all are there.
    var fault: Diagnostic? {
        guard let amount, count > 0, amount > .zero, rest > .zero else { return nil }
        let words = "\(number) \(head.title.value ?? "")".trimmed
        let isLump = head.quantity.isLeftOut && head.unitPrice.isLeftOut && head.percent.isLeftOut
        if rest == amount, isLump || count > 1 { return .countedTwice(words, amount, rest, at: place) }
        guard isLump else { return nil }
        if isHeading { return .countedTwice(words, amount, rest, at: place) }
        return rest < amount ? .countedBeside(words, amount, rest, at: place) : nil
    }

    /// Whether its number, A or II, is one that groups have.
    private var isHeading: Bool {
        let styles = RowNumber.readings(number).map(\.style)
        return styles.contains(.capital) || styles.contains(.roman)
    }
}

extension Diagnostic {
    fileprivate static func countedTwice(_ row: String, _ amount: Money, _ rest: Money, at place: Place)
        -> Diagnostic
    {
        let both = amount.adding(rest) ?? .limit
        return .error(
            "planning.unnumbered-rows-counted-twice", at: place.location,
            "“\(row.shortened)” ghi \(amount.text), các dòng không có số thứ tự dưới đó cộng lại là \(rest.text): không rõ tổng là \(amount == rest ? amount.text : "\(amount.text), \(rest.text)") hay \(both.text)",
            en:
                "“\(row.shortened)” says \(amount.text), and the rows without a number below it add up to \(rest.text): the sum may be \(amount == rest ? amount.text : "\(amount.text), \(rest.text)") or \(both.text)",
            fix:
                "đánh số các dòng đó: thấp hơn một cấp nếu là phần của dòng này, cùng cấp nếu là khoản riêng",
            en:
                "number those rows: one level below if they are parts of this one, on its level if they stand beside it"
        )
    }

    fileprivate static func countedBeside(_ row: String, _ amount: Money, _ rest: Money, at place: Place)
        -> Diagnostic
    {
        .warning(
            "planning.unnumbered-rows-beside", at: place.location,
            "các dòng không có số thứ tự dưới “\(row.shortened)” (\(amount.text)) được tính là khoản riêng, cộng thêm \(rest.text)",
            en:
                "the rows without a number below “\(row.shortened)” (\(amount.text)) are counted beside it, which adds \(rest.text)",
            fix:
                "đánh số các dòng đó: thấp hơn một cấp nếu là phần của dòng này, cùng cấp nếu là khoản riêng",
            en:
                "number those rows: one level below if they are parts of this one, on its level if they stand beside it"
        )
    }
}
