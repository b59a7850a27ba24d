internal import Checking
internal import Diagnostics
internal import Forms
internal import FoundationEssentials
internal import OfficeDocument
internal import Regulations
public import VietnameseText

extension Clerk {
    /// Which regulation documents are held against.
    public enum CheckStandard: String, Hashable, Sendable, CaseIterable {
        /// The one the issuer is bound by.
        case auto
        case nd30
        case hd05
        case hd36
    }

    /// By what documents are judged.
    public struct CheckTerms: Hashable, Sendable {
        public var standard: CheckStandard
        /// A profile of the agency's own, which then rules every document.
        public var profile: String?
        /// A file of settings; nil takes the nearest one beside or above each document.
        public var settings: String?
        /// Rules or groups that are not applied, whatever settings say.
        public var off: [String]
        /// The day dates are held against; nil where they are not.
        public var today: CalendarDate?

        public init(
            standard: CheckStandard = .auto, profile: String? = nil, settings: String? = nil,
            off: [String] = [], today: CalendarDate? = nil
        ) {
            self.standard = standard
            self.profile = profile
            self.settings = settings
            self.off = off
            self.today = today
        }

        /// With that day where none was named.
        public func on(_ day: CalendarDate?) -> CheckTerms {
            var terms = self
            terms.today = today ?? day
            return terms
        }
    }
}

/// The terms with every file they name read.
struct ReadCheckTerms {
    let standard: OfficialCheck.Standard
    let today: CalendarDate?
    private let off: Set<Rule>
    /// What is said about each document, by its path as it was given.
    private let settings: [String: RuleSettings]

    /// Throws the faults of all those files at once.
    init(_ terms: Clerk.CheckTerms, for documents: [String]) throws(Failure) {
        var collected = CollectedDiagnostics()
        let own = terms.profile.flatMap { path in
            collected.attempt { () throws(Failure) in try FormatProfile(opening: path) }
        }
        var off: Set<Rule> = []
        for name in terms.off {
            guard let rules = RuleSelection.rules(named: name) else {
                collected.add(.unknownRule(name, at: .argument("--off")))
                continue
            }
            off.formUnion(rules)
        }
        var shelf = SettingsShelf()
        var settings: [String: RuleSettings] = [:]
        for document in documents where settings[document] == nil {
            settings[document] = shelf.settings(for: document, given: terms.settings, &collected)
        }
        try collected.throwErrors()
        today = terms.today
        self.off = off
        self.settings = settings
        standard = own.map { .given($0) } ?? terms.standard.ofTheFormat
    }

    /// A document that was read, judged.
    func check(_ document: ReadDocument, at path: String) -> OfficialCheck {
        OfficialCheck(of: document, by: standard, settings: settings(for: path), today: today)
    }

    /// What is said about one of the documents.
    func settings(for path: String) -> RuleSettings {
        var settings = settings[path] ?? RuleSettings()
        settings.off.formUnion(off)
        return settings
    }
}

/// Files of settings that were looked for and read, each once.
struct SettingsShelf {
    /// By the file's path; nil for one with faults.
    private var read: [String: FormatSettings?] = [:]
    private var lists = ListShelf()
    /// The settings' file nearest to a folder, nil where there is none.
    private var nearest: [String: String?] = [:]

    /// The name of a file of settings without its ending.
    static let name = "the-thuc"
    private static let endings = ["yaml", "yml", "json"]

    /// What settings say of a document; nothing where there are none, or faults, which are then noted.
    mutating func settings(for document: String, given: String?, _ collected: inout CollectedDiagnostics)
        -> RuleSettings
    {
        let place = FilePath(document)
        var result = RuleSettings()
        if let file = given ?? file(near: place.folder, &collected), let settings = open(file, &collected) {
            result = settings.settings(forDocument: place.text(from: FilePath(file).folder))
        }
        result.lists = lists.lists(near: given ?? document, &collected)
        return result
    }

    /// The settings that lie in a folder itself.
    static func settings(in folder: String) throws(Failure) -> FormatSettings? {
        var collected = CollectedDiagnostics()
        let file = file(in: folder, &collected)
        try collected.throwErrors()
        guard let file else { return nil }
        return try FormatSettings(opening: file)
    }

