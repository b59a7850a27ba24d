internal import FoundationEssentials
internal import VietnameseText

/// Reads JSON that has nothing wrong with it, straight from the bytes into values.
///
/// It knows no faults: at the first thing it does not take it gives up, and the tree reader with yajl decides. Of the 160 ms that a table of
/// 15 MB took through yajl's callbacks, 50 were yajl's own; here it takes 70.
struct JSONScanner {
    private let shapes: KnownShapes
    private(set) var place: Int
    private var depth: Int

    /// Nil when there is something in the bytes that this reader leaves to yajl.
    static func value(of text: borrowing Span<UInt8>, shapes: KnownShapes) -> Value? {
        let hasMark = text.count >= 3 && text[0] == 0xEF && text[1] == 0xBB && text[2] == 0xBF
        var scanner = JSONScanner(at: hasMark ? 3 : 0, depth: 0, shapes)
        guard let value = scanner.value(in: text, like: &shapes.last) else { return nil }
        scanner.skipBlanks(in: text)
        return scanner.place == text.count ? value : nil
    }

    init(at place: Int, depth: Int, _ shapes: KnownShapes) {
        self.place = place
        self.depth = depth
        self.shapes = shapes
    }

    // MARK: - Values

    /// `known` is the shape of the record before, and then of this one.
    mutating func value(in text: borrowing Span<UInt8>, like known: inout KnownShapes.Known?) -> Value? {
        skipBlanks(in: text)
        guard place < text.count else { return nil }
        switch text[place] {
        case UInt8(ascii: "\""):
            place += 1
            guard let string = string(in: text) else { return nil }
            return .text(string)
        case UInt8(ascii: "{"):
            return inside(text) { scanner, text in scanner.record(in: text, like: &known) }
        case UInt8(ascii: "["): return inside(text) { scanner, text in scanner.list(in: text) }
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return number(in: text)
        case UInt8(ascii: "t"): return takes("true", in: text) ? .boolean(true) : nil
        case UInt8(ascii: "f"): return takes("false", in: text) ? .boolean(false) : nil
        case UInt8(ascii: "n"): return takes("null", in: text) ? .null : nil
        default: return nil
        }
    }

    /// Goes behind a bracket and one level deeper.
    private mutating func inside(
        _ text: borrowing Span<UInt8>, _ body: (inout JSONScanner, borrowing Span<UInt8>) -> Value?
    ) -> Value? {
        depth += 1
        guard depth <= Nesting.limit else { return nil }
        place += 1
        skipBlanks(in: text)
        defer { depth -= 1 }
        return body(&self, text)
    }

    private mutating func list(in text: borrowing Span<UInt8>) -> Value? {
        var items: [Value] = []
        if takes(UInt8(ascii: "]"), in: text) { return .list(items) }
        var known: KnownShapes.Known?
        repeat {
            guard let item = value(in: text, like: &known) else { return nil }
            items.append(item)
            skipBlanks(in: text)
        } while takes(UInt8(ascii: ","), in: text)
        return takes(UInt8(ascii: "]"), in: text) ? .list(items) : nil
    }

    private mutating func record(in text: borrowing Span<UInt8>, like known: inout KnownShapes.Known?)
        -> Value?
    {
        if takes(UInt8(ascii: "}"), in: text) { return .record(Record(shape: Shape([]), values: [])) }
        var values: [Value] = []
        var follows = Continuation.field
        if let known {
            values = [Value](capacity: known.heads.count) { values in
                follows = fields(in: text, named: known, into: &values)
            }
            if follows == .end, values.count == known.keys.count {
                return takes(UInt8(ascii: "}"), in: text)
                    ? .record(Record(shape: known.shape, values: values)) : nil
            }
        }
        // The shape that all names so far agree with, or else the names.
        var candidate = known
        var keys: [[UInt8]] = []
        while follows == .field {
            let count = values.count
            skipBlanks(in: text)
            guard takes(UInt8(ascii: "\""), in: text) else { return nil }
            if let length = candidate?.length(ofName: count, at: place, in: text) {
                place += length
            } else {
                guard let key = rawString(in: text) else { return nil }
                if let candidate { keys = Array(candidate.keys.prefix(count)) }
                keys.append(key)
                // Once no known shape begins like this, none will.
                if candidate != nil || count == 0 { candidate = shapes.shape(beginning: keys) }
            }
            skipBlanks(in: text)
            guard takes(UInt8(ascii: ":"), in: text) else { return nil }
            var inner: KnownShapes.Known?
            guard let value = value(in: text, like: &inner) else { return nil }
            values.append(value)
            skipBlanks(in: text)
            if !takes(UInt8(ascii: ","), in: text) { follows = .end }
        }
        guard follows == .end, takes(UInt8(ascii: "}"), in: text) else { return nil }
        if let candidate { keys = Array(candidate.keys.prefix(values.count)) }
        guard let shape = shapes.named(keys) else { return nil }
        known = shape
        return .record(Record(shape: shape.shape, values: values))
    }

    /// What comes behind the fields read so far.
    private enum Continuation {
        case field
        /// Not a comma.
        case end
        case nothingGood
    }

