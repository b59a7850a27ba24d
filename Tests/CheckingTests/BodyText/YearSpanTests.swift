import Diagnostics
import OfficeDocument
import OfficePackage
import Testing

@testable import Checking
@testable import Forms

@Test(
    arguments: [
        (["giai đoạn 2021-2025", "giai đoạn 2021 - 2025"], 0),
        (["giai đoạn 2021-2025", "giai đoạn 2021 - 2025", "các năm 2021 - 2025"], 0),
        (["giai đoạn 2021-2025", "giai đoạn 2021 – 2025", "các năm 2021 - 2025"], 1),
        (["giai đoạn 2021 - 2025", "các năm 2021 - 2025"], nil),
        (["giai đoạn 2021-2025", "các năm 2026 - 2030"], nil),
        (["giai đoạn 2021 - 2025", "Quyết định số 05/QĐ-TTg giai đoạn 2021-2025"], nil),
        (["giai đoạn 2021 - 2025", "mã 2021-2025-A, số 1.2021-2025"], nil),
        (["giai đoạn 2025 - 2021", "giai đoạn 2025-2021"], nil),
        (["giai đoạn 2021 -2025", "giai đoạn 2021 -2025", "các năm 2021-2025"], 1),
    ] as [([String], Int?)], OfficeFormat.allCases) func `a span of years is written in one way`(
        row: (texts: [String], further: Int?), format: OfficeFormat
    ) throws
{
    var document = RightDocuments.plan
    document.insert(
        row.texts.map { FormStyle.body("Các đơn vị thực hiện \($0).") }, .after, Mutation.lastPoint)
    let found = OfficialCheck(of: try document.read(as: format)).findings.filter { $0.rule == .yearSpanMixed }
    #expect(found.map(\.furtherPlaces) == (row.further.map { [$0] } ?? []))
}

@Test(arguments: OfficeFormat.allCases) func `of ways that stand as often none is recommended`(
    format: OfficeFormat
) throws {
    for (texts, right) in [
        (["giai đoạn 2021–2025", "giai đoạn 2021 - 2025"], "một cách ở mọi chỗ"),
        (["giai đoạn 2021–2025", "giai đoạn 2021 - 2025", "năm 2021 - 2025"], "“2021 - 2025” ở mọi chỗ"),
    ] {
        var document = RightDocuments.plan
        document.insert(
            texts.map { FormStyle.body("Các đơn vị thực hiện \($0).") }, .after, Mutation.lastPoint)
        let found = OfficialCheck(of: try document.read(as: format)).findings.filter {
            $0.rule == .yearSpanMixed
        }
        #expect(found.map(\.right.vietnamese) == [right])
    }
}

@Test func `the usual way is even and stands oftener than each other`() {
    func usual(_ written: String...) -> String? { YearSpans.usual(of: written) }
    #expect(usual("2021-2025", "2021-2025") == "2021-2025")
    #expect(usual("2021-2025", "2021 - 2025") == nil)
    #expect(usual("2021-2025", "2021 - 2025", "2021–2025", "2021 - 2025") == "2021 - 2025")
    #expect(usual("2021 - 2025", "2021-2025", "2021-2025") == "2021-2025")
    #expect(usual("2021- 2025", "2021- 2025", "2021 - 2025") == "2021 - 2025")
    #expect(usual("2021- 2025", "2021 -2025") == nil)
}
