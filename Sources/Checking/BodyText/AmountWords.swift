internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check {
    static let amountWords = lines([.amountMismatch]) { line, _ in AmountWords.faults(in: line.text) }
}

extension Rule {
    static let amountMismatch = Rule(
        "format.amount-mismatch", "B12", .warning, .byHand, .custom,
        "Số tiền bằng số và bằng chữ phải là một.", en: "An amount in figures and in words is the same.",
        right: "1.200.000 đồng (Bằng chữ: Một triệu hai trăm nghìn đồng)",
        wrong: "1.250.000 đồng (Bằng chữ: Một triệu hai trăm nghìn đồng)")
}

/// Amounts in figures with their words behind them.
enum AmountWords {
    private static let label = "bằng chữ"

    static func faults(in letters: TextScalars) -> [TextFault] {
        guard mayName(letters.scalars) else { return [] }
        let lower = Normalization.nfc(letters.text).lowercased()
        guard let (before, after) = parts(of: lower), let figure = figure(endingIn: before),
            let spoken = NumberWords.value(said: after), figure != spoken
        else { return [] }
        let right = NumberWords.sentence(of: figure)
        return [
            letters.fault(
                .amountMismatch, at: letters.trimmed,
                told: Wording(
                    "bằng số \(figure), bằng chữ \(spoken)", en: "\(figure) in figures, \(spoken) in words"),
                right: "hai số như nhau; \(figure) đọc là “\(right)”",
                en: "the same; \(figure) is read “\(right)”")
        ]
    }

    /// The amount that a line says in words alone, behind “bằng chữ” and no figure.
    static func value(saidBy text: String) -> Int? {
        let lower = Normalization.nfc(text).lowercased()
        guard lower.hasBytes(of: label), let (before, after) = parts(of: lower),
            !before.contains(where: \.isNumber)
        else { return nil }
        return NumberWords.value(said: after)
    }

    /// Whether `chữ`, or `đồng (` can stand in it, in composed letters.
    private static func mayName(_ scalars: [Unicode.Scalar]) -> Bool {
        scalars.count > 8
            && (2..<scalars.count).contains { place in
                scalars[place] == "ữ" && scalars[place - 1] == "h" && scalars[place - 2] == "c"
                    || scalars[place] == "(" && scalars[place - 1] == " " && scalars[place - 2] == "g"
            }
    }

    /// What stands before the words, and the words: behind “bằng chữ”, or in a bracket of their own behind `đồng`.
    private static func parts(of text: String) -> (before: Substring, words: Substring)? {
        if let label = text.firstRange(of: label) {
            return (
                text[..<label.lowerBound],
                text[label.upperBound...].prefix { $0 != ")" && $0 != "." && $0 != ";" }
            )
        }
        guard let open = text.firstRange(of: "đồng (") else { return nil }
        let words = text[open.upperBound...].prefix { $0 != ")" }
        let said = words.split(whereSeparator: { !$0.isLetter })
        guard words.endIndex < text.endIndex, said.count > 2, said.last == "đồng",
            said.first.map(NumberWords.beginsNumber) == true
        else { return nil }
        return (text[..<open.upperBound].dropLast(), words)
    }

    /// The whole number the text ends with, before `đồng`; nil where there is none, or more than one could be meant.
    private static func figure(endingIn text: Substring) -> Int? {
        guard let last = text.lastIndex(where: \.isNumber) else { return nil }
        let between = text[text.index(after: last)...].filter(\.isLetter)
        guard ["", "đồng", "đ", "vnđ"].contains(between) else { return nil }
        let number = text[...last].reversed().prefix { $0.isNumber || $0 == "." }.reversed()
        let groups = String(number).split(separator: ".", omittingEmptySubsequences: false)
        guard groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
        let start = text.index(last, offsetBy: 1 - number.count)
        if start > text.startIndex, ",/-".contains(text[text.index(before: start)]) { return nil }
        return Int(groups.joined())
    }
}
