internal import Diagnostics
internal import Recognition
internal import Regulations

extension RuleGroup {
    /// Hai hệ thể thức.
    static let systems = RuleGroup(
        "he_the_thuc", "Văn bản của Đảng và hai hệ thể thức", [.mixedSystems, .partyFormat])
}

extension Check { static let mixedSystems = document([.mixedSystems]) { $0.checkMixedSystems(&$1) } }

extension Rule {
    static let mixedSystems = Rule(
        "format.mixed-systems", "M01", .error, .byHand, [Rule.Clause].decree("II") + .party("thể thức"),
        "Văn bản trộn thể thức nhà nước với thể thức của Đảng.",
        en: "The document mixes the state's format with the Party's.", right: "một hệ thể thức",
        wrong: "Quốc hiệu và Số 15-BC/TU")
}

extension CheckContext {
    func checkMixedSystems(_ log: inout FindingLog) {
        guard let party = structure.first(.partyTitle), structure.first(.motto) != nil else { return }
        log.add(
            .mixedSystems, .partyTitle, lines[party],
            found: Wording("tiêu đề của Đảng cùng với tiêu ngữ", en: "the Party's title with the motto"),
            right: Wording("một hệ thể thức", en: "one system"))
    }
}
