/// A list of a document: how each of its levels, from 1, is numbered and set.
package struct ListDefinition: Hashable, Sendable {
    package var levels: [Int: ListLevel]

    package init(levels: [Int: ListLevel]) { self.levels = levels }
}

/// One level of a list, as far as both formats can say it.
package struct ListLevel: Hashable, Sendable {
    package var format: NumberingFormat
    /// What stands in place of a number.
    package var bullet: String?
    package var prefix = ""
    package var suffix = ""
    /// How many levels' numbers are shown with points between them, its own the last.
    package var shownLevels = 1
    package var start = 1
    package var separator = ListLabel.Separator.tab
    package var leftIndent: Length?
    package var firstLineIndent: Length?
    /// What differs in the number from the paragraph.
    package var character = CharacterFormat()

    package init(_ format: NumberingFormat) { self.format = format }

    /// Whether every program counts on in it alike, or it is a bullet of one letter.
    var isSayable: Bool {
        if format == .bullet { return bullet?.unicodeScalars.count == 1 }
        return format.openDocument.map { !$0.isEmpty } ?? false
    }

    /// Reads a label as Word writes it, `%1.%2.`; false where it is not the numbers of the levels up to this one, one after the other.
    mutating func setText(_ pattern: String, level: Int) -> Bool {
        var texts = [""]
        var levels: [Int] = []
        var rest = pattern[...]
        while let first = rest.popFirst() {
            if first == "%", let digit = rest.first?.wholeNumberValue, (1...9).contains(digit) {
                rest.removeFirst()
                levels.append(digit)
                texts.append("")
            } else {
                texts[texts.count - 1].append(first)
            }
        }
        guard levels.last == level, levels == Array((level - levels.count + 1)...level),
            texts.dropFirst().dropLast().allSatisfy({ $0 == "." })
        else { return false }
        (prefix, suffix, shownLevels) = (texts[0], texts[texts.count - 1], levels.count)
        return !(prefix + suffix).contains("%")
    }

    /// The numbers that its label shows, from the highest level.
    func shown(at level: Int) -> ClosedRange<Int> { max(1, level - shownLevels + 1)...level }
}

/// The place of a paragraph in a list of its document.
package struct ListPlace: Hashable, Sendable {
    /// Which of the document's lists.
    package var list: Int
    /// From 1.
    package var level: Int
    /// Its number; nil for a bullet, and in a style.
    package var value: Int?

    package init(list: Int, level: Int, value: Int? = nil) {
        self.list = list
        self.level = level
        self.value = value
    }
}

/// How far the lists of a document have counted while it is written.
struct ListCounts {
    private var counts: [Int: [Int: Int]] = [:]

    /// Counts one more paragraph, whose level begins with `start`, and tells the number it would have of itself.
    mutating func count(_ place: ListPlace, start: Int) -> Int {
        let natural = next(place, start: start)
        var numbers = (counts[place.list] ?? [:]).filter { $0.key < place.level }
        numbers[place.level] = place.value ?? natural
        counts[place.list] = numbers
        return natural
    }

    private func next(_ place: ListPlace, start: Int) -> Int {
        (counts[place.list]?[place.level] ?? start - 1) + 1
    }

    /// The label that the next paragraph will have.
    func label(_ place: ListPlace, in definition: ListDefinition) -> String? {
        guard let level = definition.levels[place.level], level.isSayable else { return nil }
        if level.format == .bullet { return level.bullet }
        var numbers: [String] = []
        for index in level.shown(at: place.level) {
            guard let other = definition.levels[index], other.isSayable, other.format != .bullet else {
                return nil
            }
            let known = counts[place.list]?[index] ?? other.start
            let number = index == place.level ? place.value ?? next(place, start: level.start) : known
            guard let text = other.format.text(of: number) else { return nil }
            numbers.append(text)
        }
        return level.prefix + numbers.joined(separator: ".") + level.suffix
    }
}
