public import Diagnostics

/// What one run did, for programs: the only thing `--json` prints.
///
/// The keys of a version never change their meaning and never go; new ones may come. A program checks `version` first.
public struct RunReport: Report {
    /// The version of this report's shape.
    public let version = 1
    /// `done`, `input`, `usage` or `environment`.
    public let status: String
    /// The files written, in the order they were asked for; empty unless `status` is `done`.
    public let outputs: [Output]
    /// Errors, warnings and notes, in the order a person reads them.
    public let diagnostics: [Entry]

    /// Messages are given in `language`.
    public init(status: ProcessStatus, outputs: [WrittenFile], diagnostics: [Diagnostic], language: Language)
    {
        self.status = status.reportName
        self.outputs = outputs.map(Output.init)
        self.diagnostics = diagnostics.map { Entry($0, in: language) }
    }

    /// A file that was written.
    public struct Output: Encodable, Sendable {
        public let path: String
        /// `docx`, `odt`, `pdf`, or the extension of another kind of file.
        public let format: String
        public let bytes: Int

        init(_ file: WrittenFile) {
            path = file.path
            format = file.fileExtension
            bytes = file.byteCount
        }
    }
}

extension RunReport {
    /// A diagnostic in one language.
    public struct Entry: Encodable, Sendable {
        let code: String
        let severity: String
        let message: String
        let location: Place
        let notes: [Note]
        let fix: String?

        init(_ diagnostic: Diagnostic, in language: Language) {
            code = diagnostic.code
            severity = diagnostic.severity.rawValue
            message = diagnostic.message.text(in: language)
            location = Place(diagnostic.location)
            notes = diagnostic.notes.map {
                Note(message: $0.message.text(in: language), location: Place($0.location))
            }
            fix = diagnostic.fix?.text(in: language)
        }
    }

    struct Note: Encodable, Sendable {
        let message: String
        let location: Place
    }

    /// A location with only the keys that its kind has.
    struct Place: Encodable, Sendable {
        var kind: String
        var file: String?
        var line: Int?
        var column: Int?
        var dataPath: String?
        var part: String?
        var paragraph: Int?
        var excerpt: String?
        var cell: [Int]?
        var sheet: String?
        var reference: String?
        var argument: String?

        init(_ location: Location) {
            switch location {
            case .file(let file):
                kind = "file"
                self.file = file
            case .text(let file, let line, let column, let path):
                kind = "text"
                (self.file, self.line, self.column, dataPath) = (file, line, column, path)
            case .paragraph(let file, let part, let number, let excerpt, let cell):
                kind = "paragraph"
                (self.file, self.part, paragraph, self.excerpt) = (file, part, number, excerpt)
                self.cell = cell.map { [$0.table, $0.row, $0.column] }
            case .cell(let file, let sheet, let reference):
                kind = "cell"
                (self.file, self.sheet, self.reference) = (file, sheet, reference)
            case .value(let file, let path):
                kind = "value"
                (self.file, dataPath) = (file, path)
            case .argument(let argument):
                kind = "argument"
                self.argument = argument
            }
        }

        enum CodingKeys: String, CodingKey {
            case kind, file, line, column, part, paragraph, excerpt, cell, sheet, reference, argument
            case dataPath = "data_path"
        }
    }
}

extension ProcessStatus {
    fileprivate var reportName: String {
        switch self {
        case .done: "done"
        case .input: "input"
        case .usage: "usage"
        case .environment: "environment"
        }
    }
}
