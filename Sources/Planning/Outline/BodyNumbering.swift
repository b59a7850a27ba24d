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
        write(parts, depth: 0, above: nil, to: &blocks)
        return blocks
    }

    func value(of parts: [BodyPart]) -> Value { .list(blocks(of: parts)) }

    private func write(_ parts: [BodyPart], depth: Int, above: String?, to blocks: inout [Value]) {
        var number = 0
        for part in parts {
            switch part {
            case .section(let section): write(section, depth, above, &number, to: &blocks)
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
        _ section: BodySection, _ depth: Int, _ above: String?, _ number: inout Int, to blocks: inout [Value]
    ) {
        guard !section.isEmpty else { return }
        let level = levels.isEmpty ? .dash : levels[min(depth, levels.count - 1)]
        var own = above
        var heading = section.heading
        if let written = section.ownNumber {
            number = level.value(of: written) ?? number + 1
            own = written.withoutMark
            heading = "\(written) \(heading)"
        } else {
            if level.isUpper, !section.isText { heading = heading.uppercased() }
            switch section.numbering {
            case .absent: break
            case .continued, .restarted:
                number = section.numbering == .restarted ? 1 : number + 1
                own = level.number(number, above: above)
                if level == .part, let own {
                    // Its number stands on a line of its own, above its title.
                    blocks.append(headingBlock(own, depth, level))
                    blocks.append(paragraph(heading, level.styles))
                    return write(section.parts, depth: depth + 1, above: own, to: &blocks)
                }
                heading = "\(own ?? "")\(level.mark(marks)) \(heading)"
            }
        }
        if let runIn = section.runIn {
            if heading.last == " " { heading.removeLast() }
            blocks.append(paragraph("**\(heading)** \(runIn)", ["Nội dung", "Thân bài"]))
        } else if section.isText, level == .letter || level == .dash {
            blocks.append(paragraph(heading, level.styles))
        } else {
            blocks.append(headingBlock(heading, depth, level))
        }
        write(section.parts, depth: depth + 1, above: own, to: &blocks)
    }

    private func headingBlock(_ heading: String, _ depth: Int, _ level: OutlineLevel) -> Value {
        [
            "de_muc": .text(heading), "cap": .number(Decimal(min(depth + 1, 6))),
            "kieu": texts(
                level.headingStyles + level.styles + ["Đề mục \(depth + 1)", "Heading \(depth + 1)"]),
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
        case .article: return number.split(separator: " ").last.flatMap { Int($0) }
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
        case .part: ""
        case .capital, .roman: marks.roman
        case .article: "."
        case .arabic, .decimal: marks.arabic
        case .letter: marks.letter
        case .dash: ""
        }
    }

    /// Whether its headings are in capitals.
    var isUpper: Bool {
        switch self {
        case .part, .capital, .roman: true
        case .article, .arabic, .decimal, .letter, .dash: false
        }
    }

    /// The styles of a heading that other styles than its level's keep with what stands under it.
    fileprivate var headingStyles: [String] {
        switch self {
        case .letter: ["Điểm có tiêu đề"]
        case .dash: ["Gạch đầu dòng có tiêu đề"]
        case .part, .capital, .roman, .article, .arabic, .decimal: []
        }
    }

    /// The styles of the shipped forms.
    fileprivate var styles: [String] {
        switch self {
        case .part: ["Phần", "Mục La Mã"]
        case .capital, .roman: ["Mục La Mã"]
        case .article: ["Điều", "Khoản có tiêu đề"]
        case .arabic, .decimal: ["Khoản có tiêu đề"]
        case .letter: ["Điểm"]
        case .dash: ["Gạch đầu dòng"]
        }
    }
}
