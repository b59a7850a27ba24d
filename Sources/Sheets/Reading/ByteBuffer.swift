/// Bytes collected over and over: clearing it costs nothing, where an array's `removeAll` is a call for each of a million cells.
struct ByteBuffer {
    private var storage: [UInt8]
    private(set) var count = 0

    init() { storage = [UInt8](repeating: 0, count: 64) }

    var isEmpty: Bool { count == 0 }
    var bytes: ArraySlice<UInt8> { storage[..<count] }
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The bytes as a whole number; nil for what is none, or none below 10^15.
    var wholeNumber: Int? {
        guard (1...15).contains(count) else { return nil }
        var sum = 0
        for place in 0..<count {
            let digit = storage[place] &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            sum = sum * 10 + Int(digit)
        }
        return sum
    }

    mutating func clear() { count = 0 }

    mutating func append(copying bytes: borrowing Span<UInt8>) {
        if count + bytes.count > storage.count {
            storage += repeatElement(0, count: max(storage.count, bytes.count))
        }
        for place in bytes.indices { storage[count + place] = bytes[place] }
        count += bytes.count
    }

    mutating func append(_ text: String) { append(copying: text.utf8.span) }

    func withSpan<Result>(_ body: (borrowing Span<UInt8>) -> Result) -> Result {
        body(storage.span.extracting(..<count))
    }
}
