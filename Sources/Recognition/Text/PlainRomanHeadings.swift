internal import OfficeDocument
internal import Regulations
internal import VietnameseText

/// `I. Mục đích`, `II. Nội dung`, … that neither capitals nor weight tell from items of a list.
extension RecognisedDocument {
    /// A row that counts on from I, each with text of its own below, is one of headings; by itself none of them would be.
    mutating func findPlainRomanHeadings() {
        var roman = RomanOrLetter()
        var row: [(index: Int, value: Int)] = []
        var rows: [[Int]] = []
        for index in text where components[index] == .body || components[index] == .romanHeading {
            let line = lines[index]
            guard line.spot.table == nil, let number = HeadingNumber(line.trimmed.beginning(260)),
                roman.kind(of: number) == .roman, number.mark == ".", let value = number.value
            else { continue }
            if value != (row.last?.value ?? 0) + 1 {
                rows.append(row.map(\.index))
                row = []
            }
            if value == (row.last?.value ?? 0) + 1 { row.append((index, value)) }
        }
        rows.append(row.map(\.index))
        for row in rows where row.count > 1 && row.allSatisfy({ isTitle($0) }) {
            for index in row where components[index] == .body { set(.romanHeading, at: index) }
        }
    }

    /// Whether it is set as a heading, or short, without the mark that ends an item, and above text of its own.
    private func isTitle(_ index: Int) -> Bool {
        let line = lines[index]
        if components[index] == .romanHeading { return true }
        guard !line.isLonger(than: 120), !line.hasTags,
            line.trimmed.last.map({ $0.isLetter || $0.isNumber || $0 == ")" || $0 == ":" }) == true,
            let next = text.first(where: { $0 > index && !lines[$0].isBlank })
        else { return false }
        return HeadingNumber(lines[next].trimmed.beginning(80))?.kind != .roman
    }
}
