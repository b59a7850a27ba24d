internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

/// The formats that fields of an OpenDocument part name for their dates and numbers, as Word's pictures.
struct OpenDocumentDataStyles {
    private var pictures: [String: String] = [:]

    /// Reads the automatic styles of a part.
    init(_ styles: [Element]) {
        for style in styles {
            guard let name = style.value("name"), let picture = OpenDocumentDataStyles.picture(of: style)
            else { continue }
            pictures[name] = picture
        }
    }

    /// The picture of a field; nil where it names no format that changes what is shown, or one that has no picture.
    func picture(of field: Element) -> String? {
        field.attribute("data-style-name", in: OpenDocumentNames.style).flatMap { pictures[$0] }
    }

    private static func picture(of style: Element) -> String? {
        switch style.name.local {
        case "date-style", "time-style": datePicture(of: style)
        case "number-style": numberPicture(of: style)
        default: nil
        }
    }

    private static func datePicture(of style: Element) -> String? {
        var picture = ""
        for part in style.elements {
            let isLong = part.value("style") == "long"
            switch part.name.local {
            case "day": picture += isLong ? "dd" : "d"
            case "month": picture += part.value("textual") == "true" ? "MMMM" : isLong ? "MM" : "M"
            case "year": picture += isLong ? "yyyy" : "yy"
            case "day-of-week": picture += isLong ? "dddd" : "ddd"
            case "hours": picture += isLong ? "HH" : "H"
            case "minutes": picture += isLong ? "mm" : "m"
            case "seconds": picture += isLong ? "ss" : "s"
            case "text": picture += quoted(part.text)
            default: return nil
            }
        }
        return picture.isEmpty ? nil : picture
    }

    /// Nil for the format that shows a number as it is.
    private static func numberPicture(of style: Element) -> String? {
        var picture = ""
        for part in style.elements {
            switch part.name.local {
            case "number":
                let places = part.value("decimal-places").flatMap { Int($0) }
                let isGrouped = part.value("grouping") == "true"
                guard isGrouped || places != nil,
                    let digits = part.value("min-integer-digits").flatMap({ Int($0) }),
                    (0...20).contains(digits), (0...20).contains(places ?? 0)
                else { return nil }
                let (group, mark) = style.value("language") == "en" ? (",", ".") : (".", ",")
                let whole = String(repeating: "0", count: digits)
                picture +=
                    isGrouped
                    ? "#\(group)" + String(repeating: "#", count: max(0, 3 - digits)) + whole : whole
                let least = part.value("min-decimal-places").flatMap { Int($0) } ?? places ?? 0
                if let places, places > 0 {
                    picture += mark + String(repeating: "0", count: min(least, places))
                    picture += String(repeating: "#", count: max(0, places - least))
                }
            case "text": picture += quoted(part.text)
            default: return nil
            }
        }
        return picture.isEmpty ? nil : picture
    }

    /// Letters that mean themselves.
    private static func quoted(_ words: String) -> String {
        words.contains(where: \.isLetter) ? "'\(words.replacing("'", with: "’"))'" : words
    }
}
