internal import OfficeDocument
internal import Regulations

/// Kế hoạch của một năm.
enum AnnualPlanForm {
    static func blocks(_ terms: FormTerms) -> [Block] {
        Letterhead.blocks(terms, documentType: "KẾ HOẠCH") + [FormStyle.body("{mo_dau}")]
            + PlanForm.purpose(terms)
            + Template.headed(
                "chi_tieu", [terms.clause("3", "Chỉ tiêu năm {nam}")],
                items: [FormStyle.dashItem("- {ten}: {ke_hoach_dvt}{#$last}.{^};{/}")]) + [
                terms.roman("II", "PHẠM VI, THỜI GIAN THỰC HIỆN")
            ] + PlanForm.scope(terms) + [
                terms.clause("2", "Thời gian thực hiện"),
                FormStyle.body(
                    "Kế hoạch được thực hiện trong năm {nam}{#giai_doan}{#$first}, thuộc {^}, {/}"
                        + "giai đoạn {so} (từ năm {tu} đến năm {den}){/giai_doan}."),
                terms.roman("III", "NỘI DUNG"),
                FormStyle.body(
                    "Nội dung công việc, đơn vị thực hiện, thời gian và kết quả (chi tiết tại Phụ lục kèm theo)"
                        + " như sau:"),
            ] + PlanForm.workItems(terms) + PlanForm.measures(terms) + [terms.roman("IV", "KINH PHÍ")]
            + Template.paragraphs("kinh_phi")
            + Template.shown(
                "tong_kinh_phi",
                [
                    FormStyle.body(
                        "Tổng kinh phí thực hiện năm {nam}: {tong_kinh_phi | tien} đồng"
                            + " (Bằng chữ: {tong_kinh_phi | bang_chu} đồng).")
                ]) + PlanForm.assignments(terms) + SignatureBlock.blocks(terms)
    }

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
                        (.numberCell, "{kinh_phi | tien}"),
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
