internal import OfficePackage
internal import XMLTree

/// The lists of a Word document and how far each has counted.
struct WordNumbering {
    private var lists: [String: List] = [:]
    private var definitions: [String: [Int: Level]] = [:]
    private var counters: [String: [Int: Int]] = [:]
    private var restarted: Set<String> = []

    struct Level {
        var format: NumberingFormat
        var text: String
        var start: Int
        var restartAfter: Int?
        var separator: ListLabel.Separator
        var isLegal: Bool
        var linkedStyle: String?
        /// Its `w:pPr` and `w:rPr`.
        var paragraph: Element?
        var character: Element?
    }

    private struct List {
        var definition: String
        var startOverrides: [Int: Int]
        var levelOverrides: [Int: Level]
    }

    init(_ root: Element?) {
        guard let root else { return }
        var styleLinks: [String: String] = [:]
        var linkedDefinitions: [String: String] = [:]
        for case .element(let element) in root.children where element.isWord("abstractNum") {
            guard let id = element.wordAttribute("abstractNumId") else { continue }
            if let style = element.word("styleLink")?.value { styleLinks[style] = id }
            if let style = element.word("numStyleLink")?.value { linkedDefinitions[id] = style }
            var levels: [Int: Level] = [:]
            for case .element(let child) in element.children where child.isWord("lvl") {
                guard let index = Self.index(child) else { continue }
                levels[index] = Level(child)
            }
            definitions[id] = levels
        }
        for (id, style) in linkedDefinitions {
            if let target = styleLinks[style], let levels = definitions[target] { definitions[id] = levels }
        }
        for case .element(let element) in root.children where element.isWord("num") {
            guard let id = element.wordAttribute("numId"), let target = element.word("abstractNumId")?.value
            else { continue }
            var list = List(definition: target, startOverrides: [:], levelOverrides: [:])
            for case .element(let child) in element.children where child.isWord("lvlOverride") {
                guard let index = Self.index(child) else { continue }
                if let start = child.word("startOverride")?.value.flatMap({ Int($0) }) {
                    list.startOverrides[index] = start
                }
                if let level = child.word("lvl") { list.levelOverrides[index] = Level(level) }
            }
            lists[id] = list
        }
    }

    private static func index(_ element: Element) -> Int? {
        element.wordAttribute("ilvl").flatMap { Int($0) }.flatMap { (0..<9).contains($0) ? $0 : nil }
    }

    func level(_ index: Int, of list: String) -> Level? {
        guard let list = lists[list] else { return nil }
        return list.levelOverrides[index] ?? definitions[list.definition]?[index]
    }

    /// Lists made of one definition count together.
    func key(of list: String) -> String {
        guard let own = lists[list], own.levelOverrides.isEmpty else { return "list \(list)" }
        return own.definition
    }

    /// The levels of a list that both formats can say.
    func definition(of list: String, theme: WordTheme) -> ListDefinition {
        var definition = ListDefinition(levels: [:])
        for index in 0..<9 {
            guard let level = level(index, of: list), let plain = level.plain(at: index + 1, theme) else {
                continue
            }
            definition.levels[index + 1] = plain
        }
        return definition
    }

    /// The level that is tied to a paragraph style.
    func level(linkedTo style: String, of list: String) -> Int? {
        (0..<9).first { level($0, of: list)?.linkedStyle == style }
    }

    /// Counts one more paragraph at a level of a list; nil when there is no such list.
    mutating func count(_ index: Int, of listID: String) -> (text: String, value: Int, level: Level)? {
        guard let list = lists[listID], let level = level(index, of: listID) else { return nil }
        var counts = counters[list.definition] ?? [:]
        if restarted.insert(listID).inserted {
            for (overridden, start) in list.startOverrides { counts[overridden] = Self.before(start) }
        }
        let current = counts[index] ?? Self.before(list.startOverrides[index] ?? level.start)
        let value = current < Int(Int32.max) ? current + 1 : current
        counts[index] = value
        for deeper in (index + 1)..<max(9, index + 2) {
            let restart = self.level(deeper, of: listID)?.restartAfter
            // 0 never restarts; n restarts after level n (from 1) or a higher one.
            if let restart, restart == 0 || index >= restart { continue }
            counts[deeper] = nil
        }
        counters[list.definition] = counts
        return (label(level, listID, counts), value, level)
    }

    private static func before(_ start: Int) -> Int { max(Int(Int32.min), min(start, Int(Int32.max))) - 1 }

    private func label(_ level: Level, _ list: String, _ counts: [Int: Int]) -> String {
        if level.format == .bullet { return SymbolFont.text(of: level.text) }
        var text = ""
        var takesIndex = false
        for character in level.text {
            if takesIndex, let digit = character.wholeNumberValue, (1...9).contains(digit) {
                let other = self.level(digit - 1, of: list)
                let value = counts[digit - 1] ?? lists[list]?.startOverrides[digit - 1] ?? other?.start ?? 1
                let format = level.isLegal ? NumberingFormat.decimal : other?.format ?? .decimal
                text += format.text(of: value) ?? String(value)
                takesIndex = false
            } else if character == "%", !takesIndex {
                takesIndex = true
            } else {
                if takesIndex { text += "%" }
                takesIndex = false
                text.append(character)
            }
        }
        return text
    }
}

extension WordNumbering.Level {
    /// The level in terms of both formats; nil where one of them cannot say it.
    fileprivate func plain(at number: Int, _ theme: WordTheme) -> ListLevel? {
        var level = ListLevel(format)
        level.start = start
        level.separator = separator
        var setting = ParagraphFormat()
        setting.read(word: paragraph, theme: theme)
        level.leftIndent = setting.leftIndent
        level.firstLineIndent = setting.firstLineIndent
        level.character.read(word: character, theme: theme)
        if format == .bullet {
            level.bullet = SymbolFont.text(of: text)
            level.character.takeLettersOfText(for: level.bullet ?? "")
        } else if !level.setText(text, level: number) {
            return nil
        }
        return level.isSayable && !isLegal ? level : nil
    }

    init(_ element: Element) {
        format = NumberingFormat(word: element.word("numFmt")?.value ?? "decimal")
        text = element.word("lvlText")?.value ?? ""
        start = element.word("start")?.value.flatMap { Int($0) } ?? 0
        restartAfter = element.word("lvlRestart")?.value.flatMap { Int($0) }
        separator = element.word("suff")?.value.flatMap(ListLabel.Separator.init(rawValue:)) ?? .tab
        isLegal = element.word("isLgl")?.isOn ?? false
        linkedStyle = element.word("pStyle")?.value
        paragraph = element.word("pPr")
        character = element.word("rPr")
    }
}

extension NumberingFormat {
    /// The format WordprocessingML calls by this name.
    init(word name: String) {
        switch name {
        case "decimal": self = .decimal
        case "decimalZero": self = .decimalWithZero
        case "upperRoman": self = .upperRoman
        case "lowerRoman": self = .lowerRoman
        case "upperLetter": self = .upperLetter
        case "lowerLetter": self = .lowerLetter
        case "bullet": self = .bullet
        case "none": self = .none
        default: self = .other(name)
        }
    }

    /// What WordprocessingML calls it.
    var word: String {
        switch self {
        case .decimal: "decimal"
        case .decimalWithZero: "decimalZero"
        case .upperRoman: "upperRoman"
        case .lowerRoman: "lowerRoman"
        case .upperLetter: "upperLetter"
        case .lowerLetter: "lowerLetter"
        case .bullet: "bullet"
        case .none: "none"
        case .other(let name): name
        }
    }
}
