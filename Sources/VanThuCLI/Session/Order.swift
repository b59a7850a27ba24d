internal import Container
internal import Diagnostics
internal import DocumentTemplates
internal import Planning
internal import TemplateLanguage
internal import VanThu
internal import VietnameseText

/// What the command line asks for, with every value understood.
enum Order {
    case produce(Clerk.Job, workspace: String, Clerk)
    case render(template: String, data: String, output: String, Clerk.Filling, Publication.Existing)
    case batch(Clerk.BatchTerms)
    case inspect(template: String, Delimiters?)
    case lint(template: String, data: String?, Delimiters?)
    case convertToTags(template: String, data: String?, Delimiters?, output: String, Publication.Existing)
    /// The terms are without a day where the command line names none.
    case check(documents: [String], Clerk.CheckTerms)
    case annotate(document: String, Clerk.CheckTerms, output: String, Publication.Existing)
    case mend(document: String, Clerk.CheckTerms, Clerk.MendingTarget)
    case convert(document: String, output: String, Publication.Existing)
    case checkFolder(String, Clerk.CheckTerms, report: String, jobs: Int?, Publication.Existing)
    case convertFolder(String, into: String, OfficeFormat, jobs: Int?, Publication.Existing)
    case explain(rule: String)
    case newWorkspace(folder: String)
    case schema(kind: String?)
    case help(Command?)
    case version
}

extension Order {
    /// Throws every fault of the command line at once.
    init(_ words: CommandLineWords) throws(Failure) {
        var faults = words.faults
        let order = Order.reading(words, faults: &faults)
        if let failure = Failure(faults) { throw failure }
        guard let order else { preconditionFailure("a command line without an order has a fault") }
        self = order
    }

    private static func reading(_ words: CommandLineWords, faults: inout [Diagnostic]) -> Order? {
        let options = words.options
        if let language = options[.language], Language(rawValue: language) == nil {
            let fix = Wording("ghi --lang vi hoặc --lang en", en: "write --lang vi or --lang en")
            faults.append(.badValue(language, of: .language, fix: fix))
        }
        if options[.version] != nil { return .version }
        if options[.help] != nil { return .help(words.command) }
        guard let command = words.command else { return nil }

        let existing: Publication.Existing = options[.force] == nil ? .kept : .replaced
        let operand = words.operands.first
        switch command {
        case .plan:
            let year = options[.year].map { Order.year($0, faults: &faults) }
            let clerk = clerk(options, existing: existing, faults: &faults)
            guard let operand else { return nil }
            guard let year else { return .produce(.plan, workspace: operand, clerk) }
            return year.map { .produce(.annualPlan(year: $0), workspace: operand, clerk) }
        case .budget:
            let year = options[.year].flatMap { Order.year($0, faults: &faults) }
            let clerk = clerk(options, existing: existing, faults: &faults)
            guard let operand, let year else { return nil }
            return .produce(.budget(year: year), workspace: operand, clerk)
        case .report:
            let period = options[.period].flatMap { Order.period($0, faults: &faults) }
            let clerk = clerk(options, existing: existing, faults: &faults)
            guard let operand, let period else { return nil }
            let days: Clerk.ReportDays = options[.calendar] == nil ? .asTheWorkspaceSays : .ofTheCalendar
            return .produce(.report(period, days), workspace: operand, clerk)
        case .render:
            let filling = filling(options, faults: &faults)
            guard let operand, let data = options[.data], let output = options[.outputFile] else {
                return nil
            }
            return .render(template: operand, data: data, output: output, filling, existing)
        case .batch:
            return batch(
                words.operands, options, filling: filling(options, faults: &faults), existing: existing,
                faults: &faults)
        case .inspect:
            let delimiters = filling(options, faults: &faults).delimiters
            return operand.map { .inspect(template: $0, delimiters) }
        case .lint:
            let delimiters = filling(options, faults: &faults).delimiters
            let data = options[.data]
            guard let operand else { return nil }
            guard let output = options[.toTags] else {
                return .lint(template: operand, data: data, delimiters)
            }
            return .convertToTags(template: operand, data: data, delimiters, output: output, existing)
        case .check:
            if let rule = options[.explain] { return .explain(rule: rule) }
            let terms = terms(options, faults: &faults)
            if let folder = options[.folder] {
                return checkFolder(folder, words, terms, existing, faults: &faults)
            }
            if words.operands.isEmpty {
                faults += command.syntax.operands.map { .missingOperand($0, command: command) }
            }
            if options[.json] != nil, options[.sarif] != nil {
                faults.append(.conflictingOptions(.json, .sarif))
            }
            if options[.fix] != nil || options[.dryRun] != nil {
                if options[.annotate] != nil { faults.append(.conflictingOptions(.fix, .annotate)) }
                if words.operands.count > 1 { faults.append(.oneDocument(.fix)) }
                guard let operand, let terms else { return nil }
                guard options[.dryRun] == nil, let output = options[.fix] else {
                    return .mend(document: operand, terms, .nothing)
                }
                return .mend(document: operand, terms, .file(output, existing))
            }
            guard let output = options[.annotate] else {
                return terms.map { .check(documents: words.operands, $0) }
            }
            if words.operands.count > 1 { faults.append(.oneDocument(.annotate)) }
            guard let operand, let terms else { return nil }
            return .annotate(document: operand, terms, output: output, existing)
        case .convert:
            guard let operand, words.operands.count > 1 else { return nil }
            if let name = options[.targetFormat] {
                return convertFolder(operand, words.operands[1], to: name, options, existing, faults: &faults)
            }
            return .convert(document: operand, output: words.operands[1], existing)
        case .new: return operand.map(Order.newWorkspace)
        case .schema: return .schema(kind: operand)
        case .help:
            guard let operand else { return .help(nil) }
            if let topic = Command(named: operand) { return .help(topic) }
            faults.append(.unknownCommand(operand))
            return nil
        }
    }

