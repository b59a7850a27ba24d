package import OfficeDocument
internal import Regulations
internal import VietnameseText

/// A document with its letters in Unicode, however the file keeps them, and what that took.
///
/// The font of a run tells its encoding, held against the syllables its text makes: fonts of old stay behind when a text is typed anew.
/// Where the font tells nothing, only what is beyond doubt is converted.
package struct UnicodeReading: Hashable, Sendable {
    /// The same blocks, paragraphs and runs; the runs of `conversions` with other letters and without font.
    package let document: ReadDocument
    /// In the order of the document: body, headers and footers, notes.
    package let conversions: [RunConversion]
    /// Paragraphs that could be in a legacy encoding, and are left as they are.
    package let doubts: [ReadParagraph.Place]

    package init(of document: ReadDocument) {
        var letters = EncodingSurvey()
        for paragraph in document.everyParagraph { letters.add(paragraph) }
        letters.decide()
        conversions = letters.conversions
        doubts = letters.doubts
        guard !conversions.isEmpty else {
            self.document = document
            return
        }
        let byParagraph = Dictionary(grouping: conversions) { $0.place }
        self.document = document.mappingParagraphs { paragraph in
            guard let conversions = byParagraph[paragraph.place] else { return }
            var runs = paragraph.runs
            for conversion in conversions {
                runs[conversion.run] = conversion.converted(runs[conversion.run])
            }
            paragraph.runs = runs
        }
    }
}

extension ReadDocument {
    /// The paragraphs of the body, of headers and footers, each once, and of notes.
    package var everyParagraph: [ReadParagraph] {
        var all = paragraphs
        var seen: Set<String> = []
        for section in sections {
            for headers in [section.headers, section.footers] {
                for kind in PageKind.allCases {
                    guard let header = headers[kind] else { continue }
                    // Headers are repeated in the sections that inherit them.
                    let first = header.blocks.paragraphs.first?.place
                    let key = "\(header.part) \(first?.number ?? 0) \(first?.path ?? [])"
                    if seen.insert(key).inserted { all += header.blocks.paragraphs }
                }
            }
        }
        return all + notes.flatMap(\.blocks.paragraphs)
    }

    fileprivate func mappingParagraphs(_ change: (inout ReadParagraph) -> Void) -> ReadDocument {
        var result = self
        for index in result.sections.indices {
            Self.map(&result.sections[index].blocks, change)
            for kind in PageKind.allCases {
                if var header = result.sections[index].headers[kind] {
                    Self.map(&header.blocks, change)
                    result.sections[index].headers[kind] = header
                }
                if var footer = result.sections[index].footers[kind] {
                    Self.map(&footer.blocks, change)
                    result.sections[index].footers[kind] = footer
                }
            }
        }
        for index in result.notes.indices { Self.map(&result.notes[index].blocks, change) }
        return result
    }

    private static func map(_ blocks: inout [ReadBlock], _ change: (inout ReadParagraph) -> Void) {
        for index in blocks.indices {
            switch blocks[index] {
            case .paragraph(var paragraph):
                change(&paragraph)
                if !paragraph.shapes.isEmpty {
                    var shapes = paragraph.shapes
                    for shape in shapes.indices { map(&shapes[shape].blocks, change) }
                    paragraph.shapes = shapes
                }
                blocks[index] = .paragraph(paragraph)
            case .table(var table):
                for row in table.rows.indices {
                    for cell in table.rows[row].cells.indices {
                        map(&table.rows[row].cells[cell].blocks, change)
                    }
                }
                blocks[index] = .table(table)
            }
        }
    }
}
