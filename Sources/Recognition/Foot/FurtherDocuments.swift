internal import OfficeDocument
internal import Regulations

/// Several documents in one file: the first one is what is recognised, and the others are told.
extension RecognisedDocument {
    /// So far below its title a document's number and date stand at most, in lines of letters.
    private static let reach = 16

    /// Behind the foot, at the top of a page, a title with number and date of its own and recipients further down.
    mutating func findFurtherDocuments() {
        guard let end = footLines?.upperBound else { return }
        let behind = lines.indices[end...].filter { !lines[$0].isBlank }
        var last: Int?
        for (place, index) in behind.enumerated() {
            let line = lines[index]
            // What follows is a sample that an appendix shows.
            if FootWords.isAppendixLabel(line) || FootWords.isFormLabel(line) { return }
            guard HeadWords.isNationalTitle(line) || HeadWords.isPartyTitle(line) else { continue }
            let start = line.spot.table.flatMap { table in
                lines[..<index].lastIndex { $0.spot.table != table }.map { $0 + 1 }
            }
            let top = start ?? index
            guard let above = lines[..<top].lastIndex(where: { !$0.isBlank }),
                breaksPage(after: above, before: top)
            else { continue }
            let near = behind[place...].prefix(Self.reach)
            let isOwn =
                near.contains { HeadWords.isNumber(lines[$0]) || HeadWords.isLetterSubject(lines[$0]) }
                && near.contains { HeadWords.isDate(lines[$0]) }
                && behind[place...].contains { FootWords.isRecipientsLabel(lines[$0]) }
            guard isOwn, last.map({ index - $0 > Self.reach }) ?? true else { continue }
            furtherDocuments.append(index)
            last = index
        }
    }
}
