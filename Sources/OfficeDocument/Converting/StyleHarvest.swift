/// The paragraph styles of a document that was read: each has the look that most of its paragraphs have.
struct StyleHarvest {
    /// The first is the root.
    let all: [ParagraphStyle]
    let defaults: Document.Defaults
    private let byKey: [String: ParagraphStyle]

    /// The id of the style of paragraphs that name none.
    var root: String? { all.first?.id }

    /// What one style's paragraphs look like.
    private struct Uses {
        var name: String
        var formats: [ParagraphFormat] = []
        var looks: [(format: CharacterFormat, letters: Int)] = []
        var marks: [CharacterFormat] = []
    }

    init(of document: ReadDocument) {
        var uses: [String: Uses] = [:]
        var order: [String] = []
        for paragraph in Self.paragraphs(of: document) {
            let key = paragraph.styleID ?? ""
            if uses[key] == nil {
                order.append(key)
                uses[key] = Uses(name: paragraph.styleName ?? paragraph.styleID ?? "Normal")
            }
            uses[key]?.formats.append(ParagraphFormat(paragraph.format, in: document.format))
            uses[key]?.looks += paragraph.runs.map { (CharacterFormat($0.format), $0.typedText.utf8.count) }
            uses[key]?.marks.append(CharacterFormat(paragraph.mark))
        }
        let everything = uses.values.flatMap(\.looks)
        defaults = Document.Defaults(
            font: Self.commonest(everything) { $0.font } ?? "Times New Roman",
            size: Self.commonest(everything) { $0.size } ?? 14)

        let rootKey = order.first { ["normal", "standard", ""].contains(uses[$0]?.name.lowercased() ?? "") }
        var taken: Set<String> = []
        var styles: [ParagraphStyle] = []
        var byKey: [String: ParagraphStyle] = [:]
        for key in [rootKey ?? ""] + order.filter({ $0 != rootKey }) {
            guard let use = uses[key] else {
                // No paragraph has the style that paragraphs without one have.
                let root = ParagraphStyle(
                    id: Self.free("Normal", &taken), name: "Normal", paragraph: ParagraphFormat(),
                    character: CharacterFormat(weight: .regular, slant: .upright))
                styles.append(root)
                continue
            }
            // The root has this name in Word; OpenDocument's own is written for it there.
            let isRoot = styles.isEmpty
            let style = ParagraphStyle(
                id: Self.free(isRoot ? "Normal" : key, &taken), name: isRoot ? "Normal" : use.name, base: nil,
                paragraph: Self.format(use.formats, isRoot: isRoot),
                character: Self.look(use, defaults, isRoot: isRoot))
            styles.append(style)
            byKey[key] = style
        }
        all = styles.enumerated().map { index, style in
            var style = style
            if index > 0 { style.base = styles[0].id }
            return style
        }
        self.byKey = byKey
    }

    func style(of paragraph: ReadParagraph) -> ParagraphStyle { byKey[paragraph.styleID ?? ""] ?? all[0] }

    /// Those of headers and shapes too.
    private static func paragraphs(of document: ReadDocument) -> [ReadParagraph] {
        document.paragraphs
            + document.sections.flatMap { section in
                (section.headers.sorted { $0.key.rawValue < $1.key.rawValue }
                    + section.footers.sorted { $0.key.rawValue < $1.key.rawValue }).flatMap {
                        $0.value.blocks.paragraphs
                    }
            }
    }

    /// What a paragraph cannot take back from its style stands in the style only when all of them have it.
    ///
    /// The root has no such thing at all: every other style would inherit it.
    private static func format(_ formats: [ParagraphFormat], isRoot: Bool) -> ParagraphFormat {
        func most<Value: Hashable>(_ path: KeyPath<ParagraphFormat, Value?>) -> Value? {
            Conversion.mode(formats.compactMap { $0[keyPath: path] })
        }
        func all<Value: Hashable>(_ path: KeyPath<ParagraphFormat, Value?>) -> Value? {
            guard !isRoot else { return nil }
            let values = Set(formats.map { $0[keyPath: path] })
            return values.count == 1 ? values.first ?? nil : nil
        }
        func on(_ path: KeyPath<ParagraphFormat, Bool?>) -> Bool? {
            !isRoot && most(path) == true ? true : nil
        }
        return ParagraphFormat(
            alignment: most(\.alignment), leftIndent: most(\.leftIndent), rightIndent: most(\.rightIndent),
            firstLineIndent: most(\.firstLineIndent), spaceBefore: most(\.spaceBefore),
            spaceAfter: most(\.spaceAfter), lineSpacing: most(\.lineSpacing),
            keepsWithNext: on(\.keepsWithNext), staysWhole: on(\.staysWhole), topBorder: all(\.topBorder),
            bottomBorder: all(\.bottomBorder), outlineLevel: all(\.outlineLevel))
    }

    private static func look(_ use: Uses, _ defaults: Document.Defaults, isRoot: Bool) -> CharacterFormat {
        let looks = use.looks.isEmpty ? use.marks.map { ($0, 1) } : use.looks
        return CharacterFormat(
            font: commonest(looks) { $0.font } ?? defaults.font,
            size: commonest(looks) { $0.size } ?? defaults.size, weight: commonest(looks) { $0.weight },
            slant: commonest(looks) { $0.slant },
            // What is rare is said where it is.
            underline: isRoot ? nil : commonest(looks) { $0.underline }.flatMap { $0 == .present ? $0 : nil })
    }

    /// The value most letters have.
    private static func commonest<Value: Hashable>(
        _ looks: [(format: CharacterFormat, letters: Int)], _ value: (CharacterFormat) -> Value?
    ) -> Value? {
        var counts: [Value: Int] = [:]
        var order: [Value] = []
        for look in looks {
            guard let value = value(look.format) else { continue }
            if counts[value] == nil { order.append(value) }
            counts[value, default: 0] += max(1, look.letters)
        }
        let most = counts.values.max()
        return order.first { counts[$0] == most }
    }

    /// ASCII letters and digits that no other style has.
    private static func free(_ wanted: String, _ taken: inout Set<String>) -> String {
        let letters = wanted.unicodeScalars.filter {
            $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil)
        }
        // An XML name does not begin with a digit.
        let isName = letters.first?.properties.isAlphabetic == true
        let stem = (isName ? "" : "Style") + String(String.UnicodeScalarView(letters))
        var id = stem
        var number = 1
        while !taken.insert(id.lowercased()).inserted {
            number += 1
            id = "\(stem)\(number)"
        }
        return id
    }
}
