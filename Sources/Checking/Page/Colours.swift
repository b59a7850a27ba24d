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
    /// A colour that picks something out may be a drafter's mark: it is told, and left to the drafter.
    func checkColours(_ log: inout FindingLog) {
        let faults = lines.indices.compactMap { index -> (index: Int, found: Wording)? in
            guard !lines[index].isBlank, !lines[index].hasTags else { return nil }
            return colourFault(lines[index]).map { (index, $0) }
        }
        guard !faults.isEmpty else { return }
        let parts = ColouredParts(self)
        var (plain, marks): ([FaultyPlace], [FaultyPlace]) = ([], [])
        for (index, found) in faults {
            let mend = colourMended(lines[index], isWhole: parts.isOfOneColour(index))
            if mend.isEmpty {
                marks.append(FaultyPlace(lines[index], found))
            } else {
                plain.append(FaultyPlace(lines[index], found, mend: mend))
            }
        }
        log.add(.textColor, nil, all: plain, right: Wording("chữ đen", en: "black"))
        log.add(
            .textColor, nil, all: marks,
            right: Wording(
                "chữ đen; không tự đổi vì màu có thể là chỗ người soạn đánh dấu",
                en: "black; not changed by itself, since the colour may be a drafter's mark"))
    }

    /// Numbers of pages mark nothing, so their colour is the program's or a template's.
    func checkColour(ofPageNumbers numbers: [TextLine], _ log: inout FindingLog) {
        for line in numbers {
            let colours = line.paragraph.runs.filter { $0.pieces.contains(.pageNumber) }.compactMap(
                \.format.colour)
            guard let colour = colours.first(where: \.isSeen),
                case .rgb(let red, let green, let blue) = colour
            else { continue }
            let name = [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            let change = CharacterChange(colour: .automatic)
            log.add(
                .textColor, .pageNumber, line,
                found: Wording("số trang màu #\(name)", en: "page number of colour #\(name)"),
                right: Wording("chữ đen", en: "black"),
                mend: line.paragraph.holdsPageNumberAlone
                    ? [.characters(TextSpan(allOf: line.paragraph.element), change)] : [])
        }
    }

    /// Stamps of urgency and secrecy are red.
    private func colourFault(_ line: TextLine) -> Wording? {
        if line.paragraph.runs.contains(where: \.isWhite) {
            return Wording("chữ trắng, không thấy trên giấy", en: "white letters, not seen on paper")
        }
        for run in line.paragraph.runs {
            guard case .rgb(let red, let green, let blue)? = run.colour else { continue }
            let stamps = ["KHẨN", "HỎA TỐC", "MẬT"].map(HeadWords.fold)
            guard !stamps.contains(where: { line.folded.hasSuffix($0) }) else { return nil }
            let name = [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            return Wording("màu #\(name)", en: "colour #\(name)")
        }
        return nil
    }

    /// All letters of the line, or none: black beside what keeps its colour would be half a mark.
    private func colourMended(_ line: TextLine, isWhole: Bool) -> [DocumentEdit] {
        let typed = line.paragraph.typedScalars
        let coloured = line.paragraph.typedRuns.filter { $0.run.colour != nil }
        guard coloured.allSatisfy({ !$0.run.isWhite && (isWhole || $0.run.isColouredByProgram) }) else {
            return []
        }
        return coloured.map {
            .characters(line.paragraph.span($0.range, of: typed), CharacterChange(colour: .automatic))
        }
    }
}

/// The parts of a document in which a colour would pick something out, and whether it does.
private struct ColouredParts {
    private let parts: [Part]
    private var colours: [Part: Set<Colour?>] = [:]
    private var counts: [Part: Int] = [:]

    private enum Part: Hashable {
        /// Text and tables; what is set in another colour there stands out from all of it.
        case text
        /// A line of head or foot by itself, or all headings of a level.
        case component(Component)
    }

    init(_ context: CheckContext) {
        parts = context.lines.indices.map { index in
            guard let component = context.structure.components[index],
                !CheckContext.isText(component) || component.isHeading
            else { return .text }
            return .component(component)
        }
        for (index, line) in context.lines.enumerated() where !line.isBlank {
            let found = line.paragraph.runs.filter {
                $0.link == nil && $0.text.unicodeScalars.contains(where: \.isLetter)
            }
            guard !found.isEmpty else { continue }
            counts[parts[index], default: 0] += 1
            for run in found { colours[parts[index], default: []].insert(run.colour) }
        }
    }

    /// One heading of its level shows by nothing that the others would look alike.
    func isOfOneColour(_ index: Int) -> Bool {
        let part = parts[index]
        if case .component(let component) = part, component.isHeading, counts[part] == 1 { return false }
        return colours[part]?.count == 1
    }
}

extension Component {
    fileprivate var isHeading: Bool {
        switch self {
        case .part, .partTitle, .division, .divisionTitle, .article, .romanHeading, .titledClause: true
        default: false
        }
    }
}

extension ReadRun {
    /// Nil for black, and where no letter shows it.
    fileprivate var colour: Colour? {
        guard let colour = format.colour, colour.isSeen, text.contains(where: \.isLetter) else { return nil }
        return colour
    }

    /// Letters that somebody hid; in black they would be printed.
    fileprivate var isWhite: Bool { colour?.shades.map { $0.lowerBound > 0xE0 } ?? false }

    /// Whether nobody marks anything by it: links, and what pages of the web have for black.
    fileprivate var isColouredByProgram: Bool {
        link != nil
            || colour?.shades.map { $0.upperBound <= 0x60 && $0.upperBound - $0.lowerBound <= 0x18 } ?? false
    }
}

extension Colour {
    /// Near-black is what themes make of black.
    fileprivate var isSeen: Bool { shades.map { $0.upperBound > 0x26 } ?? false }

    /// From its least to its most channel; nil for the automatic one.
    fileprivate var shades: ClosedRange<UInt8>? {
        guard case .rgb(let red, let green, let blue) = self else { return nil }
        return min(red, min(green, blue))...max(red, max(green, blue))
    }
}
