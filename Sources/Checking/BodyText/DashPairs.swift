internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check { static let dashPairs = document([.dashMixed]) { $0.checkDashPairs(&$1) } }

extension Rule {
    static let dashMixed = Rule(
        "format.dash-mixed", "B06", .note, .byHand, .custom,
        "Cùng hai từ nối với nhau (kinh tế - xã hội) thì cùng một dấu nối trong cả văn bản. Chỉ báo khi đúng hai từ ấy, hay “… - xã hội”, “… - an ninh”, có cả - và –.",
        en:
            "The same two words are joined by the same mark throughout. Told only of the very same words, or of “… - xã hội” and “… - an ninh”, that stand with - and with –.",
        right: "kinh tế - xã hội, văn hóa - xã hội", wrong: "kinh tế - xã hội, văn hóa – xã hội")
}

extension CheckContext {
    func checkDashPairs(_ log: inout FindingLog) {
        let joined = runningLines.filter { DashPairs.mayStand(in: lines[$0].text) }
        // Nearly every document has one of the dashes alone.
        guard joined.contains(where: { lines[$0].text.hasBytes(of: " – ") }) else { return }
        var uses: [String: [(dash: String, written: String, line: Int)]] = [:]
        for index in joined
        where structure.components[index] != .legalBasis && !YearSpans.cites(lines[index].text) {
            for pair in DashPairs.all(in: TextScalars(lines[index].trimmed)) {
                uses[pair.key, default: []].append((pair.dash, pair.written, index))
            }
        }
        for (_, places) in uses.sorted(by: { ($0.value[0].line, $0.key) < ($1.value[0].line, $1.key) }) {
            let usual = Frequent.only(of: places.map(\.dash))
            let other = places.first { $0.dash == usual } ?? places[0]
            let odd = places.filter { $0.dash != other.dash }
            guard !odd.isEmpty else { continue }
            log.add(
                .dashMixed, structure.components[odd[0].line], lines[odd[0].line],
                found: Wording(
                    "“\(odd[0].written)”, chỗ khác “\(other.written)”",
                    en: "“\(odd[0].written)”, elsewhere “\(other.written)”"),
                right: usual.map { Wording("dấu “\($0)” ở mọi chỗ", en: "“\($0)” throughout") }
                    ?? Wording("một dấu ở mọi chỗ", en: "one mark throughout"),
                further: odd.dropFirst().map { lines[$0.line] })
        }
    }
}

/// Words joined by a dash with a blank on both sides.
enum DashPairs {
    static func mayStand(in text: String) -> Bool { text.hasBytes(of: " - ") || text.hasBytes(of: " – ") }

    /// What joins, the words beside it, and by what they are known again.
    static func all(in letters: TextScalars) -> [(key: String, dash: String, written: String)] {
        letters.trimmed.compactMap { place in
            guard letters.scalars[place] == "-" || letters.scalars[place] == "–", letters[place - 1] == " ",
                letters[place + 1] == " ", letters[place - 2]?.isLetter == true,
                letters[place + 2]?.isLetter == true
            else { return nil }
            let left = words(before: place - 1, letters)
            let right = words(from: place + 2, letters)
            guard left.count == 2, right.count == 2 else { return nil }
            let (one, other) = (left.joined(separator: " "), right.joined(separator: " "))
            let known = fields.contains(other) ? other : [one, other].sorted().joined(separator: " - ")
            return (known, String(letters.scalars[place]), "\(one) \(letters.scalars[place]) \(other)")
        }
    }

    private static let fields: Set<String> = ["xã hội", "an ninh"]

    private static func words(from place: Int, _ letters: TextScalars) -> [String] {
        let first = place..<letters.end(from: place) { $0.isLetter }
        guard letters[first.upperBound] == " " else { return [letters[first]] }
        let second = first.upperBound + 1..<letters.end(from: first.upperBound + 1) { $0.isLetter }
        return second.isEmpty ? [letters[first]] : [letters[first], letters[second]]
    }

    private static func words(before place: Int, _ letters: TextScalars) -> [String] {
        var start = place
        while start > 0, letters.scalars[start - 1].isLetter { start -= 1 }
        let second = start..<place
        guard letters[start - 1] == " " else { return [letters[second]] }
        let end = start - 1
        start = end
        while start > 0, letters.scalars[start - 1].isLetter { start -= 1 }
        return start == end ? [letters[second]] : [letters[start..<end], letters[second]]
    }
}
