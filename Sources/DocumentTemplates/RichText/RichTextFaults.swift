internal import Diagnostics
internal import TemplateLanguage

extension RichTextFault {
    /// What a person is told of it.
    func failure(_ words: TagSource) -> Failure {
        switch self {
        case .blocks(let faults): Failure(faults.map { $0.diagnostic(words) }) ?? Failure(.richText(words))
        case .tooDeep, .unreadable: Failure(.richText(words))
        case .element(let name): Failure(.element(name, words))
        case .pictureInLine(let name): Failure(.pictureInLine(name, words))
        case .unsafeAddress(let scheme): Failure(.unsafeAddress(scheme, words))
        case .unknownHTML(let name): Failure(.unknownHTML(name, words))
        case .wideTable(let limit): Failure(.wideTable(limit, words))
        case .nestedTable: Failure(.nestedTable(words))
        case .listMark(let mark): Failure(.listMark(mark, words))
        }
    }
}

extension Diagnostic {
    static func markup(_ words: TagSource) -> Diagnostic {
        .error(
            "template.markup-as-text", at: words.place,
            "thẻ “\(words.whole)” in văn bản CommonMark, nhưng dữ liệu là mã HTML hoặc XML",
            en: "“\(words.whole)” prints CommonMark, but the data is HTML or XML",
            fix:
                "nếu là HTML, viết {@… | html}; hoặc viết dữ liệu bằng CommonMark (**đậm**, - mục); in nguyên chữ thì viết {…} không có @",
            en:
                "for HTML write {@… | html}; or write the data in CommonMark (**bold**, - item); to print it as it is write {…} without @"
        )
    }

    static func element(_ name: String, _ words: TagSource) -> Diagnostic {
        .error(
            "template.markup-as-text", at: words.place,
            "thẻ “\(words.whole)” in văn bản CommonMark, nhưng dữ liệu có thẻ HTML “<\(name)>”",
            en: "“\(words.whole)” prints CommonMark, but the data has the HTML element “<\(name)>”",
            fix:
                "trong CommonMark chỉ dùng được <br>, <b>, <strong>, <i>, <em>, <s>, <del>; chữ thường thì viết \\<",
            en: "of HTML only <br>, <b>, <strong>, <i>, <em>, <s>, <del> are known; write \\< for a plain “<”"
        )
    }

    static func pictureInLine(_ name: String, _ words: TagSource) -> Diagnostic {
        .error(
            "template.picture-in-line", at: words.place,
            "thẻ “\(words.whole)”: hình “\(name.prefix(60))” đứng giữa chữ hoặc trong ô bảng",
            en:
                "the tag “\(words.whole)”: the picture “\(name.prefix(60))” stands between words or in a cell",
            fix: "để hình một mình trong đoạn, có dòng trống ở trước và sau",
            en: "put the picture into a paragraph of its own, with blank lines round it")
    }

    static func richText(_ words: TagSource) -> Diagnostic {
        .error(
            "template.rich-text-too-deep", at: words.place,
            "thẻ “\(words.whole)”: văn bản định dạng có các phần lồng nhau quá sâu (danh sách, trích dẫn, chữ đậm …)",
            en:
                "the tag “\(words.whole)”: lists, quotes, bold words … are nested too deeply in its rich text",
            fix: "bớt các cấp lồng nhau", en: "use fewer levels")
    }

    static func blocksInLine(_ words: TagSource) -> Diagnostic {
        .error(
            "template.blocks-in-line", at: words.place,
            "thẻ “\(words.whole)” đứng trong dòng có chữ khác, nhưng dữ liệu có nhiều đoạn, danh sách hoặc bảng",
            en:
                "“\(words.whole)” stands in a line with other text, but the data has several paragraphs, a list or a table",
            fix: "để thẻ đứng một mình trong đoạn", en: "put the tag alone into its paragraph")
    }

    static func wideTable(_ limit: Int, _ words: TagSource) -> Diagnostic {
        .error(
            "template.wide-table", at: words.place,
            "thẻ “\(words.whole)”: HTML có bảng rộng hơn \(limit) cột, kể cả chỗ mà ô gộp chiếm",
            en:
                "the tag “\(words.whole)”: the HTML has a table of more than \(limit) columns, merged cells counted in full",
            fix: "bớt cột, hoặc giảm colspan của ô gộp", en: "use fewer columns, or a smaller colspan")
    }

    static func tableInComment(_ words: TagSource) -> Diagnostic {
        .error(
            "template.table-in-comment", at: words.place,
            "thẻ “\(words.whole)” nằm trong chú thích của Writer, nơi không chứa được bảng, nhưng dữ liệu có bảng",
            en: "“\(words.whole)” stands in a comment of Writer, which holds no table, but the data has one",
            fix: "chuyển thẻ vào thân văn bản, hoặc bỏ bảng khỏi dữ liệu",
            en: "move it into the text of the document, or take the table out of the data")
    }

    static func nestedTable(_ words: TagSource) -> Diagnostic {
        .error(
            "template.unknown-html", at: words.place,
            "thẻ “\(words.whole)”: HTML có bảng nằm trong ô của bảng khác",
            en: "the tag “\(words.whole)”: the HTML has a table in a cell of another",
            fix: "đưa bảng bên trong ra ngoài, hoặc gộp hai bảng thành một",
            en: "take the inner table out, or make one table of the two")
    }

    static func listMark(_ mark: String, _ words: TagSource) -> Diagnostic {
        .error(
            "template.unknown-html", at: words.place,
            "thẻ “\(words.whole)”: danh sách của HTML đánh dấu mục bằng “\(mark.prefix(60))”, không có cách in tương ứng",
            en:
                "the tag “\(words.whole)”: a list of the HTML marks its items by “\(mark.prefix(60))”, which has no equal here",
            fix:
                "dùng 1, a, A, i, I hoặc dấu đầu dòng, mọi mục của một danh sách như nhau, số từ 0 đến 1000000, tăng dần",
            en:
                "use 1, a, A, i, I or bullets, the same for all items of a list, numbers from 0 to 1000000, counting up"
        )
    }

    static func unknownHTML(_ name: String, _ words: TagSource) -> Diagnostic {
        .error(
            "template.unknown-html", at: words.place,
            "thẻ “\(words.whole)”: HTML có phần tử “<\(name)>”, không có cách in tương ứng",
            en: "the tag “\(words.whole)”: the HTML has the element “<\(name)>”, which has no equal here",
            fix:
                "bỏ phần tử ấy khỏi dữ liệu; dùng được đoạn, đề mục, đậm, nghiêng, gạch, danh sách, bảng, liên kết, hình",
            en:
                "take it out of the data; paragraphs, headings, emphasis, lists, tables, links and pictures are known"
        )
    }
}
