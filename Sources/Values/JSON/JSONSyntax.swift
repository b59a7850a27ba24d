internal import Diagnostics

/// yajl's words for what is wrong, and what a person can do about it.
enum JSONSyntax {
    struct Explanation: Sendable {
        let message: Wording
        let fix: Wording
    }

    static let ended = Explanation(
        message: Wording("dữ liệu JSON bị cắt giữa chừng", en: "the JSON data ends too early"),
        fix: Wording("đóng đủ các dấu ngoặc và dấu nháy", en: "close every bracket and quote"))

    static let unexplained = Explanation(
        message: Wording("sai cú pháp JSON", en: "wrong JSON syntax"),
        fix: Wording(
            "kiểm tra dấu phẩy, dấu hai chấm, ngoặc và dấu nháy kép ở chỗ này",
            en: "check commas, colons, brackets and double quotes here"))

    static let halfPair = Explanation(
        message: Wording("\\u… chỉ là một nửa của một ký tự", en: "\\u… is only half of a character"),
        fix: Wording(
            "viết đủ cặp \\uD8…\\uDC…, hoặc gõ thẳng ký tự ấy",
            en: "write both of the pair, or the character itself"))

    static func explanation(of problem: String) -> Explanation {
        explanations.first { problem.contains($0.problem) }?.explanation ?? unexplained
    }

    private static let explanations: [(problem: String, explanation: Explanation)] = [
        (
            "object key and value must be separated by a colon",
            Explanation(
                message: Wording(
                    "thiếu dấu hai chấm sau tên mục", en: "a colon is missing after a field's name"),
                fix: Wording("viết \"tên\": giá trị", en: "write \"name\": value"))
        ),
        (
            "after key and value",
            Explanation(
                message: Wording("thiếu dấu phẩy giữa hai mục", en: "a comma is missing between two fields"),
                fix: Wording("thêm dấu phẩy, hoặc đóng “}”", en: "add a comma, or close with “}”"))
        ),
        (
            "after array element",
            Explanation(
                message: Wording(
                    "thiếu dấu phẩy giữa hai phần tử", en: "a comma is missing between two items"),
                fix: Wording("thêm dấu phẩy, hoặc đóng “]”", en: "add a comma, or close with “]”"))
        ),
        (
            "invalid object key",
            Explanation(
                message: Wording(
                    "tên mục phải đặt trong dấu nháy kép", en: "a field's name must be in double quotes"),
                fix: Wording(
                    "thêm dấu nháy kép quanh tên, và bỏ dấu phẩy thừa trước “}”",
                    en: "add double quotes around the name, and remove a comma before “}”"))
        ),
        (
            "unallowed token at this point",
            Explanation(
                message: Wording("thiếu giá trị trước dấu này", en: "a value is missing before this"),
                fix: Wording(
                    "thêm giá trị, hoặc bỏ dấu phẩy thừa", en: "add a value, or remove a surplus comma"))
        ),
        (
            "trailing garbage",
            Explanation(
                message: Wording(
                    "còn nội dung sau khi dữ liệu đã kết thúc", en: "there is more after the end of the data"),
                fix: Wording(
                    "xóa phần thừa; mỗi dòng một bản ghi thì đặt đuôi tệp .jsonl",
                    en: "delete it; for one record a line, name the file .jsonl"))
        ),
        (
            "invalid character inside string",
            Explanation(
                message: Wording(
                    "trong văn bản có ký tự xuống dòng hoặc Tab",
                    en: "there is a line break or tab inside a text"),
                fix: Wording(
                    "viết \\n thay xuống dòng, \\t thay Tab", en: "write \\n for a line break, \\t for a tab")
            )
        ),
        (
            "before a character which it may not",
            Explanation(
                message: Wording(
                    "sau dấu “\\” là ký tự không hợp lệ", en: "the character after “\\” is not valid"),
                fix: Wording("viết “\\\\” cho một dấu gạch chéo ngược", en: "write “\\\\” for one backslash"))
        ),
        (
            "(non-hex) character",
            Explanation(
                message: Wording(
                    "sau “\\u” phải là bốn chữ số hệ 16", en: "“\\u” is followed by four hexadecimal digits"),
                fix: Wording(
                    "viết ký tự trực tiếp, không cần \\u", en: "write the character itself, without \\u"))
        ),
        (
            "invalid char in json text",
            Explanation(
                message: Wording(
                    "ký tự này không thể bắt đầu một giá trị JSON",
                    en: "no JSON value can begin with this character"),
                fix: Wording(
                    "đặt văn bản trong dấu nháy kép thẳng (\")", en: "put text in straight double quotes (\")"
                ))
        ),
        (
            "invalid string in json text",
            Explanation(
                message: Wording("từ này không phải giá trị JSON", en: "this word is no JSON value"),
                fix: Wording(
                    "viết true, false, null, hoặc đặt văn bản trong dấu nháy kép",
                    en: "write true, false, null, or put text in double quotes"))
        ),
    ]
}

extension Diagnostic {
    static func json(_ explanation: JSONSyntax.Explanation, at offset: Int, of bytes: [UInt8], file: String)
        -> Diagnostic
    {
        Diagnostic(
            "data.json-syntax", explanation.message,
            at: Location(LineIndex(bytes).position(of: offset), file: file), fix: explanation.fix)
    }
}
