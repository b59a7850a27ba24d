public import Diagnostics
public import OfficeDocument

/// The forms that ship with the project: templates in the layout of form 1.4 of Nghị định 30/2020/NĐ-CP.
public enum Form: String, Hashable, Sendable, CaseIterable {
    /// Kế hoạch
    case plan = "ke-hoach"
    /// Kế hoạch của một năm
    case annualPlan = "ke-hoach-nam"
    /// Tờ trình dự toán kinh phí
    case budget = "du-toan"
    /// Báo cáo
    case report = "bao-cao"

    /// Such as `ke-hoach.docx`.
    public func fileName(as format: OfficeFormat) -> String { "\(rawValue).\(format.rawValue)" }

    /// The shipped template, byte for byte the file in `templates/`.
    public func template(as format: OfficeFormat) throws(Failure) -> [UInt8] {
        try document().bytes(as: format)
    }

    /// The form with its tags, without regard to a file format.
    public func document(sizes: SizeSet = .large) -> Document {
        let profile = FormatProfile.decree30
        let main = Section(
            name: "Văn bản",
            page: FormLayout.portrait.page,
            header: header,
            blocks: mainBlocks
        )
        let appendix = appendix.map {
            Section(
                name: "Phụ lục",
                page: FormLayout.landscape.page,
                header: header,
                pageNumbering: .restarts(at: 1),
                blocks: $0.blocks
            )
        }
        return Document(
            properties: Document.Properties(title: "{trich_yeu_mot_dong}"),
            defaults: Document.Defaults(
                font: profile.font,
                size: profile.rule(for: .body)?.size(in: sizes) ?? 14
            ),
            styles: FormStyles(profile: profile, sizes: sizes).all,
            sections: [main] + (appendix.map { [$0] } ?? [])
        )
    }

    private var header: Section.Header {
        let number = Paragraph(style: FormStyle.pageNumber.rawValue, runs: [Run([.pageNumber])])
        return Section.Header([number], firstPage: .empty)
    }

    private var mainBlocks: [Block] {
        switch self {
        case .plan: PlanForm.blocks
        case .annualPlan: AnnualPlanForm.blocks
        case .budget: BudgetForm.blocks
        case .report: ReportForm.blocks
        }
    }

    private var appendix: Appendix? {
        switch self {
        case .plan: nil
        case .annualPlan: AnnualPlanForm.appendix
        case .budget: BudgetForm.appendix
        case .report: ReportForm.appendix
        }
    }
}
