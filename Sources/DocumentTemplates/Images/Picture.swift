internal import Diagnostics
internal import XMLTree

/// A picture's bytes, with what a document must know of them.
struct Picture: Hashable, Sendable {
    let bytes: [UInt8]
    let kind: Kind
    /// As it is seen.
    let size: PictureSize
    /// How far its pixels are to be turned clockwise to be seen, in degrees: 0, 90, 180 or 270.
    let turn: Int

    enum Kind: String, Hashable, Sendable, CaseIterable {
        case png
        case jpeg
        case svg

        var mediaType: String {
            switch self {
            case .png: "image/png"
            case .jpeg: "image/jpeg"
            case .svg: "image/svg+xml"
            }
        }
    }

    /// Recognises a whole picture by its bytes, whatever its file is called.
    init(_ bytes: [UInt8]) throws(PictureFault) {
        self.bytes = bytes
        var orientation = ExifOrientation.upright
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            kind = .png
            size = try PictureSize(png: bytes)
        } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            kind = .jpeg
            let pixels = try PictureSize(jpeg: bytes, &orientation)
            size = orientation.isSideways ? PictureSize(width: pixels.height, height: pixels.width) : pixels
        } else if bytes.looksLikeXML {
            kind = .svg
            size = try PictureSize(svg: bytes)
        } else {
            throw .foreign
        }
        guard !orientation.isMirrored else { throw .mirrored }
        turn = orientation.turn
    }
}

/// Why bytes are no picture for a document.
enum PictureFault: Error, Hashable {
    /// Neither PNG nor JPEG nor SVG.
    case foreign
    case broken
    /// An SVG that runs or loads something.
    case active
    /// A JPEG that says its pixels are to be mirrored.
    case mirrored
    /// More than `Limit.pixelCount`: whoever opens the document keeps four bytes for each.
    case tooManyPixels(width: Int, height: Int)
}

/// Width and height in millimetres.
struct PictureSize: Hashable, Sendable {
    var width: Double
    var height: Double

    /// Dots an inch where a picture says nothing.
    static let usualDensity = 96.0

