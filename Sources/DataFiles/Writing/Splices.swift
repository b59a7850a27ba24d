/// Bytes with some of them replaced; all others stay.
struct Splices {
    private var replacements: [(range: Range<Int>, bytes: [UInt8])] = []

    mutating func replace(_ range: Range<Int>, with text: String = "") {
        replacements.append((range, Array(text.utf8)))
    }

    mutating func insert(_ text: String, at place: Int) { replace(place..<place, with: text) }

    /// What is inserted at one place stands in the order it was given; ranges do not overlap.
    func applied(to source: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(source.count + 256)
        var place = 0
        let inOrder = replacements.enumerated().sorted {
            ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
        }
        for (_, replacement) in inOrder where replacement.range.lowerBound >= place {
            result += source[place..<replacement.range.lowerBound]
            result += replacement.bytes
            place = replacement.range.upperBound
        }
        return result + source[place...]
    }
}

/// A text as lines of bytes.
struct SourceLines {
    let bytes: [UInt8]
    /// What ends a line of the text.
    let lineBreak: String

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        let first = bytes.firstIndex(of: 0x0A)
        lineBreak = first.map { $0 > 0 && bytes[$0 - 1] == 0x0D } == true ? "\r\n" : "\n"
    }

    func start(ofLineAt place: Int) -> Int {
        var start = place
        while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
        return bytes.starts(with: [0xEF, 0xBB, 0xBF]) && start == 0 ? min(3, place) : start
    }

    /// Before the line break.
    func end(ofLineAt place: Int) -> Int {
        var end = place
        while end < bytes.count, bytes[end] != 0x0A { end += 1 }
        return end > place && end < bytes.count && bytes[end - 1] == 0x0D ? end - 1 : end
    }

    /// After the line break.
    func next(afterLineAt place: Int) -> Int {
        let end = end(ofLineAt: place)
        guard end < bytes.count else { return end }
        return end + (bytes[end] == 0x0D ? 2 : 1)
    }

    func column(of place: Int) -> Int { place - start(ofLineAt: place) }

    /// Whether only blanks stand before the place in its line.
    func isFirst(_ place: Int) -> Bool {
        bytes[start(ofLineAt: place)..<place].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }

    /// The place from where on there are only blanks before this one.
    func beforeBlanks(_ place: Int) -> Int {
        var start = place
        while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
        return start
    }

    /// The next byte of that kind, comments passed over.
    func next(_ byte: UInt8, from place: Int) -> Int? {
        var place = place
        while place < bytes.count, bytes[place] != byte {
            if bytes[place] == UInt8(ascii: "#") {
                while place < bytes.count, bytes[place] != 0x0A { place += 1 }
            } else {
                place += 1
            }
        }
        return place < bytes.count ? place : nil
    }
}
