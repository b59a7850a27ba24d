import Diagnostics
import OfficeDocument
import OfficePackage
import Regulations
import Testing

@testable import Checking
@testable import Forms

/// A plan with appendices of these labels.
private func plan(_ labels: [String]) -> Document {
    var document = RightDocuments.plan
    document.sections[0].blocks += labels.flatMap { label in
        [
            FormStyle.appendixLabel(label), FormStyle.appendixTitle("DỰ TOÁN KINH PHÍ"),
            FormStyle.appendixReference(RightDocuments.reference),
            FormStyle.body("\(RightDocuments.sentence)."),
        ]
    }
    return document
}

@Test func `an appendix without a number is told for that`() {
    let faults = FormatProfile.decree30.faults(inAppendixLabels: ["Phụ lục", "Phụ lục 2"])
    #expect(
        faults.map { $0.map { FaultWords($0, letters: $0.found).found.vietnamese } } == [
            ["chưa có số thứ tự"], ["“2”"],
        ])
}

@Test(
    arguments: [
        (["Phụ lục 1", "Phụ lục 2"], ["Phụ lục I", "Phụ lục II"]),
        (["Phụ lục", "Phụ lục"], ["Phụ lục", "Phụ lục"]),
        (["Phụ lục 1", "Phụ lục 3"], ["Phụ lục 1", "Phụ lục 3"]), (["Phụ lục 1"], ["Phụ lục"]),
    ], OfficeFormat.allCases) func `numbers of appendices are put right on all of them or on none`(
        labels: (before: [String], after: [String]), format: OfficeFormat
    ) throws
{
    let file = try MendedFile(plan(labels.before), as: format)
    let found = try file.result.paragraphs.map(\.text).filter { $0.hasPrefix("Phụ lục") }
    #expect(found == labels.after)
    let isMended = labels.before != labels.after
    #expect(file.codesLeft.contains(.appendixNumber) != isMended)
}
