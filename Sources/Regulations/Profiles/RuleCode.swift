/// The stable name of a rule that documents are held against, `format.kebab-fact`.
///
/// The rules themselves are the checker's; a profile names one to say from which of its clauses the rule comes.
public struct RuleCode: RawRepresentable, Hashable, Sendable {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    /// What all codes begin with; a user may leave it out.
    package static let prefix = "format."

    /// Without the prefix: `page-margin`.
    package var shortName: String {
        rawValue.hasPrefix(Self.prefix) ? String(rawValue.dropFirst(Self.prefix.count)) : rawValue
    }
}

/// The rules there are, for a reader of profiles, which may name no other.
package struct RuleNames: Sendable {
    /// The code of a name as a user writes it; nil for a name that is none.
    let code: @Sendable (_ name: String) -> RuleCode?
    /// Every name there is, for the hint of the nearest.
    let all: @Sendable () -> [String]

    package init(code: @escaping @Sendable (String) -> RuleCode?, all: @escaping @Sendable () -> [String]) {
        self.code = code
        self.all = all
    }

    /// No rule at all, for a regulation that says nothing of them.
    static let none = RuleNames(code: { _ in nil }, all: { [] })
}
