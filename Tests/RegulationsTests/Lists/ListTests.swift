import Regulations
import Testing
import VietnameseText

private func day(_ year: Int, _ month: Int, _ day: Int) throws -> CalendarDate {
    try #require(CalendarDate(year: year, month: month, day: day))
}

@Test func `an act is over from its last day on, and survives for what it still rules`() throws {
    let citation = "Căn cứ Nghị định số 163/2016/NĐ-CP ngày 21 tháng 12 năm 2016 của Chính phủ;"
    func act(_ date: CalendarDate, _ subject: String = "Kế hoạch") -> String? {
        ExpiredAct.cited(in: citation, on: date, subject: subject)?.successor
    }
    #expect(act(try day(2026, 3, 9)) == nil)
    #expect(act(try day(2026, 3, 10)) == "Nghị định số 73/2026/NĐ-CP")
    #expect(act(try day(2026, 3, 10), "Báo cáo quyết toán kinh phí") == nil)
}

@Test func `a law is known by its name and its day, not by its name alone`() throws {
    let today = try day(2026, 7, 1)
    func isOver(_ citation: String) -> Bool { ExpiredAct.cited(in: citation, on: today, subject: "") != nil }
    #expect(isOver("Căn cứ Luật Lưu trữ ngày 11 tháng 11 năm 2011;"))
    #expect(!isOver("Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024;"))
}

@Test func `the lists hold what was put into them`() throws {
    #expect(ExpiredAct.all.count == 24)
    let names = KnownNames.shipped
    #expect(names.agencies.count == 97 && Set(names.agencies).count == names.agencies.count)
    #expect(names.provinces.count == 44 && Set(names.provinces).count == names.provinces.count)
    let ministries = try day(2025, 3, 1)
    let districts = try day(2025, 7, 1)
    #expect(names.former.allSatisfy { [ministries, districts].contains($0.end) })
    func end(_ name: String) -> CalendarDate? { names.former.first { $0.name == name }?.end }
    #expect(end("Sở Thông tin và Truyền thông") == ministries && end("Bộ Giao thông vận tải") == ministries)
    #expect(end("UBND huyện") == districts && end("UBND thành phố Gia Nghĩa") == districts)
    #expect(end("Sở Xây dựng") == nil && end("UBND thành phố") == nil)
    #expect(Set(Misspelling.all.map(\.wrong)).count == Misspelling.all.count)
    let word = try #require(Misspelling.all.first { $0.wrong == "sơ xuất" })
    #expect(word.right == "sơ suất" && word.notAfter.contains("hồ") && word.notBefore.contains("khẩu"))
    #expect(!word.isToldOnly)
    let doubtful = try #require(Misspelling.all.first { $0.wrong == "lầm việc" })
    #expect(doubtful.isToldOnly)
    #expect(names.laws.contains("Luật Phòng, chống thiên tai") && names.positions.contains("Phó Chủ tịch"))
}
