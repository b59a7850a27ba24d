internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check { static let bareHeadings = document([.headingEmpty]) { $0.checkBareHeadings(&$1) } }

extension Rule {
    static let headingEmpty = Rule(
        "format.heading-empty", "B07", .warning, .byHand, [Rule.Clause].decree("II.6") + .party("nội dung"),
        "Số thứ tự phải có nội dung đi cùng.", en: "A number has a text of its own.", right: "1. Mục đích",
        wrong: "1. (rồi xuống dòng)")
}

extension CheckContext {
    /// A number or letter alone on its line; `Điều 1.` may have its text below.
    func checkBareHeadings(_ log: inout FindingLog) {
        for index in structure.text where isText(index) && lines[index].spot.table == nil {
            let line = lines[index]
            guard !line.isLonger(than: Self.longestNumber), !line.hasTags, let mark = line.trimmed.last,
                mark == "." || mark == ")"
            else { continue }
            let number = line.trimmed.dropLast()
            let isNumber =
                Int(number) != nil || number.count == 1 && number.first?.isLowercase == true
                || RomanNumeral.number(of: String(number)).map { $0 < Self.longestList } == true
            guard isNumber else { continue }
            log.add(
                .headingEmpty, structure.components[index], line,
                found: Wording("“\(line.trimmed)” không có nội dung", en: "“\(line.trimmed)” without a text"),
                right: Wording("có nội dung, hoặc bỏ số", en: "a text, or no number"))
        }
    }

    /// `XXXVIII.` with its mark; no list is so long that a letter such as `C.` or `M.` is its number.
    private static let longestNumber = 8
    private static let longestList = 40
}
