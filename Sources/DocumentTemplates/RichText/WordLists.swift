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
            let (format, mark) =
                switch level % 3 {
                case 0: ("decimal", "%\(level + 1).")
                case 1: ("lowerLetter", "%\(level + 1))")
                default: ("lowerRoman", "%\(level + 1).")
                }
            let settings = Element.word(
                "pPr", [:], [.word("ind", ["left": "\(indent(ofLevel: level))", "hanging": "360"])])
            definition.children.append(
                .element(
                    .word(
                        "lvl", ["ilvl": "\(level)"],
                        [
                            .word("start", ["val": "1"]),
                            .word("numFmt", ["val": isNumbered ? format : "bullet"]),
                            .word("lvlText", ["val": isNumbered ? mark : bullet]),
                            .word("lvlJc", ["val": "left"]), settings,
                        ])))
        }
        return definition
    }

    /// One list of a document: it counts for itself.
    static func list(_ id: Int, definition: Int, level: Int, start: Int) -> Element {
        .word(
            "num", ["numId": "\(id)"],
            [
                .word("abstractNumId", ["val": "\(definition)"]),
                .word("lvlOverride", ["ilvl": "\(level)"], [.word("startOverride", ["val": "\(start)"])]),
            ])
    }
}
