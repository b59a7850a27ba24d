internal import OfficePackage
internal import XMLTree

/// Formatting as WordprocessingML says it; every list of children is in the order the schema asks for.
enum WordFormatting {
    private static let w = WordNames.vocabulary

    /// The children of `w:rPr`.
    static func properties(_ format: CharacterFormat) -> [Element] {
        var children: [Element] = []
        if let font = format.font { children.append(fonts(font)) }
        if let weight = format.weight { children += toggle("b", weight == .bold) }
        if let slant = format.slant { children += toggle("i", slant == .italic) }
        switch format.letterCase {
        case .asTyped?: children += [onOff("w:caps", false), onOff("w:smallCaps", false)]
        case .allCapitals?: children.append(onOff("w:caps", true))
        case .smallCapitals?: children.append(onOff("w:smallCaps", true))
        case nil: break
        }
        if let strike = format.strike { children.append(onOff("w:strike", strike == .present)) }
        if let visibility = format.visibility { children.append(onOff("w:vanish", visibility == .hidden)) }
        if let colour = format.colour { children.append(value("w:color", hexadecimal(colour) ?? "auto")) }
        if let size = format.size { children += sizes(size) }
        if let underline = format.underline {
            children.append(value("w:u", underline == .present ? "single" : "none"))
        }
        switch format.position {
        case .baseline?: children.append(value("w:vertAlign", "baseline"))
        case .raised?: children.append(value("w:vertAlign", "superscript"))
        case .lowered?: children.append(value("w:vertAlign", "subscript"))
        case nil: break
        }
        return children
    }

    /// Six digits; nil for the automatic colour.
    static func hexadecimal(_ colour: Colour) -> String? {
        guard case .rgb(let red, let green, let blue) = colour else { return nil }
        return [red, green, blue].map { part in
            let digits = String(part, radix: 16, uppercase: true)
            return digits.count < 2 ? "0" + digits : digits
        }.joined()
    }

    /// One typeface for every script: nothing is left to a theme.
    static func fonts(_ font: String) -> Element {
        w("w:rFonts", ["w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"].map { .init($0, font) })
    }

    static func sizes(_ points: Double) -> [Element] {
        let halves = String(Int((points * 2).rounded()))
        return [value("w:sz", halves), value("w:szCs", halves)]
    }

    static func value(_ name: String, _ value: String) -> Element { w(name, [.init("w:val", value)]) }

    private static func toggle(_ local: String, _ isOn: Bool) -> [Element] {
        ["w:\(local)", "w:\(local)Cs"].map { isOn ? w($0) : value($0, "0") }
    }

    /// The children of `w:pPr` after `w:pStyle`.
    static func properties(_ format: ParagraphFormat) -> [Element] {
        var children: [Element] = []
        if let keeps = format.keepsWithNext { children.append(onOff("w:keepNext", keeps)) }
        if let stays = format.staysWhole { children.append(onOff("w:keepLines", stays)) }
        if let begins = format.beginsPage { children.append(onOff("w:pageBreakBefore", begins)) }
        let borders = [("w:top", format.topBorder), ("w:bottom", format.bottomBorder)].compactMap {
            name, line in line.map { border(name, $0) }
        }
        if !borders.isEmpty { children.append(w("w:pBdr", [], borders)) }
        if let tabs = format.tabs, !tabs.isEmpty { children.append(w("w:tabs", [], tabs.map(tab))) }
        children += spacing(format) + indents(format)
        if let alignment = format.alignment { children.append(value("w:jc", name(of: alignment))) }
        if let level = format.outlineLevel { children.append(value("w:outlineLvl", String(level - 1))) }
        return children
    }

    static func border(_ name: String, _ border: Border) -> Element {
        let eighths = Int((border.width.points * 8).rounded())
        return w(
            name,
            [
                .init("w:val", "single"), .init("w:sz", String(eighths)), .init("w:space", "0"),
                .init("w:color", "000000"),
            ])
    }

    private static func tab(_ stop: TabStop) -> Element {
        let kind =
            switch stop.kind {
            case "center", "right", "decimal": stop.kind
            case "end": "right"
            case "char": "decimal"
            default: "left"
            }
        return w("w:tab", [.init("w:val", kind), .init("w:pos", String(stop.position.twips))])
    }

    private static func onOff(_ name: String, _ isOn: Bool) -> Element { isOn ? w(name) : value(name, "0") }

    private static func spacing(_ format: ParagraphFormat) -> [Element] {
        var attributes: [Vocabulary.Attribute] = .ifPresent("w:before", format.spaceBefore?.twips.description)
        attributes += .ifPresent("w:after", format.spaceAfter?.twips.description)
        switch format.lineSpacing {
        case .lines(let count)?:
            attributes += [
                .init("w:line", String(Int((count * 240).rounded()))), .init("w:lineRule", "auto"),
            ]
        case .exactly(let height)?:
            attributes += [.init("w:line", height.twips.description), .init("w:lineRule", "exact")]
        case .atLeast(let height)?:
            attributes += [.init("w:line", height.twips.description), .init("w:lineRule", "atLeast")]
        case nil: break
        }
        return attributes.isEmpty ? [] : [w("w:spacing", attributes)]
    }

    private static func indents(_ format: ParagraphFormat) -> [Element] {
        var attributes: [Vocabulary.Attribute] = .ifPresent("w:left", format.leftIndent?.twips.description)
        attributes += .ifPresent("w:right", format.rightIndent?.twips.description)
        if let first = format.firstLineIndent {
            attributes.append(
                first < .zero
                    ? .init("w:hanging", (-first).twips.description)
                    : .init("w:firstLine", first.twips.description))
        }
        return attributes.isEmpty ? [] : [w("w:ind", attributes)]
    }

    private static func name(of alignment: ParagraphFormat.Alignment) -> String {
        switch alignment {
        case .left: "left"
        case .centre: "center"
        case .right: "right"
        case .justified: "both"
        }
    }
}
