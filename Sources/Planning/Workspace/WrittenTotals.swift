internal import DataFiles
internal import Diagnostics
internal import VietnameseText

/// Sentences of a plan that say in figures what its estimate comes to, beside the table that computes it.
struct WrittenTotals {
    private let estimate: BudgetEstimate

    init(_ estimate: BudgetEstimate) { self.estimate = estimate }

    /// What is told of a body; nothing where it has no table of this estimate.
    func faults(in programme: Programme) -> [Diagnostic] {
        guard programme.onlyYear == estimate.year,
            programme.body.sections.contains(where: \.hasEstimate)
                || programme.appendices.contains(where: { appendix in
                    appendix.blocks.contains(where: \.isEstimate)
                        || appendix.sections.contains(where: \.hasEstimate)
                })
        else { return [] }
        var texts = programme.body.sections.flatMap(\.texts)
        for appendix in programme.appendices {
            texts += appendix.blocks.flatMap(\.texts) + appendix.sections.flatMap(\.texts)
        }
        for text in [programme.lead, programme.closing] { if let text { texts.append(text) } }
        return texts.compactMap { text in
            guard let said = Self.total(saidIn: text.text), said != estimate.total else { return nil }
            return .writtenTotal(said, estimate.total, at: text.place)
        }
    }

    /// Words that say of the figure behind them that it is all of the money.
    private static let labels = [
        "kinh phí", "kinh phí thực hiện", "tổng kinh phí", "tổng kinh phí thực hiện", "tổng dự toán",
        "tổng dự toán kinh phí", "dự toán", "dự toán kinh phí", "tổng số tiền", "tổng số kinh phí",
        "tổng cộng", "tổng kinh phí dự toán", "tổng kinh phí dự kiến",
    ]

    /// `Kinh phí: 36.000.000 đồng`, `Tổng kinh phí thực hiện Kế hoạch là 36.000.000 đồng`.
    static func total(saidIn text: String) -> Money? {
        let lower = text.withoutMarks.lowercased()
        guard let unit = lower.firstRange(of: " đồng") else { return nil }
        let before = lower[..<unit.lowerBound]
        let figure = String(String(before.reversed().prefix { $0.isNumber || $0 == "." }).reversed())
        guard figure.contains("."), let number = try? TypedNumber(parsing: figure), number.unit == .none,
            let dong = number.value.exactInteger, NumberFormat.text(number.value) == figure
        else { return nil }
        var label = before.dropLast(figure.count)
        while let last = label.last, last.isWhitespace || last == ":" { label.removeLast() }
        if label.hasSuffix(" là") { label.removeLast(3) }
        label = label.drop { !$0.isLetter }
        let isWhole =
            labels.contains(String(label))
            || ["tổng kinh phí", "tổng dự toán"].contains { mark in
                // Up to the figure nothing else is said.
                label.hasPrefix(mark) && !label.contains { ",;.".contains($0) }
                    && !["trong đó", "nguồn", "năm trước", "tạm ứng", "còn lại"].contains {
                        label.contains($0)
                    }
            }
        return isWhole ? Money(dong: dong) : nil
    }
}

extension OutlineSection {
    fileprivate var hasEstimate: Bool {
        blocks.contains(where: \.isEstimate) || sections.contains(where: \.hasEstimate)
    }

    fileprivate var texts: [WrittenText] {
        [runIn].compactMap(\.self) + blocks.flatMap(\.texts) + sections.flatMap(\.texts)
    }
}

extension OutlineBlock {
    fileprivate var isEstimate: Bool { if case .insert(.estimate, _, _) = self { true } else { false } }

    fileprivate var texts: [WrittenText] {
        switch self {
        case .paragraph(let text): [text]
        case .dashes(let texts), .points(let texts): texts
        case .table, .picture, .slot, .insert: []
        }
    }
}

extension Diagnostic {
    fileprivate static func writtenTotal(_ said: Money, _ total: Money, at place: Location) -> Diagnostic {
        .warning(
            "planning.written-total", at: place,
            "câu này ghi \(said.text) đồng, còn bảng dự toán cộng lại là \(total.text) đồng",
            en:
                "this sentence says \(said.text) đồng, while the estimate's table comes to \(total.text) đồng",
            fix: "viết {du_toan.tong_cong | tien} và {du_toan.tong_cong | bang_chu} thay cho số gõ tay",
            en: "write {du_toan.tong_cong | tien} and {du_toan.tong_cong | bang_chu} instead of typed figures"
        )
    }
}
