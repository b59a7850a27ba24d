internal import Diagnostics
internal import OfficeDocument
internal import Recognition
internal import Regulations

extension Check { static let colours = document([.textColor]) { $0.checkColours(&$1) } }

extension Rule {
    static let textColor = Rule(
        "format.text-color", "P05", .error, .automatic(.look),
        [Rule.Clause].decree("I.4") + .party("phông chữ"), "Chữ màu đen, trừ dấu chỉ mức độ khẩn và con dấu.",
        en: "Letters are black, but for urgency stamps and the seal.", right: "chữ đen",
        wrong: "chữ xanh của liên kết")
}

extension CheckContext {
    func checkColours(_ log: inout FindingLog) {
        var places: [FaultyPlace] = []
        for line in lines where !line.isBlank && !line.hasTags {
            if let fault = colourFault(line) {
                places.append(FaultyPlace(line, fault, mend: colourMended(line)))
            }
        }
        log.add(.textColor, nil, all: places, right: Wording("chữ đen", en: "black"))
    }

    /// Stamps of urgency and secrecy are red, and links are coloured by the word processor.
    private func colourFault(_ line: TextLine) -> Wording? {
        if line.paragraph.runs.contains(where: isWhite) {
            return Wording("chữ trắng, không thấy trên giấy", en: "white letters, not seen on paper")
        }
        for run in line.paragraph.runs where isColoured(run) {
            guard case .rgb(let red, let green, let blue)? = run.format.colour else { continue }
            let stamps = ["KHẨN", "HỎA TỐC", "MẬT"].map(HeadWords.fold)
            guard !stamps.contains(where: { line.folded.hasSuffix($0) }) else { return nil }
            let name = [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            return Wording("màu #\(name)", en: "colour #\(name)")
        }
        return nil
    }

    private func isColoured(_ run: ReadRun) -> Bool {
        guard run.link == nil, case .rgb(let red, let green, let blue)? = run.format.colour else {
            return false
        }
        // Near-black is what themes make of black.
        return max(red, max(green, blue)) > 0x26 && run.text.contains(where: \.isLetter)
    }

    /// Letters that somebody hid; in black they would be printed.
    private func isWhite(_ run: ReadRun) -> Bool {
        guard isColoured(run), case .rgb(let red, let green, let blue)? = run.format.colour else {
            return false
        }
        return min(red, min(green, blue)) > 0xE0
    }

    private func colourMended(_ line: TextLine) -> [DocumentEdit] {
        let typed = line.paragraph.typedScalars
        return line.paragraph.typedRuns.filter { isColoured($0.run) && !isWhite($0.run) }.map {
            .characters(line.paragraph.span($0.range, of: typed), CharacterChange(colour: .automatic))
        }
    }
}
