package import Diagnostics
package import Values

/// Everything a department keeps about one programme: who it is, what is planned, what it costs, what was done.
package struct Workspace: Hashable, Sendable {
    package let agency: Agency
    package internal(set) var programme: Programme
    package let indicators: [Indicator]
    /// Dự toán, year by year.
    package let estimates: [Int: BudgetEstimate]
    package let log: ActivityLog
    /// Nil when the workspace has no file about reports.
    package let reports: ReportSettings?
    let forms: TableForms
    /// Where the files are, for what is told of them later.
    let places: FilePlaces
    /// What documents are made of it for.
    package private(set) var purpose = Purpose.document

    package enum Purpose: Hashable, Sendable {
        /// Nothing may be missing.
        case document
        /// What is missing is marked at its place: `[thiếu: người ký]`.
        case preview
    }

    /// The same, of which only whole documents are made.
    package var forDocuments: Workspace {
        var whole = self
        whole.purpose = .document
        return whole
    }

    /// Checks all files together and builds the model.
    ///
    /// Throws every fault of every file at once; what is only worth a warning is returned with the workspace. For a preview they all are, and
    /// what is missing is marked.
    package static func reading(_ files: [WorkspaceFile], for purpose: Purpose = .document) throws(Failure)
        -> Reported<Workspace>
    {
        var reading = WorkspaceReading(purpose: purpose)
        return try reading.workspace(from: files)
    }
}

/// The paths of a workspace's files, by what they hold.
struct FilePlaces: Hashable, Sendable {
    private var paths: [DataKind: String] = [:]
    private var estimates: [Int: String] = [:]

    init(_ files: [WorkspaceFile]) {
        for file in files {
            if let year = file.year, file.sender == nil { estimates[year] = file.name }
            if paths[file.kind] == nil { paths[file.kind] = file.name }
        }
    }

    // Where files lie makes no difference between two workspaces that say the same.
    static func == (a: Self, b: Self) -> Bool { true }
    func hash(into hasher: inout Hasher) {}

    /// The file of a kind, or where it should be.
    func place(of kind: DataKind) -> Location { .file(paths[kind] ?? "\(kind.rawValue).yaml") }

    /// The estimate of a year.
    func place(ofEstimate year: Int) -> Location { .file(estimates[year] ?? "du-toan/\(year).yaml") }
}

/// One file of a workspace, opened but not yet understood.
package struct WorkspaceFile: Hashable, Sendable {
    package let kind: DataKind
    /// The path shown in messages.
    package let name: String
    package let content: Content
    /// The year in the name of an estimate's file, when it has one.
    package let year: Int?
    /// What the file is called that one unit has sent; nil for a file of the whole agency.
    package var sender: String?

    package enum Content: Hashable, Sendable {
        /// A file of keys and values, parsed.
        case tree(SourceNode)
        /// A file of rows, read when its turn comes.
        case table(TableFile)
    }

    package init(_ kind: DataKind, name: String, content: SourceNode, year: Int? = nil) {
        self.kind = kind
        self.name = name
        self.content = .tree(content)
        self.year = year
    }

    package init(_ kind: DataKind, table: TableFile, year: Int? = nil) {
        self.kind = kind
        name = table.name
        content = .table(table)
        self.year = year
    }

    /// What was parsed; nil for a file of rows.
    var tree: SourceNode? { if case .tree(let node) = content { node } else { nil } }
    /// The file of rows.
    var table: TableFile? { if case .table(let table) = content { table } else { nil } }
}
