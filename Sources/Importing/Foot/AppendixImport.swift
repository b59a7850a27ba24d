internal import Diagnostics
internal import OfficeDocument
internal import Planning
internal import Recognition
internal import Regulations
internal import VietnameseText

// What stands behind the foot.
extension DocumentImporting {
    mutating func readAppendices(from start: Int?) {
        guard let end = start else { return }
        let labels = document.appendices.filter { $0.label >= end && document.marks[$0.label] != .formLabel }
        let first = labels.first?.label ?? lines.count
        readUnlabelled(end..<first)
        for (index, appendix) in labels.enumerated() {
            let next = index + 1 < labels.count ? labels[index + 1].label : lines.count
            add(appendix, upTo: next)
        }
    }

    private mutating func add(_ appendix: RecognisedAppendix, upTo end: Int) {
        var made = WorkspaceDraft.Appendix()
        let label = StyledText(lines[appendix.label]).text
        let own = label.drop { $0 != ":" && $0 != "." && $0 != "-" }.drop { ":.- ".contains($0) }
        let titles = (own.isEmpty ? [] : [String(own)]) + appendix.title.map { StyledText(lines[$0]).text }
        made.title = titles.joined(separator: " ")
        made.isLandscape = isLandscape(appendix.label)
        let rest = (appendix.label + 1)..<end
        let components = document.components
        let body = body(of: rest) { index in
            appendix.title.contains(index) || components[index] == .appendixReference
        }
        (made.blocks, made.sections) = body
        if made.title.isEmpty { guessTitle(of: &made, at: appendix.label) }
        draft.appendices.append(made)
    }

    /// Tables and lists that follow the signature without a label are an appendix all the same.
    private mutating func readUnlabelled(_ range: Range<Int>) {
        guard let first = range.first(where: { !lines[$0].isBlank && !lines[$0].isTypedLine }) else { return }
        var made = WorkspaceDraft.Appendix()
        var titles: [Int] = []
        for index in range.dropFirst(first - range.lowerBound) where !lines[index].isBlank {
            let line = lines[index]
            guard line.spot.table == nil, line.isCentred, line.isBold || line.isUpper, !line.isNumberedHeading
            else { break }
            titles.append(index)
        }
        made.title = titles.map { StyledText(lines[$0]).text }.joined(separator: " ")
        made.isLandscape = isLandscape(first)
        let (components, kept) = (document.components, titles)
        (made.blocks, made.sections) = body(of: range) { index in
            kept.contains(index) || components[index] == .appendixReference
        }
        guard !made.blocks.isEmpty || !made.sections.isEmpty else {
            for index in titles {
                note(
                    .homeless("“\(lines[index].trimmed)”", en: "“\(lines[index].trimmed)”", at: place(index)))
            }
            return
        }
        made.remark = "phần sau chữ ký, ở văn bản cũ không ghi “Phụ lục”"
        note(
            .guessed(
                "phần sau chữ ký là phụ lục", en: "what follows the signature is an appendix",
                at: place(first)))
        if made.title.isEmpty { guessTitle(of: &made, at: first) }
        draft.appendices.append(made)
    }

    private mutating func guessTitle(of appendix: inout WorkspaceDraft.Appendix, at index: Int) {
        if case .paragraph(let text, _)? = appendix.blocks.first, text.count < 200, !text.hasSuffix(".") {
            appendix.title = text.withoutMarks
            appendix.blocks.removeFirst()
        } else {
            appendix.title = "Kèm theo \(draft.kind.name)"
        }
        appendix.remark = appendix.remark.map { "\($0); đoán tên phụ lục" } ?? "đoán tên phụ lục"
        note(
            .guessed(
                "tên phụ lục là “\(appendix.title)”", en: "the appendix is called “\(appendix.title)”",
                at: place(index)))
    }

    private func isLandscape(_ index: Int) -> Bool {
        let section = lines[index].spot.section
        let sections = document.document.sections
        return sections.indices.contains(section) && sections[section].page.orientation == .landscape
    }
}
