internal import Checking
public import Diagnostics
internal import Regulations

/// What a check of documents found, in the Static Analysis Results Interchange Format (SARIF 2.1.0) that code hosts and editors read.
///
/// The same documents give the same bytes: there is no clock in it, and no path but those that were given.
public struct SarifReport: Report {
    let schema = "https://json.schemastore.org/sarif-2.1.0.json"
    let version = "2.1.0"
    let runs: [Run]

    /// One run over the documents under all rules; messages are given in `language`.
    public init(_ documents: [CheckedDocument], in language: Language) {
        self.init(documents, rules: Rule.all, version: VanThu.version, in: language)
    }

    /// Results refer to the rules by their places.
    init(_ documents: [CheckedDocument], rules: [Rule], version: String, in language: Language) {
        let places = Dictionary(rules.enumerated().map { ($1, $0) }) { first, _ in first }
        let results = documents.enumerated().flatMap { index, document in
            var fingerprints: [String: Int] = [:]
            let found = document.findings.map { finding in
                let identity = finding.identity
                fingerprints[identity, default: 0] += 1
                return Result(
                    finding, at: places[finding.rule], ordinal: fingerprints[identity, default: 1],
                    file: document.file, artifact: index, language)
            }
            let unbroken = (document.judgement?.rules ?? []).compactMap { judged in
                Result(judged, at: places[judged.rule], file: document.file, artifact: index, language)
            }
            return found + unbroken
        }
        let driver = Tool.Driver(
            version: version, rules: rules.map { Tool.Driver.Descriptor($0, in: language) },
            language: language.rawValue)
        runs = [
            Run(
                tool: Tool(driver: driver), invocations: [Run.Invocation(documents, in: language)],
                artifacts: documents.map { Artifact($0) }, results: results)
        ]
    }

    enum CodingKeys: String, CodingKey {
        case schema = "$schema"
        case version, runs
    }
}

// MARK: - The tool

extension SarifReport {
    struct Text: Encodable, Sendable {
        let text: String
        var markdown: String?
    }

    struct Tool: Encodable, Sendable {
        let driver: Driver

        struct Driver: Encodable, Sendable {
            let name = "vanthu"
            let version: String
            let rules: [Descriptor]
            let language: String

            struct Descriptor: Encodable, Sendable {
                let id: String
                let shortDescription: Text
                let fullDescription: Text
                let help: Text
                let defaultConfiguration: Configuration
                let properties: Properties

                struct Configuration: Encodable, Sendable { let level: String }

                struct Properties: Encodable, Sendable {
                    let clauses: [String]
                    let canBeMended: Bool
                }

                init(_ rule: Rule, in language: Language) {
                    func line(_ vietnamese: String, _ english: String) -> String {
                        Wording(vietnamese, en: english).text(in: language)
                    }
                    let explanation = rule.explanation.text(in: language)
                    let clauses = rule.clauses.map(\.place)
                    let clauseList = clauses.joined(separator: "; ")
                    id = rule.code.rawValue
                    shortDescription = Text(text: Self.firstSentence(of: explanation))
                    fullDescription = Text(text: explanation)
                    help = Text(
                        text: [
                            explanation, line("Theo: \(clauseList)", "Clause: \(clauseList)"),
                            line("Đúng: \(rule.right)", "Right: \(rule.right)"),
                            line("Sai: \(rule.wrong)", "Wrong: \(rule.wrong)"),
                        ].joined(separator: "\n"),
                        markdown: [
                            explanation, line("**Theo:** \(clauseList)", "**Clause:** \(clauseList)"),
                            line("- Đúng: \(rule.right)", "- Right: \(rule.right)") + "\n"
                                + line("- Sai: \(rule.wrong)", "- Wrong: \(rule.wrong)"),
                        ].joined(separator: "\n\n"))
                    defaultConfiguration = Configuration(level: rule.severity.rawValue)
                    properties = Properties(clauses: clauses, canBeMended: rule.mending.isAutomatic)
                }

                private static func firstSentence(of text: String) -> String {
                    guard let end = text.firstRange(of: ". ") else { return text }
                    return String(text[..<end.lowerBound]) + "."
                }
            }
        }
    }
}
