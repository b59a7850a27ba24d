extension Bitmap {
    /// The bars of Code 128 for a text, with the light edges that readers need.
    init(bars text: String) throws(PictureSource.Fault) {
        let letters = Array(text.unicodeScalars)
        guard letters.count <= BarCode.limit, letters.allSatisfy({ (0x20...0x7E).contains($0.value) }) else {
            throw .barCode
        }
        var modules = [Bool](repeating: false, count: 10)
        for symbol in BarCode.symbols(for: letters.map { Int($0.value) }) {
            for (place, width) in BarCode.widths[symbol].utf8.enumerated() {
                let count = Int(width) - Int(UInt8(ascii: "0"))
                modules += [Bool](repeating: place.isMultiple(of: 2), count: count)
            }
        }
        modules += [Bool](repeating: false, count: 10)
        // 0.33 mm is the width that readers are made for; bars of 12 mm are hit by hand.
        self.init(modules, width: modules.count, pixels: (4, 145), pixel: 0.33 / 4)
    }
}

/// Code 128, as ISO/IEC 15417 has it: letters of ASCII in set B, runs of digits two by two in set C.
private enum BarCode {
    /// More does not fit the width of a page.
    static let limit = 48

    private static let (startB, startC, toC, toB, stop) = (104, 105, 99, 100, 106)

    /// The symbols from the first to the stop, with the one that is their check.
    static func symbols(for letters: [Int]) -> [Int] {
        var symbols: [Int] = []
        var isDigits = false
        var place = 0
        while place < letters.count {
            let run = letters[place...].prefix { (0x30...0x39).contains($0) }.count
            let takesPairs = isDigits ? run >= 2 : run >= 4 || run == letters.count && run == 2
            if takesPairs != isDigits || symbols.isEmpty {
                isDigits = takesPairs
                symbols.append(symbols.isEmpty ? (isDigits ? startC : startB) : (isDigits ? toC : toB))
            }
            if isDigits {
                symbols.append((letters[place] - 0x30) * 10 + letters[place + 1] - 0x30)
                place += 2
            } else {
                symbols.append(letters[place] - 0x20)
                place += 1
            }
        }
        if symbols.isEmpty { symbols = [startB] }
        let check = symbols.enumerated().reduce(0) { $0 + max(1, $1.offset) * $1.element } % 103
        return symbols + [check, stop]
    }

    /// The widths of bars and gaps of each symbol.
    static let widths: [String] = """
        212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 \
        113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 \
        212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 \
        113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 \
        314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 \
        241211 221114 413111 241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 \
        214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 211214 \
        211232 2331112
        """.split(separator: " ").map(String.init)
}
