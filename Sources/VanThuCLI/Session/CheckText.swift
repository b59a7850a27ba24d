internal import Diagnostics
internal import VanThu

extension [CheckedDocument] {
    /// What each document does wrong and a line that sums it up; nothing but the sums when the user wants quiet.
    func text(_ preferences: Preferences) -> String {
        map { document in
            let lines =
                preferences.isQuiet ? [] : document.diagnostics.map { $0.text(in: preferences.language) }
            return (lines + [document.summary.text(in: preferences.language)] + document.outputs(preferences))
                .map { $0 + "\n" }.joined()
        }.joined(separator: preferences.isQuiet ? "" : "\n")
    }

    func json(in language: Language) -> String {
        CheckReport(documents: map { $0.entry(in: language) }).json
    }

    func sarif(in language: Language) -> String {
        SarifReport(
            version: VanThu.version,
            rules: Clerk.rules,
            documents: map { $0.entry(in: language) },
            language: language
        ).json
    }
}

extension CheckedDocument {
    fileprivate func entry(in language: Language) -> CheckReport.Document {
        CheckReport.Document(
            file: file,
            verdict: verdict.rawValue,
            standard: standard,
            diagnostics: diagnostics,
            findings: findings,
            annotated: annotated,
            language: language
        )
    }
}

extension CheckedDocument {
    /// The files written.
    fileprivate func outputs(_ preferences: Preferences) -> [String] {
        guard let annotated, !preferences.isQuiet else { return [] }
        let words = Wording("đã ghi \(annotated), có nhận xét", en: "wrote \(annotated) with comments")
        return [words.text(in: preferences.language)]
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
                en: "\(file): \(standard), errors: \(errors), warnings: \(warnings), notes: \(notes)"
            )
        case .legislation:
            return Wording(
                "\(file): văn bản quy phạm pháp luật, không kiểm tra",
                en: "\(file): a legal normative document, not checked"
            )
        case .notJudged: return Wording("\(file): không kiểm tra được", en: "\(file): not checked")
        case .unreadable: return Wording("\(file): không đọc được", en: "\(file): cannot be read")
        }
    }
}
