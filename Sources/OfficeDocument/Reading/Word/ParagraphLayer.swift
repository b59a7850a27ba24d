internal import OfficePackage
internal import XMLTree

/// What one level of a Word document says about paragraphs; nil where it is silent.
struct ParagraphLayer {
    var style: String?
    var alignment: ParagraphFormat.Alignment?
    var left: Length?
    var right: Length?
    var firstLine: Length?
    var before: Length?
    var after: Length?
    var automaticBefore: Bool?
    var automaticAfter: Bool?
    var contextualSpacing: Bool?
    var line: Length?
    var lineRule: String?
    var keepsWithNext: Bool?
    var staysWhole: Bool?
    var beginsPage: Bool?
    /// From 0; 9 is text.
    var outlineLevel: Int?
    var tabs: [TabStop] = []
    var top: Edge?
    var bottom: Edge?
    var leftEdge: Edge?
    var rightEdge: Edge?
    var background: Colour?
    var numbering: NumberingReference?

    enum Edge {
        case none
        case line(RuledLine)

        var rule: RuledLine? { if case .line(let rule) = self { rule } else { nil } }
    }

    struct NumberingReference: Hashable {
        var list: String?
        var level: Int?
    }

    init() {}

    init(_ properties: Element?, theme: WordTheme) {
        guard let properties else { return }
        for case .element(let child) in properties.children {
            guard let name = child.word else { continue }
            read(name, child, theme: theme)
        }
    }

    private mutating func read(_ name: String, _ child: Element, theme: WordTheme) {
        switch name {
        case "pStyle": style = child.value
        case "jc": alignment = child.value.flatMap(Self.alignment)
        case "ind":
            left = (child.wordAttribute("left") ?? child.wordAttribute("start")).flatMap(Measure.twips)
            right = (child.wordAttribute("right") ?? child.wordAttribute("end")).flatMap(Measure.twips)
            if let hanging = child.wordAttribute("hanging").flatMap(Measure.twips) {
                firstLine = -hanging
            } else {
                firstLine = child.wordAttribute("firstLine").flatMap(Measure.twips)
            }
        case "spacing":
            before = child.wordAttribute("before").flatMap(Measure.twips)
            after = child.wordAttribute("after").flatMap(Measure.twips)
            automaticBefore = child.wordAttribute("beforeAutospacing").map {
                $0 != "0" && $0 != "false" && $0 != "off"
            }
            automaticAfter = child.wordAttribute("afterAutospacing").map {
                $0 != "0" && $0 != "false" && $0 != "off"
            }
            line = child.wordAttribute("line").flatMap(Measure.twips)
            lineRule = child.wordAttribute("lineRule")
        case "contextualSpacing": contextualSpacing = child.isOn
        case "keepNext": keepsWithNext = child.isOn
        case "keepLines": staysWhole = child.isOn
        case "pageBreakBefore": beginsPage = child.isOn
        case "outlineLvl": outlineLevel = child.value.flatMap { Int($0) }
        case "tabs": tabs = child.elements.compactMap(Self.tab)
        case "pBdr":
            top = child.word("top").map { Self.edge($0, theme: theme) }
            bottom = child.word("bottom").map { Self.edge($0, theme: theme) }
            leftEdge = (child.word("left") ?? child.word("start")).map { Self.edge($0, theme: theme) }
            rightEdge = (child.word("right") ?? child.word("end")).map { Self.edge($0, theme: theme) }
        case "shd": background = child.wordAttribute("fill").flatMap(Colour.init(hexadecimal:)) ?? .automatic
        case "numPr":
            numbering = NumberingReference(
                list: child.word("numId")?.value, level: child.word("ilvl")?.value.flatMap { Int($0) })
        default: break
        }
    }

    static func alignment(_ name: String) -> ParagraphFormat.Alignment? {
        switch name {
        case "left", "start": .left
        case "right", "end": .right
        case "center": .centre
        case "both", "distribute", "thaiDistribute", "lowKashida", "mediumKashida", "highKashida": .justified
        default: nil
        }
    }

    private static func tab(_ element: Element) -> TabStop? {
        guard element.isWord("tab"), let position = element.wordAttribute("pos").flatMap(Measure.twips) else {
            return nil
        }
        return TabStop(position: position, kind: element.value ?? "left")
    }

    static func edge(_ element: Element, theme: WordTheme) -> Edge {
        let style = element.value ?? "none"
        guard style != "none", style != "nil" else { return .none }
        let eighths = element.wordAttribute("sz").flatMap { Double($0) }
        return .line(
            RuledLine(
                style: style, width: eighths.flatMap { Measure.length(metricUnits: $0 * 12_700 / 8) },
                colour: theme.colour(element, valueName: "color") ?? .automatic))
    }

    mutating func cover(with upper: Self) {
        style = upper.style ?? style
        alignment = upper.alignment ?? alignment
        coverIndents(with: upper)
        before = upper.before ?? before
        after = upper.after ?? after
        automaticBefore = upper.automaticBefore ?? automaticBefore
        automaticAfter = upper.automaticAfter ?? automaticAfter
        contextualSpacing = upper.contextualSpacing ?? contextualSpacing
        line = upper.line ?? line
        lineRule = upper.lineRule ?? lineRule
        keepsWithNext = upper.keepsWithNext ?? keepsWithNext
        staysWhole = upper.staysWhole ?? staysWhole
        beginsPage = upper.beginsPage ?? beginsPage
        outlineLevel = upper.outlineLevel ?? outlineLevel
        top = upper.top ?? top
        bottom = upper.bottom ?? bottom
        leftEdge = upper.leftEdge ?? leftEdge
        rightEdge = upper.rightEdge ?? rightEdge
        background = upper.background ?? background
        if let reference = upper.numbering {
            numbering = NumberingReference(
                list: reference.list ?? numbering?.list, level: reference.level ?? numbering?.level)
        }
    }

    mutating func coverIndents(with upper: Self) {
        left = upper.left ?? left
        right = upper.right ?? right
        firstLine = upper.firstLine ?? firstLine
        for tab in upper.tabs {
            tabs.removeAll { $0.position == tab.position }
            if tab.kind != "clear" { tabs.append(tab) }
        }
    }

    var effective: EffectiveParagraph {
        var format = EffectiveParagraph()
        format.alignment = alignment ?? .left
        format.leftIndent = left ?? .zero
        format.rightIndent = right ?? .zero
        format.firstLineIndent = firstLine ?? .zero
        format.spaceBefore = before ?? .zero
        format.spaceAfter = after ?? .zero
        format.hasAutomaticSpaceBefore = automaticBefore ?? false
        format.hasAutomaticSpaceAfter = automaticAfter ?? false
        format.ignoresSpacingBetweenLikes = contextualSpacing ?? false
        let height = line ?? .twips(240)
        switch lineRule {
        case "exact"?: format.lineSpacing = .exactly(height)
        case "atLeast"?: format.lineSpacing = .atLeast(height)
        default: format.lineSpacing = .lines(Double(height.twips) / 240)
        }
        format.keepsWithNext = keepsWithNext ?? false
        format.staysWhole = staysWhole ?? false
        format.beginsPage = beginsPage ?? false
        format.outlineLevel = outlineLevel.flatMap { (0..<9).contains($0) ? $0 + 1 : nil }
        format.tabs = tabs.sorted { $0.position < $1.position }
        format.borders.top = top?.rule
        format.borders.bottom = bottom?.rule
        format.borders.left = leftEdge?.rule
        format.borders.right = rightEdge?.rule
        format.background = background == .automatic ? nil : background
        return format
    }
}
