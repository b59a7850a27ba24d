internal import OfficeDocument

/// The head of form 1.4 (văn bản có tên loại): agency and nation, number and date, type and subject.
enum Letterhead {
    /// Quốc hiệu.
    static let nationalTitle = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    /// Tiêu ngữ.
    static let motto = "Độc lập - Tự do - Hạnh phúc"

    static func blocks(documentType: String) -> [Block] {
        [.table(table()), FormStyle.documentType(documentType)] + subject
    }

    static var subject: [Block] {
        Template.repeated("trich_yeu", [FormStyle.subject("{.}")])
            + [FormStyle.subjectLine("{duong_ke.trich_yeu | rong_doan}")]
    }

    /// What stands in the second row of the head.
    enum SecondRow {
        case numberAndDate
        /// Công văn: V/v under the number.
        case letterSubject
        /// Biên bản: a number, but no date.
        case number
        /// A document issued with a decision.
        case absent
    }

    static func table(_ second: SecondRow = .numberAndDate) -> Table {
        let layout = FormLayout.ofState
        let agency = [
            FormStyle.superiorAgency("{tieu_de.chu_quan | hoa}"),
            FormStyle.issuingAgency("{tieu_de.co_quan | hoa}"),
            FormStyle.agencyLine("{duong_ke.co_quan | rong_doan}"),
        ]
        let nation = [
            FormStyle.nationalTitle(nationalTitle), FormStyle.motto(motto), FormStyle.mottoLine(""),
        ]
        return Table(
            columns: [.millimetres(layout.agencyColumn), .millimetres(layout.nationColumn)],
            leftIndent: .millimetres(-layout.overhang),
            rows: [Table.Row([Table.Cell(agency), Table.Cell(nation)])] + row(second)
        )
    }

    private static func row(_ second: SecondRow) -> [Table.Row] {
        let number = FormStyle.numberAndCode("Số: {so}/{ky_hieu}")
        let date = FormStyle.placeAndDate("{dia_danh}, {ngay_ban_hanh}")
        let cells: [[Block]] =
            switch second {
            case .numberAndDate: [[number], [date]]
            case .letterSubject: [[number, FormStyle.letterSubject("V/v {trich_yeu_mot_dong}")], [date]]
            case .number: [[number], [FormStyle.placeAndDate("")]]
            case .absent: []
            }
        return cells.isEmpty ? [] : [Table.Row(cells.map { Table.Cell($0) })]
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
