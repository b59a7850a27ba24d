public import Diagnostics
public import Values

/// Everything a department keeps about one programme: who it is, what is planned, what it costs, what was done.
public struct Workspace: Hashable, Sendable {
    public let agency: Agency
    public let programme: Programme
    public let indicators: [Indicator]
    /// Dự toán, year by year.
    public let estimates: [Int: BudgetEstimate]
    public let log: ActivityLog
    /// Nil when the workspace has no file about reports.
    public let reports: ReportSettings?

    /// Checks all files together and builds the model.
    ///
    /// Throws every fault of every file at once; what is only worth a warning is returned with the workspace.
    public static func reading(_ files: [WorkspaceFile]) throws(Failure) -> Reported<Workspace> {
        var reading = WorkspaceReading()
        return try reading.workspace(from: files)
    }
}

/// One file of a workspace, parsed but not yet understood.
public struct WorkspaceFile: Hashable, Sendable {
    public let kind: DataKind
    /// The path shown in messages.
    public let name: String
    public let content: SourceNode
    /// The year in the name of an estimate's file, when it has one.
    public let year: Int?

    public init(_ kind: DataKind, name: String, content: SourceNode, year: Int? = nil) {
        self.kind = kind
        self.name = name
        self.content = content
        self.year = year
    }
}
