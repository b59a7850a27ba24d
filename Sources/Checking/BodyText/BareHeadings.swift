internal import Diagnostics
internal import Recognition
internal import Regulations

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
            guard !line.isLonger(than: 5), !line.hasTags, let mark = line.trimmed.last,
                mark == "." || mark == ")"
            else { continue }
            let number = line.trimmed.dropLast()
            let isNumber =
                Int(number) != nil || number.count == 1 && number.first?.isLowercase == true
                || !number.isEmpty && number.allSatisfy { "IVX".contains($0) }
            guard isNumber else { continue }
            log.add(
                .headingEmpty, structure.components[index], line,
                found: Wording("“\(line.trimmed)” không có nội dung", en: "“\(line.trimmed)” without a text"),
                right: Wording("có nội dung, hoặc bỏ số", en: "a text, or no number"))
        }
    }
}
