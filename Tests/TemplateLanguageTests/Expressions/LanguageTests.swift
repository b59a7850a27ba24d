import Diagnostics
import FoundationEssentials
import Testing
import Values

/// Templates with the data they need and the text that comes out.
private let data: Value = [
    "ds": [["ten": "An", "so": 3], ["ten": "Bình", "so": 1], ["ten": "Chi", "so": 2]],
    "chu": ["a", "b", "c", "d", "e"],
    "nhom": [["ten": "X", "con": ["p", "q"]], ["ten": "Y", "con": ["r"]]], "so": 7,
    "ngay": "2026-06-29T08:05:09+07:00", "trong": .null, "ma": "ten",
]

@Suite struct Language {
    @Test(arguments: [
        ("{ds[0].ten}", "An"), ("{ds[-1].ten}", "Chi"), ("{chu[1 + 1]}", "c"),
        ("{#ds}{chu[$index]}{/}", "abc"), ("{ds[1][ma]}", "Bình"), ("{(ds | cuoi).ten}", "Chi"),
        ("{ds | sap_xep(\"so\")[0].ten}", "Bình"), ("{ds[9].ten | mac_dinh(\"-\")}", "-"),
        ("{trong[0].ten}", ""),
    ]) func `items are taken by their place, fields after anything`(_ template: String, _ text: String) throws
    { #expect(try rendered(template, data) == text) }

    @Test(arguments: [
        ("{#nhom}{#con}{$cha.stt}.{$number} {/}{/}", "1.1 1.2 2.1 "),
        ("{#nhom}{#con}{$parent.ten}{.} {/}{/}", "Xp Xq Yr "),
    ]) func `what stands outside of a repeat is named`(_ template: String, _ text: String) throws {
        #expect(try rendered(template, data) == text)
    }

    @Test(arguments: [
        ("{dat t = so * 2}{t}+{t}", "14+14"), ("{#ds}{đặt k = ten + \"!\"}{k}{/}", "An!Bình!Chi!"),
        ("{dat x = 1}{#ds}{dat x = x + so}{x},{/}{x}", "4,2,3,1"),
        ("{let l = ds | loc(\"so\", \">\", 1)}{#l}{ten}{/}", "AnChi"), ("{dat tong so = 5}{tong so}", "5"),
    ]) func `a value gets a name`(_ template: String, _ text: String) throws {
        #expect(try rendered(template, data) == text)
    }

    @Test(arguments: [(5, "lớn"), (2, "vừa"), (1, "một"), (0, "không")])
    func `one of several branches is shown`(_ n: Int, _ text: String) throws {
        let data: Value = ["n": .number(.init(n))]
        #expect(try rendered("{#n > 4}lớn{^#n > 1}vừa{^#n == 1}một{^}không{/}", data) == text)
        #expect(try rendered("{#n > 4}lớn{khác nếu n > 1}vừa{else if n == 1}một{^}không{/}", data) == text)
    }

    @Test(arguments: [
        ("{7 % 3}", "1"), ("{-7 % 3}", "2"), ("{#ds}{$number % 2 == 0 ? \"c\" : \"l\"}{/}", "lcl"),
        ("{-5 | abs}", "5"), ("{1250 | lam_tron(100)}", "1300"), ("{-1250 | lam_tron(100)}", "-1300"),
        ("{1201 | round_up(100)}", "1300"), ("{-1201 | lam_tron_xuong(100)}", "-1300"),
        ("{0.3 | lam_tron(0.25)}", "0.25"), ("{trong | lam_tron}", ""),
    ]) func `numbers are computed with`(_ template: String, _ text: String) throws {
        #expect(try rendered(template, data) == text)
    }

    @Test(arguments: [
        ("{chu | khoang(2, 3) | noi(\"\")}", "bc"), ("{chu | khoang(-2) | noi(\"\")}", "de"),
        ("{chu | khoang(2, -2) | noi(\"\")}", "bcd"), ("{chu | khoang(9) | noi(\"\")}", ""),
        ("{#chu | theo_nhom(2)}{khoa}{muc | noi(\"\")};{/}", "1ab;2cd;3e;"),
        ("{ds | sap_xep(\"-so\") | lay(\"ten\") | noi(\" \")}", "An Chi Bình"),
        ("{ds | loc(\"so\", \">=\", 2) | dem}", "2"), ("{ds | loc(\"ten\", \"chua\", \"i\") | dem}", "1"),
        ("{ds | where(\"so\", \"!=\", 2) | count}", "2"),
    ]) func `lists are cut, ordered and chosen from`(_ template: String, _ text: String) throws {
        #expect(try rendered(template, data) == text)
    }

    @Test func `equals keep their order under several fields`() throws {
        let data: Value = [
            "l": [
                ["p": "B", "s": 1, "t": "1"], ["p": "A", "s": 1, "t": "2"], ["p": "A", "s": 2, "t": "3"],
                ["p": "A", "s": 1, "t": "4"],
            ]
        ]
        #expect(try rendered("{l | sap_xep(\"p, -s\") | lay(\"t\") | noi(\"\")}", data) == "3241")
        #expect(try rendered("{l | sap_xep(\"-p\") | lay(\"t\") | noi(\"\")}", data) == "1234")
    }

    @Test(arguments: [
        ("{ngay | ngay}", "29/6/2026"),
        ("{ngay | mau_word(\"dddd, d MMMM yyyy\")}", "Thứ Hai, 29 Tháng Sáu 2026"),
        ("{ngay | mau_word(\"HH:mm:ss\")}", "08:05:09"), ("{ngay | mau_word(\"h:mm AM/PM\")}", "8:05 SA"),
        ("{ngay | gio}", "08 giờ 05"), ("{\"2026-02-30T01:00\" | mac_dinh(\"x\")}", "2026-02-30T01:00"),
        ("{\"2026-12-31\" | cong_ngay(1) | ngay}", "01/01/2027"),
        ("{\"2026-04-29\" | cong_ngay_lam_viec(1, nghi) | ngay}", "04/5/2026"),
        ("{\"2026-01-05\" | cong_ngay_lam_viec(-1) | ngay}", "02/01/2026"),
    ]) func `dates are computed with and named`(_ template: String, _ text: String) throws {
        let data: Value = ["ngay": "2026-06-29T08:05:09+07:00", "nghi": ["2026-04-30", "2026-05-01"]]
        #expect(try rendered(template, data) == text)
    }

    @Test(arguments: [
        ("{ds[9].ten}", "template.unknown-field"), ("{for x in ds}", "template.unknown-field"),
        ("{if so}", "template.unknown-field"), ("{so % 0}", "template.division-by-zero"),
        ("{so | lam_tron(0)}", "template.wrong-type"), ("{chu | khoang(0)}", "template.wrong-argument"),
        ("{ds | loc(\"so\", \"~\", 2)}", "template.wrong-argument"), ("{so[0]}", "template.wrong-operands"),
    ]) func `mistakes are told`(_ template: String, _ code: String) throws {
        let failure = #expect(throws: Failure.self) { try rendered(template, data) }
        #expect(failure?.diagnostics.map(\.code) == [code])
    }
}
