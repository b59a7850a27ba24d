internal import OfficeDocument
internal import Regulations
internal import VietnameseText

/// The words that lines of the foot and of appendices are known by, wrongly written ones too.
package enum FootWords {
    static let label = HeadWords.fold("NƠI NHẬN")

    package static func isRecipientsLabel(_ line: TextLine) -> Bool {
        let text = line.opening.drop { "- ".contains($0) }
        guard text.count < 14 else { return false }
        return text.hasPrefix(label) || text.first == "N" && PlainLetters.folded(text) == "noinhan"
    }

    /// `PL.(300)`, `NVA-12`, and with small letters, where the copies are counted in brackets: `TTr.(300)`.
    package static func isDrafterCode(_ line: TextLine) -> Bool {
        let text = line.trimmed
        guard text.count < 16, !text.hasPrefix("-"), let first = text.first, first.isUppercase else {
            return false
        }
        let letters = text.prefix { $0.isLetter }
        let rest = text.dropFirst(letters.count)
        guard rest.allSatisfy({ "().-, ".contains($0) || $0.isNumber }) else { return false }
        if letters.allSatisfy(\.isUppercase) { return (1...5).contains(letters.count) }
        let copies = rest.drop { ". ".contains($0) }
        return (2...6).contains(letters.count) && letters.count(where: \.isUppercase) > 1
            && copies.first == "(" && copies.last == ")" && copies.contains(where: \.isNumber)
    }

    /// `(Đã ký)`, `(Ký, ghi rõ họ tên)`.
    package static func isAside(_ line: TextLine) -> Bool {
        line.trimmed.hasPrefix("(") || line.trimmed.hasPrefix("[") || line.isTypedLine
    }

    private static let titleWords = [
        "GIÁM ĐỐC", "CHỦ TỊCH", "TRƯỞNG", "PHÓ", "BÍ THƯ", "CHÁNH", "CHỦ NHIỆM", "TỔNG", "ỦY BAN", "HỘI ĐỒNG",
        "THỦ", "BAN ", "CHI BỘ", "ĐẢNG ỦY", "TỈNH ỦY", "CHỦ TỌA", "THƯ KÝ", "GĐ", "UBND", "SỞ ", "HIỆU",
        "NGƯỜI ", "KẾ TOÁN", "BỘ TRƯỞNG", "THỨ TRƯỞNG", "VIỆN TRƯỞNG", "ĐẠI DIỆN", "CHUYÊN VIÊN", "CÁN BỘ",
        "VĂN THƯ", "XÁC NHẬN", "CỤC",
    ].map(HeadWords.fold)

    /// What blocks are headed by that others sign, with the body's name; names of persons may hold these words.
    private static let blockWords = [
        "DUYỆT", "PHÊ DUYỆT", "Ý KIẾN", "LÃNH ĐẠO", "TỔ ", "ĐỘI ", "TRẠM ", "PHÒNG ", "TRUNG TÂM ", "CÔNG AN",
        "THANH TRA", "ĐƠN VỊ ", "CƠ QUAN ", "VĂN PHÒNG", "LIÊN ĐOÀN", "BÊN ", "TM ", "KIỂM SOÁT", "THỦ QUỸ",
        "NGƯỜI", "PHỤ TRÁCH",
    ].map(HeadWords.fold)

    static func beginsWithTitle(_ line: TextLine) -> Bool {
        titleWords.contains { line.opening.hasPrefix($0) }
            || line.isUpper && blockWords.contains { line.opening.hasPrefix($0) }
    }

    /// Two to six words that tell an office, whatever their case: Kế toán trưởng.
    static func isPlainTitle(_ line: TextLine) -> Bool {
        guard !line.isLonger(than: 40), !line.text.contains(where: \.isNumber), !line.trimmed.contains(":")
        else { return false }
        return titleWords.contains { line.opening.hasPrefix($0) }
            && (1...6).contains(line.trimmed.split(separator: " ").count)
            && ![".", ";", ","].contains { line.trimmed.hasSuffix($0) }
    }

    package static func isAuthority(_ line: TextLine) -> Bool {
        ["TM", "KT", "TL", "TUQ", "Q.", "T/", "K/"].contains { line.opening.hasPrefix($0) }
    }

    package static func isTitle(_ line: TextLine) -> Bool {
        guard line.trimmed.count < 120 else { return false }
        if line.hasTags { return true }
        return line.isUpper || isAuthority(line) || titleWords.contains { line.opening.hasPrefix($0) }
    }

    /// Two to six words without figures that are no title.
    package static func isName(_ line: TextLine) -> Bool {
        if line.hasTags { return line.text.contains("ho_ten") }
        let words = line.trimmed.split(separator: " ")
        guard (2...8).contains(words.count), !line.text.contains(where: \.isNumber), !isAuthority(line) else {
            return false
        }
        if beginsWithTitle(line), words.count > 4 || !words.allSatisfy({ $0.first?.isUppercase == true }) {
            return false
        }
        if line.isUpper {
            return !titleWords.contains { line.opening.contains($0) }
                && !blockWords.contains { line.opening.hasPrefix($0) }
        }
        return words.allSatisfy { $0.first?.isLetter == true } && !line.trimmed.contains(":")
            && words.count { $0.first?.isUppercase == true } * 2 > words.count && !line.trimmed.hasSuffix(";")
    }

    package static func isAppendixLabel(_ line: TextLine) -> Bool {
        guard !line.isLonger(than: 120) else { return false }
        guard line.spot.columns == 1 else { return false }
        let text =
            line.hasTags ? Normalization.folded(TextLine.trimmed(line.ownText).uppercased()) : line.opening
        guard text.hasPrefix("PHỤ LỤC") else { return false }
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
        let text = line.opening.drop { "(* ".contains($0) }
        return text.hasPrefix("KÈM THEO") || text.hasPrefix("BAN HÀNH THEO") || text.hasPrefix("TRÍCH TỪ")
            || text.hasPrefix("BAN HÀNH KÈM THEO") || text.hasPrefix("ĐÍNH KÈM")
            || text.hasPrefix("{KEM_THEO") || line.text.hasBytes(of: "{kem_theo")
    }

    /// `Biểu mẫu 1`, `Mẫu số 02`, `Biểu số 3`: a sample form behind the text.
    package static func isFormLabel(_ line: TextLine) -> Bool {
        guard !line.isLonger(than: 24), line.spot.columns == 1 else { return false }
        let words = line.opening.split(separator: " ")
        guard let last = words.last, (2...4).contains(words.count), last.contains(where: \.isNumber) else {
            return false
        }
        return ["BIỂU MẪU", "MẪU SỐ", "BIỂU SỐ", "MẪU BIỂU"].map(HeadWords.fold).contains {
            line.opening.hasPrefix($0)
        }
    }
}
