internal import Diagnostics

/// libyaml's words for what is wrong, and what a clerk can do about it.
enum YAMLSyntax {
    static func fault(
        _ problem: String, at place: Position, beginning: Position?, bytes: [UInt8], file: String
    ) -> Diagnostic {
        let explanation =
            isIndentedByTab(line: place.line, of: bytes)
            ? tab : explanations.first { problem.contains($0.problem) }
        let location = explanation?.isAtBeginning == true ? beginning ?? place : place
        var notes: [Diagnostic.Note] = []
        if let beginning, beginning.line != location.line {
            notes.append(
                Diagnostic.Note(
                    Wording("phần đang đọc bắt đầu ở đây", en: "what was being read begins here"),
                    at: Location(beginning, file: file)))
        }
        return Diagnostic(
            "data.yaml-syntax",
            explanation?.message
                ?? Wording("sai cú pháp YAML (\(problem))", en: "wrong YAML syntax (\(problem))"),
            at: Location(location, file: file), notes: notes,
            fix: explanation?.fix
                ?? Wording(
                    "so lại dòng này với các dòng tương tự ở trên: dấu hai chấm, dấu gạch đầu dòng, lề",
                    en: "compare this line with similar ones above: colons, dashes, indentation"))
    }

    private struct Explanation: Sendable {
        let problem: String
        let message: Wording
        let fix: Wording
        /// The beginning of the thing says more than where the parser gave up.
        var isAtBeginning = false
    }

    private static func isIndentedByTab(line: Int, of bytes: [UInt8]) -> Bool {
        let lines = bytes.split(separator: 0x0A, maxSplits: line, omittingEmptySubsequences: false)
        guard lines.indices.contains(line - 1) else { return false }
        return lines[line - 1].prefix { $0 == 0x20 || $0 == 0x09 }.contains(0x09)
    }

    private static let tab = Explanation(
        problem: "",
        message: Wording("dòng này thụt lề bằng phím Tab", en: "this line is indented with a tab"),
        fix: Wording(
            "thay mỗi Tab bằng hai dấu cách; YAML chỉ nhận dấu cách",
            en: "replace each tab by two spaces; YAML takes spaces only"))

    private static let explanations: [Explanation] = [
        Explanation(
            problem: "mapping values are not allowed",
            message: Wording(
                "dấu hai chấm ở chỗ không thể bắt đầu một mục", en: "a colon where no field can begin"),
            fix: Wording(
                "nếu dấu hai chấm thuộc nội dung, đặt cả giá trị trong ngoặc kép; nếu đây là một mục, canh lề lại cho thẳng",
                en:
                    "if the colon belongs to the text, put the value in quotes; if this is a field, mend its indentation"
            )),
        Explanation(
            problem: "could not find expected ':'",
            message: Wording(
                "thiếu dấu hai chấm sau tên mục", en: "a colon is missing after the name of a field"),
            fix: Wording(
                "viết “tên: giá trị”, có một dấu cách sau dấu hai chấm",
                en: "write “name: value”, with a space after the colon"), isAtBeginning: true),
        Explanation(
            problem: "did not find expected key",
            message: Wording("lề của dòng này không khớp", en: "the indentation of this line does not fit"),
            fix: Wording(
                "canh dòng này thẳng với các mục cùng cấp; nếu giá trị bắt đầu bằng ngoặc kép, bao trọn cả giá trị",
                en:
                    "align this line with the fields of its level; a value that begins with a quote must be quoted as a whole"
            )),
        Explanation(
            problem: "did not find expected '-' indicator",
            message: Wording(
                "lề của dòng này không khớp với danh sách", en: "this line does not fit into the list"),
            fix: Wording(
                "canh các dấu gạch đầu dòng thẳng nhau, và bắt đầu mỗi phần tử bằng “- ”",
                en: "align the dashes, and begin each item with “- ”")),
        Explanation(
            problem: "unexpected end of stream",
            message: Wording("ngoặc kép mở mà không đóng", en: "a quote is opened and never closed"),
            fix: Wording("thêm dấu ngoặc kép đóng", en: "add the closing quote"), isAtBeginning: true),
        Explanation(
            problem: "expected ',' or ']'",
            message: Wording(
                "ngoặc vuông mở mà không đóng, hoặc thiếu dấu phẩy",
                en: "a bracket is not closed, or a comma is missing"),
            fix: Wording("thêm “]” hoặc “,”", en: "add “]” or “,”")),
        Explanation(
            problem: "expected ',' or '}'",
            message: Wording(
                "ngoặc nhọn mở mà không đóng, hoặc thiếu dấu phẩy",
                en: "a brace is not closed, or a comma is missing"),
            fix: Wording(
                "thêm “}” hoặc “,”; nếu ngoặc nhọn thuộc nội dung, đặt cả giá trị trong ngoặc kép",
                en: "add “}” or “,”; if the brace belongs to the text, put the value in quotes")),
        Explanation(
            problem: "cannot start any token",
            message: Wording(
                "giá trị bắt đầu bằng một ký tự dành riêng", en: "the value begins with a reserved character"),
            fix: Wording("đặt cả giá trị trong ngoặc kép", en: "put the value in quotes")),
        Explanation(
            problem: "unknown escape character",
            message: Wording(
                "sau dấu “\\” là ký tự không hợp lệ", en: "the character after “\\” is not valid"),
            fix: Wording(
                "viết “\\\\”, hoặc dùng ngoặc đơn thay ngoặc kép", en: "write “\\\\”, or use single quotes")),
        Explanation(
            problem: "control characters are not allowed",
            message: Wording(
                "có ký tự điều khiển không nhìn thấy", en: "there is an invisible control character"),
            fix: Wording("xóa rồi gõ lại chỗ này", en: "delete this place and type it again")),
    ]
}
