import DocumentTemplates
import Testing
import Values

/// Fields of OpenDocument show dates and numbers in the format they name.
@Suite struct DataStyles {
    private static let number =
        "xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\" style:name=\"N\""
    private static func day(_ inside: String) -> String {
        "<number:date-style \(number)>\(inside)</number:date-style>"
    }
    private static func amount(_ settings: String, language: String = "") -> String {
        "<number:number-style \(number) \(language)><number:number \(settings)/></number:number-style>"
    }
    private static let long = "number:style=\"long\""
    private static let slash = "<number:text>/</number:text>"

    @Test(
        arguments: [
            (
                day("<number:day \(long)/>\(slash)<number:month \(long)/>\(slash)<number:year \(long)/>"),
                "2026-01-05", "05/01/2026"
            ),
            (
                day(
                    "<number:text>ngày </number:text><number:day/>\(slash)<number:month/>\(slash)<number:year/>"
                ), "2026-01-05", "ngày 5/1/26"
            ), (day("<number:day/><number:quarter/>"), "2026-01-05", "2026-01-05"),
            (
                amount(
                    "number:decimal-places=\"0\" number:min-integer-digits=\"1\" number:grouping=\"true\""),
                1_500_000, "1.500.000"
            ),
            (
                amount(
                    "number:decimal-places=\"2\" number:min-integer-digits=\"1\" number:grouping=\"true\""),
                1500, "1.500,00"
            ),
            (
                amount(
                    "number:decimal-places=\"0\" number:min-integer-digits=\"1\" number:grouping=\"true\"",
                    language: "number:language=\"en\""), 1500, "1,500"
            ), (amount("number:decimal-places=\"0\" number:min-integer-digits=\"3\""), 7, "007"),
            (amount("number:min-integer-digits=\"1\""), 1500, "1500"),
            (amount("number:decimal-places=\"0\" number:min-integer-digits=\"1\""), "chữ", "chữ"),
        ] as [(String, Value, String)]) func `be it a field of a data source or of the document`(
            style: String, value: Value, shown: String
        ) throws
    {
        for field in [
            "<text:database-display text:column-name=\"x\" style:data-style-name=\"N\">cũ</text:database-display>",
            "<text:user-field-get text:name=\"x\" style:data-style-name=\"N\">cũ</text:user-field-get>",
        ] {
            let bytes = try SmallDocument.odt(body: "<text:p>\(field)</text:p>", automaticStyles: style)
            let template = try Template(bytes: bytes, file: "mau.odt")
            #expect(PrintedText.of(try SmallDocument.body(of: template.render(["x": value]))) == shown + "¶")
            let tags = try TagConversion(bytes: bytes, file: "mau.odt").bytes
            let converted = try Template(bytes: tags, file: "mau.odt").render(["x": value])
            #expect(PrintedText.of(try SmallDocument.body(of: converted)) == shown + "¶")
        }
    }
}
