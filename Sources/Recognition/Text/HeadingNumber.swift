internal import VietnameseText

/// The number, letter, word or sign that a line begins with.
package struct HeadingNumber: Hashable, Sendable {
    package let kind: Kind
    /// Its place in its list; nil for signs, and for what cannot be counted.
    package let value: Int?
    /// What ends it, such as `.` or `)`; nil for none.
    package let mark: Character?
    /// The text behind it.
    package let title: Substring

    /// How a level is numbered, outermost kinds first.
    package enum Kind: Hashable, Sendable {
        /// Phần
        case part
        /// Chương
        case chapter
        /// Mục
        case division
        /// Tiểu mục
        case subdivision
        /// `A.`
        case upperLetter
        /// `I.`
        case roman
        /// Điều
        case article
        /// `1.`
        case arabic
        /// `1.1.` with so many numbers.
        case decimal(Int)
        /// `a)`
        case letter
        /// `(1)`, `(i)`, `i)`
        case bracketed
        case dash
        case plus
        case star

        /// Whether it is no sign that lists of recipients and heads have too.
        var isOfText: Bool { self != .dash && self != .plus && self != .star }

        /// Kinds of a lower rank stand inside those of a higher one; of the same rank, whichever comes first is the outer one.
        var rank: Int {
            switch self {
            case .part: 0
            case .chapter: 1
            case .division: 2
            case .subdivision: 3
            case .upperLetter, .roman: 4
            case .article: 5
            case .arabic: 6
            case .decimal(let depth): 5 + depth
            case .letter: 10
            case .bracketed: 11
            case .dash, .plus, .star: 12
            }
        }
    }

    package init?(_ text: some StringProtocol) {
        let text = Substring(text)
        guard let first = text.unicodeScalars.first else { return nil }
        switch first {
        case "-", "–", "—", "•", "▪", "+", "*", "❖", "➢", "→", "◦", "●": self.init(sign: first, text)
        case "P", "C", "M", "T", "Đ":
            if let word = Self(word: text) { self = word } else { self.init(counted: text) }
        default: self.init(counted: text)
        }
    }

    private init(kind: Kind, value: Int?, mark: Character?, title: Substring) {
        (self.kind, self.value, self.mark) = (kind, value, mark)
        self.title = title.drop { $0.isWhitespace }
    }

    /// A dash and the like, not doubled and not before a figure.
    private init?(sign: Unicode.Scalar, _ text: Substring) {
        let rest = text.dropFirst()
        guard let next = rest.first(where: { !$0.isWhitespace }), next != text.first, !"_-–—*".contains(next)
        else { return nil }
        guard rest.first?.isWhitespace == true || next.isLetter || next == "“" else { return nil }
        let kind: Kind = sign == "+" ? .plus : sign == "*" || sign == "❖" || sign == "➢" ? .star : .dash
        self.init(kind: kind, value: nil, mark: nil, title: rest)
    }

    // MARK: Words

    private static let words: [(word: String, kind: Kind)] = [
        ("PHẦN", .part), ("CHƯƠNG", .chapter), ("TIỂU MỤC", .subdivision), ("MỤC", .division),
        ("ĐIỀU", .article),
    ]
    private static let ordinals = ["NHẤT", "HAI", "BA", "TƯ", "NĂM", "SÁU", "BẢY", "TÁM"]

    /// As in `Phần I`, `PHẦN THỨ HAI`, `Chương II.`, `Mục 1`, `Điều 5.`.
    private init?(word text: Substring) {
        // Their second letters; most lines that begin with one of the first go on otherwise.
        guard let second = text.unicodeScalars.dropFirst().first, "hHiIuUụỤ".unicodeScalars.contains(second)
        else { return nil }
        let start = Normalization.folded(text.prefix(24).uppercased())
        guard let entry = Self.words.first(where: { start.hasPrefix($0.word + " ") }) else { return nil }
        let words = text.split(
            separator: " ", maxSplits: entry.word.contains(" ") ? 4 : 3, omittingEmptySubsequences: true)
        var index = entry.word.contains(" ") ? 2 : 1
        guard words.count > index else { return nil }
        var token = words[index]
        if Normalization.folded(token.uppercased()) == "THỨ", words.count > index + 1 {
            index += 1
            token = words[index]
        }
        let number = token.prefix { $0.isLetter || $0.isNumber }
        let upper = Normalization.folded(number.uppercased())
        let value =
            Int(number) ?? Self.ordinals.firstIndex { upper == $0 }.map { $0 + 1 }
            ?? (number == number.uppercased()[...] ? RomanNumeral.number(of: String(number)) : nil)
        guard let value else { return nil }
        let mark = token[number.endIndex...].first
        let rest = text[number.endIndex...].drop { ".:-–) ".contains($0) }
        if let mark {
            // `Điều 5, Điều 7 …`, `Mục 3.2 …`: one of several that are cited, or the number of another text.
            guard !",;".contains(mark), token[number.endIndex...].dropFirst().first?.isNumber != true else {
                return nil
            }
        } else if Self.isCited(rest) || entry.kind == .article && !rest.isEmpty {
            return nil
        }
        self.init(kind: entry.kind, value: value, mark: mark, title: rest)
    }

    /// Whether what stands behind a number without a mark makes a sentence of the line, and no title.
    ///
    /// Such a sentence goes on in small letters (`Mục 4 do …`), names the act that the number belongs to (`Phần II Kế hoạch số …`), or ends as
    /// sentences do.
    private static func isCited(_ rest: Substring) -> Bool {
        guard let first = rest.first else { return false }
        if first.isLowercase || "(,;/".contains(first) { return true }
        guard rest.contains(where: \.isLowercase) else { return false }
        return rest.last == "." || rest.last == ";" || citedActs.contains { rest.hasPrefix($0) }
            || numberedActs.contains { rest.hasPrefix($0) && rest.dropFirst($0.count).hasPrefix(" số ") }
    }

    /// Acts whose names begin no title of a part.
    private static let citedActs = [
        "Luật ", "Bộ luật ", "Hiến pháp ", "Pháp lệnh ", "Nghị định ", "Thông tư ", "Phụ lục ",
    ]
    /// Papers that a part may be about, unless their number follows.
    private static let numberedActs = [
        "Nghị quyết", "Quyết định", "Chỉ thị", "Quy chế", "Quy định", "Thông báo", "Hướng dẫn",
        "Chương trình", "Kế hoạch", "Phương án", "Đề án", "Dự án", "Báo cáo", "Tờ trình", "Công văn",
        "Công điện", "Kết luận", "Văn bản",
    ]

    // MARK: Counted

    // `I.`, `A.`, `1.`, `1.1.`, `a)`, `(1)`, `i)`.
    private init?(counted text: Substring) {
        guard !Self.beginsWithPlainWord(text) else { return nil }
        let isBracketed = text.first == "("
        let body = isBracketed ? text.dropFirst() : text
        let isFigure = body.first?.isNumber == true
        let token = body.prefix { isFigure ? $0.isNumber || $0 == "." : $0.isLetter }
        guard token.count <= 12, !token.isEmpty else { return nil }
        var number = token
        while number.last == "." { number.removeLast() }
        let rest = body[number.endIndex...]
        let blanks = rest.prefix { $0 == " " }.count
        let mark = rest.dropFirst(blanks).first
        guard let mark, blanks <= 1, ".)/-–:".contains(mark) || Self.isBareDecimal(number, rest) else {
            return nil
        }
        let isBare = !".)/-–:".contains(mark) || blanks == 1
        if blanks == 1, !Self.isBareDecimal(number, rest), mark != "." { return nil }
        if isBracketed, mark != ")" { return nil }
        var title = isBare && mark != "." ? rest : rest.dropFirst(blanks + 1)
        if mark == ".", title.first == "." { title = title.dropFirst() }
        // `1.000`, `1/2`, `a.b` are no numbers of headings, nor is a date.
        guard let next = title.first, next.isWhitespace || next.isUppercase || next == "“" else { return nil }
        if "-–:/".contains(mark), !isBare, !next.isWhitespace { return nil }
        let kept = isBare ? nil : mark
        guard let (kind, value) = Self.kind(of: number, mark: mark, isBracketed: isBracketed) else {
            return nil
        }
        self.init(kind: kind, value: value, mark: kept, title: title)
    }

    /// Most lines begin with a word, which no mark ends; that shows without a look at letters as people see them.
    private static func beginsWithPlainWord(_ text: Substring) -> Bool {
        let scalars = text.unicodeScalars
        var place = scalars.startIndex
        while place < scalars.endIndex, scalars[place].isLetter { place = scalars.index(after: place) }
        guard place > scalars.startIndex, place < scalars.endIndex else { return false }
        if scalars[place] == " " { place = scalars.index(after: place) }
        return place < scalars.endIndex && scalars[place].isLetter
    }

    /// `1.1 Công tác`: numbers of several levels need no mark.
    private static func isBareDecimal(_ number: Substring, _ rest: Substring) -> Bool {
        let parts = number.split(separator: ".", omittingEmptySubsequences: false)
        guard (2...4).contains(parts.count),
            parts.allSatisfy({ (1...2).contains($0.count) && Int($0) != nil })
        else { return false }
        return rest.drop { $0 == " " }.first?.isUppercase == true
    }

    private static func kind(of number: Substring, mark: Character, isBracketed: Bool) -> (Kind, Int?)? {
        let parts = number.split(separator: ".", omittingEmptySubsequences: false)
        if parts.count > 1 {
            guard parts.count <= 5, parts.allSatisfy({ (1...2).contains($0.count) && Int($0) != nil }) else {
                return nil
            }
            return (.decimal(parts.count), parts.last.flatMap { Int($0) })
        }
        if let value = Int(number) {
            guard number.count <= 2 else { return nil }
            return (isBracketed ? .bracketed : .arabic, value)
        }
        let first = number.unicodeScalars.first ?? " "
        if number.unicodeScalars.allSatisfy({ "IVXLCDM".unicodeScalars.contains($0) }),
            number.count > 1 || "IVX".unicodeScalars.contains(first)
        {
            return RomanNumeral.number(of: String(number)).map { (.roman, $0) }
        }
        if number.count == 1, first.isUpper {
            return ListLetter.number(of: number.lowercased()).map { (.upperLetter, $0) }
        }
        if isBracketed || number.count > 1 {
            guard number.count <= 4, number.allSatisfy({ "ivx".contains($0) }) else {
                return number.count == 1 ? (.bracketed, ListLetter.number(of: String(number))) : nil
            }
            return (.bracketed, RomanNumeral.number(of: number.uppercased()))
        }
        guard mark != "-" && mark != "–" && mark != ":" else { return nil }
        return (.letter, ListLetter.number(of: String(number)))
    }
}
