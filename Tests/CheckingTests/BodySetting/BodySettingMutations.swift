import OfficeDocument
import Regulations

@testable import Checking
@testable import Forms

extension Mutation {
    static let bodySetting: [Mutation] = [
        style("the body's size 12", .bodySize, .body) { style in style.character.size = 12 },
        style("the body aligned left", .bodyAlignment, .body) { $0.paragraph.alignment = .left },
        style("no first-line indent", .bodyIndent, .body) { $0.paragraph.firstLineIndent = .zero },
        style("no gap between paragraphs", .bodyGap, .body) { $0.paragraph.spaceAfter = .zero },
        style("double line spacing", .lineSpacing, .body) { $0.paragraph.lineSpacing = .lines(2) },
        style("a heading that is not bold", .headingLook, .romanHeading) { $0.character.weight = .regular },
        style("a superior agency of size 12 with a body of 14", .mixedSizes, .superiorAgency) {
            $0.character.size = 12
        },
        Mutation(name: "an indent by the tab key", rule: .bodyIndentTyped) {
            $0.change(lead) {
                $0.format.firstLineIndent = .zero
                $0.runs = [Run([.tab, .text(lead)])]
            }
        }, insertion("an empty paragraph as a gap", .emptyParagraph, FormStyle.body(""), after: firstPoint),
        Mutation(name: "a paragraph in italics", rule: .bodyEmphasis) {
            $0.change(lead) { $0.runs[0].format.slant = .italic }
        },
        Mutation(name: "a heading at the foot of a page", rule: .headingAlone) {
            $0.breakPage(behind: "II. NỘI DUNG")
        },
        Mutation(name: "a long table whose rows may be split", rule: .rowSplit) { document in
            let cells = (0..<4).map { _ in Table.Cell([FormStyle.textCell(lead)]) }
            let table = Table(
                columns: (0..<4).map { _ in Length.millimetres(41) }, grid: .thin,
                rows: (0..<20).map { _ in Table.Row(cells, splitting: .splitsOverPages) })
            document.insert([.table(table)], .after, lastPoint)
        },
    ]
}
