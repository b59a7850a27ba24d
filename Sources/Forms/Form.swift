public import Diagnostics
package import OfficeDocument
public import OfficePackage
public import Regulations
internal import VietnameseText

/// The forms that ship with the project: templates made from a profile, state ones and those of the Party.
public enum Form: String, Hashable, Sendable, CaseIterable {
    /// Kế hoạch
    case plan = "ke-hoach"
    /// Kế hoạch của một năm
    case annualPlan = "ke-hoach-nam"
    /// Tờ trình dự toán kinh phí
    case budget = "du-toan"
    /// Báo cáo
    case report = "bao-cao"
    /// Công văn, mẫu 1.5
    case letter = "cong-van"
    /// Tờ trình
    case submission = "to-trinh"
    /// Quyết định quy định trực tiếp, mẫu 1.2
    case decision = "quyet-dinh"
    /// Quyết định phê duyệt văn bản khác, mẫu 1.3
    case approval = "quyet-dinh-phe-duyet"
    /// Thông báo
    case notice = "thong-bao"
    /// Giấy mời, mẫu 1.7
    case invitation = "giay-moi"
    /// Biên bản, mẫu 1.9
    case minutes = "bien-ban"
    /// Phụ lục, mẫu 2.1
    case attachment = "phu-luc"
    /// Kế hoạch của Đảng
    case partyPlan = "dang-ke-hoach"
    /// Báo cáo của Đảng
    case partyReport = "dang-bao-cao"
    /// Tờ trình của Đảng
    case partySubmission = "dang-to-trinh"
    /// Công văn của Đảng
    case partyLetter = "dang-cong-van"

    /// The regulation the form is made from.
    public var profile: FormatProfile { isOfParty ? .guidance05 : .decree30 }

    /// Whether it is a form of the Party's.
    package var isOfParty: Bool {
        switch self {
        case .plan, .annualPlan, .budget, .report, .letter, .submission, .decision, .approval, .notice,
            .invitation, .minutes, .attachment:
            false
        case .partyPlan, .partyReport, .partySubmission, .partyLetter: true
        }
    }

    /// Such as `ke-hoach.docx`.
    public func fileName(as format: OfficeFormat) -> String { "\(rawValue).\(format.rawValue)" }

    /// The shipped template, byte for byte the file in `templates/`; by a profile of an agency's own, the one it asks for.
    public func template(as format: OfficeFormat, by profile: FormatProfile? = nil) throws(Failure) -> [UInt8]
    { try document(by: profile).bytes(as: format) }

    /// How the page of an appendix lies.
    public enum Orientation: Hashable, Sendable {
        case portrait
        case landscape
    }

    /// How many sign.
    public enum Signatures: Hashable, Sendable {
        case one
        /// A joint document: the other agency signs at the left.
        case two
    }

    /// The form with its tags, without regard to a file format; nil takes the form's own regulation and the profile's usual sizes.
    ///
    /// `table` tells what the table of the form's own appendix holds; nil takes all its columns. Each of `appendices` is a section of its own behind the rest, for `phu_luc_1`, `phu_luc_2`. `planType` is what a plan is called that is
    /// of another kind, such as `Chương trình`.
    package func document(
        by own: FormatProfile? = nil, sizes: SizeSet? = nil, appendices: [Orientation] = [],
        planType: String? = nil, table: TableShape? = nil, signatures: Signatures = .one
    ) -> Document {
        let profile = own ?? profile
        let terms = FormTerms(self, by: profile, planType: planType, signatures: signatures)
        let sizes = sizes ?? profile.usualSizes
        let main = Section(
            name: "Văn bản", page: terms.layout.portrait.page, header: header, blocks: mainBlocks(terms))
        let appendix = appendix(terms, table, sizes).map {
            Section(
                name: "Phụ lục", page: terms.layout.landscape.page, header: header,
                pageNumbering: .restarts(at: 1), blocks: $0.blocks(terms))
        }
        let attached = attachedBlocks(terms).map {
            Section(
                name: "Văn bản kèm theo", page: terms.layout.portrait.page, header: header,
                pageNumbering: .restarts(at: 1), blocks: $0)
        }
        let added = appendices.enumerated().map { index, orientation in
            let layout = orientation == .portrait ? terms.layout.portrait : terms.layout.landscape
            return Section(
                name: "Phụ lục \(index + 1)", page: layout.page, header: header,
                pageNumbering: .restarts(at: 1), blocks: Appendix.blocks(number: index + 1, orientation))
        }
        let sections = [main] + (attached.map { [$0] } ?? []) + (appendix.map { [$0] } ?? []) + added
        return Document(
            properties: Document.Properties(title: "{trich_yeu_mot_dong}"),
            defaults: Document.Defaults(
                font: profile.font, size: terms.format(of: .body)?.size(in: sizes) ?? 14),
            styles: FormStyles(terms: terms, sizes: sizes).all(used: Self.styles(in: sections)),
            sections: sections)
    }

    static func styles(in sections: [Section]) -> Set<String> {
        var styles: Set<String> = []
        for section in sections { gather(from: section.blocks, into: &styles) }
        return styles
    }

    private static func gather(from blocks: [Block], into styles: inout Set<String>) {
        for block in blocks {
            switch block {
            case .paragraph(let paragraph):
                if let style = paragraph.style { styles.insert(style) }
                if paragraph.text.hasBytes(of: "than_bai}") {
                    styles.formUnion(FormStyle.ofWholeBodies.map(\.rawValue))
                }
            case .table(let table):
                for row in table.rows { for cell in row.cells { gather(from: cell.blocks, into: &styles) } }
            }
        }
    }

    private var header: Section.Header {
        let number = Paragraph(style: FormStyle.pageNumber.rawValue, runs: [Run([.pageNumber])])
        return Section.Header([number], firstPage: .empty)
    }

    private func mainBlocks(_ terms: FormTerms) -> [Block] {
        switch self {
        case .plan: PlanForm.blocks(terms)
        case .annualPlan: AnnualPlanForm.blocks(terms)
        case .budget: BudgetForm.blocks(terms)
        case .report: ReportForm.blocks(terms)
        case .letter: LetterForm.blocks(terms)
        case .submission: SubmissionForm.blocks(terms)
        case .decision: DecisionForm.blocks(terms)
        case .approval: DecisionForm.blocks(terms)
        case .notice: NoticeForm.blocks(terms)
        case .invitation: InvitationForm.blocks(terms)
        case .minutes: MinutesForm.blocks(terms)
        case .attachment: AttachmentForm.blocks(terms)
        case .partyPlan: PartyForms.plan(terms)
        case .partyReport: PartyForms.report(terms)
        case .partySubmission: PartyForms.submission(terms)
        case .partyLetter: PartyForms.letter(terms)
        }
    }

    private func attachedBlocks(_ terms: FormTerms) -> [Block]? {
        self == .approval ? DecisionForm.attached(terms) : nil
    }

    private func appendix(_ terms: FormTerms, _ table: TableShape?, _ sizes: SizeSet) -> Appendix? {
        switch self {
        case .plan, .letter, .submission, .decision, .approval, .notice, .invitation, .minutes, .attachment,
            .partyPlan, .partyReport, .partySubmission, .partyLetter:
            nil
        case .annualPlan: AnnualPlanForm.appendix
        case .budget: BudgetForm.appendix(terms, table, sizes: sizes)
        case .report: ReportForm.appendix(terms, table)
        }
    }
}
