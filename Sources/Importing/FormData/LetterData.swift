internal import DataFiles
internal import Planning
internal import Recognition
internal import Regulations
internal import Values
internal import VietnameseText

/// The data by which a shipped form makes a document that is no workspace's: a letter (công văn).
package struct FormData: Hashable, Sendable {
    /// The form's name: `cong-van`.
    package let form: String
    /// Its data, in YAML.
    package let contents: String
}

extension WorkspaceDraft {
    /// The draft as the data of a letter.
    var letterData: FormData {
        let form = agency.isOfParty ? "dang-cong-van" : "cong-van"
        var body = sections.flatMap(\.paragraphs)
        if let lead { body.insert(lead, at: 0) }
        var end = closing
        if end == nil, let last = body.popLast() { end = last.withoutEndMark }
        var names: [(String, SourceNode.Content)] = [("ten", .text(agency.name))]
        if let superior = agency.superior { names.append(("chu_quan", .text(superior))) }
        let code = issue.code ?? agency.abbreviation
        let leader = agency.leaders.first
        let signature: [(String, SourceNode.Content)] = [
            (
                "dong",
                .texts(
                    (leader?.authority ?? []).map { $0.uppercased() } + [leader?.position.uppercased() ?? ""])
            ), ("ho_ten", .text(leader?.fullName ?? "")),
        ]
        let entries: [(String, SourceNode.Content)] = [
            ("co_quan", .record(names)),
            ("so", issue.number.map { .text(NumberFormat.documentNumber($0)) } ?? .null),
            ("ky_hieu", .text(code)), ("dia_danh", .text(agency.place)),
            (
                "ngay_ban_hanh",
                .text(
                    issue.date.map { $0.text(.short) }
                        ?? CalendarDate.draft(year: issue.year, month: issue.month))
            ), ("trich_yeu", .text(subject.joined(separator: " "))), ("kinh_gui", .texts(addressees)),
            ("doan", .texts(body)), ("ket", .text(end ?? "")), ("noi_nhan", .texts(distribution.recipients)),
            ("luu", .text(distribution.filing)), ("ky", .record(signature)),
        ]
        return FormData(form: form, contents: YAMLPage().text(of: .record(entries)))
    }
}

extension WorkspaceDraft.Section {
    /// Everything in it as paragraphs with their numbers typed, tables left out.
    fileprivate var paragraphs: [String] {
        let head = [number?.written, heading?.withoutMarks, runIn?.withoutMarks].compactMap { $0 }
        return (head.isEmpty ? [] : [head.joined(separator: " ")]) + blocks.compactMap(\.paragraph)
            + sections.flatMap(\.paragraphs)
    }

    /// The tables in it.
    var tableCount: Int {
        blocks.count { if case .table = $0 { true } else { false } }
            + sections.reduce(0) { $0 + $1.tableCount }
    }
}

extension WorkspaceDraft.Block {
    fileprivate var paragraph: String? {
        switch self {
        case .paragraph(let text, _): text.withoutMarks
        case .dash(let text, _): "- \(text.withoutMarks)"
        case .table, .insert, .picture: nil
        }
    }
}

extension String {
    /// Without what ends a text, which the form writes.
    var withoutEndMark: String {
        var text = self[...]
        while let last = text.last, "./ ".contains(last) { text.removeLast() }
        return String(text)
    }
}

extension DocumentImporting {
    /// The data of an appendix in a file of its own; nil where it is more than paragraphs, or several.
    var appendixData: FormData? {
        guard draft.appendices.count == 1, let appendix = draft.appendices.first,
            let label = document.appendices.first
        else { return nil }
        guard appendix.blocks.allSatisfy({ $0.paragraph != nil }),
            appendix.sections.allSatisfy({ $0.tableCount == 0 })
        else { return nil }
        let number = StyledText(lines[label.label]).text.dropFirst("Phụ lục".count).drop { $0 == " " }.prefix
        { $0.isNumber || "IVXLC".contains($0) }
        let reference = document.indices(of: .appendixReference).map { StyledText(lines[$0]).text }.joined(
            separator: " ")
        let body = appendix.blocks.compactMap(\.paragraph) + appendix.sections.flatMap(\.paragraphs)
        let entries: [(String, SourceNode.Content)] = [
            ("so_phu_luc", .text(String(number))), ("ten_phu_luc", .text(appendix.title)),
            ("kem_theo", .text(reference.trimmingBrackets)), ("trich_yeu_mot_dong", .text(appendix.title)),
            ("doan", .texts(body)),
        ]
        return FormData(form: "phu-luc", contents: YAMLPage().text(of: .record(entries)))
    }
}

extension String {
    /// Without brackets around the whole.
    fileprivate var trimmingBrackets: String {
        hasPrefix("(") && hasSuffix(")") ? String(dropFirst().dropLast()) : self
    }
}

extension SourceNode.Content {
    fileprivate static func texts(_ texts: [String]) -> Self {
        .sequence(texts.map { SourceNode(.text($0), at: .start) })
    }

    fileprivate static func record(_ entries: [(String, Self)]) -> Self {
        .mapping(entries.map { SourceNode.entry($0.0, $0.1) })
    }
}
