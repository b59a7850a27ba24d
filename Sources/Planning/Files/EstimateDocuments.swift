internal import DataFiles
internal import Diagnostics

extension EstimateFile {
    /// What is written of the explanation (thuyết minh) of an estimate.
    struct Explanation: Sendable {
        var issue = IssueEntry()
        var subject: [String]?
        var addressees: [String] = []
        var legalBases: [WrittenText]?
        var calculation: [WrittenText]?
        var requests: [WrittenText]?
        var closing: WrittenText?
        var distribution = DistributionEntry()
    }

    /// What is written of the report on payments of a period.
    struct PaymentReport: Sendable {
        var period: ReportingPeriod?
        var issue = IssueEntry()
        var addressees: [String]?
        var difficulties: [WrittenText] = []
        var requests: [WrittenText] = []
        var distribution = DistributionEntry()
    }

    /// The keys of the documents that go with an estimate.
    static let documentFields: [DataField<EstimateFile>] = [
        .optional(
            "thuyet_minh", \.explanation, Explanation.form,
            "Thuyết minh dự toán; không ghi thì lấy căn cứ, cơ sở tính toán, kiến nghị của `to_trinh`."),
        .optional(
            "giao_du_toan", \.decision, DecisionEntry.form,
            "Quyết định giao dự toán cho các đơn vị; `dieu` không ghi thì tự lập hai điều."),
        .optional(
            "bao_cao_giai_ngan", keeping: \.paymentReports, .list(of: PaymentReport.form),
            "Báo cáo giải ngân từng kỳ: số, ngày và lời văn."),
    ]
}

extension EstimateFile.Explanation {
    /// The keys that its outline has places for.
    static let textKeys = ["can_cu_lap", "co_so_tinh_toan", "kien_nghi"]

    fileprivate static let form = DataForm.record(
        "thuyet_minh", "Thuyết minh dự toán.", blank: EstimateFile.Explanation(),
        IssueEntry.fields.map { $0.inside(\.issue) } + [
            IssueEntry.yearOfIssue("Năm ban hành; mặc định là năm trước năm dự toán.").inside(\.issue),
            .optional("trich_yeu", \.subject, .lines, "Trích yếu; mặc định “Dự toán kinh phí thực hiện …”."),
            .optional("kinh_gui", keeping: \.addressees, .lines, "Nơi gửi, nếu là văn bản gửi riêng."),
            .optional("can_cu", \.legalBases, .writtenLines, "Căn cứ lập dự toán."),
            .optional("co_so_tinh_toan", \.calculation, .writtenLines, "Cơ sở tính toán chung."),
            .optional("kien_nghi", \.requests, .writtenLines, "Đề xuất, kiến nghị."),
            .optional("ket", \.closing, .written, "Câu kết, không ghi “./.”."),
        ] + DistributionEntry.fields(.optional).map { $0.inside(\.distribution) })
}

extension EstimateFile.PaymentReport {
    fileprivate static let form = DataForm.record(
        "bao_cao_giai_ngan", "Báo cáo giải ngân của một kỳ.", blank: EstimateFile.PaymentReport(),
        [.field("ky", .required, \.period, .period, "Kỳ: 2026-Q1, 2026-H1, 2026-9M, 2026.")]
            + IssueEntry.fields.map { $0.inside(\.issue) } + [
                .optional("kinh_gui", \.addressees, .lines, "Nơi nhận; mặc định như `bao-cao`."),
                .optional("kho_khan", keeping: \.difficulties, .writtenLines, "Khó khăn, vướng mắc."),
                .optional("kien_nghi", keeping: \.requests, .writtenLines, "Đề xuất, kiến nghị."),
            ] + DistributionEntry.fields(.optional).map { $0.inside(\.distribution) })
}

extension BudgetEstimate {
    /// The words of the documents that go with an estimate.
    struct Documents: Hashable, Sendable {
        var explanation: Explanation?
        var decision: Programme.Decision?
        var paymentReports: [ReportingPeriod: PaymentReport] = [:]

        init() {}

        init(_ file: EstimateFile, year: Int) {
            explanation = file.explanation.map { Explanation($0, year: year) }
            decision = file.decision.map { Programme.Decision($0, year: year - 1) }
            for report in file.paymentReports {
                guard let period = report.period else { continue }
                paymentReports[period] = PaymentReport(report, year: period.year)
            }
        }
    }

    struct Explanation: Hashable, Sendable {
        let issue: Issue
        let subject: [String]?
        let addressees: [String]
        let legalBases: [WrittenText]?
        let calculation: [WrittenText]?
        let requests: [WrittenText]?
        let closing: WrittenText?
        let recipients: [String]?
        let filing: String?
        let signatory: String?

        init(_ entry: EstimateFile.Explanation, year: Int) {
            issue = Issue(entry.issue, defaultYear: year - 1)
            (subject, addressees) = (entry.subject, entry.addressees)
            (legalBases, calculation, requests) = (entry.legalBases, entry.calculation, entry.requests)
            closing = entry.closing
            (recipients, filing) = (entry.distribution.recipients, entry.distribution.filing)
            signatory = entry.distribution.signatory
        }
    }

    struct PaymentReport: Hashable, Sendable {
        let issue: Issue
        let addressees: [String]?
        let difficulties: [WrittenText]
        let requests: [WrittenText]
        let recipients: [String]?
        let filing: String?
        let signatory: String?

        init(_ entry: EstimateFile.PaymentReport, year: Int) {
            issue = Issue(entry.issue, defaultYear: year)
            addressees = entry.addressees
            (difficulties, requests) = (entry.difficulties, entry.requests)
            (recipients, filing) = (entry.distribution.recipients, entry.distribution.filing)
            signatory = entry.distribution.signatory
        }
    }
}

extension BudgetEstimate.Proposal {
    init(_ proposal: EstimateFile.Proposal, year: Int) {
        issue = Issue(proposal.issue, defaultYear: year - 1)
        subject = proposal.subject
        addressees = proposal.addressees
        legalBases = proposal.legalBases
        lead = proposal.lead
        necessity = proposal.necessity
        calculation = proposal.calculation
        requests = proposal.requests
        sections = proposal.sections
        levels = proposal.levels
        closing = proposal.closing
        distribution = Distribution(proposal.distribution)
    }
}
