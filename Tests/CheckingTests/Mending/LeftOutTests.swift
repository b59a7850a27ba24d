import Container
import Diagnostics
import OfficeDocument
import OfficePackage
import Regulations
import Testing

@testable import Checking
@testable import Forms

/// A plan with two faults in one paragraph and others elsewhere.
private func faultyPlan() -> Document {
    var document = RightDocuments.plan
    document.sections[0].page.top = .millimetres(10)
    document.replace("\(RightDocuments.sentence).", with: "Các đơn  vị thực hiện ; các phòng phối hợp.")
    document.change(style: .documentType) { $0.character.size = 11 }
    return document
}

/// Mends it while what a step spoils is told by a stand-in for the proof.
private func mended(_ format: OfficeFormat, proving: @escaping Mending.Proof) throws -> Mending {
    let archive = try Archive(bytes: faultyPlan().bytes(as: format), file: "van-ban.\(format.rawValue)")
    return try Mending(
        of: archive, document: ReadDocument.reading(archive).value, by: .ofTheIssuer,
        settings: RuleSettings(), today: nil, check: nil, choosing: nil, proving: proving)
}

extension [DocumentEdit] {
    /// Where a text is put in the place of another.
    fileprivate func places(putting replacement: String) -> [ElementPlace?] {
        compactMap { edit in if case .text(let span, replacement) = edit { span.place } else { nil } }
    }

    fileprivate var changesSheet: Bool { contains { edit in if case .page = edit { true } else { false } } }
}

@Test(arguments: OfficeFormat.allCases) func `a rule that spoils a document is left out, the rest is mended`(
    format: OfficeFormat
) throws {
    let faithful = try mended(format, proving: MendProof.spoiltPlaces)
    let all = Set(faithful.mended.map(\.rule))
    #expect(all == [.pageMargin, .doubleSpace, .spaceBeforeMark, .typeLook])
    #expect(faithful.leftOut == [])
    // Two rules mend that paragraph, of which one spoils it.
    let marks = faithful.mended.filter { $0.rule == .spaceBeforeMark }.flatMap(\.mends).places(putting: "")
    #expect(!marks.isEmpty)
    let one = try mended(format) { _, _, edits in
        let spaces = edits.contains { edit in
            if case .text(let span, " ") = edit { marks.contains(span.place) } else { false }
        }
        return spaces ? [marks[0]] : []
    }
    #expect(one.leftOut == [.doubleSpace], "\(one.leftOut.map(\.code))")
    #expect(Set(one.mended.map(\.rule)) == all.subtracting([.doubleSpace]))
    // What cannot be told by a place.
    let sheet = try mended(format) { _, _, edits in edits.changesSheet ? [nil] : [] }
    #expect(sheet.leftOut == [.pageMargin])
    #expect(Set(sheet.mended.map(\.rule)) == all.subtracting([.pageMargin]))
    // Two that only spoil together are left out both.
    let pair = try mended(format) { _, _, edits in
        edits.changesSheet && !edits.places(putting: " ").isEmpty ? [nil] : []
    }
    #expect(pair.leftOut.contains(.pageMargin) && pair.leftOut.contains(.doubleSpace))
    let none = try mended(format) { _, _, _ in [nil] }
    #expect(Set(none.leftOut).isSuperset(of: all))
    #expect(none.bytes == nil && none.mended.isEmpty)
}
