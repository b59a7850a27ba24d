internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check {
    static let citedClauses = lines([.clauseCapital, .articleLowercase]) { line, _ in
        guard line.isRunning else { return [] }
        let faults = CitedClauses.faults(in: line.text)
        // A table may have a column of clauses: what is cited there is an article.
        let isCell = line.isInTable && !line.isText && line.component != .recipient
        return isCell ? faults.filter { CitedClauses.isOfArticle($0, in: line.text) } : faults
    }
}

extension Rule {
    static let clauseCapital = Rule(
        "format.clause-capital", "B08", .warning, .automatic(.wording), .capitals("V.7"),
        "Viện dẫn khoản, điểm viết thường; “một số điều”, “các khoản” không chỉ một điều, một khoản cũng viết thường.",
        en:
            "In citations khoản and điểm are in lower case; so are “một số điều” and “các khoản”, which cite no article.",
        right: "khoản 2 Điều 103", wrong: "Khoản 2 Điều 103")

    static let articleLowercase = Rule(
        "format.article-lowercase", "B08", .warning, .automatic(.wording), .capitals("V.7"),
        "Viện dẫn Phần, Chương, Mục, Điều viết hoa.",
        en: "In citations Phần, Chương, Mục and Điều have a capital.", right: "khoản 2 Điều 103",
        wrong: "khoản 2 điều 103")
}

/// Capitals of the words that cite parts of an act.
enum CitedClauses {
    /// `Khoản 2 điều 5` for `khoản 2 Điều 5`: only before a number or letter, and not where a sentence begins.
    static func faults(in letters: TextScalars) -> [TextFault] {
        var found: [TextFault] = []
        for place in letters.trimmed {
            switch letters.scalars[place] {
            case "K", "Đ", "đ", "c", "m", "p":
                if letters[place - 1]?.isLetter != true, let fault = fault(at: place, in: letters) {
                    found.append(fault)
                }
            default: break
            }
        }
        return found
    }

    /// Whether a word is as long and ends as those do that cite.
    private static func mayCite(_ word: Range<Int>, _ letters: TextScalars) -> Bool {
        switch (letters.scalars[word.upperBound - 1], word.count) {
        case ("n", 4...5), ("m", 4), ("u", 4), ("g", 6), ("c", 3): true
        default: false
        }
    }

    /// Of the word that begins there.
    private static func fault(at place: Int, in letters: TextScalars) -> TextFault? {
        let range = place..<letters.end(from: place) { $0.isLetter }
        let next = letters.end(from: range.upperBound) { $0.isBlank }
        guard next > range.upperBound, let first = letters[next] else { return nil }
        guard mayCite(range, letters) else { return nil }
        let text = letters[range]
        if let fault = common(text, range, next, letters) { return fault }
        let isNumbered = first.isDigit || (text == "chương" && "IVX".unicodeScalars.contains(first))
        switch text {
        case "Khoản" where isNumbered && !letters.beginsSentence(range) && !isOfBudget(letters):
            return letters.fault(.clauseCapital, at: range, correction: "khoản")
        case "Điểm" where !letters.beginsSentence(range) && isPointLetter(next, letters):
            return letters.fault(.clauseCapital, at: range, correction: "điểm")
        case "điều" where isNumbered && isCited(range, letters) && endsCitation(from: next, letters):
            return letters.fault(.articleLowercase, at: range, correction: "Điều")
        case "chương" where isNumbered && !first.isDigit && isCited(range, letters):
            return letters.fault(.articleLowercase, at: range, correction: "Chương")
        case "mục" where isNumbered && isOfChapter(next, letters):
            return letters.fault(.articleLowercase, at: range, correction: "Mục")
        case "mục" where isOfThisDocument(next, letters), "phần" where isOfThisDocument(next, letters):
            let right = LetterCase.firstLetterUpper(text)
            return letters.fault(.articleLowercase, at: range, right: right, en: right)
        default: return nil
        }
    }

    /// Whether an article follows the clause at fault: `Khoản 4 Điều 32`.
    static func isOfArticle(_ fault: TextFault, in letters: TextScalars) -> Bool {
        guard fault.rule == .clauseCapital, let start = letters.offsets.firstIndex(of: fault.range.upperBound)
        else { return false }
        let number = letters.end(from: start) { $0.isBlank || $0.isDigit }
        return letters[number..<min(number + 5, letters.count)].lowercased() == "điều "
    }

    /// `một số Điều của Luật`, `các Khoản phụ cấp`: words that name no part of an act.
    private static func common(_ text: String, _ range: Range<Int>, _ next: Int, _ letters: TextScalars)
        -> TextFault?
    {
        let end = letters.end(from: next) { $0.isLetter }
        let isOfAct =
            text == "Điều" && letters[next..<end] == "của"
            && letters.endsWithWord("một số", before: range.lowerBound - 1)
        let isOfMoney =
            text == "Khoản" && letters[next]?.isLower == true
            && ["các", "những"].contains { letters.endsWithWord($0, before: range.lowerBound - 1) }
        guard isOfAct || isOfMoney else { return nil }
        let right = LetterCase.lower(text)
        return letters.fault(.clauseCapital, at: range, right: right, en: right)
    }

