internal import OfficeDocument
internal import Regulations
internal import VietnameseText

/// Type and subject on one line become two lines of one paragraph.
enum HeadCutting {
    /// So far down a head reaches at most.
    private static let reach = 60

    static func cutTitle(_ lines: inout [TextLine], ownTypes: [String: String]) {
        var hasHead = false
        for index in lines.indices.prefix(reach) where !lines[index].isBlank {
            let line = lines[index]
            // A type on a line of its own, or the text, ends the search.
            if HeadWords.typeName(line) != nil || ownTypes[line.opening] != nil { return }
            if HeadWords.isAddressee(line) || HeadWords.isBasis(line) { return }
            if HeadWords.isMotto(line) || HeadWords.isDate(line) || HeadWords.isNationalTitle(line) {
                hasHead = true
            }
            guard line.spot.columns == 1, !line.spot.isInShape else { continue }
            if let end = typeEnd(of: line) {
                if isTitle(line, end: end, hasHead: hasHead, lines, index) { cut(&lines, index, at: end) }
                return
            }
            if hasHead, line.isNumberedHeading || line.isLonger(than: 250) { return }
        }
    }

    /// Where the type's name ends that the line begins with in capitals, in scalars.
    private static func typeEnd(of line: TextLine) -> Int? {
        guard !line.isLonger(than: 300), let name = HeadWords.typeName(beginning: line.opening) else {
            return nil
        }
        let lead = line.text.unicodeScalars.prefix { $0.isBlank }.count
        let letters = line.text.unicodeScalars.dropFirst(lead)
        let words = String(of: letters.prefix(name.unicodeScalars.count))
        guard TextLine.isUpper(words), Normalization.folded(words) == name else { return nil }
        return lead + name.unicodeScalars.count
    }

    private static func isTitle(_ line: TextLine, end: Int, hasHead: Bool, _ lines: [TextLine], _ index: Int)
        -> Bool
    {
        guard line.isCentred || line.isBold || hasHead else { return false }
        // Capitals alone may be a name in the head, and the subject of a type below.
        guard !line.trimmed.hasSuffix(":") else { return false }
        let below = lines[(index + 1)...].lazy.filter { !$0.isBlank }.prefix(3)
        return !below.contains { HeadWords.typeName($0) != nil }
    }

    private static func cut(_ lines: inout [TextLine], _ index: Int, at end: Int) {
        let scalars = Array(lines[index].text.unicodeScalars)
        var start = end
        while start < scalars.count, scalars[start].isBlank || ":-–".unicodeScalars.contains(scalars[start]) {
            start += 1
        }
        guard start < scalars.count else { return }
        let spot = lines[index].spot
        let parts = [0..<end, start..<scalars.count].map { lines[index].part($0, at: spot) }
        lines.replaceSubrange(index...index, with: parts)
    }
}