    init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }

    init(pixels: (width: Int, height: Int), perInch density: (x: Double, y: Double)?) throws(PictureFault) {
        guard pixels.width > 0, pixels.height > 0 else { throw .broken }
        guard pixels.width <= Limit.pixelCount.value / pixels.height else {
            throw .tooManyPixels(width: pixels.width, height: pixels.height)
        }
        var density = density ?? (PictureSize.usualDensity, PictureSize.usualDensity)
        if !(1...100_000).contains(density.x) || !(1...100_000).contains(density.y) {
            density = (PictureSize.usualDensity, PictureSize.usualDensity)
        }
        width = Double(pixels.width) * 25.4 / density.x
        height = Double(pixels.height) * 25.4 / density.y
    }

    /// The room of a page of A4 within usual margins, where a template does not say how much there is.
    static let usualRoom = PictureSize(width: 170, height: 250)
    /// More than a page of Word may have, in millimetres.
    static let longestSide = 558.8

    /// The size brought down to what a page can hold.
    var onOnePage: PictureSize {
        width > PictureSize.longestSide || height > PictureSize.longestSide
            ? scaled(toWidth: PictureSize.longestSide, height: PictureSize.longestSide) : self
    }

    /// The largest size of the same shape within the limits.
    func scaled(toWidth limitWidth: Double?, height limitHeight: Double?) -> PictureSize {
        let factors = [limitWidth.map { $0 / width }, limitHeight.map { $0 / height }].compactMap { $0 }
        let factor = factors.min() ?? 1
        return PictureSize(width: width * factor, height: height * factor)
    }

    // MARK: PNG

    init(png bytes: [UInt8]) throws(PictureFault) {
        var position = 8
        var pixels: (Int, Int)?
        var density: (Double, Double)?
        var hasData = false
        while position + 12 <= bytes.count {
            let length = bytes.number(at: position, count: 4)
            let end = position + 12 + length
            guard end <= bytes.count else { throw .broken }
            let name = String(decoding: bytes[(position + 4)..<(position + 8)], as: UTF8.self)
            let body = position + 8
            switch name {
            case "IHDR" where length >= 13:
                pixels = (bytes.number(at: body, count: 4), bytes.number(at: body + 4, count: 4))
            case "pHYs" where length >= 9 && bytes[body + 8] == 1:
                density = (
                    Double(bytes.number(at: body, count: 4)) * 0.0254,
                    Double(bytes.number(at: body + 4, count: 4)) * 0.0254
                )
            case "IDAT": hasData = true
            case "IEND":
                guard let pixels, hasData else { throw .broken }
                try self.init(pixels: pixels, perInch: density)
                return
            default: break
            }
            position = end
        }
        throw .broken
    }

    // MARK: SVG

    init(svg bytes: [UInt8]) throws(PictureFault) {
        let root: Element
        do throws(XMLRefusal) { root = try Element(reading: bytes, file: "svg") } catch {
            throw error.declaresType ? .active : .broken
        }
        guard root.name.local == "svg" else { throw .foreign }
        guard !root.isActive else { throw .active }
        let box = (root.attribute("viewBox") ?? "").split(whereSeparator: {
            $0 == " " || $0 == "," || $0 == "\n"
        }).compactMap { Double($0) }
        let boxSize = box.count == 4 && box[2] > 0 && box[3] > 0 ? (box[2], box[3]) : nil
        let wide = root.attribute("width").flatMap(svgMillimetres)
        let high = root.attribute("height").flatMap(svgMillimetres)
        let pixel = 25.4 / PictureSize.usualDensity
        switch (wide, high, boxSize) {
        case (let wide?, let high?, _): self.init(width: wide, height: high)
        case (let wide?, nil, let box?): self.init(width: wide, height: wide * box.1 / box.0)
        case (nil, let high?, let box?): self.init(width: high * box.0 / box.1, height: high)
        case (nil, nil, let box?): self.init(width: box.0 * pixel, height: box.1 * pixel)
        // What browsers do with a drawing that says nothing.
        default: self.init(width: 300 * pixel, height: 150 * pixel)
        }
    }
}

/// A length of SVG; nil for a share of something.
private func svgMillimetres(_ length: String) -> Double? {
    let factors = [
        ("mm", 1.0), ("cm", 10.0), ("in", 25.4), ("pt", 25.4 / 72), ("pc", 25.4 / 6), ("px", 25.4 / 96),
    ]
    for (unit, factor) in factors where length.hasSuffix(unit) {
        return Double(length.dropLast(2)).map { $0 * factor }.flatMap { $0 > 0 ? $0 : nil }
    }
    return Double(length).map { $0 * 25.4 / 96 }.flatMap { $0 > 0 ? $0 : nil }
}

extension Element {
    /// Whether a drawing runs a script, or loads something from elsewhere.
    fileprivate var isActive: Bool {
        if ["script", "foreignObject", "iframe"].contains(name.local) { return true }
        for attribute in attributes {
            if attribute.name.prefix.isEmpty, attribute.name.local.hasPrefix("on") { return true }
            let isReference = ["href", "src"].contains(attribute.name.local) && name.local != "a"
            if isReference, !attribute.value.hasPrefix("#"), !attribute.value.hasPrefix("data:image/") {
                return true
            }
            if attribute.value.contains("url("), !attribute.value.contains("url(#"),
                !attribute.value.contains("url('#"), !attribute.value.contains("url(\"#")
            {
                return true
            }
        }
        if name.local == "style", text.contains("@import") || text.contains("url(http") { return true }
        return elements.contains(where: \.isActive)
    }
}

extension [UInt8] {
    fileprivate var looksLikeXML: Bool {
        var rest = self[...]
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        return rest.first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 } == UInt8(ascii: "<")
    }

    /// A big-endian number.
    func number(at place: Int, count: Int) -> Int {
        guard place + count <= self.count else { return 0 }
        return self[place..<(place + count)].reduce(0) { $0 << 8 | Int($1) }
    }
}
