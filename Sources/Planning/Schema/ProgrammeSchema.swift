extension DataSchema {
    /// Kế hoạch: the multi-year programme.
    static let programme = DataSchema(
        kind: .programme, title: "Kế hoạch", files: "`ke-hoach.yaml` (hoặc `.yml`, `.json`), bắt buộc",
        root: .record("ke_hoach"),
        records: [
            RecordSchema(
                "ke_hoach", "Kế hoạch nhiều năm.",
                Field.issue + [
                    .required("nam_ban_hanh", .integer(1945...2199), "Năm ban hành, in cả khi chưa có ngày."),
                    .required("trich_yeu", .lines, "Trích yếu; mỗi dòng in thành một dòng."),
                    .required(
                        "thuc_hien", .text, "Văn bản chỉ đạo được thực hiện, viết liền sau chữ “Thực hiện”."),
                    .optional("mo_dau", .text, "Đoạn mở đầu, khi muốn viết khác câu tự lập."),
                    .required("muc_dich", .lines, "Mục đích; không ghi gạch đầu dòng."),
                    .required("yeu_cau", .lines, "Yêu cầu; không ghi gạch đầu dòng."),
                    .required("pham_vi", .record("pham_vi"), "Phạm vi thực hiện."),
                    .required("thoi_gian", .timeSpan, "Thời gian của cả kế hoạch: 2020-2025."),
                    .required("giai_doan", .list(.record("giai_doan")), "Các giai đoạn."),
                    .required("noi_dung", .list(.record("noi_dung")), "Các nội dung công việc."),
                    .required(
                        "giai_phap", .list(.lines), "Giải pháp a), b)…; mỗi giải pháp một hoặc nhiều đoạn."),
                    .required("kinh_phi", .lines, "Các đoạn về kinh phí."),
                    .required("to_chuc_thuc_hien", .list(.record("phan_cong")), "Phân công từng đơn vị."),
                    .optional("ket", .text, "Câu kết, không ghi “./.”, khi muốn viết khác câu tự lập."),
                ] + Field.closing(.required) + [
                    .optional(
                        "ke_hoach_nam", .perYear(.record("ke_hoach_nam")),
                        "Số, ngày và câu chữ riêng của kế hoạch từng năm."), .illustrative,
                ]),
            RecordSchema(
                "pham_vi", "Phạm vi thực hiện.",
                [
                    .required("mo_ta", .text, "Đoạn mô tả; kết bằng “bao gồm:” thì phải kê các kênh."),
                    .optional("kenh", .list(.record("kenh")), "Các trang, kênh thuộc phạm vi."),
                ]),
            RecordSchema(
                "kenh", "Một trang, kênh truyền thông.",
                [
                    .required("ma", .identifier(.channel), "Mã, nhật ký hoạt động dùng để nhắc đến kênh."),
                    .required("ten", .text, "Tên kênh."),
                    .optional("loai", .text, "Loại: trang thông tin điện tử, Fanpage, Zalo OA…"),
                    .optional("dia_chi", .text, "Địa chỉ."),
                    .optional(
                        "thoi_gian", .timeSpan, "Thời gian hoạt động, khi khác thời gian của kế hoạch."),
                ]),
            RecordSchema(
                "giai_doan", "Một giai đoạn.",
                [
                    .required("tu", .integer(1945...2199), "Năm bắt đầu."),
                    .required("den", .integer(1945...2199), "Năm kết thúc."),
                ]),
            RecordSchema(
                "noi_dung", "Một nội dung công việc.",
                [
                    .required(
                        "ma", .identifier(.workItem),
                        "Mã, dự toán, chỉ tiêu và nhật ký dùng để nhắc đến nội dung."),
                    .required("ten", .text, "Tên nội dung, in đậm."),
                    .required("doan", .lines, "Các đoạn văn; đoạn có gạch đầu dòng thì ghi cả “- ”."),
                    .required(
                        "thoi_gian", .timeSpan,
                        "Thời gian: 2020-2022, 2021, hàng năm, đến 2025, hàng năm đến 2025."),
                    .optional("cau_thoi_gian", .text, "Câu về thời gian, khi muốn viết khác câu tự lập."),
                    .optional("chu_tri", .reference(.unit), "Mã đơn vị chủ trì."),
                    .optional("phoi_hop", .list(.reference(.unit)), "Mã các đơn vị phối hợp."),
                    .optional("ket_qua", .text, "Sản phẩm, kết quả dự kiến."),
                    .optional("tien_do", .perYear(.text), "Mốc thời gian trong từng năm: 2021: Quý II."),
                    .optional(
                        "kinh_phi", .perYear(.money),
                        "Kinh phí từng năm; nếu có dự toán năm đó thì phải khớp."),
                    .optional(
                        "khong_su_dung_kinh_phi", .boolean, "`true` khi nội dung không sử dụng kinh phí."),
                ]),
            RecordSchema(
                "phan_cong", "Nhiệm vụ của một đơn vị.",
                [
                    .optional("don_vi", .reference(.unit), "Mã đơn vị; tên in lấy từ tệp co-quan."),
                    .optional("ten", .text, "Tên in, khi không phải một đơn vị có mã."),
                    .required(
                        "doan", .list(.shorthand(.text, orElse: .record("nhiem_vu"))),
                        "Các nhiệm vụ; mỗi nhiệm vụ một đoạn văn, hoặc một đoạn kèm thời gian."),
                ]),
            RecordSchema(
                "nhiem_vu", "Một nhiệm vụ có thời gian riêng.",
                [
                    .required("doan", .text, "Đoạn văn."),
                    .required("thoi_gian", .timeSpan, "Thời gian thực hiện nhiệm vụ."),
                ]),
            RecordSchema(
                "ke_hoach_nam", "Kế hoạch của một năm, phần khác với kế hoạch chung.",
                Field.issue + [
                    .optional(
                        "nam_ban_hanh", .integer(1945...2199), "Năm ban hành; mặc định là năm của kế hoạch."),
                    .optional("trich_yeu", .lines, "Trích yếu; mặc định là trích yếu chung kèm năm."),
                    .optional("mo_dau", .text, "Đoạn mở đầu."),
                    .optional("ket", .text, "Câu kết, không ghi “./.”."),
                ] + Field.closing(.optional)),
        ])
}
