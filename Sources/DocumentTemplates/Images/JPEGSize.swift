extension PictureSize {
    /// Of the pixels; `orientation` is how they are to be turned to be seen.
    init(jpeg bytes: [UInt8], _ orientation: inout ExifOrientation) throws(PictureFault) {
        var position = 2
        var density: (Double, Double)?
        while position + 4 <= bytes.count {
            guard bytes[position] == 0xFF else { throw .broken }
            let marker = bytes[position + 1]
            if marker == 0xFF {
                position += 1
                continue
            }
            let length = bytes.number(at: position + 2, count: 2)
            let body = position + 4
            let end = position + 2 + length
            guard length >= 2, end <= bytes.count else { throw .broken }
            switch marker {
            case 0xE0 where length >= 14 && bytes[body..<end].starts(with: Array("JFIF\0".utf8)):
                let x = Double(bytes.number(at: body + 8, count: 2))
                let y = Double(bytes.number(at: body + 10, count: 2))
                switch bytes[body + 7] {
                case 1: density = (x, y)
                case 2: density = (x * 2.54, y * 2.54)
                default: break
                }
            case 0xE1 where bytes[body..<end].starts(with: Array("Exif\0\0".utf8)):
                let exif = Exif(Array(bytes[(body + 6)..<end]))
                density = density ?? exif.density
                orientation = exif.orientation
            case 0xC0...0xCF where ![0xC4, 0xC8, 0xCC].contains(marker) && length >= 7:
                // The data must end, or the file was cut off.
                guard bytes.suffix(4096).hasPair(0xFF, 0xD9) else { throw .broken }
                let height = bytes.number(at: body + 1, count: 2)
                let width = bytes.number(at: body + 3, count: 2)
                try self.init(pixels: (width, height), perInch: density)
                return
            case 0xDA, 0xD9: throw .broken
            default: break
            }
            position = end
        }
        throw .broken
    }
}

extension Sequence<UInt8> {
    fileprivate func hasPair(_ first: UInt8, _ second: UInt8) -> Bool {
        var before: UInt8 = 0
        for byte in self {
            if before == first, byte == second { return true }
            before = byte
        }
        return false
    }
}

/// How the pixels of a picture are to be turned to be seen, as a camera says it.
enum ExifOrientation: Int {
    case upright = 1
    case mirrored, turnedAround, mirroredDown, mirroredLeft, turnedRight, mirroredRight, turnedLeft

    var isMirrored: Bool {
        switch self {
        case .mirrored, .mirroredDown, .mirroredLeft, .mirroredRight: true
        case .upright, .turnedAround, .turnedRight, .turnedLeft: false
        }
    }

    /// Clockwise, in degrees.
    var turn: Int {
        switch self {
        case .upright, .mirrored: 0
        case .turnedRight, .mirroredRight: 90
        case .turnedAround, .mirroredDown: 180
        case .turnedLeft, .mirroredLeft: 270
        }
    }

    var isSideways: Bool { turn % 180 != 0 }
}

/// What a camera tells of a JPEG: the dots an inch, and how it was held.
private struct Exif {
    private(set) var density: (Double, Double)?
    private(set) var orientation = ExifOrientation.upright

    init(_ bytes: [UInt8]) {
        guard bytes.count >= 8 else { return }
        let isLittle = bytes[0] == UInt8(ascii: "I")
        func number(_ place: Int, _ count: Int) -> Int? {
            guard place >= 0, place + count <= bytes.count else { return nil }
            let slice = bytes[place..<(place + count)]
            return (isLittle ? Array(slice.reversed()) : Array(slice)).reduce(0) { $0 << 8 | Int($1) }
        }
        func fraction(_ place: Int) -> Double? {
            guard let above = number(place, 4), let below = number(place + 4, 4), below > 0 else {
                return nil
            }
            return Double(above) / Double(below)
        }
        guard let start = number(4, 4), let count = number(start, 2) else { return }
        var x: Double?
        var y: Double?
        var unit = 2
        for entry in 0..<count {
            let place = start + 2 + 12 * entry
            guard let tag = number(place, 2), let offset = number(place + 8, 4) else { return }
            switch tag {
            case 0x0112:
                if let known = number(place + 8, 2).flatMap(ExifOrientation.init(rawValue:)) {
                    orientation = known
                }
            case 0x011A: x = fraction(offset)
            case 0x011B: y = fraction(offset)
            case 0x0128: unit = number(place + 8, 2) ?? 2
            default: break
            }
        }
        guard let x, unit == 2 || unit == 3 else { return }
        let factor = unit == 3 ? 2.54 : 1
        density = (x * factor, (y ?? x) * factor)
    }
}
