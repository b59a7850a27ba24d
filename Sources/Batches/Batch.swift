package import Container
package import Diagnostics
package import DocumentTemplates
package import OfficePackage
package import TemplateLanguage
internal import Threads
package import Values

/// What a batch makes: one document for each record and template, in one place.
///
/// The documents follow from the templates and the records alone, so that any number of processes may share the work.
package struct Batch: Sendable {
    package var templates: [NamedTemplate]
    /// What the templates and the way they are filled come to, so that a change of them is seen when a batch is resumed.
    package var fingerprint: String
    /// The file of the records; `-` is JSON Lines on standard input.
    package var data: String
    /// The sheet with the records, where the file is a workbook; nil for its first one.
    package var sheet: String?
    package var names: NamePattern
    /// What tells the records apart; nil where their names do.
    package var key: NamePattern?
    package var shard: Shard?
    package var missing: MissingValue
    package var pictures: Resources
    package var output: Output
    /// Where the manifest is written; nil for its usual place beside the documents.
    package var manifest: ManifestTarget?
    package var course: Course
    package var existing: Publication.Existing
    package var onFailure: FailurePolicy
    /// How many threads make documents.
    package var jobs: Int
    /// Prints documents as PDF, several in one run; nil where office documents are wanted.
    package var printer: Printer?
    /// The language of the diagnostics in the manifest.
    package var language: Language

    package init(
        templates: [NamedTemplate], fingerprint: String, data: String, names: NamePattern, output: Output
    ) {
        self.templates = templates
        self.fingerprint = fingerprint
        self.data = data
        self.names = names
        self.output = output
        missing = .isAnError
        pictures = .none
        course = .fromTheStart
        existing = .kept
        onFailure = .goOn
        jobs = processorCount()
        language = .vietnamese
    }

    /// A template and how data are completed for it.
    package struct NamedTemplate: Sendable {
        package let template: Template
        package let completing: @Sendable (Value) -> Value
        /// Makes the same template once more, with memory of its own; nil where that cannot be, or costs too much.
        package let again: @Sendable () -> Template?
        /// Looks at a document of that name once it is made; what is said of it is told with its record.
        package let judging: Judging?

        package typealias Judging = @Sendable (_ document: [UInt8], _ name: String) -> [Diagnostic]

        package init(
            _ template: Template, again: @escaping @Sendable () -> Template? = { nil },
            judging: Judging? = nil, completing: @escaping @Sendable (Value) -> Value
        ) {
            self.template = template
            self.again = again
            self.judging = judging
            self.completing = completing
        }

        /// For another thread: threads that count references to one template wait for each other at every count.
        var ofOwnMemory: NamedTemplate {
            again().map { NamedTemplate($0, again: again, judging: judging, completing: completing) } ?? self
        }
    }

    /// Turns office documents into PDF files, in their order.
    package typealias Printer = @Sendable (_ documents: [PrintedDocument]) throws(Failure) -> [[UInt8]]

    /// A document on its way to paper.
    package struct PrintedDocument: Sendable {
        package let name: String
        package let format: OfficeFormat
        package let bytes: [UInt8]
    }

    /// One of several parts that the records are dealt out to by their keys, whatever else is in the data.
    package struct Shard: Hashable, Sendable {
        /// From 1.
        package let number: Int
        package let count: Int

        /// Nil unless it is one of them.
        package init?(number: Int, of count: Int) {
            guard count >= 1, (1...count).contains(number) else { return nil }
            self.number = number
            self.count = count
        }

        func has(_ key: String) -> Bool {
            // 64-bit FNV-1a: the same on every machine, in every version.
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for byte in key.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
            return hash % UInt64(count) == UInt64(number - 1)
        }
    }

    /// Where the documents go.
    package enum Output: Hashable, Sendable {
        /// Each into a file of its own in this folder.
        case folder(String)
        /// All into one zip file.
        case zip(String)
        /// All into one document, each beginning a page, with its own headers and its own numbers.
        case merged(String)
    }

    package enum ManifestTarget: Hashable, Sendable {
        case file(String)
        /// The lines alone, on standard output.
        case standardOutput
    }

    /// How a batch begins.
    package enum Course: Hashable, Sendable {
        /// No batch may have been in the folder before.
        case fromTheStart
        /// What the manifest says is finished stays, if it is as the manifest says.
        case resumed(Trust)
    }

    /// When the hashes of finished documents are compared.
    package enum Trust: Hashable, Sendable {
        /// Size and time first, the hashes after the new documents.
        case checkedInTheEnd
        /// Before any document behind them is made.
        case checkedFirst
    }

    /// What a record that is wrong does to those after it.
    package enum FailurePolicy: Hashable, Sendable {
        case goOn
        case stop
    }
}

/// How far a batch is, and what came of it in the end.
package struct BatchProgress: Hashable, Sendable {
    /// Documents made.
    package internal(set) var done = 0
    /// Documents that were there already.
    package internal(set) var kept = 0
    /// Records that gave no document.
    package internal(set) var failed = 0
    /// How much of the data has been read; nil where that is not known.
    package internal(set) var fraction: Double?
    package internal(set) var byteCount = 0

    package init(done: Int = 0, failed: Int = 0, byteCount: Int = 0, fraction: Double? = nil) {
        self.done = done
        self.failed = failed
        self.byteCount = byteCount
        self.fraction = fraction
    }

    package static func + (a: Self, b: Self) -> Self {
        var sum = a
        sum.done += b.done
        sum.kept += b.kept
        sum.failed += b.failed
        sum.byteCount += b.byteCount
        sum.fraction = b.fraction ?? a.fraction
        return sum
    }
}

/// What hears of a batch while it runs.
package struct BatchObserver {
    package var progress: (BatchProgress) -> Void
    package var diagnostics: ([Diagnostic]) -> Void
    /// Asked after each few records: false ends the batch, which can be resumed then.
    package var goesOn: () -> Bool

    package init(
        progress: @escaping (BatchProgress) -> Void = { _ in },
        diagnostics: @escaping ([Diagnostic]) -> Void = { _ in }, goesOn: @escaping () -> Bool = { true }
    ) {
        self.progress = progress
        self.diagnostics = diagnostics
        self.goesOn = goesOn
    }
}
