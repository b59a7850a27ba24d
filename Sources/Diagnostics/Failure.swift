/// Everything that stopped a piece of work: at least one error, with the warnings found on the way.
public struct Failure: Error, Hashable {
    public let diagnostics: [Diagnostic]

    /// Nil when there is no error among the diagnostics.
    public init?(_ diagnostics: [Diagnostic]) {
        guard diagnostics.contains(where: { $0.severity == .error }) else { return nil }
        self.diagnostics = diagnostics
    }

    /// A single error.
    public init(_ diagnostic: Diagnostic) {
        precondition(diagnostic.severity == .error, "only an error is a failure")
        diagnostics = [diagnostic]
    }

    /// What the process should report for this failure.
    public var processStatus: ProcessStatus {
        let causes = Set(diagnostics.filter { $0.severity == .error }.map(\.cause))
        if causes.contains(.environment) { return .environment }
        if causes.contains(.usage) { return .usage }
        return .input
    }
}

extension Failure: CustomStringConvertible {
    /// Its sentences, each with place and mend, in Vietnamese.
    public var description: String { diagnostics.map { $0.text(in: .vietnamese) }.joined(separator: "\n") }
}

/// What a process of this project ends with.
public enum ProcessStatus: Int32, Sendable {
    case done = 0
    case input = 1
    case usage = 2
    case environment = 3
}

/// A result, and what was worth saying about it.
public struct Reported<Value> {
    public let value: Value
    /// Warnings and notes, no errors.
    public let warnings: [Diagnostic]

    public init(_ value: Value, warnings: [Diagnostic] = []) {
        self.value = value
        self.warnings = warnings
    }
}

extension Reported: Sendable where Value: Sendable {}
extension Reported: Equatable where Value: Equatable {}
