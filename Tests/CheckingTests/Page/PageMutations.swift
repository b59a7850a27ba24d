import OfficeDocument
import Regulations

@testable import Checking
@testable import Forms

extension Mutation {
    private static let decomposed = "Các đơn vị thư\u{323}c hiện theo kế hoạch."

    static let page: [Mutation] = [
        Mutation(name: "margins of 25.4 mm all round", rule: .pageMargin) { document in
            let margin = Length.millimetres(25.4)
            document.sections[0].page.top = margin
            document.sections[0].page.bottom = margin
            document.sections[0].page.left = margin
            document.sections[0].page.right = margin
        },
        Mutation(name: "Letter paper", rule: .pageSize) { document in
            document.sections[0].page.width = .twips(12240)
            document.sections[0].page.height = .twips(15840)
        },
        Mutation(name: "the page number on page 1", rule: .pageNumberOnFirstPage) {
            $0.sections[0].header.firstPage = .likeTheOthers
            $0.sections[0].blocks += (0..<60).map { _ in FormStyle.sectionEnd("x") }
        },
        style("the page number at the right", .pageNumberPlace, .pageNumber) {
            $0.paragraph.alignment = .right
        }, style("the page number in italics", .pageNumberLook, .pageNumber) { $0.character.slant = .italic },
        style("Arial in the body", .fontFamily, .body) { $0.character.font = "Arial" },
        Mutation(name: "a landscape sheet for a text without tables", rule: .pageOrientation) {
            let page = $0.sections[0].page
            $0.sections[0].page.width = page.height
            $0.sections[0].page.height = page.width
            // The line under the subject stays as long as it was.
            $0.change(paragraphsOf: .subjectLine) {
                $0.format.leftIndent = $0.format.leftIndent.map { $0 + .millimetres(43.5) }
                $0.format.rightIndent = $0.format.rightIndent.map { $0 + .millimetres(43.5) }
            }
        },
        Mutation(name: "three pages without a page number", rule: .pageNumberMissing) {
            $0.sections[0].header.paragraphs = []
            for _ in 0..<40 { $0.insert([FormStyle.body(lead)], .before, firstPoint) }
        },
        Mutation(
            name: "the page number in the lower margin", rule: .pageNumberPlace,
            reading: {
                $0.sections[0].footers = $0.sections[0].headers
                $0.sections[0].headers = [:]
            }, breaking: { _ in }),
        Mutation(
            name: "red letters in the text", rule: .textColor,
            reading: { file in
                file.changeRuns(saying: lead) { $0.format.colour = .rgb(red: 255, green: 0, blue: 0) }
            }, breaking: { _ in }),
        Mutation(name: "letters in Unicode under a font of TCVN3", rule: .fontFamily) {
            $0.change(lead) { $0.runs[0].format.font = ".VnTime" }
        },
        insertion(
            "two words perhaps in ABC", .suspectedEncoding, FormStyle.body("B\u{B8}o c\u{B8}o"),
            after: lastPoint),
        text("a letter lost in conversion", .lostLetter, "Các đơn vị thực hi\u{FFFD}n theo kế hoạch."),
        wording("marks typed apart from their letters", .decomposedLetters, lead, decomposed),
        text("a space that does not break", .noBreakSpace, "Các đơn vị thực\u{A0}hiện theo kế hoạch."),
        Mutation(name: "pages numbered on in an appendix", rule: .appendixPageNumber, document: appendix) {
            $0.sections[1].pageNumbering = .continues
        },
        Mutation(
            name: "an appendix behind a page break alone", rule: .appendixPageNumber, document: appendix,
            isForPerson: true
        ) { document in
            let appendix = document.sections.removeLast()
            // The table is too wide for an upright page.
            document.sections[0].blocks += appendix.blocks.filter {
                if case .table = $0 { false } else { true }
            }
            document.change("Phụ lục") { $0.format.beginsPage = true }
        },
    ]
}

extension ReadDocument {
    /// Changes the runs of the first paragraph of that text.
    mutating func changeRuns(saying text: String, _ change: (inout ReadRun) -> Void) {
        changeParagraph(saying: text) { paragraph in
            for run in paragraph.runs.indices { change(&paragraph.runs[run]) }
        }
    }

    /// Has the word processor count what was typed as `I. TITLE`.
    mutating func count(_ number: String, before title: String) {
        changeParagraph(saying: "\(number) \(title)") { paragraph in
            paragraph.runs[0].pieces = [.text(title)]
            paragraph.label = ListLabel(
                text: number, format: .upperRoman, value: nil, level: 1, separator: .space,
                characters: paragraph.runs[0].format)
        }
    }

    private mutating func changeParagraph(saying text: String, _ change: (inout ReadParagraph) -> Void) {
        for section in sections.indices {
            for block in sections[section].blocks.indices {
                guard case .paragraph(var paragraph) = sections[section].blocks[block], paragraph.text == text
                else { continue }
                change(&paragraph)
                sections[section].blocks[block] = .paragraph(paragraph)
                return
            }
        }
        preconditionFailure("no paragraph says “\(text)”")
    }
}
