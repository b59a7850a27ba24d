import Diagnostics
import FoundationEssentials
import TestSupport
import Testing
import VietnameseText

@testable import Regulations

private func list(_ text: String) throws -> OwnList? {
    try withScratchFolder { folder in
        let file = folder.appending(path: "ten.yaml")
        try Data(text.utf8).write(to: file)
        return try OwnList(opening: file.path)
    }
}

@Test func `a list of an office's own has its days, its source and what it lists`() throws {
    let own = try #require(
        try list(
            """
            tu: 2026-01-01
            den: 2026-12-31
            nguon: Công văn 12/SNV-CCHC
            co_quan: [Trung tâm Phục vụ hành chính công]
            thoi_hoat_dong: {Phòng Y tế: {tu: 2026-03-01, nay: nay là Phòng Văn hóa - Xã hội}}
            het_hieu_luc: [{so: 12/2020/QĐ-UBND, tu: 2026-02-01, thay_bang: Quyết định số 05/2026/QĐ-UBND}]
            chinh_ta: {khoa học kĩ thuật: khoa học kỹ thuật}
            """))
    #expect(own.names.agencies == ["Trung tâm Phục vụ hành chính công"])
    #expect(own.names.former.map(\.name) == ["Phòng Y tế"] && own.acts.count == 1)
    #expect(own.misspellings.map(\.right) == ["khoa học kỹ thuật"])
    #expect(own.name.hasSuffix("ten.yaml, Công văn 12/SNV-CCHC"))
    let days = [(2025, 12, 31, false), (2026, 1, 1, true), (2026, 12, 31, true), (2027, 1, 1, false)]
    for (year, month, day, holds) in days {
        #expect(own.holds(on: CalendarDate(year: year, month: month, day: day)) == holds)
    }
    #expect(own.holds(on: nil))
}

@Test func `a file of something else is no list, and a list's faults are all told`() throws {
    #expect(try list("ten: A\ntu: 2026-01-01\n") == nil)
    #expect(try list("- a\n") == nil)
    let failure = #expect(throws: Failure.self) { try list("co_quan: {a: b}\ntu: hôm nay\nkhac: 1\n") }
    #expect(failure?.diagnostics.count == 3, "\(String(describing: failure))")
}
