internal import XMLTree

/// Formatting as OpenDocument says it: everything is an attribute.
enum OpenDocumentFormatting {
    private static let o = OpenDocumentNames.vocabulary
    private typealias Attribute = Vocabulary.Attribute

    /// The property elements of a paragraph style, none for an empty format.
    static func properties(_ paragraph: ParagraphFormat, _ character: CharacterFormat) -> [Element] {
        let ofParagraph = attributes(paragraph)
        let ofText = attributes(character)
        return (ofParagraph.isEmpty ? [] : [o("style:paragraph-properties", ofParagraph)])
            + (ofText.isEmpty ? [] : [o("style:text-properties", ofText)])
    }

    static func attributes(_ format: CharacterFormat) -> [Vocabulary.Attribute] {
        var attributes: [Attribute] = []
        if let font = format.font { attributes += forEachScript("style:font-name", font) }
        if let size = format.size { attributes += forEachScript("fo:font-size", decimal(size) + "pt") }
        if let weight = format.weight {
            attributes += forEachScript("fo:font-weight", weight == .bold ? "bold" : "normal")
        }
        if let slant = format.slant {
            attributes += forEachScript("fo:font-style", slant == .italic ? "italic" : "normal")
        }
        if let underline = format.underline {
            attributes.append(
                .init("style:text-underline-style", underline == .present ? "solid" : "none")
            )
        }
        return attributes
    }

    /// `fo:font-size` and its namesakes for Asian and right-to-left scripts.
    static func forEachScript(_ name: String, _ value: String) -> [Vocabulary.Attribute] {
        let local = name.drop { $0 != ":" }.dropFirst()
        return [.init(name, value)]
            + ["asian", "complex"].map { .init("style:\(local)-\($0)", value) }
    }

    static func attributes(_ format: ParagraphFormat) -> [Vocabulary.Attribute] {
        var attributes: [Attribute] = []
        attributes += .ifPresent("fo:text-align", format.alignment.map(name))
        attributes += .ifPresent("fo:margin-left", format.leftIndent.map(length))
        attributes += .ifPresent("fo:margin-right", format.rightIndent.map(length))
        attributes += .ifPresent("fo:text-indent", format.firstLineIndent.map(length))
        attributes += .ifPresent("fo:margin-top", format.spaceBefore.map(length))
        attributes += .ifPresent("fo:margin-bottom", format.spaceAfter.map(length))
        switch format.lineSpacing {
        case .lines(let count)?: attributes.append(.init("fo:line-height", decimal(count * 100) + "%"))
        case .exactly(let height)?: attributes.append(.init("fo:line-height", points(height)))
        case .atLeast(let height)?: attributes.append(.init("style:line-height-at-least", points(height)))
        case nil: break
        }
        attributes += .ifPresent("fo:keep-with-next", format.keepsWithNext.map { $0 ? "always" : "auto" })
        attributes += .ifPresent("fo:keep-together", format.staysWhole.map { $0 ? "always" : "auto" })
        if let border = format.topBorder {
            attributes += [
                .init("fo:padding", "0mm"), .init("fo:border-top", line(border)),
                .init("fo:border-bottom", "none"), .init("fo:border-left", "none"),
                .init("fo:border-right", "none"), .init("style:join-border", "false"),
            ]
        }
        return attributes
    }

    static func line(_ border: Border) -> String { points(border.width) + " solid #000000" }

    private static func name(of alignment: ParagraphFormat.Alignment) -> String {
        switch alignment {
        case .left: "start"
        case .centre: "center"
        case .right: "end"
        case .justified: "justify"
        }
    }

    static func length(_ length: Length) -> String { decimal(length.millimetres) + "mm" }

    static func points(_ length: Length) -> String { decimal(length.points) + "pt" }

    /// Up to three decimals, without trailing zeros.
    static func decimal(_ value: Double) -> String {
        let thousandths = Int((value * 1000).rounded())
        let sign = thousandths < 0 ? "-" : ""
        let (whole, rest) = thousandths.magnitude.quotientAndRemainder(dividingBy: 1000)
        guard rest > 0 else { return "\(sign)\(whole)" }
        var digits = String(String(rest + 1000).dropFirst())
        while digits.last == "0" { digits.removeLast() }
        return "\(sign)\(whole).\(digits)"
    }
}
