internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

/// What is left out where the text names a document.
enum CitedIssuers {
    /// `số 126/2024/NĐ-CP ngày 08/10/2024 quy định về …`: what the document is about, and not whose it is.
    ///
    /// Who writes number, day and title names it for the first time; a body named before the number is enough.
    static func faults(in letters: TextScalars) -> [TextFault] {
        guard letters.text.hasBytes(of: "/"), letters.text.hasBytes(of: "ngày ") else { return [] }
        let words = letters.scalars.indices.split { letters.scalars[$0].isBlank }
        func text(_ index: Int) -> String {
            words.indices.contains(index) ? letters[words[index].startIndex..<words[index].endIndex] : ""
        }
        return words.indices.compactMap { index in
            // Most words are no number.
            guard letters.scalars[words[index].startIndex].isDigit, isCode(text(index)),
                text(index + 1) == "ngày"
            else { return nil }
            // “số” may be left out, which has a rule of its own.
            let last = text(index - 1) == "số" ? index - 2 : index - 1
            let type = "\(text(last - 1)) \(text(last))".lowercased()
            guard Citations.types.contains(type.trimmingMarks), !text(last - 1).hasPrefix("("),
                !issued.contains(text(last - 2)),
                // “các văn bản của Chính phủ: …” names it for all that follow.
                !letters.scalars[..<words[index].startIndex].contains(":")
            else { return nil }
            let isLong = text(index + 3) == "tháng" && text(index + 5) == "năm"
            let day = isLong ? text(index + 6) : text(index + 2)
            let next = index + (isLong ? 7 : 3)
            guard day.last?.isNumber == true, isTold(text(next), text(next + 1), of: text(index)),
                // Of a row of them the first may be said to be somebody's.
                !(0..<index).contains(where: { text($0) == "số" && issued.contains(text($0 - 3)) })
            else { return nil }
            let range = words[index].startIndex..<words[next - 1].endIndex
            return letters.fault(
                .citationIssuer, at: range,
                told: Wording(
                    "“\(letters[range])” không có cơ quan ban hành",
                    en: "“\(letters[range])” without its issuer"), right: "của + cơ quan ban hành",
                en: "của + the issuing body")
        }
    }

    /// A document of a body of the state, whose code tells no Party's hyphen.
    private static func isCode(_ word: String) -> Bool {
        guard word.first?.isNumber == true, word.last?.isLetter == true else { return false }
        let parts = word.split(separator: "/")
        return (2...3).contains(parts.count) && Int(parts[0]) != nil && parts[parts.count - 1].contains("-")
    }

    /// Whether what it is about follows; the name of a body's own plan behind “về” often ends in the body.
    private static func isTold(_ first: String, _ second: String, of code: String) -> Bool {
        if first == "về" { return second == "việc" || second == "phê" || !code.hasSuffix("UBND") }
        return abouts.contains("\(first) \(second)")
    }

    private static let abouts: Set<String> = ["quy định", "sửa đổi,", "sửa đổi", "hướng dẫn", "phê duyệt"]

    /// “Sở Nội vụ tại Tờ trình số …”, “UBND tỉnh ban hành Quyết định số …”: its body stands before these.
    private static let issued: Set<String> = ["tại", "có", "hành", "trình", "gửi", "được", "ký", "bằng"]

    /// `Tờ trình …/TTr-SNV`: room for a number, and no “số” before it.
    static func slots(in letters: TextScalars) -> [TextFault] {
        guard ["…/", "../", " /"].contains(where: letters.text.hasBytes) else { return [] }
        return letters.trimmed.compactMap { slash in
            guard letters.scalars[slash] == "/", letters[slash + 1]?.isUpper == true else { return nil }
            var start = slash
            while start > 0, ".… ".unicodeScalars.contains(letters.scalars[start - 1]) { start -= 1 }
            let hasDots = letters.scalars[start..<slash].contains { $0 != " " }
            let end = letters.end(from: slash) { $0 == "/" || $0 == "-" || $0.isLetter }
            guard letters[start] == " ", start < slash, hasDots || slash - start > 2,
                letters[slash..<end].contains("-"),
                let type = Citations.types.first(where: {
                    letters[max(0, start - $0.unicodeScalars.count)..<start].lowercased() == $0
                })
            else { return nil }
            let range = start - type.unicodeScalars.count..<end
            return letters.fault(
                .citationNumberWord, at: range, right: "\(letters[range.lowerBound..<start]) số …",
                en: "\(letters[range.lowerBound..<start]) số …")
        }
    }
}

extension String {
    /// Without a quotation mark or bracket before it.
    fileprivate var trimmingMarks: String { String(drop { "“(\"".contains($0) }) }
}
