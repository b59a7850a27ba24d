internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check {
    static let citedClauses = lines([.clauseCapital, .articleLowercase]) { line, _ in
        line.isText || line.isRunning && !line.isInTable || line.component == .recipient
            ? CitedClauses.faults(in: line.text) : []
    }
}

extension Rule {
    static let clauseCapital = Rule(
        "format.clause-capital", "B08", .warning, .automatic(.wording), .capitals("V.7"),
        "Viện dẫn khoản, điểm viết thường.", en: "In citations khoản and điểm are in lower case.",
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
            case "K", "Đ", "đ", "c":
                if letters[place - 1]?.isLetter != true, let fault = fault(at: place, in: letters) {
                    found.append(fault)
                }
            default: break
            }
        }
        return found
    }

    /// Of the word that begins there.
    private static func fault(at place: Int, in letters: TextScalars) -> TextFault? {
        let range = place..<letters.end(from: place) { $0.isLetter }
        let next = letters.end(from: range.upperBound) { $0.isBlank }
        guard next > range.upperBound, let first = letters[next] else { return nil }
        let text = Normalization.nfc(letters[range])
        let isNumbered = first.isDigit || (text == "chương" && "IVX".unicodeScalars.contains(first))
        switch text {
        case "Khoản" where isNumbered && !letters.beginsSentence(range) && !isOfBudget(letters):
            return letters.fault(.clauseCapital, at: range, correction: "khoản")
        case "Điểm" where !letters.beginsSentence(range) && isPointLetter(next, letters):
            return letters.fault(.clauseCapital, at: range, correction: "điểm")
        case "điều" where isNumbered && isCited(range, letters):
            return letters.fault(.articleLowercase, at: range, correction: "Điều")
        case "chương" where isNumbered && !first.isDigit && isCited(range, letters):
            return letters.fault(.articleLowercase, at: range, correction: "Chương")
        default: return nil
        }
    }

    /// `Loại 340 - Khoản 341`: what the budget is divided into.
    private static func isOfBudget(_ letters: TextScalars) -> Bool {
        letters.words.contains { $0.text == "Loại" || $0.text == "Tiểu" }
    }

    /// Whether the words before it cite: `theo điều 5`, `khoản 2 điều 5`, but not `điều 10 xe chữa cháy`.
    private static func isCited(_ range: Range<Int>, _ letters: TextScalars) -> Bool {
        var words: [String] = []
        var end = range.lowerBound
        while words.count < 2 {
            while end > 0, letters.scalars[end - 1].isBlank { end -= 1 }
            var start = end
            while start > 0, letters.scalars[start - 1].isLetter || letters.scalars[start - 1].isDigit {
                start -= 1
            }
            guard start < end else { break }
            words.append(Normalization.nfc(letters[start..<end]).lowercased())
            end = start
        }
        guard let before = words.first else { return false }
        if leads.contains(before) { return true }
        return words.count > 1 && ["khoản", "điểm", "mục"].contains(words[1])
    }

    private static let leads: Set<String> = ["theo", "tại", "các", "cứ", "định", "của", "sung", "đổi", "như"]

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
