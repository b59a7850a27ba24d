internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check {
    static let citations = lines([.citationNumberWord, .citationComma, .citationCapital, .citationLawNumber])
    { line, context in
        guard line.isRunning else { return [] }
        let faults =
            Citations.faults(in: line.text, isBasis: line.component == .legalBasis)
            + CitedIssuers.slots(in: line.text)
        guard !faults.isEmpty else { return [] }
        // Guidance 36 itself writes “số 66-QĐ/TW, ngày 06/02/2017”.
        return context.isParty ? faults.filter { $0.rule != .citationComma } : faults
    }
}

extension Rule {
    static let citationNumberWord = Rule(
        "format.citation-number-word", "C05", .note, .byHand,
        [Rule.Clause].decree("II.6") + .party("nội dung"),
        "Viện dẫn văn bản trong nội dung: giữa tên loại và số, ký hiệu có từ \"số\".",
        en: "Where the text cites a document the word \"số\" stands between its type and its number.",
        right: "theo Nghị định số 30/2020/NĐ-CP", wrong: "theo Nghị định 30/2020/NĐ-CP", told: .once)

    static let citationComma = Rule(
        "format.citation-comma", "C05", .note, .byHand, [Rule.Clause].decree("II.6") + .party("nội dung"),
        "Giữa số, ký hiệu và ngày của văn bản viện dẫn không có dấu phẩy.",
        en: "No comma stands between the number of a document cited and its date.",
        right: "số 06/QĐ-TTg ngày 06/01/2022", wrong: "số 06/QĐ-TTg, ngày 06/01/2022", told: .once)
}

extension Rule {
    static let citationLawNumber = Rule(
        "format.citation-law-number", "C05", .note, .byHand, .decree("II.6"),
        "Viện dẫn luật, pháp lệnh trong nội dung chỉ ghi tên loại và tên, không ghi số.",
        en: "Where the text cites a law it names its kind and name, and no number.", right: "Luật Tố cáo",
        wrong: "Luật Tố cáo số 25/2018/QH14", told: .once)

    static let citationCapital = Rule(
        "format.citation-capital", "B08", .note, .byHand, .capitals("V.6"),
        "Tên loại của một văn bản cụ thể viết hoa chữ đầu.",
        en: "The type of a document that is named has a capital.", right: "Quyết định số 15/QĐ-UBND",
        wrong: "quyết định số 15/QĐ-UBND", told: .once)
}

/// How the text names the documents it cites.
enum Citations {
    /// The word before a number is looked at only where a code follows, so that `Nghị định 30` said again stays.
    static func faults(in letters: TextScalars, isBasis: Bool = false) -> [TextFault] {
        var found: [TextFault] = []
        var place = letters.trimmed.lowerBound
        while place < letters.trimmed.upperBound {
            guard letters.scalars[place].isDigit, letters[place - 1]?.isBlank == true else {
                place += 1
                continue
            }
            let end = letters.end(from: place) {
                $0.isDigit || $0.isLetter || $0 == "/" || $0 == "-" || $0 == "–"
            }
            if isCode(place..<end, letters) {
                if !isBasis, let type = type(before: place, letters) {
                    found.append(
                        letters.fault(
                            .citationNumberWord, at: type.lowerBound..<end,
                            right: "\(letters[type]) số \(letters[place..<end])",
                            en: "\(letters[type]) số \(letters[place..<end])"))
                }
                if !isBasis, let law = law(before: place, letters) {
                    found.append(
                        letters.fault(
                            .citationLawNumber, at: law.lowerBound..<end, right: letters[law],
                            en: letters[law]))
                }
                if let type = smallType(before: place, letters) {
                    let right = LetterCase.firstLetterUpper(letters[type])
                    found.append(letters.fault(.citationCapital, at: type, right: right, en: right))
                }
                if letters[end] == " ", letters[end + 1..<min(end + 6, letters.count)] == "Ngày ",
                    letters[end + 6]?.isDigit == true
                {
                    found.append(
                        letters.fault(.citationCapital, at: end + 1..<end + 5, right: "ngày", en: "ngày"))
                }
                if let comma = comma(behind: end, letters) {
                    found.append(
                        letters.fault(
                            .citationComma, at: place..<comma, right: "không có dấu phẩy trước “ngày”",
                            en: "no comma before “ngày”"))
                }
            }
            place = max(end, place + 1)
        }
        return found
    }

