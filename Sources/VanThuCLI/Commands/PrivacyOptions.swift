internal import Container
internal import Diagnostics
internal import VanThu

/// What `check --privacy` and `--clean` ask for.
struct PrivacyTask {
    let document: String
    let output: String?
    let existing: Publication.Existing

    /// Nil where neither option is given, or the document is missing.
    init?(_ arguments: inout Arguments) {
        guard arguments.has(.privacy) || arguments.has(.clean) else { return nil }
        let option: Option = arguments.has(.clean) ? .clean : .privacy
        for other in [Option.fix, .dryRun, .annotate, .sarif, .folder] { arguments.exclude(option, other) }
        if arguments.operands.count > 1 { arguments.note(.oneDocument(option)) }
        guard let document = arguments.operands.first else { return nil }
        self.document = document
        output = arguments[.clean]
        existing = arguments.existing
    }

    func run(_ surroundings: Surroundings) throws(Failure) -> Outcome {
        let review = try Clerk.reviewPrivacy(
            of: document, cleaning: output, existing: existing, environment: surroundings.environment)
        let text =
            surroundings.preferences.isJSON
            ? PrivacyReport(review.value).json : review.value.text(in: surroundings.language)
        return .told(Reported(text, warnings: review.warnings))
    }
}

extension Option {
    static let privacy = Option(
        name: "privacy", aliases: ["rieng-tu"],
        explanation: Wording(
            "cho biết tệp còn giữ những gì về người soạn: tên, cơ quan, đường dẫn, mã lần soạn, nhận xét, thay đổi, chữ ẩn",
            en:
                "list what the file tells of its authors: names, organisation, paths, revision ids, comments, changes, hidden text"
        ))
    static let clean = Option(
        name: "clean", aliases: ["lam-sach"], value: Wording("TỆP", en: "FILE"),
        explanation: Wording(
            "ghi một bản không còn những điều ấy, chữ của văn bản giữ nguyên",
            en: "write a copy without any of that; the text stays as it is"),
        completion: .files(["docx", "odt"]))
}
