internal import Checking
public import Diagnostics
internal import Regulations

/// What a check of documents found, in the words of a terminal.
public struct CheckText: Sendable {
    private let documents: [CheckedDocument]
    private let language: Language
    private let detail: Detail

    /// How much of it is told.
    public enum Detail: Hashable, Sendable {
        /// Every finding, what was written, and the sums.
        case everything
        case sums
    }

    public init(_ documents: [CheckedDocument], _ detail: Detail = .everything, in language: Language) {
        self.documents = documents
        self.language = language
        self.detail = detail
    }

    /// For each document what it does wrong, and a line that sums it up.
    public var text: String {
        documents.map { document in
            let lines =
                switch detail {
                case .everything:
                    changes(of: document) + document.diagnostics.map { $0.text(in: language) } + [
                        summary(of: document)
                    ] + unjudged(in: document) + written(of: document)
                case .sums: [summary(of: document)]
                }
            return lines.map { $0 + "\n" }.joined()
        }.joined(separator: detail == .sums ? "" : "\n")
    }

    /// What was mended, above what is left.
    private func changes(of document: CheckedDocument) -> [String] {
        func lines(_ head: Wording, _ changes: [Finding], in file: String) -> [String] {
            let rest = document.diagnostics.isEmpty ? [] : [Wording("còn lại:", en: "left:")]
            return [head.text(in: language)] + changes.map { $0.change(in: file, language).inOneLine }
                + rest.map { $0.text(in: language) }
        }
        return switch document.copy {
        case .mended(_, let source, let changes):
            lines(Wording("đã sửa \(changes.count) chỗ", en: "mended: \(changes.count)"), changes, in: source)
        case .preview(let changes):
            lines(
                Wording("sẽ sửa \(changes.count) chỗ", en: "would mend: \(changes.count)"), changes,
                in: document.file)
        case .annotated, nil: []
        }
    }

    /// The file written.
    private func written(of document: CheckedDocument) -> [String] {
        switch document.copy {
        case .annotated(let path):
            [
                Wording("đã ghi \(path), có nhận xét", en: "wrote \(path) with comments").text(in: language)
                    .inOneLine
            ]
        case .mended(let path, _, _):
            [Wording("đã ghi \(path)", en: "wrote \(path)").text(in: language).inOneLine]
        case .preview, nil: []
        }
    }

    private func summary(of document: CheckedDocument) -> String {
        let file = document.file.inOneLine
        let words =
            switch document.verdict {
            case .judged:
                sums(
                    of: document,
                    by: Wording(document.standard?.rawValue ?? "", en: document.standard?.rawValue ?? ""))
            case .legislation:
                sums(
                    of: document,
                    by: Wording(
                        "văn bản quy phạm pháp luật, chỉ xét chữ",
                        en: "a legal normative document, words only"))
            case .ownRules:
                sums(
                    of: document,
                    by: Wording(
                        "tổ chức có quy định riêng, chỉ xét chữ", en: "under rules of its own, words only"))
            case .notJudged: Wording("không kiểm tra được", en: "not checked")
            case .unreadable: Wording("không đọc được", en: "cannot be read")
            }
        return "\(file): \(words.text(in: language))"
    }

    /// What was seen and not judged, in one line: no fault told says nothing of it.
    private func unjudged(in document: CheckedDocument) -> [String] {
        guard let judgement = document.judgement else { return [] }
        var reasons: [Wording] = []
        var names: [Wording: [String]] = [:]
        func add(_ name: String, _ reason: Wording) {
            if names[reason] == nil { reasons.append(reason) }
            names[reason, default: []].append(name)
        }
        for component in document.seen?.components ?? [] {
            if case .unreadable(let reason) = component.status {
                add(component.component.name.text(in: language), reason)
            }
        }
        // A component that cannot be read stands for its rules.
        let unreadable = Set(reasons)
        for (rule, reason) in judgement.undecided where !unreadable.contains(reason) {
            add(rule.code.shortName, reason)
        }
        guard !reasons.isEmpty else { return [] }
        let parts = reasons.map { reason in
            "\((names[reason] ?? []).joined(separator: ", ")) (\(reason.text(in: language)))"
        }
        let head = Wording("chưa xét được", en: "not decided").text(in: language)
        return ["\(document.file.inOneLine): \(head): \(parts.joined(separator: "; "))"]
    }

    private func sums(of document: CheckedDocument, by standard: Wording) -> Wording {
        let (errors, warnings) = (document.count(.error), document.count(.warning))
        let notes = document.count(.note)
        return Wording(
            "\(standard.vietnamese), \(errors) lỗi, \(warnings) cảnh báo, \(notes) lưu ý",
            en: "\(standard.english), errors: \(errors), warnings: \(warnings), notes: \(notes)")
    }
}
