internal import Regulations

extension RuleGroup {
    /// Tên loại, trích yếu, kính gửi.
    static let subjectAndAddressee = RuleGroup(
        "trich_yeu_kinh_gui", "Tên loại, trích yếu, kính gửi",
        [.documentType, .subject, .addressees, .asAbove])
}
