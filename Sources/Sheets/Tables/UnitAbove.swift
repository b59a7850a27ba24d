internal import Diagnostics
package import FoundationEssentials
internal import VietnameseText

/// What stands above a table says what its amounts are counted in.
package enum UnitAbove {
    case unsaid
    case factor(Decimal)
    /// Words that name a unit which is none, or another than other words.
    case unclear(String, CellReference)

    init(_ rows: [SheetRow]) {
        var known: Decimal?
        for row in rows {
            let texts = row.cells.compactMap { cell -> (text: String, place: CellReference)? in
                guard case .text(let text) = cell.content else { return nil }
                return (text, CellReference(row: row.index, column: cell.column))
            }
            for (index, cell) in texts.enumerated() {
                // “Đơn vị tính:” may have its unit in the next cell.
                let isOpen = cell.text.last(where: { !$0.isWhitespace }) == ":"
                let rest = isOpen && index + 1 < texts.count ? " " + texts[index + 1].text : ""
                switch UnitAbove.said(in: cell.text + rest) {
                case .nothing: continue
                case .unit(let factor):
                    guard known == nil || known == factor else {
                        self = .unclear(cell.text, cell.place)
                        return
                    }
                    known = factor
                case .unclear:
                    self = .unclear(cell.text, cell.place)
                    return
                }
            }
        }
        self = known.map { .factor($0) } ?? .unsaid
    }

    package enum Said: Hashable {
        case nothing, unclear
        /// How many đồng one of it is.
        case unit(Decimal)
    }

    /// The words that say that a unit comes, the surest first; “Đơn vị: …” may be an office as well.
    private static let labels: [(words: String, isSure: Bool)] = [
        ("đơn vị tính", true), ("đvt", true), ("đơn vị tiền", true), ("tính bằng", true), ("đơn vị", false),
    ]

    /// What a line of text says of it: `Đơn vị tính: nghìn đồng`, `Dự toán (triệu đồng)`.
    package static func said(in text: String) -> Said {
        let lower = LetterCase.lower(text)
        for (label, isSure) in labels {
            guard let found = lower.ranges(of: label).last, isWhole(found, of: lower) else { continue }
            let rest = lower[found.upperBound...]
            let words = named(in: rest)
            if let factor = AmountUnit.factor(of: words) { return .unit(factor) }
            if isSure, rest.first(where: { !$0.isWhitespace }) == ":",
                words.contains(where: { $0.isLetter || $0.isNumber })
            {
                return .unclear
            }
            break
        }
        for bracket in brackets(of: lower) {
            if let factor = AmountUnit.factor(ofWhole: bracket) { return .unit(factor) }
        }
        if let factor = AmountUnit.factor(ofWhole: lower) { return .unit(factor) }
        return endsInMultiple(lower) ? .unclear : .nothing
    }

    /// Whether no letter stands right before or behind the label.
    private static func isWhole(_ range: Range<String.Index>, of text: String) -> Bool {
        let before = text[..<range.lowerBound].last?.isLetter == true
        return !before && text[range.upperBound...].first?.isLetter != true
    }

    /// What a label's unit may be: up to a bracket's end or what is said behind a comma.
    private static func named(in rest: Substring) -> Substring {
        var words = rest.drop { ":.- –(".contains($0) || $0.isWhitespace }
        if let end = words.firstIndex(where: { ");\n".contains($0) }) { words = words[..<end] }
        if let end = words.firstRange(of: ", ") { words = words[..<end.lowerBound] }
        return words
    }

    private static func brackets(of text: String) -> [Substring] {
        text.split(separator: "(").dropFirst().compactMap { part in
            part.firstIndex(of: ")").map { part[..<$0] }
        }
    }

    /// Whether a multiple of đồng stands last that no number counts: “Dự toán năm 2026 – triệu đồng”.
    private static func endsInMultiple(_ text: String) -> Bool {
        let words = text.split { $0.isWhitespace || "(),;:–-".contains($0) }
        for count in [1, 2] where words.count > count {
            let unit = words.suffix(count).joined()
            guard unit.contains(where: \.isLetter), let factor = AmountUnit.factor(of: unit), factor > 1,
                words.suffix(count).contains(where: { $0.hasSuffix("đồng") || $0.hasSuffix("vnđ") })
            else { continue }
            let before = words[words.count - count - 1]
            return !before.contains(where: \.isNumber) || before.hasPrefix("20") && before.count == 4
        }
        return false
    }
}

extension Diagnostic {
    static func unclearUnit(_ words: String, at place: Location) -> Diagnostic {
        .error(
            "sheets.unclear-unit", at: place, "không rõ các số tiền tính theo đơn vị nào: “\(words)”",
            en: "it is not clear what unit the amounts are counted in: “\(words)”",
            fix: "ghi một hàng “Đơn vị tính: đồng” (hoặc nghìn đồng, triệu đồng, tỷ đồng) phía trên bảng",
            en: "write one row “Đơn vị tính: đồng” (or nghìn đồng, triệu đồng, tỷ đồng) above the table")
    }
}
