internal import DataFiles
internal import Values
internal import VietnameseText

/// The kinds of documents a workspace gives, with their abbreviations after NĐ 30/2020, Phụ lục III.
package enum DocumentKind: Hashable, Sendable, CaseIterable {
    case plan
    case programme
    case responsePlan
    case scheme
    case proposal
    case report
    case decision
    case notice
    case guidance
    case regulation
    case provisions
    case resolution
    case directive
    case conclusion
    case minutes
    case invitation
    case letter

    package var abbreviation: String {
        switch self {
        case .plan: "KH"
        case .programme: "CTr"
        case .responsePlan: "PA"
        case .scheme: "ĐA"
        case .proposal: "TTr"
        case .report: "BC"
        case .decision: "QĐ"
        case .notice: "TB"
        case .guidance: "HD"
        case .regulation: "QC"
        case .provisions: "QyĐ"
        case .resolution: "NQ"
        case .directive: "CT"
        case .conclusion: "KL"
        case .minutes: "BB"
        case .invitation: "GM"
        case .letter: "CV"
        }
    }

    /// The first letters of a type's words, as the list of the decree is made: `PT` for Phiếu trình.
    package static func abbreviation(of name: String) -> String {
        String(name.split(separator: " ").compactMap(\.first)).uppercased()
    }

    /// Tên loại, as it stands in a sentence.
    package var name: String {
        switch self {
        case .plan: "Kế hoạch"
        case .programme: "Chương trình"
        case .responsePlan: "Phương án"
        case .scheme: "Đề án"
        case .proposal: "Tờ trình"
        case .report: "Báo cáo"
        case .decision: "Quyết định"
        case .notice: "Thông báo"
        case .guidance: "Hướng dẫn"
        case .regulation: "Quy chế"
        case .provisions: "Quy định"
        case .resolution: "Nghị quyết"
        case .directive: "Chỉ thị"
        case .conclusion: "Kết luận"
        case .minutes: "Biên bản"
        case .invitation: "Giấy mời"
        case .letter: "Công văn"
        }
    }
}

/// What stands around the text of every document: issuer, number, date, subject, addressees, recipients, signature.
///
/// These are the facts, as a person would write them for a form; what follows from them alone is completed where any data are.
struct DocumentHead {
    let kind: DocumentKind
    let agency: Agency
    let issue: Issue
    let subject: [String]
    let addressees: [String]
    let distribution: Distribution
    /// The agency that signs too.
    var partner: Programme.Partner?
    /// What it is called, where that is no kind that is known here.
    var typeName: String?

    private var kindName: String { typeName ?? kind.name }

    /// The fields every view begins with.
    var fields: [(String, Value)] {
        [
            (
                "co_quan",
                [
                    "ten": .text(name), "ten_day_du": .text(agency.fullName),
                    "viet_tat": .text(agency.abbreviation), "chu_quan": .text(parentName),
                ]
            ), ("dia_danh", .text(agency.placeName)), ("so", .text(numberText)), ("ky_hieu", .text(code)),
            ("ngay_ban_hanh", .text(dateText)), ("trich_yeu", .list(subject.map(Value.text))),
            ("kinh_gui", texts(addressees)), ("noi_nhan", .list(distribution.recipients.map(Value.text))),
            ("luu", .text(distribution.filing)), ("ky", signature), ("ten_loai", .text(kindName)),
            ("kem_theo", .text("Kèm theo \(reference)")),
        ] + (partner.map { [("ky_cung", signature(of: $0.signatory, for: $0.name))] } ?? [])
    }

    /// Both names of a joint document, one below the other.
    private var name: String { partner.map { "\(agency.name) -\n\($0.name)" } ?? agency.name }

    /// Of a joint document the superior that both agencies have.
    private var parentName: String {
        let parent = agency.parentName ?? ""
        guard let partner, let other = partner.parentName else { return partner == nil ? parent : "" }
        return other == parent ? parent : ""
    }

    /// `Kế hoạch số 05/KH-SKHCN ngày 05 tháng 01 năm 2026 của Sở Khoa học và Công nghệ`, with a draft's blanks.
    var reference: String {
        let issuers = partner.map { "\(agency.name) và \($0.name)" } ?? agency.name
        return "\(shortReference) của \(issuers)"
    }

    /// `Kế hoạch số 05/KH-SKHCN ngày 05 tháng 01 năm 2026`.
    var shortReference: String {
        let number = agency.system == .party ? "\(numberText)-\(code)" : "\(numberText)/\(code)"
        return "\(kindName) số \(number) \(dateText)"
    }

    private var numberText: String { NumberFormat.documentNumber(issue.number) }

    /// `KH-SKHCN`, in the Party's documents `KH/TU`.
    private var code: String {
        if let code = issue.code { return code }
        let issuers = ([agency.abbreviation] + [partner?.abbreviation].compactMap(\.self)).joined(
            separator: "-")
        let kind = typeName.map(DocumentKind.abbreviation(of:)) ?? kind.abbreviation
        switch agency.system {
        // A letter of the State has no type in its code.
        case .state where self.kind == .letter && typeName == nil: return issuers
        case .state: return "\(kind)-\(issuers)"
        case .party: return "\(kind)/\(issuers)"
        }
    }

    private var dateText: String {
        issue.date?.text(.official) ?? CalendarDate.draft(year: issue.year, month: issue.month)
    }

    private var signature: Value {
        guard let leader = agency.leader(distribution.signatory) else {
            return [
                "dong": texts([GapMark.text("chức vụ người ký")]), "ho_ten": .text(GapMark.text("người ký")),
            ]
        }
        return signature(of: leader, for: partner == nil ? nil : agency.name)
    }

    /// In a joint document the title says of which agency.
    private func signature(of leader: Agency.Leader, for agencyName: String?) -> Value {
        [
            "dong": texts(leader.signatureLines(agency.system, of: agencyName)),
            "ho_ten": .text(leader.fullName),
        ]
    }
}

/// A list of texts, as templates see it.
func texts(_ lines: [String]) -> Value { .list(lines.map(Value.text)) }

/// A text, or nothing.
func text(_ line: String?) -> Value { line.map(Value.text) ?? .null }
