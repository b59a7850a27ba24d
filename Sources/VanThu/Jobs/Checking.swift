internal import Checking
internal import Container
public import Diagnostics
internal import OfficeDocument
internal import Regulations

/// A document held against the official format, or why it could not be.
public struct CheckedDocument: Hashable, Sendable {
    public let file: String
    public let verdict: Verdict
    /// Such as `ND30`; nil when nothing was judged.
    public let standard: String?
    /// What the person is told, most of it with a place in the document.
    public internal(set) var diagnostics: [Diagnostic]
    /// The findings with all they are made of; empty unless the document was judged.
    public let findings: [CheckReport.Finding]
    /// Where the document was written with a comment at each finding.
    public internal(set) var annotated: String?
    /// What was mended before; nil where that was not asked for.
    public internal(set) var mended: Mended?

    public enum Verdict: String, Hashable, Sendable {
        case judged
        /// A legal normative document, which other rules hold for.
        case legislation
        /// A document of an organisation with a format of its own.
        case ownRules = "own-rules"
        /// Read, but without text, without anything official, or with macros.
        case notJudged = "not-judged"
        case unreadable
    }

    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

extension Clerk {
    /// Which regulation documents are held against.
    public enum CheckStandard: String, Hashable, Sendable, CaseIterable {
        /// The one the issuer is bound by.
        case auto
        case nd30
        case hd05
        case hd36
    }

    /// Holds each document against the official format; one that cannot be read does not keep the others from being judged.
    ///
    /// An old Word file is read through LibreOffice, which is looked for in `environment`. Throws the faults of settings and profiles,
    /// without which nothing can be judged.
    public static func check(
        _ documents: [String], by terms: CheckTerms = CheckTerms(), environment: [String: String] = [:]
    ) throws(Failure) -> [CheckedDocument] {
        let terms = try ReadCheckTerms(terms, for: documents)
        return documents.map { examine($0, by: terms, environment: environment).result }
    }

    /// A document that was held against the official format, with all that further work on it needs.
    struct Examination {
        var result: CheckedDocument
        /// Nil unless the document was judged.
        var judged: Judged?

        struct Judged {
            let archive: Archive
            let document: ReadDocument
            let check: OfficialCheck
            /// False for an old Word file: its archive was made for the reading.
            let isFileItself: Bool
        }
    }

    static func examine(_ path: String, by terms: ReadCheckTerms, environment: [String: String])
        -> Examination
    {
        let file: DocumentFile
        let read: Reported<ReadDocument>
        do throws(Failure) {
            file = try DocumentFile(opening: path, environment: environment)
            read = try ReadDocument.reading(file.archive)
        } catch {
            let verdict: CheckedDocument.Verdict =
                error.diagnostics.contains { $0.code == Diagnostic.macros(path).code }
                ? .notJudged : .unreadable
            return Examination(result: CheckedDocument(refused: path, verdict, error.diagnostics))
        }
        guard !read.value.traits.contains(.macros) else {
            let diagnostics = read.warnings + [.macros(path)]
            return Examination(result: CheckedDocument(refused: path, .notJudged, diagnostics))
        }
        let check = terms.check(read.value, at: path)
        let result = result(of: check, in: path, warnings: read.warnings)
        guard result.verdict == .judged else { return Examination(result: result) }
        let judged = Examination.Judged(
            archive: file.archive, document: read.value, check: check, isFileItself: !file.isConverted)
        return Examination(result: result, judged: judged)
    }

    static func result(of check: OfficialCheck, in path: String, warnings: [Diagnostic]) -> CheckedDocument {
        switch check.verdict {
        case .judged(let key):
            return CheckedDocument(
                file: path, verdict: .judged, standard: key.rawValue,
                diagnostics: warnings + check.findings.map { $0.diagnostic(in: path) },
                findings: check.findings.map { CheckReport.Finding($0) })
        case .legislation(let number):
            return CheckedDocument(
                refused: path, .legislation, warnings + [.legislation(path, number: number)])
        case .legislationAnnex(let parent):
            return CheckedDocument(
                refused: path, .legislation, warnings + [.legislationAnnex(path, of: parent)])
        case .ownRules(let organisation):
            return CheckedDocument(refused: path, .ownRules, warnings + [.ownRules(path, of: organisation)])
        case .empty: return CheckedDocument(refused: path, .notJudged, warnings + [.emptyDocument(path)])
        case .unrecognised:
            return CheckedDocument(refused: path, .notJudged, warnings + [.unrecognised(path)])
        }
    }

