import Container
import Diagnostics
import DocumentTemplates
import Testing
import Values

/// Every place of a document in which a tag can stand, with a value, a repeat of paragraphs and an empty repeat.
@Suite struct Places {
    struct Place: CustomTestStringConvertible, Sendable {
        let name: String
        /// The place round some paragraphs.
        let around: @Sendable (String) -> String
        var testDescription: String { name }
    }

    private static let word: [Place] = [
        Place(name: "body") { $0 },
        Place(name: "cell") { "<w:tbl><w:tr><w:tc><w:tcPr/>\($0)</w:tc></w:tr></w:tbl>" },
        Place(name: "nested table") {
            "<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc>\($0)</w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>"
        }, Place(name: "block control") { "<w:sdt><w:sdtPr/><w:sdtContent>\($0)</w:sdtContent></w:sdt>" },
        Place(name: "cell control") {
            "<w:tbl><w:tr><w:sdt><w:sdtContent><w:tc>\($0)</w:tc></w:sdtContent></w:sdt></w:tr></w:tbl>"
        },
        Place(name: "row control") {
            "<w:tbl><w:sdt><w:sdtContent><w:tr><w:tc>\($0)</w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>"
        },
        Place(name: "text box") {
            "<w:p><w:r><w:pict><w:txbxContent>\($0)</w:txbxContent></w:pict></w:r></w:p>"
        },
        Place(name: "both branches of a text box") { inside in
            "<w:p><w:r><mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">"
                + "<mc:Choice Requires=\"wps\"><w:txbxContent>\(inside)</w:txbxContent></mc:Choice>"
                + "<mc:Fallback><w:pict><w:txbxContent>\(inside)</w:txbxContent></w:pict></mc:Fallback>"
                + "</mc:AlternateContent></w:r></w:p>"
        },
    ]

    private static let openDocument: [Place] = [
        Place(name: "body") { $0 },
        Place(name: "cell") {
            "<table:table><table:table-column/><table:table-row><table:table-cell>\($0)</table:table-cell></table:table-row></table:table>"
        }, Place(name: "section") { "<text:section text:name=\"s\">\($0)</text:section>" },
        Place(name: "text box") {
            "<text:p><draw:frame xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\"><draw:text-box>\($0)</draw:text-box></draw:frame></text:p>"
        },
        Place(name: "note") {
            "<text:p><text:note text:id=\"n\"><text:note-citation>1</text:note-citation><text:note-body>\($0)</text:note-body></text:note></text:p>"
        }, Place(name: "annotation") { "<text:p><office:annotation>\($0)</office:annotation></text:p>" },
        Place(name: "list item") { "<text:list><text:list-item>\($0)</text:list-item></text:list>" },
        Place(name: "header cell") {
            "<table:table><table:table-column/><table:table-header-rows><table:table-row><table:table-cell>\($0)</table:table-cell></table:table-row></table:table-header-rows></table:table>"
        },
    ]

    private static let words: Value = ["ten": "Sở", "chu": ["x", "y"], "khong": []]
    private static let paragraphs = ["{ten}", "{#chu}", "- {.}", "{/chu}", "{#khong}", "z", "{/khong}"]

    @Test(arguments: word) func `tags work in every place of a DOCX`(_ place: Place) throws {
        let inside = Places.paragraphs.map { Shorthand.docx($0) }.joined()
        let bytes = try SmallDocument.docx(body: place.around(inside))
        let result = try SmallDocument.body(of: Template(bytes: bytes, file: "mau.docx").render(Places.words))
        let filled = ["Sở", "- x", "- y"].map {
            "<w:p><w:r><w:t xml:space=\"preserve\">\($0)</w:t></w:r></w:p>"
        }
        #expect(result.withoutEmptyTags == place.around(filled.joined()).withoutEmptyTags)
    }

