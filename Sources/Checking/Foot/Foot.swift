internal import Regulations

extension RuleGroup {
    /// Chữ ký, nơi nhận.
    static let foot = RuleGroup(
        "chu_ky_noi_nhan", "Chữ ký, nơi nhận", [.signature, .signatureAlone, .recipients])
}
