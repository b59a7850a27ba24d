import OfficeDocument

/// A document with everything the model has, once.
enum Sample {
    static let document = Document(
        properties: Document.Properties(title: "Mẫu & thử"),
        defaults: Document.Defaults(font: "Times New Roman", size: 14),
        styles: [
            ParagraphStyle(id: "Normal", name: "Normal"),
            ParagraphStyle(
                id: "NoiDung", name: "Nội dung", base: "Normal",
                paragraph: ParagraphFormat(
                    alignment: .justified, firstLineIndent: .millimetres(12.7), spaceAfter: .points(6),
                    lineSpacing: .lines(1.15))),
            ParagraphStyle(
                id: "Muc", name: "Mục", base: "NoiDung", next: "NoiDung",
                paragraph: ParagraphFormat(keepsWithNext: true, outlineLevel: 1),
                character: CharacterFormat(size: 13.5, weight: .bold, slant: .italic)),
            ParagraphStyle(
                id: "DuongKe", name: "Đường kẻ", base: "Normal",
                paragraph: ParagraphFormat(lineSpacing: .exactly(.points(4)), topBorder: .thin)),
        ], sections: [main, appendix])

    private static let header = Section.Header(
        [Paragraph(style: "Normal", runs: [Run([.text("Trang "), .pageNumber])])], firstPage: .empty)

    private static let portrait = Page(
        width: .millimetres(210), height: .millimetres(297), top: .millimetres(20), bottom: .millimetres(20),
        left: .millimetres(30), right: .millimetres(15), headerDistance: .millimetres(10))

    private static let main = Section(
        name: "Văn bản", page: portrait, header: header,
        blocks: [
            .paragraph(Paragraph("I. MỤC ĐÍCH", style: "Muc")),
            .paragraph(
                Paragraph(
                    style: "NoiDung",
                    runs: [
                        Run("Chữ "), Run("đậm", format: CharacterFormat(weight: .bold)),
                        Run([.tab, .text("sau"), .lineBreak, .text("dòng mới")]),
                    ])),
            .paragraph(
                Paragraph(
                    "", style: "DuongKe",
                    format: ParagraphFormat(leftIndent: .millimetres(50), rightIndent: .millimetres(50)))),
            .table(merged),
        ])

    private static let appendix = Section(
        name: "Phụ lục",
        page: Page(
            width: portrait.height, height: portrait.width, top: portrait.top, bottom: portrait.bottom,
            left: portrait.left, right: portrait.right, headerDistance: portrait.headerDistance),
        header: header, pageNumbering: .restarts(at: 1),
        blocks: [.paragraph(Paragraph("Phụ lục", style: "Normal"))])

    /// A over two columns, B over two rows.
    static let merged = Table(
        columns: [.millimetres(20), .millimetres(30), .millimetres(40)], leftIndent: .millimetres(-3),
        grid: .thin, cellPadding: Table.Padding(sides: .millimetres(1)),
        rows: [
            Table.Row(
                [cell("A", columns: 2), Table.Cell([text("B")], rowSpan: 2, verticalAlignment: .middle)],
                role: .header), Table.Row([cell("C"), cell("D")], splitting: .splitsOverPages),
            Table.Row([cell("E"), cell("F"), Table.Cell([])]),
        ])

    private static func text(_ text: String) -> Block { .paragraph(Paragraph(text, style: "Normal")) }

    private static func cell(_ words: String, columns: Int = 1) -> Table.Cell {
        Table.Cell([text(words)], columnSpan: columns)
    }

    /// A document of one paragraph.
    static func document(saying text: String) -> Document {
        var document = document
        document.sections = [
            Section(name: "Văn bản", page: portrait, blocks: [.paragraph(Paragraph(text, style: "NoiDung"))])
        ]
        return document
    }
}
