internal import OfficeDocument

/// The head of form 1.4 (văn bản có tên loại): agency and nation, number and date, type and subject.
enum Letterhead {
    /// Quốc hiệu.
    static let nationalTitle = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    /// Tiêu ngữ.
    static let motto = "Độc lập - Tự do - Hạnh phúc"

    static func blocks(documentType: String) -> [Block] {
        [.table(table), FormStyle.documentType(documentType)]
            + Template.repeated("trich_yeu", [FormStyle.subject("{.}")])
            + [FormStyle.subjectLine("{duong_ke.trich_yeu | rong_doan}")]
    }

    private static var table: Table {
        let layout = FormLayout.letterhead
        let agency = [
            FormStyle.superiorAgency("{co_quan.chu_quan | hoa}"),
            FormStyle.issuingAgency("{tieu_de.co_quan | hoa}"),
            FormStyle.agencyLine("{duong_ke.co_quan | rong_doan}"),
        ]
        let nation = [
            FormStyle.nationalTitle(nationalTitle), FormStyle.motto(motto), FormStyle.mottoLine(""),
        ]
        return Table(
            columns: [.millimetres(layout.agencyColumn), .millimetres(layout.nationColumn)],
            leftIndent: .millimetres(-layout.overhang),
            rows: [
                Table.Row([Table.Cell(agency), Table.Cell(nation)]),
                Table.Row([
                    Table.Cell([FormStyle.numberAndCode("Số: {so}/{ky_hieu}")]),
                    Table.Cell([FormStyle.placeAndDate("{dia_danh}, {ngay_ban_hanh}")]),
                ]),
            ]
        )
    }

    /// One addressee stands on the line of "Kính gửi:", several below it.
    static var addressees: [Block] {
        Template.shown("kinh_gui.mot", [FormStyle.addressee("Kính gửi: {kinh_gui.mot}")])
            + Template.headed(
                "kinh_gui.nhieu",
                [FormStyle.addressees("Kính gửi:")],
                items: [FormStyle.addresseeItem("- {.}{#$last}.{^};{/}")]
            )
    }
}
