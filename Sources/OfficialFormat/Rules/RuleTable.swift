/// The shorthand in which profiles write their tables of components.
enum RuleTable {
    static let aThirdToAHalf = 1.0 / 3...0.5

    static func rule(
        _ component: Component, _ points: ClosedRange<Double>, _ large: Double, _ small: Double,
        _ weight: ComponentRule.Weight, _ slant: ComponentRule.Slant, _ letterCase: ComponentRule.LetterCase,
        _ alignment: ComponentRule.Alignment, at position: ComponentRule.Position,
        _ wording: WordingPattern = .free, line: ClosedRange<Double>? = nil,
        underline: ComponentRule.Underline = .absent, leastSpaceBefore: Double? = nil
    ) -> ComponentRule {
        ComponentRule(
            component: component, wording: wording, points: points, largeSet: large, smallSet: small,
            weight: weight, slant: slant, underline: underline, letterCase: letterCase, alignment: alignment,
            position: position, line: line.map(ComponentRule.LineRule.init),
            leastSpaceBefore: leastSpaceBefore)
    }

    /// A validity whose days are written here and exist.
    static func validity(from: (Int, Int, Int), until: (Int, Int, Int)? = nil) -> Validity {
        guard let validity = Validity(from: from, until: until) else {
            preconditionFailure("a profile names a day that does not exist")
        }
        return validity
    }

    static func types(_ pairs: KeyValuePairs<String, String>) -> [DocumentType] {
        pairs.map { DocumentType(name: $0.key, abbreviation: $0.value) }
    }
}
