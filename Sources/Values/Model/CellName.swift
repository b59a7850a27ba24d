extension Position {
    /// The cell of a sheet in this line and column: `F12`.
    package var cellName: String { Position.letters(ofColumn: column) + String(line) }

    /// `A` to `XFD` of columns counted from 1.
    package static func letters(ofColumn column: Int) -> String {
        var rest = column
        var letters: [UInt8] = []
        while rest > 0 {
            letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
            rest = (rest - 1) / 26
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }
}

extension Position {
    /// Reads `F12`; nil for anything else.
    package init?(cellName name: String) {
        var (line, column) = (0, 0)
        for byte in name.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where line == 0 && column < 100_000:
                column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
            case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0 && line < 100_000_000:
                line = line * 10 + Int(byte - UInt8(ascii: "0"))
            default: return nil
            }
        }
        guard line > 0 else { return nil }
        self.init(line: line, column: column)
    }
}
