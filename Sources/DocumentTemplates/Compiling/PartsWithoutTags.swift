internal import Container
internal import Diagnostics
internal import OfficePackage
internal import TemplateLanguage
internal import VietnameseText
internal import XMLTree

/// Parts that hold no tag and yet are written anew, or must be looked at.
extension Compilation {
    /// Word's settings, changed where repeats make a table of contents or references stale, and without the data source of a mail merge,
    /// which Word would ask for when the filled letter is opened.
    mutating func settings(_ name: String) throws(Failure) -> CompiledPart? {
        var root = try trees.existingTree(name)
        let count = root.children.count
        if findings.nativeFields.contains(where: { $0.kind == .mergeField }) { root.removeChild("mailMerge") }
        let isStale = numberings.makeFieldsStale
        guard isStale || root.children.count < count else { return nil }
        var builder = ProgramBuilder(file: trees.source.file, invertedNames: [])
        builder.append(isStale ? root.updatingFields.bytes : root.bytes)
        return CompiledPart(program: builder.program(), insertions: [])
    }

    /// Gives a document of Word without settings some, where it is to bring its fields up to date.
    mutating func addSettings() throws(Failure) {
        guard package.format == .docx, package.settingsPart == nil, numberings.makeFieldsStale,
            let body = try trees.tree(package.body)
        else { return }
        let name = try trees.add(
            "settings", relatedAs: "settings", to: package.body,
            namespace: PackageNames.relationships(beside: body.name.namespace), root: "settings")
        if let root = try trees.tree(name) { trees.replace(name, with: root.updatingFields) }
        package.settingsPart = name
    }

    /// Word's numberings, with one more for each repeat that restarts them.
    mutating func numbering(_ name: String) throws(Failure) -> CompiledPart? {
        let root = try trees.existingTree(name)
        identifiers.count(root, in: dialect)
        guard !numberings.restarted.isEmpty else { return nil }
        let program = RestartedNumbering.program(for: numberings.restarted, in: root, file: trees.source.file)
        return CompiledPart(program: program, insertions: [])
    }

    /// No part of a result may declare a document type, not even one that is copied.
    mutating func refuseDocumentType(_ name: String) throws(Failure) {
        guard dialect.packaging.mayNotDeclareType(name), !trees.source.isTree(name) else { return }
        let start = try trees.source.contents(of: name).prefix(4096)
        let isUTF16 = start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF])
        guard isUTF16 || String(decoding: start, as: UTF8.self).hasBytes(of: "<!DOCTYPE") else { return }
        _ = try trees.existingTree(name)
    }
}

/// What repeats do to the numbers that a word processor counts.
struct RepeatedNumberings: Sendable {
    /// Numberings that begin again in each repeat.
    var restarted: [RestartedNumbering] = []
    /// Whether some part holds a table of contents, and some part a section.
    private var hasContents = false
    private var hasSections = false
    /// Whether some part refers to a caption that is counted anew.
    private var hasCaptionReferences = false

    mutating func note(_ root: Element, hasSections: Bool) {
        if root.hasContents { hasContents = true }
        if hasSections { self.hasSections = true }
    }

    /// Notes a part whose captions are counted anew.
    mutating func noteCounted(_ root: Element) { if root.hasField("REF") { hasCaptionReferences = true } }

    /// Whether a table of contents, or what refers to a caption, is no longer right.
    var makeFieldsStale: Bool { hasContents && hasSections || hasCaptionReferences }
}