    @Test(arguments: openDocument) func `tags work in every place of an ODT`(_ place: Place) throws {
        let inside = Places.paragraphs.map { Shorthand.odt($0) }.joined()
        let bytes = try SmallDocument.odt(body: place.around(inside))
        let result = try SmallDocument.body(of: Template(bytes: bytes, file: "mau.odt").render(Places.words))
        #expect(result.withoutEmptyTags == place.around(Shorthand.odt("Sở", "- x", "- y")).withoutEmptyTags)
    }

    @Test(arguments: ["footnotes", "endnotes", "comments", "header", "footer"])
    func `tags work in every part of a DOCX`(kind: String) throws {
        let inside = ["{#chu}", "{.}", "{/chu}"].map { Shorthand.docx($0) }.joined()
        let element = kind == "header" || kind == "footer" ? inside : "<w:note w:id=\"1\">\(inside)</w:note>"
        let xml = SmallDocument.wordPart(kind, element)
        let bytes = try SmallDocument.docx(body: "<w:p/>", parts: [("word/\(kind).xml", kind, xml)])
        let result = try Template(bytes: bytes, file: "mau.docx").render(Places.words)
        let part = try Archive(bytes: result, file: "kq").contents(of: "word/\(kind).xml")
        #expect(String(decoding: part, as: UTF8.self).contains(">x</w:t></w:r></w:p><w:p><w:r>"))
    }

    @Test func `headers and footers of every master page are filled`() throws {
        let pages = ["Standard", "First_20_Page"].map {
            "<style:master-page style:name=\"\($0)\"><style:header><text:p>{ten}</text:p></style:header>"
                + "<style:footer><text:p>{#chu}{.};{/chu}</text:p></style:footer></style:master-page>"
        }
        let bytes = try SmallDocument.odt(
            body: "<text:p/>", styles: "<office:master-styles>\(pages.joined())</office:master-styles>")
        let result = try Template(bytes: bytes, file: "mau.odt").render(Places.words)
        let styles = String(
            decoding: try Archive(bytes: result, file: "kq").contents(of: "styles.xml"), as: UTF8.self)
        #expect(styles.split(separator: "<text:p>Sở</text:p>", omittingEmptySubsequences: false).count == 3)
        #expect(styles.split(separator: "<text:p>x;y;</text:p>", omittingEmptySubsequences: false).count == 3)
    }

    @Test(arguments: [
        "<w:hyperlink>{}</w:hyperlink>", "<w:ins w:id=\"1\">{}</w:ins>", "<w:smartTag>{}</w:smartTag>",
        "<w:fldSimple w:instr=\"AUTHOR\">{}</w:fldSimple>", "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:moveTo>{}</w:moveTo>",
    ]) func `a tag is found when it is split over elements of a Word line`(around: String) throws {
        let run =
            "<w:r><w:t>n} và {</w:t></w:r><w:proofErr w:type=\"spellEnd\"/><w:r><w:lastRenderedPageBreak/>"
            + "<w:t>t</w:t></w:r>"
        let body =
            "<w:p><w:r><w:t>a {te</w:t></w:r>" + around.replacing("{}", with: run)
            + "<w:del><w:r><w:delText>{cu</w:delText></w:r></w:del><w:r><w:t>en} b</w:t></w:r></w:p>"
        let result = try SmallDocument.body(
            of: Template(bytes: SmallDocument.docx(body: body), file: "mau.docx").render(Places.words))
        #expect(result.withoutTags.replacing("{cu", with: "") == "a Sở và Sở b")
        #expect(result.contains("<w:delText>{cu</w:delText>"))
    }

    @Test func `formulas and charts are filled`() throws {
        let math = "http://schemas.openxmlformats.org/officeDocument/2006/math"
        let formula =
            "<w:p><m:oMath xmlns:m=\"\(math)\"><m:r><m:t>x={</m:t></m:r><m:r><m:t>ten}</m:t></m:r></m:oMath></w:p>"
        let result = try SmallDocument.body(
            of: Template(bytes: SmallDocument.docx(body: formula), file: "mau.docx").render(Places.words))
        #expect(result.withoutTags == "x=Sở")
    }

