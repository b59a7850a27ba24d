package import Diagnostics
internal import OfficeDocument
package import Planning
package import Recognition
internal import Regulations
internal import VietnameseText

/// A document taken apart: the workspace that makes it again, what was guessed on the way, and what has no place there.
package struct ImportedDocument: Sendable {
    package internal(set) var draft: WorkspaceDraft
    /// The names of the documents' files, that of the main one first.
    package var files: [String]
    /// The data of a form instead, for a document that no workspace makes.
    package internal(set) var formData: FormData?
    private var frame: Frame?
    /// In the order of the document.
    package internal(set) var findings: [Diagnostic]

    var file: String { files[0] }

    /// Throws what keeps a document from being a workspace's.
    package init(_ document: RecognisedDocument) throws(Failure) {
        try self.init(document, besideDecision: nil)
    }

    /// With the decision that issues it, to which it refers below its subject.
    init(_ document: RecognisedDocument, besideDecision decision: RecognisedDocument?) throws(Failure) {
        var importing = DocumentImporting(document)
        if decision != nil { importing.passOverReference() }
        try importing.run()
        draft = importing.draft
        files = [document.document.file]
        findings = importing.findings
        if document.isLetter { frame = .letter }
        if document.isAppendixAlone { frame = importing.appendixFrame }
        settleForm()
    }

    /// A letter or an appendix of paragraphs alone is the data of a form, whatever holds more a workspace's document.
    mutating func settleForm() {
        switch frame {
        case nil: formData = nil
        case .letter where draft.isMoreThanParagraphs:
            draft.becomeLetter()
            (formData, frame) = (nil, nil)
        case .letter: formData = draft.letterData
        case .appendix(let number, let reference):
            formData = draft.appendixData(number: number, reference: reference)
        }
    }

    /// What stands around the paragraphs of a form's data.
    enum Frame: Hashable, Sendable {
        case letter
        case appendix(number: String, reference: String)
    }
}

/// Goes through a document once, part by part.
struct DocumentImporting {
    let document: RecognisedDocument
    let names: SpelledNames
    var draft = WorkspaceDraft()
    var findings: [Diagnostic] = []
    var tableCount = 0
    /// Lines of the text that the form writes.
    var passedOver: Set<Int> = []
    /// What every document has and this one has not, with the key that says it.
    private var lacking: [(what: String, english: String, key: String)] = []

    init(_ document: RecognisedDocument) {
        self.document = document
        names = SpelledNames(document)
    }

    var lines: [TextLine] { document.lines }
    var isOfParty: Bool { document.profile.isOfParty }

    mutating func run() throws(Failure) {
        try refuseWhatIsNone()
        if document.isAppendixAlone {
            readAppendices(from: 0)
            // Somebody signs every document that a workspace makes.
            draft.agency.leaders = [WorkspaceDraft.Leader(code: "nguoi-ky")]
            draft.distribution.signatory = "nguoi-ky"
        } else {
            readHead()
            readText()
            readFoot()
            readAppendices(from: document.footLines?.upperBound)
            noteLacking()
            noteGuesses()
        }
        noteWhatHasNoPlace()
    }

    mutating func lacks(_ what: String, en english: String, key: String) {
        lacking.append((what, english, key))
        draft.remark("không thấy ở văn bản cũ: điền vào đây", at: key)
    }

    /// A document without a head is told once, not key by key.
    private mutating func noteLacking() {
        let file = document.document.file
        if lacking.count > 3 {
            note(
                .notOfficial(lacking.map(\.what), lacking.map(\.english), keys: lacking.map(\.key), in: file))
        } else {
            for (what, english, key) in lacking { note(.notFound(what, en: english, in: file, key: key)) }
        }
        if let share = document.shareOfVietnamese, share < 0.5 { note(.otherLanguage(file)) }
    }

    func refuseWhatIsNone() throws(Failure) {
        let file = document.document.file
        switch document.nature {
        case .empty, .pictures: throw Failure(.nothingToImport(file))
        case .lostLetters, .withoutMarks: throw Failure(.unreadableLetters(file))
        case .official, .legislation, .legislationByType, .legislationAnnex, .ownRules, .petition,
            .citizensForm, .unrecognised:
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

    fileprivate static func notOfficial(
        _ parts: [String], _ english: [String], keys: [String], in file: String
    ) -> Diagnostic {
        .warning(
            "import.not-official", at: .file(file),
            "văn bản không có đủ phần đầu, phần cuối: không thấy \(parts.joined(separator: ", ")); thân bài vẫn được đưa vào hồ sơ",
            en:
                "the document lacks head or foot: \(english.joined(separator: ", ")) were not found; its text is in the workspace all the same",
            fix: "điền các khóa \(keys.joined(separator: ", ")) trước khi lập văn bản",
            en: "fill in the keys \(keys.joined(separator: ", ")) before making the document")
    }

    fileprivate static func otherLanguage(_ file: String) -> Diagnostic {
        .warning(
            "import.other-language", at: .file(file),
            "phần lớn chữ không phải tiếng Việt, nên đề mục, căn cứ và các thành phần có thể chưa được nhận ra",
            en:
                "most words are not Vietnamese, so headings, bases and components may not have been recognised",
            fix: "xem lại cả hồ sơ", en: "look through the whole workspace")
    }

    fileprivate static func unreadableLetters(_ file: String) -> Diagnostic {
        .error(
            "import.letters-lost", at: .file(file), "chữ tiếng Việt trong văn bản đã mất hoặc không có dấu",
            en: "the Vietnamese letters are lost, or have no marks", fix: "dùng bản gốc còn đủ dấu",
            en: "use the original with its marks")
    }
}
