package import OfficeDocument

/// The paragraphs in the margins of a section's pages that bear the number of the page.
package struct RecognisedPageNumbers: Hashable, Sendable {
    package let inHeader: [ReadParagraph]
    package let inFooter: [ReadParagraph]
    /// In header or footer of a first page that has its own.
    package let onFirstPage: [ReadParagraph]

    package var isEmpty: Bool { inHeader.isEmpty && inFooter.isEmpty && onFirstPage.isEmpty }
}

extension RecognisedDocument {
    package func pageNumbers(ofSection index: Int) -> RecognisedPageNumbers {
        let section = document.sections[index]
        func numbers(_ header: ReadHeader?) -> [ReadParagraph] {
            (header?.blocks.paragraphs ?? []).filter { paragraph in
                paragraph.runs.contains { $0.pieces.contains(.pageNumber) }
            }
        }
        return RecognisedPageNumbers(
            inHeader: numbers(section.headers[.standard]), inFooter: numbers(section.footers[.standard]),
            onFirstPage: numbers(section.headers[.first]) + numbers(section.footers[.first]))
    }
}
