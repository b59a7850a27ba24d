internal import Diagnostics
internal import OfficeDocument
internal import Regulations

/// Numbers in messages: `13`, `12.7`, and in Vietnamese `12,7`.
func measure(_ number: Double, _ unit: String) -> Wording {
    let tenths = Int((number * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let whole = "\(sign)\(abs(tenths) / 10)"
    guard tenths % 10 != 0 else { return Wording("\(whole) \(unit)", en: "\(whole) \(unit)") }
    let rest = abs(tenths) % 10
    return Wording("\(whole),\(rest) \(unit)", en: "\(whole).\(rest) \(unit)")
}

/// A range in messages: `13–14 pt`.
func measure(_ range: ClosedRange<Double>, _ unit: String) -> Wording {
    guard range.lowerBound != range.upperBound else { return measure(range.lowerBound, unit) }
    let from = measure(range.lowerBound, "")
    let to = measure(range.upperBound, unit)
    return Wording(
        "\(from.vietnamese.dropLast())–\(to.vietnamese)", en: "\(from.english.dropLast())–\(to.english)")
}

extension Wording {
    /// With the list that says so, where one of an office's own does.
    func by(_ source: String?) -> Wording {
        guard let source else { return self }
        return Wording("\(vietnamese) (\(source))", en: "\(english) (\(source))")
    }
}

/// Several wordings in one, with commas between.
func joined(_ words: [Wording]) -> Wording {
    Wording(words.map(\.vietnamese).joined(separator: ", "), en: words.map(\.english).joined(separator: ", "))
}

extension ParagraphFormat.Alignment {
    /// As messages say it.
    var name: Wording {
        switch self {
        case .left: Wording("căn trái", en: "aligned left")
        case .centre: Wording("căn giữa", en: "centred")
        case .right: Wording("căn phải", en: "aligned right")
        case .justified: Wording("căn đều hai lề", en: "justified")
        }
    }
}
