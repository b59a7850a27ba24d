internal import CDigest
internal import Diagnostics
internal import VietnameseText

/// Names that every file system takes: ext4, NTFS, APFS, exFAT and SMB alike.
enum FileName {
    /// Most file systems take 255 bytes or 255 UTF-16 units; the former is the tighter one.
    static let lengthLimit = 255

    /// One part of a path, without what some file system refuses; the same text gives the same name.
    ///
    /// Throws when nothing is left of it.
    static func safe(_ text: String, fileExtension: String, at place: Location) throws(Failure) -> String {
        var stem = Normalization.nfc(text)
        let suffix = fileExtension.isEmpty ? "" : ".\(fileExtension)"
        let isPlain = isPlain(stem)
        // A plain name has no dot, and so no ending.
        if !isPlain, !suffix.isEmpty, stem.lowercased().hasSuffix(suffix) { stem.removeLast(suffix.count) }
        if !isPlain { stem = cleaned(stem) }
        while stem.last == "." || stem.last == " " { stem.removeLast() }
        while stem.first == " " { stem.removeFirst() }
        guard !stem.isEmpty else { throw Failure(.emptyName(text, at: place)) }
        // Hidden names are not for documents.
        if stem.first == "." { stem = "_" + stem }
        if isReserved(stem) { stem = "_" + stem }
        guard stem.utf8.count + suffix.utf8.count > lengthLimit else { return stem + suffix }
        return shortened(stem, to: lengthLimit - suffix.utf8.count) + suffix
    }

    /// The whole path where each part of it is safe as it is, at a glance: nothing but letters, digits, `-` and `_` of ASCII, no device, and
    /// the ending at the end or not there at all; nil says nothing.
    static func plainPath(_ bytes: [UInt8], fileExtension: String) -> String? {
        let ending = fileExtension.utf8
        var end = bytes.count
        let hasEnding =
            end > ending.count && bytes[end - ending.count - 1] == UInt8(ascii: ".")
            && bytes[(end - ending.count)...].elementsEqual(ending)
        if hasEnding { end -= ending.count + 1 }
        var start = 0
        for place in 0...end where place == end || bytes[place] == UInt8(ascii: "/") {
            // Devices have three or four letters; what comes near the limit of a name is looked at closely.
            guard place > start, place - start + ending.count < 200,
                place - start > 4 || place - start < 3 || !mayBeDevice(bytes[start])
            else { return nil }
            start = place + 1
        }
        guard bytes[..<end].allSatisfy({ isPlain($0) || $0 == UInt8(ascii: "/") }) else { return nil }
        let path = String(decoding: bytes, as: UTF8.self)
        return hasEnding ? path : "\(path).\(fileExtension)"
    }

    /// Whether it says `..` where a path would go up.
    static func climbs(_ text: String) -> Bool {
        text.split(whereSeparator: { $0 == "/" || $0 == "\\" }).contains {
            $0.allSatisfy { $0 == "." } && $0.count > 1
        }
    }

    /// Whether nothing but letters, digits, `-` and `_` of ASCII is in it.
    private static func isPlain(_ text: String) -> Bool { text.utf8.allSatisfy(isPlain) }

    /// Whether it is a letter, a digit, `-` or `_` of ASCII.
    static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    /// Whether the name of a device begins with it, in capitals or not, or a blank that may stand before one.
    private static func mayBeDevice(_ first: UInt8) -> Bool {
        switch first | 0x20 {
        case UInt8(ascii: "a"), UInt8(ascii: "c"), UInt8(ascii: "l"), UInt8(ascii: "n"), UInt8(ascii: "p"),
            UInt8(ascii: " "):
            true
        default: false
        }
    }

    private static func cleaned(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<", ">", ":", "\"", "/", "\\", "|", "?", "*": scalars.append("-")
            default:
                switch scalar.properties.generalCategory {
                case .lineSeparator, .paragraphSeparator, .spaceSeparator: scalars.append(" ")
                case .control: scalars.append(scalar == "\t" || scalar == "\n" ? " " : "-")
                // Invisible, or no character at all.
                case .format, .surrogate, .unassigned, .privateUse: break
                default: scalars.append(scalar)
                }
            }
        }
        return String(scalars)
    }

    /// The devices of Windows, with whatever ending.
    private static func isReserved(_ name: String) -> Bool {
        // All of them begin with one of these letters, and most names with another or with a digit.
        guard let first = name.utf8.first, mayBeDevice(first) else { return false }
        let base = (name.split(separator: ".", omittingEmptySubsequences: false).first ?? "").lowercased()
        switch base.filter({ $0 != " " }) {
        case "con", "prn", "aux", "nul", "conin$", "conout$": return true
        case let base where base.hasPrefix("com") || base.hasPrefix("lpt"):
            let number = base.dropFirst(3)
            return number.count == 1 && "0123456789¹²³".contains(number)
        default: return false
        }
    }

    /// The beginning of the name and a mark of the whole, so that two long names that differ at their ends stay two.
    private static func shortened(_ name: String, to length: Int) -> String {
        let mark = "~" + Digest.hexadecimal(of: Array(name.utf8)).prefix(8)
        var short = ""
        var count = mark.utf8.count
        for character in name {
            count += character.utf8.count
            guard count <= length else { break }
            short.append(character)
        }
        return short + mark
    }
}

extension Diagnostic {
    fileprivate static func emptyName(_ text: String, at place: Location) -> Diagnostic {
        .error(
            "batch.name-empty", at: place,
            "“\(text.prefix(40))” không còn chữ nào để làm tên tệp hay thư mục",
            en: "nothing is left of “\(text.prefix(40))” to name a file or folder by",
            fix: "thêm dữ liệu cho bản ghi này, hoặc đổi --ten-tep",
            en: "give the record its data, or change --name")
    }
}
