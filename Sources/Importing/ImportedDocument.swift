package import Diagnostics
internal import OfficeDocument
package import Planning
package import Recognition
internal import Regulations
internal import VietnameseText

/// A document taken apart: the workspace that makes it again, what was guessed on the way, and what has no place there.
package struct ImportedDocument: Sendable {
    package internal(set) var draft: WorkspaceDraft
    /// The name of the document's file.
    let file: String
    /// The data of a form instead, for a document that no workspace makes.
    package private(set) var formData: FormData?
    /// In the order of the document.
    package internal(set) var findings: [Diagnostic]

    /// Throws what keeps a document from being a workspace's.
    package init(_ document: RecognisedDocument) throws(Failure) {
        var importing = DocumentImporting(document)
        try importing.run()
        draft = importing.draft
        file = document.document.file
        if document.isLetter { formData = draft.letterData }
        findings = importing.findings
    }
}

/// Goes through a document once, part by part.
struct DocumentImporting {
    let document: RecognisedDocument
    let names: SpelledNames
    var draft = WorkspaceDraft()
    var findings: [Diagnostic] = []
    var tableCount = 0

    init(_ document: RecognisedDocument) {
        self.document = document
        names = SpelledNames(document)
    }

    var lines: [TextLine] { document.lines }
    var isOfParty: Bool { document.profile.isOfParty }

    mutating func run() throws(Failure) {
        try refuseWhatIsNone()
        readHead()
        readText()
        readFoot()
        readAppendices()
        noteWhatHasNoPlace()
        if document.isLetter { noteTablesOfLetter() }
    }

    private mutating func noteTablesOfLetter() {
        let count = draft.sections.reduce(0) { $0 + $1.tableCount } + draft.appendices.count
        guard count > 0 else { return }
        note(
            .homeless(
                "\(count) bảng hoặc phụ lục của công văn", en: "\(count) tables or appendices of the letter",
                at: .file(document.document.file)))
    }

    private func refuseWhatIsNone() throws(Failure) {
        let file = document.document.file
        switch document.nature {
        case .empty, .pictures: throw Failure(.nothingToImport(file))
        case .lostLetters, .withoutMarks: throw Failure(.unreadableLetters(file))
        case .official, .legislation, .legislationAnnex, .ownRules, .petition, .citizensForm, .unrecognised:
            break
        }
    }

    /// Where a line stands, for a finding.
    func place(_ index: Int) -> Location {
        let line = lines[index]
        return line.paragraph.place.location(
            in: document.document.file, excerpt: String(line.trimmed.prefix(60)))
    }

    mutating func note(_ finding: Diagnostic) { findings.append(finding) }
}

extension Diagnostic {
    fileprivate static func nothingToImport(_ file: String) -> Diagnostic {
        .error(
            "import.no-text", at: .file(file), "văn bản không có chữ, có thể là ảnh chụp hoặc bản quét",
            en: "the document has no text; it may be a scan",
            fix: "dùng bản soạn thảo còn chữ, hoặc nhận dạng chữ trước",
            en: "use the file it was typed in, or recognise its letters first")
    }

    fileprivate static func unreadableLetters(_ file: String) -> Diagnostic {
        .error(
            "import.letters-lost", at: .file(file), "chữ tiếng Việt trong văn bản đã mất hoặc không có dấu",
            en: "the Vietnamese letters are lost, or have no marks", fix: "dùng bản gốc còn đủ dấu",
            en: "use the original with its marks")
    }
}