    private mutating func open(_ file: String, _ collected: inout CollectedDiagnostics) -> FormatSettings? {
        if let known = read[file] { return known }
        let settings = collected.attempt { () throws(Failure) in try FormatSettings(opening: file) }
        read[file] = .some(settings)
        return settings
    }

    /// In the folder, or in the nearest one above that has such a file.
    private mutating func file(near folder: FilePath, _ collected: inout CollectedDiagnostics) -> String? {
        var passed: [String] = []
        var here: FilePath? = folder
        var found: String?
        while let folder = here, found == nil {
            if let known = nearest[folder.absolute] {
                found = known
                break
            }
            passed.append(folder.absolute)
            found = Self.file(in: folder.written, &collected)
            here = folder.above
        }
        for folder in passed { nearest[folder] = .some(found) }
        return found
    }

    private static func file(in folder: String, _ collected: inout CollectedDiagnostics) -> String? {
        let found = endings.map { path(of: "\(name).\($0)", in: folder) }.filter {
            FileManager.default.fileExists(atPath: $0)
        }
        if found.count > 1 { collected.add(.severalSettings(found)) }
        return found.first
    }
}

/// A path as it was written, and what it is from the root on.
struct FilePath {
    let written: String
    /// Without `.` and `..`.
    private let parts: [Substring]

    init(_ path: String) {
        written = path
        let whole = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
        var parts: [Substring] = []
        for part in whole.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        self.parts = parts
    }

    private init(written: String, parts: [Substring]) {
        self.written = written
        self.parts = parts
    }

    var absolute: String { "/" + parts.joined(separator: "/") }

    /// The folder it lies in.
    var folder: FilePath {
        guard let slash = written.lastIndex(of: "/") else {
            return FilePath(written: ".", parts: parts.dropLast())
        }
        let folder = slash == written.startIndex ? "/" : String(written[..<slash])
        return FilePath(written: folder, parts: parts.dropLast())
    }

    /// The folder above this one; nil above the root.
    var above: FilePath? {
        guard !parts.isEmpty else { return nil }
        return FilePath(written: Self.above(written), parts: Array(parts.dropLast()))
    }

    /// The folder above one, written as that one is.
    private static func above(_ folder: String) -> String {
        let last = folder.split(separator: "/").last ?? ""
        if folder.hasPrefix("/") {
            return folder.lastIndex(of: "/").map { "/" + folder[..<$0].dropFirst() } ?? "/"
        }
        if last == "." || last.isEmpty { return ".." }
        if last == ".." { return folder + "/.." }
        return folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? "."
    }

    /// From a folder on; what lies elsewhere goes by its name alone.
    func text(from folder: FilePath) -> String {
        guard parts.count > folder.parts.count, parts.prefix(folder.parts.count).elementsEqual(folder.parts)
        else { return parts.last.map(String.init) ?? "" }
        return parts.dropFirst(folder.parts.count).joined(separator: "/")
    }
}

extension FormatSettings {
    /// The agency's own profile that a form is made from; nil where the form's own regulation stands.
    func profile(for regulation: FormatProfile) -> FormatProfile? {
        profiles.first { $0.regulationKey == regulation.key }
    }
}

extension Clerk.CheckStandard {
    fileprivate var ofTheFormat: OfficialCheck.Standard {
        switch self {
        case .auto: .ofTheIssuer
        case .nd30: .profile(.decree30)
        case .hd05: .profile(.guidance05)
        case .hd36: .profile(.guidance36)
        }
    }
}

extension Diagnostic {
    fileprivate static func severalSettings(_ files: [String]) -> Diagnostic {
        let list = files.joined(separator: ", ")
        return .error(
            "data.several-files", at: .file(files[1]), "có nhiều tệp thiết lập: \(list)",
            en: "there are several files of settings: \(list)", fix: "giữ lại một tệp", en: "keep one of them"
        )
    }

    /// A rule of that name on the command line.
    static func unknownRule(_ name: String, at place: Location) -> Diagnostic {
        Diagnostic(
            "usage.unknown-rule", Wording("không có quy tắc “\(name)”", en: "there is no rule “\(name)”"),
            cause: .usage, at: place,
            fix: nearestName(to: name, among: RuleSelection.names).map {
                Wording("có phải là \($0)?", en: "did you mean \($0)?")
            }
                ?? Wording(
                    "xem các mã trong docs/danh-muc-quy-tac.md",
                    en: "the codes are listed in docs/danh-muc-quy-tac.md"))
    }
}
