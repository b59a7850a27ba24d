extension DataSchema {
    /// Báo cáo: how the periodic reports are addressed and worded.
    static let report = DataSchema(
        kind: .report, title: "Báo cáo định kỳ", files: "`bao-cao.yaml` (hoặc `.yml`, `.json`)",
        root: .record("bao_cao"),
        records: [
            RecordSchema(
                "bao_cao",
                "Thiết lập chung của báo cáo và lời văn từng kỳ. Trong các mẫu câu, {ky} là tên kỳ, {ky_sau} là tên kỳ sau, {nam} là năm.",
                [
                    .required("kinh_gui", .lines, "Nơi nhận báo cáo, mỗi nơi một dòng."),
                    .required(
                        "trich_yeu", .pattern(placeholders: placeholders),
                        "Trích yếu: Kết quả … {ky} và phương hướng, nhiệm vụ {ky_sau}."),
                    .required(
                        "mo_dau", .pattern(placeholders: placeholders), "Đoạn mở đầu, nêu căn cứ báo cáo."),
                    .required("ket", .pattern(placeholders: placeholders), "Câu kết, không ghi “./.”."),
                    .optional(
                        "chot_so_lieu",
                        .choice([
                            .init(
                                "nd09",
                                "từ ngày 15 tháng trước kỳ đến ngày 14 tháng cuối kỳ, theo Nghị định số 09/2019/NĐ-CP"
                            ), .init("duong_lich", "từ ngày đầu đến ngày cuối kỳ theo dương lịch"),
                        ]), "Cách chốt số liệu; mặc định `nd09`."),
                    .optional(
                        "ngay_chot", .integer(1...27),
                        "Ngày chốt số liệu hằng tháng khi theo `nd09`; mặc định 14."),
                ] + Field.closing(.required) + [
                    .optional("ky_bao_cao", .list(.record("ky_bao_cao")), "Số, ngày và lời văn của từng kỳ."),
                    .illustrative,
                ]),
            RecordSchema(
                "ky_bao_cao", "Lời văn của một kỳ báo cáo.",
                [.required("ky", .period, "Kỳ: 2021-03, 2021-Q1, 2021-H1, 2021-9M hoặc 2021.")] + Field.issue
                    + [
                        .optional(
                            "nam_ban_hanh", .integer(1945...2199), "Năm ban hành; mặc định là năm báo cáo."),
                        .optional(
                            "ket_qua", .list(.record("ket_qua")),
                            "Kết quả viết thêm, ngoài số liệu tính từ nhật ký."),
                        .optional("uu_diem", .lines, "Ưu điểm; không ghi gạch đầu dòng."),
                        .optional("han_che", .lines, "Khó khăn, hạn chế; không ghi gạch đầu dòng."),
                        .optional("nguyen_nhan", .lines, "Nguyên nhân; không ghi gạch đầu dòng."),
                        .optional(
                            "phuong_huong", .lines, "Nhiệm vụ trọng tâm kỳ sau; không ghi gạch đầu dòng."),
                        .optional("kien_nghi", .lines, "Kiến nghị, đề xuất; không ghi gạch đầu dòng."),
                    ]),
            RecordSchema(
                "ket_qua", "Kết quả viết thêm của một nội dung.",
                [
                    .required("noi_dung", .reference(.workItem), "Mã nội dung kế hoạch."),
                    .required("doan", .lines, "Các đoạn văn; đoạn có gạch đầu dòng thì ghi cả “- ”."),
                ]),
        ])

    /// What the sentences of a report may leave open.
    private static let placeholders = ["ky", "ky_sau", "nam"]
}