    /// Reads fields as long as their names are those of a known shape, one after the other.
    private mutating func fields(
        in text: borrowing Span<UInt8>, named known: KnownShapes.Known, into values: inout OutputSpan<Value>
    ) -> Continuation {
        let heads = known.heads
        while values.freeCapacity > 0 {
            skipBlanks(in: text)
            guard heads[values.count].stands(at: place, in: text) else { return .field }
            place += heads[values.count].length
            var inner: KnownShapes.Known?
            guard let value = value(in: text, like: &inner) else { return .nothingGood }
            values.append(value)
            skipBlanks(in: text)
            guard takes(UInt8(ascii: ","), in: text) else { return .end }
        }
        return .field
    }

    // MARK: - Numbers

    private mutating func number(in text: borrowing Span<UInt8>) -> Value? {
        let start = place
        let isNegative = takes(UInt8(ascii: "-"), in: text)
        let whole = place
        var small = 0
        while place < text.count, NumberText.isDigit(text[place]) {
            small = small &* 10 &+ Int(text[place] &- UInt8(ascii: "0"))
            place += 1
        }
        let count = place - whole
        guard count > 0, count == 1 || text[whole] != UInt8(ascii: "0") else { return nil }
        var isWhole = true
        if takes(UInt8(ascii: "."), in: text) {
            isWhole = false
            guard skipDigits(in: text) else { return nil }
        }
        if takes(UInt8(ascii: "e"), in: text) || takes(UInt8(ascii: "E"), in: text) {
            isWhole = false
            if !takes(UInt8(ascii: "-"), in: text) { _ = takes(UInt8(ascii: "+"), in: text) }
            guard skipDigits(in: text) else { return nil }
        }
        if isWhole, count <= 18 { return .number(Decimal(isNegative ? -small : small)) }
        return NumberText.decimal(text.extracting(start..<place)).map { .number($0) }
    }

    /// Goes behind the digits here; false when there are none.
    private mutating func skipDigits(in text: borrowing Span<UInt8>) -> Bool {
        let start = place
        while place < text.count, NumberText.isDigit(text[place]) { place += 1 }
        return place > start
    }

    // MARK: - Text

    /// What stands between here and the next quote, in NFC.
    private mutating func string(in text: borrowing Span<UInt8>) -> String? {
        let start = place
        guard let (isASCII, hasEscape) = skipString(in: text) else { return nil }
        let end = place - 1
        if hasEscape {
            return unescaped(start..<end, of: text).flatMap { String(validating: $0, as: UTF8.self) }.map(
                Normalization.nfc)
        }
        let written = text.extracting(start..<end)
        if isASCII || Normalization.isPlainlyNFC(utf8: written) {
            // ASCII, or letters whose bytes were all looked at.
            return unsafe String(copying: UTF8Span(unchecked: written, isKnownASCII: isASCII))
        }
        guard let valid = try? UTF8Span(validating: written) else { return nil }
        return Normalization.nfc(String(copying: valid))
    }

    /// The bytes between here and the next quote without escapes; not looked at whether they are UTF-8.
    mutating func rawString(in text: borrowing Span<UInt8>) -> [UInt8]? {
        let start = place
        guard skipString(in: text) != nil else { return nil }
        return unescaped(start..<place - 1, of: text)
    }

    /// Goes behind the closing quote.
    private mutating func skipString(in text: borrowing Span<UInt8>) -> (isASCII: Bool, hasEscape: Bool)? {
        var all: UInt64 = 0
        var hasEscape = false
        var place = place
        while place < text.count {
            let eight = EightBytes(of: text, at: place)
            let ends = eight.firstControl | eight.first(UInt8(ascii: "\"")) | eight.first(UInt8(ascii: "\\"))
            guard ends != 0 else {
                all |= eight.word
                place += 8
                continue
            }
            let length = EightBytes.first(of: ends)
            all |= eight.word & ~(.max << UInt64(8 * length))
            place += length
            switch text[place] {
            case UInt8(ascii: "\""):
                self.place = place + 1
                return (all & EightBytes.marks == 0, hasEscape)
            case UInt8(ascii: "\\"):
                hasEscape = true
                place += 2
            default: return nil
            }
        }
        return nil
    }

    // MARK: - Bytes

    private mutating func skipBlanks(in text: borrowing Span<UInt8>) {
        while place < text.count {
            switch text[place] {
            case 0x20, 0x0A, 0x0D, 0x09: place += 1
            default: return
            }
        }
    }

    private mutating func takes(_ byte: UInt8, in text: borrowing Span<UInt8>) -> Bool {
        guard place < text.count, text[place] == byte else { return false }
        place += 1
        return true
    }

    private mutating func takes(_ word: StaticString, in text: borrowing Span<UInt8>) -> Bool {
        guard word.utf8CodeUnitCount <= text.count - place else { return false }
        for offset in 0..<word.utf8CodeUnitCount where unsafe word.utf8Start[offset] != text[place + offset] {
            return false
        }
        place += word.utf8CodeUnitCount
        return true
    }
}
