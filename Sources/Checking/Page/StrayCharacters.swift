internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check {
    static let strayCharacters = lines([.junkCharacter, .noBreakSpace, .lostLetter]) { line, _ in
        StrayCharacters.faults(in: line.text, isText: line.isRunning)
    }
}

extension Rule {
    static let junkCharacter = Rule(
        "format.junk-character", "P06", .warning, .automatic(.letter), .custom,
        "Không để sót ký tự vô hình hoặc ký tự giống chữ khác: ký tự không bề rộng, Ð thay cho Đ.",
        en: "No invisible or look-alike characters: zero-width characters, Ð in place of Đ.",
        right: "Đắk Nông", wrong: "Ðắk Nông (U+00D0)", told: .once)

    static let noBreakSpace = Rule(
        "format.no-break-space", "P06", .note, .automatic(.letter), .custom,
        "Giữa các từ là dấu cách thường; dấu cách không ngắt chỉ để giữ số với đơn vị, số với tiêu đề ở cùng một dòng.",
        en:
            "Words are parted by plain spaces; one that does not break is for a figure and its unit, or a number and its heading.",
        right: "kinh phí thực hiện", wrong: "kinh\u{A0}phí thực hiện", told: .once)

    static let lostLetter = Rule(
        "format.lost-letter", "P06", .note, .byHand, .custom,
        "Chữ đã mất khi chuyển mã, còn lại ký tự thay thế (U+FFFD) hoặc dấu hỏi ở giữa từ; phải gõ lại.",
        en:
            "A letter was lost in a conversion, and a replacement character (U+FFFD) or a question mark inside a word is left; "
            + "it has to be typed again.", right: "Việt Nam", wrong: "Vi?t Nam")
}

/// Characters that are not what they look like, look like nothing, or stand where a letter was lost.
enum StrayCharacters {
    /// All of them, by place; in running text a blank that holds a figure and its unit together is meant.
    static func faults(in letters: TextScalars, isText: Bool = false) -> [TextFault] {
        var found = JunkCharacter.all(in: letters.text).filter { !isText || !isMeant($0, in: letters) }.map {
            junk in
            let end = junk.offset + UTF8.width(junk.scalar)
            let rule: Rule =
                switch junk.kind {
                case .replacement: .lostLetter
                case .noBreakSpace: .noBreakSpace
                default: .junkCharacter
                }
            return TextFault(
                rule, at: junk.offset..<end, found: String(junk.scalar),
                told: junk.kind == .replacement ? nil : junk.kind.name, right: junk.remedyName,
                correction: junk.remedy)
        }
        for place in letters.scalars.indices where letters.scalars[place] == "?" {
            guard isLost(place, in: letters) else { continue }
            found.append(
                letters.fault(
                    .lostLetter, at: place..<place + 1, right: "gõ lại chữ đã mất",
                    en: "type the lost letter again"))
        }
        return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// A blank that does not break holds a figure and its unit together, or a number and its heading.
    private static func isMeant(_ junk: JunkCharacter, in letters: TextScalars) -> Bool {
        guard junk.kind == .noBreakSpace, let place = letters.offsets.firstIndex(of: junk.offset), place > 0
        else { return false }
        let before = letters.scalars[place - 1]
        if before.isDigit || letters[place + 1]?.isDigit == true { return true }
        return ".):".unicodeScalars.contains(before)
            && letters[place - 2].map { $0.isDigit || $0.isUpper } == true
    }

    /// Whether a question mark stands for a letter that a conversion lost: `Vi?t`, but not `Vì sao?là` nor in an address.
    static func isLost(_ place: Int, in letters: TextScalars) -> Bool {
        guard let before = letters[place - 1], before.isLetter, let after = letters[place + 1],
            after.isLetter, before.isUpper || after.isLower
        else { return false }
        var start = place
        while start > 0, !letters.scalars[start - 1].isBlank { start -= 1 }
        var end = place
        while end < letters.count, !letters.scalars[end].isBlank { end += 1 }
        let token = letters[start..<end]
        guard !token.contains(where: { "/@=&{}\\<>".contains($0) }), !token.contains("www.") else {
            return false
        }
        let parts = token.split(separator: "?", omittingEmptySubsequences: false)
        return parts.contains { part in !Syllable.isPossible(String(part.filter(\.isLetter))) }
    }
}

extension JunkCharacter {
    /// What to do about it.
    var remedyName: Wording {
        switch kind {
        case .noBreakSpace, .oddSpace: Wording("dấu cách thường", en: "a plain space")
        case .zeroWidth, .byteOrderMark, .softHyphen, .control: Wording("bỏ đi", en: "leave it out")
        case .lookAlike: remedy.map { Wording("“\($0)”", en: "“\($0)”") } ?? kind.name
        case .replacement: Wording("gõ lại chữ đã mất", en: "type the lost letter again")
        }
    }
}
