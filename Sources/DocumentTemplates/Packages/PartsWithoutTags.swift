internal import Container
internal import Diagnostics
internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

/// Parts that hold no tag and yet are written anew, or must be looked at.
extension PartCompiler {
    /// Word's settings, changed where repeats make a table of contents stale, and without the data source of a mail merge,
    /// which Word would ask for when the filled letter is opened.
    mutating func settings(_ name: String) throws(Failure) -> CompiledPart? {
        var root = try element(of: name)
        let count = root.children.count
        if ownFields.contains(where: { $0.kind == .mergeField }) {
            root.children.removeAll { $0.isWord("mailMerge") }
        }
        let isStale = hasContents && hasSections
        guard isStale || root.children.count < count else { return nil }
        var builder = ProgramBuilder(file: archive.file, invertedNames: [])
        builder.append(isStale ? root.updatingFields.bytes : root.bytes)
        return CompiledPart(program: builder.program(), insertions: [])
    }

    /// Word's numberings, with one more for each repeat that restarts them.
    mutating func numbering(_ name: String) throws(Failure) -> CompiledPart? {
        let root = try element(of: name)
        census.count(root, in: .word)
        guard !restarted.isEmpty else { return nil }
        let program = RestartedNumbering.program(for: restarted, in: root, file: archive.file)
        return CompiledPart(program: program, insertions: [])
    }

    /// No part of a result may declare a document type, not even one that is copied.
    mutating func refuseDocumentType(_ name: String) throws(Failure) {
        guard name.hasSuffix(".xml") || name.hasSuffix(".rels") else { return }
        let start = try archive.contents(of: name).prefix(4096)
        let isUTF16 = start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF])
        guard isUTF16 || String(decoding: start, as: UTF8.self).contains("<!DOCTYPE") else { return }
        _ = try element(of: name)
    }
}
