import Testing

@testable import Importing

@Suite struct YearsOfADocument {
    typealias Case = (text: String, place: OwnYears.Place, view: OwnYears.View, moved: String, left: Int?)

    private func expect(_ years: OwnYears, _ cases: [Case]) {
        for (text, place, view, moved, left) in cases {
            let result = years.moved(text, place, view)
            #expect(result.text == moved)
            #expect(result.left == left, "\(text)")
        }
    }

    @Test func `the year after moves in headings and in the part on it, and is told elsewhere`() {
        expect(
            OwnYears(2025...2025, to: 2026),
            [
                ("PHƯƠNG HƯỚNG NĂM 2026", .heading, .own, "PHƯƠNG HƯỚNG NĂM 2027", nil),
                (
                    "Hoàn thành trước ngày 30/6/2026.", .text, .outlook, "Hoàn thành trước ngày 30/6/2027.",
                    nil
                ), ("Dự kiến năm 2026 tăng.", .text, .own, "Dự kiến năm 2026 tăng.", 2026),
                ("Năm 2025 đạt, năm 2027 sẽ tăng.", .text, .own, "Năm 2026 đạt, năm 2027 sẽ tăng.", nil),
                ("Mã số 2026 của hồ sơ.", .text, .own, "Mã số 2026 của hồ sơ.", nil),
                ("Kết quả năm 2024.", .text, .review, "Kết quả năm 2025.", nil),
                ("Kết quả năm 2024.", .text, .own, "Kết quả năm 2024.", 2024),
            ])
    }

    @Test func `a document of the January after has both years for its own`() {
        expect(
            OwnYears(2025...2026, to: 2026),
            [
                ("Báo cáo trước ngày 15/02/2026.", .text, .own, "Báo cáo trước ngày 15/02/2027.", nil),
                ("Trong năm 2025, đơn vị đã họp.", .text, .own, "Trong năm 2026, đơn vị đã họp.", nil),
                ("Giai đoạn 2026 - 2030.", .text, .own, "Giai đoạn 2026 - 2030.", 2026),
            ])
    }

    @Test func `a report on one year and the next has both for its own, and the next becomes the new year`() {
        expect(
            OwnYears(2025...2026, base: 2026, to: 2027),
            [
                (
                    "Kết quả năm 2025, phương hướng năm 2026", .text, .own,
                    "Kết quả năm 2026, phương hướng năm 2027", nil
                ), ("So với năm 2024.", .text, .own, "So với năm 2024.", 2024),
            ])
    }

    @Test func `a period moves to the one that follows`() {
        expect(
            OwnYears(2026...2030, to: 2031, isPeriod: true),
            [
                ("giai đoạn 2026 - 2030", .heading, .own, "giai đoạn 2031 - 2035", nil),
                ("Đến năm 2030 đạt 80%.", .text, .own, "Đến năm 2035 đạt 80%.", nil),
                ("KẾT QUẢ GIAI ĐOẠN 2021-2025", .heading, .own, "KẾT QUẢ GIAI ĐOẠN 2026-2030", nil),
                ("So với giai đoạn 2021-2025.", .text, .own, "So với giai đoạn 2021-2025.", 2025),
                ("Trong giai đoạn 2021-2025.", .text, .review, "Trong giai đoạn 2026-2030.", nil),
                ("Năm 2023 đạt 70%.", .text, .review, "Năm 2023 đạt 70%.", 2023),
                ("Tầm nhìn 2026 - 2045.", .text, .own, "Tầm nhìn 2026 - 2045.", 2026),
            ])
    }

    @Test func `a year of what happens once stays and is told, and so do the ends of a stretch of days`() {
        expect(
            OwnYears(2026...2026, to: 2027),
            [
                (
                    "Tuyên truyền bầu cử Quốc hội khóa XVI năm 2026.", .text, .own,
                    "Tuyên truyền bầu cử Quốc hội khóa XVI năm 2026.", 2026
                ), ("ĐẠI HỘI CHI BỘ NĂM 2026", .heading, .own, "ĐẠI HỘI CHI BỘ NĂM 2026", 2026),
                ("Đợt một (01/7/2025 - 01/7/2026).", .text, .own, "Đợt một (01/7/2025 - 01/7/2026).", 2025),
                (
                    "Từ 01/11/2026 đến hết ngày 31/01/2027.", .text, .own,
                    "Từ 01/11/2026 đến hết ngày 31/01/2027.", 2026
                ), ("Từ 01/01/2026 đến 31/12/2026.", .text, .own, "Từ 01/01/2027 đến 31/12/2027.", nil),
            ])
    }

    @Test func `what was changed besides the plan's own year is told with the words before it`() {
        let years = OwnYears(2026...2026, to: 2027)
        let cases: [(String, OwnYears.Place, [String])] = [
            ("Tuyên truyền năm 2026", .heading, []), ("Trong năm 2026 tổ chức 02 đợt.", .text, []),
            ("Năm 2026, họp.", .text, []),
            ("Họp trước ngày 15/12/2026.", .text, ["Họp trước ngày 15/12/2027"]),
            (
                "Giải chạy năm 2026, quý I/2026.", .text,
                ["Giải chạy năm 2027", "Giải chạy năm 2027, quý I/2027"]
            ),
            (
                "Các phòng, đơn vị phối hợp tổ chức ngày hội chuyển đổi số vào ngày 10/10/2026.", .text,
                ["…ngày hội chuyển đổi số vào ngày 10/10/2027"]
            ), ("Bầu cử năm 2026.", .text, []),
        ]
        for (text, place, changed) in cases { #expect(years.moved(text, place, .own).changed == changed) }
    }

    @Test func `a heading tells which years the text below it speaks of`() {
        let years = OwnYears(2026...2026, to: 2027)
        #expect(years.view(below: "KẾT QUẢ NĂM 2025") == .review)
        #expect(years.view(below: "NHIỆM VỤ NĂM 2026") == .own)
        #expect(years.view(below: "DỰ KIẾN NĂM 2027") == .outlook)
        #expect(years.view(below: "NHIỆM VỤ NĂM 2026 VÀ NĂM 2027") == .own)
        #expect(years.view(below: "TỔ CHỨC THỰC HIỆN") == nil)
    }
}
