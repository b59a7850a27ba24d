internal import DataFiles

extension Agency {
    /// Cơ quan: who issues the documents, its units and those who sign.
    static let form = DataForm.record(
        "co_quan", "Cơ quan ban hành văn bản.", blank: Agency(),
        [
            .required("ten", \.name, .text, "Tên cơ quan, như in ở đầu văn bản: Sở Khoa học và Công nghệ."),
            .required("ten_day_du", \.fullName, .text, "Tên đầy đủ kèm địa phương, dùng trong câu văn."),
            .required("viet_tat", \.abbreviation, .text, "Chữ viết tắt trong ký hiệu văn bản: SKHCN."),
            .optional(
                "chu_quan", \.parentName, .text,
                "Cơ quan chủ quản: UBND tỉnh Đắk Nông; cơ quan không có cấp trên trực tiếp (UBND tỉnh, bộ) thì bỏ trống."
            ),
            .optional(
                "he", \.writtenSystem,
                .choice([
                    DataChoice("nha_nuoc", .state, "cơ quan nhà nước, thể thức theo Nghị định 30/2020/NĐ-CP"),
                    DataChoice("dang", .party, "cơ quan, tổ chức Đảng, thể thức theo Hướng dẫn 05-HD/VPTW"),
                ]),
                "Hệ thống văn bản; không ghi thì theo tên: Tỉnh ủy, Đảng ủy… và cơ quan trực thuộc là `dang`, còn lại `nha_nuoc`. Đoàn Thanh niên và tổ chức khác có quy định riêng, chưa có mẫu."
            ), .required("dia_danh", \.placeName, .text, "Địa danh ghi trước ngày tháng: Đắk Nông."),
            .optional("don_vi", keeping: \.units, .list(of: Unit.form), "Các phòng, đơn vị trực thuộc."),
            .required("lanh_dao", \.leaders, .list(of: Leader.form), "Những người ký văn bản."),
            .illustrative(\.isIllustrative), .secrecy(\.secrecy),
        ])
}

extension Agency.Unit {
    fileprivate static let form = DataForm.record(
        "don_vi", "Một phòng hoặc đơn vị trực thuộc.", blank: Agency.Unit(),
        [
            .required("ma", \.code, .identifier(.unit), "Mã, các tệp khác dùng để nhắc đến đơn vị: VP."),
            .required("ten", \.name, .text, "Tên đầy đủ: Văn phòng Sở."),
            .optional("viet_tat", \.abbreviation, .text, "Chữ viết tắt trong dòng Lưu: TTKHCN."),
        ])
}

extension Agency.Leader {
    fileprivate static let form = DataForm.record(
        "lanh_dao", "Một người ký và cách ký.", blank: Agency.Leader(), fields)

    /// Somebody of another agency, whom nothing refers to.
    static let signatoryForm = DataForm.record(
        "nguoi_ky", "Người ký của cơ quan khác.", blank: Agency.Leader(), fields.filter { $0.key != "ma" })

    private static let fields: [DataField<Agency.Leader>] = [
        .required("ma", \.code, .identifier(.leader), "Mã, dùng ở khóa `ky` của các văn bản."),
        .required("ho_ten", \.fullName, .text, "Họ và tên, không ghi học hàm, học vị."),
        .required("chuc_vu", \.position, .text, "Chức vụ in trên chữ ký: Phó Giám đốc."),
        .optional(
            "quyen_han", keeping: \.authority, .lines,
            "Quyền hạn in trên chức vụ, viết nguyên văn: KT. Giám đốc. Giám đốc tự ký thì bỏ trống."),
        .optional("tm", \.onBehalf, .text, "Thay mặt: tên tập thể, in “TM. ỦY BAN NHÂN DÂN” (Đảng: “T/M”)."),
        .optional(
            "kt", \.deputising, .text, "Ký thay: chức vụ người đứng đầu, in “KT. CHỦ TỊCH” (Đảng: “K/T”)."),
        .optional(
            "tl", \.byOrder, .text, "Thừa lệnh: chức vụ người giao ký, in “TL. CHỦ TỊCH” (Đảng: “T/L”)."),
        .optional("tuq", \.byAuthority, .text, "Thừa ủy quyền: chức vụ người ủy quyền, in “TUQ. CHỦ TỊCH”."),
        .optional("q", keeping: \.isActing, .boolean, "`true` khi giữ quyền: in “Q. CHỦ TỊCH”."),
    ]
}

extension DataField {
    /// The mark of files whose figures are examples.
    static func illustrative(_ path: @autoclosure @escaping Path<Bool>) -> DataField {
        .optional(
            "minh_hoa", keeping: path(), .boolean,
            "`true` khi số liệu trong tệp chỉ để minh họa, không phải số liệu thật.")
    }
}
