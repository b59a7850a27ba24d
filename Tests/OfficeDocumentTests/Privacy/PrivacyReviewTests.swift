import Container
import Diagnostics
import OfficePackage
import TestSupport
import Testing

@testable import OfficeDocument

/// A file in which everything that can tell of its authors does so, and a part and a text that have to stay.
private enum Telling {
    private static let package = "http://schemas.openxmlformats.org/package/2006"
    private static let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

    static let body = """
        <w:p w:rsidR="00A1" w:rsidRDefault="00A2"><w:r w:rsidRPr="00A3"><w:t xml:space="preserve">Kính gửi </w:t></w:r>\
        <w:commentRangeStart w:id="0"/><w:r><w:t>Sở A</w:t></w:r><w:commentRangeEnd w:id="0"/>\
        <w:r><w:rPr><w:rStyle w:val="x"/></w:rPr><w:commentReference w:id="0"/></w:r></w:p>\
        <w:p><w:r><w:t>còn</w:t></w:r><w:ins w:id="1" w:author="Người Thêm"><w:r><w:t> thêm</w:t></w:r></w:ins>\
        <w:del w:id="2" w:author="Người Bỏ"><w:r><w:delText>bỏ đi</w:delText></w:r></w:del>\
        <w:moveFrom w:id="3" w:author="Người Dời"><w:r><w:t>chỗ cũ</w:t></w:r></w:moveFrom>\
        <w:moveToRangeStart w:id="4" w:name="m"/><w:moveTo w:id="5" w:author="Người Dời"><w:r><w:t> chỗ mới</w:t></w:r></w:moveTo>\
        <w:moveToRangeEnd w:id="4"/></w:p>\
        <w:p><w:pPr><w:jc w:val="center"/><w:pPrChange w:id="6" w:author="Người Căn"><w:pPr/></w:pPrChange></w:pPr>\
        <w:r><w:t>hiện</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>bí mật</w:t></w:r>\
        <w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r>\
        <w:r><w:rPr><w:vanish/></w:rPr><w:instrText>XE "mục"</w:instrText></w:r>\
        <w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="end"/></w:r>\
        <w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t> rõ</w:t></w:r></w:p>\
        <w:p><w:hyperlink r:id="lien"><w:r><w:t>tệp</w:t></w:r></w:hyperlink></w:p>
        """

