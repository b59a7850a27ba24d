import Diagnostics
import TemplateLanguage
import Testing
import Values
import VietnameseText

private let data: Value = [
    "a": 7, "b": 2, "khong": 0, "ten": "An", "trong": "", "co": true, "chua": false, "null": .null,
    "so tien": 1_500_000, "số tiền": 5, "danh_sach": [3, 1, 2], "r": ["x": ["y": "sâu"], "z": .null],
    "ngay_1": .date(CalendarDate(year: 2026, month: 1, day: 5) ?? CalendarDate.lunarNewYear),
    "ngay_2": .date(CalendarDate(year: 2026, month: 6, day: 29) ?? CalendarDate.lunarNewYear),
]

extension CalendarDate {
    fileprivate static var lunarNewYear: CalendarDate {
        guard let date = CalendarDate(year: 2026, month: 2, day: 17) else { preconditionFailure("a date") }
        return date
    }
}

@Suite struct Expressions {
    @Test(arguments: [
        ("{a + b * 3}", "13"), ("{(a + b) * 3}", "27"), ("{a - b - 1}", "4"), ("{a / b}", "3.5"),
        ("{-a + 10}", "3"), ("{0.1 + 0.2}", "0.3"), ("{1 / 3 * 3 == 1}", "false"),
        ("{a > b and b > 0}", "true"), ("{khong or ten}", "An"), ("{not co}", "false"),
        ("{not a == 7}", "false"), ("{co ? \"có\" : \"không\"}", "có"), ("{chua ? 1 : co ? 2 : 3}", "2"),
        ("{\"đ\" > \"d\"}", "true"), ("{\"ạ\" < \"ă\"}", "true"), ("{ngay_1 < ngay_2}", "true"),
        ("{3 in danh_sach}", "true"), ("{\"n\" in ten}", "true"), ("{ten + \" \" + a}", "An 7"),
        ("{so tien}", "1500000"), ("{số tiền}", "5"), ("{r.x.y}", "sâu"), ("{r.z.gi}", ""),
        ("{ngay_1}", "05/01/2026"), ("{a ≥ 7}", "true"), ("{a – b}", "5"), ("{“nháy” + ‘đơn’}", "nháyđơn"),
        ("{co && !chua ? 1 : 2}", "1"), ("{chua || ten}", "An"), ("{a === 7}{a !== 7}", "truefalse"),
        ("{(!chua) == true}", "true"), ("{số\u{A0}tiền | so}", "5"), ("{#!chua}x{/}", "x"), ("{null}", ""),
        ("{co}", "true"), ("{a|so}", "7"), ("{ten | hoa | thuong_dau}", "aN"),
        ("{\" An\u{a0} \t Bình\n\" | gon}", "An Bình"), ("{\" \" | trim}", ""),
        ("[{\" A  B \" | strip}]", "[A  B]"), ("[{\" A  B \" | trim}]", "[A B]"),
        ("{\"hoà\" == \"hòa\" ? 1 : 2}", "2"), ("{\"hoà\" | kieu_dau(\"cu\") == \"hòa\" ? 1 : 2}", "1"),
        ("{\"An\" | gon}", "An"), ("{#danh_sach}{. * 2};{/}", "6;2;4;"), ("{#r}{x.y}{ten}{/}", "sâuAn"),
        ("{#ten}{.}!{/}", "An!"), ("{#trong}x{^}y{/}{#khong}x{^}y{/}{^null}z{/}", "yyz"),
        ("{^khong_co}x{/}", "x"), ("{#danh_sach}{#$last}và {/}{.}{^$last}, {/}{/}", "3, 1, và 2"),
    ]) func `an expression has its value`(source: String, result: String) throws {
        #expect(try rendered(source, data) == result)
    }

    @Test func `data that are no record are the item outside of all sections`() throws {
        #expect(try rendered("Hi {.}", "An") == "Hi An")
        #expect(try rendered("{#.}{ten},{/.}", [["ten": "a"], ["ten": "b"]]) == "a,b,")
    }

    @Test func `names are the same in both Unicode forms`() throws {
        #expect(try rendered("{so\u{0302}\u{0301} tie\u{0302}\u{0300}n}", data) == "5")
    }

