internal import XMLTree

/// What an element of HTML says of how its words look: by its name, its attributes, and by CSS in its `style`, which goes before both.
///
/// Fonts, sizes, colours, indents, and alignments to the left or to both edges are the template's.
struct HTMLLook: Hashable {
    private(set) var isHidden = false
    private(set) var isStrong: Bool?
    private(set) var isEmphasised: Bool?
    private(set) var isStruck = false
    private(set) var isUnderlined = false
    private(set) var height = RichStyle.Height.line
    /// Unset where it says to both edges, nil where it says nothing.
    private(set) var alignment: RichTable.Alignment?

    init(_ element: Element) {
        let name = element.name.local.lowercased()
        switch name {
        case "b", "strong": isStrong = true
        case "i", "em", "cite", "var": isEmphasised = true
        case "s", "strike", "del": isStruck = true
        case "u", "ins": isUnderlined = true
        case "sup": height = .superscript
        case "sub": height = .subscript
        case "center": alignment = .center
        default: break
        }
        isHidden = element.attribute("hidden") != nil
        element.attribute("align").map { align($0.lowercased()) }
        for (property, value) in element.styleDeclarations { obey(property, value) }
    }

    private mutating func align(_ value: String) {
        switch value {
        case "center": alignment = .center
        case "right", "end": alignment = .right
        case "left", "start": alignment = .left
        case "justify": alignment = .unset
        default: break
        }
    }

    private mutating func obey(_ property: String, _ value: String) {
        switch property {
        case "display": isHidden = value == "none"
        case "visibility": if ["hidden", "collapse"].contains(value) { isHidden = true }
        case "mso-hide": if value == "all" { isHidden = true }
        case "font-weight":
            let weight = ["normal": 400, "lighter": 400, "bold": 700, "bolder": 700][value] ?? Int(value)
            if let weight { isStrong = weight >= 600 }
        case "font-style":
            if value == "normal" { isEmphasised = false }
            if value.hasPrefix("italic") || value.hasPrefix("oblique") { isEmphasised = true }
        case "text-decoration", "text-decoration-line":
            isStruck = value.contains("line-through")
            isUnderlined = value.contains("underline")
        case "vertical-align":
            switch value {
            case "super": height = .superscript
            case "sub": height = .subscript
            case "baseline": height = .line
            default: break
            }
        case "text-align": align(value)
        default: break
        }
    }

    /// The words as the element wants them.
    func applied(to inlines: [RichInline]) -> [RichInline] {
        guard inlines.contains(where: { ![.text(" "), .text(""), .lineBreak].contains($0) }) else {
            return inlines
        }
        var words = inlines
        switch isStrong {
        case true?: words = [.strong(words)]
        case false?: words = [.light(words)]
        case nil: break
        }
        switch isEmphasised {
        case true?: words = [.emphasis(words)]
        case false?: words = [.upright(words)]
        case nil: break
        }
        if isStruck { words = [.strike(words)] }
        if isUnderlined { words = [.underlined(words)] }
        if height != .line { words = [.raised(words, height)] }
        return words
    }
}

extension Element {
    /// The declarations of its `style`, in small letters, one after the other.
    var styleDeclarations: [(property: String, value: String)] {
        (attribute("style") ?? "").lowercased().split(separator: ";").compactMap { declaration in
            guard let colon = declaration.firstIndex(of: ":") else { return nil }
            let value = declaration[declaration.index(after: colon)...].replacing("!important", with: "")
            return (
                declaration[..<colon].split(whereSeparator: \.isWhitespace).joined(),
                value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            )
        }
    }
}
