internal import Diagnostics
internal import OfficeDocument
internal import Recognition
internal import Regulations

extension Check { static let lineSpacing = document([.lineSpacing]) { $0.checkLineSpacing(&$1) } }

extension Rule {
    static let lineSpacing = Rule(
        "format.line-spacing", "B03", .error, .automatic(.look),
        [Rule.Clause].decree("II.6") + .party("nội dung"),
        "Cách dòng từ đơn đến 1,5 dòng; văn bản của Đảng chính xác 18–22 pt.",
        en: "Line spacing from single to 1.5; Party documents exactly 18–22 pt.", right: "1,15 dòng",
        wrong: "2 dòng")
}

extension CheckContext {
    func checkLineSpacing(_ log: inout FindingLog) {
        var places: [FaultyPlace] = []
        for index in plainText {
            let line = lines[index]
            let format = line.paragraph.format
            guard let fault = spacingFault(format, line) else { continue }
            let change = ParagraphChange(lineSpacing: spacingMended(format, line))
            places.append(FaultyPlace(line, fault, mend: [.paragraph(line.paragraph.element, change)]))
        }
        log.add(.lineSpacing, .body, all: places, right: spacingRight)
    }

    private func spacingFault(_ format: EffectiveParagraph, _ line: TextLine) -> Wording? {
        guard let spacing = format.lineSpacing, let size = line.looks.first?.size else { return nil }
        let single = 1.149 * size
        switch (spacing, profile.body.lineSpacing) {
        case (.lines(let count), .lines(let range)):
            return (range.lowerBound - 0.01...range.upperBound + 0.01).contains(count)
                ? nil : measure(count, "dòng").renamed("dòng", en: "lines")
        case (.lines(let count), .exactly(let range)):
            return range.lowerBound - 0.5 <= single * count && single * count <= range.upperBound + 1
                ? nil : measure(count, "dòng").renamed("dòng", en: "lines")
        case (.exactly(let length), .lines(let range)):
            let allowed = single * range.lowerBound * 0.95...single * range.upperBound * 1.05
            return allowed.contains(length.points) ? nil : measure(length.points, "pt")
        case (.atLeast(let length), .lines(let range)):
            return length.points <= single * range.upperBound * 1.05 ? nil : measure(length.points, "pt")
        case (.exactly(let length), .exactly(let range)):
            return range.lowerBound - 0.5 <= length.points && length.points <= range.upperBound + 0.5
                ? nil : measure(length.points, "pt")
        case (.atLeast, .exactly): return nil
        }
    }

    /// The spacing allowed that is nearest to what there is.
    private func spacingMended(_ format: EffectiveParagraph, _ line: TextLine) -> ParagraphFormat.LineSpacing?
    {
        let single = 1.149 * (line.looks.first?.size ?? 13)
        let points: Double =
            switch format.lineSpacing {
            case .lines(let count)?: single * count
            case .exactly(let length)?, .atLeast(let length)?: length.points
            case nil: single
            }
        switch profile.body.lineSpacing {
        case .lines(let range): return .lines(min(max(points / single, range.lowerBound), range.upperBound))
        case .exactly(let range):
            return .exactly(.points(min(max(points, range.lowerBound), range.upperBound).rounded()))
        }
    }

    private var spacingRight: Wording {
        switch profile.body.lineSpacing {
        case .lines(let range): measure(range, "dòng").renamed("dòng", en: "lines")
        case .exactly(let range):
            range.upperBound < 1000 ? measure(range, "pt") : Wording("từ 18 pt", en: "18 pt or more")
        }
    }
}

extension Wording {
    /// The same number with its unit in each language.
    fileprivate func renamed(_ unit: String, en english: String) -> Wording {
        Wording(
            vietnamese,
            en: self.english.hasSuffix(unit)
                ? String(self.english.dropLast(unit.count)) + english : self.english)
    }
}
