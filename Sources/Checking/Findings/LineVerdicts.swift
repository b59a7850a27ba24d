internal import Recognition
internal import Regulations
internal import VietnameseText

/// What lines came to, by their words and by what they are: the same words at another place, or of a document that was judged before it
/// was mended, need not be judged again.
struct LineVerdicts: Hashable, Sendable {
    /// The day acts and bodies must have been there on, which the words are held against.
    let day: CalendarDate?
    private var faults: [Line: [TextFault]] = [:]

    init(on day: CalendarDate?) { self.day = day }

    subscript(line: Line) -> [TextFault]? {
        get { faults[line] }
        set { faults[line] = newValue }
    }

    /// All of a line that its words are judged by.
    struct Line: Hashable, Sendable {
        /// Composed.
        let text: String
        let component: Component?
        let isRunning: Bool
        let isText: Bool
        let isInTable: Bool

        static func == (a: Line, b: Line) -> Bool {
            a.component == b.component && a.isRunning == b.isRunning && a.isText == b.isText
                && a.isInTable == b.isInTable && a.text == b.text
        }

        /// By the bytes, since the letters are composed: texts are hashed as people see them, which takes long.
        func hash(into hasher: inout Hasher) {
            let bytes = text.utf8.span
            for place in stride(from: 0, to: bytes.count, by: 8) {
                hasher.combine(EightBytes(of: bytes, at: place).word)
            }
            hasher.combine(bytes.count)
            hasher.combine(component)
        }
    }
}
