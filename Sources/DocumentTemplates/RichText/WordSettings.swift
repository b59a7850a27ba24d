internal import OfficePackage
internal import XMLTree

/// The settings of a Word paragraph or run, whose children have one fixed order.
struct WordSettings: Sendable {
    private var settings: [Element]
    private let order: [String]
    private let name: String

    static func paragraph(_ settings: [Element]) -> WordSettings {
        WordSettings(settings: settings, order: paragraphOrder, name: "pPr")
    }

    static func run(_ settings: [Element]) -> WordSettings {
        WordSettings(settings: settings, order: runOrder, name: "rPr")
    }

    mutating func set(
        _ local: String, _ attributes: KeyValuePairs<String, String> = [:], _ children: [Element] = []
    ) {
        remove(local)
        let rank = order.firstIndex(of: local) ?? order.count
        let place = settings.firstIndex { (order.firstIndex(of: $0.name.local) ?? order.count) > rank }
        settings.insert(.word(local, attributes, children), at: place ?? settings.count)
    }

    mutating func remove(_ locals: String...) { settings.removeAll { locals.contains($0.name.local) } }

    /// The element, if there is anything in it.
    var element: Element? { settings.isEmpty ? nil : .word(name, [:], settings) }

    /// The children of `CT_PPr`, in its order.
    static let paragraphOrder = [
        "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
        "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
        "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid",
        "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection",
        "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange",
    ]

    /// The children of `CT_RPr`, in its order.
    static let runOrder = [
        "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline",
        "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing",
        "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText",
        "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath",
    ]
}
