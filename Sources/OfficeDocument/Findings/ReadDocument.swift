package import OfficePackage

/// A document as it stands in a file: what is in it, where, and with which formatting in effect.
///
/// Unlike `Document`, which says what shall be written, it keeps what a judge of the document needs: values after all styles,
/// defaults and themes, and the place of each paragraph and run in the file.
package struct ReadDocument: Hashable, Sendable {
    /// The name of the file, for messages.
    package var file: String
    package var kind: DocumentKind
    package var title: String?
    /// Language and country of the text where nothing else is said, such as `vi-VN`.
    package var language: String?
    package var traits: Set<Trait> = []
    package var layout = LayoutRules()
    /// In their order; at least one.
    package var sections: [ReadSection] = []
    package var notes: [ReadNote] = []
    package var noteNumbering: [NoteKind: NoteNumbering] = [:]
    package var comments: [ReadComment] = []
    /// The lists of its labels, with the levels that can be said in both formats.
    package var lists: [String: ListDefinition] = [:]

    package init(file: String, kind: DocumentKind) {
        self.file = file
        self.kind = kind
    }

    package var format: OfficeFormat { kind.format }

    /// What is remarkable about the file as a whole.
    package enum Trait: String, Hashable, Sendable, CaseIterable {
        /// Carries programs; they are never run.
        case macros
        /// Carries a digital signature, which any change would break.
        case signature
        /// Uses the strict variant of Office Open XML.
        case strictNamespaces
        /// Has insertions or deletions that nobody has accepted yet; it is read as if they all were.
        case trackedChanges
        /// Even and odd pages have headers of their own.
        case evenAndOddPages
    }

    /// Every block of the body, section after section.
    package var blocks: [ReadBlock] { sections.flatMap(\.blocks) }

    /// Every paragraph of the body in the order of reading, those in tables and shapes included.
    package var paragraphs: [ReadParagraph] { blocks.paragraphs }
}

/// A footnote or endnote.
package struct ReadNote: Hashable, Sendable {
    /// What the text refers to it by.
    package var id: String
    package var kind: NoteKind
    package var blocks: [ReadBlock]

    /// What stands for a note in the text; both kinds have numbers of their own in a file.
    package struct Reference: Hashable, Sendable {
        package var kind: NoteKind
        package var id: String
        package var mark: Mark = .number

        package enum Mark: Hashable, Sendable {
            case number
            /// The text that follows in the run.
            case nextText
            /// This one, which is no text of the paragraph.
            case own(String)
        }
    }
}

/// A remark somebody attached to the text.
package struct ReadComment: Hashable, Sendable {
    package var id: String
    package var author: String?
    package var initials: String?
    /// As the file writes it.
    package var date: String?
    package var blocks: [ReadBlock]
}

/// What stands one below the other.
package enum ReadBlock: Hashable, Sendable {
    case paragraph(ReadParagraph)
    indirect case table(ReadTable)
}

extension Sequence<ReadBlock> {
    /// Every paragraph in the order of reading, those in tables and shapes included.
    package var paragraphs: [ReadParagraph] {
        var paragraphs: [ReadParagraph] = []
        addParagraphs(to: &paragraphs)
        return paragraphs
    }

    private func addParagraphs(to paragraphs: inout [ReadParagraph]) {
        for block in self {
            switch block {
            case .paragraph(let paragraph):
                paragraphs.append(paragraph)
                for shape in paragraph.shapes { shape.blocks.addParagraphs(to: &paragraphs) }
            case .table(let table):
                for row in table.rows { for cell in row.cells { cell.blocks.addParagraphs(to: &paragraphs) } }
            }
        }
    }
}

extension [ReadBlock] {
    /// Paragraphs in the order of reading; those of text boxes are no part of it.
    var flatParagraphs: [ReadParagraph] {
        flatMap { block -> [ReadParagraph] in
            switch block {
            case .paragraph(let paragraph): [paragraph]
            case .table(let table): table.rows.flatMap { $0.cells.flatMap(\.blocks.flatParagraphs) }
            }
        }
    }
}
