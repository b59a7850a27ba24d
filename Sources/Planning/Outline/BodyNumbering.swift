internal import FoundationEssentials
internal import Values
internal import VietnameseText

/// What stands behind the numbers of a document's levels: `I.` or, in the Party's, `I-`.
package struct NumberMarks: Hashable, Sendable {
    package let roman: String
    package let arabic: String
    package let letter: String

    package init(roman: String, arabic: String, letter: String) {
        self.roman = roman
        self.arabic = arabic
        self.letter = letter
    }

    /// Nghị định 30/2020, Phụ lục I.
    package static let decree30 = NumberMarks(roman: ".", arabic: ".", letter: ")")
}

/// Numbers the headings of a body and makes it the value that a template's one tag prints.
struct BodyNumbering {
    let levels: [OutlineLevel]
    let marks: NumberMarks

    /// The blocks in their order.
    func blocks(of parts: [BodyPart]) -> [Value] {
        var blocks: [Value] = []
        write(parts, at: [], SectionNumbers(of: parts, levels: levels), to: &blocks)
        return blocks
    }

    func value(of parts: [BodyPart]) -> Value { .list(blocks(of: parts)) }

    private func write(
        _ parts: [BodyPart], at way: [Int], _ numbers: SectionNumbers, to blocks: inout [Value]
    ) {
        var index = 0
        for part in parts {
            switch part {
            case .section(let section):
                write(section, at: way + [index], numbers, to: &blocks)
                index += 1
            case .paragraph(let text): blocks.append(paragraph(text, ["Nội dung", "Thân bài"]))
            case .caption(let text): blocks.append(paragraph(text, ["Tên bảng", "Nội dung", "Thân bài"]))
            case .unit(let text):
                blocks.append(paragraph("*\(text)*", ["Đơn vị tính", "Nội dung", "Thân bài"]))
            case .dash(let text): blocks.append(paragraph("- \(text)", ["Gạch đầu dòng"]))
            case .table(let table):
                blocks.append(table.value)
                blocks.append(paragraph("", ["Sau bảng"]))
            case .picture(let file, let width, let description):
                blocks.append([
                    "anh": .text(file), "rong": width.map { .number(Decimal($0)) } ?? .null,
                    "chu_thich": text(description),
                ])
            }
        }
    }

    private func write(
        _ section: BodySection, at way: [Int], _ numbers: SectionNumbers, to blocks: inout [Value]
    ) {
        guard !section.isEmpty else { return }
        let number = numbers[way]
        let level = number.level
        var heading = section.heading
        if section.ownNumber == nil, level.isUpper, !section.isText { heading = heading.uppercased() }
        if level.standsAboveTitle, let own = number.text {
            blocks.append(headingBlock(own, way.count, level))
            if !heading.isEmpty { blocks.append(paragraph(heading, level.styles)) }
            return write(section.parts, at: way, numbers, to: &blocks)
        }
        if let written = section.ownNumber {
            heading = "\(written) \(heading)"
        } else if let own = number.text {
            heading = "\(own)\(level.mark(marks)) \(heading)"
        }
        if let runIn = section.runIn {
            if heading.last == " " { heading.removeLast() }
            blocks.append(paragraph("**\(heading)** \(runIn)", ["Nội dung", "Thân bài"]))
        } else if section.isText, level == .letter || level == .dash {
            blocks.append(paragraph(heading, level.styles))
        } else {
            blocks.append(headingBlock(heading, way.count, level))
        }
        write(section.parts, at: way, numbers, to: &blocks)
    }

    /// `depth` counts from 1.
    private func headingBlock(_ heading: String, _ depth: Int, _ level: OutlineLevel) -> Value {
        [
            "de_muc": .text(heading), "cap": .number(Decimal(min(depth, 6))),
            "kieu": texts(level.headingStyles + level.styles + ["Đề mục \(depth)", "Heading \(depth)"]),
        ]
    }

    private func paragraph(_ text: String, _ styles: [String]) -> Value {
        ["doan": .text(text), "kieu": texts(styles)]
    }
}

extension String {
    /// `3.1.` without its stop, `a)` without its bracket.
    var withoutMark: String {
        var number = self
        while let last = number.last, ".)/-:".contains(last) { number.removeLast() }
        return number
    }
}

extension OutlineLevel {
    /// The place in its list of a number that is written out; nil for one of another kind.
    func value(of written: String) -> Int? {
        let number = written.withoutMark
        switch self {
        case .part, .dash: return nil
        case .chapter:
            return number.split(separator: " ").last.flatMap { RomanNumeral.number(of: String($0)) }
        case .division, .subdivision, .article: return number.split(separator: " ").last.flatMap { Int($0) }
        case .capital, .letter: return ListLetter.number(of: number.lowercased())
        case .roman: return RomanNumeral.number(of: number)
        case .arabic: return Int(number)
        case .decimal: return number.split(separator: ".").last.flatMap { Int($0) }
        }
    }

    /// `Phần thứ hai`, `B`, `II`, `2`, `1.2`, `b`.
    func number(_ number: Int, above: String?) -> String {
        switch self {
        case .part: "Phần \(NumberWords.ordinal(number) ?? "\(number)")"
        case .chapter: "Chương \(RomanNumeral.text(of: number) ?? "\(number)")"
        case .division: "Mục \(number)"
        case .subdivision: "Tiểu mục \(number)"
        case .capital: (ListLetter.text(of: number) ?? "").uppercased()
        case .roman: RomanNumeral.text(of: number) ?? "\(number)"
        case .arabic: "\(number)"
        case .article: "Điều \(number)"
        case .decimal: above.map { "\($0).\(number)" } ?? "\(number)"
        case .letter: ListLetter.text(of: number) ?? "\(number)"
        case .dash: "-"
        }
    }

    /// What stands behind its numbers.
    func mark(_ marks: NumberMarks) -> String {
        switch self {
        case .part, .chapter, .division, .subdivision: ""
        case .capital, .roman: marks.roman
        case .article: "."
        case .arabic, .decimal: marks.arabic
        case .letter: marks.letter
        case .dash: ""
        }
    }

    /// Whether the number stands on a line of its own, above the title (Nghị định 30/2020, Phụ lục I).
    var standsAboveTitle: Bool {
        switch self {
        case .part, .chapter, .division, .subdivision: true
        case .capital, .roman, .article, .arabic, .decimal, .letter, .dash: false
        }
    }

    /// Whether its numbers run on where a part above them begins.
    var countsThrough: Bool { self == .chapter || self == .article }

    /// Whether its headings are in capitals.
    var isUpper: Bool {
        switch self {
        case .part, .chapter, .division, .subdivision, .capital, .roman: true
        case .article, .arabic, .decimal, .letter, .dash: false
        }
    }

    /// The styles of a heading that other styles than its level's keep with what stands under it.
    fileprivate var headingStyles: [String] {
        switch self {
        case .letter: ["Điểm có tiêu đề"]
        case .dash: ["Gạch đầu dòng có tiêu đề"]
        case .part, .chapter, .division, .subdivision, .capital, .roman, .article, .arabic, .decimal: []
        }
    }

    /// The styles of the shipped forms.
    fileprivate var styles: [String] {
        switch self {
        case .part, .chapter, .division, .subdivision: ["Phần", "Mục La Mã"]
        case .capital, .roman: ["Mục La Mã"]
        case .article: ["Điều", "Khoản có tiêu đề"]
        case .arabic, .decimal: ["Khoản có tiêu đề"]
        case .letter: ["Điểm"]
        case .dash: ["Gạch đầu dòng"]
        }
    }
}
