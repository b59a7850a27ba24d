internal import Diagnostics
internal import OfficeDocument
internal import Recognition
internal import Regulations

extension CheckContext {
    /// A paragraph of running text behind another one; signs and numbers of lists are no words.
    func checkSmallOpenings(_ log: inout FindingLog) {
        var above: Int?
        for index in structure.text where !lines[index].isBlank {
            defer { above = index }
            guard let above, beginsSmall(index), isText(above), lines[above].spot.table == nil,
                lines[above].isLonger(than: Self.shortest), !lines[above].hasTags,
                lines[above].trimmed.hasSuffix("."), !lines[above].trimmed.hasSuffix("..")
            else { continue }
            let word = lines[index].trimmed.prefix { $0.isLetter }
            log.add(
                .sentenceCapital, structure.components[index], lines[index],
                found: Wording("“\(word)” ở đầu đoạn", en: "“\(word)” at the beginning of a paragraph"),
                right: Wording("viết hoa chữ đầu", en: "a capital"))
        }
    }

    private func beginsSmall(_ index: Int) -> Bool {
        let line = lines[index]
        guard structure.components[index] == .body, line.trimmed.unicodeScalars.first?.isLower == true,
            line.spot.table == nil, !line.spot.isInShape, !line.spot.isCut, !line.hasTags, !line.isSlot,
            line.paragraph.label == nil, !line.paragraph.isHeadingLike, line.isLonger(than: Self.shortest)
        else { return false }
        let word = line.trimmed.unicodeScalars.prefix { $0.isLetter }
        return word.count > 1 && word.allSatisfy(\.isLower)
            && line.trimmed.unicodeScalars.dropFirst(word.count).first?.isBlank == true
    }

    /// Shorter lines may be parts of a form, of verse or of a formula.
    private static let shortest = 40
}
