internal import OfficeDocument
internal import Regulations

/// The head of form 1.4 (văn bản có tên loại): agency and nation, number and date, type and subject.
enum Letterhead {
    static func blocks(_ terms: FormTerms, documentType: String) -> [Block] {
        [.table(table(terms)), FormStyle.documentType(documentType)] + subject
    }

    static var subject: [Block] {
        Template.repeated("trich_yeu", [FormStyle.subject("{.}")]) + [
            FormStyle.subjectLine("{duong_ke.trich_yeu | rong_doan}")
        ]
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

    static func table(_ terms: FormTerms, _ second: SecondRow = .numberAndDate) -> Table {
        let layout = terms.layout.letterhead
        let agency =
            superior + [
                FormStyle.issuingAgency("{tieu_de.co_quan | hoa}"),
                FormStyle.agencyLine("{duong_ke.co_quan | rong_doan}"),
            ]
        let nation = [
            FormStyle.nationalTitle(terms.wording(of: .nationalTitle)),
            FormStyle.motto(terms.wording(of: .motto)), FormStyle.mottoLine(""),
        ]
        return Table(
            columns: [.millimetres(layout.agencyColumn), .millimetres(layout.nationColumn)],
            leftIndent: .millimetres(-layout.overhang),
            rows: [Table.Row([Table.Cell(agency), Table.Cell(nation)])] + row(terms, second))
    }

    /// The superior agency, where there is one.
    static var superior: [Block] {
        Template.shown("tieu_de.chu_quan", [FormStyle.superiorAgency("{tieu_de.chu_quan | hoa}")])
    }

    private static func row(_ terms: FormTerms, _ second: SecondRow) -> [Table.Row] {
        let number = FormStyle.numberAndCode(terms.number)
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
                "kinh_gui.nhieu", [FormStyle.addressees("Kính gửi:")],
                items: [FormStyle.addresseeItem("- {.}{#$last}.{^};{/}")])
    }
}
