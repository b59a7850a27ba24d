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
        mainType: String = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    ) throws -> Archive {
        let namespace = variant == .strict ? strictWord : word
        let declarations =
            #"xmlns:w="\#(namespace)" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main""#
            + #" xmlns:r="\#(types)" xmlns:v="urn:schemas-microsoft-com:vml""#
            + #" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006""#
            + #" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing""#
            + #" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape""#
        let roots = [
            "styles": "w:styles", "numbering": "w:numbering", "settings": "w:settings", "theme": "a:theme",
            "header": "w:hdr", "comments": "w:comments",
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
        let links = parts.keys.sorted().map {
            #"<Relationship Id="\#($0)" Type="\#(types)/\#($0)" Target="\#($0).xml"/>"#
        }.joined()
        add(
            "word/_rels/document.xml.rels",
            #"<Relationships xmlns="\#(package)/relationships">\#(links)</Relationships>"#)
        add("word/document.xml", "<w:document \(declarations)><w:body>\(body)</w:body></w:document>")
        for (name, text) in parts.sorted(by: { $0.key < $1.key }) {
            let root = roots[name] ?? name
            add("word/\(name).xml", "<\(root) \(declarations)>\(text)</\(root)>")
        }
        return try Archive(bytes: try archived(files), file: "thu.docx")
    }

    /// An ODT with this text, automatic styles, common styles and master pages.
    static func odt(_ text: String, automatic: String = "", styles: String = "", pages: String = "") throws
        -> ReadDocument
    { try ReadDocument.reading(odtFile(text, automatic: automatic, styles: styles, pages: pages)).value }

    static func odtFile(_ text: String, automatic: String = "", styles: String = "", pages: String = "")
        throws -> Archive
    {
        let o = "urn:oasis:names:tc:opendocument:xmlns:"
        let declarations =
            ["office", "style", "text", "table"].map { #"xmlns:\#($0)="\#(o)\#($0):1.0""# }.joined(
                separator: " ") + #" xmlns:draw="\#(o)drawing:1.0" xmlns:fo="\#(o)xsl-fo-compatible:1.0""#
            + #" xmlns:svg="\#(o)svg-compatible:1.0""#
        var files: [(String, String)] = []
        func add(_ name: String, _ text: String) { files.append((name, text)) }
        add("mimetype", "application/vnd.oasis.opendocument.text")
        add(
            "content.xml",
            "<office:document-content \(declarations)><office:automatic-styles>\(automatic)</office:automatic-styles>"
                + "<office:body><office:text>\(text)</office:text></office:body></office:document-content>")
        add(
            "styles.xml",
            "<office:document-styles \(declarations)><office:styles>\(styles)</office:styles>\(pages)"
                + "</office:document-styles>")
        return try Archive(bytes: try archived(files), file: "thu.odt")
    }
}

func archived(_ files: [(name: String, text: String)]) throws -> [UInt8] {
    var writer = ArchiveWriter()
    for file in files { writer.add(file.name, bytes: [UInt8](file.text.utf8)) }
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
