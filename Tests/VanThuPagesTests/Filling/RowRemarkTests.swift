import Diagnostics
import Testing

@testable import VanThuPages

@Suite struct RowRemarkLines {
    @Test(arguments: [
        (0, "thiếu"), (1, "dòng 2: thiếu"), (2, "dòng 2, 3: thiếu"), (7, "dòng 2, 3, 4, 5, 6, 7, 8: thiếu"),
        (8, "dòng 2, 3, 4, 5, 6, 7, 8, 9: thiếu"), (9, "dòng 2, 3, 4, 5, 6, 7, 8, 9 và 1 dòng nữa: thiếu"),
    ]) func `the same words of many rows are one line, of which eight rows are named`(
        count: Int, line: String
    ) {
        var remarks = RowRemarks()
        if count == 0 { remarks.add("thiếu", row: nil) }
        for row in 0..<count { remarks.add("thiếu", row: row + 2) }
        #expect(remarks.lines(in: .vietnamese) == [line])
    }

    @Test(arguments: [299, 300, 301]) func `no more than three hundred lines are kept`(count: Int) {
        var remarks = RowRemarks()
        for row in 1...count { remarks.add("thiếu \(row)", row: row) }
        #expect(remarks.lines(in: .vietnamese).count == min(count, 300))
    }

    @Test func `two things said of one row are two lines, the same said twice is one`() {
        var remarks = RowRemarks()
        for text in ["thiếu", "sai", "sai"] {
            remarks.add(text, row: 4, excerpt: text == "sai" ? "Số: 7" : "")
        }
        #expect(remarks.lines(in: .english) == ["row 4: thiếu", "row 4 “Số: 7”: sai"])
    }
}
