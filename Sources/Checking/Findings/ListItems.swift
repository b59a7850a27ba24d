internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

/// Items of a list, each with a dash before it and a mark after it.
struct ListItems {
    let dash: Rule
    let separator: Rule
    /// What ends an item, and the last of them.
    let between: Character
    let last: Character

    /// What is told where the mark is not there.
    static let noEnd = Wording("thiếu dấu ở cuối", en: "no mark at the end")

    private static let dashes = "-–—•*+".unicodeScalars

    /// The faults of each line; an item may take several.
    func faults(in lines: [String]) -> [[TextFault]] {
        let letters = lines.map { TextScalars($0) }
        var all = Array(repeating: [TextFault](), count: lines.count)
        let items = items(letters)
        var hasDashAbove = false
        for (number, item) in items.enumerated() {
            let first = letters[item.lowerBound]
            // `+` below `-` divides an item further.
            let isPart = hasDashAbove && Self.mark(of: first) == "+"
            if !isPart { hasDashAbove = Self.mark(of: first) == "-" }
            let isLast = number == items.count - 1
            let isClosed = number == 0 || isEnd(Self.end(of: letters[item.lowerBound - 1]))
            if !isPart, let fault = dashFault(first) {
                let isBegun = first[first.trimmed.lowerBound]?.isUpper == true
                let isMark = first[first.trimmed.lowerBound].map(Self.dashes.contains) == true
                all[item.lowerBound].append(isMark || isClosed && isBegun ? fault : fault.byHand)
            }
            let end = letters[item.upperBound - 1]
            // What stands apart on the line belongs to several items, or to another column.
            guard !Self.hasGap(end), !opensFurtherList(number, items, letters) else { continue }
            if let fault = endFault(end, isLast ? last : between) {
                // A colon may lead to what is told apart below it.
                let isNextBegun = isLast || Self.hasDash(letters[item.upperBound]) && Self.end(of: end) != ":"
                all[item.upperBound - 1].append(isNextBegun ? fault : fault.byHand)
            }
        }
        return all
    }

    /// A line without a dash among others with one goes on with the item before, unless that one has ended.
    private func items(_ lines: [TextScalars]) -> [Range<Int>] {
        let isDashed = lines.contains(where: Self.hasDash)
        var items: [Range<Int>] = []
        for (index, line) in lines.enumerated() where !line.trimmed.isEmpty {
            let goesOn =
                isDashed && !Self.hasDash(line) && index > 0
                && (line[line.trimmed.lowerBound]?.isLower == true || !isEnd(Self.end(of: lines[index - 1])))
            if goesOn, let item = items.popLast() {
                items.append(item.lowerBound..<index + 1)
            } else {
                items.append(index..<index + 1)
            }
        }
        return items
    }

    private func isEnd(_ mark: Unicode.Scalar?) -> Bool {
        mark == ";" || mark == "." || mark == between.unicodeScalars.first
    }

    private static func end(of letters: TextScalars) -> Unicode.Scalar? {
        letters[letters.trimmed.upperBound - 1]
    }

    private static func mark(of letters: TextScalars) -> Unicode.Scalar? {
        letters[letters.trimmed.lowerBound].flatMap { dashes.contains($0) ? $0 : nil }
    }

    /// Whether the item ends in a colon and others of another mark follow, which divide it.
    private func opensFurtherList(_ number: Int, _ items: [Range<Int>], _ letters: [TextScalars]) -> Bool {
        guard number + 1 < items.count, Self.end(of: letters[items[number].upperBound - 1]) == ":" else {
            return false
        }
        let own = Self.mark(of: letters[items[number].lowerBound])
        return Self.mark(of: letters[items[number + 1].lowerBound]) != own
    }

    private static func hasDash(_ letters: TextScalars) -> Bool {
        letters[letters.trimmed.lowerBound].map(dashes.contains) == true
    }

    /// Whether something stands apart on the line: a remark beside it, a signature, or words behind a mark that ends an item.
    private static func hasGap(_ letters: TextScalars) -> Bool {
        letters.trimmed.contains { place in
            if letters.scalars[place] == ";", place + 1 < letters.trimmed.upperBound { return true }
            return letters.scalars[place] == "\t"
                || letters.scalars[place].isBlank && letters[place + 1]?.isBlank == true
                    && letters[place + 2]?.isBlank == true
        }
    }

    private func dashFault(_ letters: TextScalars) -> TextFault? {
        let whole = letters.trimmed
        let start = letters.end(from: whole.lowerBound) { Self.dashes.contains($0) || $0.isBlank }
        guard TextLine.trimmed(letters[whole.lowerBound..<start]) != "-" else { return nil }
        let told = start == whole.lowerBound ? Wording("thiếu gạch đầu dòng", en: "no dash") : nil
        return letters.fault(dash, at: whole.lowerBound..<start, told: told, correction: "- ")
    }

    private func endFault(_ letters: TextScalars, _ end: Character) -> TextFault? {
        let whole = letters.trimmed
        let start = letters.end(from: whole.lowerBound) { Self.dashes.contains($0) || $0.isBlank }
        // A remark in brackets may end the item's words; what is wrong is the mark after them.
        var mark = whole.upperBound
        while mark > start, let last = letters[mark - 1], ".;,:/".unicodeScalars.contains(last) { mark -= 1 }
        // Dots are a slot to be filled in, and what ends it stands behind them.
        if letters[mark - 1] == "…" || letters[mark..<whole.upperBound].hasPrefix("..") {
            guard letters[whole.upperBound - 1] != end.unicodeScalars.first else { return nil }
            return letters.fault(
                separator, at: whole.upperBound..<whole.upperBound, told: Self.noEnd, right: String(end),
                en: String(end))
        }
        guard letters[mark..<whole.upperBound] != String(end) else { return nil }
        let told = mark == whole.upperBound ? Self.noEnd : nil
        return letters.fault(separator, at: mark..<whole.upperBound, told: told, correction: String(end))
    }
}
