internal import Diagnostics
internal import OfficeDocument
internal import Recognition
internal import Regulations

extension Check {
    static let sizes = document([.bodySize, .mixedSizes]) { context, log in
        context.checkBodySize(&log)
        context.checkMixedSizes(&log)
    }
}

extension Rule {
    static let bodySize = Rule(
        "format.body-size", "B04", .error, .automatic(.look),
        [Rule.Clause].decree("II.6") + .party("nội dung"), "Nội dung cỡ 13–14 (Đảng: 14–15).",
        en: "The text is 13–14 pt (Party: 14–15).", right: "14", wrong: "12")

    static let mixedSizes = Rule(
        "format.mixed-sizes", "B04", .note, .automatic(.look), [Rule.Clause].decree("V") + .party("nội dung"),
        "Cỡ chữ các thành phần tăng giảm cùng nhau: 13/14/14 hoặc 12/13/13.",
        en: "Sizes go up and down together: 13/14/14 or 12/13/13.",
        right: "Quốc hiệu 13, Tiêu ngữ 14, nội dung 14", wrong: "Tiêu ngữ 14, nội dung 13")
}

extension CheckContext {
    func checkBodySize(_ log: inout FindingLog) {
        guard let body = profile.format(of: .body) else { return }
        let wanted = body.size(in: sizes)
        var places: [FaultyPlace] = []
        for index in plainText where structure.components[index] != .legalBasis {
            let line = lines[index]
            guard let other = line.looks.compactMap({ $0.size }).first(where: { !isNear($0, body.points) })
            else { continue }
            let mend = line.edits { look in
                look.size.map { isNear($0, body.points) } == false ? CharacterChange(size: wanted) : nil
            }
            places.append(FaultyPlace(line, measure(other, "pt"), mend: mend))
        }
        log.add(.bodySize, .body, all: places, right: measure(body.points, "pt"))
    }

    func checkMixedSizes(_ log: inout FindingLog) {
        guard let set = sizeSet else { return }
        // The Party's guidance has ranges of its own for head and foot, and no sets.
        let text: [Component] = [.body, .legalBasis, .clause, .titledClause, .point, .article, .romanHeading]
        let judged: [Component] =
            isParty
            ? text
            : text + [
                .nationalTitle, .motto, .superiorAgency, .issuingAgency, .placeAndDate, .documentType,
                .subject, .authority, .position, .signerName,
            ]
        var places: [FaultyPlace] = []
        var right: Wording?
        for (index, component) in structure.components.all {
            guard judged.contains(component), let asked = profile.format(of: component),
                asked.largeSet != asked.smallSet
            else { continue }
            let wanted = asked.size(in: set)
            // A size outside the range is told by the component's own rule.
            let other = lines[index].looks.compactMap({ $0.size }).first {
                isNear($0, asked.points) && abs($0 - wanted) > 0.25
            }
            guard let other else { continue }
            if right == nil { right = measure(wanted, "pt") }
            let line = lines[index]
            let fits = other > wanted || line.fits(points: wanted, isBold: line.isBold)
            let mend = line.edits { look in
                guard fits, let size = look.size, abs(size - wanted) > 0.25 else { return nil }
                return CharacterChange(size: wanted)
            }
            places.append(FaultyPlace(line, measure(other, "pt"), mend: mend))
        }
        guard let right else { return }
        log.add(.mixedSizes, nil, all: places, right: right)
    }
}
