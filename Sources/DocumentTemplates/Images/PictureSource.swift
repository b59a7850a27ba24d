internal import FoundationEssentials

/// Pictures as data name them: a file of the resources, a `data:` address, or bytes in Base64.
struct PictureSource {
    let resources: Resources

    /// A picture with the PNG that stands in for it where SVG is not understood.
    struct Found {
        let picture: Picture
        let fallback: Picture?
        /// The file's name; nil for bytes.
        let name: String?
    }

    enum Fault: Error, Hashable {
        case resources(Resources.Fault)
        case picture(PictureFault)
        /// Not the letters of Base64.
        case encoding
        /// The library that draws QR codes is not there.
        case missingLibrary(String)
        /// More than a QR code holds.
        case longCode
        /// More, or other letters, than a bar code holds.
        case barCode
    }

    func picture(named text: String) throws(Fault) -> Found {
        if let encoded = PictureSource.encoded(in: text) {
            guard let data = Data(base64Encoded: encoded, options: .ignoreUnknownCharacters), !data.isEmpty
            else { throw .encoding }
            return Found(picture: try parsed([UInt8](data)), fallback: nil, name: nil)
        }
        let picture = try parsed(try contents(of: text))
        var fallback: Picture?
        if picture.kind == .svg {
            let bare = text.hasSuffix(".svg") ? String(text.dropLast(4)) : text
            if let bytes = try? contents(of: bare + ".png") { fallback = try parsed(bytes) }
        }
        return Found(
            picture: picture, fallback: fallback, name: text.split(separator: "/").last.map(String.init))
    }

    private func contents(of name: String) throws(Fault) -> [UInt8] {
        do throws(Resources.Fault) { return try resources.contents(of: name) } catch {
            throw .resources(error)
        }
    }

    private func parsed(_ bytes: [UInt8]) throws(Fault) -> Picture {
        do throws(PictureFault) { return try Picture(bytes) } catch { throw .picture(error) }
    }

    /// The Base64 of a `data:` address, or of a text that begins as a picture in Base64 does.
    private static func encoded(in text: String) -> String? {
        if text.hasPrefix("data:") {
            guard let comma = text.firstIndex(of: ",") else { return "" }
            return text[..<comma].hasSuffix(";base64") ? String(text[text.index(after: comma)...]) : ""
        }
        let beginnings = ["iVBORw0KGgo", "/9j/", "PHN2Zy", "PD94bWwg"]
        return text.utf8.count > 60 && beginnings.contains(where: text.hasPrefix) ? text : nil
    }
}
