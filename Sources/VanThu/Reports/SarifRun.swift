internal import Checking
internal import Diagnostics
internal import OfficeDocument
internal import Regulations

extension SarifReport {
    /// One run of the tool: the documents, what was found in them, and what is said besides.
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

            init(_ documents: [CheckedDocument], in language: Language) {
                executionSuccessful = documents.allSatisfy { $0.verdict != .unreadable }
                toolExecutionNotifications = documents.enumerated().flatMap { index, document in
                    document.messages.map {
                        Notification($0, file: document.file, artifact: index, in: language)
                    }
                }
            }
        }

        struct Notification: Encodable, Sendable {
            let descriptor: Descriptor
            let level: String
            let message: Text
            let locations: [Location]

            struct Descriptor: Encodable, Sendable { let id: String }

            init(_ diagnostic: Diagnostic, file: String, artifact: Int, in language: Language) {
                descriptor = Descriptor(id: diagnostic.code)
                level = diagnostic.severity.rawValue
                message = Text(text: diagnostic.message.text(in: language))
                locations = [Location(file: file, artifact: artifact, logical: [])]
            }
        }
    }

    struct Artifact: Encodable, Sendable {
        let location: ArtifactLocation
        let roles = ["analysisTarget"]

        init(_ document: CheckedDocument) {
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

        struct Physical: Encodable, Sendable { let artifactLocation: ArtifactLocation }

        struct Logical: Encodable, Sendable {
            let name: String
            let fullyQualifiedName: String
            let kind: String
        }

        init(file: String, artifact: Int, logical: [Logical]) {
            physicalLocation = Physical(
                artifactLocation: ArtifactLocation(uri: SarifReport.uri(of: file), index: artifact))
            logicalLocations = logical.isEmpty ? nil : logical
        }
    }

    struct Result: Encodable, Sendable {
        let ruleId: String
        let ruleIndex: Int?
        /// `fail`, or for a rule that was not broken `pass`, `notApplicable` or `open`.
        let kind: String
        let level: String
        let message: Text
        let locations: [Location]
        /// Where the same fault stands again.
        let relatedLocations: [Location]?
        /// The same for the same fault of the same text, wherever in the document it has moved.
        let partialFingerprints: [String: String]
        let properties: Properties?

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
            _ finding: Finding, at index: Int?, ordinal: Int, file: String, artifact: Int,
            _ language: Language
        ) {
            ruleId = finding.rule.code.rawValue
            ruleIndex = index
            kind = "fail"
            level = finding.severity.rawValue
            message = Text(text: finding.sentence.text(in: language))
            locations = [
                Location(file: file, artifact: artifact, logical: Self.places(at: finding.place, language))
            ]
            let further = finding.further.map { other in
                Location(file: file, artifact: artifact, logical: Self.places(at: other.place, language))
            }
            relatedLocations = further.isEmpty ? nil : further
            partialFingerprints = [
                "vanthuFinding/v1": SarifReport.digest(finding.identity + "\u{1F}\(ordinal)")
            ]
            properties = Properties(
                component: finding.component?.rawValue,
                excerpt: finding.excerpt.isEmpty ? nil : finding.excerpt,
                found: finding.found.text(in: language), right: finding.right.text(in: language),
                clause: finding.clause, canBeMended: finding.canBeMended, furtherPlaces: finding.furtherPlaces
            )
        }

        /// What a rule came to that was not broken; nil for one that was.
        init?(
            _ judged: Judgement.JudgedRule, at index: Int?, file: String, artifact: Int, _ language: Language
        ) {
            let said: Wording
            switch judged.outcome {
            case .failed: return nil
            case .passed: (kind, said) = ("pass", Wording("đúng", en: "right"))
            case .notApplicable:
                (kind, said) = ("notApplicable", Wording("không áp dụng", en: "does not apply"))
            case .notDecided(let reason): (kind, said) = ("open", reason)
            }
            ruleId = judged.rule.code.rawValue
            ruleIndex = index
            level = "none"
            message = Text(text: said.text(in: language))
            locations = [Location(file: file, artifact: artifact, logical: [])]
            partialFingerprints = [
                "vanthuRule/v1": SarifReport.digest([ruleId, kind, file].joined(separator: "\u{1F}"))
            ]
            properties = nil
            relatedLocations = nil
        }

        /// The part, the cell where there is one, and the paragraph.
        private static func places(at place: ReadParagraph.Place?, _ language: Language) -> [Location.Logical]
        {
            guard let place else { return [] }
            let (part, number) = (place.part, place.number)
            let paragraph = Wording("đoạn \(number)", en: "paragraph \(number)").text(in: language)
            var places = [
                Location.Logical(
                    name: paragraph, fullyQualifiedName: "\(part)#paragraph[\(number)]", kind: "element"),
                Location.Logical(name: part, fullyQualifiedName: part, kind: "module"),
            ]
            if let cell = place.cell {
                let name = Wording(
                    "bảng \(cell.table), hàng \(cell.row), ô \(cell.column)",
                    en: "table \(cell.table), row \(cell.row), cell \(cell.column)"
                ).text(in: language)
                places.insert(
                    Location.Logical(
                        name: name,
                        fullyQualifiedName:
                            "\(part)#table[\(cell.table)]/row[\(cell.row)]/cell[\(cell.column)]",
                        kind: "element"), at: 1)
            }
            return places
        }
    }
}

extension Finding {
    /// What makes this finding the same after the document has changed elsewhere.
    var identity: String {
        [rule.code.rawValue, component?.rawValue ?? "", place?.part ?? "", excerpt, found.vietnamese].joined(
            separator: "\u{1F}")
    }
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
