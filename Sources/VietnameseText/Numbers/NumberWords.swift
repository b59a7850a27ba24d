public import FoundationEssentials

/// Numbers read out in Vietnamese words, in the northern, official style (*bằng chữ*).
///
/// Scales are nghìn, triệu, tỷ; the empty tens are "linh"; 24 is "hai mươi tư". Words are NFC, lower case, single spaces.
public enum NumberWords {
    /// What is said of empty groups of three digits in the middle of a number.
    public enum Reading: Hashable, Sendable {
        /// They are skipped, as people speak: 1.000.000.100 is "một tỷ một trăm".
        case spoken
        /// They are named: "một tỷ không triệu không nghìn một trăm".
        case full
        /// Full where ``NumberWords/isAmbiguous(_:)`` says so, else spoken.
        case fullWhenAmbiguous
    }

    /// What stands after "đồng".
    public enum Tail: Hashable, Sendable {
        case none
        /// "chẵn" after whole thousands of đồng, nothing after other amounts: a wrong "chẵn" is worse than none.
        case evenWhenRound
    }

    /// `một triệu hai trăm nghìn`; negative numbers begin with "âm".
    public static func words(of number: Int, reading: Reading = .spoken) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(96)
        append(number, reading: reading, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// `hai phẩy không năm`; nil for what is not a number, or has more than 38 digits before the comma.
    ///
    /// Zeros at the end of the fraction are not read. A fraction of one or two digits is read as a number after its leading zeros, a
    /// longer one digit by digit.
    public static func words(of number: Decimal, reading: Reading = .spoken) -> String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(96)
        return append(number, reading: reading, to: &bytes) ? String(decoding: bytes, as: UTF8.self) : nil
    }

    /// The words as a sentence begins: `Một trăm hai mươi`.
    public static func sentence(of number: Int, reading: Reading = .spoken) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(96)
        append(number, reading: reading, to: &bytes)
        capitalize(&bytes, at: 0)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The words as a sentence begins, nil as for ``words(of:reading:)-(Decimal,_)``.
    public static func sentence(of number: Decimal, reading: Reading = .spoken) -> String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(96)
        return appendSentence(number, reading: reading, to: &bytes)
            ? String(decoding: bytes, as: UTF8.self) : nil
    }

    /// An amount of money: `Một trăm hai mươi lăm triệu năm trăm nghìn đồng`.
    public static func amount(ofDong dong: Int, reading: Reading = .spoken, tail: Tail = .none) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(112)
        append(dong, reading: reading, to: &bytes)
        capitalize(&bytes, at: 0)
        let isRound = tail == .evenWhenRound && dong != 0 && dong.isMultiple(of: 1000)
        bytes.append(contentsOf: (isRound ? " đồng chẵn" : " đồng").utf8)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// An amount of money that may have a fraction, nil as for ``words(of:reading:)-(Decimal,_)``.
    public static func amount(ofDong dong: Decimal, reading: Reading = .spoken, tail: Tail = .none) -> String?
    {
        guard let words = sentence(of: dong, reading: reading) else { return nil }
        let isRound = tail == .evenWhenRound && dong != 0 && dong == dong.roundedHalfUp(toPlaces: -3)
        return words + (isRound ? " đồng chẵn" : " đồng")
    }

    /// `thứ nhất`, `thứ hai`, `thứ tư`, `thứ mười một`; nil below 1.
    public static func ordinal(_ number: Int) -> String? {
        switch number {
        case ..<1: nil
        case 1: "thứ nhất"
        case 4: "thứ tư"
        default: "thứ " + words(of: number)
        }
    }

    /// Whether the spoken form can be heard as another amount.
    ///
    /// So it is where hundreds follow a scale above thousands with nothing said between: 1.000.100 and 1.000.000.100 are spoken as 1,1
    /// triệu and 1,1 tỷ are.
    public static func isAmbiguous(_ number: Int) -> Bool { isAmbiguous(UInt128(number.magnitude)) }

    static func isAmbiguous(_ number: UInt128) -> Bool {
        var rest = number
        while rest > 999_999 {
            let (high, low) = rest.quotientAndRemainder(dividingBy: 1_000_000_000)
            if low > 0, low % 1_000_000 < 1000, low % 1000 >= 100 { return true }
            rest = high
        }
        return false
    }

    // MARK: Bytes

    /// Appends what ``words(of:reading:)-(Int,_)`` returns, as UTF-8.
    package static func append(_ number: Int, reading: Reading = .spoken, to bytes: inout [UInt8]) {
        var writer = WordWriter(bytes: bytes)
        bytes = []
        if number < 0 { writer.add("âm") }
        writer.read(UInt128(number.magnitude), reading)
        bytes = writer.bytes
    }

    /// Appends what ``words(of:reading:)-(Decimal,_)`` returns, as UTF-8; false, and nothing appended, where that is nil.
    package static func append(_ number: Decimal, reading: Reading = .spoken, to bytes: inout [UInt8]) -> Bool
    {
        guard var digits = DecimalDigits(number) else { return false }
        digits.trimFraction()
        guard let parts = digits.parts else { return false }
        var writer = WordWriter(bytes: bytes)
        bytes = []
        if digits.isNegative { writer.add("âm") }
        writer.read(parts.whole, reading)
        if parts.places > 0 { writer.readFraction(parts.fraction, places: parts.places) }
        bytes = writer.bytes
        return true
    }

    /// Appends what ``sentence(of:reading:)-(Decimal,_)`` returns, as UTF-8; false, and nothing appended, where that is nil.
    package static func appendSentence(_ number: Decimal, reading: Reading = .spoken, to bytes: inout [UInt8])
        -> Bool
    {
        let start = bytes.count
        guard append(number, reading: reading, to: &bytes) else { return false }
        capitalize(&bytes, at: start)
        return true
    }

    /// Number words begin with a letter of ASCII, or with the â of "âm", which is C3 A2 and as a capital C3 82.
    private static func capitalize(_ bytes: inout [UInt8], at start: Int) {
        let place = bytes[start] == 0xC3 ? start + 1 : start
        bytes[place] -= 0x20
    }
}

