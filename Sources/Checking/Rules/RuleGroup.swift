internal import Regulations

/// A component of documents with its checks, which settings may name as a whole.
struct RuleGroup: Sendable {
    /// Its name in settings.
    let key: String
    /// As the catalogue's heading says it.
    let title: String
    let checks: [Check]

    init(_ key: String, _ title: String, _ checks: [Check]) {
        self.key = key
        self.title = title
        self.checks = checks
    }

    var rules: [Rule] { checks.flatMap(\.rules) }

    /// In the order of a document; the catalogue and the checker go by it.
    static let all: [RuleGroup] = [
        .page, .letterhead, .numberAndDate, .subjectAndAddressee, .legalBases, .bodySetting, .bodyText, .foot,
        .appendices, .systems,
    ]
}

/// Rules as settings name them: one by its code, a group by its key, or all by `tat_ca`.
package enum RuleSelection {
    static let everything = "tat_ca"

    /// The rules that a name stands for; nil for a name that is none.
    package static func rules(named name: String) -> [Rule]? {
        if let rule = Rule.rule(coded: name) { return [rule] }
        if name == everything { return Rule.all }
        return RuleGroup.all.first { $0.key == name }?.rules
    }

    /// Every name there is, for the hint of the nearest.
    package static var names: [String] {
        Rule.all.flatMap { [$0.code.rawValue, $0.code.shortName] } + RuleGroup.all.map(\.key) + [everything]
    }
}
