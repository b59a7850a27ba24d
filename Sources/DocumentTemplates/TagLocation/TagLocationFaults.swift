internal import Diagnostics
internal import TemplateLanguage

extension Diagnostic {
    static func unclosedTag(_ delimiters: Delimiters, at place: Location) -> Diagnostic {
        .error(
            "template.unclosed-tag", at: place,
            "thẻ mở bằng “\(delimiters.opening)” nhưng không có “\(delimiters.closing)” trong cùng đoạn",
            en:
                "a tag begins with “\(delimiters.opening)” but has no “\(delimiters.closing)” in its paragraph",
            fix:
                "viết “\(delimiters.closing)” ở cuối thẻ; nếu dấu ngoặc là chữ thường, hoặc thẻ của mẫu viết khác, "
                + "thêm --dau-the với dấu của thẻ, ví dụ '{{ }}'",
            en: "write “\(delimiters.closing)” where the tag ends; for a text with braces, or other tags, "
                + "name the delimiters, such as --delimiters '{{ }}'")
    }

    /// One pair of doubled delimiters among tags with single ones.
    static func doubledDelimiter(_ delimiters: Delimiters, at place: Location) -> Diagnostic {
        let (open, close) = (delimiters.opening, delimiters.closing)
        return .error(
            "template.unclosed-tag", at: place,
            "có cả thẻ “\(open)\(open)…\(close)\(close)” lẫn thẻ “\(open)…\(close)” trong mẫu",
            en: "the template has tags in “\(open)\(open)…\(close)\(close)” as well as in “\(open)…\(close)”",
            fix:
                "viết mọi thẻ bằng cùng một loại dấu: “\(open)…\(close)”, hoặc mọi thẻ “\(open)\(open)…\(close)\(close)”; "
                + "{% for … %}, {% if … %} của docxtpl (Jinja) thì viết lại thành phần {#…}…{/}",
            en: "write all tags with the same delimiters, single or double; "
                + "rewrite {% for … %} and {% if … %} of docxtpl (Jinja) as sections {#…}…{/}")
    }

    static func commentLikeNegation(_ name: String, _ tag: TagSource) -> Diagnostic {
        .warning(
            "template.comment-like-negation", at: tag.place, "thẻ “\(tag.whole)” là ghi chú, không in ra gì",
            en: "“\(tag.whole)” is a comment, which prints nothing",
            fix:
                "nếu muốn phủ định, viết {not \(name)}, {^\(name)}…{/}; nếu là ghi chú, thêm dấu cách sau dấu “!”",
            en: "for a negation write {not \(name)} or {^\(name)}…{/}; for a comment put a blank behind “!”")
    }

    /// `${ten}`, as other engines write a tag.
    static func dollarBeforeTag(_ tag: TagSource) -> Diagnostic {
        .warning(
            "template.dollar-before-tag", at: tag.place,
            "dấu “$” đứng sát trước thẻ “\(tag.whole)” được in ra",
            en: "the “$” right before “\(tag.whole)” is printed",
            fix: "thẻ ở đây viết \(tag.whole), không có $; nếu muốn in dấu đô la, viết nó trong thẻ: {\"$\"}",
            en: "tags are written \(tag.whole) here, without $; to print a dollar write it in a tag: {\"$\"}")
    }

    static func colourOutsideOfCell(_ tag: TagSource) -> Diagnostic {
        .error(
            "template.colour-outside-of-cell", at: tag.place,
            "thẻ “\(tag.whole)” tô nền ô hoặc hàng nhưng không nằm trong bảng",
            en: "“\(tag.whole)” colours a cell or row but stands in no table",
            fix: "chuyển thẻ vào ô cần tô, hoặc dùng to_mau_chu cho màu chữ",
            en: "move it into the cell, or use text_colour for the colour of letters")
    }

    static func colourInGrid(_ tag: TagSource) -> Diagnostic {
        .error(
            "template.colour-in-grid", at: tag.place,
            "thẻ “\(tag.whole)” tô nền trong bảng có ô hoặc cột lặp theo dữ liệu, chưa làm được",
            en:
                "“\(tag.whole)” colours a cell of a table whose cells or columns follow the data, which is not possible",
            fix: "dùng to_mau_chu cho màu chữ", en: "use text_colour, the colour of letters")
    }

    static func unopenedTag(_ delimiters: Delimiters, at place: Location) -> Diagnostic {
        .error(
            "template.unopened-tag", at: place,
            "có “\(delimiters.closing)” mà không có “\(delimiters.opening)” trước nó",
            en: "“\(delimiters.closing)” stands without a “\(delimiters.opening)” before it",
            fix: "viết “\(delimiters.opening)” ở đầu thẻ, hoặc xóa “\(delimiters.closing)”",
            en: "write “\(delimiters.opening)” where the tag begins, or delete “\(delimiters.closing)”")
    }

    static func misplacedInsertion(_ tag: TagSource) -> Diagnostic {
        .error(
            "template.misplaced-insertion", at: tag.place,
            "thẻ “\(tag.whole)” không dùng được ở đây: chỗ này chỉ chứa chữ",
            en: "“\(tag.whole)” cannot stand here: this place holds text only",
            fix: "chuyển thẻ vào thân văn bản", en: "move it into the text of the document")
    }

    static func wrongDelimiters(_ tag: TagSource) -> Diagnostic {
        Diagnostic(
            "template.wrong-delimiters",
            Wording(
                "thẻ “\(tag.whole)” không nêu một cặp dấu thẻ",
                en: "“\(tag.whole)” does not name a pair of delimiters"), at: tag.place,
            fix: Delimiters.remedy("{=[[ ]]=}"))
    }

    static func unknownWidth(_ tag: TagSource) -> Diagnostic {
        .error(
            "template.unknown-width", at: tag.place,
            "thẻ “\(tag.inside)”: không biết bề rộng của ô hoặc trang chứa đoạn này",
            en: "the tag “\(tag.inside)”: the width of its cell or page is not known",
            fix: "đặt bề rộng cố định cho cột của bảng", en: "give the table's column a fixed width")
    }
}

extension Delimiters.FoundTag {
    /// Whether a dollar stands right before its brace.
    func isBehindDollar(in bytes: [UInt8]) -> Bool {
        !isNativeField && range.lowerBound > 0 && bytes[range.lowerBound] == UInt8(ascii: "{")
            && bytes[range.lowerBound - 1] == UInt8(ascii: "$")
    }
}
