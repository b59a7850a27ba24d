import Container
import Diagnostics
import DocumentTemplates
import FoundationEssentials
import OfficePackage
import TemplateLanguage
import TestSupport
import Testing
import Values

@Suite struct Pictures {
    private func dataAddress(_ bytes: [UInt8], _ type: String = "image/png") -> Value {
        .text("data:\(type);base64,\(Data(bytes).base64EncodedString())")
    }

    /// Width and height of every picture of a body, in millimetres.
    private func sizes(_ body: String) -> [[Double]] {
        let word = body.split(separator: "<wp:extent ").dropFirst().map { piece in
            piece.split(separator: "\"").enumerated().filter { $0.offset == 1 || $0.offset == 3 }.compactMap {
                Double($0.element).map { ($0 / 3600).rounded() / 10 }
            }
        }
        let text = body.split(separator: "svg:width=\"").dropFirst().map { piece in
            [piece, piece.split(separator: "svg:height=\"").dropFirst().first ?? ""].compactMap { words in
                Double(words.prefix { $0 != "m" && $0 != "\"" }).map { ($0 * 10).rounded() / 10 }
            }
        }
        return word + text
    }

    struct Size: CustomTestStringConvertible, Sendable {
        let tag: String
        let bytes: [UInt8]
        let type: String
        let size: [Double]
        var testDescription: String { "\(tag) \(type)" }
    }

    static let sizeCases: [Size] = [
        Size(tag: "{%a}", bytes: SamplePicture.png, type: "image/png", size: [25.4, 12.7]),
        Size(tag: "{%a}", bytes: SamplePicture.jpeg, type: "image/jpeg", size: [25.4, 12.7]),
        Size(tag: "{%a rong=4cm}", bytes: SamplePicture.png, type: "image/png", size: [40, 20]),
        Size(tag: "{%a cao=1in}", bytes: SamplePicture.png, type: "image/png", size: [50.8, 25.4]),
        Size(tag: "{%a rong=30mm cao=72pt}", bytes: SamplePicture.png, type: "image/png", size: [30, 25.4]),
        Size(
            tag: "{%a rong=30mm cao=72pt vua=co}", bytes: SamplePicture.png, type: "image/png",
            size: [30, 15]),
        Size(tag: "{%a rộng=“2,5cm”}", bytes: SamplePicture.png, type: "image/png", size: [25, 12.5]),
    ]

    @Test(arguments: OfficeFormat.allCases, sizeCases) func `a picture has the size asked for, or its own`(
        _ format: OfficeFormat, _ c: Size
    ) throws {
        let template = try SmallDocument.template(format, ["x \(c.tag)"])
        let body = try SmallDocument.body(of: template.render(["a": dataAddress(c.bytes, c.type)]))
        #expect(sizes(body) == [c.size])
    }

