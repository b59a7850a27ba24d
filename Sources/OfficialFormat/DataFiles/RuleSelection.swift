extension RuleCode {
    /// Without the room: `page-margin`.
    public var shortName: String { String(rawValue.dropFirst("format.".count)) }

    /// The rule of a code as a user writes it, with or without `format.`.
    public init?(written text: String) {
        guard let code = RuleCode(rawValue: text) ?? RuleCode(rawValue: "format.\(text)") else { return nil }
        self = code
    }
}

/// A part of the catalogue that settings may name as a whole.
public enum RuleGroup: String, Hashable, Sendable, CaseIterable {
    case page = "trang_giay"
    case head = "dau_van_ban"
    case numberAndDate = "so_ngay_thang"
    case subjectAndAddressee = "trich_yeu_kinh_gui"
    case legalBases = "can_cu"
    case bodySetting = "trinh_bay"
    case bodyText = "loi_van"
    case foot = "chu_ky_noi_nhan"
    case appendices = "phu_luc"
    case systems = "he_the_thuc"

    /// As the catalogue's heading says it.
    public var title: String {
        switch self {
        case .page: "Trang giấy và số trang"
        case .head: "Đầu văn bản"
        case .numberAndDate: "Số, ký hiệu, ngày tháng"
        case .subjectAndAddressee: "Tên loại, trích yếu, kính gửi"
        case .legalBases: "Căn cứ"
        case .bodySetting: "Trình bày nội dung"
        case .bodyText: "Chữ trong nội dung"
        case .foot: "Chữ ký, nơi nhận"
        case .appendices: "Phụ lục"
        case .systems: "Văn bản của Đảng và hai hệ thể thức"
        }
    }

    public var rules: [Rule] {
        switch self {
        case .page: Rule.page
        case .head: Rule.head
        case .numberAndDate: Rule.numberAndDate
        case .subjectAndAddressee: Rule.subjectAndAddressee
        case .legalBases: Rule.legalBases
        case .bodySetting: Rule.bodySetting
        case .bodyText: Rule.bodyText
        case .foot: Rule.foot
        case .appendices: Rule.appendices
        case .systems: Rule.systems
        }
    }
}

/// Rules as settings name them: one by its code, a group by its key, or all by `tat_ca`.
public enum RuleSelection {
    static let everything = "tat_ca"

    /// The codes that a name stands for; nil for a name that is none.
    public static func codes(named name: String) -> [RuleCode]? {
        if let code = RuleCode(written: name) { return [code] }
        if name == everything { return RuleCode.allCases }
        return RuleGroup(rawValue: name)?.rules.map(\.code)
    }

    /// Every name there is, for the hint of the nearest.
    public static var names: [String] {
        RuleCode.allCases.flatMap { [$0.rawValue, $0.shortName] } + RuleGroup.allCases.map(\.rawValue) + [
            everything
        ]
    }
}
