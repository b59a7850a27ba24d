/// The rules of one regulation on the format of documents, as data.
public struct FormatProfile: Hashable, Sendable {
    /// Names the regulation and its year.
    public let key: String
    public let font: String
    public let page: PageRule
    public let body: BodyRule
    public let components: [ComponentRule]

    /// Where text stands on the sheet, in millimetres.
    public struct PageRule: Hashable, Sendable {
        public let width: Double
        public let height: Double
        public let top: ClosedRange<Double>
        public let bottom: ClosedRange<Double>
        public let left: ClosedRange<Double>
        public let right: ClosedRange<Double>
    }

    /// How the paragraphs of the text are set.
    public struct BodyRule: Hashable, Sendable {
        /// The first-line indents allowed, in millimetres.
        public let firstLineIndents: [Double]
        /// The least distance between two paragraphs, in points.
        public let leastGap: Double
        /// Line spacing as a multiple of single spacing.
        public let lineSpacing: ClosedRange<Double>
    }

    public func rule(for component: Component) -> ComponentRule? {
        components.first { $0.component == component }
    }
}
