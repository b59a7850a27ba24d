internal import OfficeDocument
internal import Regulations

/// Kế hoạch của một năm.
enum AnnualPlanForm {
    static func blocks(_ terms: FormTerms) -> [Block] { PlanForm.blocks(terms) }

    static var appendix: Appendix {
        Appendix(
            title: "TIẾN ĐỘ THỰC HIỆN KẾ HOẠCH NĂM {nam}",
            columns: [
                Appendix.Column("STT", width: 11), Appendix.Column("Nội dung", width: 60),
                Appendix.Column("Đơn vị chủ trì", width: 32), Appendix.Column("Đơn vị phối hợp", width: 40),
                Appendix.Column("Thời gian", width: 25), Appendix.Column("Sản phẩm, kết quả", width: 56),
                Appendix.Column("Kinh phí (đồng)", width: 28),
            ], index: .absent,
            rows: [
                Appendix.row(
                    [
                        (.centredCell, "{stt}"), (.textCell, "{noi_dung}"), (.textCell, "{chu_tri}"),
                        (.textCell, "{phoi_hop}"), (.centredCell, "{thoi_gian}"), (.textCell, "{ket_qua}"),
                        (.numberCell, "{kinh_phi | tien}{#khong_su_dung_kinh_phi}Không sử dụng kinh phí{/}"),
                    ], opening: "{#tien_do}", closing: "{/tien_do}"),
                Appendix.row(
                    [
                        (.boldCentredCell, ""), (.boldTextCell, "Tổng cộng"), (.textCell, ""),
                        (.textCell, ""), (.textCell, ""), (.textCell, ""),
                        (.boldNumberCell, "{tong_kinh_phi | tien}"),
                    ], opening: "{#tong_kinh_phi}", closing: "{/tong_kinh_phi}"),
            ])
    }
}
