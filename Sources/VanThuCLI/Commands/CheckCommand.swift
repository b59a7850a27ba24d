internal import Batches
internal import Container
internal import Diagnostics
internal import VanThu
internal import VietnameseText

struct CheckCommand: Command {
    static let syntax = Syntax(
        name: "check", aliases: ["kiem-tra"],
        operands: [
            Syntax.Operand(
                name: Wording("VĂN-BẢN…", en: "DOCUMENT…"),
                explanation: Wording(
                    "một hay nhiều văn bản .docx, .odt; .doc nếu máy có LibreOffice",
                    en: "one or more .docx or .odt documents; .doc where LibreOffice is installed"),
                completion: .files(["docx", "odt", "doc"]), isOptional: true, isRepeated: true)
        ],
        options: [
            .standard, .profile, .settings, .off, .today, .fix, .dryRun, .pages, .annotate, .privacy, .clean,
            .sarif, .explain, .folder, .report, .jobs, .force,
        ],
        summary: Wording("kiểm tra thể thức của văn bản", en: "holds documents against the official format"),
        about: Wording(
            "Nhận ra các thành phần thể thức của từng văn bản, chọn quy định theo cơ quan ban hành (nhà nước: Nghị định 30/2020/NĐ-CP; Đảng: Hướng dẫn 05-HD/VPTW, trước 27/5/2026 là Hướng dẫn 36-HD/VPTW) và báo mọi lỗi: chỗ nào, thấy gì, đúng là gì, theo mục nào. Điều không xác định được thì không coi là lỗi. Tệp the-thuc.yaml cạnh văn bản, hoặc ở thư mục gần nhất phía trên, tắt quy tắc, đổi mức độ, thêm quy định riêng (docs/thiet-lap-rieng.md). Tệp được kiểm tra không bị thay đổi; có --nhan-xet thì ghi thêm một bản có nhận xét ở từng chỗ, mọi thứ khác giữ nguyên. Có --sua thì ghi một bản đã sửa: chỉ những lỗi sửa được mà không động tới nội dung, kèm danh sách đã sửa gì và còn lại gì; chữ của bảng mã cũ (TCVN3, VNI) được chuyển sang Unicode. Có lỗi hoặc có tệp không kiểm tra được thì kết thúc bằng mã 1.",
            en:
                "Recognises the components of each document, chooses the regulation by its issuer (state: Decree 30/2020/NĐ-CP; Party: Guidance 05-HD/VPTW, before 27 May 2026 Guidance 36-HD/VPTW) and reports every fault: where, what was found, what is right, which clause. What cannot be told is no fault. A file the-thuc.yaml beside the document, or in the nearest folder above, switches rules off, changes severities, adds an agency's own profile (docs/thiet-lap-rieng.md). The files that are checked are not changed; with --annotate a copy is written with a comment at each finding, everything else untouched. With --fix a mended copy is written: only what can be mended without touching what the document says, with a list of what was mended and what is left; letters of an old encoding (TCVN3, VNI) become Unicode. Ends with status 1 when there are errors or a file cannot be checked."
        ),
        examples: [
            "vanthu check ke-hoach.docx", "vanthu check output/*.odt --standard nd30",
            "vanthu check den.docx --fix den-da-sua.docx",
            "vanthu check den.docx --annotate den-nhan-xet.docx",
            "vanthu check output/*.docx --sarif > check.sarif",
            "vanthu check bieu-mau.docx --off trinh_bay,number-year",
            "vanthu check ke-hoach.docx --profile so-khcn.yaml",
            "vanthu check ke-hoach.docx --clean ke-hoach-gui-di.docx",
            "vanthu check --batch van-ban-2026 --report ket-qua.xlsx",
            "vanthu check --explain number-unpadded",
        ])

    private let task: Task

    fileprivate enum Task {
        case explain(rule: String)
        case check([String], Clerk.CheckTerms)
        case annotate(String, Clerk.CheckTerms, into: String, Publication.Existing)
        case mend(String, Clerk.CheckTerms, Clerk.CheckCopy, countingPages: Bool)
        case folder(String, Clerk.CheckTerms, report: String, jobs: Int?, Publication.Existing)
        case privacy(PrivacyTask)
    }

