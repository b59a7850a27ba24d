import Diagnostics
import Testing
import Values

private let data: Value = ["chu": ["a", "b", "c", "d", "e"], "mot": ["a"], "trong": .null, "khong_muc": []]

/// A tag, and what it prints; nil where it is refused.
struct FilterCase: CustomTestStringConvertible, Sendable {
    let tag: String
    let result: String?

    init(_ tag: String, _ result: String?) {
        self.tag = tag
        self.result = result
    }

    var testDescription: String { tag }

    func check(over data: Value, _ codes: [String]) throws {
        guard let result else {
            let failure = #expect(throws: Failure.self) { try rendered(tag, data) }
            #expect(failure?.diagnostics.count == 1)
            #expect(failure?.diagnostics.allSatisfy { codes.contains($0.code) } == true)
            return
        }
        #expect(try rendered(tag, data) == result)
    }
}

/// Every filter of numbers and lists at, below and above what it is bounded by.
@Suite struct FilterThresholds {
    private static let refusals = ["template.wrong-type", "template.wrong-argument", "template.overflow"]

    // What is told leads to the number that was meant.
    @Test(arguments: [
        ("\"1.5\" | thanh_so", "ghi 1,5, hoặc ghi 15"), ("\"1.50\" | thanh_so", "ghi 1,5, hoặc ghi 150"),
        ("\"12,5%\" | thanh_so", "viết 12,5, không kèm dấu %"), ("\"x\" | thanh_so", "như 1250000"),
        ("\"2026-06-29\" | gio", "như 2026-06-29T08:30"), ("\"8h30\" | gio", "như 2026-06-29T08:30"),
    ]) func `a mend leads to what was meant`(tag: String, mend: String) throws {
        let failure = #expect(throws: Failure.self) { try rendered("{\(tag)}", [:]) }
        #expect(failure?.diagnostics.count == 1)
        #expect(
            failure?.diagnostics.first?.fix?.vietnamese.contains(mend) == true,
            "\(String(describing: failure))")
    }

    @Test(arguments: [
        FilterCase("{\"08:05\" | gio}", "08 giờ 05"), FilterCase("{\"23:59:59\" | gio}", "23 giờ 59"),
        FilterCase("{\"24:00\" | gio}", nil), FilterCase("{\"08:60\" | gio}", nil),
        FilterCase("{\"8:05\" | gio}", nil), FilterCase("{\"08:05Z\" | gio}", nil),
        FilterCase("{12 | lam_tron(0)}", nil), FilterCase("{12 | lam_tron(-1)}", nil),
    ]) func `times stand alone, and steps are above zero`(_ c: FilterCase) throws {
        try c.check(over: data, Self.refusals)
    }

    @Test(arguments: [
        FilterCase("{#chu | theo_nhom(1)}{khoa}{muc | noi(\"\")};{/}", "1a;2b;3c;4d;5e;"),
        FilterCase("{#chu | theo_nhom(4)}{khoa}{muc | noi(\"\")};{/}", "1abcd;2e;"),
        FilterCase("{#chu | theo_nhom(5)}{khoa}{muc | noi(\"\")};{/}", "1abcde;"),
        FilterCase("{#chu | theo_nhom(6)}{khoa}{muc | noi(\"\")};{/}", "1abcde;"),
        FilterCase("{khong_muc | theo_nhom(1) | dem}", "0"), FilterCase("{chu | theo_nhom(0) | dem}", nil),
        FilterCase("{chu | theo_nhom(-1) | dem}", nil), FilterCase("{chu | theo_nhom(1.5) | dem}", nil),
        FilterCase("{chu | khoang(1) | noi(\"\")}", "abcde"),
        FilterCase("{chu | khoang(5) | noi(\"\")}", "e"), FilterCase("{chu | khoang(6) | noi(\"\")}", ""),
        FilterCase("{chu | khoang(0) | noi(\"\")}", nil), FilterCase("{chu | khoang(1, 0) | noi(\"\")}", nil),
        FilterCase("{chu | khoang(-1) | noi(\"\")}", "e"),
        FilterCase("{chu | khoang(-5) | noi(\"\")}", "abcde"),
        FilterCase("{chu | khoang(-6) | noi(\"\")}", "abcde"),
        FilterCase("{chu | khoang(3, 3) | noi(\"\")}", "c"),
        FilterCase("{chu | khoang(3, 2) | noi(\"\")}", ""),
        FilterCase("{chu | khoang(1, 5) | noi(\"\")}", "abcde"),
        FilterCase("{chu | khoang(1, 6) | noi(\"\")}", "abcde"),
        FilterCase("{chu | khoang(1, -5) | noi(\"\")}", "a"),
        FilterCase("{chu | khoang(1, -6) | noi(\"\")}", ""), FilterCase("{chu[4:] | noi(\"\")}", "e"),
        FilterCase("{chu[5:] | noi(\"\")}", ""), FilterCase("{chu[6:] | noi(\"\")}", ""),
        FilterCase("{chu[-5:] | noi(\"\")}", "abcde"), FilterCase("{chu[-6:] | noi(\"\")}", "abcde"),
        FilterCase("{chu[:5] | noi(\"\")}", "abcde"), FilterCase("{chu[:6] | noi(\"\")}", "abcde"),
        FilterCase("{chu[:0] | noi(\"\")}", ""), FilterCase("{chu[:-5] | noi(\"\")}", ""),
        FilterCase("{chu[:-6] | noi(\"\")}", ""), FilterCase("{chu[2:2] | noi(\"\")}", ""),
        FilterCase("{chu[2:3] | noi(\"\")}", "c"), FilterCase("{mot | noi(\", \", \" và \")}", "a"),
        FilterCase("{chu[:2] | noi(\", \", \" và \")}", "a và b"),
        FilterCase("{chu[:3] | noi(\", \", \" và \")}", "a, b và c"),
    ]) func `a list is cut where it is said`(row: FilterCase) throws {
        try row.check(over: data, Self.refusals)
    }

    @Test(arguments: [
        FilterCase("{0 | hai_so}", "00"), FilterCase("{9 | hai_so}", "09"), FilterCase("{10 | hai_so}", "10"),
        FilterCase("[{trong | hai_so}]", "[]"), FilterCase("{1.5 | hai_so}", nil),
        FilterCase("{7 | du_so(0)}", nil), FilterCase("{7 | du_so(1)}", "7"),
        FilterCase("{7 | du_so(2)}", "07"), FilterCase("{123 | du_so(2)}", "123"),
        FilterCase("{7 | du_so(20)}", "00000000000000000007"), FilterCase("{7 | du_so(21)}", nil),
        FilterCase("{0 | la_ma}", nil), FilterCase("{1 | la_ma}", "I"),
        FilterCase("{3999 | la_ma}", "MMMCMXCIX"), FilterCase("{4000 | la_ma}", nil),
        FilterCase("{0 | chu_cai}", nil), FilterCase("{1 | chu_cai}", "a"), FilterCase("{23 | chu_cai}", "y"),
        FilterCase("{24 | chu_cai}", "aa"), FilterCase("{999 | tien}", "999"),
        FilterCase("{1000 | tien}", "1.000"), FilterCase("{999999 | tien}", "999.999"),
        FilterCase("{-1000000 | tien}", "-1.000.000"), FilterCase("[{trong | tien}]", "[]"),
        FilterCase("{2.4 | so_nguyen} {2.5 | so_nguyen} {2.6 | so_nguyen}", "2 3 3"),
        FilterCase("{1.005 | so(2)} {1.004 | so(2)} {1.5 | so(2)} {1 | so(2)}", "1,01 1 1,5 1"),
        FilterCase("{1.5 | so(0)} {1.4 | so(0)} {1.25 | so(1)} {1.25 | so}", "2 1 1,3 1,25"),
        FilterCase(
            "{104.28 | phan_tram} {104.28 | phan_tram(0)} {104.28 | phan_tram(2)}", "104,3% 104% 104,28%"),
        FilterCase("{5 | phan_tram}", "5,0%"),
    ]) func `a number is written as it is said`(row: FilterCase) throws {
        try row.check(over: data, Self.refusals)
    }

    @Test(arguments: [
        FilterCase("{2.5 | lam_tron} {2.4 | lam_tron} {-2.5 | lam_tron} {-2.4 | lam_tron}", "3 2 -3 -2"),
        FilterCase("{12 | lam_tron_len} {12.1 | lam_tron_len} {-12.1 | lam_tron_len}", "12 13 -12"),
        FilterCase("{12 | lam_tron_xuong} {12.9 | lam_tron_xuong} {-12.1 | lam_tron_xuong}", "12 12 -13"),
        FilterCase(
            "{1499 | lam_tron(1000)} {1500 | lam_tron(1000)} {1501 | lam_tron(1000)}", "1000 2000 2000"),
        FilterCase("{1000 | lam_tron_len(1000)} {1001 | lam_tron_len(1000)}", "1000 2000"),
        FilterCase("{2000 | lam_tron_xuong(1000)} {1999 | lam_tron_xuong(1000)}", "2000 1000"),
        FilterCase("{0.3 | lam_tron(0.1)}", "0.3"), FilterCase("{5 | lam_tron(0)}", nil),
        FilterCase("{5 | lam_tron(-1)}", nil), FilterCase("{5 | lam_tron_len(0)}", nil),
        FilterCase("{5 | lam_tron_xuong(0)}", nil), FilterCase("{0 | abs} {-1 | abs} {1 | abs}", "0 1 1"),
    ]) func `a number is rounded to the step that is said`(row: FilterCase) throws {
        try row.check(over: data, Self.refusals)
    }

    @Test(arguments: [
        FilterCase("{\"Sở Y tế\" | rut_gon(8)}", "Sở Y tế"),
        FilterCase("{\"Sở Y tế\" | rut_gon(7)}", "Sở Y tế"),
        FilterCase("{\"Sở Y tế\" | rut_gon(6)}", "Sở Y…"), FilterCase("{\"Sở Y tế\" | rut_gon(5)}", "Sở Y…"),
        FilterCase("{\"Sở Y tế\" | rut_gon(4)}", "Sở…"), FilterCase("{\"Sở Y tế\" | rut_gon(3)}", "Sở…"),
        FilterCase("{\"Sở Y tế\" | rut_gon(2)}", "S…"), FilterCase("{\"Sở Y tế\" | rut_gon(1)}", "…"),
        FilterCase("{\"Sở Y tế\" | rut_gon(0)}", nil), FilterCase("{\"Sở\" | rut_gon(0)}", nil),
        FilterCase("{\"Sở Y tế\" | rut_gon(6, \"\")}", "Sở Y"),
        FilterCase("{\"Sở Y tế\" | rut_gon(6, \"...\")}", "Sở..."),
        FilterCase(
            "{\"a;b;;c\" | tach(\";\") | dem} {\"\" | tach(\";\") | dem} {\"a\" | tach(\";\") | dem}", "4 0 1"
        ),
        FilterCase(
            "{\"ab\" | thay(\"\", \"x\")} {\"aba\" | thay(\"a\", \"\")} {\"aa\" | thay(\"a\", \"bb\")}",
            "ab b bbbb"),
        FilterCase(
            "{(\"a\" | chua(\"\")) ? 1 : 0}{(\"\" | chua(\"a\")) ? 1 : 0}{(chu | chua(\"a\")) ? 1 : 0}", "101"
        ), FilterCase("{\"\" | do_dai} {\"ế\" | do_dai} {khong_muc | do_dai} {mot | do_dai}", "0 1 0 1"),
        FilterCase(
            "{\"chưa\" | o_chon}{\" Không \" | o_chon}{\"0\" | o_chon}{\"1\" | o_chon}{0 | o_chon}", "☐☐☐☒☐"),
        FilterCase("{\"ko\" | o_chon}{\"koo\" | o_chon}{\"\" | o_chon}{trong | o_chon}{2 | o_chon}", "☐☒☐☐☒"),
    ]) func `a text is cut and looked into`(row: FilterCase) throws {
        try row.check(over: data, Self.refusals)
    }

    @Test(arguments: [
        (1, ">", "cd"), (2, ">", "d"), (3, ">", ""), (1, ">=", "bcd"), (2, ">=", "cd"), (3, ">=", "d"),
        (1, "<", "a"), (2, "<", "ab"), (3, "<", "abc"), (1, "<=", "ab"), (0, "<=", "a"), (0, "<", ""),
        (2, "=", "c"), (2, "!=", "abde"), (2, "≤", "abc"), (2, "≥", "cd"), (2, "≠", "abde"), (2, "==", "c"),
    ]) func `what equals the bound is on the right side`(bound: Int, sign: String, kept: String) throws {
        let data: Value = [
            "ds": [
                ["t": "a", "s": 0], ["t": "b", "s": 1], ["t": "c", "s": 2], ["t": "d", "s": 3],
                // What is blank compares with nothing.
                ["t": "e", "s": .null],
            ]
        ]
        let tag = "{ds | loc(\"s\", \"\(sign)\", \(bound)) | lay(\"t\") | noi(\"\")}"
        #expect(try rendered(tag, data) == kept)
        if let plain = ["≤": "<=", "≥": ">=", "≠": "!="][sign] ?? (sign == "=" ? "==" : sign) as String? {
            for (name, number) in [("a", 0), ("b", 1), ("c", 2), ("d", 3)] {
                let shown = try rendered("{\(number) \(plain) \(bound) ? 1 : 0}", [:])
                #expect((shown == "1") == kept.contains(name), "\(number) \(plain) \(bound)")
            }
        }
    }
}
