internal import OfficePackage
internal import XMLTree

/// The fonts and colours that a Word document refers to by their part in its theme.
struct WordTheme {
    private var fonts: [String: String] = [:]
    private var colours: [String: (red: Double, green: Double, blue: Double)] = [:]
    private var mapping: [String: String] = [:]

    static let highlights: [String: Colour] = [
        "black": .rgb(red: 0, green: 0, blue: 0), "blue": .rgb(red: 0, green: 0, blue: 255),
        "cyan": .rgb(red: 0, green: 255, blue: 255), "green": .rgb(red: 0, green: 255, blue: 0),
        "magenta": .rgb(red: 255, green: 0, blue: 255), "red": .rgb(red: 255, green: 0, blue: 0),
        "yellow": .rgb(red: 255, green: 255, blue: 0), "white": .rgb(red: 255, green: 255, blue: 255),
        "darkBlue": .rgb(red: 0, green: 0, blue: 128), "darkCyan": .rgb(red: 0, green: 128, blue: 128),
        "darkGreen": .rgb(red: 0, green: 128, blue: 0), "darkMagenta": .rgb(red: 128, green: 0, blue: 128),
        "darkRed": .rgb(red: 128, green: 0, blue: 0), "darkYellow": .rgb(red: 128, green: 128, blue: 0),
        "darkGray": .rgb(red: 128, green: 128, blue: 128), "lightGray": .rgb(red: 192, green: 192, blue: 192),
    ]

    init() {}

    /// `settings` names the languages of the theme's fonts and the parts its colours play.
    init(_ root: Element?, settings: Element?) {
        if let map = settings?.word("clrSchemeMapping") {
            for attribute in map.attributes { mapping[attribute.name.local] = attribute.value }
        }
        guard let elements = root?.child("themeElements") else { return }
        for case .element(let colour) in elements.child("clrScheme")?.children ?? [] {
            guard let definition = colour.elements.first,
                let text = definition.value("lastClr") ?? definition.value("val"),
                case .rgb(let red, let green, let blue)? = Colour(hexadecimal: text)
            else { continue }
            colours[colour.name.local] = (Double(red) / 255, Double(green) / 255, Double(blue) / 255)
        }
        for (part, name) in [("majorFont", "major"), ("minorFont", "minor")] {
            let scheme = elements.child("fontScheme")?.child(part)
            for (script, suffixes) in [
                ("latin", ["HAnsi", "Ascii"]), ("ea", ["EastAsia"]), ("cs", ["Bidi"]),
            ] {
                guard let typeface = scheme?.child(script)?.value("typeface"), !typeface.isEmpty else {
                    continue
                }
                for suffix in suffixes { fonts[name + suffix] = typeface }
            }
        }
    }

    /// The font of a part of the theme; empty where the theme has none, for that of the level below is not meant.
    func font(_ part: String) -> String { fonts[part] ?? "" }

    /// The colour an element asks for: its own value, or a part of the theme with tint or shade.
    func colour(_ element: Element, valueName: String = "val") -> Colour? {
        let stated = element.wordAttribute(valueName)
        if let part = element.wordAttribute("themeColor"), let base = themeColour(part) {
            let tint = element.wordAttribute("themeTint").flatMap { UInt8($0, radix: 16) }
            let shade = element.wordAttribute("themeShade").flatMap { UInt8($0, radix: 16) }
            return Self.adjusted(base, tint: tint, shade: shade)
        }
        guard let stated else { return nil }
        return stated == "auto" ? .automatic : Colour(hexadecimal: stated)
    }

    /// The colour a DrawingML fill or line asks for.
    func drawingColour(_ fill: Element) -> Colour? {
        guard let colour = fill.elements.first else { return nil }
        switch colour.name.local {
        case "srgbClr": return colour.value("val").flatMap(Colour.init(hexadecimal:))
        case "sysClr": return colour.value("lastClr").flatMap(Colour.init(hexadecimal:))
        case "schemeClr":
            return colour.value("val").flatMap(themeColour).map { Self.adjusted($0, tint: nil, shade: nil) }
        case "prstClr": return colour.value("val").flatMap { WordTheme.highlights[$0] }
        default: return nil
        }
    }

    private typealias Shade = (red: Double, green: Double, blue: Double)

    private func themeColour(_ part: String) -> (red: Double, green: Double, blue: Double)? {
        let usual = [
            "text1": "dk1", "text2": "dk2", "background1": "lt1", "background2": "lt2", "tx1": "dk1",
            "tx2": "dk2", "bg1": "lt1", "bg2": "lt2", "dark1": "dk1", "light1": "lt1", "dark2": "dk2",
            "light2": "lt2", "hyperlink": "hlink", "followedHyperlink": "folHlink",
        ]
        let slots = ["text1": "t1", "text2": "t2", "background1": "bg1", "background2": "bg2"]
        let mapped = slots[part].flatMap { mapping[$0] } ?? part
        return colours[usual[mapped] ?? mapped]
    }

    /// Tint lightens and shade darkens the luminance (17.3.2.6).
    private static func adjusted(_ colour: Shade, tint: UInt8?, shade: UInt8?) -> Colour {
        var (hue, saturation, luminance) = hsl(colour)
        if let tint { luminance = luminance * Double(tint) / 255 + (1 - Double(tint) / 255) }
        if let shade { luminance *= Double(shade) / 255 }
        guard tint != nil || shade != nil else { return rgb(colour) }
        hue = hue.isFinite ? hue : 0
        saturation = saturation.isFinite ? saturation : 0
        return rgb(rgbOf(hue, saturation, luminance))
    }

    private static func rgb(_ colour: Shade) -> Colour {
        func byte(_ value: Double) -> UInt8 { UInt8(min(max((value * 255).rounded(), 0), 255)) }
        return .rgb(red: byte(colour.red), green: byte(colour.green), blue: byte(colour.blue))
    }

    private static func hsl(_ c: Shade) -> (Double, Double, Double) {
        let high = max(c.red, c.green, c.blue)
        let low = min(c.red, c.green, c.blue)
        let luminance = (high + low) / 2
        let range = high - low
        guard range > 0 else { return (0, 0, luminance) }
        let saturation = luminance > 0.5 ? range / (2 - high - low) : range / (high + low)
        let hue =
            high == c.red
            ? (c.green - c.blue) / range + (c.green < c.blue ? 6 : 0)
            : high == c.green ? (c.blue - c.red) / range + 2 : (c.red - c.green) / range + 4
        return (hue / 6, saturation, luminance)
    }

    private static func rgbOf(_ hue: Double, _ saturation: Double, _ luminance: Double) -> Shade {
        let high =
            luminance < 0.5 ? luminance * (1 + saturation) : luminance + saturation - luminance * saturation
        let low = 2 * luminance - high
        func part(_ offset: Double) -> Double {
            var t = hue + offset
            if t < 0 { t += 1 }
            if t > 1 { t -= 1 }
            if t < 1 / 6.0 { return low + (high - low) * 6 * t }
            if t < 1 / 2.0 { return high }
            if t < 2 / 3.0 { return low + (high - low) * (2 / 3.0 - t) * 6 }
            return low
        }
        return (part(1 / 3.0), part(0), part(-1 / 3.0))
    }
}
