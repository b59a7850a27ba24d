internal import OfficePackage
internal import XMLTree

/// Formatting as OpenDocument says it: everything is an attribute.
enum OpenDocumentFormatting {
    private static let o = OpenDocumentNames.vocabulary
    private typealias Attribute = Vocabulary.Attribute

    /// The property elements of a paragraph style, none for an empty format.
    static func properties(_ paragraph: ParagraphFormat, _ character: CharacterFormat) -> [Element] {
        let ofText = attributes(character)
        return properties(paragraph) + (ofText.isEmpty ? [] : [o("style:text-properties", ofText)])
    }

    /// The paragraph's own property element, none for an empty format; `further` attributes belong to it too.
    static func properties(_ paragraph: ParagraphFormat, and further: [Vocabulary.Attribute] = [])
        -> [Element]
    {
        let attributes = attributes(paragraph) + further
        let stops = (paragraph.tabs ?? []).map { stop in
            var place = [
                Attribute(
                    "style:position", length(paragraph.leftIndent.map { stop.position - $0 } ?? stop.position)
                )
            ]
            switch stop.kind {
            case "center", "right": place.append(.init("style:type", stop.kind))
            case "end": place.append(.init("style:type", "right"))
            case "decimal", "char": place += [.init("style:type", "char"), .init("style:char", ",")]
            default: break
            }
            return o("style:tab-stop", place)
        }
        guard !(attributes.isEmpty && stops.isEmpty) else { return [] }
        let tabs = stops.isEmpty ? [] : [o("style:tab-stops", [], stops)]
        return [o("style:paragraph-properties", attributes, tabs)]
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
            attributes.append(.init("style:text-underline-style", underline == .present ? "solid" : "none"))
        }
        attributes += rarer(format)
        return attributes
    }

    private static func rarer(_ format: CharacterFormat) -> [Vocabulary.Attribute] {
        var attributes: [Attribute] = []
        if let strike = format.strike {
            attributes.append(.init("style:text-line-through-style", strike == .present ? "solid" : "none"))
        }
        switch format.letterCase {
        case .asTyped?:
            attributes += [.init("fo:text-transform", "none"), .init("fo:font-variant", "normal")]
        case .allCapitals?: attributes.append(.init("fo:text-transform", "uppercase"))
        case .smallCapitals?: attributes.append(.init("fo:font-variant", "small-caps"))
        case nil: break
        }
        switch format.position {
        case .baseline?: attributes.append(.init("style:text-position", "0% 100%"))
        case .raised?: attributes.append(.init("style:text-position", "super 58%"))
        case .lowered?: attributes.append(.init("style:text-position", "sub 58%"))
        case nil: break
        }
        if let colour = format.colour {
            let digits = WordFormatting.hexadecimal(colour) ?? "000000"
            attributes.append(.init("fo:color", "#" + digits.lowercased()))
        }
        if let visibility = format.visibility {
            attributes.append(.init("text:display", visibility == .hidden ? "none" : "true"))
        }
        return attributes
    }

    /// `fo:font-size` and its namesakes for Asian and right-to-left scripts.
    static func forEachScript(_ name: String, _ value: String) -> [Vocabulary.Attribute] {
        let local = name.drop { $0 != ":" }.dropFirst()
        return [.init(name, value)] + ["asian", "complex"].map { .init("style:\(local)-\($0)", value) }
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
        if format.topBorder != nil || format.bottomBorder != nil {
            attributes += [
                .init("fo:padding", "0mm"), .init("fo:border-top", format.topBorder.map(line) ?? "none"),
                .init("fo:border-bottom", format.bottomBorder.map(line) ?? "none"),
                .init("fo:border-left", "none"), .init("fo:border-right", "none"),
                .init("style:join-border", "false"),
            ]
        }
        attributes += .ifPresent("fo:break-before", format.beginsPage.map { $0 ? "page" : "auto" })
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