    /// What a rule asks, with its source and examples.
    ///
    /// `code` may be given without `format.`. Throws `usage.unknown-rule` with the nearest code.
    public static func explain(rule code: String, in language: Language) throws(Failure) -> String {
        guard let rule = Rule.rule(coded: code) else {
            throw Failure(.unknownRule(code, at: .argument("--explain")))
        }
        return rule.explained(in: language) + "\n"
    }
}

extension CheckedDocument {
    fileprivate init(refused file: String, _ verdict: Verdict, _ diagnostics: [Diagnostic]) {
        self.init(file: file, verdict: verdict, standard: nil, diagnostics: diagnostics, findings: [])
    }
}

extension CheckReport.Finding {
    init(_ finding: Finding) {
        self.init(
            rule: finding.rule.code.rawValue, severity: finding.severity.rawValue,
            component: finding.component?.rawValue, part: finding.place?.part,
            paragraph: finding.place?.number,
            cell: finding.place?.cell.map { [$0.table, $0.row, $0.column] },
            excerpt: finding.excerpt.isEmpty ? nil : finding.excerpt, found: Both(finding.found),
            right: Both(finding.right), clause: finding.clause, canBeMended: finding.mending == .automatic,
            furtherPlaces: finding.furtherPlaces)
    }
}

extension Diagnostic {
    static func macros(_ file: String) -> Diagnostic {
        .error(
            "check.macros", at: .file(file), "văn bản có macro nên không được xử lý",
            en: "the document has macros and is left alone", fix: "lưu thành .docx không có macro",
            en: "save it as a .docx without macros")
    }

    fileprivate static func legislation(_ file: String, number: String) -> Diagnostic {
        .note(
            "check.legislation", at: .file(file),
            "số \(number) là số của văn bản quy phạm pháp luật, không theo Nghị định 30/2020/NĐ-CP; không kiểm tra",
            en:
                "the number \(number) is that of a legal normative document, which Decree 30/2020/NĐ-CP is not about; not checked"
        )
    }

    fileprivate static func legislationAnnex(_ file: String, of parent: String) -> Diagnostic {
        .note(
            "check.legislation", at: .file(file),
            "tệp này kèm theo \(parent), là một phần của văn bản quy phạm pháp luật và theo thể thức của loại văn bản ấy; không kiểm tra",
            en:
                "the file goes with \(parent) and is part of a legal normative document, whose format it follows; not checked"
        )
    }

    fileprivate static func ownRules(_ file: String, of organisation: String) -> Diagnostic {
        .note(
            "check.own-rules", at: .file(file),
            "văn bản của \(organisation) theo hướng dẫn thể thức riêng của tổ chức này; không kiểm tra",
            en: "a document of \(organisation), which has a format of its own; not checked",
            fix: "muốn kiểm tra theo một quy định có sẵn thì thêm --standard nd30, hd05 hoặc hd36",
            en: "to hold it against one of the regulations here, add --standard nd30, hd05 or hd36")
    }

    static func emptyDocument(_ file: String) -> Diagnostic {
        .error("check.empty", at: .file(file), "văn bản không có chữ nào", en: "the document has no text")
    }

    fileprivate static func unrecognised(_ file: String) -> Diagnostic {
        .error(
            "check.unrecognised", at: .file(file),
            "không nhận ra đây là văn bản của cơ quan (số, ký hiệu, tên loại, trích yếu, nơi nhận) nên không kiểm tra",
            en:
                "no document of an office is recognised (number, type, subject, recipients), so nothing is checked"
        )
    }
}
