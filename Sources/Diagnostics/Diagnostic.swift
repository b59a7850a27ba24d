/// One thing that is wrong or worth knowing: what, where, and how to mend it.
public struct Diagnostic: Hashable, Sendable {
    /// Stable name, `room.kebab-fact`, such as `template.unclosed-tag`; never renamed.
    public let code: String
    public let severity: Severity
    public let cause: Cause
    /// One fact, without a full stop.
    public let message: Wording
    public let location: Location
    /// Second places: "opened here".
    public let notes: [Note]
    /// What to do, as an imperative.
    public let fix: Wording?

    public init(
        _ code: String, _ message: Wording, severity: Severity = .error, cause: Cause = .input,
        at location: Location, notes: [Note] = [], fix: Wording? = nil
    ) {
        self.code = code
        self.severity = severity
        self.cause = cause
        self.message = message
        self.location = location
        self.notes = notes
        self.fix = fix
    }

    /// Where a fault comes from; it decides what the process ends with.
    public enum Cause: Hashable, Sendable {
        /// The documents and data that were given.
        case input
        /// The command line.
        case usage
        /// The machine: a full disk, a permission, a missing program.
        case environment
    }

    public struct Note: Hashable, Sendable {
        public let message: Wording
        public let location: Location

        public init(_ message: Wording, at location: Location) {
            self.message = message
            self.location = location
        }
    }

    /// The lines a person reads: place, severity, code, message; then the notes; then the fix.
    ///
    /// What it quotes makes no line of its own.
    public func text(in language: Language) -> String {
        var lines = [
            "\(location.text(in: language)): \(severity.name(in: language))[\(code)]: \(message.text(in: language))"
        ]
        lines += notes.map { "  \($0.location.text(in: language)): \($0.message.text(in: language))" }
        if let fix {
            lines.append((language == .vietnamese ? "  cách sửa: " : "  fix: ") + fix.text(in: language))
        }
        return lines.map(\.inOneLine).joined(separator: "\n")
    }
}

extension Diagnostic {
    /// The same where it does not stop anything.
    package var asWarning: Diagnostic {
        Diagnostic(
            code, message, severity: min(severity, .warning), cause: cause, at: location, notes: notes,
            fix: fix)
    }
}

// How a fault is declared: its code, its place, one sentence in both languages, and the way out in both.
extension Diagnostic {
    public static func error(
        _ code: String, at location: Location, _ message: String, en english: String, notes: [Note] = [],
        fix: String? = nil, en englishFix: String? = nil
    ) -> Diagnostic {
        Diagnostic(
            code, Wording(message, en: english), at: location, notes: notes, fix: Wording(fix, en: englishFix)
        )
    }

    public static func warning(
        _ code: String, at location: Location, _ message: String, en english: String, notes: [Note] = [],
        fix: String? = nil, en englishFix: String? = nil
    ) -> Diagnostic {
        Diagnostic(
            code, Wording(message, en: english), severity: .warning, at: location, notes: notes,
            fix: Wording(fix, en: englishFix))
    }

    public static func note(
        _ code: String, at location: Location, _ message: String, en english: String, notes: [Note] = [],
        fix: String? = nil, en englishFix: String? = nil
    ) -> Diagnostic {
        Diagnostic(
            code, Wording(message, en: english), severity: .note, at: location, notes: notes,
            fix: Wording(fix, en: englishFix))
    }

    /// An error of the machine, not of what was given.
    public static func environment(
        _ code: String, at location: Location, _ message: String, en english: String, fix: String? = nil,
        en englishFix: String? = nil
    ) -> Diagnostic {
        Diagnostic(
            code, Wording(message, en: english), cause: .environment, at: location,
            fix: Wording(fix, en: englishFix))
    }
}

extension Wording {
    /// Nil without a sentence.
    fileprivate init?(_ vietnamese: String?, en english: String?) {
        guard let vietnamese, let english else { return nil }
        self.init(vietnamese, en: english)
    }
}

/// How much a diagnostic weighs: an error stops the work, a warning does not, a note is a remark.
public enum Severity: String, Hashable, Sendable, Comparable {
    case note
    case warning
    case error

    public func name(in language: Language) -> String {
        switch (self, language) {
        case (.note, .vietnamese): "lưu ý"
        case (.warning, .vietnamese): "cảnh báo"
        case (.error, .vietnamese): "lỗi"
        case (_, .english): rawValue
        }
    }

    public static func < (a: Self, b: Self) -> Bool { a.weight < b.weight }

    private var weight: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}
