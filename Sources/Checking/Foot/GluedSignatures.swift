internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Rule {
    static let recipientGlued = Rule(
        "format.recipient-glued", "R01", .warning, .byHand, [Rule.Clause].decree("II.9") + .party("nơi nhận"),
        "Quyền hạn, chức vụ của người ký không dính vào dòng nơi nhận (bảng của phần cuối đã mất khi chuyển tệp).",
        en:
            "The signer's authority or title does not run on behind a recipient (the table of the foot was lost when the file was converted).",
        right: "- Lưu: VT. | TM. ỦY BAN NHÂN DÂN", wrong: "- Lưu: VT.TM. ỦY BAN NHÂN DÂN")
}

/// The signer's authority or title on the line of a recipient: how such a line is to be set is not known, since it is two.
enum GluedSignatures {
    /// What else such a line breaks is not told: only parting it sets it right.
    static func fault(in text: String) -> TextFault? {
        guard marks.contains(where: text.utf8.contains) else { return nil }
        let letters = TextScalars(text)
        guard let start = start(in: letters) else { return nil }
        return letters.fault(
            .recipientGlued, at: start..<letters.trimmed.upperBound,
            right: "chữ ký ở ô hay đoạn riêng, tách khỏi dòng nơi nhận",
            en: "the signature in a cell or paragraph of its own")
    }

    /// What every such line has one of.
    private static let marks = ".;/".utf8

    /// Where the signature begins, to the line's end in capitals.
    private static func start(in letters: TextScalars) -> Int? {
        let words = letters.wordRanges
        for (index, word) in words.enumerated().dropFirst() {
            let rest = word.lowerBound..<letters.trimmed.upperBound
            guard letters.scalars[word].allSatisfy(\.isUpper),
                !letters.scalars[rest].contains(where: \.isLower)
            else { continue }
            if isAuthority(index, words, letters) || isTitle(word, rest, letters) { return word.lowerBound }
        }
        return nil
    }

    /// `TM. HỘI ĐỒNG NHÂN DÂN`; alone `KT` may be a unit that keeps a copy.
    private static func isAuthority(_ index: Int, _ words: [Range<Int>], _ letters: TextScalars) -> Bool {
        guard signs.contains(letters[words[index]]), let mark = letters[words[index].upperBound],
            mark == "." || mark == "/"
        else { return false }
        let behind = words[(index + 1)...]
        return behind.count { $0.count > 1 } > 1 || behind.first.map { bodies.contains(letters[$0]) } == true
    }

    private static let signs: Set<String> = ["TM", "KT", "TL", "TUQ"]
    private static let bodies: Set<String> = ["UBND", "HĐND"]

    /// `VT.GIÁM ĐỐC`: a title right behind what ends a recipient.
    private static func isTitle(_ word: Range<Int>, _ rest: Range<Int>, _ letters: TextScalars) -> Bool {
        var end = word.lowerBound
        while end > 0, letters.scalars[end - 1].isBlank { end -= 1 }
        guard letters[end - 1] == "." || letters[end - 1] == ";" else { return false }
        let text = HeadWords.fold(letters[rest])
        return titles.contains { text.hasPrefix($0) }
    }

    private static let titles = [
        "GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "CHỦ TỊCH", "PHÓ CHỦ TỊCH", "BÍ THƯ", "PHÓ BÍ THƯ", "HIỆU TRƯỞNG",
        "PHÓ HIỆU TRƯỞNG", "CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", "TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG",
        "TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "CỤC TRƯỞNG", "CHI CỤC TRƯỞNG", "VIỆN TRƯỞNG", "BỘ TRƯỞNG",
    ].map(HeadWords.fold)
}