    @Test(arguments: Filter.all.filter { !$0.example.tag.contains("rong_doan") }.map(\.name))
    func `each filter does what its documentation shows`(name: String) throws {
        let filter = try #require(Filter.named(name))
        let data: Value = [
            "giai_doan": ["1", "2"], "phoi_hop": ["Phòng A", "Phòng B"],
            "can_bo": ["Lê Thị Bình", "Trần Văn An"],
            "chi": [
                ["ten": "In ấn", "so_tien": 500_000, "nguon": "NSNN"],
                ["ten": "Đi lại", "so_tien": 150_000, "nguon": "NSNN"],
                ["ten": "Ăn trưa", "so_tien": 50_000, "nguon": "Khác"],
            ], "dia_chi": ["xa": "Quảng Phú", "tinh": "Lâm Đồng"],
            "vat_tu": [["so_luong": 2, "don_gia": 15_000], ["so_luong": 1, "don_gia": 5_000]],
        ]
        #expect(try rendered(filter.example.tag, data) == filter.example.result)
        let english = filter.example.tag.split(separator: "| \(name)", omittingEmptySubsequences: false)
            .joined(separator: "| \(filter.alias)")
        #expect(try rendered(english, data) == filter.example.result)
    }

    @Test(arguments: [
        ("{\"1.500\" | tien}", "1.500"), ("{\"1,5 triệu đồng\" | tien}", "1.500.000"),
        ("{\"2.103,55\" | so(1)}", "2.103,6"), ("{\"77,8%\" | phan_tram}", "77,8%"),
        ("{\"77,8\" | phan_tram}", "77,8%"), ("{\"1.500\" | bang_chu}", "Một nghìn năm trăm"),
    ]) func `a text that is a number is read as a Vietnamese hand wrote it`(template: String, text: String)
        throws
    { #expect(try rendered(template, [:]) == text) }

    @Test(arguments: ["1.5", "1,500", "1,234,567", "12 người", "20%"])
    func `a text that may be two numbers, or counts something else, is no amount`(text: String) {
        #expect(throws: Failure.self) { try rendered("{\"\(text)\" | tien}", [:]) }
    }

    @Test(arguments: [("tien", "1.234,5"), ("bang_chu", ""), ("ngay", ""), ("hai_so", ""), ("hoa", "")])
    func `what is null stays blank through a filter`(filter: String, unused: String) throws {
        #expect(try rendered("[{null | \(filter)}]", data) == "[]")
    }
}

@Suite struct Faults {
    @Test(arguments: [
        ("{tne}", "template.unknown-field", "thẻ “tne”: dữ liệu không có “tne”", "có phải “ten”?"),
        (
            "{r.x.w}", "template.unknown-field", "thẻ “r.x.w”: dữ liệu không có “r.x.w”",
            "thêm “r.x.w” vào dữ liệu, hoặc sửa tên trong mẫu"
        ),
        (
            "{danh_sach.ten}", "template.unknown-field",
            "thẻ “danh_sach.ten”: dữ liệu không có “danh_sach.ten”, vì “danh_sach” là danh sách",
            "lặp bằng {#danh_sach}…{/}, trong đó viết tên trường của từng mục"
        ),
        (
            "{#danh_sach | giubang}{/}", "template.unknown-filter",
            "không có bộ lọc “giubang” trong thẻ “#danh_sach | giubang”", "có phải “giu_bang”?"
        ),
        (
            "{ten = 5}", "template.left-over", "thừa “=” trong thẻ “ten = 5”",
            "so sánh bằng nhau viết hai dấu: ==; đặt giá trị cho một tên thì viết dat ở đầu: {dat ten = …}"
        ),
        (
            "{ten | ngay}", "template.wrong-type",
            "thẻ “ten | ngay”: cần một ngày, nhưng dữ liệu là chữ “An”",
            "viết một ngày có thật, như 2026-06-29, trong dữ liệu, hoặc đổi bộ lọc"
        ), ("{#khong_co}x{/}", "template.unknown-field", "thẻ “#khong_co”: dữ liệu không có “khong_co”", nil),
        ("{a / khong}", "template.division-by-zero", "thẻ “a / khong”: chia cho 0", nil),
        (
            "{a + co}", "template.wrong-operands", "thẻ “a + co”: phép “+” không dùng được cho số 7 và đúng",
            nil
        ),
        (
            "{a < ten}", "template.wrong-operands",
            "thẻ “a < ten”: phép “<” không dùng được cho số 7 và chữ “An”", nil
        ),
        (
            "{ten | tien}", "template.wrong-type", "thẻ “ten | tien”: cần một số, nhưng dữ liệu là chữ “An”",
            nil
        ),
        (
            "{danh_sach}", "template.not-printable",
            "thẻ “danh_sach”: danh sách 3 mục không in thẳng ra được", nil
        ), ("{.}", "template.no-item", "thẻ “.”: “.” chỉ dùng được bên trong một danh sách", nil),
        ("{$index}", "template.no-repeat", "thẻ “$index”: “$index” chỉ dùng được bên trong phần lặp", nil),
        (
            "{ten | tein}", "template.unknown-filter", "không có bộ lọc “tein” trong thẻ “ten | tein”",
            "có phải “tien”?"
        ),
        (
            "{ten | noi}", "template.argument-count",
            "bộ lọc “noi” cần 1 đến 2 đối số nhưng có 0 trong thẻ “ten | noi”", nil
        ), ("{a +}", "template.expected-value", "biểu thức bị bỏ dở trong thẻ “a +”", nil),
        ("{a b(}", "template.left-over", "thừa “(” trong thẻ “a b(”", nil),
        ("{(a}", "template.expected-symbol", "thiếu “)” trong thẻ “(a”", nil),
        ("{\"a}", "template.unclosed-text", "thiếu dấu nháy đóng trong thẻ “\"a”", nil),
        ("{a & b}", "template.unexpected-character", "ký tự lạ “&” trong thẻ “a & b”", nil),
        ("{ }", "template.empty-tag", "thẻ rỗng", nil),
        (
            "{123456789012345678901234567890123456789}", "template.number-range",
            "số “123456789012345678901234567890123456789” có hơn 38 chữ số trong thẻ “123456789012345678901234567890123456789”",
            "nếu đây là một mã, đặt trong dấu nháy"
        ), ("{$dem}", "template.unknown-counter", "không có “$dem” trong thẻ “$dem”", nil),
        (
            "{xau}", "template.forbidden-character",
            "thẻ “xau”: dữ liệu có ký tự U+000B mà tệp văn phòng không được chứa", nil
        ),
    ]) func `a fault says what, where and how to mend it`(
        source: String, code: String, message: String, fix: String?
    ) throws {
        guard case .record(let record) = data else { return }
        let more = Value.record(Record(Array(zip(record.shape.names, record.values)) + [("xau", "a\u{0B}b")]))
        let failure = #expect(throws: Failure.self) { try rendered(source, more) }
        let fault = try #require(failure?.diagnostics.first)
        #expect(fault.code == code)
        #expect(fault.message.vietnamese == message)
        #expect(fault.fix != nil)
        if let fix { #expect(fault.fix?.vietnamese == fix) }
    }

    @Test func `all faults of a document come at once`() {
        let failure = #expect(throws: Failure.self) { try rendered("{x} {y} {a / 0}", data) }
        #expect(failure?.diagnostics.map(\.code).count == 3)
    }

    @Test func `a missing name may be blank or keep its tag`() throws {
        #expect(try rendered("[{khac}{#khac}x{/}]", data, missing: .isBlank) == "[]")
        #expect(try rendered("[{khac | hoa}]", data, missing: .keepsTheTag) == "[{khac | hoa}]")
    }

    @Test(arguments: [
        ("0", "0"), ("-0", "0"), ("-12", "-12"), ("1000000", "1000000"), ("1e3", "1000"), ("12.50", "12.5"),
        ("9223372036854775808", "9223372036854775808"), ("-1e40", "-1" + String(repeating: "0", count: 40)),
        ("12345678901234567890123456789012345678", "12345678901234567890123456789012345678"),
        ("-0.001", "-0.001"), ("200.00", "200"),
    ]) func `a number is printed as it was written, without zeros and exponents`(
        written: String, printed: String
    ) throws {
        let data = try Value(json: Array("{\"n\": \(written)}".utf8), file: "a.json")
        #expect(try rendered("{n}", data) == printed)
    }
}
