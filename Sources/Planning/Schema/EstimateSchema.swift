extension DataSchema {
    /// Dự toán kinh phí: the estimate of one year, with the letter that submits it.
    static let estimate = DataSchema(
        kind: .estimate, title: "Dự toán kinh phí năm",
        files: "`du-toan/2021.yaml` hoặc `du-toan-2021.yaml` (hoặc `.yml`, `.json`), mỗi năm một tệp",
        root: .record("du_toan"),
        records: [
            RecordSchema(
                "du_toan", "Dự toán của một năm.",
                [
                    .required("nam", .integer(1945...2199), "Năm dự toán, phải trùng với năm ở tên tệp."),
                    .required("nguon", .list(.record("nguon")), "Các nguồn kinh phí."),
                    .required(
                        "muc", .list(.record("muc")),
                        "Các dòng của bảng; số thứ tự, cộng nhóm và tổng cộng do chương trình lập."),
                    .optional("tong_cong", .money, "Tổng cộng đã được thông báo, để chương trình đối chiếu."),
                    .optional("muc_tran", .money, "Dự toán được giao; vượt thì cảnh báo."),
                    .required("to_trinh", .record("to_trinh"), "Tờ trình kèm dự toán."), .illustrative,
                ]),
            RecordSchema(
                "nguon", "Một nguồn kinh phí.",
                [
                    .required("ma", .identifier(.fundingSource), "Mã nguồn, dùng ở các dòng: NST."),
                    .required("ten", .text, "Tên nguồn: Ngân sách tỉnh."),
                    .optional("so_tien", .money, "Tổng đã biết của nguồn, để chương trình đối chiếu."),
                ]),
            RecordSchema(
                "muc", "Một dòng: nhóm (có `muc` con), mục chi, hoặc dòng “trong đó”.",
                [
                    .optional(
                        "loai",
                        .choice([
                            .init("nhom", "nhóm, số tiền là tổng các dòng con"), .init("muc", "mục chi"),
                            .init("trong_do", "dòng “trong đó”, chỉ để biết, không cộng vào tổng"),
                        ]), "Loại dòng; mặc định là `nhom` khi có `muc` con, không thì `muc`."),
                    .required("noi_dung_chi", .text, "Nội dung chi."),
                    .optional("muc", .list(.record("muc")), "Các dòng con."),
                    .optional("dvt", .text, "Đơn vị tính."), .optional("so_luong", .number, "Số lượng."),
                    .optional("he_so", .list(.factor), "Các hệ số nhân thêm: [2 ngày, 3 lớp]."),
                    .optional("don_gia", .money, "Đơn giá, đồng."),
                    .optional(
                        "thanh_tien", .money,
                        "Thành tiền; có số lượng và đơn giá thì không cần, nếu ghi thì phải khớp."),
                    .optional(
                        "nguon", .shorthand(.reference(.fundingSource), orElse: .list(.record("phan_nguon"))),
                        "Mã nguồn kinh phí, hoặc danh sách chia theo nguồn. Dòng con theo nguồn của nhóm nếu không ghi."
                    ), .optional("ma_ndkt", .text, "Mã nội dung kinh tế (mục, tiểu mục)."),
                    .optional("can_cu", .text, "Căn cứ, ghi chú."),
                    .optional("don_vi", .reference(.unit), "Mã đơn vị thực hiện."),
                    .optional(
                        "noi_dung", .reference(.workItem),
                        "Mã nội dung kế hoạch mà khoản chi phục vụ. Dòng con theo nhóm nếu không ghi."),
                ]),
            RecordSchema(
                "phan_nguon", "Phần của một nguồn trong một mục chi.",
                [
                    .required("nguon", .reference(.fundingSource), "Mã nguồn."),
                    .required("so_tien", .money, "Số tiền, đồng."),
                ]),
            RecordSchema(
                "to_trinh", "Tờ trình kèm dự toán.",
                Field.issue + [
                    .optional(
                        "nam_ban_hanh", .integer(1945...2199),
                        "Năm ban hành; mặc định là năm trước năm dự toán."),
                    .optional("trich_yeu", .lines, "Trích yếu, bắt đầu bằng “Về việc”."),
                    .required("kinh_gui", .lines, "Nơi được trình, mỗi nơi một dòng."),
                    .optional("can_cu", .lines, "Các căn cứ, không ghi dấu câu ở cuối."),
                    .optional("mo_dau", .text, "Đoạn mở đầu."),
                    .required("su_can_thiet", .lines, "Sự cần thiết."),
                    .required("co_so_tinh_toan", .lines, "Cơ sở tính toán."),
                    .required("kien_nghi", .lines, "Kiến nghị."),
                    .required("ket", .text, "Câu kết, không ghi “./.”."),
                ] + Field.closing(.required)),
        ])
}
