internal import Diagnostics
internal import TemplateLanguage
internal import XMLTree

extension Diagnostic {
    static func unclosedSection(_ opening: TagSource, before closing: TagSource? = nil) -> Diagnostic {
        .error(
            "template.unclosed-section", at: opening.place, "phần “\(opening.whole)” chưa được đóng",
            en: "the section “\(opening.whole)” is never closed",
            notes: closing.map {
                [
                    .init(
                        Wording(
                            "thẻ “\($0.whole)” đóng phần bên ngoài trước",
                            en: "“\($0.whole)” closes the section around it first"), at: $0.place)
                ]
            } ?? [], fix: "thêm thẻ đóng {/} vào cuối phần, ở cùng đoạn, cùng ô hay cùng bảng với thẻ mở",
            en: "add {/} where the section ends, in the paragraph, cell or table of its opening tag")
    }

    static func unopenedSection(_ closing: TagSource) -> Diagnostic {
        .error(
            "template.unopened-section", at: closing.place, "thẻ đóng “\(closing.whole)” không có thẻ mở",
            en: "“\(closing.whole)” closes a section that was never opened",
            fix: "thêm thẻ mở {#…} ở trước, hoặc xóa thẻ này", en: "add {#…} before it, or delete it")
    }

    static func crossedSection(_ opening: TagSource, _ closing: TagSource) -> Diagnostic {
        Diagnostic(
            "template.crossed-section",
            Wording(
                "thẻ “\(closing.whole)” không khớp với “\(opening.whole)” đang mở",
                en: "“\(closing.whole)” does not match the open “\(opening.whole)”"), at: closing.place,
            notes: [.init(Wording("mở ở đây", en: "opened here"), at: opening.place)],
            fix: OtherEngines.mend(forHandlebars: opening, closing)
                ?? Wording(
                    "sửa tên cho giống nhau, hoặc viết {/}", en: "give both the same name, or write {/}"))
    }

    static func misplacedElse(_ words: TagSource) -> Diagnostic {
        .error(
            "template.misplaced-else", at: words.place,
            "“\(words.whole)” phải đứng giữa {#…} và {/…}, mỗi phần một lần",
            en: "“\(words.whole)” must stand between {#…} and {/…}, once a section",
            fix: "chuyển hoặc xóa thẻ này", en: "move or delete it")
    }

    static func elseInsideRow(_ words: TagSource) -> Diagnostic {
        .error(
            "template.else-inside-row", at: words.place,
            "“\(words.whole)” có chữ đứng trước nó trong cùng hàng, mà một hàng chỉ thuộc về một nhánh",
            en: "“\(words.whole)” has something before it in its row, and a row belongs to one branch",
            fix: "đặt thẻ ở đầu hàng của nhánh sau, hoặc một mình một hàng",
            en: "put it where the first row of its branch begins, or alone into a row")
    }

    static func unspannableSection(_ opening: TagSource, _ other: TagSource) -> Diagnostic {
        .error(
            "template.unspannable-section", at: opening.place,
            "phần “\(opening.whole)” … “\(other.whole)” có hai đầu ở hai chỗ không nối với nhau được",
            en:
                "the section “\(opening.whole)” … “\(other.whole)” has its ends in places that cannot be joined",
            notes: [.init(Wording("đầu kia ở đây", en: "the other end is here"), at: other.place)],
            fix: "đặt hai thẻ cùng trong một đoạn, một ô, một hàng, hoặc mỗi thẻ riêng một đoạn ở cùng cấp",
            en: "put both in one paragraph, cell or row, or each alone in a paragraph of the same level")
    }

    static func unspannableColumns(_ opening: TagSource) -> Diagnostic {
        .error(
            "template.unspannable-columns", at: opening.place,
            "phần “\(opening.whole)” lặp các cột, nhưng có ô gộp nửa trong nửa ngoài các cột đó",
            en: "the section “\(opening.whole)” repeats columns, but a merged cell lies half inside them",
            fix: "tách ô gộp, hoặc đặt hai thẻ ở cột đầu và cột cuối của ô gộp",
            en: "split the merged cell, or put the tags into its first and last column")
    }

    static func noColumns(_ opening: TagSource) -> Diagnostic {
        .error(
            "template.no-columns", at: opening.place,
            "thẻ “\(opening.whole)” lặp cột nhưng phần này không có cột nào để lặp",
            en: "“\(opening.whole)” repeats columns, but its section has none",
            fix: "đặt thẻ mở và thẻ đóng ở các ô của cùng một bảng, không có {^} ở giữa, hoặc bỏ “theo_cot”",
            en: "put both tags into cells of one table, without {^} between them, or leave out “by_column”")
    }

