internal import Diagnostics

// What an import tells besides the workspace it makes.
extension Diagnostic {
    /// `what` was concluded from little.
    static func guessed(_ what: String, en english: String, at place: Location) -> Diagnostic {
        Diagnostic(
            "import.guess", Wording("đoán: \(what)", en: "guessed: \(english)"), severity: .note, at: place,
            fix: Wording("xem lại chỗ này ở hồ sơ", en: "look at this place of the workspace"))
    }

    /// `what` stands in the document and has no place in a workspace.
    static func homeless(_ what: String, en english: String, at place: Location) -> Diagnostic {
        .warning(
            "import.no-place", at: place, "\(what) không có chỗ trong hồ sơ nên không được đưa vào",
            en: "\(english) has no place in a workspace and was left out",
            fix: "tự thêm vào văn bản mới nếu cần", en: "add it to the new document by hand where needed")
    }

    /// A part that every document has was not found.
    static func notFound(_ what: String, en english: String, in file: String, key: String) -> Diagnostic {
        .warning(
            "import.not-found", at: .file(file), "không thấy \(what)", en: "\(english) was not found",
            fix: "điền khóa \(key) trước khi lập văn bản",
            en: "fill in the key \(key) before making the document")
    }
}
