public import Diagnostics
package import OfficeDocument
public import Regulations

/// A rule that a document breaks at one place.
public struct Finding: Hashable, Sendable {
    public let rule: Rule
    public let severity: Severity
    /// Nil for what concerns the page or the file.
    public let component: Component?
    /// Nil for what has no paragraph of its own.
    package let place: ReadParagraph.Place?
    /// The text at that place, shortened.
    public let excerpt: String
    public let found: Wording
    public let right: Wording
    /// The place in the regulation.
    public let clause: String
    /// What sets it right without touching what the document says; empty where a person must decide.
    package let mends: [DocumentEdit]
    /// The places of the same fault that are not told one by one, in the order of the document.
    package let further: [FurtherPlace]

    /// How many further places have the same fault.
    public var furtherPlaces: Int { further.count }

    /// Whether it can be mended.
    public var canBeMended: Bool { !mends.isEmpty }

    /// What was found, what is right, and by which clause.
    public var sentence: Wording {
        Wording(
            "\(found.vietnamese); đúng: \(right.vietnamese) (\(clause))",
            en: "\(found.english); right: \(right.english) (\(clause))")
    }

    /// Where it is in `file`.
    public func location(in file: String) -> Location {
        place?.location(in: file, excerpt: excerpt) ?? .file(file)
    }

    /// The finding as a message about `file`.
    public func diagnostic(in file: String) -> Diagnostic {
        let more = furtherPlaces
        let message =
            more == 0
            ? sentence
            : Wording(
                "\(sentence.vietnamese); còn \(more) chỗ nữa", en: "\(sentence.english); \(more) more places")
        return Diagnostic(rule.code.rawValue, message, severity: severity, at: location(in: file))
    }
}

/// Where a finding stands again.
package struct FurtherPlace: Hashable, Sendable {
    /// Nil for what has no paragraph of its own.
    package let place: ReadParagraph.Place?
    /// The text at that place, shortened.
    package let excerpt: String
    package let found: Wording
    /// Whether it can be mended.
    package let canBeMended: Bool
}
