/// The years that a document calls its own, and those they become in another year.
struct OwnYears {
    /// One year; two of a school year, of a report that says what the next brings, of a document of the January after; or all of a period.
    let own: ClosedRange<Int>
    /// The one of them that becomes `to`.
    let base: Int
    let to: Int
    /// Whether the plan is of a period of several years, such as 2026 - 2030.
    let isPeriod: Bool

    /// The base is the first of them where it is not said.
    init(_ own: ClosedRange<Int>, base: Int? = nil, to: Int, isPeriod: Bool = false) {
        (self.own, self.base, self.to, self.isPeriod) = (own, base ?? own.lowerBound, to, isPeriod)
    }

    var difference: Int { to - base }

    /// Where a text stands decides what the years around the own one mean.
    enum Place { case heading, text }

    /// Which years a part of the document speaks of.
    enum View {
        case own
        /// It looks back on the year before.
        case review
        /// It says what the year after brings.
        case outlook
    }

    private var before: Int { own.lowerBound - 1 }
    private var after: Int { own.upperBound + 1 }

    /// What the text below a heading speaks of; nil where the heading says nothing of it.
    func view(below heading: String) -> View? {
        let mentions = YearMention.all(in: heading)
        let years = mentions.filter { $0.role == .plain }.map(\.year)
        if years.contains(before) || isPeriod && mentions.period == previousPeriod { return .review }
        if years.contains(where: own.contains) { return .own }
        return years.contains(after) ? .outlook : nil
    }

    /// The period before, of as many years.
    private var previousPeriod: ClosedRange<Int> { own.lowerBound - own.count...own.lowerBound - 1 }

    /// What became of a text.
    struct Moved {
        var text: String
        /// The first year that stayed because nothing is sure of it.
        var left: Int?
        /// The words around each year that was changed and stands for more than the plan's year alone: a day, a month, what is held in it.
        var changed: [String] = []
    }

    /// The text in the new years.
    func moved(_ text: String, _ place: Place, _ view: View) -> Moved {
        let mentions = YearMention.all(in: text)
        guard !mentions.isEmpty else { return Moved(text: text) }
        var letters = Array(text)
        var result = Moved(text: text)
        let meanings = meanings(of: mentions, in: letters, place, view)
        for (mention, meaning) in zip(mentions, meanings) {
            switch meaning {
            case .sure: letters.replaceSubrange(mention.range, with: Array("\(mention.year + difference)"))
            case .unsure: result.left = result.left ?? mention.year
            case .other: break
            }
        }
        if place == .text {
            for (mention, meaning) in zip(mentions, meanings)
            where meaning == .sure && !isObvious(mention, in: letters) {
                result.changed.append(Self.words(around: mention.range, in: letters))
            }
        }
        result.text = String(letters)
        return result
    }

    private func meanings(of mentions: [YearMention], in letters: [Character], _ place: Place, _ view: View)
        -> [Meaning]
    {
        let periods = isPeriod ? periods(in: mentions, place, view) : []
        var meanings = mentions.indices.map { index in
            periods.contains(index) ? .sure : meaning(of: mentions[index], place, view)
        }
        // Of two days that are the ends of one stretch none moves without the other.
        for index in mentions.indices.dropFirst()
        where Self.isStretch(letters[mentions[index - 1].range.upperBound..<mentions[index].range.lowerBound])
        {
            let ends = [index - 1, index]
            guard ends.contains(where: { meanings[$0] != .sure }) else { continue }
            for end in ends where meanings[end] == .sure { meanings[end] = .unsure }
        }
        return meanings
    }

    /// Whether what stands between two years makes them the ends of a stretch of days: ` - 01/7/`, ` đến hết ngày 31 tháng 01 năm `.
    private static func isStretch(_ between: ArraySlice<Character>) -> Bool {
        let words = String(between).lowercased().drop { $0.isWhitespace }
        guard let mark = ["-", "–", "đến "].first(where: words.hasPrefix) else { return false }
        let day = words.dropFirst(mark.count).split { $0.isWhitespace || "/-.".contains($0) }
        return day.allSatisfy { $0.allSatisfy(\.isNumber) || ["hết", "ngày", "tháng", "năm"].contains($0) }
            && day.contains { $0.allSatisfy(\.isNumber) }
    }

    /// Whether a year that was changed is the plan's own and no more: `năm 2026` at the beginning, `trong năm 2026`, `Kế hoạch năm 2026`.
    private func isObvious(_ mention: YearMention, in letters: [Character]) -> Bool {
        guard mention.role == .plain || mention.role == .schoolYear else { return mention.role == .span }
        let before = String(letters[..<mention.range.lowerBound].suffix(24)).lowercased()
        guard before.hasSuffix("năm ") || before.hasSuffix("năm học ") || mention.isEndOfSpan else {
            return false
        }
        let ahead = before.dropLast("năm ".count)
        return mention.role == .schoolYear || ahead.allSatisfy { !$0.isLetter && !$0.isNumber }
            || ["trong ", "kế hoạch ", "chương trình ", "dự toán ", "kinh phí "].contains {
                ahead.hasSuffix($0)
            }
    }

    /// The words around a year, cut between words.
    private static func words(around year: Range<Int>, in letters: [Character]) -> String {
        let limit = 40
        var start = max(0, year.lowerBound - limit)
        if start > 0 { start = letters[start..<year.lowerBound].firstIndex(of: " ").map { $0 + 1 } ?? start }
        return (start > 0 ? "…" : "") + String(letters[start..<year.upperBound])
    }

    private enum Meaning { case sure, unsure, other }

    private func meaning(of mention: YearMention, _ place: Place, _ view: View) -> Meaning {
        let year = mention.year
        if mention.role == .schoolYear {
            // Both ends of the plan's own school year, or of the one before it in a heading.
            let first = mention.isEndOfSpan ? year - 1 : year
            if first == own.lowerBound || first == before && place == .heading { return .sure }
            return first == before ? .unsure : .other
        }
        if mention.role == .act { return .other }
        let isPlain = mention.role == .plain
        if own.contains(year) { return isPlain ? .sure : .unsure }
        switch year {
        case before: return isPlain && !isPeriod && (place == .heading || view == .review) ? .sure : .unsure
        case after where isPlain: return place == .heading || view == .outlook ? .sure : .unsure
        case after where mention.role == .fixedDay || mention.role == .event: return .unsure
        case before - 1 where view == .review: return .unsure
        default: return isPeriod && isPlain && previousPeriod.contains(year) ? .unsure : .other
        }
    }

    /// Both ends of each span that is the plan's own period, or the one before it where that is looked back on.
    private func periods(in mentions: [YearMention], _ place: Place, _ view: View) -> Set<Int> {
        var ends: Set<Int> = []
        for index in mentions.indices.dropFirst() {
            guard let span = YearMention.span(mentions[index - 1], mentions[index]) else { continue }
            if span == own || span == previousPeriod && (place == .heading || view == .review) {
                ends.formUnion([index - 1, index])
            }
        }
        return ends
    }
}

extension YearMention {
    /// The years between two mentions that are the ends of one span.
    static func span(_ first: YearMention, _ last: YearMention) -> ClosedRange<Int>? {
        guard first.role == .span, last.role == .span, first.year < last.year,
            last.range.lowerBound - first.range.upperBound < 10
        else { return nil }
        return first.year...last.year
    }
}

extension [YearMention] {
    /// The first span of years among them.
    var period: ClosedRange<Int>? {
        zip(self, dropFirst()).lazy.compactMap { YearMention.span($0, $1) }.first
    }
}
