import Regulations
import Testing
import VietnameseText

@testable import Checking

/// The day of the week beside a date, which is that of 2026-01-05, a Monday.
@Test(arguments: [
    Case("họp ngày 05/01/2026 (thứ Ba)", .weekdayMismatch),
    Case("họp ngày 5/01/2026 (thứ Ba)", .weekdayMismatch),
    Case("họp ngày 5/1/2026 (thứ Ba)", .weekdayMismatch), Case("5/1/2026 (thứ Ba)", .weekdayMismatch),
    Case("05/1/2026  (thứ 3)", .weekdayMismatch),
    Case("ngày 05/01/2026 (thứ Hai), ngày 5/01/2026 (thứ 2), 5/1/2026 (thứ hai)"),
    Case("thứ Ba, ngày 05/01/2026", .weekdayMismatch), Case("Thứ 3 ngày 5/1/2026", .weekdayMismatch),
    Case("thứ Ba 05/01/2026", .weekdayMismatch), Case("thứ Ba (05/01/2026)", .weekdayMismatch),
    Case("thứ Hai, ngày 05/01/2026"), Case("thứ Ba, ngày 05/01"), Case("thứ Ba, ngày 32/01/2026"),
    Case("lần thứ ba, 05/01/2026", .weekdayMismatch), Case("thứ nhất, ngày 05/01/2026"),
    Case("thứ Hai, ngày 05/01/1899"), Case("thứ Hai, ngày 05/01/1900", .weekdayMismatch),
    Case("thứ Hai, ngày 05/01/2100", .weekdayMismatch), Case("thứ Hai, ngày 05/01/2101"),
    Case("ngày 05/01/2026 thứ Ba"),
    Case("thứ Tư, ngày 05/01/2026; ngày 06/01/2026 (thứ Tư)", .weekdayMismatch, .weekdayMismatch),
    Case("(thứ Ba)"), Case("thứ Ba"), Case("thứ"),
]) func `a day of the week is that of the date beside it`(row: Case) {
    row.check { text in
        let letters = TextScalars(text)
        return Weekdays.mismatches(in: letters, letters.wordRanges)
    }
}

@Test(arguments: [
    Case("%số dân"), Case("5số dân", .gluedFigure, mended: "5 số dân"),
    Case("5%số dân", .gluedFigure, mended: "5% số dân"), Case("số 5ở, 5à"),
    Case("có 5ơi", .gluedFigure, mended: "có 5 ơi"), Case("có 5Đồng", .gluedFigure, mended: "có 5 Đồng"),
    Case("có 5ĐỒNG, 5đồng2, 5don"), Case("1.250.000đồng", .gluedFigure, mended: "1.250.000 đồng"),
    Case("A5đồng, a.5đồng"), Case("(5đồng)", .gluedFigure, mended: "(5 đồng)"),
    Case("+5đồng", .gluedFigure, mended: "+5 đồng"), Case("lần/5giờ", .gluedFigure, mended: "lần/5 giờ"),
    Case("%%số"),
]) func `a figure is parted from a word that is one`(row: Case) {
    row.check { GluedFigures.faults(in: TextScalars($0)) }
}

@Test(arguments: [
    Case("HÌnh", .capitalWithinWord), Case("HÌ"), Case("HÌN"), Case("HÌNh", .capitalWithinWord), Case("HÌnH"),
    Case("hÌnh"), Case("xãLong", .capitalWithinWord, mended: "xã Long"), Case("xLong, đLong"), Case("xãL"),
    Case("xãLOng"),
]) func `capitals stand at the beginning or throughout`(row: Case) {
    row.check { WordCase.faults(in: TextWords(TextScalars($0))) }
}
