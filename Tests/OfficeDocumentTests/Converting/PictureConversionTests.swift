import Container
import Diagnostics
import OfficeDocument
import OfficePackage
import Testing

/// Pictures come through with their bytes, size, words and place.
@Suite struct PictureConversion {
    private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3]
    private static let emf: [UInt8] =
        [1, 0, 0, 0] + Array(repeating: 0, count: 36) + Array(" EMF".utf8) + [4, 5]

    private static func graphic(_ media: String, attribute: String = "r:embed", extra: String = "") -> String
    {
        "<a:graphic><a:graphicData><pic:pic><pic:nvPicPr/><pic:blipFill>"
            + #"<a:blip \#(attribute)="\#(media)"/>\#(extra)</pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic>"#
    }

    /// 50 by 30 millimetres.
    private static let extent = #"<wp:extent cx="1800000" cy="1080000"/>"#

    private static func inline(_ media: String, attribute: String = "r:embed", extra: String = "") -> String {
        #"<w:r><w:drawing><wp:inline>\#(extent)<wp:docPr id="1" name="Hình" descr="con dấu"/>"#
            + graphic(media, attribute: attribute, extra: extra) + "</wp:inline></w:drawing></w:r>"
    }

    private static func anchored(
        _ media: String, horizontal: String, vertical: String, wrap: String, isBehind: Bool = false
    ) -> String {
        #"<w:r><w:drawing><wp:anchor distL="114300" distR="114300" behindDoc="\#(isBehind ? 1 : 0)">"#
            + "<wp:positionH \(horizontal)</wp:positionH><wp:positionV \(vertical)</wp:positionV>\(extent)\(wrap)"
            + #"<wp:docPr id="2" name="Hình" descr="lô-gô" title="Lô-gô"/>"# + graphic(media)
            + "</wp:anchor></w:drawing></w:r>"
    }

    private static let text = "<w:r><w:t>chữ</w:t></w:r>"
    private static let floating = anchored(
        "b.emf", horizontal: #"relativeFrom="page"><wp:posOffset>720000</wp:posOffset>"#,
        vertical: #"relativeFrom="paragraph"><wp:posOffset>360000</wp:posOffset>"#,
        wrap: #"<wp:wrapSquare wrapText="right"/>"#)

    private static func word() throws -> Archive {
        let cell = "<w:tbl><w:tr><w:tc><w:p>\(inline("a.png"))</w:p></w:tc></w:tr></w:tbl>"
        let section =
            #"<w:sectPr><w:headerReference w:type="default" r:id="header"/>"#
            + #"<w:footerReference w:type="default" r:id="footer"/></w:sectPr>"#
        return try HandMade.docxFile(
            "<w:p>\(text)\(inline("a.png"))\(text)</w:p><w:p>\(floating)\(text)</w:p>\(cell)<w:p>\(text)</w:p>\(section)",
            ["header": "<w:p>\(inline("a.png"))</w:p>", "footer": "<w:p>\(text)\(floating)</w:p>"],
            media: ["a.png": png, "b.emf": emf])
    }

    private static func openDocument() throws -> Archive {
        let image = { (name: String, words: String) in
            #"<draw:image xlink:href="Pictures/\#(name)"/>\#(words)</draw:frame>"#
        }
        let size = #"svg:width="50mm" svg:height="30mm">"#
        let inline =
            #"<draw:frame text:anchor-type="as-char" \#(size)"#
            + image("a.png", "<svg:desc>con dấu</svg:desc>")
        let floating =
            #"<draw:frame draw:style-name="fr" text:anchor-type="char" svg:x="20mm" svg:y="10mm" \#(size)"#
            + image("b.emf", "<svg:title>Lô-gô</svg:title><svg:desc>lô-gô</svg:desc>")
        let style =
            #"<style:style style:name="fr" style:family="graphic"><style:graphic-properties fo:margin-left="0.125in" "#
            + #"fo:margin-right="0.125in" style:wrap="right" style:vertical-pos="from-top" style:vertical-rel="paragraph" "#
            + #"style:horizontal-pos="from-left" style:horizontal-rel="page"/></style:style>"#
        let cell =
            "<table:table><table:table-column/><table:table-row><table:table-cell><text:p>\(inline)</text:p>"
            + "</table:table-cell></table:table-row></table:table>"
        let pages =
            "<office:automatic-styles>\(style)</office:automatic-styles>"
            + #"<office:master-styles><style:master-page style:name="Standard"><style:header><text:p>\#(inline)</text:p>"#
            + "</style:header><style:footer><text:p>chữ\(floating)</text:p></style:footer></style:master-page></office:master-styles>"
        return try HandMade.odtFile(
            "<text:p>chữ\(inline)chữ</text:p><text:p>\(floating)chữ</text:p>\(cell)<text:p>chữ</text:p>",
            automatic: style, pages: pages, media: ["a.png": png, "b.emf": emf])
    }

    @Test(arguments: OfficeFormat.allCases, OfficeFormat.allCases)
    func `pictures stand where they stood, in text, cells, headers and footers, and on the way back`(
        from: OfficeFormat, to: OfficeFormat
    ) throws {
        let there = try Converted(from == .docx ? Self.word() : Self.openDocument(), to: to)
        let back = try Converted(there.archive, to: from)
        let (inline, floating) = ["[inline picture 50×30 con dấu]", "[anchored picture 50×30 lô-gô]"].pair
        for converted in [there, back] {
            #expect(converted.codes == [])
            let document = converted.document
            #expect(document.marked == ["chữ\(inline)chữ", "\(floating)chữ", inline, "chữ"])
            let section = document.sections[0]
            #expect(section.headers[.standard]?.blocks.paragraphs.map(document.marked) == [inline])
            #expect(section.footers[.standard]?.blocks.paragraphs.map(document.marked) == ["chữ\(floating)"])
            let shape = try #require(document.paragraphs[1].shapes.first)
            #expect(shape.title == "Lô-gô")
            let position = try #require(shape.position)
            #expect(position.wrap == .beside(.right))
            #expect(position.horizontal.offset == .millimetres(20))
            #expect(position.vertical.offset == .millimetres(10))
            #expect(position.distances.left.twips == 180)
            #expect(position.distances.top == .zero)
            try expectBytes(in: converted)
        }
    }

    private func expectBytes(in converted: Converted) throws {
        let folder = converted.document.format == .docx ? "word/media/" : "Pictures/"
        let names = converted.archive.entries.map(\.name).filter { $0.hasPrefix(folder) }
        #expect(names == ["\(folder)image1.png", "\(folder)image2.emf"])
        #expect(try converted.archive.contents(of: "\(folder)image1.png") == Self.png)
        #expect(try converted.archive.contents(of: "\(folder)image2.emf") == Self.emf)
        let list = converted.document.format == .docx ? "[Content_Types].xml" : "META-INF/manifest.xml"
        let types = String(decoding: try converted.archive.contents(of: list), as: UTF8.self)
        #expect(types.contains("image/png"))
        #expect(types.contains("image/x-emf"))
    }

    private static let left = #"relativeFrom="margin"><wp:align>left</wp:align>"#
    private static let top = #"relativeFrom="margin"><wp:align>top</wp:align>"#

    @Test(
        arguments: [
            ("<wp:wrapTopAndBottom/>", false, Picture.Wrap.topAndBottom),
            ("<wp:wrapNone/>", false, .through(isBehind: false)),
            ("<wp:wrapNone/>", true, .through(isBehind: true)),
            (#"<wp:wrapSquare wrapText="bothSides"/>"#, false, .beside(.both)),
            (#"<wp:wrapTight wrapText="largest"/>"#, false, .beside(.larger)),
        ], OfficeFormat.allCases) func `text goes around as it did`(
            told: (wrap: String, isBehind: Bool, expected: Picture.Wrap), to: OfficeFormat
        ) throws
    {
        let picture = Self.anchored(
            "a.png", horizontal: Self.left, vertical: Self.top, wrap: told.wrap, isBehind: told.isBehind)
        let there = try Converted(
            HandMade.docxFile("<w:p>\(picture)</w:p>", media: ["a.png": Self.png]), to: to)
        let back = try Converted(there.archive, to: .docx)
        for converted in [there, back] {
            #expect(converted.codes == [])
            let position = converted.document.paragraphs[0].shapes.first?.position
            #expect(position?.wrap == told.expected)
            #expect(position?.horizontal.alignment == "left")
            #expect(position?.vertical.alignment == "top")
        }
    }

    /// What is not taken over is told: a picture outside the file is never fetched.
    @Test(arguments: [
        (inline("https://example.com/a.png", attribute: "r:link"), ["convert.lost-picture"]),
        (inline("c.svg"), ["convert.lost-picture"]), (inline("khong-co.png"), ["convert.lost-picture"]),
        (inline("d.dat"), ["convert.lost-picture"]),
        (inline("a.png", extra: #"<a:srcRect l="0" t="0" r="0" b="0"/>"#), []),
        (inline("a.png", extra: #"<a:srcRect l="1" t="0" r="0" b="0"/>"#), ["convert.lost-picture-look"]),
        (
            anchored(
                "a.png", horizontal: left, vertical: #"relativeFrom="bottomMargin"><wp:align>top</wp:align>"#,
                wrap: ""), ["convert.moved-picture"]
        ),
        (
            #"<w:r><w:object><v:shape style="width:50pt;height:20pt"><v:imagedata r:id="a.png"/></v:shape></w:object></w:r>"#,
            ["convert.object-as-picture"]
        ),
        (
            #"<w:r><w:pict><v:group style="width:50pt;height:20pt"><v:shape style="width:10;height:10">"#
                + #"<v:imagedata r:id="a.png"/></v:shape></v:group></w:pict></w:r>"#, ["convert.lost-picture"]
        ),
    ]) func `a picture that cannot be kept as it is is told`(picture: String, codes: [String]) throws {
        let media = ["a.png": Self.png, "c.svg": Array("<svg/>".utf8), "d.dat": [0, 1, 2]]
        let source = try HandMade.docxFile("<w:p>\(Self.text)\(picture)</w:p>", media: media)
        #expect(try Converted(source, to: .odt).codes == codes)
        #expect(try Converted(source, to: .docx).codes == codes)
    }

    /// The first paragraph takes it; one on another page would not stand there.
    @Test(arguments: [(1, []), (2, ["convert.moved-picture"])]) func `a picture that hangs on a page`(
        page: Int, codes: [String]
    ) throws {
        let frame =
            #"<draw:frame text:anchor-type="page" text:anchor-page-number="\#(page)" svg:x="20mm" svg:y="10mm" "#
            + #"svg:width="50mm" svg:height="30mm"><draw:image xlink:href="Pictures/a.png"/></draw:frame>"#
        let source = try HandMade.odtFile(
            "\(frame)<text:p>một</text:p><text:p>hai</text:p>", media: ["a.png": Self.png])
        let there = try Converted(source, to: .docx)
        #expect(there.codes == codes)
        #expect(there.document.marked == ["[anchored picture 50×30 ]một", "hai"])
    }

    @Test func `of a drawing with a picture of points beside it the picture is taken`() throws {
        let frame =
            #"<draw:frame text:anchor-type="as-char" svg:width="50mm" svg:height="30mm">"#
            + #"<draw:image xlink:href="Pictures/c.svg"/><draw:image xlink:href="Pictures/a.png"/></draw:frame>"#
        let source = try HandMade.odtFile(
            "<text:p>\(frame)</text:p>", media: ["a.png": Self.png, "c.svg": Array("<svg/>".utf8)])
        let there = try Converted(source, to: .docx)
        #expect(there.codes == [])
        #expect(try there.archive.contents(of: "word/media/image1.png") == Self.png)
    }

    @Test func `without the file that was read pictures are told as lost`() throws {
        #expect(
            Document.rewriting(try ReadDocument.reading(Self.word()).value).warnings.map(\.code) == [
                "convert.lost-picture"
            ])
    }

    @Test(arguments: [
        ([0xFF, 0xD8, 0xFF, 0xE0], PictureFormat.jpeg), (Array("GIF89a".utf8), .gif), (png, .png),
        (emf, .emf), (Array("II*\0".utf8), .tiff), (Array("MM\0*".utf8), .tiff),
        ([0xD7, 0xCD, 0xC6, 0x9A], .wmf), (Array("BM".utf8) + Array(repeating: 0, count: 30), .bmp),
        (Array("<?xml?><svg>".utf8), .svg), (Array("BM".utf8), nil), ([], nil), (Array("VCLMTF".utf8), nil),
    ]) func `a picture's format is told by its bytes`(bytes: [UInt8], format: PictureFormat?) {
        #expect(PictureFormat(recognising: bytes) == format)
    }
}

extension [String] { fileprivate var pair: (String, String) { (self[0], self[1]) } }
