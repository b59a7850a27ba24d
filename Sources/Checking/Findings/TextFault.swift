internal import Diagnostics
internal import Recognition
internal import Regulations

/// What a grammar finds wrong in a text, before it is known where in a document the text stands.
struct TextFault: Hashable, Sendable {
    let rule: Rule
    /// Where it stands in the text, in UTF-8 bytes.
    let range: Range<Int>
    /// The letters at fault.
    let found: String
    /// What is told as found; nil tells the letters themselves.
    let told: Wording?
    /// What is asked for.
    let right: Wording
    /// What to put in place of `range`; nil where only a person can know.
    let correction: String?

    init(
        _ rule: Rule, at range: Range<Int>, found: String, told: Wording? = nil, right: Wording,
        correction: String?
    ) {
        self.rule = rule
        self.range = range
        self.found = found
        self.told = told
        self.right = right
        self.correction = correction
    }

    /// The same fault where only a person can put it right.
    var byHand: TextFault {
        TextFault(rule, at: range, found: found, told: told, right: right, correction: nil)
    }

    /// The same fault with the list that says what is right.
    func by(_ source: String) -> TextFault {
        TextFault(rule, at: range, found: found, told: told, right: right.by(source), correction: correction)
    }

    /// `text` with every correction of `faults` made; of two that overlap the first one counts.
    static func corrected(_ text: String, by faults: [TextFault]) -> String {
        let bytes = Array(text.utf8)
        var out: [UInt8] = []
        var end = 0
        let ordered = faults.sorted {
            ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
        }
        for fault in ordered where fault.range.lowerBound >= end && fault.range.upperBound <= bytes.count {
            guard let correction = fault.correction else { continue }
            out += bytes[end..<fault.range.lowerBound]
            out += correction.utf8
            end = fault.range.upperBound
        }
        out += bytes[end...]
        return String(decoding: out, as: UTF8.self)
    }
}
