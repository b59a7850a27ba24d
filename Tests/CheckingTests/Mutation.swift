import Diagnostics
import OfficeDocument
import Regulations
import Testing
import VietnameseText

@testable import Checking
@testable import Forms

/// One thing done wrong to a right document, and the only rule that may be reported for it.
struct Mutation: CustomTestStringConvertible, Sendable {
    let name: String
    let rule: Rule
    var document: @Sendable () -> Document = { RightDocuments.plan }
    var settings = RuleSettings()
    var today: CalendarDate?
    /// What the neutral document cannot say is done to what was read of the file.
    var reading: (@Sendable (inout ReadDocument) -> Void)?
    /// Whether its place leaves to a person what the rule elsewhere sets right.
    var isForPerson = false
    let breaking: @Sendable (inout Document) -> Void

    var testDescription: String { name }
    var isMended: Bool { rule.mending.isAutomatic && !isForPerson }

    /// A wording in place of the right one.
    static func wording(
        _ name: String, _ rule: Rule, _ right: String, _ wrong: String,
        in document: @escaping @Sendable () -> Document = { RightDocuments.plan }
    ) -> Mutation { Mutation(name: name, rule: rule, document: document) { $0.replace(right, with: wrong) } }

    /// The first paragraph of the plan's text says something else.
    static func text(_ name: String, _ rule: Rule, _ wrong: String) -> Mutation {
        wording(name, rule, "\(RightDocuments.sentence).", wrong)
    }

    static func style(
        _ name: String, _ rule: Rule, _ style: FormStyle,
        in document: @escaping @Sendable () -> Document = { RightDocuments.plan },
        _ change: @escaping @Sendable (inout ParagraphStyle) -> Void
    ) -> Mutation { Mutation(name: name, rule: rule, document: document) { $0.change(style: style, change) } }

    /// A paragraph put right before or behind another of the plan.
    static func insertion(
        _ name: String, _ rule: Rule, _ new: Block..., before text: String? = nil, after other: String? = nil
    ) -> Mutation {
        Mutation(name: name, rule: rule) { document in
            if let text { document.insert(new, .before, text) }
            if let other { document.insert(new, .after, other) }
        }
    }

    static let letter: @Sendable () -> Document = { RightDocuments.letter }
    static let submission: @Sendable () -> Document = { RightDocuments.submission }
    static let decision: @Sendable () -> Document = { RightDocuments.decision }
    static let appendix: @Sendable () -> Document = { RightDocuments.planWithAppendix }
    static let number = "Số: 05/KH-SKHCN"
    static let date = "Đắk Nông, ngày 05 tháng 01 năm 2026"
    static let subject = "Tuyên truyền về khoa học và công nghệ năm 2026"
    static let end = "\(RightDocuments.sentence)./."
    static let firstPoint = "a) \(RightDocuments.sentence)."
    static let lastPoint = "b) \(RightDocuments.sentence)."
    static let lead = "\(RightDocuments.sentence)."

    /// The whole matrix: documents of the state, and the Party's under both guidances.
    static let all: [Mutation] =
        page + letters + lostLetters + letterhead + numberAndDate + subjectAndAddressee + legalBases
        + bodySetting + bodyText + consistency + foot + appendices + PartyDocuments.all.flatMap { party($0) }
}
