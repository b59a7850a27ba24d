internal import OfficeDocument

/// Documents of the Party under Hướng dẫn 05-HD/VPTW.
enum PartyForms {
    static var plan: [Block] {
        PartyLetterhead.blocks(documentType: "KẾ HOẠCH") + [FormStyle.body("{mo_dau}")]
            + SubmissionForm.sections(mark: "-") + PartyLetterhead.foot
    }

    static var report: [Block] {
        PartyLetterhead.blocks(documentType: "BÁO CÁO") + [FormStyle.body("{mo_dau}")]
            + SubmissionForm.sections(mark: "-") + PartyLetterhead.foot
    }

    static var submission: [Block] {
        PartyLetterhead.blocks(documentType: "TỜ TRÌNH")
            + PartyLetterhead.addressees("Kính trình")
            + Template.repeated("can_cu", [FormStyle.legalBasis("- {.}{#$last}.{^};{/}")])
            + [FormStyle.body("{mo_dau}")]
            + SubmissionForm.sections(mark: "-") + PartyLetterhead.foot
    }

    static var letter: [Block] {
        [.table(PartyLetterhead.table(.shown)), FormStyle.sectionEnd("")]
            + PartyLetterhead.addressees("Kính gửi")
            + Template.paragraphs("doan") + PartyLetterhead.foot
    }
}

/// Head and foot of the Party's documents.
enum PartyLetterhead {
    /// Tiêu đề.
    static let title = "ĐẢNG CỘNG SẢN VIỆT NAM"

    enum LetterSubject { case shown, absent }

    static func blocks(documentType: String) -> [Block] {
        [.table(table(.absent)), FormStyle.documentType(documentType)]
            + Template.repeated("trich_yeu", [FormStyle.subject("{.}")])
            + [FormStyle.hyphens("-----")]
    }

    static func table(_ letterSubject: LetterSubject) -> Table {
        let layout = FormLayout.ofParty
        var left = [
            FormStyle.superiorAgency("{tieu_de.chu_quan | hoa}"),
            FormStyle.issuingAgency("{tieu_de.co_quan | hoa}"),
            FormStyle.star("*"), FormStyle.numberAndCode("Số {so}-{ky_hieu}"),
        ]
        if letterSubject == .shown { left.append(FormStyle.letterSubject("về việc {trich_yeu_mot_dong}")) }
        let right = [
            FormStyle.partyTitle(title), FormStyle.partyTitleLine(""),
            FormStyle.placeAndDate("{dia_danh}, {ngay_ban_hanh}"),
        ]
        return Table(
            columns: [.millimetres(layout.agencyColumn), .millimetres(layout.nationColumn)],
            leftIndent: .millimetres(-layout.overhang),
            rows: [Table.Row([Table.Cell(left), Table.Cell(right)])]
        )
    }

    static func addressees(_ label: String) -> [Block] {
        Template.shown("kinh_gui.mot", [FormStyle.addressee("\(label): {kinh_gui.mot}")])
            + Template.headed(
                "kinh_gui.nhieu",
                [FormStyle.addressees("\(label):")],
                items: [FormStyle.addresseeItem("- {.}{#$last}.{^};{/}")]
            )
    }

    /// The title under T/M, K/T, T/L is not bold; alone it is.
    static var foot: [Block] {
        let recipients =
            [FormStyle.recipientsLabel("Nơi nhận:")]
            + Template.repeated("noi_nhan", [FormStyle.recipient("- {.};")])
            + [FormStyle.recipient("- Lưu {luu}.")]
        let lines =
            [FormStyle.body("{#$first}"), FormStyle.authority("{.}"), FormStyle.body("{^}")]
            + [FormStyle.position("{.}"), FormStyle.body("{/}")]
        let signature = Template.repeated("ky.dong", lines) + [FormStyle.signerName("{ky.ho_ten}")]
        let table = Table(
            columns: FormLayout.signatureColumns.map(Length.millimetres),
            rows: [Table.Row([Table.Cell(recipients), Table.Cell(signature)])]
        )
        return [FormStyle.closing("{ket}."), .table(table), FormStyle.sectionEnd("")]
    }
}
