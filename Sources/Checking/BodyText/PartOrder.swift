internal import Diagnostics
internal import Recognition
internal import Regulations

/// Parts and chapters one after the other: who has a second one has a first.
extension CheckContext {
    func checkPartOrder(_ log: inout FindingLog) {
        var last: [HeadingNumber.Kind: Int] = [:]
        for heading in structure.headings {
            guard let kind = heading.number, kind == .part || kind == .chapter,
                let value = HeadingNumber(lines[heading.line].trimmed)?.value
            else { continue }
            if value == 1 || last[kind].map({ value == $0 + 1 }) == true {
                last[kind] = value
            } else if value > 1, let expected = missing(kind, before: heading.line, value, last[kind]) {
                let written = lines[heading.line].trimmed.prefix(Self.shownNumber)
                log.add(
                    .numberingGap, structure.components[heading.line], lines[heading.line],
                    found: Wording("“\(written)”", en: "“\(written)”"),
                    right: Wording("trước đó có \(expected)", en: "\(expected) before it"))
                last[kind] = value
            }
            if kind == .part { last[.chapter] = nil }
        }
    }

    /// The one before that is not there, in words; nil where it may stand in a table or within another line.
    private func missing(_ kind: HeadingNumber.Kind, before line: Int, _ value: Int, _ last: Int?) -> String?
    {
        guard last == nil || value > (last ?? 0) + 1 else { return nil }
        let expected = (last ?? 0) + 1
        let isElsewhere = lines.contains {
            guard let number = HeadingNumber($0.trimmed.prefix(60)) else { return false }
            return number.kind == kind && number.value == expected
        }
        guard !isElsewhere else { return nil }
        return kind == .part ? "phần thứ \(expected)" : "Chương \(expected)"
    }

    private static let shownNumber = 40
}
