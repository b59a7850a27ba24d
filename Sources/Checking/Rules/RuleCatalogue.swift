public import Diagnostics
internal import Regulations

extension Rule {
    /// All rules, in the order of a document: page, head, text, foot, appendices.
    public static let all: [Rule] = RuleGroup.all.flatMap(\.rules)

    /// The rule of a code as a user writes it: with or without `format.`.
    public static func rule(coded text: String) -> Rule? {
        byCode[RuleCode(rawValue: text)] ?? byCode[RuleCode(rawValue: RuleCode.prefix + text)]
    }

    private static let byCode = Dictionary(all.map { ($0.code, $0) }) { first, _ in first }

    /// The catalogue of all rules as Markdown, in Vietnamese with the English beside it: `docs/danh-muc-quy-tac.md`.
    public static var catalogue: String {
        let intro = """
            # Danh mục quy tắc thể thức

            Sinh từ mã nguồn; đừng sửa tay. Mỗi quy tắc có mã cố định, mức độ, nơi quy định, cách sửa và ví dụ.
            Mức độ: **lỗi** trái câu chữ của quy định, **cảnh báo** trái mẫu của quy định, **lưu ý** là thông lệ.
            Tắt một quy tắc hay cả nhóm, hoặc đổi mức độ, cho một hồ sơ hay một văn bản: xem [Thiết lập riêng](thiet-lap-rieng.md).

            """
        return intro
            + RuleGroup.all.map { group in
                "\n## \(group.title)\n\nNhóm: `\(group.key)`.\n" + group.rules.map(\.markdown).joined()
            }.joined()
    }

    private var markdown: String {
        let mended = mending.isAutomatic ? "tự sửa được" : "sửa tay"
        let evidence =
            switch mending {
            case .automatic(let evidence): "\n- Chắc chắn vì: \(evidence.wording.vietnamese)"
            case .byHand: ""
            }
        let profiles = clauses.map { "`\($0.profile)` \($0.place)" }.joined(separator: "; ")
        return """

            ### `\(code.rawValue)`

            **\(severity.name(in: .vietnamese))** · \(mended) · \(profiles)

            \(explanation.vietnamese)

            *\(explanation.english)*

            - Đúng: \(right)
            - Sai: \(wrong)\(evidence)

            """
    }

    /// The rule as `vanthu check --explain` prints it.
    public func explained(in language: Language) -> String {
        let words: (source: String, mended: String, right: String, wrong: String) =
            switch (language, mending) {
            case (.vietnamese, .automatic): ("nguồn", "tự sửa được", "đúng", "sai")
            case (.vietnamese, .byHand): ("nguồn", "sửa tay", "đúng", "sai")
            case (.english, .automatic): ("source", "mended automatically", "right", "wrong")
            case (.english, .byHand): ("source", "mended by hand", "right", "wrong")
            }
        let evidence: [String] =
            switch (mending, language) {
            case (.automatic(let evidence), .vietnamese): ["  chắc chắn vì: \(evidence.wording.vietnamese)"]
            case (.automatic(let evidence), .english): ["  certain because: \(evidence.wording.english)"]
            case (.byHand, _): []
            }
        return
            (["\(code.rawValue): \(severity.name(in: language)), \(words.mended)"] + [
                explanation.text(in: language)
            ] + clauses.map { "  \(words.source): \($0.place) [\($0.profile)]" } + [
                "  \(words.right): \(right)", "  \(words.wrong): \(wrong)",
            ] + evidence).joined(separator: "\n")
    }
}
