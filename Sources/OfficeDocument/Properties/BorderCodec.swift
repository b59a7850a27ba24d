internal import OfficePackage
internal import XMLTree

/// Borders as both formats write them.
extension Border {
    // MARK: Word

    init(word element: Element, theme: WordTheme) {
        let style = element.value ?? Border.none.style
        guard style != Border.none.style, style != "nil" else {
            self = .none
            return
        }
        let eighths = element.wordAttribute("sz").flatMap { Double($0) }
        self.init(
            style: style, width: eighths.flatMap { Measure.length(metricUnits: $0 * 12_700 / 8) },
            colour: theme.colour(element, valueName: "color") ?? .automatic)
    }

    /// Makes an element such as `w:top` say this line.
    func write(word element: inout Element) {
        element.attributes = []
        guard drawn != nil else { return element.setValue("nil") }
        element.setValue(style == "solid" ? "single" : style)
        let eighths = Int(((width ?? Border.usualWidth).points * 8).rounded())
        element.set(element.wordName("sz"), to: String(eighths))
        element.set(element.wordName("space"), to: "0")
        element.set(element.wordName("color"), to: colour?.hexadecimal ?? "auto")
    }

    // MARK: OpenDocument

    /// A line as `0.5pt solid #000000`.
    init(openDocument text: String) {
        let words = text.split(separator: " ").map(String.init)
        guard words.count >= 2, !words.contains("none"), !words.contains("hidden") else {
            self = .none
            return
        }
        self.init(style: "solid", width: nil, colour: nil)
        for word in words {
            if let width = Measure.length(word) {
                self.width = width
            } else if let colour = Colour(hexadecimal: word) {
                self.colour = colour
            } else {
                style = word
            }
        }
    }

    private static let openDocumentStyles: Set<String> = [
        "solid", "dotted", "dashed", "double", "groove", "ridge", "inset", "outset", "dash-dot",
        "dash-dot-dot", "fine-dashed", "double-thin",
    ]

    var openDocument: String {
        guard drawn != nil else { return Border.none.style }
        let width = OpenDocumentFormatting.points(width ?? Border.usualWidth)
        let style = Border.openDocumentStyles.contains(style) ? style : "solid"
        return "\(width) \(style) #\((colour?.hexadecimal ?? "000000").lowercased())"
    }
}
