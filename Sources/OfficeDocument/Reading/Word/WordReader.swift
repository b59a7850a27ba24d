internal import Diagnostics
internal import OfficePackage
internal import XMLTree

/// Reads a DOCX; what the parts share, and where it stands in the part it is reading.
struct WordReader: PartReader {
    var shelf: PartShelf
    let theme: WordTheme
    var styles: WordStyleSheet
    var numbering: WordNumbering
    /// The lists of the labels that were read.
    var lists: [String: ListDefinition] = [:]
    var styledParagraphs: [StyleChoice: StyledParagraph] = [:]
    var relationships: Relationships
    var part = ""
    var traits: Set<ReadDocument.Trait> = []
    /// What its fields do besides showing text.
    var activeContent: [ActiveContent] = []

    // Where it stands in the part.
    var path: [Int] = []
    var paragraphs = 0
    var tables = 0
    var cells: [Location.Cell] = []
    var tableStyles: [WordTableStyle?] = []
    var width: Length?
    var fields: [OpenField] = []
    /// Where comments begin, until the next run comes.
    var marks: [ReadRun.Piece] = []

    /// A field between its beginning and its end.
    struct OpenField {
        var instruction = ""
        var showsResult = false
        /// Whether text of it was read.
        var hasResult = false
        /// What a form field shows without keeping it as text: the entry that is chosen, the box that is ticked or not.
        private var choice: String?

        init(instruction: String = "", showsResult: Bool = false) {
            (self.instruction, self.showsResult) = (instruction, showsResult)
        }

        /// A field that begins with this `w:fldChar`.
        init(beginning element: Element) {
            guard let form = element.word("ffData") else { return }
            if let box = form.word("checkBox") {
                let state = box.word("checked") ?? box.word("default")
                choice = state?.isOn == true ? "☒" : "☐"
            } else if let list = form.word("ddList") {
                let entries = list.elements.filter { $0.isWord("listEntry") }.map { $0.value ?? "" }
                let chosen = (list.word("result") ?? list.word("default"))?.value.flatMap { Int($0) } ?? 0
                choice = entries.indices.contains(chosen) ? entries[chosen] : nil
            }
        }

        /// What is chosen in it, where no text of it was read.
        var shownChoice: String? { hasResult ? nil : choice }

        /// Whether it shows something that is neither read nor written in the file: a fraction, a button.
        var showsNothing: Bool {
            !hasResult && choice == nil
                && ["EQ", "FORMCHECKBOX", "FORMDROPDOWN", "SYMBOL", "MACROBUTTON", "GOTOBUTTON"].contains(
                    name)
        }

        /// The field's name, such as PAGE.
        var name: String {
            instruction.split { $0 == " " || $0 == "\\" || $0 == "\t" }.first.map { $0.uppercased() } ?? ""
        }
    }

    static func document(in package: DocumentPackage) throws(Failure) -> Reported<ReadDocument> {
        var shelf = PartShelf(of: package)
        let main = package.main
        let root = try package.source.tree(main)
        if let refusal = package.refusal(ofMain: root) { throw Failure(refusal) }
        guard let body = root.word("body") else { throw Failure(.noBody(main, in: package.source.file)) }

        let relationships = shelf.relationships(of: main)
        let settings = shelf.optional(relationships.entry("settings"))
        let theme = WordTheme(shelf.optional(relationships.entry("theme")), settings: settings)
        let styles = WordStyleSheet(shelf.optional(relationships.entry("styles")), theme: theme)
        let numbering = WordNumbering(shelf.optional(relationships.entry("numbering")))
        var reader = WordReader(
            shelf: shelf, theme: theme, styles: styles, numbering: numbering, relationships: relationships)
        if root.name.namespace == WordNames.strict { reader.traits.insert(.strictNamespaces) }
        if settings?.word("evenAndOddHeaders")?.isOn == true { reader.traits.insert(.evenAndOddPages) }

        var document = try ReadDocument(package)
        document.layout = LayoutRules(word: settings)
        document.language = styles.characterDefaults.language ?? settings?.word("themeFontLang")?.value
        if let core = package.relationships.entry("core-properties"), package.source.contains(core) {
            document.title = reader.shelf.optional(core)?.child("title")?.text
        }
        document.sections = reader.sections(of: body, root: root, in: main)
        for kind in NoteKind.allCases {
            document.notes += reader.notes(kind, in: relationships.entry("\(kind.rawValue)s"))
            document.noteNumbering[kind] = NoteNumbering(
                kind, said: [settings, body.word("sectPr")].compactMap { $0?.word("\(kind.rawValue)Pr") })
        }
        document.comments = reader.comments(in: relationships.entry("comments"))
        document.lists = reader.lists
        document.traits.formUnion(reader.traits)
        return try reader.shelf.report(document, active: package.linkedContent() + reader.activeContent)
    }

