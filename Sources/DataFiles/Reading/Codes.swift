package import Diagnostics

/// A family of codes by which parts of data files refer to each other.
@usableFromInline package struct CodeKind: Hashable, Sendable {
    /// What such a code stands for: `đơn vị`.
    package let name: Wording
    /// Where such codes are declared, as a file and key a clerk can find: `co-quan (don_vi[].ma)`.
    package let declaredIn: String
    package let scope: Scope

    package init(_ name: Wording, declaredIn: String, scope: Scope = .allFiles) {
        self.name = name
        self.declaredIn = declaredIn
        self.scope = scope
    }

    /// Told apart by where they are declared.
    @usableFromInline package static func == (a: Self, b: Self) -> Bool { a.declaredIn == b.declaredIn }
    @usableFromInline package func hash(into hasher: inout Hasher) { hasher.combine(declaredIn) }

    /// How far a code holds.
    package enum Scope: Hashable, Sendable {
        case allFiles
        case oneFile
    }
}

/// The codes that files declare and refer to.
package struct CodeUses: Sendable {
    private var declarations: [Use] = []
    private var references: [Use] = []
    private var declared: [CodeKind: Set<String>] = [:]
    /// Codes declared where nothing could be read; what refers to them cannot be judged.
    package var unreadable: Set<CodeKind>

    package init(unreadable: Set<CodeKind> = []) { self.unreadable = unreadable }

    private struct Use {
        let kind: CodeKind
        let code: String
        let place: Place
        /// The file it counts to: rows beside a file count to that.
        let file: String

        var scope: Scope { Scope(kind: kind, file: kind.scope == .oneFile ? file : nil) }
    }

    private struct Scope: Hashable {
        let kind: CodeKind
        let file: String?
    }

    mutating func declare(_ code: String, _ kind: CodeKind, at place: Place) {
        declarations.append(Use(kind: kind, code: code, place: place, file: place.file))
        declared[kind, default: []].insert(code)
    }

    /// Whether the file at hand has declared the code already, so that who refers to it need not be noted.
    func declares(_ code: String, _ kind: CodeKind) -> Bool { declared[kind]?.contains(code) ?? false }

    mutating func refer(to code: String, _ kind: CodeKind, at place: Place, of file: String) {
        references.append(Use(kind: kind, code: code, place: place, file: file))
    }

    package mutating func add(_ others: CodeUses) {
        declarations += others.declarations
        references += others.references
        unreadable.formUnion(others.unreadable)
        declared.merge(others.declared) { $0.union($1) }
    }

    /// The codes that are declared, for files that are read after these and beside `file`.
    package func declared(for file: String? = nil) -> KnownCodes {
        var known = KnownCodes(file: file)
        for use in declarations where use.kind.scope == .allFiles || use.file == file {
            known.codes[use.kind, default: []].insert(use.code)
        }
        return known
    }

    /// Every code declared twice or never, over all files.
    package var faults: [Diagnostic] {
        var faults: [Diagnostic] = []
        var declared: [Scope: [String: Place]] = [:]
        for use in declarations {
            if let first = declared[use.scope]?[use.code] {
                faults.append(.duplicateCode(use.code, use.kind, first: first, at: use.place))
            } else {
                declared[use.scope, default: [:]][use.code] = use.place
            }
        }
        for use in references where !unreadable.contains(use.kind) {
            let known = declared[use.scope] ?? [:]
            if known[use.code] == nil {
                faults.append(.unknownCode(use.code, use.kind, known: known.keys.sorted(), at: use.place))
            }
        }
        return faults
    }
}

/// Codes that files which have been read declare.
@usableFromInline package struct KnownCodes: Sendable {
    var codes: [CodeKind: Set<String>] = [:]
    /// The file whose own codes are meant, for a table that lies beside it.
    let file: String?

    package init(file: String? = nil) { self.file = file }

    package func contains(_ code: String, _ kind: CodeKind) -> Bool { codes[kind]?.contains(code) ?? false }
}

extension Diagnostic {
    fileprivate static func duplicateCode(_ code: String, _ kind: CodeKind, first: Place, at place: Place)
        -> Diagnostic
    {
        .error(
            "data.duplicate-id", at: place.location, "mã \(kind.name.vietnamese) “\(code)” đã dùng",
            en: "the \(kind.name.english) code “\(code)” is already taken",
            notes: [.init(Wording("dùng lần đầu ở đây", en: "first used here"), at: first.location)],
            fix: "đặt mã khác", en: "give it another code")
    }

    fileprivate static func unknownCode(_ code: String, _ kind: CodeKind, known: [String], at place: Place)
        -> Diagnostic
    {
        if let stray = StrayLetters(in: code) {
            return .error(
                "data.unknown-reference", at: place.location,
                "mã \(kind.name.vietnamese) “\(code)” có ký tự lạ \(stray.name.vietnamese)",
                en: "the \(kind.name.english) code “\(code)” has a stray character \(stray.name.english)",
                fix: "gõ lại mã: \(stray.meant)", en: "type the code again: \(stray.meant)")
        }
        let list = known.joined(separator: ", ")
        let choose =
            known.isEmpty
            ? Wording(
                "khai báo \(kind.name.vietnamese) ở \(kind.declaredIn)",
                en: "declare it in \(kind.declaredIn)")
            : Wording("dùng một trong: \(list)", en: "use one of: \(list)")
        return Diagnostic(
            "data.unknown-reference",
            Wording(
                "không có \(kind.name.vietnamese) mang mã “\(code)”",
                en: "no \(kind.name.english) has the code “\(code)”"), at: place.location,
            fix: nearestName(to: code, among: known).map { Wording("viết “\($0)”", en: "write “\($0)”") }
                ?? choose)
    }
}
