/// The properties of letters, in the order OpenDocument's attributes are written in.
extension CharacterFormat: Formatting {
    static let properties = FormatTable<CharacterFormat>([
        // One typeface for every script: nothing is left to a theme.
        .init(
            \.font,
            word: .font(
                ["ascii", "hAnsi", "eastAsia", "cs"],
                themes: ["asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"]), openDocument: .font,
            conversion: .commonest),
        .init(\.accentedFont, word: .font(["hAnsi"], themes: ["hAnsiTheme"]), conversion: .lost),
        .init(\.size, word: .fontSize, openDocument: .fontSize, conversion: .commonest),
        .init(
            \.weight, initial: .regular, word: .toggle("b", alsoWritten: ["bCs"], on: .bold, off: .regular),
            openDocument: .either(
                "fo:font-weight", forScripts: true, on: .bold, "bold", off: .regular, "normal"
            ) { $0 == "bold" || (Int($0) ?? 0) >= 600 }, conversion: .commonest),
        .init(
            \.slant, initial: .upright, word: .toggle("i", alsoWritten: ["iCs"], on: .italic, off: .upright),
            openDocument: .either(
                "fo:font-style", forScripts: true, on: .italic, "italic", off: .upright, "normal"
            ) { $0 != "normal" }, conversion: .commonest),
        .init(
            \.underline, initial: .absent, word: .underline, openDocument: .underline, conversion: .switchedOn
        ),
        .init(
            \.isStruckThrough, initial: false, word: .toggle("strike"),
            openDocument: .presence("style:text-line-through-style", of: "solid"), conversion: .direct),
        // OpenDocument makes a line through the text double by an attribute of the single one.
        .init(\.isDoubleStruckThrough, initial: false, word: .onOff("dstrike"), conversion: .lost),
        .init(
            \.allCapitals, initial: false, word: .toggle("caps"),
            openDocument: .onOff("fo:text-transform", "uppercase", "none"), conversion: .direct),
        .init(
            \.smallCapitals, initial: false, word: .toggle("smallCaps"),
            openDocument: .onOff("fo:font-variant", "small-caps", "normal"), conversion: .direct),
        .init(\.position, initial: .baseline, word: .position, openDocument: .position, conversion: .direct),
        .init(\.colour, initial: .automatic, word: .colour, openDocument: .colour, conversion: .direct),
        .init(
            \.isHidden, initial: false, word: .toggle("vanish"), openDocument: .isHidden, conversion: .direct),
        .init(
            \.letterSpacing, initial: .zero, word: .twips("val", of: "spacing"),
            openDocument: .length("fo:letter-spacing"), conversion: .direct),
        .init(
            \.background, initial: .automatic, word: .shading(highlighter: "highlight"),
            openDocument: .background, conversion: .lost),
        // A new document has one language for all.
        .init(\.language, word: .language, openDocument: .language, conversion: .lost),
    ])

    static let wordElement = "rPr"
    static let openDocumentElement = "text-properties"
}
