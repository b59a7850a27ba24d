internal import OfficePackage
internal import XMLTree

/// What one level of a Word document says about letters; nil where it is silent.
struct CharacterLayer {
    var ascii: FontChoice?
    var highAnsi: FontChoice?
    var size: Double?
    var underline: EffectiveCharacters.Underline?
    var colour: Colour?
    var background: Colour?
    var language: String?
    var position: EffectiveCharacters.Position?
    var doubleStrike: Bool?
    var toggles = Toggles()
    var characterStyle: String?

    enum FontChoice {
        case named(String)
        case theme(String)
    }

    /// Properties that a second style switches off again (ISO/IEC 29500-1, 17.7.3), as two sets of bits.
    struct Toggles {
        /// Which the level speaks of.
        private(set) var said: UInt8 = 0
        /// Which it switches on; part of `said`.
        private(set) var on: UInt8 = 0

        enum Kind: UInt8 {
            case bold = 1, italic = 2, allCapitals = 4, smallCapitals = 8, strike = 16, hidden = 32
        }

        func has(_ kind: Kind) -> Bool { on & kind.rawValue != 0 }

        mutating func set(_ kind: Kind, _ isOn: Bool) {
            said |= kind.rawValue
            if isOn { on |= kind.rawValue } else { on &= ~kind.rawValue }
        }

        mutating func cover(with upper: Self) {
            on = (on & ~upper.said) | upper.on
            said |= upper.said
        }

        /// On where the defaults, or an odd number of styles, say so.
        static func combined(defaults: Self, styles: [Self]) -> Self {
            styles.reduce(into: Toggles()) { result, style in
                result.on ^= style.on
                result.said |= style.said
            }.under(defaults)
        }

        private func under(_ defaults: Self) -> Self {
            var result = self
            result.on |= defaults.on
            result.said |= defaults.said
            return result
        }
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
        case "rStyle": characterStyle = child.value
        case "rFonts":
            ascii = Self.font(child, "asciiTheme", "ascii")
            highAnsi = Self.font(child, "hAnsiTheme", "hAnsi")
        case "sz": size = child.value.flatMap(Self.size)
        case "b": toggles.set(.bold, child.isOn)
        case "i": toggles.set(.italic, child.isOn)
        case "caps": toggles.set(.allCapitals, child.isOn)
        case "smallCaps": toggles.set(.smallCapitals, child.isOn)
        case "strike": toggles.set(.strike, child.isOn)
        case "dstrike": doubleStrike = child.isOn
        case "vanish": toggles.set(.hidden, child.isOn)
        case "u":
            switch child.value {
            case "none"?: underline = EffectiveCharacters.Underline.none
            case "single"?, nil: underline = .single
            case let other?: underline = .other(other)
            }
        case "color": colour = theme.colour(child)
        case "highlight": background = child.value.flatMap { WordTheme.highlights[$0] } ?? .automatic
        case "shd": background = child.wordAttribute("fill").flatMap(Colour.init(hexadecimal:)) ?? .automatic
        case "lang": language = child.value ?? language
        case "vertAlign":
            switch child.value {
            case "superscript"?: position = .raised
            case "subscript"?: position = .lowered
            default: position = .baseline
            }
        default: break
        }
    }

    private static func font(_ fonts: Element, _ themed: String, _ named: String) -> FontChoice? {
        if let theme = fonts.wordAttribute(themed) { return .theme(theme) }
        return fonts.wordAttribute(named).map { .named($0) }
    }

    private static func size(_ text: String) -> Double? {
        if let halves = Double(text), halves > 0, halves < 10_000 { return halves / 2 }
        return Measure.length(text)?.points
    }

    /// Puts `upper` over this layer; where both speak, `upper` holds.
    mutating func cover(with upper: Self) {
        ascii = upper.ascii ?? ascii
        highAnsi = upper.highAnsi ?? highAnsi
        size = upper.size ?? size
        underline = upper.underline ?? underline
        colour = upper.colour ?? colour
        background = upper.background ?? background
        language = upper.language ?? language
        position = upper.position ?? position
        doubleStrike = upper.doubleStrike ?? doubleStrike
        toggles.cover(with: upper.toggles)
    }

    /// Defaults, then the styles over them: a toggle is on where an odd number of styles, or the defaults, set it.
    static func combined(defaults: Self, styles: [Self]) -> Self {
        var result = defaults
        for style in styles { result.cover(with: style) }
        result.toggles = Toggles.combined(defaults: defaults.toggles, styles: styles.map(\.toggles))
        return result
    }

    /// What holds for a run with this text.
    func effective(text: String, theme: WordTheme) -> EffectiveCharacters {
        var format = EffectiveCharacters()
        let plain = ascii.flatMap(theme.font)
        let accented = highAnsi.flatMap(theme.font)
        var hasPlain = false
        var hasAccented = false
        for byte in text.utf8 {
            if byte >= 0x80 { hasAccented = true } else if byte > 0x20 { hasPlain = true }
        }
        if hasAccented, !hasPlain {
            format.font = accented
        } else {
            format.font = plain
            if hasAccented, accented != plain { format.accentedFont = accented }
        }
        // The standard's own size where nothing gives one (17.3.2.38).
        format.size = size ?? 10
        format.weight = toggles.has(.bold) ? .bold : .regular
        format.slant = toggles.has(.italic) ? .italic : .upright
        format.underline = underline ?? .none
        format.isStruckThrough = toggles.has(.strike) || doubleStrike == true
        format.letterCase =
            toggles.has(.allCapitals) ? .allCapitals : toggles.has(.smallCapitals) ? .smallCapitals : .asTyped
        format.colour = colour ?? .automatic
        format.background = background == .automatic ? nil : background
        format.language = language
        format.isHidden = toggles.has(.hidden)
        format.position = position ?? .baseline
        return format
    }
}
