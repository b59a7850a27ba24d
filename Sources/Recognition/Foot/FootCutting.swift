internal import OfficeDocument
internal import Regulations

/// “Nơi nhận:” and the first recipient on one line become two lines of one paragraph.
enum FootCutting {
    static func cutLabel(_ lines: inout [TextLine]) {
        let labels = lines.indices.filter { index in
            lines[index].opening.hasPrefix(FootWords.label) && !FootWords.isRecipientsLabel(lines[index])
        }
        for index in labels.reversed() { cut(&lines, index) }
    }

    private static func cut(_ lines: inout [TextLine], _ index: Int) {
        let scalars = Array(lines[index].text.unicodeScalars)
        guard let colon = scalars.prefix(20).firstIndex(of: ":") else { return }
        var start = colon + 1
        while start < scalars.count, scalars[start].isBlank { start += 1 }
        // Words that are no item belong to a sentence.
        guard start < scalars.count, "-–•".unicodeScalars.contains(scalars[start]) else { return }
        let spot = lines[index].spot
        let parts = [0..<colon + 1, start..<scalars.count].map { lines[index].part($0, at: spot) }
        lines.replaceSubrange(index...index, with: parts)
    }
}
