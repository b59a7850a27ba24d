internal import VietnameseText

extension FormatProfile {
    /// The faults in the wording of Quốc hiệu, or of the Party's title; either style of tone marks is right.
    public func findings(inTitle text: String) -> [Finding] {
        let component: Component = rule(for: .partyTitle) == nil ? .nationalTitle : .partyTitle
        let code: RuleCode = component == .partyTitle ? .partyTitleWording : .nationalTitleWording
        return wordingFindings(text, component, code)
    }

    /// The faults in the wording of Tiêu ngữ: other dashes, missing spaces, capitals, a full stop.
    public func findings(inMotto text: String) -> [Finding] { wordingFindings(text, .motto, .mottoWording) }

    private func wordingFindings(_ text: String, _ component: Component, _ code: RuleCode) -> [Finding] {
        guard case .exactly(let right)? = rule(for: component)?.wording else { return [] }
        let letters = Letters(text)
        let written = letters[letters.trimmed]
        guard Normalization.folded(written) != Normalization.folded(right) else { return [] }
        return [letters.finding(code, at: letters.trimmed, correction: right)]
    }
}
