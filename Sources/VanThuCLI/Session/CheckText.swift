internal import Diagnostics
internal import VanThu

extension [CheckedDocument] {
    /// What each document does wrong and a line that sums it up; nothing but the sums when the user wants quiet.
    func text(_ preferences: Preferences) -> String {
        map { document in
            let lines =
                preferences.isQuiet ? [] : document.diagnostics.map { $0.text(in: preferences.language) }
            return
                (document.changes(preferences) + lines + [document.summary.text(in: preferences.language)]
                + document.outputs(preferences)).map { $0 + "\n" }.joined()
        }.joined(separator: preferences.isQuiet ? "" : "\n")
    }

    func json(in language: Language) -> String { CheckReport(documents: map { $0.entry(in: language) }).json }

    func sarif(in language: Language) -> String {
        SarifReport(
            version: VanThu.version, rules: Clerk.rules, documents: map { $0.entry(in: language) },
            language: language
        ).json
    }
}

extension CheckedDocument {
    fileprivate func entry(in language: Language) -> CheckReport.Document {
        CheckReport.Document(
            file: file, verdict: verdict.rawValue, standard: standard, diagnostics: diagnostics,
            findings: findings, annotated: annotated, mended: mended?.output, changes: mended?.changes,
            language: language)
    }
}

extension CheckedDocument {
    /// The files written.
    fileprivate func outputs(_ preferences: Preferences) -> [String] {
        guard !preferences.isQuiet else { return [] }
        var words: [Wording] = []
        if let annotated {
            words.append(Wording("đã ghi \(annotated), có nhận xét", en: "wrote \(annotated) with comments"))
        }
        if let output = mended?.output { words.append(Wording("đã ghi \(output)", en: "wrote \(output)")) }
        return words.map { $0.text(in: preferences.language) }
    }

    /// What was mended, above what is left.
    fileprivate func changes(_ preferences: Preferences) -> [String] {
        guard let mended, !preferences.isQuiet else { return [] }
        let count = mended.lines.count
        let head =
            mended.output == nil
            ? Wording("sẽ sửa \(count) chỗ", en: "would mend: \(count)")
            : Wording("đã sửa \(count) chỗ", en: "mended: \(count)")
        let rest = Wording("còn lại:", en: "left:")
        let lines = ([head] + mended.lines + (diagnostics.isEmpty ? [] : [rest]))
        return lines.map { $0.text(in: preferences.language) }
    }

    fileprivate var summary: Wording {
        switch verdict {
        case .judged:
            let errors = diagnostics.count { $0.severity == .error }
            let warnings = diagnostics.count { $0.severity == .warning }
            let notes = diagnostics.count { $0.severity == .note }
            let standard = standard ?? ""
            return Wording(
                "\(file): \(standard), \(errors) lỗi, \(warnings) cảnh báo, \(notes) lưu ý",
                en: "\(file): \(standard), errors: \(errors), warnings: \(warnings), notes: \(notes)")
        case .legislation:
            return Wording(
                "\(file): văn bản quy phạm pháp luật, không kiểm tra",
                en: "\(file): a legal normative document, not checked")
        case .ownRules:
            return Wording(
                "\(file): tổ chức có quy định riêng, không kiểm tra",
                en: "\(file): under rules of its own, not checked")
        case .notJudged: return Wording("\(file): không kiểm tra được", en: "\(file): not checked")
        case .unreadable: return Wording("\(file): không đọc được", en: "\(file): cannot be read")
        }
    }
}
