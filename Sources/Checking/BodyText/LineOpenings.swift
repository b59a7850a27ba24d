internal import Diagnostics
internal import Recognition
internal import Regulations

/// What a line begins with, where no blank parts it from its first word.
extension Spaces {
    /// `6.1.Công`: the number a line begins with, and no blank behind it.
    static func gluedNumber(in letters: TextScalars) -> TextFault? {
        let start = letters.trimmed.lowerBound
        let roman = letters.end(from: start) { "IVX".unicodeScalars.contains($0) }
        // `V.Trung` may be somebody's name.
        let isRoman = letters[roman] == "." && (roman - start > 1 || letters[start] == "I") && roman > start
        let end = isRoman ? roman + 1 : letters.end(from: start) { $0.isDigit || $0 == "." }
        guard end > start, isRoman || letters.scalars[start].isDigit, letters.scalars[end - 1] == ".",
            letters[end]?.isUpper == true, letters[end + 1]?.isLower == true,
            letters[letters.end(from: end) { $0.isLetter }]?.isBlank == true
        else { return nil }
        return letters.fault(
            .spaceAfterMark, at: end..<end,
            told: Wording("không cách sau dấu câu", en: "no space after the mark"), right: "một dấu cách",
            en: "a space", correction: " ")
    }

    /// `-Kiểm tra`: a dash that begins a line right before a word.
    static func gluedDash(in letters: TextScalars) -> TextFault? {
        let start = letters.trimmed.lowerBound
        guard let dash = letters[start], dash == "-" || dash == "–" || dash == "+",
            letters[start + 1]?.isUpper == true
        else { return nil }
        let end = letters.end(from: start + 1) { $0.isLetter }
        // `-A`, `-TCVN` and signs may be what is meant.
        guard letters[end]?.isBlank == true,
            letters[start + 1..<end].unicodeScalars.contains(where: \.isLower)
        else { return nil }
        return letters.fault(
            .spaceAfterMark, at: start + 1..<start + 1,
            told: Wording("gạch đầu dòng liền chữ", en: "no space after the dash"), right: "một dấu cách",
            en: "a space", correction: " ")
    }

    /// `Hội;.`: a full stop behind the mark that ends an item, at the end of the line.
    static func twoEnds(at place: Int, in letters: TextScalars) -> TextFault? {
        let mark = letters.scalars[place]
        guard mark == ";" || mark == "," || mark == ":", let previous = letters[place - 1],
            previous.isLetter || previous.isDigit || previous == ")", let next = letters[place + 1],
            next == "." || next == ";", place + 2 == letters.trimmed.upperBound
        else { return nil }
        return letters.fault(
            .doubledMark, at: place..<place + 2, told: Wording("hai dấu ở cuối", en: "two marks at the end"),
            right: "một dấu", en: "one mark")
    }
}
