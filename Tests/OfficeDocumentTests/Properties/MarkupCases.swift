import OfficePackage
import Testing
import XMLTree

@testable import OfficeDocument

/// A format and what the standards write for it: the children of `w:pPr` or `w:rPr`, and OpenDocument's property element.
struct MarkupCase<Format: Formatting>: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let format: Format
    let word: String
    /// Nil where OpenDocument has no such property.
    let openDocument: String?

    init(
        _ name: String, word: String, openDocument attributes: String? = nil, children: String? = nil,
        _ change: (inout Format) -> Void
    ) {
        testDescription = name
        format = Self.made(change)
        self.word = word
        openDocument =
            children.map { "<p\(attributes.map { " " + $0 } ?? "")>\($0)</p>" }
            ?? attributes.map { "<p \($0)/>" }
    }

    private static func made(_ change: (inout Format) -> Void) -> Format {
        var format = Format()
        change(&format)
        return format
    }
}

enum Markup {
    static let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"

    static func word(_ children: String, namespace: String = WordNames.main) throws -> Element {
        try Element(parsing: [UInt8](#"<w:pPr xmlns:w="\#(namespace)">\#(children)</w:pPr>"#.utf8), file: "x")
    }

    static func openDocument(_ element: String) throws -> Element {
        let names = ["style", "text"].map {
            #"xmlns:\#($0)="urn:oasis:names:tc:opendocument:xmlns:\#($0):1.0""#
        }
        let fo = #"xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0""#
        let declared = element.replacing(
            "<p", with: "<p \(names.joined(separator: " ")) \(fo)", maxReplacements: 1)
        return try Element(parsing: [UInt8](declared.utf8), file: "x")
    }

    /// What stands inside, without declarations.
    static func text(_ element: Element) -> String {
        var writer = XMLWriter()
        var bare = element
        bare.declarations = []
        writer.element(bare)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    static func written<Format: Formatting>(word format: Format) throws -> String {
        var properties = Element(
            QualifiedName(namespace: WordNames.main, prefix: "w", local: Format.wordElement))
        format.write(word: &properties)
        return properties.elements.map(text).joined()
    }

    static func written(openDocument format: some Formatting) throws -> String {
        var properties = OpenDocumentProperties(
            element: Element(QualifiedName(local: "p")), writer: OpenDocumentWriter(), coversAllScripts: false
        )
        format.write(openDocument: &properties)
        return text(properties.element)
    }

    /// What the standards write is what is written, and means the format alone.
    static func prove<Format>(_ example: MarkupCase<Format>) throws {
        #expect(try written(word: example.format) == example.word)
        var read = Format()
        read.read(word: try word(example.word), theme: WordTheme())
        #expect(read == example.format)
        guard let expected = example.openDocument else {
            #expect(try written(openDocument: example.format) == "<p/>")
            return
        }
        #expect(try written(openDocument: example.format) == expected)
        read = Format()
        read.read(openDocument: try openDocument(expected), faces: [:])
        #expect(read == example.format)
    }
}

let paragraphMarkup: [MarkupCase<ParagraphFormat>] = [
    .init("alignment", word: #"<w:jc w:val="both"/>"#, openDocument: #"fo:text-align="justify""#) {
        $0.alignment = .justified
    },
    .init("left indent", word: #"<w:ind w:left="720"/>"#, openDocument: #"fo:margin-left="12.7mm""#) {
        $0.leftIndent = .twips(720)
    },
    .init("right indent", word: #"<w:ind w:right="720"/>"#, openDocument: #"fo:margin-right="12.7mm""#) {
        $0.rightIndent = .twips(720)
    },
    .init("first line", word: #"<w:ind w:firstLine="720"/>"#, openDocument: #"fo:text-indent="12.7mm""#) {
        $0.firstLineIndent = .twips(720)
    },
    .init("hanging", word: #"<w:ind w:hanging="360"/>"#, openDocument: #"fo:text-indent="-6.35mm""#) {
        $0.firstLineIndent = .twips(-360)
    },
    .init("space before", word: #"<w:spacing w:before="360"/>"#, openDocument: #"fo:margin-top="6.35mm""#) {
        $0.spaceBefore = .points(18)
    },
    .init("space after", word: #"<w:spacing w:after="360"/>"#, openDocument: #"fo:margin-bottom="6.35mm""#) {
        $0.spaceAfter = .points(18)
    },
    .init("automatic space before", word: #"<w:spacing w:beforeAutospacing="1"/>"#) {
        $0.hasAutomaticSpaceBefore = true
    },
    .init("automatic space after", word: #"<w:spacing w:afterAutospacing="0"/>"#) {
        $0.hasAutomaticSpaceAfter = false
    },
    .init(
        "no space between likes", word: "<w:contextualSpacing/>",
        openDocument: #"style:contextual-spacing="true""#
    ) { $0.ignoresSpacingBetweenLikes = true },
    .init(
        "lines", word: #"<w:spacing w:line="360" w:lineRule="auto"/>"#,
        openDocument: #"fo:line-height="150%""#
    ) { $0.lineSpacing = .lines(1.5) },
    .init(
        "exact height", word: #"<w:spacing w:line="360" w:lineRule="exact"/>"#,
        openDocument: #"fo:line-height="18pt""#
    ) { $0.lineSpacing = .exactly(.points(18)) },
    .init(
        "least height", word: #"<w:spacing w:line="360" w:lineRule="atLeast"/>"#,
        openDocument: #"style:line-height-at-least="18pt""#
    ) { $0.lineSpacing = .atLeast(.points(18)) },
    .init("with the next", word: "<w:keepNext/>", openDocument: #"fo:keep-with-next="always""#) {
        $0.keepsWithNext = true
    },
    .init("not with the next", word: #"<w:keepNext w:val="0"/>"#, openDocument: #"fo:keep-with-next="auto""#)
    { $0.keepsWithNext = false },
    .init("whole", word: "<w:keepLines/>", openDocument: #"fo:keep-together="always""#) {
        $0.staysWhole = true
    },
    .init("border above", word: border("top"), openDocument: #"fo:padding="0mm" fo:border-top="\#(double)""#)
    { $0.topBorder = line },
    .init("border below", word: border("bottom"), openDocument: #"fo:border-bottom="\#(double)""#) {
        $0.bottomBorder = line
    },
    .init("border at the left", word: border("left"), openDocument: #"fo:border-left="\#(double)""#) {
        $0.leftBorder = line
    },
    .init(
        "border at the right", word: border("right"),
        openDocument: #"fo:border-right="\#(double)" style:join-border="false""#
    ) { $0.rightBorder = line },
    .init(
        "no border", word: #"<w:pBdr><w:bottom w:val="nil"/></w:pBdr>"#,
        openDocument: #"fo:border-bottom="none""#
    ) { $0.bottomBorder = Border.none },
    .init("page", word: "<w:pageBreakBefore/>", openDocument: #"fo:break-before="page""#) {
        $0.beginsPage = true
    },
    .init(
        "tabs",
        word: #"<w:tabs><w:tab w:val="center" w:pos="360"/><w:tab w:val="right" w:pos="720"/></w:tabs>"#,
        openDocument: nil,
        children: #"<style:tab-stops><style:tab-stop style:position="6.35mm" style:type="center"/>"#
            + #"<style:tab-stop style:position="12.7mm" style:type="right"/></style:tab-stops>"#
    ) {
        $0.tabs = [
            TabStop(position: .twips(360), kind: "center"), TabStop(position: .twips(720), kind: "right"),
        ]
    }, .init("heading", word: #"<w:outlineLvl w:val="0"/>"#) { $0.outlineLevel = 1 },
    .init("no heading", word: #"<w:outlineLvl w:val="9"/>"#) { $0.outlineLevel = 0 },
    .init(
        "background", word: #"<w:shd w:val="clear" w:color="auto" w:fill="FFCC00"/>"#,
        openDocument: ##"fo:background-color="#ffcc00""##
    ) { $0.background = .rgb(red: 255, green: 204, blue: 0) },
]

let line = Border(style: "double", width: .points(0.5), colour: .rgb(red: 0, green: 0, blue: 0))
let double = "0.5pt double #000000"

func border(_ edge: String, of parent: String = "pBdr") -> String {
    #"<w:\#(parent)><w:\#(edge) w:val="double" w:sz="4" w:space="0" w:color="000000"/></w:\#(parent)>"#
}

let characterMarkup: [MarkupCase<CharacterFormat>] = [
    .init("letters apart", word: #"<w:spacing w:val="36"/>"#, openDocument: #"fo:letter-spacing="0.635mm""#) {
        $0.letterSpacing = .twips(36)
    },
    .init(
        "letters closer", word: #"<w:spacing w:val="-36"/>"#, openDocument: #"fo:letter-spacing="-0.635mm""#
    ) { $0.letterSpacing = .twips(-36) },
    .init("font beyond ASCII", word: #"<w:rFonts w:hAnsi="Arial"/>"#) { $0.accentedFont = "Arial" },
    .init("size", word: #"<w:sz w:val="27"/><w:szCs w:val="27"/>"#, openDocument: #"fo:font-size="13.5pt""#) {
        $0.size = 13.5
    }, .init("bold", word: "<w:b/><w:bCs/>", openDocument: #"fo:font-weight="bold""#) { $0.weight = .bold },
    .init("not bold", word: #"<w:b w:val="0"/><w:bCs w:val="0"/>"#, openDocument: #"fo:font-weight="normal""#)
    { $0.weight = .regular },
    .init("italic", word: "<w:i/><w:iCs/>", openDocument: #"fo:font-style="italic""#) { $0.slant = .italic },
    .init("underlined", word: #"<w:u w:val="single"/>"#, openDocument: #"style:text-underline-style="solid""#)
    { $0.underline = .single },
    .init(
        "underlined with dots", word: #"<w:u w:val="dotted"/>"#,
        openDocument: #"style:text-underline-style="dotted""#
    ) { $0.underline = .other("dotted") },
    .init(
        "not underlined", word: #"<w:u w:val="none"/>"#, openDocument: #"style:text-underline-style="none""#
    ) { $0.underline = .absent },
    .init("struck through", word: "<w:strike/>", openDocument: #"style:text-line-through-style="solid""#) {
        $0.isStruckThrough = true
    }, .init("struck through twice", word: "<w:dstrike/>") { $0.isDoubleStruckThrough = true },
    .init("capitals", word: "<w:caps/>", openDocument: #"fo:text-transform="uppercase""#) {
        $0.allCapitals = true
    },
    .init("small capitals", word: "<w:smallCaps/>", openDocument: #"fo:font-variant="small-caps""#) {
        $0.smallCapitals = true
    },
    .init(
        "letters as typed", word: #"<w:caps w:val="0"/><w:smallCaps w:val="0"/>"#,
        openDocument: #"fo:text-transform="none" fo:font-variant="normal""#
    ) { $0.letterCase = .asTyped },
    .init(
        "raised", word: #"<w:vertAlign w:val="superscript"/>"#,
        openDocument: #"style:text-position="super 58%""#
    ) { $0.position = .raised },
    .init(
        "lowered", word: #"<w:vertAlign w:val="subscript"/>"#, openDocument: #"style:text-position="sub 58%""#
    ) { $0.position = .lowered },
    .init("colour", word: #"<w:color w:val="C00000"/>"#, openDocument: ##"fo:color="#c00000""##) {
        $0.colour = .rgb(red: 192, green: 0, blue: 0)
    }, .init("hidden", word: "<w:vanish/>", openDocument: #"text:display="none""#) { $0.isHidden = true },
    .init(
        "background", word: #"<w:shd w:val="clear" w:color="auto" w:fill="FFCC00"/>"#,
        openDocument: ##"fo:background-color="#ffcc00""##
    ) { $0.background = .rgb(red: 255, green: 204, blue: 0) },
    .init(
        "no background", word: #"<w:shd w:val="clear" w:color="auto" w:fill="auto"/>"#,
        openDocument: #"fo:background-color="transparent""#
    ) { $0.background = .automatic },
    .init("language", word: #"<w:lang w:val="vi-VN"/>"#, openDocument: #"fo:language="vi" fo:country="VN""#) {
        $0.language = "vi-VN"
    },
    .init(
        "language without a country", word: #"<w:lang w:val="vi"/>"#,
        openDocument: #"fo:language="vi" fo:country="none""#
    ) { $0.language = "vi" },
]

let rowMarkup: [MarkupCase<RowFormat>] = [
    .init(
        "height", word: #"<w:trHeight w:val="360" w:hRule="atLeast"/>"#,
        openDocument: #"style:min-row-height="6.35mm""#
    ) { $0.height = .twips(360) },
    .init("whole", word: "<w:cantSplit/>", openDocument: #"fo:keep-together="always""#) {
        $0.staysWhole = true
    }, .init("header", word: "<w:tblHeader/>") { $0.isHeader = true },
]

let cellMarkup: [MarkupCase<CellFormat>] =
    [
        .init("middle", word: #"<w:vAlign w:val="center"/>"#, openDocument: #"style:vertical-align="middle""#)
        { $0.verticalAlignment = .middle },
        .init("bottom", word: #"<w:vAlign w:val="bottom"/>"#, openDocument: #"style:vertical-align="bottom""#)
        { $0.verticalAlignment = .bottom },
        .init(
            "background", word: #"<w:shd w:val="clear" w:color="auto" w:fill="FFCC00"/>"#,
            openDocument: ##"fo:background-color="#ffcc00""##
        ) { $0.background = .rgb(red: 255, green: 204, blue: 0) },
    ]
    + edges(\.leftMargin, \.rightMargin, \.topMargin, \.bottomMargin).map { edge, path in
        .init(
            "margin at the \(edge)", word: #"<w:tcMar><w:\#(edge) w:w="360" w:type="dxa"/></w:tcMar>"#,
            openDocument: #"fo:padding-\#(edge)="6.35mm""#
        ) { $0[keyPath: path] = Length.twips(360) }
    }
    + edges(\.leftBorder, \.rightBorder, \.topBorder, \.bottomBorder).map { edge, path in
        .init(
            "border at the \(edge)", word: border(edge, of: "tcBorders"),
            openDocument: #"fo:border-\#(edge)="\#(double)""#
        ) { $0[keyPath: path] = line }
    }

func edges<Value>(_ paths: WritableKeyPath<CellFormat, Value?>...) -> [(
    String, WritableKeyPath<CellFormat, Value?>
)] { Array(zip(["left", "right", "top", "bottom"], paths)) }
