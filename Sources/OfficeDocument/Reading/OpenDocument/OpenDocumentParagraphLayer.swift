internal import OfficePackage
internal import XMLTree

/// What one style of an OpenDocument text says about paragraphs; nil where it is silent.
struct OpenDocumentParagraphLayer {
    var alignment: ParagraphFormat.Alignment?
    var left: Length?
    var right: Length?
    var firstLine: Length?
    var before: Length?
    var after: Length?
    var contextualSpacing: Bool?
    var lineSpacing: ParagraphFormat.LineSpacing?
    var keepsWithNext: Bool?
    var staysWhole: Bool?
    var breaksBefore: Bool?
    var tabs: [TabStop]?
    var top: ParagraphLayer.Edge?
    var bottom: ParagraphLayer.Edge?
    var leftEdge: ParagraphLayer.Edge?
    var rightEdge: ParagraphLayer.Edge?
    var background: Colour?
    var pageNumber: Int?

    init() {}

    init(_ properties: Element?) {
        guard let properties else { return }
        // Shorthands first, so that the single edges hold.
        if let margin = properties.fo("margin").flatMap({ Measure.length($0) }) {
            (left, right, before, after) = (margin, margin, margin, margin)
        }
        if let border = properties.fo("border").map(Self.edge) {
            (top, bottom, leftEdge, rightEdge) = (border, border, border, border)
        }
        for attribute in properties.attributes { read(attribute) }
        if let stops = properties.child("tab-stops", in: OpenDocumentNames.style) {
            tabs = stops.elements.compactMap { stop in
                stop.style("position").flatMap { Measure.length($0) }.map {
                    TabStop(position: $0, kind: stop.style("type") ?? "left")
                }
            }
        }
    }

    private mutating func read(_ attribute: Element.Attribute) {
        let value = attribute.value
        switch (attribute.name.namespace, attribute.name.local) {
        case (OpenDocumentNames.fo, "text-align"):
            switch value {
            case "start", "left": alignment = .left
            case "end", "right": alignment = .right
            case "center": alignment = .centre
            case "justify": alignment = .justified
            default: break
            }
        case (OpenDocumentNames.fo, "margin-left"):
            left = Measure.length(value, bare: nil) ?? Self.zero(value) ?? left
        case (OpenDocumentNames.fo, "margin-right"):
            right = Measure.length(value) ?? Self.zero(value) ?? right
        case (OpenDocumentNames.fo, "text-indent"): firstLine = Measure.length(value) ?? Self.zero(value)
        case (OpenDocumentNames.fo, "margin-top"):
            before = Measure.length(value) ?? Self.zero(value) ?? before
        case (OpenDocumentNames.fo, "margin-bottom"):
            after = Measure.length(value) ?? Self.zero(value) ?? after
        case (OpenDocumentNames.style, "contextual-spacing"): contextualSpacing = value == "true"
        case (OpenDocumentNames.fo, "line-height"):
            if let share = Measure.percent(value) {
                lineSpacing = .lines(share)
            } else if value == "normal" {
                lineSpacing = .lines(1)
            } else if let height = Measure.length(value) {
                lineSpacing = .exactly(height)
            }
        case (OpenDocumentNames.style, "line-height-at-least"):
            lineSpacing = Measure.length(value).map { .atLeast($0) } ?? lineSpacing
        case (OpenDocumentNames.fo, "keep-with-next"): keepsWithNext = value == "always"
        case (OpenDocumentNames.fo, "keep-together"): staysWhole = value == "always"
        case (OpenDocumentNames.fo, "break-before"): breaksBefore = value == "page"
        case (OpenDocumentNames.fo, "border-top"): top = Self.edge(value)
        case (OpenDocumentNames.fo, "border-bottom"): bottom = Self.edge(value)
        case (OpenDocumentNames.fo, "border-left"): leftEdge = Self.edge(value)
        case (OpenDocumentNames.fo, "border-right"): rightEdge = Self.edge(value)
        case (OpenDocumentNames.fo, "background-color"): background = Colour(hexadecimal: value) ?? .automatic
        case (OpenDocumentNames.style, "page-number"): pageNumber = Int(value)
        default: break
        }
    }

    private static func zero(_ text: String) -> Length? { Double(text) == 0 ? .zero : nil }

    /// A border as `0.5pt solid #000000`.
    static func edge(_ text: String) -> ParagraphLayer.Edge {
        let words = text.split(separator: " ").map(String.init)
        guard words.count >= 2, !words.contains("none"), !words.contains("hidden") else { return .none }
        var rule = RuledLine(style: "solid", width: nil, colour: nil)
        for word in words {
            if let width = Measure.length(word) {
                rule.width = width
            } else if let colour = Colour(hexadecimal: word) {
                rule.colour = colour
            } else {
                rule.style = word
            }
        }
        return .line(rule)
    }

    mutating func cover(with upper: Self) {
        alignment = upper.alignment ?? alignment
        left = upper.left ?? left
        right = upper.right ?? right
        firstLine = upper.firstLine ?? firstLine
        before = upper.before ?? before
        after = upper.after ?? after
        contextualSpacing = upper.contextualSpacing ?? contextualSpacing
        lineSpacing = upper.lineSpacing ?? lineSpacing
        keepsWithNext = upper.keepsWithNext ?? keepsWithNext
        staysWhole = upper.staysWhole ?? staysWhole
        breaksBefore = upper.breaksBefore ?? breaksBefore
        tabs = upper.tabs ?? tabs
        top = upper.top ?? top
        bottom = upper.bottom ?? bottom
        leftEdge = upper.leftEdge ?? leftEdge
        rightEdge = upper.rightEdge ?? rightEdge
        background = upper.background ?? background
        pageNumber = upper.pageNumber ?? pageNumber
    }

    var effective: EffectiveParagraph {
        var format = EffectiveParagraph()
        format.alignment = alignment ?? .left
        format.leftIndent = left ?? .zero
        format.rightIndent = right ?? .zero
        format.firstLineIndent = firstLine ?? .zero
        format.spaceBefore = before ?? .zero
        format.spaceAfter = after ?? .zero
        format.ignoresSpacingBetweenLikes = contextualSpacing ?? false
        format.lineSpacing = lineSpacing ?? .lines(1)
        format.keepsWithNext = keepsWithNext ?? false
        format.staysWhole = staysWhole ?? false
        format.beginsPage = breaksBefore ?? false
        format.tabs = (tabs ?? []).sorted { $0.position < $1.position }
        format.borders.top = top?.rule
        format.borders.bottom = bottom?.rule
        format.borders.left = leftEdge?.rule
        format.borders.right = rightEdge?.rule
        format.background = background == .automatic ? nil : background
        return format
    }
}