    static func docx(_ body: String = body) throws -> Archive {
        func list(_ entries: [(id: String, kind: String, target: String, isExternal: Bool)]) -> String {
            #"<Relationships xmlns="\#(package)/relationships">"#
                + entries.map {
                    #"<Relationship Id="\#($0.id)" Type="\#($0.kind.hasPrefix("http") ? $0.kind : "\(types)/\($0.kind)")" "#
                        + #"Target="\#($0.target)"\#($0.isExternal ? #" TargetMode="External""# : "")/>"#
                }.joined() + "</Relationships>"
        }
        return try Archive(
            bytes: archived([
                (
                    "[Content_Types].xml",
                    #"<Types xmlns="\#(package)/content-types"><Default Extension="xml" ContentType="application/xml"/>"#
                        + #"<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>"#
                        + #"<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>"#
                ),
                (
                    "_rels/.rels",
                    list([
                        ("r1", "officeDocument", "word/document.xml", false),
                        (
                            "r2", "\(package)/relationships/metadata/core-properties", "docProps/core.xml",
                            false
                        ), ("r3", "extended-properties", "docProps/app.xml", false),
                        ("r4", "custom-properties", "docProps/custom.xml", false),
                    ])
                ),
                (
                    "docProps/core.xml",
                    #"<cp:coreProperties xmlns:cp="\#(package)/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">"#
                        + "<dc:title>Tên</dc:title><dc:creator>Người Soạn</dc:creator><cp:lastModifiedBy>Người Sửa</cp:lastModifiedBy></cp:coreProperties>"
                ),
                (
                    "docProps/app.xml",
                    "<Properties><Template>C:\\Users\\soan\\mau.dotm</Template><TotalTime>95</TotalTime><Pages>1</Pages><Company>Cơ Quan</Company></Properties>"
                ),
                (
                    "docProps/custom.xml",
                    #"<Properties><property name="vanthu.delimiters"><x>{ }</x></property><property name="Khách"><x>Bên B</x></property></Properties>"#
                ),
                (
                    "word/_rels/document.xml.rels",
                    list([
                        ("c", "comments", "comments.xml", false), ("s", "settings", "settings.xml", false),
                        ("t", "styles", "styles.xml", false),
                        ("lien", "hyperlink", "file:///C:/Users/soan/bang.xlsx", true),
                    ])
                ),
                (
                    "word/_rels/settings.xml.rels",
                    list([("a", "attachedTemplate", "file:///C:/Users/soan/mau.dotm", true)])
                ),
                (
                    "word/settings.xml",
                    #"<w:settings xmlns:w="\#(word)" xmlns:r="\#(types)"><w:zoom w:percent="90"/><w:attachedTemplate r:id="a"/><w:rsids><w:rsid w:val="00A1"/></w:rsids></w:settings>"#
                ), ("word/styles.xml", #"<w:styles  xmlns:w="\#(word)" ><w:docDefaults /></w:styles>"#),
                (
                    "word/comments.xml",
                    #"<w:comments xmlns:w="\#(word)"><w:comment w:id="0" w:author="Người Góp"><w:p><w:r><w:t>Ý kiến</w:t></w:r></w:p></w:comment></w:comments>"#
                ),
                (
                    "word/document.xml",
                    #"<w:document xmlns:w="\#(word)" xmlns:r="\#(types)"><w:body>\#(body)</w:body></w:document>"#
                ),
            ]), file: "ke.docx")
    }

    static func odt() throws -> Archive {
        let o = "urn:oasis:names:tc:opendocument:xmlns:"
        let names =
            ["office", "style", "text", "meta", "config"].map { #"xmlns:\#($0)="\#(o)\#($0):1.0""# }.joined(
                separator: " ")
            + #" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink""#
            + #" xmlns:officeooo="http://openoffice.org/2009/office""#
        return try Archive(
            bytes: archived([
                ("mimetype", "application/vnd.oasis.opendocument.text"),
                (
                    "content.xml",
                    "<office:document-content \(names)><office:automatic-styles>"
                        + #"<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>"#
                        + #"<style:style style:name="T2" style:family="text"><style:text-properties officeooo:rsid="0012"/></style:style>"#
                        + "</office:automatic-styles><office:body><office:text><text:tracked-changes>"
                        + #"<text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>Người Bỏ</dc:creator></office:change-info><text:p>bỏ đi</text:p></text:deletion></text:changed-region>"#
                        + #"<text:changed-region text:id="c2"><text:insertion><office:change-info><dc:creator>Người Thêm</dc:creator></office:change-info></text:insertion></text:changed-region>"#
                        + "</text:tracked-changes><text:p>Kính gửi"
                        + "<office:annotation><dc:creator>Người Góp</dc:creator><text:p>Ý kiến</text:p></office:annotation> Sở A</text:p>"
                        + #"<text:p>còn<text:change-start text:change-id="c2"/> thêm<text:change-end text:change-id="c2"/><text:change text:change-id="c1"/></text:p>"#
                        + #"<text:p>hiện<text:span text:style-name="T1">bí mật</text:span><text:span text:style-name="T2"> rõ</text:span></text:p>"#
                        + "</office:text></office:body></office:document-content>"
                ), ("styles.xml", "<office:document-styles  \(names) />"),
                (
                    "meta.xml",
                    "<office:document-meta \(names)><office:meta><dc:title>Tên</dc:title><meta:initial-creator>Người Soạn</meta:initial-creator>"
                        + "<dc:creator>Người Sửa</dc:creator><meta:printed-by>Người In</meta:printed-by><meta:editing-duration>PT5M</meta:editing-duration>"
                        + #"<meta:template xlink:href="file:///home/soan/mau.ott"/><meta:user-defined meta:name="Khách">Bên B</meta:user-defined></office:meta></office:document-meta>"#
                ),
                (
                    "settings.xml",
                    "<office:document-settings \(names)><office:settings>"
                        + #"<config:config-item config:name="PrinterName">\\may-chu\in</config:config-item><config:config-item config:name="Rsid">12</config:config-item>"#
                        + "</office:settings></office:document-settings>"
                ),
            ]), file: "ke.odt")
    }

    static func review(_ archive: Archive) throws -> PrivacyReview {
        try PrivacyReview(ReadDocument.reading(archive).value, in: archive)
    }

    static func lines(_ traces: [PrivateTrace]) -> [String] {
        traces.map {
            "\($0.part) \($0.kind.rawValue) \($0.text)\($0.count > 1 ? " ×\($0.count)" : "")\($0.isRemovable ? "" : " stays")"
        }
    }
}

@Suite struct PrivacyReviewTests {
    @Test func `everything a Word file tells of its authors is listed`() throws {
        let lines = Set(Telling.lines(try Telling.review(Telling.docx()).traces))
        #expect(
            lines == [
                "docProps/core.xml person Người Soạn", "docProps/core.xml person Người Sửa",
                "docProps/app.xml path C:\\Users\\soan\\mau.dotm", "docProps/app.xml editing-time 95",
                "docProps/app.xml organisation Cơ Quan", "docProps/custom.xml property Khách = Bên B",
                "word/comments.xml comment Người Góp: Ý kiến",
                "word/document.xml path file:///C:/Users/soan/bang.xlsx stays",
                "word/settings.xml path file:///C:/Users/soan/mau.dotm",
                "word/settings.xml revision-identifiers ", "word/document.xml revision-identifiers  ×2",
                "word/document.xml tracked-change Người Thêm", "word/document.xml tracked-change Người Bỏ",
                "word/document.xml tracked-change Người Dời ×2", "word/document.xml tracked-change Người Căn",
                "word/document.xml hidden-text bí mật",
            ])
    }

