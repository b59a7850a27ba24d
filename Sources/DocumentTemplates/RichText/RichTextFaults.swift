internal import Diagnostics
internal import TemplateLanguage

extension RichTextFault {
    /// What a person is told of it.
    func diagnostic(_ words: TagSource) -> Diagnostic {
        switch self {
        case .notABlock(let number): .notABlock(number, words)
        case .tooDeep, .unreadable: .richText(words)
        case .element(let name): .element(name, words)
        case .pictureInLine(let name): .pictureInLine(name, words)
        case .unsafeAddress(let scheme): .unsafeAddress(scheme, words)
        case .unknownHTML(let name): .unknownHTML(name, words)
        case .nestedTable: .nestedTable(words)
        case .listMark(let mark): .listMark(mark, words)
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
            "thẻ “\(words.whole)”: danh sách hoặc trích dẫn lồng nhau quá sâu",
            en: "the tag “\(words.whole)”: its lists or quotes are nested too deeply",
            fix: "bớt các cấp lồng nhau", en: "use fewer levels")
    }

    static func notABlock(_ number: Int, _ words: TagSource) -> Diagnostic {
        .error(
            "template.not-rich-text", at: words.place,
            "thẻ “\(words.whole)”: khối thứ \(number) không phải đoạn văn, đề mục, bảng hay ảnh",
            en: "the tag “\(words.whole)”: block \(number) is no paragraph, heading, table or picture",
            fix: "ghi mỗi khối một trong các khóa doan, de_muc, bang, anh",
            en: "give each block one of the keys doan, de_muc, bang, anh")
    }

    static func blocksInLine(_ words: TagSource) -> Diagnostic {
        .error(
            "template.blocks-in-line", at: words.place,
            "thẻ “\(words.whole)” đứng trong dòng có chữ khác, nhưng dữ liệu có nhiều đoạn, danh sách hoặc bảng",
            en:
                "“\(words.whole)” stands in a line with other text, but the data has several paragraphs, a list or a table",
            fix: "để thẻ đứng một mình trong đoạn", en: "put the tag alone into its paragraph")
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
