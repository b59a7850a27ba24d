internal import Container
internal import Diagnostics
internal import TemplateLanguage
internal import XMLTree

/// Compiles the parts of one template and gathers their faults.
struct PartCompiler {
    private let archive: Archive
    private let package: TemplatePackage
    private let delimiters: Delimiters
    private(set) var faults: [Diagnostic] = []
    /// What tags that are no expressions are, should the data have no such key.
    private(set) var doubts: [Diagnostic] = []
    /// The word processor's own fields, in the order of the template.
    private(set) var ownFields: [OwnField] = []
    /// What is no fault but worth knowing to someone who looks the template over.
    private(set) var remarks: [Diagnostic] = []

    init(archive: Archive, package: TemplatePackage, delimiters: Delimiters) {
        self.archive = archive
        self.package = package
        self.delimiters = delimiters
    }

    /// The program of a part; nil for a part that holds no tag and is copied, or one with faults.
    mutating func program(of name: String) throws(Failure) -> CompiledPart? {
        if package.propertyParts.contains(name) {
            return try compile(name, dialect: .properties)
        }
        guard package.parts.contains(name) else { return nil }
        switch package.format {
        case .docx: return try compile(name, dialect: .word)
        case .odt: return try compile(name, dialect: .openDocument)
        }
    }

    /// Word's settings without the data source of a mail merge, which Word would ask for when the filled letter is opened.
    ///
    /// Nil for any other part, and for settings that have none.
    func settingsWithoutMailMerge(_ name: String) throws(Failure) -> CompiledPart? {
        guard package.format == .docx, name.hasPrefix("word/"), name.hasSuffix("settings.xml") else {
            return nil
        }
        var root = try element(of: name)
        let count = root.children.count
        root.children.removeAll {
            if case .element(let child) = $0 { child.isWord("mailMerge") } else { false }
        }
        guard root.isWord("settings"), root.children.count < count else { return nil }
        var builder = ProgramBuilder(file: archive.file, invertedNames: [])
        builder.append(root.bytes)
        return CompiledPart(program: builder.program(), insertions: [])
    }

    private mutating func compile(_ name: String, dialect: Dialect) throws(Failure) -> CompiledPart? {
        let root: Element
        do throws(Failure) {
            root = try element(of: name)
        } catch {
            faults += error.diagnostics
            return nil
        }
        let fields = OwnFields(
            convertingIn: root,
            dialect: dialect,
            delimiters: delimiters,
            file: archive.file,
            part: name
        )
        ownFields += fields.found
        remarks += fields.remarks
        var marking = Marking(
            dialect: dialect,
            delimiters: delimiters,
            file: archive.file,
            part: name,
            widths: try widths(of: root, dialect: dialect)
        )
        var tree = marking.mark(fields.root)
        faults += marking.faults
        doubts += marking.doubts
        ownFields += marking.controls
        guard !marking.tags.isEmpty else { return nil }
        tree.add(automaticStyles: marking.madeStyles)
        let pairing = Pairing(of: tree, tags: marking.tags)
        faults += pairing.faults
        let placement = Placement(of: tree, pairing: pairing, tags: marking.tags, dialect: dialect)
        faults += placement.requested.faults + placement.overlaps
        var emission = Emission(file: archive.file, tags: marking.tags, dialect: dialect)
        emission.emit(placement.placed())
        faults += emission.faults
        let insertions = emission.insertions
        return emission.program().map { CompiledPart(program: $0, insertions: insertions) }
    }

    private func element(of name: String) throws(Failure) -> Element {
        try Element(parsing: archive.contents(of: name), file: "\(archive.file): \(name)")
    }

    private func widths(of root: Element, dialect: Dialect) throws(Failure) -> any AvailableWidths {
        guard !dialect.isBagOfTexts else { return NoWidths() }
        switch package.format {
        case .docx: return WordWidths(of: root)
        case .odt:
            let styles = archive.contains("styles.xml") ? try element(of: "styles.xml") : nil
            return OpenDocumentWidths(of: root, styles: styles)
        }
    }
}

/// A part as a program, with what stands round the tags that are more than text.
struct CompiledPart: Sendable {
    let program: Program
    let insertions: [InsertionContext]
}

extension TemplateNode {
    /// Puts styles that were made for single paragraphs at the end of a part's automatic styles.
    fileprivate mutating func add(automaticStyles styles: [TemplateElement]) {
        guard !styles.isEmpty, case .element(var root) = self else { return }
        for (place, child) in root.children.enumerated() {
            guard case .plain(.element(let element)) = child, element.name.local == "automatic-styles"
            else { continue }
            var automatic = TemplateElement(head: element.withoutChildren, role: nil)
            automatic.children = element.children.map { .plain($0) } + styles.map { .element($0) }
            root.children[place] = .element(automatic)
        }
        self = .element(root)
    }
}