    init?(_ arguments: inout Arguments) {
        if let rule = arguments[.explain] {
            task = .explain(rule: rule)
            return
        }
        if let privacy = PrivacyTask(&arguments) {
            task = .privacy(privacy)
            return
        }
        let terms = Clerk.CheckTerms(&arguments)
        if let folder = arguments[.folder] {
            guard let task = Task(folder: folder, terms, &arguments) else { return nil }
            self.task = task
            return
        }
        if arguments.operands.isEmpty {
            for operand in Self.syntax.operands { arguments.note(.missingOperand(operand, of: Self.syntax)) }
        }
        arguments.exclude(.json, .sarif)
        arguments.exclude(arguments.has(.fix) ? .fix : .dryRun, .annotate)
        let copying: [Option] = [.fix, .dryRun, .annotate]
        if let copy = copying.first(where: arguments.has), arguments.operands.count > 1 {
            arguments.note(.oneDocument(copy))
        }
        let countsPages = arguments.has(.pages)
        if countsPages, !arguments.has(.fix), !arguments.has(.dryRun) {
            arguments.note(.needsOption(.pages, .fix))
        }
        guard let document = arguments.operands.first else { return nil }
        if arguments.has(.dryRun) {
            task = .mend(document, terms, .mendingPreview, countingPages: countsPages)
        } else if let output = arguments[.fix] {
            task = .mend(document, terms, .mended(output, arguments.existing), countingPages: countsPages)
        } else if let output = arguments[.annotate] {
            task = .annotate(document, terms, into: output, arguments.existing)
        } else {
            task = .check(arguments.operands, terms)
        }
    }

    var worksThroughMany: Bool { if case .folder = task { true } else { false } }

    func run(_ surroundings: Surroundings) throws(Failure) -> Outcome {
        let environment = surroundings.environment
        func copy(
            _ document: String, _ terms: Clerk.CheckTerms, _ copy: Clerk.CheckCopy,
            countingPages: Bool = false
        ) throws(Failure) -> Outcome {
            let checked = try Clerk.check(
                document, by: terms.on(Today.date(environment)), making: copy, countingPages: countingPages,
                environment: environment)
            return report([checked], surroundings.preferences)
        }
        switch task {
        case .explain(let rule): return .answer(try Clerk.explain(rule: rule, in: surroundings.language))
        case .check(let documents, let terms):
            let checked = try Clerk.check(
                documents, by: terms.on(Today.date(environment)), environment: environment)
            return report(checked, surroundings.preferences)
        case .annotate(let document, let terms, let output, let existing):
            return try copy(document, terms, .annotated(output, existing, surroundings.language))
        case .privacy(let task): return try task.run(surroundings)
        case .mend(let document, let terms, let made, let countsPages):
            return try copy(document, terms, made, countingPages: countsPages)
        case .folder(let folder, let terms, let report, let jobs, let existing):
            let display = BatchDisplay(surroundings.preferences)
            defer { display.clear() }
            let check = try Clerk.check(
                folder: folder, by: terms.on(Today.date(environment)), report: report, existing: existing,
                jobs: jobs, in: surroundings.language, environment: environment, observer: display.observer)
            return .checkedFolder(
                report: report, faultless: check.documentCount - check.faultyCount, faulty: check.faultyCount)
        }
    }

    /// The report as it was asked for, with the status that the findings amount to.
    private func report(_ documents: [CheckedDocument], _ preferences: Preferences) -> Outcome {
        let language = preferences.language
        let text =
            preferences.isJSON
            ? CheckReport(documents, in: language).json
            : preferences.isSARIF
                ? SarifReport(documents, in: language).json
                : CheckText(documents, preferences.isQuiet ? .sums : .everything, in: language).text
        return .answer(text, Failure(documents.flatMap(\.diagnostics))?.processStatus ?? .done)
    }
}

extension CheckCommand.Task {
    /// A check of every document of a folder; nil without the report it needs.
    fileprivate init?(folder: String, _ terms: Clerk.CheckTerms, _ arguments: inout Arguments) {
        for option in [Option.fix, .dryRun, .annotate, .sarif] { arguments.exclude(.folder, option) }
        if let surplus = arguments.operands.first {
            arguments.note(.surplusOperand(surplus, of: CheckCommand.syntax))
        }
        let jobs = arguments.jobs()
        guard let report = arguments[.report] else {
            arguments.note(.needsOption(.folder, .report))
            return nil
        }
        self = .folder(folder, terms, report: report, jobs: jobs, arguments.existing)
    }
}

extension Clerk.CheckTerms {
    /// Without a day where the command line names none.
    fileprivate init(_ arguments: inout Arguments) {
        arguments.exclude(.standard, .profile)
        let standard = arguments.value(
            of: .standard,
            otherwise: Wording("ghi auto, nd30, hd05 hoặc hd36", en: "write auto, nd30, hd05 or hd36")
        ) { Clerk.CheckStandard(rawValue: $0.lowercased()) }
        let today = arguments.day(of: .today)
        let off = (arguments[.off] ?? "").split(separator: ",").map { $0.filter { $0 != " " } }
        self.init(
            standard: standard ?? .auto, profile: arguments[.profile], settings: arguments[.settings],
            off: off, today: today)
    }
}

