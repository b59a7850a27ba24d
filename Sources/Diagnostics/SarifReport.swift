internal import FoundationEssentials

/// What a check of documents found, in the Static Analysis Results Interchange Format (SARIF 2.1.0) that code hosts and editors read.
///
/// The same documents give the same bytes: there is no clock in it, and no path but those that were given.
public struct SarifReport: Encodable, Sendable {
    let schema = "https://json.schemastore.org/sarif-2.1.0.json"
    let version = "2.1.0"
    let runs: [Run]

    /// One run over the documents; messages are given in `language`.
    ///
    /// `rules` are all that the tool has; results refer to them by their places.
    public init(
        version: String,
        rules: [Rule],
        documents: [CheckReport.Document],
        language: Language
    ) {
        let places = Dictionary(rules.enumerated().map { ($1.code, $0) }) { first, _ in first }
        let results = documents.enumerated().flatMap { index, document in
            var fingerprints: [String: Int] = [:]
            return document.findings.map { finding in
                let identity = finding.identity
                fingerprints[identity, default: 0] += 1
                return Result(
                    finding,
                    at: places[finding.rule],
                    ordinal: fingerprints[identity, default: 1],
                    file: document.file,
                    artifact: index,
                    language
                )
            }
        }
        let driver = Tool.Driver(
            version: version,
            rules: rules.map { Tool.Driver.Descriptor($0, in: language) },
            language: language.rawValue
        )
        runs = [
            Run(
                tool: Tool(driver: driver),
                invocations: [Run.Invocation(documents)],
                artifacts: documents.map { Artifact($0) },
                results: results
            )
        ]
    }

    /// A rule as a host shows it.
    public struct Rule: Hashable, Sendable {
        public var code: String
        public var severity: Severity
        public var clauses: [String]
        public var explanation: Wording
        public var right: String
        public var wrong: String
        public var canBeMended: Bool

        public init(
            code: String,
            severity: Severity,
            clauses: [String],
            explanation: Wording,
            right: String,
            wrong: String,
            canBeMended: Bool
        ) {
            self.code = code
            self.severity = severity
            self.clauses = clauses
            self.explanation = explanation
            self.right = right
            self.wrong = wrong
            self.canBeMended = canBeMended
        }
    }

    enum CodingKeys: String, CodingKey {
        case schema = "$schema"
        case version, runs
    }

    /// The report as indented JSON with sorted keys and a line end.
    public var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(self) else {
            preconditionFailure("texts and whole numbers always have a JSON form")
        }
        return String(decoding: data, as: UTF8.self) + "\n"
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

                struct Configuration: Encodable, Sendable {
                    let level: String
                }

                struct Properties: Encodable, Sendable {
                    let clauses: [String]
                    let canBeMended: Bool
                }

                init(_ rule: Rule, in language: Language) {
                    func line(_ vietnamese: String, _ english: String) -> String {
                        Wording(vietnamese, en: english).text(in: language)
                    }
                    let explanation = rule.explanation.text(in: language)
                    let clauses = rule.clauses.joined(separator: "; ")
                    id = rule.code
                    shortDescription = Text(text: Self.firstSentence(of: explanation))
                    fullDescription = Text(text: explanation)
                    help = Text(
                        text: [
                            explanation, line("Theo: \(clauses)", "Clause: \(clauses)"),
                            line("Đúng: \(rule.right)", "Right: \(rule.right)"),
                            line("Sai: \(rule.wrong)", "Wrong: \(rule.wrong)"),
                        ].joined(separator: "\n"),
                        markdown: [
                            explanation, line("**Theo:** \(clauses)", "**Clause:** \(clauses)"),
                            line("- Đúng: \(rule.right)", "- Right: \(rule.right)")
                                + "\n" + line("- Sai: \(rule.wrong)", "- Wrong: \(rule.wrong)"),
                        ].joined(separator: "\n\n")
                    )
                    defaultConfiguration = Configuration(level: rule.severity.rawValue)
                    properties = Properties(clauses: rule.clauses, canBeMended: rule.canBeMended)
                }

                private static func firstSentence(of text: String) -> String {
                    guard let end = text.firstRange(of: ". ") else { return text }
                    return String(text[..<end.lowerBound]) + "."
                }
            }
        }
    }
}

// MARK: - The run

extension SarifReport {
    struct Run: Encodable, Sendable {
        let tool: Tool
        let invocations: [Invocation]
        let artifacts: [Artifact]
        let results: [Result]
        let columnKind = "unicodeCodePoints"

        struct Invocation: Encodable, Sendable {
            /// Whether every document could be read.
            let executionSuccessful: Bool
            /// What is said besides the findings.
            let toolExecutionNotifications: [Notification]

            init(_ documents: [CheckReport.Document]) {
                executionSuccessful = documents.allSatisfy { $0.verdict != "unreadable" }
                toolExecutionNotifications = documents.enumerated().flatMap { index, document in
                    document.messages.map { Notification($0, file: document.file, artifact: index) }
                }
            }
        }

