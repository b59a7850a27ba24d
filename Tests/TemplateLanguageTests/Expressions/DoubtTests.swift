import Diagnostics
import Testing
import Values

/// What could be read in two ways, or not at all: told, never guessed.
@Suite struct Doubts {
    private static let doubtful: [(String, Value)] = [
        ("{a + b}", ["a": "1", "b": 2]), ("{a + b}", ["a": "1.500", "b": "1,5"]),
        ("{b + a}", ["a": "10", "b": 9]), ("{a + b}", ["a": "2026-01-05", "b": 3]),
        ("{a + b + \" đồng\"}", ["a": "1", "b": 2]),
    ]

    @Test(arguments: doubtful) func `a plus that may add or join is refused`(template: String, data: Value)
        throws
    {
        let failure = #expect(throws: Failure.self) { try rendered(template, data) }
        #expect(failure?.diagnostics.map(\.code) == ["template.wrong-operands"])
    }

    private static let sure: [(String, Value, String)] = [
        ("{a + \"\" + b}", ["a": "1", "b": 2], "12"), ("{\"0\" + b}", ["b": 2], "02"),
        ("{a + b}", ["a": "Phòng ", "b": 5], "Phòng 5"), ("{a + b}", ["a": "01", "b": "002"], "01002"),
        ("{(a | thanh_so) + b}", ["a": "1.500", "b": 2], "1502"),
        ("{a + b}", ["a": "Hà ", "b": "Nội"], "Hà Nội"), ("{a + b}", ["a": 1, "b": 2], "3"),
        ("{a + b}", ["a": "", "b": 2], "2"),
    ]

