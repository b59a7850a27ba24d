internal import OfficeDocument

/// Kế hoạch.
enum PlanForm {
    static var blocks: [Block] {
        Letterhead.blocks(documentType: "KẾ HOẠCH")
            + [FormStyle.body("{mo_dau}")]
            + purpose
            + [FormStyle.romanHeading("II. PHẠM VI, THỜI GIAN THỰC HIỆN")]
            + scope
            + [
                FormStyle.titledClause("2. Thời gian thực hiện"),
                FormStyle.body(
                    "Thời gian thực hiện từ năm {thoi_gian.tu} đến {thoi_gian.den},"
                        + " được chia làm {giai_doan | dem} giai đoạn:"
                ),
            ]
            + Template.repeated(
                "giai_doan",
                [FormStyle.dashItem("- Giai đoạn {so}: Từ năm {tu} đến năm {den}.")]
            )
            + [FormStyle.romanHeading("III. NỘI DUNG")]
            + workItems + measures
            + [FormStyle.romanHeading("IV. KINH PHÍ")]
            + Template.paragraphs("kinh_phi")
            + assignments
            + SignatureBlock.blocks(closing: "{ket}")
    }

    static var purpose: [Block] {
        [FormStyle.romanHeading("I. MỤC ĐÍCH, YÊU CẦU"), FormStyle.titledClause("1. Mục đích")]
            + Template.dashes("muc_dich")
            + [FormStyle.titledClause("2. Yêu cầu")]
            + Template.dashes("yeu_cau")
    }

    static var scope: [Block] {
        [FormStyle.titledClause("1. Phạm vi thực hiện:"), FormStyle.body("{pham_vi.mo_ta}")]
            + Template.repeated(
                "pham_vi.kenh",
                [FormStyle.dashItem("- {ten}{#dia_chi} ({dia_chi}){/dia_chi}{#$last}.{^};{/}")]
            )
    }

    static var workItems: [Block] {
        Template.repeated(
            "noi_dung",
            [FormStyle.titledClause("{so}. {ten}")]
                + Template.paragraphs("doan")
                + Template.shown("thoi_gian", [FormStyle.body("{thoi_gian}")])
        )
    }

    static var measures: [Block] {
        [FormStyle.titledClause("{giai_phap.so}. Giải pháp thực hiện")]
            + Template.repeated(
                "giai_phap.muc",
                [FormStyle.point("{chu}) {dau}")] + Template.paragraphs("tiep")
            )
    }

    static var assignments: [Block] {
        [FormStyle.romanHeading("V. TỔ CHỨC THỰC HIỆN")]
            + Template.repeated(
                "to_chuc_thuc_hien",
                [FormStyle.titledClause("{so}. {ten}")] + Template.paragraphs("doan")
            )
    }
}
