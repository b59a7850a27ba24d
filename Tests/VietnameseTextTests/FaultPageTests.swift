import Diagnostics
import TestSupport
import Testing
import VietnameseText

@Suite struct FaultPages {
    private static let place = Location.argument("số")

    private static let numbers: [(code: String, text: String, writing: TypedNumber.Writing)] = [
        ("data.ambiguous-number", "1.500", .bare), ("text.number-with-unit", "5 ngày", .text),
        ("text.number-comma-grouping", "1,234,567", .text), ("text.number-empty", " ", .text),
        ("text.number-several", "3 người 2 ngày", .factor), ("text.number-several", "2 lớp 3", .text),
        ("text.number-unreadable", "ba buổi", .text), ("text.number-broken-groups", "1.23.456", .text),
        ("text.number-too-long", String(repeating: "9", count: 39), .text),
        ("text.number-endless-fraction", "1/3", .factor), ("text.number-improper-fraction", "15/3", .factor),
    ]

    private static let dates = [
        ("text.date-empty", ""), ("text.date-unreadable", "hôm nay"), ("text.date-short-year", "1/2/26"),
        ("text.date-impossible", "31/6/2026"),
    ]

    @Test func `every message about a number or a date stands on one page`() throws {
        var page = FaultPage()
        for (code, text, writing) in Self.numbers {
            do throws(NumberFault) {
                _ = try TypedNumber(parsing: text, as: writing)
                Issue.record("“\(text)” is read")
            } catch { page.add(code, text, [error.diagnostic(at: Self.place)]) }
        }
        for (code, text) in Self.dates {
            do throws(DateFault) {
                _ = try CalendarDate(parsing: text)
                Issue.record("“\(text)” is read")
            } catch { page.add(code, text, [error.diagnostic(at: Self.place)]) }
        }
        for (code, text) in [
            ("text.number-maybe-comma-grouping", "12,345"), ("text.number-short-scale", "1tr5"),
        ] {
            let number = try TypedNumber(parsing: text)
            page.add(
                code, text, number.doubt.map { [$0.diagnostic(readAs: number.value, at: Self.place)] } ?? [])
        }
        page.add(
            "data.number-cut-by-comma", "[1,5 ngày]",
            [CutNumber("1", "5 ngày")?.diagnostic(at: Self.place)].compactMap { $0 })
        page.add(
            "data.number-cut-by-comma", "{don_gia: 1,5tr}",
            [CutNumber("1", "5tr")?.diagnosticOfValue(at: Self.place)].compactMap { $0 })
        if let junk = JunkCharacter.all(in: "a\u{200B}b").first {
            page.add("text.junk-character", "a<U+200B>b", [junk.diagnostic(at: Self.place)])
        }
        try page.expect(named: "faults.txt", codesOf: ["VietnameseText"], also: ["text"])
    }
}
