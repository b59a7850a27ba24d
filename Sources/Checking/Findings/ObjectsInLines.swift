internal import OfficeDocument
internal import Recognition

extension TextLine {
    /// The faults without those that only are where a formula, a field of a form or a picture is passed over, which a reader sees there.
    func withoutObjects(_ faults: [TextFault]) -> [TextFault] {
        guard !faults.isEmpty else { return faults }
        let places = paragraph.objectPlaces
        guard !places.isEmpty, let typed else { return faults }
        return faults.filter { fault in
            // Counted as what is typed; blanks and marks are at fault by what they stand beside.
            let start = scalars(before: fault.range.lowerBound) - typed.labelLength
            let end = scalars(before: fault.range.upperBound) - typed.labelLength
            guard start >= 0, end <= typed.places.count, let first = typed.place(at: start) else {
                return true
            }
            let last = end > start ? typed.places[end - 1] + 1 : first
            let isWord = fault.found.contains { $0.isLetter || $0.isNumber }
            return !places.contains { isWord ? first < $0 && $0 < last : first <= $0 && $0 <= last }
        }
    }

    private func scalars(before byte: Int) -> Int {
        let end = text.utf8.index(text.startIndex, offsetBy: byte, limitedBy: text.endIndex) ?? text.endIndex
        return text.unicodeScalars[..<end].count
    }
}

extension TypedCharacters {
    /// Where a scalar of the text is typed, or where one behind all of them would be.
    fileprivate func place(at index: Int) -> Int? { index < places.count ? places[index] : end }
}
