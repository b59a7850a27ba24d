import OfficeDocument
import OfficePackage
import Regulations
import Testing

@testable import Checking
@testable import Forms

/// Colours become black only where they pick nothing out.
private struct Painting: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let isMended: Bool
    let paint: @Sendable (inout Document) -> Void

    static let red = Colour.rgb(red: 0xFF, green: 0, blue: 0)
    static let blue = Colour.rgb(red: 0x1F, green: 0x4E, blue: 0x79)

    static func everything(_ document: inout Document) {
        for style in FormStyle.allCases { document.change(style: style) { $0.character.colour = blue } }
    }

    static let all = [
        Painting(testDescription: "a few words", isMended: false) {
            $0.change(Mutation.lead) { paragraph in
                paragraph.runs = [
                    Run("Các đơn vị "), Run("thực hiện", format: CharacterFormat(colour: red)),
                    Run(" kế hoạch."),
                ]
            }
        },
        Painting(testDescription: "a paragraph", isMended: false) {
            $0.change(Mutation.lead) { $0.runs[0].format.colour = red }
        }, Painting(testDescription: "the whole document", isMended: true) { everything(&$0) },
        Painting(testDescription: "all headings of a level", isMended: true) {
            $0.change(style: .titledClause) { $0.character.colour = blue }
        },
        Painting(testDescription: "one heading of two", isMended: false) {
            $0.change("1. Mục đích") { $0.runs[0].format.colour = red }
        },
        Painting(testDescription: "the only heading of its level", isMended: false) { document in
            document.replace("II. NỘI DUNG", with: RightDocuments.sentence + ".")
            document.change("I. MỤC ĐÍCH, YÊU CẦU") { $0.runs[0].format.colour = red }
        },
        Painting(testDescription: "the date", isMended: true) {
            $0.change(style: .placeAndDate) { $0.character.colour = blue }
        },
        Painting(testDescription: "the day in the date", isMended: false) {
            $0.change(Mutation.date) { paragraph in
                paragraph.runs = [
                    Run("Đắk Nông, ngày "), Run("05", format: CharacterFormat(colour: red)),
                    Run(" tháng 01", format: CharacterFormat(colour: red)), Run(" năm 2026"),
                ]
            }
        },
        Painting(testDescription: "all recipients", isMended: true) {
            $0.change(style: .recipient) { $0.character.colour = blue }
        },
        Painting(testDescription: "one recipient of three", isMended: false) {
            $0.change("- Các đơn vị thuộc Sở;") { $0.runs[0].format.colour = red }
        },
        Painting(testDescription: "the grey that web pages have for black", isMended: true) {
            $0.change(Mutation.lead) { $0.runs[0].format.colour = .rgb(red: 0x21, green: 0x25, blue: 0x29) }
        },
    ]
}

@Test(arguments: Painting.all, OfficeFormat.allCases)
private func `a colour that may mark something is told and kept`(painting: Painting, format: OfficeFormat)
    throws
{
    var document = RightDocuments.plan
    painting.paint(&document)
    let file = try MendedFile(document, as: format)
    #expect(Set(OfficialCheck(of: file.document).findings.map(\.rule)) == [.textColor])
    #expect(file.codesLeft == (painting.isMended ? [] : [.textColor]), "\(file.left)")
    #expect((file.mending.bytes != nil) == painting.isMended)
}

@Test func `the blue of a link becomes black beside words that keep their mark`() throws {
    for (words, codes) in [
        ("", Set<Rule>()),
        (#"<w:r><w:rPr><w:color w:val="FF0000"/></w:rPr><w:t>gấp</w:t></w:r>"#, [.textColor]),
    ] {
        let link =
            #"<w:hyperlink w:anchor="a"><w:r><w:rPr><w:color w:val="0563C1"/></w:rPr><w:t>trang của Sở</w:t></w:r></w:hyperlink>"#
        let setUp = SetUp(
            testDescription: "", arranging: { $0.replace(Mutation.lead, with: "§") },
            rewriting: { markup, _ in
                markup.replacing(#"<w:r><w:t xml:space="preserve">§</w:t></w:r>"#, with: link + words)
            })
        let file = try MendedFile(setUp.bytes(of: RightDocuments.plan, as: .docx), as: .docx)
        #expect(OfficialCheck(of: file.document).findings.map(\.rule) == [.textColor], "\(file.left)")
        #expect(file.codesLeft == codes, "\(file.left)")
    }
}
