internal import OfficePackage
internal import XMLTree

/// The children of `w:pPr` or `w:rPr` that speak of a property.
struct WordNaming: Sendable {
    /// Of several in one element, the last holds.
    let reads: [String]
    /// All are written with the same content: one for each kind of script.
    let writes: [String]
}

/// How WordprocessingML writes a value.
struct WordCodec<Value: Hashable & Sendable>: Sendable {
    let naming: WordNaming
    /// The value an element gives, nil where it is silent; the third is what holds without it.
    let read: @Sendable (Element, WordTheme, Value?) -> Value?
    /// Makes the element say the value, and nothing that would contradict it.
    let write: @Sendable (Value, inout Element) -> Void
    /// The values between which styles switch, for a toggle.
    var toggle: (on: Value, off: Value)?

    init(
        _ element: String, alsoRead: [String] = [], alsoWritten: [String] = [],
        read: @escaping @Sendable (Element, WordTheme, Value?) -> Value?,
        write: @escaping @Sendable (Value, inout Element) -> Void
    ) {
        naming = WordNaming(reads: [element] + alsoRead, writes: [element] + alsoWritten)
        self.read = read
        self.write = write
    }

    /// An element whose `w:val` is the value.
    static func value(
        _ element: String, alsoWritten: [String] = [], read: @escaping @Sendable (String) -> Value?,
        write: @escaping @Sendable (Value) -> String
    ) -> Self {
        Self(
            element, alsoWritten: alsoWritten, read: { element, _, _ in element.value.flatMap(read) },
            write: { $1.setValue(write($0)) })
    }

    /// An attribute of an element that others share; `replacing` names those that would contradict it.
    static func attribute(
        _ name: String, of element: String, alsoRead: [String] = [], replacing others: [String] = [],
        read: @escaping @Sendable (String) -> Value?, write: @escaping @Sendable (Value) -> String
    ) -> Self {
        Self(
            element,
            read: { element, _, _ in
                for name in [name] + alsoRead {
                    if let text = element.wordAttribute(name) { return read(text) }
                }
                return nil
            },
            write: { value, element in
                element.remove((alsoRead + others).map(element.wordName))
                element.set(element.wordName(name), to: write(value))
            })
    }

    /// An element that is on or off, and which styles switch on and off in turn.
    static func toggle(_ element: String, alsoWritten: [String] = [], on: Value, off: Value) -> Self {
        var codec = Self(
            element, alsoWritten: alsoWritten, read: { element, _, _ in element.isOn ? on : off },
            write: { $1.setSwitch($0 == on) })
        codec.toggle = (on, off)
        return codec
    }
}

extension WordCodec<Bool> {
    /// An element that is on or off.
    static func onOff(_ element: String) -> Self {
        Self(element, read: { element, _, _ in element.isOn }, write: { $1.setSwitch($0) })
    }

    static func toggle(_ element: String) -> Self { .toggle(element, on: true, off: false) }

    /// An attribute that is on or off.
    static func onOff(_ attribute: String, of element: String) -> Self {
        .attribute(
            attribute, of: element, read: { $0 != "0" && $0 != "false" && $0 != "off" },
            write: { $0 ? "1" : "0" })
    }
}

extension WordCodec<Length> {
    /// An attribute in twentieths of a point.
    static func twips(
        _ attribute: String, of element: String, alsoRead: [String] = [], replacing others: [String] = []
    ) -> Self {
        .attribute(
            attribute, of: element, alsoRead: alsoRead, replacing: others, read: Measure.twips,
            write: { String($0.twips) })
    }

    /// The first line's indent has a name for each direction.
    static var firstLineIndent: Self {
        Self(
            "ind",
            read: { element, _, _ in
                if let hanging = element.wordAttribute("hanging").flatMap(Measure.twips) { return -hanging }
                return element.wordAttribute("firstLine").flatMap(Measure.twips)
            },
            write: { indent, element in
                element.remove(
                    ["hanging", "firstLine", "firstLineChars", "hangingChars"].map(element.wordName))
                let name = indent < .zero ? "hanging" : "firstLine"
                element.set(element.wordName(name), to: String(abs(indent.twips)))
            })
    }
}

