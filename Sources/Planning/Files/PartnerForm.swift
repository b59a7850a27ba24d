internal import DataFiles

/// What a plan's file says of the agency that issues it too.
struct PartnerEntry: Sendable {
    var name = ""
    var fullName: String?
    var abbreviation = ""
    var parentName: String?
    var signatory = Agency.Leader()
}

extension PartnerEntry {
    static let form = DataForm.record(
        "cung_ban_hanh", "Cơ quan cùng ban hành văn bản.", blank: PartnerEntry(),
        [
            .required("ten", \.name, .text, "Tên cơ quan, như in ở đầu văn bản: Công an tỉnh."),
            .optional("ten_day_du", \.fullName, .text, "Tên đầy đủ kèm địa phương, khi khác tên."),
            .required("viet_tat", \.abbreviation, .text, "Chữ viết tắt trong ký hiệu văn bản: CAT."),
            .optional(
                "chu_quan", \.parentName, .text, "Cơ quan chủ quản; in khi hai cơ quan có cùng chủ quản."),
            .required("ky", \.signatory, Agency.Leader.signatoryForm, "Người ký của cơ quan này."),
        ])
}

extension Programme.Partner {
    init(_ entry: PartnerEntry) {
        name = entry.name
        fullName = entry.fullName ?? entry.name
        abbreviation = entry.abbreviation
        parentName = entry.parentName
        signatory = entry.signatory
    }
}
