internal import OfficePackage
internal import XMLTree

/// How one level of a list is numbered and set.
struct OpenDocumentListLevel {
    var format: NumberingFormat
    var bullet: String?
    var prefix = ""
    var suffix = ""
    /// The label as a pattern, `%1%.%2%`, where the file gives one; it goes before prefix and suffix.
    var pattern: String?
    var displayLevels = 1
    var start = 1
    var separator = ListLabel.Separator.tab
    var left: Length?
    var firstLine: Length?
    var textStyle: String?
    let element: Element

    static func levels(of list: Element) -> [Int: OpenDocumentListLevel] {
        var levels: [Int: OpenDocumentListLevel] = [:]
        for element in list.elements {
            guard let number = element.text("level").flatMap({ Int($0) }), (1...10).contains(number) else {
                continue
            }
            levels[number] = OpenDocumentListLevel(element)
        }
        return levels
    }

    /// The level in terms of both formats, with what its number looks like; nil where one of them cannot say it.
    func plain(at number: Int, _ character: CharacterFormat) -> ListLevel? {
        var level = ListLevel(format)
        level.start = start
        level.separator = separator
        level.leftIndent = left
        level.firstLineIndent = firstLine
        level.character = character
        if format == .bullet {
            level.bullet = bullet
            level.character.takeLettersOfText(for: bullet ?? "")
        } else if let pattern {
            let numbers = pattern.split(separator: "%", omittingEmptySubsequences: false)
            // Every second piece is the number of a level.
            let text = numbers.enumerated().map { $0.isMultiple(of: 2) ? String($1) : "%\($1)" }.joined()
            guard level.setText(text, level: number) else { return nil }
        } else {
            (level.prefix, level.suffix, level.shownLevels) = (prefix, suffix, displayLevels)
        }
        return level.isSayable && number <= 9 ? level : nil
    }

    private init(_ element: Element) {
        self.element = element
        if element.name.local.hasSuffix("bullet") {
            format = .bullet
            bullet = element.text("bullet-char").map(SymbolFont.text)
        } else {
            format = NumberingFormat(openDocument: element.style("num-format") ?? "")
        }
        prefix = element.style("num-prefix") ?? ""
        suffix = element.style("num-suffix") ?? ""
        pattern = element.value("num-list-format")
        displayLevels = element.text("display-levels").flatMap { Int($0) }.map { min(max($0, 1), 10) } ?? 1
        start = element.text("start-value").flatMap { Int($0) } ?? 1
        textStyle = element.text("style-name")
        let properties = element.child("list-level-properties", in: OpenDocumentNames.style)
        if let alignment = properties?.child("list-level-label-alignment", in: OpenDocumentNames.style) {
            left = alignment.fo("margin-left").flatMap { Measure.length($0) }
            firstLine = alignment.fo("text-indent").flatMap { Measure.length($0) }
            switch alignment.text("label-followed-by") {
            case "space"?: separator = .space
            case "nothing"?: separator = .nothing
            default: separator = .tab
            }
        } else if let properties {
            let space = properties.text("space-before").flatMap { Measure.length($0) } ?? .zero
            let width = properties.text("min-label-width").flatMap { Measure.length($0) } ?? .zero
            left = space + width
            firstLine = -width
        }
    }
}

extension NumberingFormat {
    /// The format OpenDocument writes as its first number.
    init(openDocument sample: String) {
        switch sample {
        case "1": self = .decimal
        case "I": self = .upperRoman
        case "i": self = .lowerRoman
        case "A": self = .upperLetter
        case "a": self = .lowerLetter
        case "": self = .none
        case "01": self = .decimalWithZero
        default: self = .other(sample)
        }
    }

    /// Its first number, where every program counts on alike; nil where not.
    var openDocument: String? {
        switch self {
        case .decimal: "1"
        case .upperRoman: "I"
        case .lowerRoman: "i"
        case .upperLetter: "A"
        case .lowerLetter: "a"
        case .none: ""
        case .decimalWithZero, .bullet, .other: nil
        }
    }
}

/// How far the lists of a part have counted.
struct OpenDocumentListCounters {
    private var counts: [String: [Int: Int]] = [:]

    /// Begins a list anew.
    mutating func restart(_ list: String, from level: Int) {
        counts[list] = (counts[list] ?? [:]).filter { $0.key < level }
    }

    /// Continues the numbers of another list.
    mutating func take(from other: String, to list: String) { counts[list] = counts[other] }

    /// Counts one more item; the label with all the levels it shows, and the item's own number.
    mutating func count(_ level: Int, of list: String, start: Int?, levels: [Int: OpenDocumentListLevel]) -> (
        text: String, value: Int
    )? {
        guard let own = levels[level] else { return nil }
        var numbers = counts[list] ?? [:]
        let next = (numbers[level] ?? Self.clamped(own.start) - 1) + 1
        let value = Self.clamped(start ?? next)
        numbers[level] = value
        for deeper in numbers.keys where deeper > level { numbers[deeper] = nil }
        counts[list] = numbers
        if own.format == .bullet { return (own.bullet ?? "•", value) }
        if let pattern = own.pattern { return (Self.label(pattern, numbers, levels), value) }
        guard own.format != .none else { return (own.prefix + own.suffix, value) }
        let shown = max(1, level - own.displayLevels + 1)...level
        let texts = shown.compactMap { index -> String? in
            let format = levels[index]?.format ?? .decimal
            let number = numbers[index] ?? levels[index]?.start ?? 1
            let text = format.text(of: number) ?? String(number)
            return text.isEmpty ? nil : text
        }
        return (own.prefix + texts.joined(separator: ".") + own.suffix, value)
    }

    private static func clamped(_ number: Int) -> Int { min(max(number, -1_000_000), 1_000_000_000) }

    /// `%1%.%2%.`: each number between percent signs stands for that level's count.
    private static func label(
        _ pattern: String, _ numbers: [Int: Int], _ levels: [Int: OpenDocumentListLevel]
    ) -> String {
        var text = ""
        var index: String?
        for character in pattern {
            if character == "%" {
                if let digits = index {
                    if let level = Int(digits), let format = levels[level]?.format {
                        let number = numbers[level] ?? levels[level]?.start ?? 1
                        text += format.text(of: number) ?? String(number)
                    }
                    index = nil
                } else {
                    index = ""
                }
            } else if index != nil {
                index?.append(character)
            } else {
                text.append(character)
            }
        }
        return text
    }
}
