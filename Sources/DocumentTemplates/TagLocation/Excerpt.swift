/// Some sixty characters of the paragraph round a place.
func excerpt(of bytes: [UInt8], around range: Range<Int>) -> String {
    let limit = 60
    // Four bytes a character at the most, and no more of a long paragraph than is needed.
    var start = max(0, min(range.lowerBound, bytes.count) - limit * 4)
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    var end = min(bytes.count, range.lowerBound + limit * 4)
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    guard text.count > limit else { return text.split(whereSeparator: \.isNewline).joined(separator: " ") }
    let middle = text.utf8.index(text.startIndex, offsetBy: min(range.lowerBound, bytes.count) - start)
    let aligned = text.indices.last { $0 <= middle } ?? text.startIndex
    let first = text.index(aligned, offsetBy: -20, limitedBy: text.startIndex) ?? text.startIndex
    let last = text.index(first, offsetBy: limit, limitedBy: text.endIndex) ?? text.endIndex
    let isBegun = start == 0 && first == text.startIndex
    let isEnded = end == bytes.count && last == text.endIndex
    return (isBegun ? "" : "…") + text[first..<last] + (isEnded ? "" : "…")
}