    @Test(arguments: sure) func `a plus whose meaning is sure is computed`(
        template: String, data: Value, text: String
    ) throws { #expect(try rendered(template, data) == text) }

    @Test(arguments: [
        ("\"900.000\" < \"1.500.000\"", "true"), ("\"1.500.000\" <= \"1500000\"", "true"),
        ("\"1.500.001\" <= \"1500000\"", "false"), ("\"-5.000\" < \"0\"", "true"),
        ("\"1,5 triệu\" > \"900.000 đồng\"", "true"), ("\"9%\" < \"12,5%\"", "true"),
        ("\"900.000\" < 1500000", "true"), ("1500000 > \"900.000\"", "true"), ("\"007\" < \"10\"", "true"),
        ("\"Phòng 9\" < \"Phòng 10\"", "true"), ("\"010\" < \"0099\"", "true"),
    ]) func `amounts in writing are compared as what they write`(test: String, result: String) throws {
        #expect(try rendered("{\(test)}", [:]) == result)
    }

    @Test(arguments: ["\"9%\" < \"5\"", "\"9%\" < 5", "\"chín\" < 5", "5 < \"1.5\""])
    func `what counts otherwise, or is no number, has no order with one`(test: String) throws {
        let failure = #expect(throws: Failure.self) { try rendered("{\(test)}", [:]) }
        #expect(failure?.diagnostics.map(\.code) == ["template.wrong-operands"])
    }

    @Test(arguments: [
        ("100 == \"100\"", "true"), ("\"100\" == 100", "true"), ("\"1.500\" == 1500", "true"),
        ("1500 != \"1.500\"", "false"), ("100 == \"0100\"", "false"), ("7 != \"007\"", "true"),
        ("1 == \"\"", "false"), ("100 == \"100 người\"", "false"), ("1 == \"100%\"", "false"),
        ("true == \"true\"", "false"), ("\"100\" in ds", "true"), ("7 in chu", "false"),
        ("100 in chu", "true"),
    ]) func `a number is equal to a text that writes it`(test: String, result: String) throws {
        #expect(try rendered("{\(test)}", ["ds": [7, 100], "chu": ["007", "100"]]) == result)
    }

    @Test(arguments: [
        ("{!x && y}", "true"), ("{!x == 1}", "true"), ("{!x == false}", "false"), ("{!(x)}", "true"),
        ("{!x ? \"a\" : \"b\"}", "a"), ("{! x && y}", ""), ("{!ghi chú: xem lại}", ""),
        ("{!sửa < 5 ngày}", ""), ("{#!x}có{/}", "có"),
    ]) func `a negation is computed, a comment is not`(template: String, text: String) throws {
        #expect(try rendered(template, ["x": false, "y": true]) == text)
    }

    @Test(arguments: [
        ("{x ?? \"-\"}", "-"), ("{y ?? \"-\"}", "Sở"), ("{z ?? y}", "Sở"), ("{x ?? z ?? 1 + 1}", "2"),
        ("{y ?? \"-\" | hoa}", "SỞ"), ("{y ?? khong}", "Sở"), ("{y | mac_dinh(khong)}", "Sở"),
        ("{#y ?? khong}co{/}", "co"), ("{khong ?? y ?? khong}", "Sở"),
        ("{0 ?? khong}{false ?? khong}", "0false"),
    ]) func `two question marks stand in for what is absent or empty`(template: String, text: String) throws {
        #expect(try rendered(template, ["y": "Sở", "z": ""]) == text)
    }

    @Test(arguments: [
        ("{n | mau_word(\",0\")}", "1,235"), ("{n | mau_word(\"$,0.00\")}", "$1,234.50"),
        ("{n | mau_word(\".00\")}", "1234.50"), ("{n | mau_word(\"#.##0,0\")}", "1.234,5"),
    ]) func `a picture may begin with its mark`(template: String, text: String) throws {
        let data = try Value(json: Array("{\"n\": 1234.5}".utf8), file: "d.json")
        #expect(try rendered(template, data) == text)
    }

    @Test(arguments: [
        ("2026-01-31T17:00:00.000Z", "01/02/2026 00:00"), ("2026-01-31T16:59:59Z", "31/01/2026 23:59"),
        ("2026-01-31T17:00:00+00:00", "01/02/2026 00:00"), ("2026-01-31T23:30:00+07:00", "31/01/2026 23:30"),
        ("2026-02-01T03:00:00+14:00", "31/01/2026 20:00"), ("2026-12-31T20:00:00-0530", "01/01/2027 08:30"),
        ("2026-01-31T08:00", "31/01/2026 08:00"), ("2026-01-31 08:00", "31/01/2026 08:00"),
    ]) func `a moment is told in the time of Vietnam`(moment: String, text: String) throws {
        #expect(try rendered("{d | mau_word(\"dd/MM/yyyy HH:mm\")}", ["d": .text(moment)]) == text)
    }

    @Test(arguments: ["2026-01-31T17:00:00+7", "2026-01-31T17:00:00ZZ", "2026-01-31T17:00:00+25:00"])
    func `a zone that is none makes no date`(moment: String) {
        let failure = #expect(throws: Failure.self) { try rendered("{d | ngay}", ["d": .text(moment)]) }
        #expect(failure?.diagnostics.map(\.code) == ["template.wrong-type"])
    }

    @Test(arguments: [
        ("không", "☐"), ("Không", "☐"), ("false", "☐"), ("chưa", "☐"), ("0", "☐"), ("", "☐"), ("có", "☒"),
        ("x", "☒"), ("đúng", "☒"),
    ]) func `a box reads the words of a form`(word: String, box: String) throws {
        #expect(try rendered("{x | o_chon}", ["x": .text(word)]) == box)
    }

    @Test(arguments: [(63, true), (64, true), (65, false)]) func `brackets nest as deep as the guide says`(
        count: Int, isRead: Bool
    ) throws {
        let tag =
            "{" + String(repeating: "(", count: count) + "1" + String(repeating: ")", count: count) + "}"
        if isRead { return #expect(try rendered(tag, [:]) == "1") }
        let failure = #expect(throws: Failure.self) { try rendered(tag, [:]) }
        #expect(failure?.diagnostics.map(\.code) == ["template.expression-too-deep"])
        #expect(failure?.diagnostics.first?.message.english.contains("64") ?? false)
    }

    @Test func `a computed text has an end`() throws {
        let growing = String(repeating: " | thay(\"a\", muoi)", count: 7)
        let failure = #expect(throws: Failure.self) {
            try rendered("{x\(growing)}", ["x": "aaaa", "muoi": .text(String(repeating: "a", count: 60))])
        }
        #expect(failure?.diagnostics.map(\.code) == ["template.text-too-long"])
        let doubling = String(repeating: "{dat x = x + x}", count: 30)
        let second = #expect(throws: Failure.self) { try rendered(doubling, ["x": "chữ"]) }
        #expect(second?.diagnostics.first?.code == "template.text-too-long")
        #expect(try rendered("{x | thay(\"a\", \"bb\") | do_dai}", ["x": "aaa"]) == "6")
    }

    @Test(arguments: [("{te\u{200B}n}", "U+200B"), ("{te\u{AD}n}", "U+00AD")])
    func `an invisible character is named`(template: String, name: String) {
        let failure = #expect(throws: Failure.self) { try rendered(template, ["ten": "An"]) }
        #expect(failure?.diagnostics.first?.message.vietnamese.contains(name) ?? false)
    }

    @Test func `many unknown names among many known ones take no product of time`() {
        let known = Record((0..<4000).map { ("truong so \($0) cua bang", Value.text("x")) })
        let template = (0..<1000).map { "{khong ro \($0) gi het}" }.joined()
        let failure = #expect(throws: Failure.self) { try rendered(template, .record(known)) }
        #expect(failure?.diagnostics.count == 100)
    }

    @Test(
        arguments: [
            ("mau", nil), ("tne", "ten"), ("tein", "tien"), ("an", nil), ("tien_", "tien"), ("dmo", nil),
            ("tn", "ten"), ("mai", nil), ("tyen", "tien"),
        ] as [(String, String?)]) func `a suggestion is likely or none`(name: String, meant: String?)
    { #expect(nearestName(to: name, among: ["dau", "max", "ten", "tien", "ma", "bang"]) == meant) }
}
