internal import OfficeDocument
package import Regulations
internal import VietnameseText

/// The words that lines of the foot and of appendices are known by, wrongly written ones too.
package enum FootWords {
    package static func isRecipientsLabel(_ line: TextLine) -> Bool {
        let text = line.folded
        return text.hasPrefix(HeadWords.fold("NƠI NHẬN")) && text.count < 14
    }

    /// `PL.(300)`, `NVA-12`.
    package static func isDrafterCode(_ line: TextLine) -> Bool {
        let text = line.trimmed
        guard text.count < 16, !text.hasPrefix("-"), let first = text.first, first.isUppercase else {
            return false
        }
        let letters = text.prefix { $0.isLetter }
        return (1...5).contains(letters.count) && letters.allSatisfy(\.isUppercase)
            && text.dropFirst(letters.count).allSatisfy { "().-, ".contains($0) || $0.isNumber }
    }

    /// `(Đã ký)`, `(Ký, ghi rõ họ tên)`.
    package static func isAside(_ line: TextLine) -> Bool {
        line.trimmed.hasPrefix("(") || line.trimmed.hasPrefix("[") || line.isTypedLine
    }

    private static let titleWords = [
        "GIÁM ĐỐC", "CHỦ TỊCH", "TRƯỞNG", "PHÓ", "BÍ THƯ", "CHÁNH", "CHỦ NHIỆM", "TỔNG", "ỦY BAN", "HỘI ĐỒNG",
        "THỦ", "BAN ", "CHI BỘ", "ĐẢNG ỦY", "TỈNH ỦY", "CHỦ TỌA", "THƯ KÝ", "GĐ", "UBND", "SỞ ", "HIỆU",
    ].map(HeadWords.fold)

    package static func isAuthority(_ line: TextLine) -> Bool {
        ["TM", "KT", "TL", "TUQ", "Q.", "T/", "K/"].contains { line.folded.hasPrefix($0) }
    }

    package static func isTitle(_ line: TextLine) -> Bool {
        guard line.trimmed.count < 120 else { return false }
        if line.hasTags { return true }
        return line.isUpper || isAuthority(line) || titleWords.contains { line.folded.hasPrefix($0) }
    }

    /// Two to six words without figures that are no title.
    package static func isName(_ line: TextLine) -> Bool {
        if line.hasTags { return line.text.contains("ho_ten") }
        let words = line.trimmed.split(separator: " ")
        guard (2...8).contains(words.count), !line.text.contains(where: \.isNumber), !isAuthority(line) else {
            return false
        }
        if line.isUpper { return !titleWords.contains { line.folded.contains($0) } }
        return words.allSatisfy { $0.first?.isLetter == true } && !line.trimmed.contains(":")
    }

    package static func isAppendixLabel(_ line: TextLine) -> Bool {
        guard !line.isLonger(than: 120) else { return false }
        let text = Normalization.folded(TextLine.trimmed(line.ownText).uppercased())
        guard line.spot.columns == 1, text.hasPrefix("PHỤ LỤC") else { return false }
        let rest = text.dropFirst("PHỤ LỤC".count)
        if line.isCentred, line.isBold, isTitleOnLabel(rest) { return true }
        return rest.count <= 8 && rest.allSatisfy { "IVXLC .:0123456789".contains($0) }
            && (line.isCentred || line.paragraph.format.beginsPage || line.isBold)
    }

    /// ` II: SỐ LIỆU …` behind the word: the title on the label's own line.
    private static func isTitleOnLabel(_ rest: Substring) -> Bool {
        let words = rest.drop { $0 == " " }
        let number = words.prefix { "IVXLC0123456789".contains($0) }
        let behind = words.dropFirst(number.count).drop { $0 == " " }
        guard let mark = behind.first, ":.-–—".contains(mark), !number.isEmpty || mark == ":" else {
            return false
        }
        return behind.dropFirst().contains(where: \.isLetter)
    }

    package static func isAppendixReference(_ line: TextLine) -> Bool {
        let text = line.folded.drop { $0 == "(" || $0 == " " }
        return text.hasPrefix("KÈM THEO") || text.hasPrefix("BAN HÀNH KÈM THEO") || text.hasPrefix("ĐÍNH KÈM")
            || text.hasPrefix("{KEM_THEO") || line.text.contains("{kem_theo")
    }
}

/// What a line of the text is, by its number and its letters.
package enum TextShapes {
    package static func component(of line: TextLine) -> Component {
        let text = line.trimmed
        let words = text.split(separator: " ", maxSplits: 2)
        let second = words.count > 1 ? words[1] : ""
        if words.count == 2, ["Phần", "Chương"].contains(words[0]),
            second.allSatisfy({ "IVXLC".contains($0) })
        {
            return .part
        }
        if text.hasPrefix("Điều "), second.hasSuffix("."), second.dropLast().allSatisfy(\.isNumber) {
            return .article
        }
        guard let number = words.first, line.isNumberedHeading else { return .body }
        if number.hasSuffix(".") || number.hasSuffix("-"),
            number.dropLast().allSatisfy({ "IVXLC".contains($0) }), number.count > 1
        {
            // A single C. or D. may be a letter; a long sentence is no heading.
            let isShort = text.count < 200
            return isShort && (line.isUpper || line.isBold) ? .romanHeading : .body
        }
        if number.hasSuffix("."), number.dropLast().allSatisfy(\.isNumber) {
            return line.isBold ? .titledClause : .clause
        }
        return number.hasSuffix(")") ? .point : .body
    }
}
