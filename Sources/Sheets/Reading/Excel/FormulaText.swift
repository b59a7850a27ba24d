/// What is worth knowing of a formula, without understanding it.
struct FormulaText {
    /// Whether it looks into another file: `[1]Sheet1!A1`.
    var isExternal = false
    /// The shared formula it belongs to.
    var group: Int?
    private var start: [UInt8] = []
    private var bracket = Bracket.none
    /// How many brackets are open: those of `Table[[#Totals],[2]]` name columns.
    private var depth = 0
    private var isAfterName = false

    private enum Bracket { case none, opened, number }

    mutating func add(_ bytes: borrowing Span<UInt8>) {
        for place in bytes.indices {
            let byte = bytes[place]
            if start.count < 12 { start.append(byte & 0xDF) }
            let isDigit = byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
            switch byte {
            case UInt8(ascii: "["):
                bracket = depth == 0 && !isAfterName ? .opened : .none
                depth += 1
            case UInt8(ascii: "]"):
                if bracket == .number { isExternal = true }
                bracket = .none
                depth = max(0, depth - 1)
            default: bracket = isDigit && bracket != .none ? .number : .none
            }
            let isLetter =
                byte >= 0x80 || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
            isAfterName = isLetter || isDigit || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "]")
        }
    }

    var isSum: Bool {
        // An opening bracket in upper case, as the letters are.
        let bracket: [UInt8] = [UInt8(ascii: "(") & 0xDF]
        return start.starts(with: Array("SUM".utf8) + bracket)
            || start.starts(with: Array("SUBTOTAL".utf8) + bracket)
    }
}
