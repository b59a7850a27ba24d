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

    /// The styles of numbers, which look as they do in the text, then what says how they are counted.
    var elements: [Element] {
        let kinds = NoteKind.allCases.filter { references[$0] != nil }
        return kinds.flatMap(styles) + kinds.map(configuration)
    }

    private func styles(_ kind: NoteKind) -> [Element] {
        var look = CharacterFormat()
        look.position = references[kind]?.format.position ?? .baseline
        let properties = OpenDocumentFormatting.properties(look)
        return ["Symbol", "anchor"].map {
            o(
                "style:style",
                [.init("style:name", "\(kind.openDocumentName)_20_\($0)"), .init("style:family", "text")],
                properties)
        }
    }

    private func configuration(_ kind: NoteKind) -> Element {
        let numbering = self.numbering[kind] ?? kind.usualNumbering
        var attributes = [
            Vocabulary.Attribute("text:note-class", kind.rawValue),
            Vocabulary.Attribute("text:citation-style-name", kind.openDocumentName + "_20_Symbol"),
            Vocabulary.Attribute("text:citation-body-style-name", kind.openDocumentName + "_20_anchor"),
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

extension NoteKind {
    /// What the names of Writer's own styles for it begin with.
    fileprivate var openDocumentName: String { self == .footnote ? "Footnote" : "Endnote" }
}
