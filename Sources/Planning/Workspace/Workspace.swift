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

/// One file of a workspace, parsed but not yet understood.
package struct WorkspaceFile: Hashable, Sendable {
    package let kind: DataKind
    /// The path shown in messages.
    package let name: String
    package let content: SourceNode
    /// The year in the name of an estimate's file, when it has one.
    package let year: Int?

    package init(_ kind: DataKind, name: String, content: SourceNode, year: Int? = nil) {
        self.kind = kind
        self.name = name
        self.content = content
        self.year = year
    }
}
