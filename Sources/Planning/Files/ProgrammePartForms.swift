internal import DataFiles
internal import Diagnostics

// The forms of the parts of a programme.

extension ProgrammeFile.Scope {
    static let form = DataForm.record(
        "pham_vi", "Phạm vi thực hiện.", blank: ProgrammeFile.Scope(),
        [
            .required("mo_ta", \.description, .text, "Đoạn mô tả; kết bằng “bao gồm:” thì phải kê các kênh."),
            .optional(
                "kenh", located: \.channels, .list(of: ProgrammeFile.Channel.form),
                "Các trang, kênh thuộc phạm vi."),
        ])
}

extension ProgrammeFile.Channel {
    static let form = DataForm.record(
        "kenh", "Một trang, kênh truyền thông.", blank: ProgrammeFile.Channel(),
        [
            .required("ma", \.code, .identifier(.channel), "Mã, nhật ký hoạt động dùng để nhắc đến kênh."),
            .required("ten", \.name, .text, "Tên kênh."),
            .optional("loai", \.kind, .text, "Loại: trang thông tin điện tử, Fanpage, Zalo OA…"),
            .optional("dia_chi", \.address, .text, "Địa chỉ."),
            .optional(
                "thoi_gian", located: \.span, .timeSpan,
                "Thời gian hoạt động, khi khác thời gian của kế hoạch."),
        ])
}

extension ProgrammeFile.Phase {
    static let form = DataForm.record(
        "giai_doan", "Một giai đoạn.", blank: ProgrammeFile.Phase(),
        [
            .required("tu", located: \.first, .year, "Năm bắt đầu."),
            .required("den", located: \.last, .year, "Năm kết thúc."),
            .optional("ten", \.name, .text, "Tên giai đoạn: Khởi động."),
            .optional(
                "muc_tieu", keeping: \.goals, .lines, "Mục tiêu của giai đoạn; không ghi gạch đầu dòng."),
        ])
}

extension ProgrammeFile.Item {
    static let form: DataForm<ProgrammeFile.Item> = .record(
        "noi_dung", "Một nội dung công việc.", blank: ProgrammeFile.Item(),
        [
            .optional(
                "ma", located: \.code, .identifier(.workItem),
                "Mã, dự toán, chỉ tiêu và nhật ký dùng để nhắc đến nội dung."),
            .required("ten", \.title, .text, "Tên nội dung, in đậm."),
            .optional(
                "doan", keeping: \.paragraphs, .writtenLines,
                "Các đoạn văn; đoạn có gạch đầu dòng thì ghi cả “- ”."),
            .optional(
                "thoi_gian", located: \.span, .timeSpan,
                "Thời gian: 2020-2022, 2021, hằng năm, đến 2025, hằng năm đến 2025; không ghi là suốt kế hoạch."
            ),
            .optional(
                "cau_thoi_gian", \.timeSentence, .text, "Câu về thời gian, khi muốn viết khác câu tự lập."),
            .optional(
                "thoi_han", located: \.deadline, .text,
                "Thời hạn trong năm: Tháng 3, Quý II, trước ngày 15/6; kế hoạch nhiều năm thì dùng tien_do."),
            .optional(
                "chu_tri", \.leadUnits, .shorthand(.reference(.unit), orElse: .list(of: .reference(.unit))),
                "Mã đơn vị chủ trì, hoặc danh sách mã."),
            .optional(
                "phoi_hop", keeping: \.supportingUnits, .list(of: .reference(.unit)),
                "Mã các đơn vị phối hợp."),
            .optional("ket_qua", \.result, .text, "Sản phẩm, kết quả dự kiến."),
            .optional(
                "ghi_chu", \.note, .text, "Ghi chú, hoặc đơn vị theo dõi; in ở bảng có cột `lay: ghi_chu`."),
            .optional(
                "tien_do", keeping: \.milestones, .perYear(DataForm.text.located),
                "Mốc thời gian trong từng năm: 2021: Quý II."),
            .optional(
                "kinh_phi", keeping: \.costs, .perYear(DataForm.money.located),
                "Kinh phí từng năm; nếu có dự toán năm đó thì phải khớp."),
            .optional(
                "viec", keeping: \.items, .list(of: .enclosingRecord("noi_dung") { form }),
                "Các việc cụ thể, viết như nội dung."),
            .optional(
                "khong_su_dung_kinh_phi", keeping: \.needsNoMoney, .boolean,
                "`true` khi nội dung không sử dụng kinh phí."),
        ])
}

extension ProgrammeFile.Assignment {
    static let form = DataForm.record(
        "phan_cong", "Nhiệm vụ của một đơn vị.", blank: ProgrammeFile.Assignment(),
        [
            .optional("don_vi", located: \.unit, .reference(.unit), "Mã đơn vị; tên in lấy từ tệp co-quan."),
            .optional("ten", located: \.name, .text, "Tên in, khi không phải một đơn vị có mã."),
            .required(
                "doan", \.duties, .list(of: .shorthand(.written, orElse: ProgrammeFile.Duty.form)),
                "Các nhiệm vụ; mỗi nhiệm vụ một đoạn văn, hoặc một đoạn kèm thời gian."),
        ])
}

extension ProgrammeFile.Duty {
    static let form = DataForm.record(
        "nhiem_vu", "Một nhiệm vụ có thời gian riêng.", blank: ProgrammeFile.Duty(),
        [
            .required("doan", \.text, .written, "Đoạn văn."),
            .required("thoi_gian", located: \.span, .timeSpan, "Thời gian thực hiện nhiệm vụ."),
        ])
}
