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
    /// Whether a form whose text is a list of paragraphs cannot hold it.
    var isMoreThanParagraphs: Bool { !appendices.isEmpty || sections.contains(where: \.hasTables) }

    /// A letter as a workspace's document, which has tables and appendices.
    mutating func becomeLetter() {
        kind = .letter
        let code = agency.abbreviation.split { "-/".contains($0) }.map(String.init)
        if let issuer = agency.isOfParty ? code.last : code.first, code.count > 1 {
            if agency.abbreviation != "\(kind.abbreviation)/\(issuer)" { issue.code = agency.abbreviation }
            agency.abbreviation = issuer
        }
        takeClosing()
    }

    /// The draft as the data of a letter.
    var letterData: FormData {
        let form = agency.isOfParty ? "dang-cong-van" : "cong-van"
        var body = sections.flatMap(\.lines)
        if let lead { body.insert(FormLine(text: lead, remark: remarks["mo_dau"]), at: 0) }
        var end = closing.map { FormLine(text: $0, remark: remarks["ket"]) }
        if end == nil, let last = body.popLast() {
            end = FormLine(text: last.text.withoutEndMark, remark: last.remark)
        }
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
            ("doan", .texts(body.map(\.text))), ("ket", .text(end?.text ?? "")),
            ("noi_nhan", .texts(distribution.recipients)), ("luu", .text(distribution.filing)),
            ("ky", .record(signature)),
        ]
        var told = body.remarks
        told[[.key("ket")]] = end?.remark.map { [$0] }
        for (key, text) in (agency.remarks.map { $0 } + remarks).sorted(by: { $0.key < $1.key }) {
            guard let own = Self.letterKeys[key] else { continue }
            told[[.key(own)], default: []].append(text)
        }
        return FormData(form: form, contents: YAMLPage(remarks: told).text(of: .record(entries)))
    }

    /// What a letter's data call the keys of a workspace that something may be told of.
    private static let letterKeys = [
        "ten": "co_quan", "chu_quan": "co_quan", "viet_tat": "ky_hieu", "dia_danh": "dia_danh",
        "lanh_dao": "ky", "ho_ten": "ky", "so": "so", "ngay": "ngay_ban_hanh",
        "nam_ban_hanh": "ngay_ban_hanh", "trich_yeu": "trich_yeu", "kinh_gui": "kinh_gui",
        "noi_nhan": "noi_nhan", "luu": "luu",
    ]

    /// The data of an appendix in a file of its own.
    func appendixData(number: String, reference: String) -> FormData? {
        guard let appendix = appendices.first else { return nil }
        let body = appendix.blocks.compactMap(\.line) + appendix.sections.flatMap(\.lines)
        let entries: [(String, SourceNode.Content)] = [
            ("so_phu_luc", .text(number)), ("ten_phu_luc", .text(appendix.title)),
            ("kem_theo", .text(reference)), ("trich_yeu_mot_dong", .text(appendix.title)),
            ("doan", .texts(body.map(\.text))),
        ]
        var told = body.remarks
        told[[.key("ten_phu_luc")]] = appendix.remark.map { [$0] }
        return FormData(form: "phu-luc", contents: YAMLPage(remarks: told).text(of: .record(entries)))
    }
}

/// A paragraph of a form's data, and what is to be told of it.
private struct FormLine {
    let text: String
    var remark: String?
}

extension [FormLine] {
    fileprivate var remarks: [[EditableData.Step]: [String]] {
        var remarks: [[EditableData.Step]: [String]] = [:]
        for (index, line) in enumerated() {
            remarks[[.key("doan"), .item(index)]] = line.remark.map { [$0] }
        }
        return remarks
    }
}

extension WorkspaceDraft.Section {
    /// Everything in it as paragraphs with their numbers typed, tables left out.
    fileprivate var lines: [FormLine] {
        let head = [number?.written, heading?.withoutMarks, runIn?.withoutMarks].compactMap { $0 }
        let own = head.isEmpty ? [] : [FormLine(text: head.joined(separator: " "), remark: remark)]
        return own + blocks.compactMap(\.line) + sections.flatMap(\.lines)
    }

    fileprivate var hasTables: Bool {
        blocks.contains { if case .table = $0 { true } else { false } }
            || sections.contains(where: \.hasTables)
    }
}

extension WorkspaceDraft.Block {
    fileprivate var line: FormLine? {
        switch self {
        case .paragraph(let text, let remark): FormLine(text: text.withoutMarks, remark: remark)
        case .dash(let text, let remark): FormLine(text: "- \(text.withoutMarks)", remark: remark)
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

    /// Without brackets around the whole.
    fileprivate var trimmingBrackets: String {
        hasPrefix("(") && hasSuffix(")") ? String(dropFirst().dropLast()) : self
    }
}

extension DocumentImporting {
    /// What stands around the paragraphs of an appendix in a file of its own; nil where it is more than paragraphs, or several.
    var appendixFrame: ImportedDocument.Frame? {
        guard draft.appendices.count == 1, let appendix = draft.appendices.first,
            let label = document.appendices.first, appendix.blocks.allSatisfy({ $0.line != nil }),
            !appendix.sections.contains(where: \.hasTables)
        else { return nil }
        let number = StyledText(lines[label.label]).text.dropFirst("Phụ lục".count).drop { $0 == " " }.prefix
        { $0.isNumber || "IVXLC".contains($0) }
        let reference = document.indices(of: .appendixReference).map { StyledText(lines[$0]).text }.joined(
            separator: " ")
        return .appendix(number: String(number), reference: reference.trimmingBrackets)
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