// MARK: - Reading

/// Puts words after one another with single spaces.
private struct WordWriter {
    private(set) var bytes: [UInt8]
    private var isFirst = true

    init(bytes: consuming [UInt8]) { self.bytes = bytes }

    mutating func add(_ word: String) {
        if !isFirst { bytes.append(UInt8(ascii: " ")) }
        isFirst = false
        bytes.append(contentsOf: word.utf8)
    }

    mutating func read(_ number: UInt128, _ reading: NumberWords.Reading) {
        let naming: EmptyGroups =
            switch reading {
            case .spoken: .skipped
            case .full: .named
            case .fullWhenAmbiguous: NumberWords.isAmbiguous(number) ? .named : .skipped
            }
        if number == 0 {
            add(digitWord(0))
        } else if let short = UInt64(exactly: number) {
            read(short, naming)
        } else {
            read(number, naming)
        }
    }

    enum EmptyGroups { case skipped, named }

    /// "tỷ" is said once for all that stands above it.
    private mutating func read(_ number: some FixedWidthInteger & UnsignedInteger, _ empty: EmptyGroups) {
        let (high, low) = number.quotientAndRemainder(dividingBy: 1_000_000_000)
        if high > 0 {
            read(high, empty)
            add("tỷ")
        }
        if low > 0 { readBelowBillion(Int(low), follows: high > 0, empty) }
    }

    private mutating func readBelowBillion(_ number: Int, follows: Bool, _ empty: EmptyGroups) {
        var follows = follows
        for scale in Scale.allCases {
            let group = number / scale.unit % 1000
            if group > 0 {
                readGroup(group, follows: follows)
                if let name = scale.name { add(name) }
                follows = true
            } else if empty == .named, follows, number % scale.unit > 0, let name = scale.name {
                add(digitWord(0))
                add(name)
            }
        }
    }

    private enum Scale: CaseIterable {
        case million, thousand, one

        var unit: Int {
            switch self {
            case .million: 1_000_000
            case .thousand: 1000
            case .one: 1
            }
        }

        var name: String? {
            switch self {
            case .million: "triệu"
            case .thousand: "nghìn"
            case .one: nil
            }
        }
    }

    /// Three digits; where something stands to their left the hundreds are always said.
    private mutating func readGroup(_ group: Int, follows: Bool) {
        let (hundreds, tens, units) = (group / 100, group / 10 % 10, group % 10)
        let saysHundreds = hundreds > 0 || follows
        if saysHundreds {
            add(digitWord(hundreds))
            add("trăm")
        }
        switch (tens, units) {
        case (0, 0): break
        case (0, _):
            if saysHundreds { add("linh") }
            add(digitWord(units))
        case (1, _):
            add("mười")
            if units > 0 { add(units == 5 ? "lăm" : digitWord(units)) }
        default:
            add(digitWord(tens))
            add("mươi")
            switch units {
            case 0: break
            case 1: add("mốt")
            case 4: add("tư")
            case 5: add("lăm")
            default: add(digitWord(units))
            }
        }
    }

    mutating func readFraction(_ fraction: UInt128, places: Int) {
        add("phẩy")
        let digits = String(fraction).utf8.map { Int($0 - UInt8(ascii: "0")) }
        for _ in digits.count..<max(places, digits.count) { add(digitWord(0)) }
        if places <= 2 {
            readGroup(Int(fraction), follows: false)
        } else {
            for digit in digits { add(digitWord(digit)) }
        }
    }

    private func digitWord(_ digit: Int) -> String {
        switch digit {
        case 0: "không"
        case 1: "một"
        case 2: "hai"
        case 3: "ba"
        case 4: "bốn"
        case 5: "năm"
        case 6: "sáu"
        case 7: "bảy"
        case 8: "tám"
        default: "chín"
        }
    }
}