    @Test func `a cleaned Word file tells nothing, says the same, and keeps other parts byte for byte`()
        throws
    {
        let archive = try Telling.docx()
        let review = try Telling.review(archive)
        let cleaned = try Archive(bytes: review.cleaned, file: "sach.docx")
        #expect(!cleaned.contains("word/comments.xml"))
        for entry in cleaned.entries {
            let text = String(decoding: try cleaned.contents(of: entry.name), as: UTF8.self)
            for word in [
                "Người", "Cơ Quan", "mau.dotm", "Bên B", "rsid", "bí mật", "bỏ đi", "chỗ cũ", "comment", "95",
                "moveTo",
            ] { #expect(!text.contains(word), "\(entry.name): \(word)") }
        }
        let properties = String(decoding: try cleaned.contents(of: "docProps/custom.xml"), as: UTF8.self)
        #expect(properties.contains("vanthu.delimiters"))
        #expect(try cleaned.contents(of: "word/styles.xml") == archive.contents(of: "word/styles.xml"))
        let document = try ReadDocument.reading(cleaned).value
        #expect(document.visibleTexts == ["Kính gửi Sở A", "còn thêm chỗ mới", "hiện rõ", "tệp"])
        let body = String(decoding: try cleaned.contents(of: "word/document.xml"), as: UTF8.self)
        #expect(body.contains(#"XE "mục""#) && body.contains(#"<w:jc w:val="center"/>"#))
        #expect(
            Telling.lines(try Telling.review(cleaned).traces) == [
                "word/document.xml path file:///C:/Users/soan/bang.xlsx stays"
            ])
    }

    @Test func `an OpenDocument text is listed and cleaned alike`() throws {
        let archive = try Telling.odt()
        let review = try Telling.review(archive)
        #expect(
            Set(Telling.lines(review.traces)) == [
                "meta.xml person Người Soạn", "meta.xml person Người Sửa", "meta.xml person Người In",
                "meta.xml editing-time PT5M", "meta.xml path file:///home/soan/mau.ott",
                "meta.xml property Khách = Bên B", "settings.xml printer \\\\may-chu\\in",
                "settings.xml revision-identifiers ", "content.xml revision-identifiers ",
                "content.xml tracked-change Người Bỏ", "content.xml tracked-change Người Thêm",
                "content.xml comment Người Góp: Ý kiến", "content.xml hidden-text bí mật",
            ])
        let cleaned = try Archive(bytes: review.cleaned, file: "sach.odt")
        #expect(cleaned.entries.first?.name == "mimetype")
        #expect(
            try ReadDocument.reading(cleaned).value.visibleTexts == ["Kính gửi Sở A", "còn thêm", "hiện rõ"])
        #expect(try cleaned.contents(of: "styles.xml") == archive.contents(of: "styles.xml"))
        #expect(try Telling.review(cleaned).traces.isEmpty)
    }

    @Test func `a file that tells nothing stays as it is`() throws {
        let archive = try HandMade.docxFile("<w:p><w:r><w:t>Kính gửi</w:t></w:r></w:p>")
        let review = try Telling.review(archive)
        #expect(review.traces.isEmpty)
        let cleaned = try Archive(bytes: review.cleaned, file: "x.docx")
        for entry in archive.entries {
            #expect(try cleaned.contents(of: entry.name) == archive.contents(of: entry.name))
        }
    }

    @Test(arguments: [
        ("C:\\a", true), ("c:/a", true), ("\\\\may\\a", true), ("file:///a", true), ("/home/a", true),
        ("/Users/a", true), ("https://a.vn/c:/b", false), ("c:", false), ("ab:\\c", false),
        ("../a.docx", false), ("mailto:a", false),
    ]) func `a path is told by how it begins`(path: String, isPrivate: Bool) {
        #expect(path.isPrivatePath == isPrivate)
    }
}
