public import Diagnostics
public import OfficeDocument
public import Regulations

/// A rule that a document breaks at one place.
public struct Finding: Hashable, Sendable {
    public let rule: Rule
    public let severity: Severity
    /// Nil for what concerns the page or the file.
    public let component: Component?
    /// Nil for what has no paragraph of its own.
    public let place: ReadParagraph.Place?
    /// The text at that place, shortened.
    public let excerpt: String
    public let found: Wording
    public let right: Wording
    /// The place in the regulation.
    public let clause: String
    /// What sets it right without touching what the document says; empty where a person must decide.
    public let mends: [DocumentEdit]
    /// How many further places have the same fault and are not told one by one.
    public let furtherPlaces: Int

    /// Whether it can be mended.
    public var mending: Rule.Mending { mends.isEmpty ? .byHand : .automatic }

    /// This finding with others that say the same of later places.
    func and(_ others: some Collection<Finding>) -> Finding {
        Finding(
            rule: rule, severity: severity, component: component, place: place, excerpt: excerpt,
            found: found, right: right, clause: clause, mends: mends + others.flatMap(\.mends),
            furtherPlaces: others.reduce(furtherPlaces) { $0 + 1 + $1.furtherPlaces })
    }

    /// The finding as a message about `file`.
    public func diagnostic(in file: String) -> Diagnostic {
        let more = furtherPlaces
        return Diagnostic(
            rule.code.rawValue,
            Wording(
                "\(found.vietnamese); đúng: \(right.vietnamese) (\(clause))"
                    + (more > 0 ? "; còn \(more) chỗ nữa" : ""),
                en: "\(found.english); right: \(right.english) (\(clause))"
                    + (more > 0 ? "; \(more) more places" : "")), severity: severity,
            at: place?.location(in: file, excerpt: excerpt) ?? .file(file))
    }
}
