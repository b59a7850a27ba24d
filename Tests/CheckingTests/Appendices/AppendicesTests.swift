import OfficeDocument
import OfficePackage
import Regulations
import Testing

@testable import Checking
@testable import Forms

private let state = FormatProfile.decree30

@Test(arguments: [
    Case("Phụ lục"), Case("Phụ lục I|Phụ lục II"), Case("Phụ lục 1", .appendixNumber, mended: "Phụ lục"),
    Case("Phụ lục 1|Phụ lục 2", .appendixNumber, .appendixNumber, mended: "Phụ lục I|Phụ lục II"),
    Case("Phụ lục|Phụ lục", .appendixNumber, .appendixNumber),
]) func `labels of appendices are read`(row: Case) { row.checkTogether(state.faults(inAppendixLabels:)) }

@Test(arguments: [
    Case("(Kèm theo Kế hoạch số      /KH-STC ngày      tháng      năm 2026 của Sở Tài chính)"),
    Case(
        "kèm theo Kế hoạch số 15/KH-STC", .appendixReferenceForm, mended: "(Kèm theo Kế hoạch số 15/KH-STC)"),
]) func `the reference of an appendix is read`(row: Case) {
    row.check { state.faults(inAppendixReference: $0) }
}

@Test(arguments: OfficeFormat.allCases) func `a blank in the number hides no other one`(format: OfficeFormat)
    throws
{
    for (number, isTold) in [
        ("Số: 06 /KH-SKHCN", true), ("Số: 05 /KH-SKHCN", false), ("Số: 06/KH-SKHCN", true),
    ] {
        var document = RightDocuments.planWithAppendix
        document.replace(Mutation.number, with: number)
        let rules = OfficialCheck(of: try document.read(as: format)).findings.map(\.rule)
        #expect(rules.contains(.appendixReferenceMismatch) == isTold, "\(number)")
    }
}
