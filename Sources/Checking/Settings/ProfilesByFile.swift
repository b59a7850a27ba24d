public import Diagnostics
public import Regulations

extension FormatProfile {
    /// Reads a profile from a YAML or JSON file.
    ///
    /// `ke_thua` names what it inherits from: a regulation (`ND30`) or another file, whose place is taken from this one's. Without it
    /// every key must be there. All faults are thrown at once, a rule that the catalogue does not have among them.
    public init(opening path: String) throws(Failure) { try self.init(opening: path, rules: .catalogue) }
}

extension RuleNames {
    /// The rules of the catalogue.
    static let catalogue = RuleNames(code: { Rule.rule(coded: $0)?.code }, all: { RuleSelection.names })
}
