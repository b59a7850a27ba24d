import Container
import Diagnostics
import OfficeDocument
import Testing
import VietnameseText

@testable import OfficialFormat

/// A document as a file, mended.
struct MendedFile {
    let file: String
    let format: OfficeFormat
    let before: Archive
    let document: ReadDocument
    let mending: Mending

    init(_ document: Document, as format: OfficeFormat) throws {
        try self.init(document.bytes(as: format), as: format)
    }

    init(
        _ bytes: [UInt8],
        as format: OfficeFormat,
        settings: RuleSettings = RuleSettings(),
        today: CalendarDate? = nil
    ) throws {
        self.format = format
        file = "van-ban.\(format.rawValue)"
        before = try Archive(bytes: bytes, file: file)
        document = try ReadDocument.reading(before).value
        mending = try Mending(of: before, document: document, settings: settings, today: today)
    }

    /// The mended file, or the same where nothing was to mend.
    var after: Archive {
        get throws { try mending.bytes.map { try Archive(bytes: $0, file: file) } ?? before }
    }

    var result: ReadDocument { get throws { try ReadDocument.reading(after).value } }

    var codesLeft: Set<RuleCode> { Set(mending.check.findings.map(\.rule)) }

    var left: [String] {
        mending.check.findings.map { "\($0.rule.rawValue): \($0.found.english) “\($0.excerpt)”" }
    }
}

extension ReadDocument {
    /// Letters and figures of the body, whatever parts them.
    var letters: String { paragraphs.map(\.text).joined().filter { $0.isLetter || $0.isNumber } }
}

extension MendedFile {
    init(_ mutation: Mutation, as format: OfficeFormat) throws {
        var document = mutation.document()
        mutation.breaking(&document)
        try self.init(
            document.bytes(as: format),
            as: format,
            settings: mutation.settings,
            today: mutation.today
        )
    }
}

@Test func `a mutation is mended exactly where its rule says so`() throws {
    for mutation in Mutation.all where mutation.reading == nil && !mutation.name.hasPrefix("HD36") {
        for format in OfficeFormat.allCases {
            let file = try MendedFile(mutation, as: format)
            let isMended = Rule.rule(mutation.code)?.mending == .automatic
            let name = "\(mutation.name), \(format)"
            #expect(Set(file.mending.mended.map(\.rule)) == (isMended ? [mutation.code] : []), "\(name)")
            #expect(file.codesLeft == (isMended ? [] : [mutation.code]), "\(name): \(file.left)")
            let again = try Mending(
                of: file.after,
                document: file.result,
                settings: mutation.settings,
                today: mutation.today
            )
            #expect(again.bytes == nil, "\(name)")
        }
    }
}