    static func columnsOfTwoLists(_ opening: TagSource, _ other: TagSource) -> Diagnostic {
        .error(
            "template.columns-of-two-lists", at: opening.place,
            "thẻ “\(opening.whole)” và thẻ “\(other.whole)” cùng lặp một cột theo hai danh sách khác nhau",
            en: "“\(opening.whole)” and “\(other.whole)” repeat the same column for two different lists",
            notes: [.init(Wording("thẻ kia ở đây", en: "the other tag is here"), at: other.place)],
            fix: "để hai thẻ cùng một danh sách, hoặc mỗi danh sách một cột riêng",
            en: "let both go through one list, or give each list a column of its own")
    }

    static func lostBreak(_ tag: TagSource) -> Diagnostic {
        .warning(
            "template.lost-page-break", at: tag.place,
            "đoạn chỉ chứa thẻ “\(tag.whole)” có ngắt trang; đoạn này không còn sau khi điền nên ngắt trang cũng mất",
            en:
                "the paragraph that holds nothing but “\(tag.whole)” breaks the page; it goes, and so does its break",
            fix: "đặt ngắt trang vào đoạn có chữ ở trong hoặc sau phần lặp",
            en: "put the break into a paragraph with words inside of the section or behind it")
    }

    static func unmergeableCell(_ tag: TagSource) -> Diagnostic {
        .error(
            "template.unmergeable-cell", at: tag.place,
            "thẻ “\(tag.whole)” gộp ô nhưng hàng chứa nó không được lặp một mình",
            en: "“\(tag.whole)” merges cells, but its row is not repeated by itself",
            fix: "đặt thẻ mở ở ô đầu và thẻ đóng ở ô cuối của chính hàng này",
            en: "put the section's tags into the first and the last cell of this very row")
    }

    static func structuralTagInAttribute(_ tag: TagSource) -> Diagnostic {
        .error(
            "template.tag-in-attribute", at: tag.place,
            "thẻ “\(tag.whole)” không dùng được trong địa chỉ liên kết, chữ thay thế của hình, chữ nghệ thuật hay chữ của biểu đồ nhận số liệu",
            en:
                "“\(tag.whole)” cannot stand in a link's address, a picture's alternative text, WordArt or the texts of a chart that takes figures",
            fix: "ở đó chỉ dùng thẻ giá trị, ví dụ {x ? \"a\" : \"b\"}",
            en: "only values can stand there, such as {x ? \"a\" : \"b\"}")
    }

    /// Why a tag of that kind cannot stand in an attribute of that element.
    static func tagInAttribute(_ placed: PlacedTag, of element: Element?) -> Diagnostic {
        guard case .insertion(.image, _, _) = placed.tag else {
            return .structuralTagInAttribute(placed.words)
        }
        return switch element?.name.local {
        case "shape": .pictureOfOldKind(placed.words)
        case "cNvPr": .pictureInGroup(placed.words)
        default: .structuralTagInAttribute(placed.words)
        }
    }

    private static func pictureOfOldKind(_ tag: TagSource) -> Diagnostic {
        .error(
            "template.tag-in-attribute", at: tag.place,
            "thẻ “\(tag.whole)” nằm ở chữ thay thế của một hình kiểu cũ (VML), không nhận được hình mới",
            en:
                "“\(tag.whole)” is the alternative text of a picture of the old kind (VML), which takes no other",
            fix: "xóa hình ấy, chèn lại bằng Chèn, Hình ảnh rồi viết thẻ vào chữ thay thế của hình mới chèn",
            en:
                "delete it, put a picture in again by Insert, Pictures, and write the tag into its alternative text"
        )
    }

    private static func pictureInGroup(_ tag: TagSource) -> Diagnostic {
        .error(
            "template.tag-in-attribute", at: tag.place,
            "thẻ “\(tag.whole)” nằm ở chữ thay thế của một hình trong nhóm, không nhận được hình mới",
            en: "“\(tag.whole)” is the alternative text of a picture in a group, which takes no other",
            fix: "rã nhóm (Ungroup) để hình đứng riêng, rồi viết thẻ vào chữ thay thế của nó",
            en: "ungroup it, and write the tag into the alternative text of the picture by itself")
    }
}
