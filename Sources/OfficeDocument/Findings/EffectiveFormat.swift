/// How letters look after everything that has a say in it; nil where the file does not tell.
///
/// It has every property of `CharacterFormat`; one that is on or off is off where nothing is said.
@dynamicMemberLookup package struct EffectiveCharacters: Hashable, Sendable {
    @usableFromInline var format = CharacterFormat()

    package init() {}

    init(_ format: CharacterFormat) { self.format = format }

    @inlinable package subscript<Value>(dynamicMember property: WritableKeyPath<CharacterFormat, Value?>)
        -> Value?
    {
        get { format[keyPath: property] }
        set { format[keyPath: property] = newValue }
    }

    @inlinable package subscript(dynamicMember property: WritableKeyPath<CharacterFormat, Bool?>) -> Bool {
        get { format[keyPath: property] ?? false }
        set { format[keyPath: property] = newValue }
    }

    package var isStruckThrough: Bool {
        format.isStruckThrough == true || format.isDoubleStruckThrough == true
    }

    /// Whether a font of symbols shows some of the letters.
    package var showsSymbols: Bool { isOfSymbols(format.font) || isOfSymbols(format.accentedFont) }

    private func isOfSymbols(_ font: String?) -> Bool { font.map(SymbolFont.isNamed) ?? false }

    /// What the fonts of symbols show of the text, one for one; letters in other fonts stay.
    func signs(of text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    let font = scalar.isASCII ? format.font : format.accentedFont ?? format.font
                    guard let font, isOfSymbols(font) else { return scalar }
                    return SymbolFont.shown(scalar, in: font)
                }))
    }

    /// As it is where no letters are left that a font of symbols has to show.
    var withoutSymbolFonts: EffectiveCharacters {
        var look = self
        if isOfSymbols(format.font) { look.font = nil }
        if isOfSymbols(format.accentedFont) { look.accentedFont = nil }
        return look
    }

    package var underline: CharacterFormat.Underline { format.underline ?? .absent }

    package var letterCase: CharacterFormat.LetterCase { format.letterCase ?? .asTyped }

    package var position: CharacterFormat.Position { format.position ?? .baseline }

    package var background: Colour? { format.background == .automatic ? nil : format.background }

    /// Language and country, such as `vi-VN`.
    package var language: String? {
        guard let language = format.language, !language.hasPrefix("none"), !language.hasPrefix("-") else {
            return nil
        }
        return language
    }
}

/// How a paragraph is set after everything that has a say in it; nil where the file does not tell.
///
/// It has every property of `ParagraphFormat`; one that is on or off is off where nothing is said.
@dynamicMemberLookup package struct EffectiveParagraph: Hashable, Sendable {
    @usableFromInline var format = ParagraphFormat()

    package init() {}

    init(_ format: ParagraphFormat) { self.format = format }

    @inlinable package subscript<Value>(dynamicMember property: WritableKeyPath<ParagraphFormat, Value?>)
        -> Value?
    {
        get { format[keyPath: property] }
        set { format[keyPath: property] = newValue }
    }

    @inlinable package subscript(dynamicMember property: WritableKeyPath<ParagraphFormat, Bool?>) -> Bool {
        get { format[keyPath: property] ?? false }
        set { format[keyPath: property] = newValue }
    }

    /// From 1; nil for text that is no heading.
    package var outlineLevel: Int? { format.outlineLevel.flatMap { $0 > 0 ? $0 : nil } }

    /// From left to right.
    package var tabs: [TabStop] { (format.tabs ?? []).sorted { $0.position < $1.position } }

    package var background: Colour? { format.background == .automatic ? nil : format.background }

    /// The lines that are drawn.
    package var borders: Edges<Border?> {
        Edges(
            top: format.topBorder, bottom: format.bottomBorder, left: format.leftBorder,
            right: format.rightBorder
        ).map { $0?.drawn }
    }
}
