internal import OfficeDocument
internal import Regulations

/// Báo cáo.
enum ReportForm {
    static func blocks(_ terms: FormTerms) -> [Block] {
        Letterhead.blocks(terms, documentType: "BÁO CÁO") + Letterhead.addressees
            + terms.legalBases(of: "can_cu | mac_dinh(\"\")") + [FormStyle.body("{mo_dau}"), PlanForm.body]
            + SignatureBlock.blocks(terms)
    }

    static var appendix: Appendix {
        Appendix(
            title: "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU {ky_bao_cao.ten | hoa}",
            notes: [
                FormStyle.dataPeriod(
                    "Số liệu từ ngày {ky_bao_cao.tu | ngay} đến ngày {ky_bao_cao.den | ngay}")
            ],
            columns: [
                Appendix.Column("STT", index: "A", width: 11),
                Appendix.Column("Chỉ tiêu", index: "B", width: 54),
                Appendix.Column("Đơn vị tính", index: "C", width: 20),
                Appendix.Column("Kế hoạch năm {nam}", index: "1", width: 28),
                Appendix.Column("Thực hiện kỳ này", index: "2", width: 28),
                Appendix.Column("Lũy kế", index: "3", width: 28),
                Appendix.Column("Tỷ lệ % so với kế hoạch năm", index: "4=3/1", width: 22),
                Appendix.Column("Cùng kỳ năm trước", index: "5", width: 26),
                Appendix.Column("So với cùng kỳ (%)", index: "6=2/5", width: 18),
                Appendix.Column("Ghi chú", index: "D", width: 17),
            ], index: .shown,
            rows: [
                row(
                    .boldCentredCell, .boldTextCell, .boldNumberCell, opening: "{#chi_tieu}{#nhom}",
                    closing: "{/nhom}"),
                row(.centredCell, .textCell, .numberCell, opening: "{^nhom}", closing: "{/nhom}{/chi_tieu}"),
            ])
    }

    private static func row(
        _ centred: FormStyle, _ text: FormStyle, _ number: FormStyle, opening: String, closing: String
    ) -> Table.Row {
        Appendix.row(
            [
                (centred, "{stt}"), (text, "{ten}"), (centred, "{dvt}"), (number, "{ke_hoach}"),
                (number, "{thuc_hien}"), (number, "{luy_ke}"), (number, "{ty_le}"), (number, "{cung_ky}"),
                (number, "{so_cung_ky}"), (text, "{ghi_chu}"),
            ], opening: opening, closing: closing)
    }
}