        struct Notification: Encodable, Sendable {
            let descriptor: Descriptor
            let level: String
            let message: Text
            let locations: [Location]

            struct Descriptor: Encodable, Sendable {
                let id: String
            }

            init(_ entry: RunReport.Entry, file: String, artifact: Int) {
                descriptor = Descriptor(id: entry.code)
                level = entry.severity
                message = Text(text: entry.message)
                locations = [Location(file: file, artifact: artifact, logical: [])]
            }
        }
    }

    struct Artifact: Encodable, Sendable {
        let location: ArtifactLocation
        let roles = ["analysisTarget"]

        init(_ document: CheckReport.Document) {
            location = ArtifactLocation(uri: SarifReport.uri(of: document.file))
        }
    }

    struct ArtifactLocation: Encodable, Sendable {
        let uri: String
        var index: Int?
    }

    struct Location: Encodable, Sendable {
        let physicalLocation: Physical
        let logicalLocations: [Logical]?

        struct Physical: Encodable, Sendable {
            let artifactLocation: ArtifactLocation
        }

        struct Logical: Encodable, Sendable {
            let name: String
            let fullyQualifiedName: String
            let kind: String
        }

        init(file: String, artifact: Int, logical: [Logical]) {
            physicalLocation = Physical(
                artifactLocation: ArtifactLocation(uri: SarifReport.uri(of: file), index: artifact)
            )
            logicalLocations = logical.isEmpty ? nil : logical
        }
    }

    struct Result: Encodable, Sendable {
        let ruleId: String
        let ruleIndex: Int?
        let level: String
        let message: Text
        let locations: [Location]
        /// The same for the same fault of the same text, wherever in the document it has moved.
        let partialFingerprints: [String: String]
        let properties: Properties

        struct Properties: Encodable, Sendable {
            let component: String?
            let excerpt: String?
            let found: String
            let right: String
            let clause: String
            let canBeMended: Bool
            let furtherPlaces: Int
        }

        init(
            _ finding: CheckReport.Finding,
            at index: Int?,
            ordinal: Int,
            file: String,
            artifact: Int,
            _ language: Language
        ) {
            let found = finding.found.text(in: language)
            let right = finding.right.text(in: language)
            ruleId = finding.rule
            ruleIndex = index
            level = finding.severity
            message = Text(
                text: Wording(
                    "\(found); đúng: \(right) (\(finding.clause))",
                    en: "\(found); right: \(right) (\(finding.clause))"
                ).text(in: language)
            )
            locations = [
                Location(file: file, artifact: artifact, logical: Self.places(of: finding, language))
            ]
            partialFingerprints = [
                "vanthuFinding/v1": SarifReport.digest(finding.identity + "\u{1F}\(ordinal)")
            ]
            properties = Properties(
                component: finding.component,
                excerpt: finding.excerpt,
                found: found,
                right: right,
                clause: finding.clause,
                canBeMended: finding.canBeMended,
                furtherPlaces: finding.furtherPlaces
            )
        }

        /// The part, the cell where there is one, and the paragraph.
        private static func places(
            of finding: CheckReport.Finding,
            _ language: Language
        ) -> [Location.Logical] {
            guard let part = finding.part, let number = finding.paragraph else { return [] }
            let paragraph = Wording("đoạn \(number)", en: "paragraph \(number)").text(in: language)
            var places = [
                Location.Logical(
                    name: paragraph,
                    fullyQualifiedName: "\(part)#paragraph[\(number)]",
                    kind: "element"
                ), Location.Logical(name: part, fullyQualifiedName: part, kind: "module"),
            ]
            if let cell = finding.cell, cell.count == 3 {
                let name = Wording(
                    "bảng \(cell[0]), hàng \(cell[1]), ô \(cell[2])",
                    en: "table \(cell[0]), row \(cell[1]), cell \(cell[2])"
                ).text(in: language)
                places.insert(
                    Location.Logical(
                        name: name,
                        fullyQualifiedName: "\(part)#table[\(cell[0])]/row[\(cell[1])]/cell[\(cell[2])]",
                        kind: "element"
                    ),
                    at: 1
                )
            }
            return places
        }
    }
}

extension CheckReport.Finding {
    /// What makes this finding the same after the document has changed elsewhere.
    fileprivate var identity: String {
        [rule, component ?? "", part ?? "", excerpt ?? "", found.vi].joined(separator: "\u{1F}")
    }
}

extension CheckReport.Finding.Both {
    fileprivate func text(in language: Language) -> String { language == .vietnamese ? vi : en }
}

extension SarifReport {
    /// A path as a URI reference: a relative one stays relative.
    static func uri(of path: String) -> String {
        var uri = path.hasPrefix("/") ? "file://" : ""
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
                uri.unicodeScalars.append(UnicodeScalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                uri += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
            }
        }
        return uri
    }

    /// Sixteen hexadecimal digits that stay the same on every machine (64-bit FNV-1a).
    static func digest(_ text: String) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
