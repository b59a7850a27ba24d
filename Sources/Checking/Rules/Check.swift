internal import Recognition
internal import Regulations

/// Rules that one look at a document decides, together with that look.
struct Check: Sendable {
    let rules: [Rule]
    /// The components without any of which there is nothing to judge; empty where something always is.
    let about: [Component]
    let look: Look

    enum Look: Sendable {
        /// At the document as a whole.
        case document(@Sendable (CheckContext, inout FindingLog) -> Void)
        /// At one line after the other; its letters are laid out once for all checks of this kind.
        case lines(@Sendable (JudgedLine, CheckContext) -> [TextFault])
    }

    static func document(
        _ rules: [Rule], about components: [Component] = [],
        _ find: @escaping @Sendable (CheckContext, inout FindingLog) -> Void
    ) -> Check { Check(rules: rules, about: components, look: .document(find)) }

    static func lines(_ rules: [Rule], _ find: @escaping @Sendable (JudgedLine, CheckContext) -> [TextFault])
        -> Check
    { Check(rules: rules, about: [], look: .lines(find)) }

    /// In the order of the catalogue.
    static let all: [Check] = RuleGroup.all.flatMap(\.checks)
}

/// A line whose wording is judged.
struct JudgedLine {
    let component: Component?
    /// Whether it is text that runs on, in tables and lists too; lines of the head have wordings of their own.
    let isRunning: Bool
    /// Whether it is a paragraph of the text between head and foot.
    let isText: Bool
    let isInTable: Bool
    let words: TextWords

    init(_ line: LineVerdicts.Line, words: TextWords) {
        (component, isRunning, isText) = (line.component, line.isRunning, line.isText)
        isInTable = line.isInTable
        self.words = words
    }

    /// Its letters, composed; blanks at the ends left in.
    var text: TextScalars { words.letters }
}
