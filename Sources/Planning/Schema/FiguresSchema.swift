extension DataSchema {
    /// Chỉ tiêu: what is counted, how, and how much is planned.
    static let indicators = DataSchema(
        kind: .indicators, title: "Chỉ tiêu", files: "`chi-tieu.yaml` (hoặc `.yml`, `.json`)",
        root: .record("bang_chi_tieu"),
        records: [
            RecordSchema(
                "bang_chi_tieu", "Các chỉ tiêu, theo thứ tự in.",
                [.required("chi_tieu", .list(.record("chi_tieu")), "Các chỉ tiêu."), .illustrative]),
            RecordSchema(
                "chi_tieu", "Một chỉ tiêu.",
                [
                    .required(
                        "ma", .identifier(.indicator), "Mã, nhật ký hoạt động dùng để nhắc đến chỉ tiêu."),
                    .required("ten", .text, "Tên chỉ tiêu."),
                    .required("dvt", .text, "Đơn vị tính; tiền ghi “đồng”, tỷ lệ ghi “%”."),
                    .required(
                        "loai",
                        .choice([
                            .init("phat_sinh", "số phát sinh, cộng dồn theo thời gian"),
                            .init("cuoi_ky", "số có đến cuối kỳ, lấy số báo sau cùng, không cộng dồn"),
                            .init("ty_le", "tỷ lệ phần trăm, luôn tính lại từ tử số và mẫu số"),
                            .init("tien", "số tiền, cộng dồn, nguyên đồng"),
                        ]), "Cách tính."),
                    .optional("tu_so", .reference(.indicator), "Chỉ tiêu làm tử số của tỷ lệ."),
                    .optional("mau_so", .reference(.indicator), "Chỉ tiêu làm mẫu số của tỷ lệ."),
                    .optional(
                        "so_le", .integer(0...6), "Số chữ số thập phân khi in; mặc định 0, tỷ lệ mặc định 1."),
                    .optional("nhom", .text, "Tên nhóm in thành dòng đậm trong phụ lục."),
                    .optional(
                        "noi_dung", .reference(.workItem),
                        "Mã nội dung kế hoạch mà chỉ tiêu thể hiện kết quả."),
                    .optional(
                        "cau", .pattern(placeholders: ["so"]),
                        "Câu kết quả, {so} là số liệu: đã đăng tải {so} tin, bài."),
                    .optional("ke_hoach", .perYear(.number), "Kế hoạch từng năm."),
                    .optional("ghi_chu", .text, "Ghi chú in ở cột cuối."),
                ]),
        ])

    /// Nhật ký hoạt động: what was done, when, by whom, how much.
    static let log = DataSchema(
        kind: .log, title: "Nhật ký hoạt động",
        files: "`hoat-dong.csv`, dòng đầu là tên cột, ngăn cách bằng `,` hoặc `;`",
        root: .list(.record("hoat_dong")),
        records: [
            RecordSchema(
                "hoat_dong", "Một dòng nhật ký.",
                [
                    .required("ngay", .date, "Ngày: 15/3/2021 hoặc 2021-03-15."),
                    .required("don_vi", .reference(.unit), "Mã đơn vị thực hiện."),
                    .optional("noi_dung", .reference(.workItem), "Mã nội dung kế hoạch."),
                    .optional("kenh", .reference(.channel), "Mã kênh."),
                    .optional(
                        "chi_tieu", .reference(.indicator),
                        "Mã chỉ tiêu; bỏ trống thì dòng chỉ là việc đã làm, ghi ở ghi_chu."),
                    .optional(
                        "so_luong", .reportedNumber,
                        "Số liệu; 0 là đã làm nhưng bằng không, - là không phát sinh, bỏ trống là chưa báo cáo."
                    ),
                    .optional(
                        "ghi_chu", .text, "Ghi chú; dòng không có chỉ tiêu thì in vào kết quả của nội dung."),
                ])
        ])
}
