internal import Diagnostics
internal import OfficeDocument
internal import Regulations
internal import VietnameseText

/// Who issues a document, and whom that is subject to.
extension RecognisedDocument {
    mutating func findAgency(title: Int?) {
        let names = agencyNames(title: title)
        // A star that stands too far down is one all the same.
        if components.first(.partyTitle) != nil, components.first(.star) == nil,
            let star = head.first(where: { lines[$0].trimmed == "*" && components[$0] == nil })
        {
            set(.star, at: star)
        }
        guard !names.isEmpty else { return }
        let split = jointSplit(names) ?? HeadWords.agencySplit(names.map { lines[$0] })
        agencyIsUncertain = split == nil
        for (position, index) in names.enumerated() {
            set(position < (split ?? 0) ? .superiorAgency : .issuingAgency, at: index)
            if split == nil {
                guesses[index] = Wording(
                    "không rõ dòng nào là cơ quan chủ quản, dòng nào là cơ quan ban hành",
                    en: "not clear which lines are the superior agency's and which the issuer's")
            }
        }
    }

    /// Where the issuers' names begin when a dash at a line's end joins two; nil where none does.
    private func jointSplit(_ names: [Int]) -> Int? {
        let joined = names.dropLast().first { "-–".contains(lines[$0].trimmed.last ?? " ") }
        return joined.flatMap { joined in names.firstIndex { lines[$0].isBold == lines[joined].isBold } }
    }

    private mutating func agencyNames(title: Int?) -> [Int] {
        let title = title ?? first(.motto)
        let number = first(.numberAndCode) ?? first(.letterSubject) ?? first(.placeAndDate) ?? head.upperBound
        let spot = title.map { lines[$0].spot }
        var names: [Int] = []
        for index in head where components[index] == nil && index < max(number, title ?? number) {
            let line = lines[index]
            guard !line.isBlank, line.paragraph.format.borders.top == nil else { continue }
            if marks[index] == .typedLine || line.trimmed == "*" {
                if line.trimmed.contains("*"), spot?.cell != line.spot.cell || line.spot.columns == 1 {
                    marks[index] = nil
                    set(.star, at: index)
                }
                continue
            }
            guard marks[index] == nil, !line.isLonger(than: 150), line.text.hasLetterOrNumber else {
                continue
            }
            if let spot, spot.columns > 1 {
                guard isOpposite(line, spot), index <= number || line.spot.row < lines[number].spot.row else {
                    continue
                }
            } else {
                // Without columns a name is told by its capitals.
                guard line.isUpper, line.spot.columns == 1 || spot == nil, index < number else { continue }
                guard spot != nil || HeadWords.isAgencyName(line) || !names.isEmpty else { continue }
            }
            names.append(index)
        }
        return names
    }

    /// Whether it stands in another column of the head than the title.
    private func isOpposite(_ line: TextLine, _ title: TextLine.Spot) -> Bool {
        guard !line.spot.isInShape else { return false }
        if title.isCut { return line.spot.isCut && line.spot.cell != title.cell }
        return line.spot.table == title.table && line.spot.columns > 1 && line.spot.cell != title.cell
            && (line.spot.columns == title.columns || (line.spot.cell == 0) != (title.cell == 0))
    }
}
