internal import Batches
internal import Diagnostics
internal import VanThu

/// What an order came to.
enum Outcome {
    /// An answer for standard output, as it is.
    case text(String)
    case files(Reported<[WrittenFile]>)
    /// What a batch came to; its faults have been told already.
    case batch(BatchResult)
    /// Warnings and notes about a file that has no errors.
    case findings(file: String, [Diagnostic])
    /// What came of a whole folder: where it is, and how many documents were done, and failed.
    case folder(String, done: Int, failed: Int)
    /// Documents that were held against the official format.
    case checked([CheckedDocument])
}

extension Order {
    func run(environment: [String: String], _ preferences: Preferences) throws(Failure) -> Outcome {
        let language = preferences.language
        switch self {
        case .produce(let job, let workspace, let clerk):
            return .files(try clerk.produce(job, from: workspace, environment: environment))
        case .render(let template, let data, let output, let filling, let existing):
            let file = try Clerk.render(
                template, with: data, filling, to: output, existing: existing, environment: environment)
            return .files(file)
        case .batch(let terms):
            let display = BatchDisplay(preferences)
            defer { display.clear() }
            let progress = try Clerk.batch(terms, in: language, environment: environment, display.observer)
            return .batch(
                BatchResult(
                    progress: progress, output: terms.output,
                    isManifestPrinted: terms.manifest == .standardOutput))
        case .inspect(let template, let delimiters):
            return .text(
                preferences.isJSON
                    ? try Clerk.inspectionSchema(of: template, delimiters: delimiters)
                    : try Clerk.inspect(template, delimiters: delimiters, in: language))
        case .lint(let template, let data, let delimiters):
            let found = try Clerk.lint(template, with: data, delimiters: delimiters)
            return .findings(file: template, found)
        case .convertToTags(let template, let data, let delimiters, let output, let existing):
            return .files(
                try Clerk.convertToTags(
                    template, for: data, delimiters: delimiters, to: output, existing: existing))
        case .check(let documents, let terms):
            return .checked(
                try Clerk.check(documents, by: terms.on(Today.date(environment)), environment: environment))
        case .annotate(let document, let terms, let output, let existing):
            return .checked([
                try Clerk.check(
                    document, by: terms.on(Today.date(environment)), annotatedAt: output, existing: existing,
                    in: language, environment: environment)
            ])
        case .mend(let document, let terms, let target):
            return .checked([
                try Clerk.mend(
                    document, by: terms.on(Today.date(environment)), into: target, environment: environment)
            ])
        case .convert(let document, let output, let existing):
            return .files(
                try Clerk.convert(document, to: output, existing: existing, environment: environment))
        case .checkFolder(let folder, let terms, let report, let jobs, let existing):
            let display = BatchDisplay(preferences)
            defer { display.clear() }
            let check = try Clerk.check(
                folder: folder, by: terms.on(Today.date(environment)), report: report, existing: existing,
                jobs: jobs, in: language, environment: environment, progress: display.observer.progress)
            return .folder(report, done: check.documentCount - check.faultyCount, failed: check.faultyCount)
        case .convertFolder(let folder, let target, let format, let jobs, let existing):
            let display = BatchDisplay(preferences)
            defer { display.clear() }
            let progress = try Clerk.convert(
                folder: folder, into: target, as: format, existing: existing, jobs: jobs,
                environment: environment, observer: display.observer)
            return .folder(target, done: progress.done, failed: progress.failed)
        case .explain(let rule): return .text(try Clerk.explain(rule: rule, in: language))
        case .newWorkspace(let folder): return .files(try Clerk.newWorkspace(at: folder))
        case .schema(.none): return .text(Clerk.schemaKinds.map { "\($0.name)\t\($0.title)\n" }.joined())
        case .schema(.some(let kind)): return .text(try Clerk.schema(of: kind))
        case .help(.none): return .text(Command.overview(in: language))
        case .help(.some(let command)): return .text(command.syntax.help(in: language))
        case .version: return .text("vanthu \(VanThu.version)\n")
        }
    }
}
