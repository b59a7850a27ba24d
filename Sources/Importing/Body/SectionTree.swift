internal import Diagnostics
internal import OfficeDocument
internal import Planning
internal import Recognition
internal import Regulations
internal import VietnameseText

/// A tree of sections while it grows.
private struct SectionTree {
    var blocks: [WorkspaceDraft.Block] = []
    private var closed: [WorkspaceDraft.Section] = []
    private var open: [(level: Int, section: WorkspaceDraft.Section)] = []

    var depth: Int { open.count }

    mutating func add(_ block: WorkspaceDraft.Block) {
        if open.isEmpty { blocks.append(block) } else { open[open.count - 1].section.blocks.append(block) }
    }

    mutating func begin(_ section: WorkspaceDraft.Section, level: Int) {
        close(downTo: level)
        open.append((level, section))
    }

    /// Whether the heading that was begun last waits for its title.
    var waitsForTitle: Bool {
        guard let last = open.last?.section else { return false }
        return last.blocks.isEmpty && last.number != nil
    }

    mutating func goOnWithTitle(_ title: String) {
        guard let last = open.indices.last else { return }
        let heading = open[last].section.heading ?? ""
        open[last].section.heading = heading.isEmpty ? title : "\(heading) \(title)"
    }

    private mutating func close(downTo level: Int) {
        while let last = open.last, last.level >= level {
            open.removeLast()
            var section = last.section
            if section.heading?.isEmpty == true {
                // Its title is its number.
                section.heading = section.number?.written
                section.number = nil
            }
            if open.isEmpty {
                closed.append(section)
            } else {
                open[open.count - 1].section.sections.append(section)
            }
        }
    }

    mutating func finished() -> [WorkspaceDraft.Section] {
        close(downTo: 0)
        return closed
    }
}

extension DocumentImporting {
    /// How deep a heading stands at most; what stands deeper is written as paragraphs.
    private static let depthLimit = 6

    /// The blocks before the first heading, and the tree below.
    mutating func body(of range: Range<Int>, skipping isSkipped: (Int) -> Bool = { _ in false }) -> (
        blocks: [WorkspaceDraft.Block], sections: [WorkspaceDraft.Section]
    ) {
        let headings = Dictionary(
            document.headings.map { ($0.line, $0) }, uniquingKeysWith: { first, _ in first })
        var tree = SectionTree()
        var index = range.lowerBound
        while index < range.upperBound {
            let line = lines[index]
            defer { index += 1 }
            if isSkipped(index) || passedOver.contains(index) || isOfFrame(index) { continue }
            if line.spot.isInShape {
                noteTextBox(index)
                continue
            }
            if let table = line.spot.table {
                let end = lines[index...].firstIndex { $0.spot.table != table } ?? lines.count
                blocks(ofTable: table, lines: index..<min(end, range.upperBound)).forEach { tree.add($0) }
                index = min(end, range.upperBound) - 1
                continue
            }
            if line.isBlank || line.isTypedLine { continue }
            if let heading = headings[index], add(heading, to: &tree) { continue }
            var text = StyledText(line)
            var last = line
            // What tabs divide is one line all the same.
            while index + 1 < range.upperBound, last.spot.isCut, lines[index + 1].spot.isCut,
                lines[index + 1].paragraph.place == line.paragraph.place,
                last.isFollowedOnItsLine(by: lines[index + 1])
            {
                index += 1
                last = lines[index]
                text = StyledText(text.letters + [.init(character: " ")] + StyledText(last).letters)
            }
            if !text.isEmpty { tree.add(block(text, of: line)) }
        }
        return (tree.blocks, tree.finished())
    }

    /// Whether a line is written by the form, or has a key of its own.
    private func isOfFrame(_ index: Int) -> Bool {
        switch document.components[index] {
        case .addressee, .hyphens: return true
        case .legalBasis: return areBasesFirst
        default: break
        }
        switch document.marks[index] {
        case .enactment, .issuerTitle, .subjectNote: return true
        default: return false
        }
    }

    private func block(_ text: StyledText, of line: TextLine) -> WorkspaceDraft.Block {
        if let label = line.paragraph.label, label.format == .bullet, line.text.hasPrefix(label.text),
            !label.text.isEmpty
        {
            let rest = text.dropping(spoken: label.text.count { !$0.isWhitespace })
            return label.text.contains("+") ? .paragraph("+ \(rest.marked)") : .dash(rest.marked)
        }
        guard let number = HeadingNumber(text.text), number.kind == .dash else {
            return .paragraph(text.marked)
        }
        return .dash(text.dropping(spoken: text.text.spokenLetters(before: number.title)).marked)
    }

    // MARK: Headings

    /// False for a line that is better written as a paragraph.
    private mutating func add(_ heading: RecognisedHeading, to tree: inout SectionTree) -> Bool {
        let line = lines[heading.line]
        let text = StyledText(line)
        guard let kind = heading.number, let number = HeadingNumber(text.text) else {
            guard tree.waitsForTitle else { return false }
            tree.goOnWithTitle(text.text)
            return true
        }
        guard heading.level <= Self.depthLimit else { return false }
        let title = text.dropping(spoken: text.text.spokenLetters(before: number.title))
        let prefix = String(text.text[..<number.title.startIndex])
        var section = WorkspaceDraft.Section(
            heading: title.text.escapingMarks, number: self.number(kind, typed: prefix))
        if kind == .article, !title.isEmpty, !title.isBold {
            (section.heading, section.runIn) = (nil, title.marked)
        } else if heading.isRunIn {
            // The form prints a title before its text in bold, so only what was bold becomes one.
            guard let parts = title.cutAtColon, parts.head.letters.count <= 160, parts.head.isBold else {
                return false
            }
            section.heading = parts.head.text.escapingMarks
            section.runIn = parts.rest.marked
        }
        if heading.sureness == .guessed {
            section.remark = "đoán là đề mục"
            let words = String(title.text.prefix(60))
            note(.guessed("“\(words)” là đề mục", en: "“\(words)” is a heading", at: place(heading.line)))
        }
        tree.begin(section, level: heading.level)
        return true
    }

    /// A number with the mark that the regulation wants behind it.
    private func number(_ kind: HeadingNumber.Kind, typed: String) -> WorkspaceDraft.Number {
        var bare = TextLine.trimmed(typed)[...]
        while let last = bare.last, ".):-–/ ".contains(last) { bare.removeLast() }
        while let first = bare.first, first == "(" { bare.removeFirst() }
        let text = String(bare)
        switch kind {
        case .part: return .init(.part, text, written: "\(text):")
        case .article: return .init(.article, text, written: "\(text).")
        case .chapter: return .init(.chapter, text, written: "\(text).")
        case .division: return .init(.division, text, written: "\(text).")
        case .subdivision: return .init(.subdivision, text, written: "\(text).")
        case .upperLetter: return .init(.capital, text, written: "\(text).")
        case .roman: return .init(.roman, text, written: isOfParty ? "\(text)-" : "\(text).")
        case .arabic: return .init(.arabic, text, written: "\(text).")
        case .decimal: return .init(.decimal, text, written: "\(text).")
        case .letter: return .init(.letter, text, written: "\(text))")
        case .bracketed: return .init(.other, text, written: "(\(text))")
        case .dash: return .init(.dash, "-", written: "-")
        case .plus: return .init(.other, "+", written: "+")
        case .star: return .init(.other, "*", written: "*")
        }
    }
}

extension String {
    /// How many letters that are no blanks stand before a part of the text.
    fileprivate func spokenLetters(before part: Substring) -> Int {
        self[..<part.startIndex].count { !$0.isWhitespace }
    }
}
