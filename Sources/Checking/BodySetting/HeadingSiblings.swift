internal import Diagnostics
internal import Recognition
internal import Regulations

extension Check {
    static let headingSiblings = document([.headingWeights, .numberingMixed]) { $0.checkHeadingSiblings(&$1) }
}

extension Rule {
    static let headingWeights = Rule(
        "format.heading-weights", "B04", .note, .byHand, [Rule.Clause].decree("II.6") + .party("nội dung"),
        "Các tiêu đề cùng cấp in đậm như nhau; khoản có tiêu đề thì tiêu đề đậm. Chỉ báo vài tiêu đề khác hẳn số đông, và khoản có tiêu đề riêng một dòng mà không cái nào đậm.",
        en:
            "Headings of one level are bold alike, and so are titles of clauses. Told only of a few that differ from most of their level, and of clauses with a title on a line of its own of which none is bold.",
        right: "1. Mục đích, 2. Yêu cầu (đều đậm)", wrong: "2. Yêu cầu (không đậm)")

    static let numberingMixed = Rule(
        "format.numbering-mixed", "B07", .note, .byHand, .custom,
        "Trong một dãy tiêu đề, số thứ tự hoặc do máy đánh cả, hoặc gõ tay cả: lẫn hai cách thì thêm bớt một mục là lệch số.",
        en:
            "In a row of headings either the word processor counts or the writer: where both do, one item more or less puts the numbers wrong.",
        right: "I., II., III. đều tự động", wrong: "I., III. tự động, II. gõ tay")
}

extension CheckContext {
    func checkHeadingSiblings(_ log: inout FindingLog) {
        var weights: [FaultyPlace] = []
        for siblings in headingFamilies where siblings.count > 1 {
            let odd = siblings.filter { !lines[$0.line].isBold }
            let isFew = !odd.isEmpty && odd.count * 3 <= siblings.count
            if isFew && siblings[0].level > 1 || areTitledClauses(siblings) {
                weights += odd.map {
                    FaultyPlace(
                        lines[$0.line], Wording("tiêu đề không đậm", en: "a heading that is not bold"))
                }
            }
            if siblings.count > 2, let typed = oddlyNumbered(siblings) {
                log.add(
                    .numberingMixed, nil, lines[typed],
                    found: Wording(
                        "số thứ tự gõ tay giữa các số tự động", en: "a typed number among automatic ones"),
                    right: Wording("một cách trong cả dãy", en: "one way in the whole row"))
            }
        }
        log.add(
            .headingWeights, nil, all: weights,
            right: Wording("đậm như các tiêu đề cùng cấp", en: "bold as the others of its level"))
    }

    /// `1. Mục đích` with text of its own below: a clause with a title, which the decree has bold, though none of them is.
    private func areTitledClauses(_ siblings: [RecognisedHeading]) -> Bool {
        !isParty
            && siblings.allSatisfy { heading in
                guard heading.number == .arabic, !lines[heading.line].isBold,
                    lines[heading.line].trimmed.unicodeScalars.last?.isLetter == true,
                    lines[heading.line].spot.table == nil, !lines[heading.line].isLonger(than: 120)
                else { return false }
                let next = lines[(heading.line + 1)...].firstIndex { !$0.isBlank }
                return next.map { next in
                    [.body, .point].contains(structure.components[next]) && lines[next].isLonger(than: 60)
                } ?? false
            }
    }

    /// A heading with a typed number among automatic ones; `đ)` is typed since word processors don't count it.
    private func oddlyNumbered(_ siblings: [RecognisedHeading]) -> Int? {
        guard siblings.contains(where: \.isAutomatic), siblings[0].number != .letter else { return nil }
        return siblings.first { !$0.isAutomatic }?.line
    }

    /// Headings of one level and way of counting under the same heading, on lines of their own.
    private var headingFamilies: [[RecognisedHeading]] {
        var families: [[RecognisedHeading]] = []
        var open: [Int: [RecognisedHeading]] = [:]
        func close(from level: Int) {
            for key in open.keys.sorted() where key >= level {
                if let family = open.removeValue(forKey: key) { families.append(family) }
            }
        }
        for heading in structure.headings where structure.text.contains(heading.line) {
            close(from: heading.level + 1)
            guard let number = heading.number, !heading.isRunIn, !lines[heading.line].isLonger(than: 150)
            else { continue }
            if let last = open[heading.level]?.last, last.number != number { close(from: heading.level) }
            open[heading.level, default: []].append(heading)
        }
        close(from: 0)
        return families
    }
}
