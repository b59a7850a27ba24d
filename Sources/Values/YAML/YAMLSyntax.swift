internal import Diagnostics
internal import VietnameseText

/// libyaml's words for what is wrong, and what a clerk can do about it.
enum YAMLSyntax {
    static func fault(
        _ problem: String, at place: Position, beginning: Position?, bytes: [UInt8], file: String
    ) -> Diagnostic {
        if let quote = LostQuote(upTo: place.line, of: bytes) { return quote.diagnostic(file: file) }
        let explanation =
            isIndentedByTab(line: place.line, of: bytes)
            ? tab
            : strayLetter(in: [place.line, beginning?.line ?? place.line], of: bytes)
                ?? explanations.first { problem.contains($0.problem) }
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
                ?? Wording("dòng này sai cú pháp YAML", en: "wrong YAML syntax (\(problem))"),
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

    /// A character on one of these lines that looks like a blank or a quotation mark, which YAML does not take for one.
    private static func strayLetter(in numbers: [Int], of bytes: [UInt8]) -> Explanation? {
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        for number in numbers where lines.indices.contains(number - 1) {
            let line = String(decoding: lines[number - 1], as: UTF8.self)
            if let junk = JunkCharacter.all(in: line).first(where: { $0.kind != .control }) {
                return Explanation(
                    problem: "",
                    message: Wording(
                        "dòng này có ký tự lạ \(junk.name.vietnamese), YAML không coi là dấu cách",
                        en: "this line has a stray character \(junk.name.english), which is no blank for YAML"
                    ),
                    fix: Wording("xóa ký tự đó rồi gõ lại dấu cách", en: "delete it and type a plain space"))
            }
            guard let quote = line.first(where: { "“”".contains($0) }) else { continue }
            return Explanation(
                problem: "",
                message: Wording(
                    "dòng này dùng ngoặc cong \(quote), YAML không coi là ngoặc kép",
                    en: "this line has the curly quote \(quote), which is no quotation mark for YAML"),
                fix: Wording(
                    "gõ lại thành ngoặc kép thẳng: \"…\"", en: "type straight quotation marks: \"…\""))
        }
        return nil
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
            problem: "block sequence entries are not allowed",
            message: Wording(
                "dấu gạch đầu dòng ở chỗ không thể bắt đầu một danh sách",
                en: "a dash where no list can begin"),
            fix: Wording(
                "xuống dòng trước dấu gạch và canh lề; nếu dấu gạch thuộc nội dung, đặt cả giá trị trong ngoặc kép",
                en:
                    "begin a new line before the dash; if it belongs to the text, put the whole value in quotes"
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