    @Test(
        arguments: OfficeFormat.allCases,
        [
            // The last that may be, the first that may not, and what a header can say at most.
            (250_000, 1000, false), (250_001, 1000, true), (1, 250_000_000, false), (1, 250_000_001, true),
            (2_147_483_648, 2_147_483_648, true), (4_294_967_295, 4_294_967_295, true),
        ] as [(UInt32, UInt32, Bool)]) func `a picture has no more dots than any camera takes`(
            _ format: OfficeFormat, _ c: (width: UInt32, height: UInt32, isRefused: Bool)
        ) throws
    {
        let data: Value = ["a": dataAddress(SamplePicture.png(width: c.width, height: c.height))]
        let template = try SmallDocument.template(format, ["{%a}"])
        guard c.isRefused else {
            #expect(throws: Never.self) { try template.render(data) }
            return
        }
        let failure = #expect(throws: Failure.self) { try template.render(data) }
        #expect(failure?.diagnostics.map(\.code) == ["template.too-many-pixels"])
        #expect(
            failure?.diagnostics.first?.message.vietnamese.contains("\(c.width) x \(c.height) điểm ảnh")
                == true)
    }

    @Test func `SVG stands in an ODT as it is, and in a DOCX beside a PNG`() throws {
        try withScratchFolder { folder in
            try Data(SamplePicture.svg).write(to: folder.appending(path: "so-do.svg"))
            let resources = Resources(folder: folder.path)
            let data: Value = ["a": "so-do.svg"]
            let odt = try SmallDocument.template(.odt, ["{%a}"]).render(data, pictures: resources)
            #expect(try sizes(SmallDocument.body(of: odt)) == [[20, 10]])
            let word = try SmallDocument.template(.docx, ["{%a}"])
            let failure = #expect(throws: Failure.self) { try word.render(data, pictures: resources) }
            #expect(failure?.diagnostics.map(\.code) == ["template.no-fallback-picture"])
            try Data(SamplePicture.png).write(to: folder.appending(path: "so-do.png"))
            let parts = try SmallDocument.parts(of: word.render(data, pictures: resources))
            #expect(parts["word/media/vt1.png"] != nil)
            #expect(parts["word/media/vt2.svg"] != nil)
            #expect(parts["word/document.xml"]?.contains("<asvg:svgBlip ") == true)
        }
    }

    @Test(arguments: OfficeFormat.allCases) func `the same picture is put into the package once`(
        _ format: OfficeFormat
    ) throws {
        let template = try SmallDocument.template(format, ["{#l}{%a}{/l}", "{%a mo_ta=\"Sơ đồ\"}"])
        let parts = try SmallDocument.parts(
            of: template.render(["a": dataAddress(SamplePicture.png), "l": [1, 2]]))
        #expect(parts.keys.filter { $0.hasSuffix(".png") }.count == 1)
        let body = try #require(parts[format == .docx ? "word/document.xml" : "content.xml"])
        #expect(sizes(body).count == 3)
        #expect(body.contains(format == .docx ? "descr=\"Sơ đồ\"" : "<svg:desc>Sơ đồ</svg:desc>"))
        let ids = body.split(separator: "<wp:docPr id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
        #expect(Set(ids).count == ids.count)
    }

    @Test(arguments: OfficeFormat.allCases)
    func `a picture takes the place of one whose description is the tag`(_ format: OfficeFormat) throws {
        let bytes: [UInt8]
        switch format {
        case .docx:
            bytes = try SmallDocument.docx(
                body: """
                    <w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/\
                    wordprocessingDrawing"><wp:extent cx="1440000" cy="1440000"/><wp:docPr id="5" name="x" \
                    descr="{%a}"/></wp:inline></w:drawing></w:r></w:p>
                    """)
        case .odt:
            bytes = try SmallDocument.odt(
                body: """
                    <text:p><draw:frame xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg=\
                    "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" svg:width="4cm" svg:height="4cm">\
                    <draw:image/><svg:desc>{%a}</svg:desc></draw:frame></text:p>
                    """)
        }
        let template = try Template(bytes: bytes, file: "mau")
        let body = try SmallDocument.body(of: template.render(["a": dataAddress(SamplePicture.png)]))
        // 2 : 1 in a square of 4 cm.
        #expect(sizes(body) == [[40, 20]])
        #expect(!body.contains("{%a}"))
    }

    @Test(arguments: ["rect(0cm, 2.5cm, 0cm, 2.5cm)", "auto"])
    func `what was cut off the old picture is not cut off the new one`(clip: String) throws {
        let bytes = try SmallDocument.odt(
            body: """
                <text:p><draw:frame xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg=\
                "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" draw:style-name="fr1" svg:width="4cm" \
                svg:height="4cm"><draw:image/><svg:desc>{%a}</svg:desc></draw:frame></text:p>
                """,
            automaticStyles: """
                <style:style style:name="fr1" style:family="graphic" style:parent-style-name="Graphics">\
                <style:graphic-properties fo:clip="\(clip)" fo:margin="1cm"/></style:style>
                """)
        let whole = try SmallDocument.whole(
            of: Template(bytes: bytes, file: "mau.odt").render(["a": dataAddress(SamplePicture.png)]))
        let isCut = clip != "auto"
        #expect(whole.contains("draw:style-name=\"\(isCut ? "vt_hinh_1" : "fr1")\""))
        #expect(
            whole.contains(
                "style:name=\"vt_hinh_1\" style:family=\"graphic\" style:parent-style-name=\"Graphics\"")
                == isCut)
        #expect(whole.contains("fo:clip=\"rect(0cm, 0cm, 0cm, 0cm)\"") == isCut)
    }

    @Test(arguments: OfficeFormat.allCases) func `a wide picture is no wider than the text`(
        _ format: OfficeFormat
    ) throws {
        let page = "<w:sectPr><w:pgSz w:w=\"2268\"/><w:pgMar w:left=\"567\" w:right=\"567\"/></w:sectPr>"
        let layout =
            "<office:automatic-styles><style:page-layout><style:page-layout-properties fo:page-width=\"4cm\" "
            + "fo:margin=\"1cm\"/></style:page-layout></office:automatic-styles>"
        let bytes =
            format == .docx
            ? try SmallDocument.docx(body: Shorthand.docx("{%a}") + page)
            : try SmallDocument.odt(body: Shorthand.odt("{%a}"), styles: layout)
        let template = try Template(bytes: bytes, file: "mau")
        let body = try SmallDocument.body(of: template.render(["a": dataAddress(SamplePicture.png)]))
        #expect(sizes(body) == [[20, 10]])
    }

    @Test(arguments: OfficeFormat.allCases) func `no picture leaves nothing`(_ format: OfficeFormat) throws {
        let template = try SmallDocument.template(format, ["a{%a}b"])
        #expect(try RenderedTree(template.render(["a": .null])).outline == "ab¶")
    }

    @Test(arguments: [true, false]) func `the picture that another takes the place of leaves a Word package`(
        _ isShownElsewhere: Bool
    ) throws {
        func drawing(_ description: String) -> String {
            "<w:p><w:r><w:drawing><wp:inline xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\">"
                + "<wp:extent cx=\"360000\" cy=\"360000\"/><wp:docPr id=\"5\" name=\"x\" descr=\"\(description)\"/>"
                + "<a:blip xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org"
                + "/officeDocument/2006/relationships\" r:embed=\"r0\"/></wp:inline></w:drawing></w:r></w:p>"
        }
        let bytes = try SmallDocument.docx(
            body: drawing("{%a}") + (isShownElsewhere ? drawing("y") : ""),
            parts: [("word/media/cu.png", "none", "cũ")], relationships: [("image", "media/cu.png")])
        let template = try Template(bytes: bytes, file: "mau.docx")
        let parts = try SmallDocument.parts(of: template.render(["a": dataAddress(SamplePicture.png)]))
        #expect((parts["word/media/cu.png"] != nil) == isShownElsewhere)
        #expect(parts["[Content_Types].xml"]?.contains("cu.png") == isShownElsewhere)
        #expect(parts["word/_rels/document.xml.rels"]?.contains("\"r0\"") == isShownElsewhere)
        #expect(parts["word/media/vt1.png"] != nil)
    }

    @Test(arguments: [true, false]) func `the picture that another takes the place of leaves an ODT`(
        _ isShownElsewhere: Bool
    ) throws {
        func frame(_ description: String) -> String {
            "<text:p><draw:frame xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" xmlns:svg=\"urn:oasis:names:tc:"
                + "opendocument:xmlns:svg-compatible:1.0\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" svg:width=\"4cm\" svg:height=\"4cm\">"
                + "<draw:image xlink:href=\"Pictures/cu.png\"/><svg:desc>\(description)</svg:desc></draw:frame></text:p>"
        }
        let archive = try Archive(
            bytes: SmallDocument.odt(body: frame("{%a}") + (isShownElsewhere ? frame("y") : "")),
            file: "mau.odt")
        var writer = ArchiveWriter()
        for entry in archive.entries { writer.add(entry.name, copying: try archive.stored(entry.name)) }
        writer.add("Pictures/cu.png", bytes: Array("cũ".utf8))
        let manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
        writer.add(
            "META-INF/manifest.xml",
            bytes: Array(
                ("<manifest:manifest xmlns:manifest=\"\(manifest)\"><manifest:file-entry manifest:full-path=\"Pictures/cu.png\"/>"
                    + "</manifest:manifest>").utf8))
        let template = try Template(bytes: writer.bytes(), file: "mau.odt")
        let parts = try SmallDocument.parts(of: template.render(["a": dataAddress(SamplePicture.png)]))
        #expect((parts["Pictures/cu.png"] != nil) == isShownElsewhere)
        #expect(parts["META-INF/manifest.xml"]?.contains("cu.png") == isShownElsewhere)
        #expect(parts["META-INF/manifest.xml"]?.contains("Pictures/vt1.png") == true)
    }

    private static let control =
        "<w:p><w:r><w:t>Ảnh: </w:t></w:r><w:sdt><w:sdtPr><w:tag w:val=\"anh\"/><w:picture/></w:sdtPr><w:sdtContent><w:r><w:drawing>"
        + "<wp:inline xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\">"
        + "<wp:extent cx=\"1440000\" cy=\"1440000\"/><wp:docPr id=\"5\" name=\"x\"/></wp:inline></w:drawing></w:r></w:sdtContent></w:sdt></w:p>"

    @Test func `a picture control with a name of the data is filled, another stays`() throws {
        let template = try Template(bytes: SmallDocument.docx(body: Self.control), file: "mau.docx")
        #expect(template.nativeFields.map(\.name) == ["anh"])
        let body = try SmallDocument.body(of: template.render(["anh": dataAddress(SamplePicture.png)]))
        #expect(sizes(body) == [[40, 20]])
        #expect(try sizes(SmallDocument.body(of: template.render(["ten": "x"]))) == [[40, 40]])
    }

    @Test func `a picture control becomes a picture whose description is a tag`() throws {
        let conversion = try TagConversion(bytes: SmallDocument.docx(body: Self.control), file: "mau.docx")
        #expect(try SmallDocument.body(of: conversion.bytes).contains("descr=\"{%anh}\""))
        let template = try Template(bytes: conversion.bytes, file: "mau.docx")
        let body = try SmallDocument.body(of: template.render(["anh": dataAddress(SamplePicture.png)]))
        #expect(sizes(body) == [[40, 20]])
    }

    @Test(arguments: OfficeFormat.allCases) func `a tag that is kept stands as text`(_ format: OfficeFormat)
        throws
    {
        let template = try SmallDocument.template(format, ["a{%a}b"])
        #expect(try RenderedTree(template.render([:], missing: .keepsTheTag)).outline == "a{%a}b¶")
    }

    @Test(arguments: [
        ("khong-co.png", "template.picture-not-found"), ("../a.png", "template.outside-of-folder"),
        ("/etc/passwd", "template.outside-of-folder"), ("ra-ngoai.png", "template.outside-of-folder"),
        ("hong.png", "template.broken-picture"), ("chu.png", "template.foreign-picture"),
        ("ma.svg", "template.active-picture"), ("thu-muc", "template.picture-not-found"),
        ("data:image/png;base64,@@@", "template.broken-picture"), ("C:\\a.png", "template.outside-of-folder"),
    ]) func `a picture that cannot be had is an error that names it`(name: String, code: String) throws {
        try withScratchFolder { outer in
            let folder = outer.appending(path: "ho-so")
            try FileManager.default.createDirectory(
                at: folder.appending(path: "thu-muc"), withIntermediateDirectories: true)
            try Data(SamplePicture.png).write(to: outer.appending(path: "a.png"))
            try FileManager.default.createSymbolicLink(
                at: folder.appending(path: "ra-ngoai.png"), withDestinationURL: outer.appending(path: "a.png")
            )
            try Data(SamplePicture.png.dropLast(20)).write(to: folder.appending(path: "hong.png"))
            try Data("chữ".utf8).write(to: folder.appending(path: "chu.png"))
            try Data("<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>".utf8).write(
                to: folder.appending(path: "ma.svg"))
            let template = try SmallDocument.template(.odt, ["{%a}"])
            let failure = #expect(throws: Failure.self) {
                try template.render(["a": .text(name)], pictures: Resources(folder: folder.path))
            }
            #expect(failure?.diagnostics.map(\.code) == [code])
            #expect(failure?.diagnostics.first?.message.vietnamese.contains("{%a}") == true)
        }
    }

    @Test func `without a folder a name is an error`() throws {
        let template = try SmallDocument.template(.docx, ["{%a}"])
        let failure = #expect(throws: Failure.self) { try template.render(["a": "a.png"]) }
        #expect(failure?.diagnostics.map(\.code) == ["template.no-resources"])
    }

    @Test(arguments: [
        ("{%a rong=4}", "template.wrong-length"), ("{%a rong=-4cm}", "template.wrong-length"),
        ("{%a dai=4cm}", "template.unknown-argument"), ("{@a rong=4cm}", "template.unknown-argument"),
    ]) func `a wrong argument is a fault of the template`(tag: String, code: String) throws {
        let failure = #expect(throws: Failure.self) { try SmallDocument.template(.docx, [tag]) }
        #expect(failure?.diagnostics.map(\.code) == [code])
    }
}
