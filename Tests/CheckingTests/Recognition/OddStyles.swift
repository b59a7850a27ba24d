import FoundationEssentials
import OfficeDocument
import OfficePackage

@testable import Forms

/// Set-ups of styles and numbers.
extension SetUp {
    /// Styles of a template that somebody else made, whose names say nothing.
    static let foreignStyles = SetUp(
        testDescription: "styles of other names",
        packing: { part, markup, format in
            var markup = markup
            for (index, style) in FormStyle.allCases.enumerated() where style != .root {
                markup = markup.replacing("\"\(style.rawValue)\"", with: "\"Kieu\(index)\"")
            }
            guard part.hasSuffix("styles.xml") else { return markup }
            let mark = format == .docx ? #"<w:name w:val=""# : #"style:display-name=""#
            let pieces = markup.components(separatedBy: mark)
            return pieces[0]
                + pieces.dropFirst().enumerated().map { index, piece in
                    let name = piece.prefix { $0 != "\"" }
                    let isOwn = name != "Normal" && name != "Standard" && name != "Default Paragraph Font"
                    return mark + (isOwn ? "List Paragraph \(index)" : name) + piece.dropFirst(name.count)
                }.joined()
        })

    /// The numbers of headings and points, with their styles and how the word processor counts them.
    private static let numbers: [(style: FormStyle, texts: [String], format: String, mark: String)] = [
        (.romanHeading, ["I. ", "II. "], "upperRoman", "%1."),
        (.titledClause, ["1. ", "2. "], "decimal", "%2."), (.point, ["a) ", "b) "], "lowerLetter", "%3)"),
    ]

    static let automaticNumbers = SetUp(
        testDescription: "numbers that the word processor counts",
        rewriting: { markup, format in
            format == .docx ? numberedInWord(markup) : numberedInOpenDocument(markup)
        },
        packing: { part, markup, format in
            guard format == .docx else { return markup }
            switch part {
            case "[Content_Types].xml":
                return markup.replacing(
                    "</Types>",
                    with:
                        #"<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>"#
                )
            case "word/_rels/document.xml.rels":
                return markup.replacing(
                    "</Relationships>",
                    with:
                        #"<Relationship Id="rIdSo" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>"#
                )
            default: return markup
            }
        }, adding: ["word/numbering.xml": numbering])

    private static let numbering =
        #"<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>"#
        + numbers.enumerated().map { level, number in
            #"<w:lvl w:ilvl="\#(level)"><w:start w:val="1"/><w:numFmt w:val="\#(number.format)"/><w:suff w:val="space"/><w:lvlText w:val="\#(number.mark)"/><w:lvlJc w:val="left"/></w:lvl>"#
        }.joined() + #"</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>"#

    private static func numberedInWord(_ markup: String) -> String {
        var markup = markup
        for (level, number) in numbers.enumerated() {
            markup = markup.replacing(
                #"<w:pStyle w:val="\#(number.style.rawValue)"/>"#,
                with:
                    #"<w:pStyle w:val="\#(number.style.rawValue)"/><w:numPr><w:ilvl w:val="\#(level)"/><w:numId w:val="1"/></w:numPr>"#
            )
            for text in number.texts { markup = markup.replacing(">\(text)", with: ">") }
        }
        return markup
    }

    private static func numberedInOpenDocument(_ markup: String) -> String {
        let formats = ["I", "1", "a"]
        let levels = numbers.enumerated().map { level, number in
            #"<text:list-level-style-number text:level="\#(level + 1)" style:num-format="\#(formats[level])" style:num-suffix="\#(number.mark.suffix(1))"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="space"/></style:list-level-properties></text:list-level-style-number>"#
        }.joined()
        let style = #"<text:list-style style:name="SoTuDong">\#(levels)</text:list-style>"#
        var result = markup.replacing(
            "</office:automatic-styles>", with: style + "</office:automatic-styles>")
        for (level, number) in numbers.enumerated() {
            for text in number.texts {
                guard let place = result.firstRange(of: ">\(text)"),
                    let start = result[..<place.lowerBound].ranges(of: "<text:p").last,
                    let end = result[place.upperBound...].firstRange(of: "</text:p>")
                else { continue }
                let paragraph = result[start.lowerBound..<end.upperBound].replacing(">\(text)", with: ">")
                let open =
                    #"<text:list text:style-name="SoTuDong" text:continue-numbering="true"><text:list-item>"#
                let inner = String(repeating: "<text:list><text:list-item>", count: level)
                let close = String(repeating: "</text:list-item></text:list>", count: level + 1)
                result.replaceSubrange(
                    start.lowerBound..<end.upperBound, with: open + inner + paragraph + close)
            }
        }
        return result
    }
}