    // MARK: Other parts

    /// Reads another part from its root on, then comes back to where it stood.
    mutating func inPart<Value>(_ name: String, _ read: (inout WordReader, Element) -> Value) -> Value? {
        guard let root = shelf.optional(name) else { return nil }
        let (outerPart, outerLinks, outerWidth) = (part, relationships, width)
        let (outerPath, outerParagraphs, outerTables, outerCells) = (path, paragraphs, tables, cells)
        let (outerStyles, outerFields, outerMarks) = (tableStyles, fields, marks)
        part = name
        relationships = shelf.relationships(of: name)
        (path, paragraphs, tables, cells, tableStyles, fields, marks) = ([], 0, 0, [], [], [], [])
        let value = read(&self, root)
        (part, relationships, width) = (outerPart, outerLinks, outerWidth)
        (path, paragraphs, tables, cells) = (outerPath, outerParagraphs, outerTables, outerCells)
        (tableStyles, fields, marks) = (outerStyles, outerFields, outerMarks)
        return value
    }

    private mutating func comments(in part: String?) -> [ReadComment] {
        guard let part else { return [] }
        return inPart(part) { reader, root in
            reader.children(of: root) { reader, child in
                guard child.isWord("comment") else { return nil }
                return ReadComment(
                    id: child.wordAttribute("id") ?? "", author: child.wordAttribute("author"),
                    initials: child.wordAttribute("initials"), date: child.wordAttribute("date"),
                    blocks: reader.blocks(of: child))
            }
        } ?? []
    }

    // MARK: Walking

    static func isParagraph(_ element: Element) -> Bool { element.isWord("p") }
    static func isTable(_ element: Element) -> Bool { element.isWord("tbl") }
    static func isCountedApart(_ element: Element) -> Bool { false }

    /// The branch of an `mc:AlternateContent` that is read: the first choice, or the fallback.
    static func branch(of alternatives: Element) -> Int? {
        alternatives.children.firstIndex { $0.isElement("Choice") }
            ?? alternatives.children.firstIndex { $0.isElement("Fallback") }
    }

    /// The letters that a run keeps in two ways, such as an emoji as a symbol and, for older programs, as text.
    static func letters(in alternatives: Element) -> String {
        guard let branch = branch(of: alternatives), case .element(let chosen) = alternatives.children[branch]
        else { return "" }
        let isFigure = chosen.elements.contains { ["drawing", "pict", "object"].contains($0.word ?? "") }
        let texts = (isFigure ? [chosen] : [chosen] + alternatives.elements).map { branch in
            branch.elements.filter { $0.isWord("t") }.map(\.text).joined()
        }
        return texts.first { !$0.isEmpty } ?? ""
    }

    /// Walks into the branch of an `mc:AlternateContent` that is read, and counts the others.
    mutating func alternatives(_ element: Element, _ read: (inout WordReader, Element) -> Void) {
        let chosen = Self.branch(of: element)
        for (index, node) in element.children.enumerated() {
            guard case .element(let child) = node else { continue }
            path.append(index)
            if index == chosen { read(&self, child) } else { skip(child) }
            path.removeLast()
        }
    }
}
