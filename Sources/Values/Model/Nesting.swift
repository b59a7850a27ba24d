internal import Diagnostics

/// How deep data may be nested; far deeper than any plan, far from the end of the stack.
enum Nesting { static let limit = 64 }

extension Diagnostic {
    static func tooDeep(at position: Position, file: String) -> Diagnostic {
        .error(
            "data.too-deep", at: Location(position, file: file), "dữ liệu lồng nhau quá \(Nesting.limit) cấp",
            en: "the data is nested more than \(Nesting.limit) levels deep", fix: "bớt các cấp lồng nhau",
            en: "use fewer levels")
    }

    static func duplicateKey(
        _ key: String, at position: Position, first: Position, file: String, path: String
    ) -> Diagnostic {
        .error(
            "data.duplicate-key", at: Location(position, file: file, path: path),
            "mục “\(key)” được ghi hai lần", en: "the field “\(key)” is there twice",
            notes: [
                Diagnostic.Note(Wording("lần đầu ở đây", en: "first here"), at: Location(first, file: file))
            ], fix: "xóa hoặc đổi tên một trong hai", en: "delete or rename one of them")
    }

    static func numberRange(_ text: String, at position: Position, file: String, path: String) -> Diagnostic {
        .error(
            "data.number-range", at: Location(position, file: file, path: path),
            "số “\(text.prefix(40))” có hơn 38 chữ số có nghĩa hoặc quá lớn, quá nhỏ",
            en:
                "the number “\(text.prefix(40))” has more than 38 significant digits, or is too large or small",
            fix: "nếu đây là một mã, đặt trong ngoặc kép", en: "if it is a code, put it in quotes")
    }
}
