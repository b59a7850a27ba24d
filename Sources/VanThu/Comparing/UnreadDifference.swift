internal import Diagnostics
internal import OfficeDocument

/// What two documents have besides text, of which a comparison of texts sees nothing.
struct UnreadDifference {
    private let old: [UnreadContent]
    private let new: [UnreadContent]

    init(_ old: ReadDocument, _ new: ReadDocument) {
        self.old = old.paragraphs.flatMap(\.unread)
        self.new = new.paragraphs.flatMap(\.unread)
    }

    /// Nothing where neither document has any.
    func findings(in file: String) -> [Diagnostic] {
        if old == new { return new.isEmpty ? [] : [.onlyLetters(new.count, in: file)] }
        var findings: [Diagnostic] = []
        for change in new.difference(from: old) {
            switch change {
            case .remove(_, let content, _): findings.append(.unreadContent(content, isGone: true, in: file))
            case .insert(_, let content, _): findings.append(.unreadContent(content, isGone: false, in: file))
            }
        }
        return findings
    }
}

extension UnreadContent {
    /// Its letters, or what says them.
    fileprivate var words: Wording {
        switch self {
        case .formula(let letters): Wording("công thức “\(letters)”", en: "the formula “\(letters)”")
        case .ruby(let letters):
            Wording("chữ nhỏ phía trên “\(letters)”", en: "the small letters above, “\(letters)”")
        case .field(let instruction): Wording("trường “\(instruction)”", en: "the field “\(instruction)”")
        }
    }
}

extension Diagnostic {
    fileprivate static func unreadContent(_ content: UnreadContent, isGone: Bool, in file: String)
        -> Diagnostic
    {
        let words = content.words
        return .warning(
            "diff.unread-content", at: .file(file),
            isGone ? "không còn \(words.vietnamese)" : "có thêm \(words.vietnamese)",
            en: isGone ? "\(words.english) is gone" : "\(words.english) is new")
    }

    fileprivate static func onlyLetters(_ count: Int, in file: String) -> Diagnostic {
        .note(
            "diff.only-letters", at: .file(file),
            "\(count) công thức, trường hoặc chữ nhỏ phía trên: chỉ chữ của chúng được so, không so cách xếp",
            en: "of \(count) formulas, fields or small letters above others only the letters are compared")
    }
}
