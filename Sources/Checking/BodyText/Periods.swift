/// The months, quarters and years that a text in small letters is about.
struct Periods {
    private var months: Set<String> = []
    private var quarters: Set<String> = []
    /// Months from the year's beginning on.
    private var spans: Set<String> = []
    private var years: Set<String> = []

    /// Days are none: `ngày 15 tháng 9 năm 2026`, nor are ends of a span: `đến năm 2030`.
    init(in text: String) {
        let words = text.split { $0.isWhitespace || ",.;:()“”".contains($0) }
        for (index, word) in words.enumerated().dropLast() {
            let next = words[index + 1]
            switch word {
            case "tháng" where next == "đầu" && index > 0 && Int(words[index - 1]) != nil:
                spans.insert("\(Int(words[index - 1]) ?? 0) tháng đầu năm")
            case "tháng":
                guard index < 2 || words[index - 2] != "ngày", index < 1 || Int(words[index - 1]) == nil
                else { continue }
                let parts = next.split(separator: "/")
                if let month = parts.first.flatMap({ Int($0) }), (1...12).contains(month) {
                    months.insert("tháng \(month)")
                    if parts.count == 2, parts[1].count == 4 { years.insert("năm \(parts[1])") }
                }
            case "quý":
                let parts = next.split(separator: "/")
                guard let quarter = parts.first.flatMap({ Self.quarters[$0] }) else { continue }
                quarters.insert("quý \(quarter)")
                if parts.count == 2, parts[1].count == 4 { years.insert("năm \(parts[1])") }
            case "năm":
                guard next.count == 4, Int(next) != nil, index < 1 || words[index - 1] != "đến",
                    index < 4 || words[index - 4] != "ngày"
                else { continue }
                years.insert("năm \(next)")
            default: continue
            }
        }
    }

    private static let quarters: [Substring: String] = [
        "i": "I", "ii": "II", "iii": "III", "iv": "IV", "1": "I", "2": "II", "3": "III", "4": "IV",
    ]

    /// What a text says and what it ought to, where both name a single period of one kind and not the same.
    static func contradiction(in text: String, against other: String) -> (found: String, right: String)? {
        let (own, asked) = (Periods(in: text), Periods(in: other))
        for kind in [\Periods.months, \Periods.quarters, \Periods.spans, \Periods.years] {
            guard own[keyPath: kind].count == 1, asked[keyPath: kind].count == 1,
                let found = own[keyPath: kind].first, let right = asked[keyPath: kind].first, found != right
            else { continue }
            return (found, right)
        }
        return nil
    }
}
