extension DataSchema {
    /// Cơ quan: who issues the documents, its units and those who sign.
    static let agency = DataSchema(
        kind: .agency, title: "Cơ quan", files: "`co-quan.yaml` (hoặc `.yml`, `.json`), bắt buộc",
        root: .record("co_quan"),
        records: [
            RecordSchema(
                "co_quan", "Cơ quan ban hành văn bản.",
                [
                    .required("ten", .text, "Tên cơ quan, như in ở đầu văn bản: Sở Khoa học và Công nghệ."),
                    .required("ten_day_du", .text, "Tên đầy đủ kèm địa phương, dùng trong câu văn."),
                    .required("viet_tat", .text, "Chữ viết tắt trong ký hiệu văn bản: SKHCN."),
                    .required("chu_quan", .text, "Cơ quan chủ quản: UBND tỉnh Đắk Nông."),
                    .required("dia_danh", .text, "Địa danh ghi trước ngày tháng: Đắk Nông."),
                    .required("don_vi", .list(.record("don_vi")), "Các phòng, đơn vị trực thuộc."),
                    .required("lanh_dao", .list(.record("lanh_dao")), "Những người ký văn bản."),
                    .illustrative,
                ]),
            RecordSchema(
                "don_vi", "Một phòng hoặc đơn vị trực thuộc.",
                [
                    .required("ma", .identifier(.unit), "Mã, các tệp khác dùng để nhắc đến đơn vị: VP."),
                    .required("ten", .text, "Tên đầy đủ: Văn phòng Sở."),
                    .optional("viet_tat", .text, "Chữ viết tắt trong dòng Lưu: TTKHCN."),
                ]),
            RecordSchema(
                "lanh_dao", "Một người ký và cách ký.",
                [
                    .required("ma", .identifier(.leader), "Mã, dùng ở khóa `ky` của các văn bản."),
                    .required("ho_ten", .text, "Họ và tên, không ghi học hàm, học vị."),
                    .required("chuc_vu", .text, "Chức vụ in trên chữ ký: Phó Giám đốc."),
                    .optional(
                        "quyen_han", .lines,
                        "Quyền hạn in trên chức vụ: KT. Giám đốc. Giám đốc tự ký thì bỏ trống."),
                ]),
        ])
}

extension Field {
    /// The mark of files whose figures are examples.
    static let illustrative = Field.optional(
        "minh_hoa", .boolean, "`true` khi số liệu trong tệp chỉ để minh họa, không phải số liệu thật.")

    /// The number and date that turn a draft into an issued document.
    static let issue: [Field] = [
        .optional("so", .integer(1...99_999), "Số văn bản; bỏ trống khi còn là dự thảo."),
        .optional("ngay", .date, "Ngày ban hành; bỏ trống khi còn là dự thảo."),
    ]

    /// Who gets the document, and who signs it.
    static func closing(_ presence: Presence) -> [Field] {
        [
            Field(
                name: "noi_nhan", type: .lines, presence: presence,
                doc: "Nơi nhận, không ghi gạch đầu dòng và dấu câu."),
            Field(name: "luu", type: .text, presence: presence, doc: "Nơi lưu: VT, TTKHCN."),
            Field(name: "ky", type: .reference(.leader), presence: presence, doc: "Mã người ký."),
        ]
    }
}
