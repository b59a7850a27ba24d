/// The properties of paragraphs, in the order OpenDocument's attributes are written in.
extension ParagraphFormat: Formatting {
    static let properties = FormatTable<ParagraphFormat>([
        .init(
            \.alignment, initial: .left, word: .alignment, openDocument: .alignment, conversion: .commonest),
        .init(
            \.leftIndent, initial: .zero,
            word: .twips("left", of: "ind", alsoRead: ["start"], replacing: ["leftChars", "startChars"]),
            openDocument: .length("fo:margin-left", shorthand: "fo:margin"), conversion: .commonest),
        .init(
            \.rightIndent, initial: .zero,
            word: .twips("right", of: "ind", alsoRead: ["end"], replacing: ["rightChars", "endChars"]),
            openDocument: .length("fo:margin-right", shorthand: "fo:margin"), conversion: .commonest),
        .init(
            \.firstLineIndent, initial: .zero, word: .firstLineIndent,
            openDocument: .length("fo:text-indent", replacing: ["style:auto-text-indent"]),
            conversion: .commonest),
        .init(
            \.spaceBefore, initial: .zero,
            word: .twips("before", of: "spacing", replacing: ["beforeAutospacing", "beforeLines"]),
            openDocument: .length("fo:margin-top", shorthand: "fo:margin"), conversion: .commonest),
        .init(
            \.spaceAfter, initial: .zero,
            word: .twips("after", of: "spacing", replacing: ["afterAutospacing", "afterLines"]),
            openDocument: .length("fo:margin-bottom", shorthand: "fo:margin"), conversion: .commonest),
        .init(
            \.hasAutomaticSpaceBefore, initial: false, word: .onOff("beforeAutospacing", of: "spacing"),
            conversion: .lost),
        .init(
            \.hasAutomaticSpaceAfter, initial: false, word: .onOff("afterAutospacing", of: "spacing"),
            conversion: .lost),
        // Where neighbours waive it, conversion takes their space away.
        .init(
            \.ignoresSpacingBetweenLikes, initial: false, word: .onOff("contextualSpacing"),
            openDocument: .onOff("style:contextual-spacing", "true", "false"), conversion: .lost),
        .init(
            \.lineSpacing, initial: .lines(1), word: .lineSpacing, openDocument: .lineSpacing,
            conversion: .commonest),
        .init(
            \.keepsWithNext, initial: false, word: .onOff("keepNext"),
            openDocument: .onOff("fo:keep-with-next", "always", "auto"), conversion: .switchedOn),
        .init(
            \.staysWhole, initial: false, word: .onOff("keepLines"),
            openDocument: .onOff("fo:keep-together", "always", "auto"), conversion: .switchedOn),
        // The lines stand at the text, and not only around a group of paragraphs, as they do in Word.
        .init(
            \.topBorder, word: .border("top"),
            openDocument: .border("fo:border-top", before: ("fo:padding", "0mm")), conversion: .unanimous),
        .init(
            \.bottomBorder, word: .border("bottom"), openDocument: .border("fo:border-bottom"),
            conversion: .unanimous),
        .init(
            \.leftBorder, word: .border("left", alsoRead: ["start"]), openDocument: .border("fo:border-left"),
            conversion: .lost),
        .init(
            \.rightBorder, word: .border("right", alsoRead: ["end"]),
            openDocument: .border("fo:border-right", after: ("style:join-border", "false")), conversion: .lost
        ),
        .init(
            \.beginsPage, initial: false, word: .onOff("pageBreakBefore"),
            openDocument: .onOff("fo:break-before", "page", "auto"), conversion: .direct),
        .init(\.tabs, word: .tabs, openDocument: .tabs, conversion: .direct),
        // OpenDocument keeps it on the paragraph or the style itself.
        .init(\.outlineLevel, word: .outlineLevel, conversion: .unanimous),
        .init(
            \.background, initial: .automatic, word: .shading(), openDocument: .background, conversion: .lost),
    ])

    static let wordElement = "pPr"
    static let openDocumentElement = "paragraph-properties"

    /// The children of `w:pPr` that a list sets for its paragraphs.
    static let setByLists: Set<String> = ["ind", "tabs"]
}
