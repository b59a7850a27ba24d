import Container
import Diagnostics
import OfficeDocument
import Testing

/// Small documents written by hand, so that the expected values come from the standards and not from our writers.
enum HandMade {
    private static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    private static let strictWord = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    private static let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006"

    enum Variant { case transitional, strict }

    /// A DOCX with this body; `parts` adds `styles`, `numbering`, `theme`, `settings` by the name of their relationship.
    static func docx(
        _ body: String, _ parts: [String: String] = [:], variant: Variant = .transitional,
        mainType: String = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    ) throws -> ReadDocument {
        try ReadDocument.reading(docxFile(body, parts, variant: variant, mainType: mainType)).value
    }

    static func docxFile(
        _ body: String, _ parts: [String: String] = [:], variant: Variant = .transitional,
        mainType: String = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        media: [String: [UInt8]] = [:]
    ) throws -> Archive {
        let namespace = variant == .strict ? strictWord : word
        let declarations =
            #"xmlns:w="\#(namespace)" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main""#
            + #" xmlns:r="\#(types)" xmlns:v="urn:schemas-microsoft-com:vml""#
            + #" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006""#
            + #" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing""#
            + #" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape""#
            + #" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture""#
        let roots = [
            "styles": "w:styles", "numbering": "w:numbering", "settings": "w:settings", "theme": "a:theme",
            "header": "w:hdr", "comments": "w:comments", "footer": "w:ftr", "footnotes": "w:footnotes",
            "endnotes": "w:endnotes",
        ]
        var files: [(String, String)] = []
        func add(_ name: String, _ text: String) { files.append((name, text)) }
        add(
            "[Content_Types].xml",
            #"<Types xmlns="\#(package)/content-types"><Override PartName="/word/document.xml" "#
                + #"ContentType="\#(mainType)"/></Types>"#)
        add(
            "_rels/.rels",
            #"<Relationships xmlns="\#(package)/relationships"><Relationship Id="r" "#
                + #"Type="\#(types)/officeDocument" Target="word/document.xml"/></Relationships>"#)
        let images = media.keys.sorted().map {
            #"<Relationship Id="\#($0)" Type="\#(types)/image" Target="media/\#($0)"/>"#
        }
        let links = parts.keys.sorted().map {
            #"<Relationship Id="\#($0)" Type="\#(types)/\#($0)" Target="\#($0).xml"/>"#
        }
        func relate(_ part: String, _ links: [String]) {
            add(
                "word/_rels/\(part).xml.rels",
                #"<Relationships xmlns="\#(package)/relationships">\#(links.joined())</Relationships>"#)
        }
        relate("document", links + images)
        if !images.isEmpty { for part in parts.keys.sorted() { relate(part, images) } }
        add("word/document.xml", "<w:document \(declarations)><w:body>\(body)</w:body></w:document>")
        for (name, text) in parts.sorted(by: { $0.key < $1.key }) {
            let root = roots[name] ?? name
            add("word/\(name).xml", "<\(root) \(declarations)>\(text)</\(root)>")
        }
        let pictures = media.sorted { $0.key < $1.key }.map {
            (name: "word/media/\($0.key)", bytes: $0.value)
        }
        return try Archive(bytes: try archived(files, pictures), file: "thu.docx")
    }

    /// An ODT with this text, automatic styles, common styles and master pages.
    static func odt(_ text: String, automatic: String = "", styles: String = "", pages: String = "") throws
        -> ReadDocument
    { try ReadDocument.reading(odtFile(text, automatic: automatic, styles: styles, pages: pages)).value }

    static func odtFile(
        _ text: String, automatic: String = "", styles: String = "", pages: String = "",
        settings: String? = nil, version: String? = nil, media: [String: [UInt8]] = [:]
    ) throws -> Archive {
        let o = "urn:oasis:names:tc:opendocument:xmlns:"
        let declarations =
            ["office", "style", "text", "table"].map { #"xmlns:\#($0)="\#(o)\#($0):1.0""# }.joined(
                separator: " ") + #" xmlns:draw="\#(o)drawing:1.0" xmlns:fo="\#(o)xsl-fo-compatible:1.0""#
            + #" xmlns:svg="\#(o)svg-compatible:1.0" xmlns:config="\#(o)config:1.0""#
            + #" xmlns:xlink="http://www.w3.org/1999/xlink""#
        var files: [(String, String)] = []
        func add(_ name: String, _ text: String) { files.append((name, text)) }
        add("mimetype", "application/vnd.oasis.opendocument.text")
        let said = version.map { #" office:version="\#($0)""# } ?? ""
        add(
            "content.xml",
            "<office:document-content \(declarations)\(said)><office:automatic-styles>\(automatic)</office:automatic-styles>"
                + "<office:body><office:text>\(text)</office:text></office:body></office:document-content>")
        add(
            "styles.xml",
            "<office:document-styles \(declarations)><office:styles>\(styles)</office:styles>\(pages)"
                + "</office:document-styles>")
        if let settings {
            add(
                "settings.xml",
                "<office:document-settings \(declarations)><office:settings>\(settings)</office:settings>"
                    + "</office:document-settings>")
        }
        let pictures = media.sorted { $0.key < $1.key }.map { (name: "Pictures/\($0.key)", bytes: $0.value) }
        return try Archive(bytes: try archived(files, pictures), file: "thu.odt")
    }
}

func archived(_ files: [(name: String, text: String)], _ others: [(name: String, bytes: [UInt8])] = []) throws
    -> [UInt8]
{
    var writer = ArchiveWriter()
    for file in files { writer.add(file.name, bytes: [UInt8](file.text.utf8)) }
    for file in others { writer.add(file.name, bytes: file.bytes) }
    return try writer.bytes()
}

/// One line that says what a run looks like.
func look(_ format: EffectiveCharacters) -> String {
    var words = [format.font ?? "?"]
    if let accented = format.accentedFont { words.append("(\(accented))") }
    words.append(format.size.map { "\($0)" } ?? "?")
    if format.weight == .bold { words.append("bold") }
    if format.slant == .italic { words.append("italic") }
    if format.underline != .absent { words.append("underlined") }
    if format.letterCase == .allCapitals { words.append("caps") }
    if format.isHidden == true { words.append("hidden") }
    if case .rgb(let red, let green, let blue)? = format.colour, red != 0 || green != 0 || blue != 0 {
        words.append("\(red),\(green),\(blue)")
    }
    return words.joined(separator: " ")
}