extension Option {
    static let sarif = Option(
        name: "sarif",
        explanation: Wording(
            "in kết quả dạng SARIF 2.1.0 ra đầu ra chuẩn, thay cho --json",
            en: "print the findings as SARIF 2.1.0 on standard output, instead of --json"))
    fileprivate static let standard = Option(
        name: "standard", aliases: ["quy-dinh"],
        value: Wording("auto|nd30|hd05|hd36", en: "auto|nd30|hd05|hd36"),
        explanation: Wording(
            "quy định để kiểm tra (mặc định: auto, theo cơ quan ban hành)",
            en: "the regulation to check by (default: auto, by the issuer)"),
        completion: .words(Clerk.CheckStandard.allCases.map(\.rawValue)))
    fileprivate static let profile = Option(
        name: "profile", aliases: ["quy-dinh-rieng"], value: Wording("TỆP", en: "FILE"),
        explanation: Wording(
            "kiểm tra mọi văn bản theo quy định riêng trong tệp .yaml này",
            en: "check every document by the agency's own profile in this .yaml file"),
        completion: .files(["yaml", "yml", "json"]))
    fileprivate static let settings = Option(
        name: "settings", aliases: ["thiet-lap"], value: Wording("TỆP", en: "FILE"),
        explanation: Wording(
            "tệp thiết lập (mặc định: the-thuc.yaml cạnh văn bản hoặc ở thư mục gần nhất phía trên)",
            en:
                "the file of settings (default: the-thuc.yaml beside the document or in the nearest folder above)"
        ), completion: .files(["yaml", "yml", "json"]))
    fileprivate static let off = Option(
        name: "off", aliases: ["tat"], value: Wording("MÃ,…", en: "CODE,…"),
        explanation: Wording(
            "không áp dụng các quy tắc hoặc nhóm quy tắc này, cách nhau bằng dấu phẩy",
            en: "leave out these rules or groups of rules, with commas between"))
    fileprivate static let today = Option(
        name: "today", aliases: ["hom-nay"], value: Wording("NGÀY", en: "DATE"),
        explanation: Wording(
            "ngày kiểm tra, để báo ngày ban hành ở tương lai (mặc định: SOURCE_DATE_EPOCH, hoặc hôm nay)",
            en:
                "the day of the check, by which a date of issue is in the future (default: SOURCE_DATE_EPOCH, or today)"
        ))
    fileprivate static let explain = Option(
        name: "explain", aliases: ["giai-thich"], value: Wording("MÃ", en: "CODE"),
        explanation: Wording(
            "giải thích một quy tắc, có ví dụ đúng và sai",
            en: "explain a rule, with a right and a wrong example"))
    static let fix = Option(
        name: "fix", aliases: ["sua"], value: Wording("TỆP", en: "FILE"),
        explanation: Wording(
            "ghi một bản đã sửa những lỗi sửa được mà không động tới nội dung",
            en: "write a copy in which everything is mended that can be without touching what it says"),
        completion: .files(["docx", "odt"]))
    static let dryRun = Option(
        name: "dry-run", aliases: ["xem-truoc"],
        explanation: Wording(
            "chỉ in ra --sua sẽ sửa những gì, không ghi tệp nào",
            en: "print what --fix would mend, and write nothing"))
    fileprivate static let pages = Option(
        name: "pages", aliases: ["dem-trang"],
        explanation: Wording(
            "nói số trang trước và sau khi sửa, theo LibreOffice",
            en: "tell the number of pages before and after mending, by LibreOffice"))
    static let annotate = Option(
        name: "annotate", aliases: ["nhan-xet"], value: Wording("TỆP", en: "FILE"),
        explanation: Wording(
            "ghi một bản của văn bản có nhận xét ở từng chỗ phát hiện, mọi thứ khác giữ nguyên",
            en: "write a copy of the document with a comment at each finding, everything else untouched"),
        completion: .files(["docx", "odt"]))
}

extension Option {
    static let folder = Option(
        name: "batch", aliases: ["ca-thu-muc"], value: Wording("THƯ-MỤC", en: "FOLDER"),
        explanation: Wording(
            "kiểm tra mọi văn bản trong thư mục và các thư mục con, cần --ban-ket-qua",
            en: "check every document of a folder and of the folders in it; needs --report"),
        completion: .folders)
    fileprivate static let report = Option(
        name: "report", aliases: ["ban-ket-qua"], value: Wording("TỆP", en: "FILE"),
        explanation: Wording(
            "ghi mọi điều thấy được vào một bảng .xlsx, .csv hoặc .jsonl",
            en: "write all that was found into one table, .xlsx, .csv or .jsonl"),
        completion: .files(["xlsx", "csv", "jsonl"]))
}

extension Diagnostic {
    static func oneDocument(_ option: Option) -> Diagnostic {
        usage(
            "usage.one-document",
            Wording(
                "\(option.wording.vietnamese) chỉ dùng với một văn bản",
                en: "\(option.wording.english) goes with one document only"), at: "--\(option.name)",
            fix: Wording("chạy lệnh cho từng văn bản", en: "run the command for each document"))
    }
}
