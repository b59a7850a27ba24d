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
        var formats: [FormatUse<ParagraphFormat>] = []
        var looks: [FormatUse<CharacterFormat>] = []
        var marks: [FormatUse<CharacterFormat>] = []
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
            uses[key]?.formats.append(FormatUse(format: ParagraphFormat(paragraph.format, in: document)))
            uses[key]?.looks += paragraph.runs.map {
                FormatUse(format: CharacterFormat($0.format), weight: max(1, $0.typedText.utf8.count))
            }
            uses[key]?.marks.append(FormatUse(format: CharacterFormat(paragraph.mark)))
        }
        let everything = uses.values.flatMap(\.looks)
        defaults = Document.Defaults(
            font: everything.commonest(\.font) ?? "Times New Roman", size: everything.commonest(\.size) ?? 14)

        let rootKey = order.first { ["normal", "standard", ""].contains(uses[$0]?.name.lowercased() ?? "") }
        // OpenDocument's root is called so, and a second one would be its own parent.
        var taken: Set<String> = ["standard"]
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
            let id = Self.free(isRoot ? "Normal" : key, &taken)
            let isNameTaken = use.name.lowercased() == "standard"
            let style = ParagraphStyle(
                id: id, name: isRoot ? "Normal" : isNameTaken ? id : use.name, base: nil,
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

    /// Those of notes, headers and shapes too.
    private static func paragraphs(of document: ReadDocument) -> [ReadParagraph] {
        document.paragraphs + document.notes.flatMap(\.blocks.paragraphs)
            + document.sections.flatMap { section in
                (section.headers.sorted { $0.key.rawValue < $1.key.rawValue }
                    + section.footers.sorted { $0.key.rawValue < $1.key.rawValue }).flatMap {
                        $0.value.blocks.paragraphs
                    }
            }
    }

    /// What a style says for its uses.
    ///
    /// What a paragraph cannot take back stands in the style only when all of them have it, and never in the root: every other style
    /// would inherit it.
    private static func format<Format: Formatting>(_ uses: [FormatUse<Format>], isRoot: Bool) -> Format {
        var format = Format()
        for row in Format.properties.rows {
            switch row.conversion {
            case .commonest: row.takeCommonest(uses, &format)
            case .switchedOn where !isRoot:
                var own = Format()
                row.takeCommonest(uses, &own)
                if !row.areAlike(own, Format()) { row.copy(own, &format) }
            case .unanimous where !isRoot:
                guard let first = uses.first?.format else { break }
                if uses.allSatisfy({ row.areAlike($0.format, first) }) { row.copy(first, &format) }
            case .switchedOn, .unanimous, .direct, .lost: break
            }
        }
        return format
    }

    private static func look(_ use: Uses, _ defaults: Document.Defaults, isRoot: Bool) -> CharacterFormat {
        var look = format(use.looks.isEmpty ? use.marks : use.looks, isRoot: isRoot)
        look.font = look.font ?? defaults.font
        look.size = look.size ?? defaults.size
        return look
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
