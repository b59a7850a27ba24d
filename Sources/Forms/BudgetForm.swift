internal import OfficeDocument
internal import Regulations

/// Tờ trình dự toán kinh phí.
enum BudgetForm {
    static func blocks(_ terms: FormTerms) -> [Block] {
        Letterhead.blocks(terms, documentType: "TỜ TRÌNH") + Letterhead.addressees + terms.legalBases + [
            FormStyle.body("{mo_dau}"), terms.roman("I", "SỰ CẦN THIẾT"),
        ] + Template.paragraphs("su_can_thiet") + [terms.roman("II", "CƠ SỞ TÍNH TOÁN")]
            + Template.paragraphs("co_so_tinh_toan") + [
                terms.roman("III", "DỰ TOÁN KINH PHÍ"),
                FormStyle.body(
                    "Tổng kinh phí năm {nam}: {tong_cong | tien} đồng"
                        + " (Bằng chữ: {tong_cong | bang_chu} đồng), chi tiết tại Phụ lục kèm theo."),
            ]
            + Template.headed(
                "theo_nguon", [FormStyle.body("Phân theo nguồn kinh phí:")],
                items: [FormStyle.dashItem("- {ten}: {so_tien | tien} đồng{#$last}.{^};{/}")]) + [
                terms.roman("IV", "KIẾN NGHỊ")
            ] + Template.paragraphs("kien_nghi") + SignatureBlock.blocks(terms)
    }

    static var appendix: Appendix {
        Appendix(
            title: "DỰ TOÁN KINH PHÍ NĂM {nam}",
            notes: [FormStyle.unitOfMeasure("Đơn vị tính: {bang.don_vi_tinh}")],
            columns: [
                Appendix.Column("STT", index: "A", width: 11),
                Appendix.Column("Nội dung chi", index: "B", width: 46),
                Appendix.Column("ĐVT", index: "C", width: 17),
                Appendix.Column("Số lượng", index: "1", width: 14),
                Appendix.Column("Hệ số", index: "2", width: 16),
                Appendix.Column("Đơn giá", index: "3", width: 24),
                Appendix.Column("Thành tiền", index: "4=1x2x3", width: 30),
                Appendix.Column("Nguồn kinh phí", index: "D", width: 27),
                Appendix.Column("Mã NDKT", index: "E", width: 15),
                Appendix.Column("Căn cứ, ghi chú", index: "G", width: 24),
                Appendix.Column("Đơn vị thực hiện", index: "H", width: 28),
            ], index: .shown, rows: [group, item, total, bySource],
            afterTable: [FormStyle.amountInWords("(Bằng chữ: {tong_cong | bang_chu} đồng)")])
    }

    private static var group: Table.Row {
        Appendix.row(
            [
                (.boldCentredCell, "{stt}"), (.boldTextCell, "{noi_dung}"), (.boldCentredCell, ""),
                (.boldNumberCell, ""), (.boldCentredCell, ""), (.boldNumberCell, ""),
                (.boldNumberCell, "{thanh_tien | tien}"), (.textCell, ""), (.centredCell, ""),
                (.textCell, ""), (.textCell, ""),
            ], opening: "{#bang.dong}{#nhom}", closing: "{/nhom}")
    }

    private static var item: Table.Row {
        Appendix.row(
            [
                (.centredCell, "{stt}"), (.textCell, "{noi_dung}"), (.centredCell, "{dvt}"),
                (.numberCell, "{so_luong | so}"), (.centredCell, "{he_so}"),
                (.numberCell, "{don_gia | tien}"), (.numberCell, "{thanh_tien | tien}"),
                (.textCell, "{nguon}"), (.centredCell, "{ma_ndkt}"), (.textCell, "{can_cu}"),
                (.textCell, "{don_vi}"),
            ], opening: "{^nhom}", closing: "{/nhom}{/bang.dong}")
    }

    private static var total: Table.Row {
        sums(.boldTextCell, "Tổng cộng", .boldNumberCell, "{tong_cong | tien}")
    }

    private static var bySource: Table.Row {
        sums(
            .textCell, "Trong đó: {ten}", .numberCell, "{so_tien | tien}", opening: "{#theo_nguon}",
            closing: "{/theo_nguon}")
    }

    private static func sums(
        _ textStyle: FormStyle, _ text: String, _ numberStyle: FormStyle, _ amount: String,
        opening: String = "", closing: String = ""
    ) -> Table.Row {
        let blank = (style: FormStyle.textCell, text: "")
        let cells =
            [blank, (textStyle, text), blank, blank, blank, blank, (numberStyle, amount)]
            + Array(repeating: blank, count: 4)
        return Appendix.row(cells, opening: opening, closing: closing)
    }
}
