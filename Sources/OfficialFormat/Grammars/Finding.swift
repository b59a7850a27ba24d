public import Diagnostics

/// A fault in the text of a component.
public struct Finding: Hashable, Sendable {
    public let rule: RuleCode
    /// Where it stands in the text, in UTF-8 bytes.
    public let range: Range<Int>
    /// The letters at fault.
    public let found: String
    /// What is asked for.
    public let right: Wording
    /// What to put in place of `range`; nil where only a person can know.
    public let correction: String?

    public init(_ rule: RuleCode, at range: Range<Int>, found: String, right: Wording, correction: String?) {
        self.rule = rule
        self.range = range
        self.found = found
        self.right = right
        self.correction = correction
    }

    /// `text` with every correction of `findings` made; of two that overlap the first one counts.
    public static func corrected(_ text: String, by findings: [Finding]) -> String {
        let bytes = Array(text.utf8)
        var out: [UInt8] = []
        var end = 0
        let ordered = findings.sorted {
            ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
        }
        for finding in ordered
        where finding.range.lowerBound >= end && finding.range.upperBound <= bytes.count {
            guard let correction = finding.correction else { continue }
            out += bytes[end..<finding.range.lowerBound]
            out += correction.utf8
            end = finding.range.upperBound
        }
        out += bytes[end...]
        return String(decoding: out, as: UTF8.self)
    }
}
