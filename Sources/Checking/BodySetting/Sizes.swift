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
        var odd: [OddSize] = []
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
            odd.append(OddSize(line: lines[index], place: asked.position, size: other, wanted: wanted))
        }
        guard let first = odd.first else { return }
        // What stands together is set in one set of sizes: where a line of it would not fit, all of them stay.
        let stuck = Set(odd.filter { !$0.fits }.map { Block($0.place) })
        let places = odd.map { odd in
            let mend = odd.line.edits { look in
                guard !stuck.contains(Block(odd.place)), let size = look.size, abs(size - odd.wanted) > 0.25
                else { return nil }
                return CharacterChange(size: odd.wanted)
            }
            return FaultyPlace(odd.line, measure(odd.size, "pt"), mend: mend)
        }
        log.add(.mixedSizes, nil, all: places, right: measure(first.wanted, "pt"))
    }

    /// A line of the other set of sizes.
    private struct OddSize {
        let line: TextLine
        let place: ComponentFormat.Position
        let size: Double
        let wanted: Double

        var fits: Bool { size > wanted || line.fits(points: wanted, isBold: line.isBold) }
    }

    /// What stands side by side.
    private enum Block: Hashable {
        case head, foot, text

        init(_ place: ComponentFormat.Position) {
            switch place {
            case .headLeft, .headRight: self = .head
            case .footRight: self = .foot
            default: self = .text
            }
        }
    }
}
