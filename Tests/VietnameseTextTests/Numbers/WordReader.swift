/// Reads number words back into a number, from the grammar of the language and without the code under test.
///
/// Strict: a word that stands in the wrong place (`hai mươi năm`, a missing `không trăm`) makes the whole unreadable.
func number(readFrom words: String) -> Int? {
    var tokens = words.split(separator: " ", omittingEmptySubsequences: false).map(String.init)[...]
    guard tokens != ["không"] else { return 0 }
    let isNegative = tokens.first == "âm"
    if isNegative { tokens = tokens.dropFirst() }
    guard let magnitude = magnitude(tokens), magnitude > 0 else { return nil }
    if isNegative { return magnitude == Int.min.magnitude ? Int.min : Int(exactly: magnitude).map { -$0 } }
    return Int(exactly: magnitude)
}

private func magnitude(_ tokens: ArraySlice<String>) -> UInt? {
    guard let billion = tokens.lastIndex(of: "tỷ") else { return belowBillion(tokens, follows: false) }
    guard let high = magnitude(tokens[..<billion]) else { return nil }
    let rest = tokens[(billion + 1)...]
    guard !rest.isEmpty else { return high * 1_000_000_000 }
    return belowBillion(rest, follows: true).map { high * 1_000_000_000 + $0 }
}

private func belowBillion(_ tokens: ArraySlice<String>, follows: Bool) -> UInt? {
    var sum: UInt = 0
    var rest = tokens
    var follows = follows
    for (scale, unit) in [("triệu", 1_000_000), ("nghìn", 1000)] as [(String, UInt)] {
        guard let place = rest.firstIndex(of: scale) else { continue }
        guard let group = group(rest[..<place], follows: follows) else { return nil }
        sum += group * unit
        rest = rest[(place + 1)...]
        follows = true
    }
    guard !rest.isEmpty else { return sum > 0 ? sum : nil }
    return group(rest, follows: follows).map { sum + $0 }
}

private func group(_ tokens: ArraySlice<String>, follows: Bool) -> UInt? {
    var rest = Array(tokens)
    var sum: UInt = 0
    var hasHundreds = false
    if rest.count >= 2, rest[1] == "trăm" {
        guard let digit = rest[0] == "không" ? 0 : digits[rest[0]], digit > 0 || follows else { return nil }
        sum = digit * 100
        rest.removeFirst(2)
        hasHundreds = true
    }
    guard hasHundreds || !follows else { return nil }
    switch rest.count {
    case 0: return sum > 0 ? sum : nil
    case 1 where rest[0] == "mười": return sum + 10
    case 1: return hasHundreds ? nil : digits[rest[0]]
    case 2 where rest[0] == "linh": return hasHundreds ? digits[rest[1]].map { sum + $0 } : nil
    case 2 where rest[0] == "mười": return afterTen[rest[1]].map { sum + 10 + $0 }
    case 2 where rest[1] == "mươi": return tens(rest[0]).map { sum + $0 }
    case 3 where rest[1] == "mươi":
        guard let ten = tens(rest[0]), let unit = afterTens[rest[2]] else { return nil }
        return sum + ten + unit
    default: return nil
    }
}

private func tens(_ word: String) -> UInt? { word == "một" ? nil : digits[word].map { $0 * 10 } }

private let digits: [String: UInt] = [
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
]
private let afterTen: [String: UInt] = [
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "lăm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
]
private let afterTens: [String: UInt] = [
    "mốt": 1, "hai": 2, "ba": 3, "tư": 4, "lăm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
]
