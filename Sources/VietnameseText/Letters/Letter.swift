/// A letter of the Vietnamese alphabet, or of f j w z, apart from its tone and case.
struct Letter: Hashable {
    /// The place in `alphabet`.
    var place: UInt8
    var tone: Tone
    var isUpper: Bool

    /// The dictionary's order, the foreign letters where the world has them.
    static let alphabet: [Unicode.Scalar] = Array("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz".unicodeScalars)

    /// Nil for what is no letter of the alphabet; `scalar` stands for a letter in NFC.
    init?(_ scalar: Unicode.Scalar) {
        guard let slot = Letter.slot(of: Int(scalar.value)), let letter = Letter.table[slot] else {
            return nil
        }
        self = letter
    }

    /// The letter without tone, lower case: `ơ` of `Ở`.
    var base: Unicode.Scalar { Letter.alphabet[Int(place)] }

    /// Whether it can carry a tone.
    var isVowel: Bool {
        switch base {
        case "a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y": true
        default: false
        }
    }

    /// The letter in NFC.
    var scalar: Unicode.Scalar {
        guard let row = Letter.rows[place] else { return isUpper ? upper(base) : base }
        let toned = row[Int(tone.rawValue)]
        return isUpper ? upper(toned) : toned
    }

    // MARK: Tables

    /// Vowels in the order of the tones.
    private static let rows: [UInt8: [Unicode.Scalar]] = {
        let rows = [
            "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ",
            "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ",
        ].map { Array($0.unicodeScalars) }
        return Dictionary(
            uniqueKeysWithValues: rows.compactMap { row in
                alphabet.firstIndex(of: row[0]).map { (UInt8($0), row) }
            })
    }()

    private static let table: [Letter?] = {
        var table = [Letter?](repeating: nil, count: latinSlots + vietnameseSlots)
        for (place, base) in alphabet.enumerated() {
            for (tone, scalar) in zip(Tone.allCases, rows[UInt8(place)] ?? [base]) {
                for (scalar, isUpper) in [(scalar, false), (upper(scalar), true)] {
                    guard let slot = slot(of: Int(scalar.value)) else { continue }
                    table[slot] = Letter(place: UInt8(place), tone: tone, isUpper: isUpper)
                }
            }
        }
        return table
    }()

    private init(place: UInt8, tone: Tone, isUpper: Bool) {
        self.place = place
        self.tone = tone
        self.isUpper = isUpper
    }

    private static let latinSlots = 0x250
    private static let vietnameseSlots = 0x60

    /// Where in the table a scalar of U+0000…024F or U+1EA0…1EFF stands.
    static func slot(of scalar: Int) -> Int? {
        switch scalar {
        case 0..<0x250: scalar
        case 0x1EA0..<0x1F00: latinSlots + scalar - 0x1EA0
        default: nil
        }
    }

    /// The scalar of each slot.
    static var slotted: [Unicode.Scalar] {
        (Array(0..<0x250) + Array(0x1EA0..<0x1F00)).compactMap { Unicode.Scalar(UInt32($0)) }
    }
}

/// The capital of a letter that has a capital of one scalar.
private func upper(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    scalar.properties.uppercaseMapping.unicodeScalars.first ?? scalar
}