    /// `II Kế hoạch này`, `I của Hướng dẫn này`, `2, phần I`: a Roman number with what it is a part of.
    private static func isOfThisDocument(_ place: Int, _ letters: TextScalars) -> Bool {
        let number = letters.end(from: place) { "IVX".unicodeScalars.contains($0) || $0.isDigit }
        let isRoman = letters[place].map("IVX".unicodeScalars.contains) == true
        let rest = Normalization.nfc(letters[number..<min(number + 30, letters.count)])
        if rest.lowercased().hasPrefix(", phần ") || rest.lowercased().hasPrefix(" phần ") {
            return number > place
        }
        let words = rest.split(separator: " ").map { $0.filter { $0.isLetter } }
        let type = words.first == "của" ? words.dropFirst() : words[...]
        guard isRoman, rest.first == " ", type.count > 2, let first = type.first else { return false }
        return first.first?.isUppercase == true && type.dropFirst(2).first == "này"
    }

    /// `Loại 340 - Khoản 341`: what the budget is divided into.
    private static func isOfBudget(_ letters: TextScalars) -> Bool {
        letters.words.contains { $0.text == "Loại" || $0.text == "Tiểu" }
    }

    /// Whether the words before it cite: `theo điều 5`, `khoản 2 điều 5`, but not `điều 10 xe chữa cháy`.
    private static func isCited(_ range: Range<Int>, _ letters: TextScalars) -> Bool {
        var words: [String] = []
        var end = range.lowerBound
        var hasComma = false
        while words.count < 2 {
            while end > 0, letters.scalars[end - 1].isBlank || !hasComma && letters.scalars[end - 1] == "," {
                // `khoản 2, điều 5`
                if letters.scalars[end - 1] == "," { hasComma = true }
                end -= 1
            }
            var start = end
            while start > 0, letters.scalars[start - 1].isLetter || letters.scalars[start - 1].isDigit {
                start -= 1
            }
            guard start < end else { break }
            words.append(Normalization.nfc(letters[start..<end]).lowercased())
            end = start
        }
        guard let before = words.first else { return false }
        if leads.contains(before), !hasComma { return true }
        return words.count > 1 && ["khoản", "điểm", "mục"].contains(words[1])
    }

    private static let leads: Set<String> = ["theo", "tại", "các", "cứ", "định", "của", "sung", "đổi", "như"]

    /// `2 chương III`, `2 Chương III`: a number, then the chapter it is a part of.
    private static func isOfChapter(_ place: Int, _ letters: TextScalars) -> Bool {
        let number = letters.end(from: place) { $0.isDigit }
        let word = letters.end(from: number) { $0.isBlank || $0 == "," }
        let behind = letters.end(from: word) { $0.isLetter }
        guard word > number, Normalization.nfc(letters[word..<behind]).lowercased() == "chương" else {
            return false
        }
        let chapter = letters.end(from: behind) { $0.isBlank }
        return letters[chapter].map("IVX".unicodeScalars.contains) == true
    }

    /// Whether the number is an article's: `theo điều 12 Luật Giáo dục`, but not `theo điều 12 người dân phản ánh`, where a word that is
    /// counted or does something follows.
    private static func endsCitation(from place: Int, _ letters: TextScalars) -> Bool {
        var number = letters.end(from: place) { $0.isDigit }
        // `256a`
        if letters[number]?.isLower == true, letters[number + 1]?.isLetter != true { number += 1 }
        let word = letters.end(from: number) { $0.isBlank }
        guard let next = letters[word], word < letters.trimmed.upperBound else { return true }
        if word == number { return !next.isLetter }
        guard next.isLetter, !next.isUpper else { return true }
        let behind = letters.end(from: word) { $0.isLetter }
        // `điều 18 trong Luật Tiếp công dân`, but `điều 18 trong 20 điều`
        if letters[word..<behind] == "trong" { return letters[behind + 1]?.isUpper == true }
        return followers.contains(Normalization.nfc(letters[word..<behind]))
    }

    /// What goes on behind a cited article.
    private static let followers: Set<String> = [
        "của", "và", "hoặc", "này", "trên", "nêu", "quy", "luật", "bộ", "nghị", "thông", "hiến", "pháp",
        "quyết", "điều", "khoản", "điểm", "đến", "tại", "về", "thì", "được", "có", "là", "mục", "chương",
        "phụ", "nói", "như", "bản", "kể", "để", "không",
    ]

    /// `a khoản`: one letter, then a clause.
    private static func isPointLetter(_ place: Int, _ letters: TextScalars) -> Bool {
        guard letters[place]?.isLower == true, letters[place + 1] == " " else { return false }
        return letters[place + 2..<min(place + 7, letters.count)].lowercased() == "khoản"
    }
}

extension TextScalars {
    /// Whether nothing but marks stands between the end of a sentence and the word.
    func beginsSentence(_ range: Range<Int>) -> Bool {
        var place = range.lowerBound
        while place > 0, scalars[place - 1].isBlank || "\"“(-–+*•".unicodeScalars.contains(scalars[place - 1])
        { place -= 1 }
        // `a)` numbers what begins here.
        return place == 0 || ".!?:\n".unicodeScalars.contains(scalars[place - 1])
            || place <= 5 && scalars[place - 1] == ")"
    }
}
