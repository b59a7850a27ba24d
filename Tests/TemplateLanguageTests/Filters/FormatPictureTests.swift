import Diagnostics
import Testing
import Values

@Suite struct WordPictures {
    // What Word prints for these switches, from its own documentation of `\@` and `\#`.
    @Test(arguments: [
        ("dd/MM/yyyy", "05/01/2026"), ("d/M/yy", "5/1/26"), ("d.M.yyyy", "5.1.2026"),
        ("'ngày' d 'tháng' M", "ngày 5 tháng 1"), ("MM-yyyy", "01-2026"), ("", ""),
    ]) func `a date looks as the picture says`(picture: String, result: String) throws {
        #expect(try rendered("{\"2026-01-05\" | mau_word(\"\(picture)\")}", [:]) == result)
    }

    @Test(arguments: [
        ("0", "1234567,891", "1234568"), ("#,##0", "1234567,891", "1,234,568"),
        ("#.##0", "1234567,891", "1.234.568"), ("#,##0.00", "1234567,891", "1,234,567.89"),
        ("#.##0,00", "1234567,891", "1.234.567,89"), ("0.000", "0,5", "0.500"), ("0,0#", "0,5", "0,5"),
        ("#.00", "0,5", ".50"), ("000", "7", "007"), ("#,##0 'đ'", "1500", "1,500 đ"), ("0%", "15", "15%"),
        ("#,###,##0", "12", "12"), ("0;(0);không", "5", "5"), ("0;(0);không", "-5", "(5)"),
        ("0;(0);không", "0", "không"), ("0", "-5", "-5"),
    ]) func `a number looks as the picture says`(picture: String, number: String, result: String) throws {
        let data = try Value(json: Array("{\"x\": \(number.replacing(",", with: "."))}".utf8), file: "d.json")
        #expect(try rendered("{x | mau_word(\"\(picture)\")}", data) == result)
    }

    @Test(arguments: [
        ("\"1500000\"", "#.##0", "1.500.000"), ("\"1.500.000 đồng\"", "#.##0", "1.500.000"),
        ("-0.4", "#.##0", "0"), ("-0.5", "#.##0", "-1"), ("-0.04", "0,0", "0,0"), ("-0.05", "0,0", "-0,1"),
        ("\"2026-06-29T08:30\"", "HH:mm dd", "08:30 29"), ("\"2026-06-29\"", "dd", "29"),
        ("\"chưa rõ\"", "HH:mm", "chưa rõ"), ("trong", "dd", ""), ("1234", "#.##0 đồng", "1.234 đồng"),
    ]) func `a picture shows what it is of`(value: String, picture: String, result: String) throws {
        #expect(try rendered("{\(value) | mau_word(\"\(picture)\")}", ["trong": .null]) == result)
    }

    @Test(arguments: [
        ("46027", "dd/MM/yyyy", "một ngày"), ("\"46027\"", "dd/MM/yyyy", "một ngày"),
        ("5", "HH:mm", "một ngày"), ("\"2026-06-29\"", "#.##0", "một số"),
        ("\"2026-06-29T08:30\"", "0,00", "một số"), ("\"2026-06-29\"", "HH:mm dd", "một thời điểm có giờ"),
        ("\"2026-06-29\"", "dd AM/PM", "một thời điểm có giờ"),
    ]) func `its letters never stand for a value of another kind`(
        value: String, picture: String, wanted: String
    ) throws {
        let failure = #expect(throws: Failure.self) {
            try rendered("{\(value) | mau_word(\"\(picture)\")}", [:])
        }
        #expect(failure?.diagnostics.map(\.code) == ["template.wrong-type"])
        #expect(failure?.diagnostics.first?.message.vietnamese.contains("cần \(wanted), nhưng") == true)
    }

    @Test func `anything else stays`() throws {
        #expect(try rendered("{x | mau_word(\"0\")}", ["x": "chưa rõ"]) == "chưa rõ")
        #expect(throws: Failure.self) { try rendered("{x | mau_word(\"0\")}", ["x": [1]]) }
    }
}
