internal import Regulations

extension RuleGroup {
    /// Số, ký hiệu, ngày tháng.
    static let numberAndDate = RuleGroup(
        "so_ngay_thang", "Số, ký hiệu, ngày tháng", [.number, .date, .laterCitations])
}
