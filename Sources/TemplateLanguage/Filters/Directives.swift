internal import Diagnostics
internal import Values

extension Filter {
    /// Filters that shape the place they stand in; they must be the last of a tag that stands for itself.
    static let directives: [Filter] = [
        directive(
            .paragraphWidth, "paragraph_width", wants: .number,
            Wording(
                "đoạn chứa thẻ rộng đúng bấy nhiêu milimét, căn giữa ô hoặc cột; thẻ không in gì",
                en:
                    "makes the paragraph that many millimetres wide, centred in its cell or column; prints nothing"
            ), "{duong_ke.co_quan | rong_doan}"),
        directive(
            .mergedCells, "merge_cells",
            Wording(
                "in giá trị; các ô bằng nhau liền nhau của hàng được lặp gộp thành một ô",
                en: "prints the value; equal neighbouring cells of a repeated row become one cell"),
            "{don_vi | gop_o}"),
        directive(
            .mergedAcross, "merge_across",
            Wording(
                "in giá trị; các ô bằng nhau đứng cạnh nhau trong một hàng gộp thành một ô",
                en: "prints the value; equal neighbouring cells in a row become one cell"),
            "{don_vi | gop_ngang}"),
        directive(
            .pageBreak, "page_break", wants: .condition,
            Wording(
                "khi giá trị đúng, đoạn chứa thẻ sang trang mới; thẻ không in gì",
                en: "when the value is true, the paragraph begins a new page; prints nothing"),
            "{not $dau | sang_trang}"),
        directive(
            .cellColour, "cell_colour", wants: .text,
            Wording(
                "tô nền ô chứa thẻ: đỏ, cam, vàng, xanh lá, xanh dương, tím, hồng, xám; trống thì giữ nền cũ; thẻ không in gì",
                en:
                    "the background of the cell: red, orange, yellow, green, blue, purple, pink, grey; as it was where empty; prints nothing"
            ), "{muc_do | to_mau}"),
        directive(
            .rowColour, "row_colour", wants: .text,
            Wording(
                "tô nền mọi ô của hàng chứa thẻ; thẻ không in gì",
                en: "the background of all cells of the row; prints nothing"), "{muc_do | to_mau_hang}"),
        directive(
            .textColour, "text_colour", wants: .text,
            Wording(
                "màu chữ của đoạn chứa thẻ; thẻ không in gì",
                en: "the colour of the paragraph's text; prints nothing"), "{muc_do | to_mau_chu}"),
        directive(
            qrCodeName, "qr_code", wants: .text,
            Wording(
                "trong `{%…}`: vẽ giá trị thành mã QR (nhận `rong`, `cao`, `mo_ta` như hình)",
                en: "in `{%…}`: draws the value as a QR code (with `width`, `height`, `alt` as a picture)"),
            "{%\"https://vi.vn\" | ma_qr rong=3cm}"),
        directive(
            barCodeName, "bar_code", wants: .text,
            Wording(
                "trong `{%…}`: vẽ giá trị thành mã vạch Code 128, gồm chữ không dấu và số, nhiều nhất 48 ký tự",
                en: "in `{%…}`: draws the value as a bar code, Code 128, of at most 48 letters of ASCII"),
            "{%\"H32-0007\" | ma_vach}"),
        Filter(
            htmlName, htmlName,
            Wording(
                "trong `{@…}`: dữ liệu là HTML (đoạn, đề mục, đậm, nghiêng, gạch, danh sách, bảng, liên kết, hình)",
                en:
                    "in `{@…}`: the data is HTML (paragraphs, headings, emphasis, lists, tables, links, pictures)"
            ), example: ("{@noi_dung | html}", "")
        ) { _, _ throws(ValueFault) in throw ValueFault(.misplacedDirective) },
    ]

    /// The name of the filter by which rich text is read as HTML.
    package static let htmlName = "html"
    /// The names of the filters by which a text is drawn as a code.
    package static let qrCodeName = "ma_qr"
    package static let barCodeName = "ma_vach"

    private static func directive(
        _ directive: Tag.Directive, _ alias: String, wants want: DataFieldGathering.Want? = nil,
        _ summary: Wording, _ example: String
    ) -> Filter { self.directive(directive.rawValue, alias, wants: want, summary, example) }

    private static func directive(
        _ name: String, _ alias: String, wants want: DataFieldGathering.Want? = nil, _ summary: Wording,
        _ example: String
    ) -> Filter {
        Filter(name, alias, wants: want, summary, example: (example, "")) { _, _ throws(ValueFault) in
            throw ValueFault(.misplacedDirective)
        }
    }
}