    @Test func `what was deleted or moved away is left alone`() throws {
        let body = "<w:p><w:moveFrom><w:r><w:t>{x}</w:t></w:r></w:moveFrom><w:r><w:t>{ten}</w:t></w:r></w:p>"
        let result = try SmallDocument.body(
            of: Template(bytes: SmallDocument.docx(body: body), file: "mau.docx").render(Places.words))
        #expect(result.withoutTags == "{x}Sở")
        let odt = try SmallDocument.odt(
            body:
                "<text:tracked-changes><text:changed-region><text:deletion><text:p>{x}</text:p></text:deletion>"
                + "</text:changed-region></text:tracked-changes><text:p>{ten}</text:p>")
        #expect(
            try SmallDocument.body(of: Template(bytes: odt, file: "mau.odt").render(Places.words)).withoutTags
                == "{x}Sở")
    }

    @Test func `a section can wrap a break of the page, of the section, and a table`() throws {
        let breaks =
            "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p><w:p><w:pPr><w:sectPr/></w:pPr></w:p>"
            + Shorthand.docxTable([["{.}"]])
        let body = Shorthand.docx("{#chu}") + breaks + Shorthand.docx("{/chu}")
        let result = try SmallDocument.body(
            of: Template(bytes: SmallDocument.docx(body: body), file: "mau.docx").render(Places.words))
        let marked = ["x", "y"].map {
            breaks.replacing("<w:t>{.}", with: "<w:t xml:space=\"preserve\">\($0)")
        }
        #expect(result == marked.joined())
        let odt =
            Shorthand.odt("{#chu}") + "<text:p text:style-name=\"Sang_trang\"/>"
            + Shorthand.odtTable([["{.}"]]) + Shorthand.odt("{/chu}")
        let filled = try SmallDocument.body(
            of: Template(bytes: SmallDocument.odt(body: odt), file: "mau.odt").render(Places.words))
        #expect(filled.split(separator: "Sang_trang", omittingEmptySubsequences: false).count == 3)
        #expect(filled.withoutTags == "xy")
    }

    @Test func `list items repeat when the tags stand alone in theirs`() throws {
        let items = ["{#chu}", "{.}", "{/chu}"].map {
            "<text:list-item><text:p>\($0)</text:p></text:list-item>"
        }
        let bytes = try SmallDocument.odt(body: "<text:list>\(items.joined())</text:list>")
        let result = try SmallDocument.body(of: Template(bytes: bytes, file: "mau.odt").render(Places.words))
        #expect(
            result
                == "<text:list><text:list-item><text:p>x</text:p></text:list-item><text:list-item><text:p>y</text:p></text:list-item></text:list>"
        )
    }

    @Test func `a place for paragraphs never ends empty`() throws {
        let inside = ["{#khong}", "z", "{/khong}"].map { Shorthand.docx($0) }.joined()
        for place in Places.word where place.name != "body" {
            let bytes = try SmallDocument.docx(body: place.around(inside))
            let result = try SmallDocument.body(
                of: Template(bytes: bytes, file: "mau.docx").render(Places.words))
            #expect(result == place.around("<w:p/>"), "\(place.name)")
        }
    }
}

extension String {
    /// The XML with `<a></a>` as `<a/>`.
    fileprivate var withoutEmptyTags: String {
        var result = ""
        var rest = self[...]
        while let start = rest.firstIndex(of: ">") {
            result += rest[..<start]
            rest = rest[rest.index(after: start)...]
            let name = result[(result.lastIndex(of: "<") ?? result.startIndex)...].dropFirst().prefix {
                $0 != " " && $0 != "/"
            }
            if !name.isEmpty, rest.hasPrefix("</\(name)>"), !result.hasSuffix("/") {
                rest = rest.dropFirst(name.count + 3)
                result += "/>"
            } else {
                result += ">"
            }
        }
        return result + rest
    }

    /// The letters that stand outside of markup.
    var withoutTags: String {
        var plain = ""
        var isInTag = false
        for character in self {
            if character == "<" { isInTag = true }
            if !isInTag { plain.append(character) }
            if character == ">" { isInTag = false }
        }
        return plain
    }
}
