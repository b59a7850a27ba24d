extension [UInt8] {
    /// The PDF with nothing in it that tells when it was printed, so that the same document gives the same bytes.
    ///
    /// LibreOffice writes the time of day as the creation date and derives the file's identifiers from it. All are overwritten in
    /// place, digit for digit, so that no offset of the file's table moves; the date becomes that of the entries of a DOCX.
    package func withoutTimeOfPrinting() -> [UInt8] {
        var pdf = self
        pdf.overwriteDigits(after: "/CreationDate(D:", until: ")", with: "19800101000000")
        pdf.overwriteDigits(after: "/ID [", until: "]", with: "0")
        pdf.overwriteDigits(after: "/DocChecksum /", until: "\n", with: "0")
        return pdf
    }

    /// Replaces the hexadecimal digits behind the last `mark` of the file by the given ones, again and again.
    private mutating func overwriteDigits(
        after mark: StaticString, until closing: Unicode.Scalar, with digits: StaticString
    ) {
        let mark = Array("\(mark)".utf8)
        let digits = Array("\(digits)".utf8)
        guard
            let place = indices.dropLast(mark.count - 1).last(where: { start in
                self[start] == mark[0] && self[start..<start + mark.count].elementsEqual(mark)
            })
        else { return }
        var replaced = 0
        for index in (place + mark.count)..<count {
            if self[index] == UInt8(ascii: closing) { return }
            guard self[index].isHexDigit else { continue }
            self[index] = digits[replaced % digits.count]
            replaced += 1
        }
    }
}

extension UInt8 {
    fileprivate var isHexDigit: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "F"): true
        default: false
        }
    }
}
