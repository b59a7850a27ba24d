public import Container
public import Planning

/// The clerk (văn thư): makes documents out of a workspace, in the formats and the folder it was told.
///
/// Nothing is written unless every file of a job can be; the files then appear together.
public struct Clerk: Hashable, Sendable {
    /// Without repeats, in the order results are listed.
    public let formats: [OutputFormat]
    /// Made when it is not there.
    public let folder: String
    /// What happens to results that are there already.
    public let existing: Publication.Existing
    public let purpose: Purpose

    public init(
        formats: [OutputFormat] = [.docx, .odt], folder: String = "output",
        existing: Publication.Existing = .kept, purpose: Purpose = .document
    ) {
        self.formats = formats
        self.folder = folder
        self.existing = existing
        self.purpose = purpose
    }

    /// What the results are for.
    public enum Purpose: Hashable, Sendable {
        /// To be signed and sent: nothing may be missing.
        case document
        /// To be looked at: each gap is marked at its place, `[thiếu: người ký]`, “BẢN XEM TRƯỚC” stands across each page, and the name of the
        /// file says so too.
        case preview
    }

    /// A document that a workspace gives.
    public enum Job: Hashable, Sendable {
        /// Kế hoạch: the programme of several years.
        case plan
        /// Kế hoạch năm.
        case annualPlan(year: Int)
        /// Tờ trình with the dự toán of the year.
        case budget(year: Int)
        /// Thuyết minh dự toán.
        case explanation(year: Int)
        /// Quyết định giao dự toán.
        case allocation(year: Int)
        /// Báo cáo giải ngân of the year to the end of a period.
        case payments(ReportingPeriod)
        /// Báo cáo định kỳ.
        case report(ReportingPeriod, ReportDays)
        /// Công văn that hands a unit, by its code, the tasks it leads.
        case handover(unit: String)
        /// Tờ trình that asks for the plan to be issued.
        case submission
        /// Kế hoạch sửa đổi, bổ sung: what the plan says otherwise than the workspace in that folder, by which it was issued before.
        case amendment(of: String)
    }

    /// Which days a report counts.
    public enum ReportDays: Hashable, Sendable {
        /// As `chot_so_lieu` in the workspace says: by default after the cut-off days of Nghị định 09/2019/NĐ-CP.
        case asTheWorkspaceSays
        /// From the first to the last day of the period.
        case ofTheCalendar
    }
}
