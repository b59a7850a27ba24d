internal import OfficePackage
internal import XMLTree

/// The two kinds of list that rich text has, as definitions of WordprocessingML.
enum WordLists {
    static let levelCount = 9

    /// Twentieths of a point from the left to the text.
    static func indent(ofLevel level: Int) -> Int { 720 + 360 * level }

    /// A definition with dashes, or with numbers.
    static func definition(_ id: Int, isNumbered: Bool) -> Element {
        var definition = Element.word(
            "abstractNum", ["abstractNumId": "\(id)"], [.word("multiLevelType", ["val": "hybridMultilevel"])])
        for level in 0..<levelCount {
            let bullet = ["-", "+", "•"][level % 3]
            let (format, mark): (RichNumbering, String) =
                switch level % 3 {
                case 0: (.decimal, ".")
                case 1: (.lowerLetter, ")")
                default: (.lowerRoman, ".")
                }
            definition.children.append(
                .element(
                    isNumbered
                        ? self.level(level, format.word, "%\(level + 1)\(mark)")
                        : self.level(level, "bullet", bullet)))
        }
        return definition
    }

    private static func level(_ level: Int, _ format: String, _ text: String) -> Element {
        let indent = Element.word("ind", ["left": "\(indent(ofLevel: level))", "hanging": "360"])
        return .word(
            "lvl", ["ilvl": "\(level)"],
            [
                .word("start", ["val": "1"]), .word("numFmt", ["val": format]),
                .word("lvlText", ["val": text]), .word("lvlJc", ["val": "left"]), .word("pPr", [:], [indent]),
            ])
    }

    /// One list of a document: it counts for itself, and may write its numbers in a way of its own.
    static func list(_ id: Int, definition: Int, level: Int, start: Int, format: RichNumbering?) -> Element {
        let own = format.map { [self.level(level, $0.word, "%\(level + 1).")] } ?? []
        return .word(
            "num", ["numId": "\(id)"],
            [
                .word("abstractNumId", ["val": "\(definition)"]),
                .word(
                    "lvlOverride", ["ilvl": "\(level)"], [.word("startOverride", ["val": "\(start)"])] + own),
            ])
    }
}
