internal import Diagnostics
internal import Planning
internal import Recognition
internal import Regulations
internal import VietnameseText

// What stands between head and foot.
extension DocumentImporting {
    mutating func readText() {
        let text = document.text
        readAddressees()
        if areBasesFirst {
            draft.legalBases = document.indices(of: .legalBasis).map {
                Self.basis(StyledText(lines[$0]).text)
            }
        }
        var body = body(of: text)
        if case .paragraph(let lead, _)? = body.blocks.first, !isHeadingLike(lead) {
            draft.lead = lead.withoutMarks
            body.blocks.removeFirst()
        }
        if !body.blocks.isEmpty {
            var opening = WorkspaceDraft.Section()
            opening.blocks = body.blocks
            draft.sections = [opening]
        }
        draft.sections += body.sections
        if !document.isLetter { draft.nameUnits() }
        if !document.isLetter { draft.takeClosing() }
    }

    /// Whether a paragraph is a point of a list, which no opening sentence is.
    private func isHeadingLike(_ text: String) -> Bool { HeadingNumber(text) != nil }

    private mutating func readAddressees() {
        for index in document.indices(of: .addressee) {
            var text = StyledText(lines[index]).text[...]
            if HeadWords.isAddressee(lines[index]) {
                if text.lowercased().hasPrefix("đồng") {
                    note(
                        .guessed(
                            "“\(text)” là một nơi kính gửi", en: "“\(text)” is an addressee", at: place(index)
                        ))
                    draft.remarks["kinh_gui"] = "đoán “\(text.prefix(60))” là một nơi kính gửi"
                } else {
                    guard let colon = text.firstIndex(of: ":") else { continue }
                    text = text[text.index(after: colon)...]
                }
            }
            text = text.drop { "-–—•+ ".contains($0) }
            while let last = text.last, ";., ".contains(last) { text.removeLast() }
            if !text.isEmpty { draft.addressees.append(String(text)) }
        }
    }

    /// Whether the bases stand before all other text, as the form has them.
    var areBasesFirst: Bool {
        guard !document.isLetter, let last = document.indices(of: .legalBasis).last else { return false }
        return !document.text.contains { index in
            index < last && !lines[index].isBlank && !lines[index].isTypedLine
                && ![.legalBasis, .addressee].contains(document.components[index])
                && document.marks[index] == nil
        }
    }

    /// Without dash and end, which the form writes.
    private static func basis(_ text: String) -> String {
        var text = text.drop { "-–—•+ ".contains($0) }
        while let last = text.last, ";.,: ".contains(last) { text.removeLast() }
        return String(text)
    }
}

extension WorkspaceDraft {
    private static let closings = [
        "Trên đây", "Trong quá trình", "Đề nghị", "Yêu cầu", "Kính ", "Căn cứ Kế hoạch này", "Quá trình",
        "Nhận được", "Giao ", "Rất mong",
    ]

    /// The last paragraph where it speaks of the document; any other ends the text where it stands.
    mutating func takeClosing() {
        guard let end = sections.takeEnd(where: { text in Self.closings.contains { text.hasPrefix($0) } })
        else { return }
        closing = end.withoutMarks.withoutEndMark
    }
}

extension [WorkspaceDraft.Section] {
    /// Takes the paragraph out that ends a tree.
    fileprivate mutating func takeEnd(where isEnd: (String) -> Bool) -> String? {
        guard var last = popLast() else { return nil }
        defer {
            if last.heading != nil || last.runIn != nil || !last.blocks.isEmpty || !last.sections.isEmpty {
                append(last)
            }
        }
        if !last.sections.isEmpty { return last.sections.takeEnd(where: isEnd) }
        guard case .paragraph(let text, _)? = last.blocks.last, isEnd(text.withoutMarks) else { return nil }
        last.blocks.removeLast()
        return text
    }
}
