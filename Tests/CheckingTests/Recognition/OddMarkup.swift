import Diagnostics
import OfficeDocument
import OfficePackage
import Regulations

@testable import Checking
@testable import Forms

/// Set-ups that only the markup knows.
extension SetUp {
    /// The head's table becomes a paragraph with two boxes in it.
    private static func boxed(
        _ markup: String, _ box: (String) -> String, _ table: (String, String), _ cell: (String, String),
        _ paragraph: (String, String)
    ) -> String {
        guard let start = markup.firstRange(of: table.0), let end = markup.firstRange(of: table.1) else {
            return markup
        }
        var boxes = ["", ""]
        var column = 0
        var rest = markup[start.lowerBound..<end.upperBound]
        while let open = rest.firstRange(of: cell.0) {
            rest = rest[open.lowerBound...]
            guard let from = rest.firstRange(of: ">"), let to = rest.firstRange(of: cell.1) else { break }
            var content = String(rest[from.upperBound..<to.lowerBound])
            if let properties = content.firstRange(of: "</w:tcPr>") {
                content = String(content[properties.upperBound...])
            }
            boxes[column % 2] += content
            column += 1
            rest = rest[to.upperBound...]
        }
        return String(markup[..<start.lowerBound]) + paragraph.0 + boxes.map(box).joined() + paragraph.1
            + String(markup[end.upperBound...])
    }

    private static func boxes(_ markup: String, _ format: OfficeFormat, word box: (String) -> String)
        -> String
    {
        switch format {
        case .docx: boxed(markup, box, ("<w:tbl>", "</w:tbl>"), ("<w:tc>", "</w:tc>"), ("<w:p>", "</w:p>"))
        case .odt:
            boxed(
                markup,
                {
                    #"<draw:frame xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" text:anchor-type="paragraph"><draw:text-box>"#
                        + $0 + "</draw:text-box></draw:frame>"
                }, ("<table:table ", "</table:table>"), ("<table:table-cell", "</table:table-cell>"),
                (#"<text:p text:style-name="DauTrang">"#, "</text:p>")
            ).replacing(
                "</office:automatic-styles>", with: firstParagraph(markup) + "</office:automatic-styles>")
        }
    }

    /// A style with the page that the first table begins.
    private static func firstParagraph(_ markup: String) -> String {
        guard let mark = markup.firstRange(of: #"style:master-page-name=""#) else { return "" }
        let name = markup[mark.upperBound...].prefix { $0 != "\"" }
        return
            #"<style:style style:name="DauTrang" style:family="paragraph" style:master-page-name="\#(name)"/>"#
    }

    static let textBoxes = SetUp(
        testDescription: "a head in text boxes",
        rewriting: { markup, format in
            boxes(markup, format) {
                #"<w:r><w:drawing><wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="2160000" cy="900000"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:txbx><w:txbxContent>"#
                    + $0
                    + "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
            }
        })

    static let vectorBoxes = SetUp(
        testDescription: "a head in boxes of VML",
        rewriting: { markup, format in
            boxes(markup, format) {
                #"<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:170pt;height:70pt"><v:textbox><w:txbxContent>"#
                    + $0 + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
            }
        })

    static let contentControls = SetUp(
        testDescription: "content controls around tables and runs",
        rewriting: { markup, format in
            switch format {
            case .docx:
                markup.replacing("<w:tbl>", with: "<w:sdt><w:sdtContent><w:tbl>").replacing(
                    "</w:tbl>", with: "</w:tbl></w:sdtContent></w:sdt>"
                ).replacing("<w:r>", with: "<w:sdt><w:sdtContent><w:r>").replacing(
                    "</w:r>", with: "</w:r></w:sdtContent></w:sdt>")
            case .odt:
                markup.replacing("<table:table ", with: #"<text:section text:name="muc"><table:table "#)
                    .replacing("</table:table>", with: "</table:table></text:section>")
            }
        })

    static let trackedInsertions = SetUp(
        testDescription: "insertions nobody has accepted",
        rewriting: { markup, format in
            switch format {
            case .docx:
                markup.replacing(
                    "<w:r>", with: #"<w:ins w:id="9" w:author="A" w:date="2026-01-05T08:00:00Z"><w:r>"#
                ).replacing("</w:r>", with: "</w:r></w:ins>")
            case .odt:
                markup.replacing("</text:p>", with: #"<text:change-end text:change-id="c1"/></text:p>"#)
            }
        })

    static let lettersApart = SetUp(
        testDescription: "runs of one letter",
        arranging: { document in
            for style in FormStyle.allCases {
                document.change(paragraphsOf: style) { paragraph in
                    paragraph.runs = paragraph.runs.flatMap { run in
                        run.text.isEmpty ? [run] : run.text.map { Run(String($0), format: run.format) }
                    }
                }
            }
        })

    static let brokenLines = SetUp(
        testDescription: "title and motto in one paragraph",
        arranging: { document in
            guard case .table(var table) = document.sections[0].blocks[0],
                case .paragraph(let title) = table.rows[0].cells[1].blocks[0],
                case .paragraph(let motto) = table.rows[0].cells[1].blocks[1]
            else { return }
            let format = CharacterFormat(size: 14)
            var both = title
            both.runs = [Run([.text(title.text), .lineBreak]), Run(motto.text, format: format)]
            table.rows[0].cells[1].blocks.replaceSubrange(0...1, with: [.paragraph(both)])
            document.sections[0].blocks[0] = .table(table)
        })

    static let framedHead = SetUp(
        testDescription: "a head in a table within a table",
        rewriting: { markup, format in
            switch format {
            case .docx:
                guard let start = markup.firstRange(of: "<w:tbl>"),
                    let end = markup.firstRange(of: "</w:tbl>")
                else { return markup }
                return String(markup[..<start.lowerBound])
                    + #"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9600"/></w:tblGrid><w:tr><w:tc><w:tcPr/>"#
                    + String(markup[start.lowerBound..<end.upperBound]) + "<w:p/></w:tc></w:tr></w:tbl>"
                    + String(markup[end.upperBound...])
            case .odt:
                guard let start = markup.firstRange(of: "<table:table "),
                    let end = markup.firstRange(of: "</table:table>")
                else { return markup }
                let mark = markup[start.lowerBound...].firstRange(of: #"table:style-name=""#)
                let style = mark.map { markup[$0.upperBound...].prefix { $0 != "\"" } } ?? ""
                return String(markup[..<start.lowerBound])
                    + #"<table:table table:style-name="\#(style)"><table:table-column/><table:table-row><table:table-cell>"#
                    + String(markup[start.lowerBound..<end.upperBound]).replacing(
                        #" table:style-name="\#(style)""#, with: "")
                    + "<text:p/></table:table-cell></table:table-row></table:table>"
                    + String(markup[end.upperBound...])
            }
        })
}
