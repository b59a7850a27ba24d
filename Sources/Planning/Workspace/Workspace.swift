package import Diagnostics
package import Values

/// Everything a department keeps about one programme: who it is, what is planned, what it costs, what was done.
package struct Workspace: Hashable, Sendable {
    package let agency: Agency
    package let programme: Programme
    package let indicators: [Indicator]
    /// Dự toán, year by year.
    package let estimates: [Int: BudgetEstimate]
    package let log: ActivityLog
    /// Nil when the workspace has no file about reports.
    package let reports: ReportSettings?

    /// Checks all files together and builds the model.
    ///
    /// Throws every fault of every file at once; what is only worth a warning is returned with the workspace.
    package static func reading(_ files: [WorkspaceFile]) throws(Failure) -> Reported<Workspace> {
        var reading = WorkspaceReading()
        return try reading.workspace(from: files)
    }
}

/// One file of a workspace, opened but not yet understood.
package struct WorkspaceFile: Hashable, Sendable {
    package let kind: DataKind
    /// The path shown in messages.
    package let name: String
    package let content: Content
    /// The year in the name of an estimate's file, when it has one.
    package let year: Int?

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