extension WordCodec<ParagraphFormat.LineSpacing> {
    /// The height and its rule are inherited each by itself.
    static var lineSpacing: Self {
        Self(
            "spacing",
            read: { element, _, current in
                let line = element.wordAttribute("line").flatMap(Measure.twips)
                let rule = element.wordAttribute("lineRule")
                guard line != nil || rule != nil else { return nil }
                let (oldHeight, oldRule) = current.map(parts) ?? (.twips(240), "auto")
                let height = line ?? oldHeight
                switch rule ?? oldRule {
                case "exact": return .exactly(height)
                case "atLeast": return .atLeast(height)
                default: return .lines(Double(height.twips) / 240)
                }
            },
            write: { spacing, element in
                let (height, rule) = parts(of: spacing)
                element.set(element.wordName("line"), to: String(height.twips))
                element.set(element.wordName("lineRule"), to: rule)
            })
    }

    private static func parts(of spacing: ParagraphFormat.LineSpacing) -> (height: Length, rule: String) {
        switch spacing {
        case .lines(let count): (.twips(Int((count * 240).rounded())), "auto")
        case .exactly(let height): (height, "exact")
        case .atLeast(let height): (height, "atLeast")
        }
    }
}

extension WordCodec<ParagraphFormat.Alignment> {
    static var alignment: Self {
        Self(
            "jc", read: { element, _, _ in element.value.flatMap(Value.init(word:)) },
            write: { alignment, element in
                let isStrict = element.name.namespace == WordNames.strict
                element.setValue(alignment.wordName(isStrict: isStrict))
            })
    }
}

extension ParagraphFormat.Alignment {
    init?(word name: String) {
        switch name {
        case "left", "start": self = .left
        case "right", "end": self = .right
        case "center": self = .centre
        case "both", "distribute", "thaiDistribute", "lowKashida", "mediumKashida", "highKashida":
            self = .justified
        default: return nil
        }
    }

    fileprivate func wordName(isStrict: Bool) -> String {
        switch self {
        case .left: isStrict ? "start" : "left"
        case .centre: "center"
        case .right: isStrict ? "end" : "right"
        case .justified: "both"
        }
    }
}

extension WordCodec<Int> {
    /// Word counts from 0 and calls text the tenth.
    static var outlineLevel: Self {
        .value(
            "outlineLvl", read: { Int($0).map { (0..<9).contains($0) ? $0 + 1 : 0 } },
            write: { String($0 > 0 ? $0 - 1 : 9) })
    }
}

extension WordCodec<Border> {
    /// One edge, a child of `element`; `common` says the same of all cells of a table.
    static func border(
        _ edge: String, of element: String = "pBdr", alsoRead: [String] = [], ofAll common: String? = nil
    ) -> Self {
        Self(
            element, alsoRead: common.map { [$0] } ?? [],
            read: { element, theme, _ in
                for name in [edge] + alsoRead {
                    if let line = element.word(name) { return Border(word: line, theme: theme) }
                }
                return nil
            },
            write: { border, element in
                for name in alsoRead { element.removeChild(name) }
                element.changeChild(edge) { border.write(word: &$0) }
            })
    }
}

extension WordCodec<Colour> {
    /// The colour of letters, its own or one of the theme.
    static var colour: Self {
        Self(
            "color", read: { element, theme, _ in theme.colour(element) },
            write: { colour, element in
                element.remove(["themeColor", "themeTint", "themeShade"].map(element.wordName))
                element.setValue(colour.hexadecimal ?? "auto")
            })
    }

    /// `highlighter` names the element that says the same with a name.
    static func shading(highlighter: String? = nil) -> Self {
        Self(
            "shd", alsoRead: highlighter.map { [$0] } ?? [],
            read: { element, _, _ in
                if element.name.local == highlighter {
                    return element.value.flatMap { WordTheme.highlights[$0] } ?? .automatic
                }
                return element.wordAttribute("fill").flatMap(Colour.init(hexadecimal:)) ?? .automatic
            },
            write: { colour, element in
                element.attributes = []
                element.setValue("clear")
                element.set(element.wordName("color"), to: "auto")
                element.set(element.wordName("fill"), to: colour.hexadecimal ?? "auto")
            })
    }
}

extension WordCodec<String> {
    /// A font of `w:rFonts`: the first of `scripts` is read, all are written.
    static func font(_ scripts: [String], themes: [String]) -> Self {
        Self(
            "rFonts",
            read: { element, theme, _ in
                if let part = themes.first.flatMap(element.wordAttribute) { return theme.font(part) }
                return scripts.first.flatMap(element.wordAttribute)
            },
            write: { font, element in
                element.remove((themes + ["hint"]).map(element.wordName))
                for script in scripts { element.set(element.wordName(script), to: font) }
            })
    }
}
