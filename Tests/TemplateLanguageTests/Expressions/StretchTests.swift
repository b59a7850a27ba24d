import Diagnostics
import TemplateLanguage
import Testing
import Values

private let data: Value = [
    "chu": ["a", "b", "c", "d"], "t": "Thủ Đức", "ds": [["so": 3, "gia": 2], ["so": 1, "gia": 5]],
    "tu": "2026-01-31", "den": "2026-03-30", "trong": .null,
]

/// Stretches of lists and texts, filters written as functions, parts of dates.
@Suite struct Stretches {
    @Test(arguments: [
        ("{chu[1:3] | noi(\"\")}", "bc"), ("{chu[1:] | noi(\"\")}", "bcd"), ("{chu[:2] | noi(\"\")}", "ab"),
        ("{chu[:] | noi(\"\")}", "abcd"), ("{chu[-2:] | noi(\"\")}", "cd"), ("{chu[:-1] | noi(\"\")}", "abc"),
        ("{chu[3:1] | noi(\"\")}", ""), ("{chu[9:] | dem}", "0"), ("{chu[-9:1] | noi(\"\")}", "a"),
        ("{t[0:3]}", "Thủ"), ("{t[-3:]}", "Đức"), ("{t | slice(4)}", "Đức"),
        ("{#chu[0:2]}{.}{$stt}{/}", "a1b2"), ("{trong[0:1]}", ""), ("{chu[0:2][1]}", "b"),
    ]) func `a stretch is taken from its first place to before its second`(_ template: String, _ text: String)
        throws
    { #expect(try rendered(template, data) == text) }

    @Test(arguments: [
        ("{do_dai(t)}", "7"), ("{noi(chu, \"-\")}", "a-b-c-d"), ("{dem(chu) + 1}", "5"),
        ("{tong_tich(ds, \"so\", \"gia\")}", "11"), ("{hoa(rut_gon(t, 5, \"\"))}", "THỦ"),
        ("{#sap_xep(ds, \"so\")}{so}{/}", "13"), ("{lay(ds, \"so\") | noi(\"+\")}", "3+1"),
    ]) func `a filter may be written as a function`(_ template: String, _ text: String) throws {
        #expect(try rendered(template, data) == text)
    }

    @Test func `a key of the data with brackets is still one`() throws {
        #expect(try rendered("{tong(cái)}", ["tong(cái)": 4]) == "4")
    }

    @Test(arguments: [
        ("{do_dai(t, 1)}", "template.argument-count"), ("{do_dai(t}", "template.expected-symbol"),
    ]) func `a function's arguments are counted`(_ template: String, _ code: String) {
        let failure = #expect(throws: Failure.self) { try rendered(template, data) }
        #expect(failure?.diagnostics.map(\.code) == [code])
    }

    @Test(arguments: [
        ("{tu | nam} {tu | quy} {tu | thang} {tu | ngay_trong_thang}", "2026 1 1 31"),
        ("{den | year} {den | quarter} {den | month} {den | day}", "2026 1 3 30"),
        ("{tu | so_thang_den(den)} {den | so_thang_den(tu)}", "1 -1"),
        ("{\"2026-01-15\" | so_thang_den(\"2026-03-15\")}", "2"), ("[{trong | nam}]", "[]"),
        ("{t | bat_dau_bang(\"Thủ\")} {t | ket_thuc_bang(\"Thủ\")}", "true false"),
    ]) func `a date has its parts`(_ template: String, _ text: String) throws {
        #expect(try rendered(template, data) == text)
    }

    @Test func `the day of today is asked for, never guessed`() {
        let failure = #expect(throws: Failure.self) { try rendered("{hom_nay | ngay}", [:]) }
        #expect(failure?.diagnostics.first?.fix?.english.contains("hom_nay: 2026") == true)
    }
}
