internal import Regulations

extension RuleGroup {
    /// Đầu văn bản.
    static let letterhead = RuleGroup(
        "dau_van_ban", "Đầu văn bản",
        [.presence, .nationalTitle, .motto, .mottoLine, .agencies, .headSides, .typedAlignment])
}
