internal import OfficePackage
internal import XMLTree

/// Sets single properties in WordprocessingML, each where the schema wants it.
enum WordProperties {
    /// The children of `w:pPr` in their order.
    private static let paragraphOrder = [
        "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
        "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
        "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid",
        "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection",
        "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange",
    ]

    /// The children of `w:rPr` in their order.
    private static let characterOrder = [
        "ins", "del", "moveFrom", "moveTo", "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps",
        "strike", "dstrike", "outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish",
        "webHidden", "color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect",
        "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish",
        "oMath", "rPrChange",
    ]

    static func set(_ change: CharacterChange, in properties: inout Element) {
        func child(_ local: String, _ edit: (inout Element) -> Void) {
            properties.changeChild(local, in: characterOrder, edit)
        }
        if let font = change.font {
            child("rFonts") { fonts in
                fonts.remove(
                    ["asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme", "hint"].map(fonts.wordName))
                for script in ["ascii", "hAnsi", "eastAsia", "cs"] {
                    fonts.set(fonts.wordName(script), to: font)
                }
            }
        }
        for (weight, names) in [(change.weight.map { $0 == .bold }, ["b", "bCs"])] {
            if let weight { for name in names { child(name) { $0.setSwitch(weight) } } }
        }
        if let slant = change.slant {
            for name in ["i", "iCs"] { child(name) { $0.setSwitch(slant == .italic) } }
        }
        if let letterCase = change.letterCase {
            child("caps") { $0.setSwitch(letterCase == .allCapitals) }
            if letterCase != .smallCapitals, properties.word("smallCaps") != nil {
                properties.removeChild("smallCaps")
            }
        }
        if let colour = change.colour {
            child("color") { element in
                element.remove(["themeColor", "themeTint", "themeShade"].map(element.wordName))
                element.setValue(Self.hexadecimal(colour))
            }
        }
        if let size = change.size {
            for name in ["sz", "szCs"] { child(name) { $0.setValue(String(Int((size * 2).rounded()))) } }
        }
        if let underline = change.underline {
            child("u") { element in
                element.attributes = []
                element.setValue(underline == .present ? "single" : "none")
            }
        }
    }

    private static func hexadecimal(_ colour: Colour) -> String {
        guard case .rgb(let red, let green, let blue) = colour else { return "auto" }
        return [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }
            .joined()
    }

    static func set(_ change: ParagraphChange, in properties: inout Element) {
        func child(_ local: String, _ edit: (inout Element) -> Void) {
            properties.changeChild(local, in: paragraphOrder, edit)
        }
        if let keeps = change.keepsWithNext { child("keepNext") { $0.setSwitch(keeps) } }
        if change.spaceBefore != nil || change.spaceAfter != nil || change.lineSpacing != nil {
            child("spacing") { spacing in setSpacing(change, in: &spacing) }
        }
        if change.leftIndent != nil || change.firstLineIndent != nil {
            child("ind") { setIndents(change, in: &$0) }
        }
        if let ignores = change.ignoresSpacingBetweenLikes {
            child("contextualSpacing") { $0.setSwitch(ignores) }
        }
        if let alignment = change.alignment {
            child("jc") { $0.setValue(name(of: alignment, isStrict: $0.name.namespace == WordNames.strict)) }
        }
    }

    private static func setSpacing(_ change: ParagraphChange, in spacing: inout Element) {
        if let before = change.spaceBefore {
            spacing.remove(["beforeAutospacing", "beforeLines"].map(spacing.wordName))
            spacing.set(spacing.wordName("before"), to: String(before.twips))
        }
        if let after = change.spaceAfter {
            spacing.remove(["afterAutospacing", "afterLines"].map(spacing.wordName))
            spacing.set(spacing.wordName("after"), to: String(after.twips))
        }
        let (line, rule): (Int?, String) =
            switch change.lineSpacing {
            case .lines(let count)?: (Int((count * 240).rounded()), "auto")
            case .exactly(let height)?: (height.twips, "exact")
            case .atLeast(let height)?: (height.twips, "atLeast")
            case nil: (nil, "")
            }
        guard let line else { return }
        spacing.set(spacing.wordName("line"), to: String(line))
        spacing.set(spacing.wordName("lineRule"), to: rule)
    }

    private static func setIndents(_ change: ParagraphChange, in indents: inout Element) {
        if let left = change.leftIndent {
            indents.remove(["start", "leftChars", "startChars"].map(indents.wordName))
            indents.set(indents.wordName("left"), to: String(left.twips))
        }
        if let first = change.firstLineIndent {
            indents.remove(["hanging", "firstLine", "firstLineChars", "hangingChars"].map(indents.wordName))
            let name = first < .zero ? "hanging" : "firstLine"
            indents.set(indents.wordName(name), to: String(abs(first.twips)))
        }
    }

    private static func name(of alignment: ParagraphFormat.Alignment, isStrict: Bool) -> String {
        switch alignment {
        case .left: isStrict ? "start" : "left"
        case .centre: "center"
        case .right: isStrict ? "end" : "right"
        case .justified: "both"
        }
    }
}

/// Sets properties of `w:sectPr`.
enum WordSectionProperties {
    private static let order = [
        "headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar", "paperSrc",
        "pgBorders", "lnNumType", "pgNumType", "cols", "formProt", "vAlign", "noEndnote", "titlePg",
        "textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings", "sectPrChange",
    ]

    static func set(_ change: PageChange, in properties: inout Element) {
        if change.width != nil || change.height != nil {
            properties.changeChild("pgSz", in: order) { size in
                if let width = change.width { size.set(size.wordName("w"), to: String(width.twips)) }
                if let height = change.height { size.set(size.wordName("h"), to: String(height.twips)) }
                size.remove([size.wordName("code")])
            }
        }
        let edges = [
            ("top", change.top), ("right", change.right), ("bottom", change.bottom), ("left", change.left),
        ]
        guard edges.contains(where: { $0.1 != nil }) else { return }
        properties.changeChild("pgMar", in: order) { margins in
            for (name, length) in edges {
                guard var length else { continue }
                // What the binding takes is a part of the left margin.
                if name == "left", let gutter = margins.wordAttribute("gutter").flatMap(Measure.twips) {
                    length = length - gutter
                }
                let old = margins.wordAttribute(name == "left" ? "start" : "end")
                if name == "left" || name == "right", old != nil {
                    margins.remove([margins.wordName(name == "left" ? "start" : "end")])
                }
                margins.set(margins.wordName(name), to: String(max(0, length.twips)))
            }
        }
    }

    static func restartNumbers(in properties: inout Element) {
        properties.changeChild("pgNumType", in: order) { $0.set($0.wordName("start"), to: "1") }
    }

    static func giveTitlePage(to properties: inout Element) {
        properties.changeChild("titlePg", in: order) { $0.setSwitch(true) }
    }
}
