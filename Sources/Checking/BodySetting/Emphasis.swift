internal import Diagnostics
internal import OfficeDocument
internal import Recognition
internal import Regulations

extension Check { static let emphasis = document([.bodyEmphasis]) { $0.checkEmphasis(&$1) } }

extension Rule {
    static let bodyEmphasis = Rule(
        "format.body-emphasis", "B05", .warning, .byHand, [Rule.Clause].decree("II.6") + .party("nội dung"),
        "Nội dung chữ in thường, đứng; không để cả đoạn nghiêng hay in hoa.",
        en: "The text is upright in sentence case; whole paragraphs are not italic nor capitals.",
        right: "chữ đứng", wrong: "cả đoạn nghiêng")
}

extension CheckContext {
    func checkEmphasis(_ log: inout FindingLog) {
        let places = plainText.compactMap { index in
            emphasisFault(index).map { FaultyPlace(lines[index], $0) }
        }
        log.add(
            .bodyEmphasis, .body, all: places,
            right: Wording("chữ in thường, kiểu đứng", en: "upright lower case"))
    }

    /// A whole paragraph of text in italics or capitals.
    private func emphasisFault(_ index: Int) -> Wording? {
        guard structure.components[index] == .body || structure.components[index] == .clause else {
            return nil
        }
        let line = lines[index]
        guard line.isLonger(than: 110), !line.hasTags, !line.looks.isEmpty else { return nil }
        // Remarks in brackets and quotations have a look of their own.
        guard line.trimmed.first.map({ "(“\"[*".contains($0) }) != true else { return nil }
        // `1.1. …` is a heading of a further level, which many set in italics.
        let number = line.trimmed.prefix { $0.isNumber || $0 == "." }
        guard number.split(separator: ".").count < 2 else { return nil }
        // A translation beside the Vietnamese is told apart by its slant.
        let isVietnamese = line.trimmed.utf8.contains { $0 >= 0x80 }
        if isVietnamese, line.looks.allSatisfy({ $0.slant == .italic }) {
            return Wording("cả đoạn in nghiêng", en: "all italic")
        }
        return line.isUpper ? Wording("cả đoạn in hoa", en: "all capitals") : nil
    }
}