    /// `30/2020/NĐ-CP`, `02-KH/TU`: digits, then a code in capitals behind a slash or a hyphen.
    private static func isCode(_ range: Range<Int>, _ letters: TextScalars) -> Bool {
        let digits = letters.end(from: range.lowerBound) { $0.isDigit }
        guard digits < range.upperBound, digits - range.lowerBound <= 5, !letters.scalars[digits].isLetter
        else { return false }
        // `UBTVQH15`: the term of the assembly stands behind the letters.
        let term = letters.scalars[range].suffix(while: \.isDigit).count
        let word = letters.scalars[range].dropLast(term < 3 ? term : 0).suffix(while: \.isLetter)
        return word.count > 1 && word.contains(where: \.isUpper)
    }

    /// The name of a type that ends right before the number, one blank between them.
    private static func type(before place: Int, _ letters: TextScalars) -> Range<Int>? {
        var start = place - 1
        var words = 0
        while start > 0, words < 2 {
            let end = start
            while start > 0, letters.scalars[start - 1].isLetter { start -= 1 }
            guard start < end else { return nil }
            words += 1
            if words == 2 { break }
            guard letters[start - 1] == " " else { return nil }
            start -= 1
        }
        guard words == 2 else { return nil }
        return types.contains(letters[start..<place - 1].lowercased()) ? start..<place - 1 : nil
    }

    /// A type in small letters before “số” and the number.
    ///
    /// A Party body's “kết luận” is not one of the decree's types.
    private static func smallType(before place: Int, _ letters: TextScalars) -> Range<Int>? {
        guard place > 4, letters.endsWithWord("số", before: place - 1), letters[place - 4] == " ",
            let type = type(before: place - 3, letters), letters[type.lowerBound]?.isLower == true,
            letters[type] != "kết luận"
        else { return nil }
        return type
    }

    /// `Luật Tố cáo` of “Luật Tố cáo số 25/2018/QH14”; one that changes others has no name without its number.
    private static func law(before place: Int, _ letters: TextScalars) -> Range<Int>? {
        guard letters[place..<letters.end(from: place) { !$0.isBlank }].contains("/QH"), place > 4,
            letters.endsWithWord("số", before: place - 1)
        else { return nil }
        let end = place - 4
        let clause = letters.scalars[..<end].lastIndex { ";.:()“”".unicodeScalars.contains($0) }
        let words = letters[(clause ?? -1) + 1..<end]
        guard let law = words.ranges(of: "Luật ").last else { return nil }
        let name = words[law.upperBound...]
        guard name.first?.isLetter == true, !words.contains("sửa đổi"), !name.contains(where: \.isNumber),
            !name.contains(" của "), name.split(separator: " ").count <= longestLaw
        else { return nil }
        return end - words[law.lowerBound...].unicodeScalars.count..<end
    }

    /// Names of laws have no more words.
    private static let longestLaw = 14

    static let types: Set<String> = [
        "nghị định", "thông tư", "quyết định", "nghị quyết", "chỉ thị", "kế hoạch", "công văn", "tờ trình",
        "báo cáo", "hướng dẫn", "thông báo", "quy định", "kết luận",
    ]

    /// Behind the comma, where a day follows it.
    private static func comma(behind end: Int, _ letters: TextScalars) -> Int? {
        guard letters[end] == ",", letters[end + 1] == " ", letters[end + 6] == " ",
            letters[end + 7]?.isDigit == true, letters[end + 2..<min(end + 6, letters.count)] == "ngày"
        else { return nil }
        return end + 1
    }
}

extension BidirectionalCollection {
    /// The last ones that satisfy a condition.
    func suffix(while condition: (Element) -> Bool) -> SubSequence {
        var start = endIndex
        while start > startIndex, condition(self[index(before: start)]) { start = index(before: start) }
        return self[start...]
    }
}
