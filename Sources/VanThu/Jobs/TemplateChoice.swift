internal import Diagnostics
internal import DocumentTemplates
internal import Files
internal import Forms
internal import FoundationEssentials
internal import OfficeDocument
internal import OfficePackage
internal import Regulations

/// Which templates a document is made from: the user's own where the workspace has them, else the shipped ones.
struct TemplateChoice {
    private let form: Form
    /// What the shipped form is made from: its regulation, or the agency's own profile.
    private let profile: FormatProfile
    private let folder: String
    private let appendices: [Form.Orientation]
    private let planType: String?
    private let table: TableShape?
    private let signatures: Form.Signatures
    /// The office formats that are needed, in the order of the results.
    private let needed: [OfficeFormat]
    /// The format that a PDF is printed from: one the user has a template of, else the first that is made anyway.
    let printedFormat: OfficeFormat

    init(
        form: Form, profile: FormatProfile, workspace: String, formats: [OutputFormat],
        appendices: [Form.Orientation] = [], planType: String? = nil, table: TableShape? = nil,
        signatures: Form.Signatures = .one
    ) {
        let folder = path(of: "mau", in: workspace)
        let made = formats.compactMap(\.office)
        let own = (made + OfficeFormat.allCases).first {
            FileManager.default.fileExists(atPath: "\(folder)/\(form.rawValue).\($0.rawValue)")
        }
        let printed = own ?? made.first ?? .docx
        self.form = form
        self.profile = profile
        self.folder = folder
        self.appendices = appendices
        self.planType = planType
        self.table = table
        self.signatures = signatures
        printedFormat = printed
        needed = formats.contains(.pdf) && !made.contains(printed) ? made + [printed] : made
    }

    /// The templates, compiled; throws the faults of all of them.
    func templates() throws(Failure) -> Reported<[Template]> {
        var collected = CollectedDiagnostics()
        var templates: [Template] = []
        var own: [OfficeFormat] = []
        for format in needed {
            let path = "\(folder)/\(form.rawValue).\(format.rawValue)"
            let isOwn = FileManager.default.fileExists(atPath: path)
            if isOwn { own.append(format) }
            let template = collected.attempt { () throws(Failure) in
                isOwn ? try Template(opening: path, includes: Resources(folder: folder)) : try shipped(format)
            }
            if let template { templates.append(template) }
        }
        try collected.throwErrors()
        if signatures == .two {
            for template in templates where !template.paths.contains(where: { $0.first == "ky_cung" }) {
                collected.add(.oneSignature(template.file))
            }
        }
        try collected.throwErrors()
        let mixed = !own.isEmpty && own.count < needed.count
        return Reported(templates, warnings: (mixed ? [.oneOwnTemplate(own, of: form, in: folder)] : []))
    }

    /// Files in the folder of the user's own templates that nothing is made from: misnamed ones, and forms that no workspace gives.
    ///
    /// Asked once the templates have been read, as those that they include are used by another name.
    var unusedTemplates: [Diagnostic] {
        let known = Form.allCases.filter { $0.isOfParty == form.isOfParty && $0.isOfWorkspaces }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder))?.sorted() ?? []
        return names.compactMap { name in
            guard let dot = name.lastIndex(of: "."), !name.hasPrefix("."), !name.hasPrefix("~"),
                Self.endings.contains(name[dot...].lowercased()), !InputLedger.hasRead("\(folder)/\(name)")
            else { return nil }
            let (stem, ending) = (String(name[..<dot]), String(name[dot...].dropFirst()))
            if let named = known.first(where: { $0.rawValue == stem }), OfficeFormat(rawValue: ending) != nil
            {
                return named.isLetter && named != form ? .templateOfHandovers("\(folder)/\(name)") : nil
            }
            return .unusedTemplate("\(folder)/\(name)", stem, known: known.map(\.rawValue))
        }
    }

    private static let endings: Set<String> = [
        ".doc", ".docx", ".docm", ".dotx", ".dotm", ".odt", ".ott", ".fodt",
    ]

    private func shipped(_ format: OfficeFormat) throws(Failure) -> Template {
        try Template(
            form.document(
                by: profile, appendices: appendices, planType: planType, table: table, signatures: signatures),
            as: format, file: form.fileName(as: format), delimiters: .braces)
    }
}

