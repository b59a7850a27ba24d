internal import OfficePackage
internal import XMLTree

/// How a document's notes are counted, and how their numbers look.
struct OpenDocumentNoteStyles {
    private let numbering: [NoteKind: NoteNumbering]
    /// The run that refers to the first note of each kind.
    private let references: [NoteKind: Run]
    private let o = OpenDocumentNames.vocabulary

    init(_ document: Document) {
        numbering = document.noteNumbering
        var references: [NoteKind: Run] = [:]
        document.walk { paragraph in
            for run in paragraph.runs {
                for case .note(let note) in run.pieces where references[note.kind] == nil {
                    references[note.kind] = run
                }
            }
        }
        self.references = references
    }

    var hasFootnotes: Bool { references[.footnote] != nil }

    /// Numbers are set as they are in the text, raised or not.
    var elements: [Element] {
        NoteKind.allCases.flatMap { kind -> [Element] in
            guard let run = references[kind] else { return [] }
            let name = kind == .footnote ? "Footnote" : "Endnote"
            var look = CharacterFormat()
            look.position = run.format.position ?? .baseline
            let properties = OpenDocumentFormatting.properties(look)
            let styles = ["_20_Symbol", "_20_anchor"].map {
                o("style:style", [.init("style:name", name + $0), .init("style:family", "text")], properties)
            }
            return styles + [configuration(kind, name: name)]
        }
    }

    private func configuration(_ kind: NoteKind, name: String) -> Element {
        let numbering = self.numbering[kind] ?? kind.usualNumbering
        var attributes = [
            Vocabulary.Attribute("text:note-class", kind.rawValue),
            Vocabulary.Attribute("text:citation-style-name", name + "_20_Symbol"),
            Vocabulary.Attribute("text:citation-body-style-name", name + "_20_anchor"),
            Vocabulary.Attribute("style:num-format", numbering.format.openDocument ?? "1"),
            Vocabulary.Attribute("text:start-value", String(numbering.start - 1)),
        ]
        if kind == .footnote {
            attributes += [
                .init("text:footnotes-position", "page"),
                .init("text:start-numbering-at", numbering.restart == .eachPage ? "page" : "document"),
            ]
        }
        return o("text:notes-configuration", attributes)
    }

    /// The line above footnotes, as Word draws it.
    static let separator: Element = {
        let o = OpenDocumentNames.vocabulary
        return o(
            "style:footnote-sep",
            [
                .init("style:width", "0.5pt"), .init("style:rel-width", "33%"),
                .init("style:color", "#000000"), .init("style:line-style", "solid"),
                .init("style:adjustment", "left"), .init("style:distance-before-sep", "1mm"),
                .init("style:distance-after-sep", "1mm"),
            ])
    }()
}