    private static func terms(_ options: [Option: String], faults: inout [Diagnostic]) -> Clerk.CheckTerms? {
        let standard = standard(options, faults: &faults)
        if options[.standard] != nil, options[.profile] != nil {
            faults.append(.conflictingOptions(.standard, .profile))
        }
        var today: CalendarDate?
        if let text = options[.today] {
            do throws(DateFault) { today = try CalendarDate(parsing: text) } catch {
                let fix = Wording(
                    "ghi ngày như 2026-01-05 hoặc 05/01/2026", en: "write it as 2026-01-05 or 05/01/2026")
                faults.append(.badValue(text, of: .today, fix: fix))
            }
        }
        let off = (options[.off] ?? "").split(separator: ",").map { $0.filter { $0 != " " } }
        return standard.map {
            Clerk.CheckTerms(
                standard: $0, profile: options[.profile], settings: options[.settings], off: off, today: today
            )
        }
    }

    private static func standard(_ options: [Option: String], faults: inout [Diagnostic]) -> Clerk
        .CheckStandard?
    {
        guard let name = options[.standard] else { return .auto }
        if let standard = Clerk.CheckStandard(rawValue: name.lowercased()) { return standard }
        let fix = Wording("ghi auto, nd30, hd05 hoặc hd36", en: "write auto, nd30, hd05 or hd36")
        faults.append(.badValue(name, of: .standard, fix: fix))
        return nil
    }

    private static func clerk(
        _ options: [Option: String], existing: Publication.Existing, faults: inout [Diagnostic]
    ) -> Clerk {
        Clerk(
            formats: options[.format].flatMap { formats($0, faults: &faults) } ?? [.docx, .odt],
            folder: options[.outputFolder] ?? "output", existing: existing)
    }

    private static func formats(_ list: String, faults: inout [Diagnostic]) -> [OutputFormat]? {
        var formats: [OutputFormat] = []
        for name in list.split(separator: ",", omittingEmptySubsequences: false) {
            let name = name.filter { $0 != " " }.lowercased()
            guard let format = OutputFormat(rawValue: name) else {
                let fix = Wording(
                    "chỉ ghi docx, odt, pdf, cách nhau bằng dấu phẩy",
                    en: "write docx, odt, pdf, with commas between")
                faults.append(.badValue(list, of: .format, fix: fix))
                return nil
            }
            if !formats.contains(format) { formats.append(format) }
        }
        return formats
    }

    private static func year(_ text: String, faults: inout [Diagnostic]) -> Int? {
        if text.utf8.count == 4, let year = Int(text), (1945...2199).contains(year) { return year }
        let fix = Wording(
            "ghi năm bằng bốn chữ số, ví dụ --year 2021", en: "write four digits, such as --year 2021")
        faults.append(.badValue(text, of: .year, fix: fix))
        return nil
    }

    private static func period(_ text: String, faults: inout [Diagnostic]) -> ReportingPeriod? {
        if let period = ReportingPeriod(text) { return period }
        let fix = Wording(
            "ghi một trong các dạng: 2021-03, 2021-Q1, 2021-H1, 2021-9M, 2021",
            en: "write it as one of: 2021-03, 2021-Q1, 2021-H1, 2021-9M, 2021")
        faults.append(.badValue(text, of: .period, fix: fix))
        return nil
    }

    private static func filling(_ options: [Option: String], faults: inout [Diagnostic]) -> Clerk.Filling {
        var filling = Clerk.Filling()
        switch options[.missing] {
        case nil: break
        case "blank", "trong": filling.missing = .isBlank
        case "keep", "giu": filling.missing = .keepsTheTag
        case .some(let other):
            let fix = Wording(
                "ghi --missing blank hoặc --missing keep", en: "write --missing blank or --missing keep")
            faults.append(.badValue(other, of: .missing, fix: fix))
        }
        filling.rows = options[.rows].map { text in
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return parts.count == 2
                ? Clerk.NamedRows(name: String(parts[0]), file: String(parts[1]))
                : Clerk.NamedRows(file: text)
        }
        if let text = options[.delimiters] {
            do throws(Failure) { filling.delimiters = try Delimiters(parsing: text) } catch {
                faults += error.diagnostics
            }
        }
        return filling
    }
}