extension Template {
    /// Compiles a document that was made in this process, without writing it as a file first.
    init(_ document: Document, as format: OfficeFormat, file: String, delimiters: Delimiters? = nil)
        throws(Failure)
    { try self.init(parts: document.parts(as: format), file: file, delimiters: delimiters) }
}

extension Form {
    /// Whether documents of a workspace are made from it.
    fileprivate var isOfWorkspaces: Bool {
        switch self {
        case .plan, .annualPlan, .budget, .report, .approval, .letter, .submission, .partyPlan, .partyReport,
            .partySubmission, .partyLetter:
            true
        case .decision, .notice, .invitation, .minutes, .attachment: false
        }
    }
}

extension Form {
    /// Whether a workspace makes only the letters that hand out tasks from it.
    fileprivate var isLetter: Bool { self == .letter || self == .partyLetter }
}

extension Diagnostic {
    /// A template that this document is not made from, whatever its name lets one think.
    fileprivate static func templateOfHandovers(_ path: String) -> Diagnostic {
        .note(
            "template.not-used", at: .file(path),
            "mẫu này chỉ dùng cho công văn giao việc cho từng đơn vị (vanthu ke-hoach --giao-viec), không dùng ở đây",
            en:
                "this template is for the letters that hand out tasks (vanthu plan --handover), and is not used here",
            fix: "để lập công văn thường, dùng vanthu render với mẫu này",
            en: "for any other letter use vanthu render with it")
    }

    fileprivate static func unusedTemplate(_ path: String, _ stem: String, known: [String]) -> Diagnostic {
        let list = known.map { "\($0).docx" }.joined(separator: ", ")
        let nearest = nearestName(to: stem, among: known)
        return Diagnostic(
            "template.not-used",
            Wording(
                "không văn bản nào của hồ sơ được lập từ mẫu này",
                en: "no document of the workspace is made from this template"), severity: .warning,
            at: .file(path),
            fix: nearest.map {
                Wording("đổi tên thành \($0).docx hoặc \($0).odt", en: "rename it to \($0).docx or \($0).odt")
            }
                ?? Wording(
                    "đặt tên theo văn bản: \(list) (hoặc .odt), hay chuyển tệp ra khỏi mau",
                    en: "name it after its document: \(list) (or .odt), or move it out of mau"))
    }

    /// A joint document that only one of the two agencies would sign.
    fileprivate static func oneSignature(_ file: String) -> Diagnostic {
        .error(
            "template.one-signature", at: .file(file),
            "văn bản có cơ quan cùng ban hành, nhưng mẫu không có chỗ cho chữ ký thứ hai",
            en: "the document is a joint one, but the template has no second signature",
            fix: "thêm các thẻ ky_cung.dong và ky_cung.ho_ten vào mẫu",
            en: "add ky_cung.dong and ky_cung.ho_ten to the template")
    }

    /// A document in two formats whose templates may say different things.
    fileprivate static func oneOwnTemplate(_ own: [OfficeFormat], of form: Form, in folder: String)
        -> Diagnostic
    {
        let names = own.map { "\(form.rawValue).\($0.rawValue)" }.joined(separator: ", ")
        return .warning(
            "template.one-format-only", at: .file(folder),
            "hồ sơ chỉ có mẫu riêng \(names); định dạng còn lại theo mẫu đi kèm, có thể khác nội dung",
            en:
                "the workspace has its own \(names) only; the other format is made from the shipped form and may differ",
            fix: "thêm mẫu riêng cho định dạng còn lại, hoặc chỉ tạo một định dạng bằng --dinh-dang",
            en: "add a template of the other format, or make one format with --format")
    }
}
