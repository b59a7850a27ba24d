internal import Diagnostics
internal import VanThu

/// What an order came to.
enum Outcome {
    /// An answer for standard output, as it is.
    case text(String)
    case files(Reported<[WrittenFile]>)
    /// Warnings and notes about a file that has no errors.
    case findings(file: String, [Diagnostic])
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
                    document, by: terms.on(Today.date(environment)),
                    making: .annotated(output, existing, language), environment: environment)
            ])
        case .mend(let document, let terms, let copy):
            return .checked([
                try Clerk.check(
                    document, by: terms.on(Today.date(environment)), making: copy, environment: environment)
            ])
        case .convert(let document, let output, let existing):
            return .files(
                try Clerk.convert(document, to: output, existing: existing, environment: environment))
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
