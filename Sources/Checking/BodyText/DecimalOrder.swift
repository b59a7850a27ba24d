internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

/// Numbers of several levels against each other: the decree has none, but who writes them counts and marks them one way.
extension CheckContext {
    func checkDecimalOrder(_ body: [Int], _ log: inout FindingLog) {
        var last: [Substring]?
        var (stopped, open): ([Int], [Int]) = ([], [])
        for index in body where lines[index].spot.table == nil {
            let text = lines[index].trimmed
            guard let number = DecimalNumber(text) else {
                // A number of one level, a letter, or another kind of heading begins the count anew.
                if text.first?.isNumber == true || HeadingNumber(text.prefix(60))?.isOfItems == false
                    || lines[index].opening.hasPrefix(Self.appendixWord)
                {
                    last = nil
                }
                continue
            }
            if number.parts == last {
                let next =
                    number.parts.dropLast().joined(separator: ".")
                    + ".\((Int(number.parts.last ?? "") ?? 0) + 1)."
                log.add(
                    .numberingRepeat, structure.components[index], lines[index],
                    found: Wording("“\(number.written)” hai lần", en: "“\(number.written)” twice"),
                    right: Wording(next, en: next))
            }
            last = number.parts
            if number.written.hasSuffix(".") { stopped.append(index) } else { open.append(index) }
        }
        guard let first = open.first, let number = DecimalNumber(lines[first].trimmed),
            stopped.count >= Self.usualStops && stopped.count > open.count
                || open.count == 1 && stopped.contains(where: { isBeside(number, $0) })
        else { return }
        log.add(
            .numberingStyle, structure.components[first], lines[first],
            found: Wording(
                "“\(number.written)” không có dấu chấm sau số", en: "“\(number.written)” without a full stop"),
            right: Wording("\(number.written). như các số khác", en: "\(number.written). as the others"),
            further: open.dropFirst().map { lines[$0] })
    }

    /// Whether a line's number is of the same parent: `8.2.` beside `8.1`.
    private func isBeside(_ number: DecimalNumber, _ index: Int) -> Bool {
        DecimalNumber(lines[index].trimmed).map { $0.parts.dropLast() == number.parts.dropLast() } ?? false
    }

    private static let appendixWord = Normalization.folded("PHỤ LỤC")
    /// So many with a full stop show what the document's way is.
    private static let usualStops = 3
}

/// `3.2.` or `3.2` before a word with a capital.
private struct DecimalNumber {
    let written: Substring
    let parts: [Substring]

    init?(_ text: String) {
        written = text.prefix { $0.isNumber || $0 == "." }
        parts = written.split(separator: ".")
        let rest = text.dropFirst(written.count)
        guard written.first?.isNumber == true, (2...4).contains(parts.count),
            parts.allSatisfy({ $0.count <= 2 }), rest.hasPrefix(" "),
            rest.drop(while: { $0 == " " }).first?.isUppercase == true
        else { return nil }
    }
}

extension HeadingNumber {
    /// Whether it is the sign of a list, which stands below any number.
    fileprivate var isOfItems: Bool { kind == .dash || kind == .plus || kind == .star }
}
