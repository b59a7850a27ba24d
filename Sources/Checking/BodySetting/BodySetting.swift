internal import OfficeDocument
internal import Recognition
internal import Regulations

extension RuleGroup {
    /// Trình bày nội dung.
    static let bodySetting = RuleGroup(
        "trinh_bay", "Trình bày nội dung",
        [
            .bodyAlignment, .gaps, .lineSpacing, .sizes, .emphasis, .headings, .headingsAlone,
            .headingSiblings, .splitRows,
        ])
}

extension CheckContext {
    /// The paragraphs of the text whose setting is judged: no heading that stands for itself, no slot to be filled in.
    static func plainText(of structure: RecognisedDocument) -> [Int] {
        structure.text.filter { index in
            let line = structure.lines[index]
            return isText(structure.components[index]) && !line.paragraph.isHeadingLike && !line.isSlot
        }
    }
}

extension ReadParagraph {
    /// Centred lines stand for themselves.
    var isHeadingLike: Bool { format.alignment == .centre || format.alignment == .right }
}
