import DocumentTemplates
import Testing
import Values

/// Numbers as no program writes them: what follows from them must still be numbers.
private let wild = [
    "9223372036854775807", "-9223372036854775808", "99999999999999999999", "4611686018427387904", "1e308",
    "inf", "nan", "-5", "0", "",
]

@Suite struct WildNumbers {
    private let data: Value = [
        "a": ["x", "y"], "dai": 20, "md": "a\n\n1. b\n\n| c | d |\n|---|---|\n| e | f |",
        "anh": """
        data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5\
        ErkJggg==
        """,
    ]

    @Test(arguments: wild) func `a Word template may say any number`(_ number: String) throws {
        let table = """
            <w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="\(number)"/><w:gridCol w:w="\(number)"/></w:tblGrid><w:tr>\
            <w:tc><w:tcPr><w:tcW w:w="\(number)"/></w:tcPr>\(Shorthand.docx("{@md}"))</w:tc>\
            <w:tc><w:tcPr><w:tcW w:w="\(number)"/></w:tcPr>\(Shorthand.docx("{#a | theo_cot}{.}{/a}"))</w:tc></w:tr></w:tbl>
            """
        let picture = """
            <w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/\
            wordprocessingDrawing"><wp:extent cx="\(number)" cy="\(number)"/><wp:docPr id="\(number)" name="x" \
            descr="{%anh}"/></wp:inline></w:drawing></w:r></w:p>
            """
        let list = """
            <w:p><w:pPr><w:numPr><w:numId w:val="\(number)"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>
            """
        let repeated = Shorthand.docx("{#a | danh_so_lai}") + list + Shorthand.docx("{/a}")
        let page = "<w:sectPr><w:pgSz w:w=\"\(number)\"/><w:pgMar w:left=\"0\" w:right=\"0\"/></w:sectPr>"
        for body in [table, picture, repeated, Shorthand.docx("{@md}") + page] {
            let template = try Template(bytes: SmallDocument.docx(body: body), file: "mau.docx")
            let result = try SmallDocument.body(of: template.render(data))
            #expect(!result.contains("{"))
        }
    }

    @Test(arguments: wild) func `an ODT template may say any number`(_ number: String) throws {
        let table = """
            <table:table><table:table-column table:style-name="C" table:number-columns-repeated="\(number)"/>\
            <table:table-row><table:table-cell table:number-columns-spanned="\(number)">\(Shorthand.odt("{@md}"))\
            </table:table-cell></table:table-row></table:table>
            """
        let blanks = "<text:p>{#a}<text:s text:c=\"\(number)\"/>{.}{/a}</text:p>"
        let column = """
            <style:style style:name="C" style:family="table-column"><style:table-column-properties \
            style:column-width="\(number)cm"/></style:style>
            """
        for body in [table, blanks] {
            let bytes = try SmallDocument.odt(body: body, automaticStyles: column)
            let result = try SmallDocument.body(of: Template(bytes: bytes, file: "mau.odt").render(data))
            #expect(!result.contains("{"))
        }
    }
}
