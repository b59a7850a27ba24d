internal import OfficeDocument
internal import Regulations

/// Kế hoạch.
enum PlanForm {
    static func blocks(_ terms: FormTerms) -> [Block] {
        Letterhead.blocks(terms, documentType: "KẾ HOẠCH") + [FormStyle.body("{mo_dau}")] + purpose(terms) + [
            terms.roman("II", "PHẠM VI, THỜI GIAN THỰC HIỆN")
        ] + scope(terms) + [
            terms.clause("2", "Thời gian thực hiện"),
            FormStyle.body(
                "Thời gian thực hiện từ năm {thoi_gian.tu} đến {thoi_gian.den},"
                    + " được chia làm {giai_doan | dem} giai đoạn:"),
        ]
            + Template.repeated(
                "giai_doan", [FormStyle.dashItem("- Giai đoạn {so}: Từ năm {tu} đến năm {den}.")]) + [
                terms.roman("III", "NỘI DUNG")
            ] + workItems(terms) + measures(terms) + [terms.roman("IV", "KINH PHÍ")]
            + Template.paragraphs("kinh_phi") + assignments(terms) + SignatureBlock.blocks(terms)
    }

    static func purpose(_ terms: FormTerms) -> [Block] {
        [terms.roman("I", "MỤC ĐÍCH, YÊU CẦU"), terms.clause("1", "Mục đích")] + Template.dashes("muc_dich")
            + [terms.clause("2", "Yêu cầu")] + Template.dashes("yeu_cau")
    }

    static func scope(_ terms: FormTerms) -> [Block] {
        [terms.clause("1", "Phạm vi thực hiện:"), FormStyle.body("{pham_vi.mo_ta}")]
            + Template.repeated(
                "pham_vi.kenh",
                [FormStyle.dashItem("- {ten}{#dia_chi} ({dia_chi}){/dia_chi}{#$last}.{^};{/}")])
    }

    static func workItems(_ terms: FormTerms) -> [Block] {
        Template.repeated(
            "noi_dung",
            [terms.clause("{so}", "{ten}")] + Template.paragraphs("doan")
                + Template.shown("thoi_gian", [FormStyle.body("{thoi_gian}")]))
    }

    static func measures(_ terms: FormTerms) -> [Block] {
        [terms.clause("{giai_phap.so}", "Giải pháp thực hiện")]
            + Template.repeated(
                "giai_phap.muc", [terms.point("{chu}", "{dau}")] + Template.paragraphs("tiep"))
    }

    static func assignments(_ terms: FormTerms) -> [Block] {
        [terms.roman("V", "TỔ CHỨC THỰC HIỆN")]
            + Template.repeated(
                "to_chuc_thuc_hien", [terms.clause("{so}", "{ten}")] + Template.paragraphs("doan"))
    }
}
