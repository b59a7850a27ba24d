/// A slot with a name that is to be filled in: `{{ten}}`, `{ten}`, `«ten»`, `[tên]`, `<tên>`.
package enum NamedSlot {
    /// Whether there is one in the text.
    package static func stands(in text: String) -> Bool { !ranges(in: text).isEmpty }

    /// The text without its slots.
    package static func removed(from text: String) -> String {
        var rest = ""
        var place = text.startIndex
        for range in ranges(in: text) {
            rest += text[place..<range.lowerBound]
            place = range.upperBound
        }
        return rest + text[place...]
    }

    /// Where slots stand; braces may hold more of them, the others end at their first closing mark.
    package static func ranges(in text: String) -> [Range<String.Index>] {
        guard mayOpen(text) else { return [] }
        var found: [Range<String.Index>] = []
        let scalars = text.unicodeScalars
        let braces = braces(in: text)
        var place = scalars.startIndex
        while place < scalars.endIndex {
            let end = scalars[place] == "{" ? braces[place] : bracket(from: place, in: scalars)
            if let end {
                found.append(place..<end)
                place = end
            } else {
                place = scalars.index(after: place)
            }
        }
        return found
    }

    /// Whether a byte stands in it that an opening mark begins with.
    private static func mayOpen(_ text: String) -> Bool {
        let bytes = text.utf8.span
        for place in bytes.indices {
            switch bytes[place] {
            case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "<"), 0xC2: return true
            default: break
            }
        }
        return false
    }

    /// Where each pair of braces ends, by where it begins; one pass, however many of them have no partner.
    private static func braces(in text: String) -> [String.Index: String.Index] {
        var ends: [String.Index: String.Index] = [:]
        var open: [String.Index] = []
        let bytes = text.utf8
        for place in bytes.indices {
            switch bytes[place] {
            case UInt8(ascii: "{"): open.append(place)
            case UInt8(ascii: "}"): if let start = open.popLast() { ends[start] = bytes.index(after: place) }
            default: break
            }
        }
        return ends
    }

    private static let closings: [Unicode.Scalar: Unicode.Scalar] = ["«": "»", "[": "]", "<": ">"]
    /// Longer words in brackets are a remark.
    private static let longest = 60

    private static func bracket(from start: String.Index, in scalars: String.UnicodeScalarView) -> String
        .Index?
    {
        guard let closing = closings[scalars[start]] else { return nil }
        var place = scalars.index(after: start)
        var (count, letters) = (0, 0)
        while place < scalars.endIndex, count <= longest {
            let scalar = scalars[place]
            place = scalars.index(after: place)
            if scalar == closing { return letters > 0 ? place : nil }
            if scalar == scalars[start] { return nil }
            count += 1
            letters += scalar.isLetter || scalar == "…" ? 1 : 0
            // What a comparison is made with is no name.
            if count == 1, scalars[start] == "<", !scalar.isLetter { return nil }
        }
        return nil
    }
}
