internal import OfficeDocument
internal import Regulations

/// Documents of the Party under Hướng dẫn 05-HD/VPTW.
enum PartyForms {
    static func plan(_ terms: FormTerms) -> [Block] {
        head(terms) + PlanForm.enacted(terms, terms.legalBases(of: "can_cu | mac_dinh(\"\")"))
            + PlanForm.lead(terms) + body(terms) + PartyLetterhead.foot(terms)
    }

    private static func head(_ terms: FormTerms) -> [Block] {
        if terms.isLetter { return letterHead(terms) }
        return PartyLetterhead.blocks(terms, documentType: terms.planType)
            + (terms.isOfWorkspace ? PartyLetterhead.addressees(addresseeLabel(terms)) : [])
    }

    private static func letterHead(_ terms: FormTerms) -> [Block] {
        [.table(PartyLetterhead.table(terms, .shown)), FormStyle.sectionEnd("")]
            + PartyLetterhead.addressees("Kính gửi")
    }

    private static func addresseeLabel(_ terms: FormTerms) -> String {
        terms.planType == "TỜ TRÌNH" ? "Kính trình" : "Kính gửi"
    }

    static func report(_ terms: FormTerms) -> [Block] {
        PartyLetterhead.blocks(terms, documentType: "BÁO CÁO")
            + terms.legalBases(of: "can_cu | mac_dinh(\"\")") + [FormStyle.body("{mo_dau}")] + body(terms)
            + PartyLetterhead.foot(terms)
    }

    /// The parts of a workspace's document, or the sections that a person's data list.
    private static func body(_ terms: FormTerms) -> [Block] {
        PlanForm.body(orElse: SubmissionForm.sections(terms))
    }

    static func submission(_ terms: FormTerms) -> [Block] {
        PartyLetterhead.blocks(terms, documentType: "TỜ TRÌNH") + PartyLetterhead.addressees("Kính trình")
            + terms.legalBases + [FormStyle.body("{mo_dau}")] + body(terms) + PartyLetterhead.foot(terms)
    }

    static func letter(_ terms: FormTerms) -> [Block] {
        letterHead(terms) + Template.paragraphs("doan") + PartyLetterhead.foot(terms)
    }
}

/// Head and foot of the Party's documents.
enum PartyLetterhead {
    enum LetterSubject { case shown, absent }

    static func blocks(_ terms: FormTerms, documentType: String) -> [Block] {
        [.table(table(terms, .absent)), FormStyle.documentType(documentType)]
            + Template.repeated("trich_yeu", [FormStyle.subject("{.}")]) + [
                FormStyle.hyphens(terms.wording(of: .hyphens))
            ]
    }

    static func table(_ terms: FormTerms, _ letterSubject: LetterSubject) -> Table {
        let layout = terms.layout.letterhead
        var left =
            Letterhead.superior + [
                FormStyle.issuingAgency("{tieu_de.co_quan | hoa}"), FormStyle.star(terms.wording(of: .star)),
                FormStyle.numberAndCode(terms.number),
            ]
        if letterSubject == .shown { left.append(FormStyle.letterSubject("về việc {trich_yeu_mot_dong}")) }
        let right = [
            FormStyle.partyTitle(terms.wording(of: .partyTitle)), FormStyle.partyTitleLine(""),
            FormStyle.placeAndDate("{dia_danh}, {ngay_ban_hanh}"),
        ]
        return Table(
            columns: [.millimetres(layout.agencyColumn), .millimetres(layout.nationColumn)],
            leftIndent: .millimetres(-layout.overhang),
            rows: [Table.Row([Table.Cell(left), Table.Cell(right)])])
    }

    static func addressees(_ label: String) -> [Block] {
        Template.shown("kinh_gui.mot", [FormStyle.addressee("\(label): {kinh_gui.mot}")])
            + Template.headed(
                "kinh_gui.nhieu", [FormStyle.addressees("\(label):")],
                items: [FormStyle.addresseeItem("- {.}{#$last}.{^};{/}")])
    }

    static func foot(_ terms: FormTerms) -> [Block] {
        switch terms.signatures {
        case .one:
            [terms.closing, .table(foot(terms, terms.recipients, signature("ky"))), FormStyle.sectionEnd("")]
        case .two:
            [terms.closing, .table(SignatureBlock.pair(terms, titles))]
                + terms.recipients(under: .recipientsBelow)
        }
    }

    private static func signature(_ name: String) -> [Block] { titles(name) + [SignatureBlock.name(name)] }

    /// The title under T/M, K/T, T/L is not bold; alone it is.
    private static func titles(_ name: String) -> [Block] {
        let lines =
            [FormStyle.body("{#$first}"), FormStyle.authority("{.}"), FormStyle.body("{^}")] + [
                FormStyle.position("{.}"), FormStyle.body("{/}"),
            ]
        return Template.repeated("\(name).dong", lines)
    }

    private static func foot(_ terms: FormTerms, _ left: [Block], _ right: [Block]) -> Table {
        Table(columns: terms.signatureColumns, rows: [Table.Row([Table.Cell(left), Table.Cell(right)])])
    }
}
