internal import OfficePackage
internal import XMLTree

/// What one style of an OpenDocument text says about letters; nil where it is silent.
struct OpenDocumentCharacterLayer {
    var font: String?
    var size: Size?
    var weight: CharacterFormat.Weight?
    var slant: CharacterFormat.Slant?
    var underline: EffectiveCharacters.Underline?
    var isStruckThrough: Bool?
    var allCapitals: Bool?
    var smallCapitals: Bool?
    var colour: Colour?
    var background: Colour?
    var language: String?
    var country: String?
    var isHidden: Bool?
    var position: EffectiveCharacters.Position?

    enum Size {
        case points(Double)
        /// Of the size of the style below.
        case share(Double)
    }

    init() {}

    /// `faces` gives the family of each declared font.
    init(_ properties: Element?, faces: [String: String]) {
        guard let properties else { return }
        for attribute in properties.attributes { read(attribute, faces: faces) }
        // The window's colour is black on white, unless a colour is given as well.
        if properties.style("use-window-font-color") == "true" { colour = .automatic }
    }

    private mutating func read(_ attribute: Element.Attribute, faces: [String: String]) {
        let value = attribute.value
        switch (attribute.name.namespace, attribute.name.local) {
        case (OpenDocumentNames.style, "font-name"): font = faces[value] ?? value
        case (OpenDocumentNames.fo, "font-family"): font = font ?? Self.family(value)
        case (OpenDocumentNames.fo, "font-size"):
            if let share = Measure.percent(value) {
                size = .share(share)
            } else if let length = Measure.length(value) {
                size = .points(length.points)
            }
        case (OpenDocumentNames.fo, "font-weight"):
            weight = value == "bold" || (Int(value) ?? 0) >= 600 ? .bold : .regular
        case (OpenDocumentNames.fo, "font-style"): slant = value == "normal" ? .upright : .italic
        case (OpenDocumentNames.style, "text-underline-style"):
            underline =
                value == "none"
                ? EffectiveCharacters.Underline.none : value == "solid" ? .single : .other(value)
        case (OpenDocumentNames.style, "text-line-through-style"): isStruckThrough = value != "none"
        case (OpenDocumentNames.fo, "text-transform"): allCapitals = value == "uppercase"
        case (OpenDocumentNames.fo, "font-variant"): smallCapitals = value == "small-caps"
        case (OpenDocumentNames.fo, "color"): colour = Colour(hexadecimal: value)
        case (OpenDocumentNames.fo, "background-color"): background = Colour(hexadecimal: value) ?? .automatic
        case (OpenDocumentNames.fo, "language"): language = value
        case (OpenDocumentNames.fo, "country"): country = value
        case (OpenDocumentNames.text, "display"): isHidden = value == "none"
        case (OpenDocumentNames.style, "text-position"):
            let height = value.split(separator: " ").first.map(String.init) ?? ""
            let share = Measure.percent(height) ?? 0
            position =
                height == "super" || share > 0 ? .raised : height == "sub" || share < 0 ? .lowered : .baseline
        default: break
        }
    }

    /// The first family of a list, without its quotes.
    static func family(_ list: String) -> String {
        let first = list.split(separator: ",").first.map(String.init) ?? list
        return String(first.filter { $0 != "'" && $0 != "\"" })
    }

    mutating func cover(with upper: Self) {
        font = upper.font ?? font
        if let above = upper.size { size = above.over(size) }
        weight = upper.weight ?? weight
        slant = upper.slant ?? slant
        underline = upper.underline ?? underline
        isStruckThrough = upper.isStruckThrough ?? isStruckThrough
        allCapitals = upper.allCapitals ?? allCapitals
        smallCapitals = upper.smallCapitals ?? smallCapitals
        colour = upper.colour ?? colour
        background = upper.background ?? background
        language = upper.language ?? language
        country = upper.country ?? country
        isHidden = upper.isHidden ?? isHidden
        position = upper.position ?? position
    }

    var effective: EffectiveCharacters {
        var format = EffectiveCharacters()
        format.font = font
        if case .points(let points)? = size { format.size = points }
        format.weight = weight ?? .regular
        format.slant = slant ?? .upright
        format.underline = underline ?? .none
        format.isStruckThrough = isStruckThrough ?? false
        format.letterCase =
            allCapitals == true ? .allCapitals : smallCapitals == true ? .smallCapitals : .asTyped
        format.colour = colour ?? .automatic
        format.background = background == .automatic ? nil : background
        if let language, language != "none" {
            format.language = country.map { $0 == "none" ? language : "\(language)-\($0)" } ?? language
        }
        format.isHidden = isHidden ?? false
        format.position = position ?? .baseline
        return format
    }
}

extension OpenDocumentCharacterLayer.Size {
    func over(_ below: Self?) -> Self {
        guard case .share(let share) = self else { return self }
        switch below {
        case .points(let points)?: return .points(points * share)
        case .share(let other)?: return .share(share * other)
        case nil: return self
        }
    }
}
