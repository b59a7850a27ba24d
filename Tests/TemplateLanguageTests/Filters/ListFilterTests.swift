import Diagnostics
import FoundationEssentials
import TemplateLanguage
import Testing
import Values
import VietnameseText

private func date(_ month: Int, _ day: Int) -> Value {
    CalendarDate(year: 2026, month: month, day: day).map { .date($0) } ?? .null
}

private let data: Value = [
    "viec": [
        ["ten": "đo đạc", "tien": 3, "han": date(3, 1), "don_vi": "Phòng B", "xong": true, "cap": ["so": 2]],
        [
            "ten": "Đào tạo", "tien": .null, "han": date(1, 9), "don_vi": "Phòng A", "xong": false,
            "cap": .null,
        ], ["ten": "ăn ca", "tien": 1, "han": .null, "don_vi": "Phòng B", "xong": true, "cap": ["so": 1]],
        ["ten": "dạy nghề", "tien": 20, "han": date(2, 2), "don_vi": "", "xong": false, "cap": ["so": 1]],
    ], "so": [3, 1, 2, 1], "chu": ["hoà", "hòa", "hoa"], "trong": [], "null": .null, "lan": [1, "hai", 3],
    "co": [true, false], "nguoi": ["Lê Văn Bình", "Đỗ Thị An", "Trần An", .null],
    "thieu": [["a": 1], ["b": 2]], "chu_so": [["a": "x"]], "le": [["p": "0.1"]],
]

private let written: Value = [
    "tien": ["1.500.000", "900.000", "12.000.000", "", "-5.000"],
    "lan": ["900.000", "1500000", 7, "1,5 triệu"], "ti_le": ["9%", "12%", "10,5%"],
    "lech": ["1.500.000", "900.000", "chưa có"], "khac": ["9%", "900.000"], "mot": ["1.500.000", "chưa có"],
    "ma": ["010", "0099", "100"], "phong": ["Phòng 10", "Phòng 9", "2A", "10"],
    "muc": [["ma": "007"], ["ma": 100], ["ma": "010"]], "tron": ["An", 5], "ngay": ["2026-01-05", "An", "x"],
    "ngay_so": ["2026-01-05", 5],
]

@Suite struct ListFilters {
    @Test(arguments: [
        ("{tien | lon_nhat}", "12.000.000"), ("{tien | nho_nhat}", "-5.000"),
        ("{tien | lon_nhat | bang_chu}", "Mười hai triệu"),
        ("{tien | sap_xep | noi(\";\")}", "-5.000;900.000;1.500.000;12.000.000;"),
        ("{tien | sap_xep(\".\", \"giam\") | noi(\";\")}", "12.000.000;1.500.000;900.000;-5.000;"),
        ("{lan | sap_xep | noi(\";\")}", "7;900.000;1500000;1,5 triệu"),
        ("{lan | sap_xep(\".\", \"giam\") | noi(\";\")}", "1500000;1,5 triệu;900.000;7"),
        ("{lan | lon_nhat}", "1,5 triệu"), ("{ti_le | lon_nhat}{ti_le | nho_nhat}", "12%9%"),
        ("{mot | sap_xep | noi(\";\")}", "1.500.000;chưa có"),
        ("{ma | sap_xep | noi(\";\")}", "010;0099;100"),
        ("{phong | sap_xep | noi(\";\")}", "2A;10;Phòng 9;Phòng 10"),
        ("{muc | sap_xep(\"ma\") | lay(\"ma\") | noi(\";\")}", "007;010;100"),
        ("{muc | loc(\"ma\", \"100\") | dem}{muc | loc(\"ma\", 7) | dem}", "10"),
        ("{muc | loc(\"ma\", \">=\", 10) | dem}", "2"),
    ]) func `amounts in writing stand in the order of what they write`(source: String, result: String) throws
    { #expect(try rendered(source, written) == result) }

    @Test(arguments: [
        ("lech", "mục 1 là chữ “1.500.000” với mục 3 là chữ “chưa có”"),
        ("khac", "mục 1 là chữ “9%” với mục 2 là chữ “900.000”"),
        ("tron", "mục 1 là chữ “An” với mục 2 là số 5"),
        ("ngay_so", "mục 1 là chữ “2026-01-05” với mục 2 là số 5"),
    ]) func `a mixture has no order`(name: String, told: String) throws {
        for filter in ["lon_nhat", "nho_nhat", "sap_xep | dem"] {
            let failure = #expect(throws: Failure.self) { try rendered("{\(name) | \(filter)}", written) }
            #expect(failure?.diagnostics.map(\.code) == ["template.wrong-operands"])
            #expect(
                failure?.diagnostics.first?.message.vietnamese.contains(told) == true,
                "\(String(describing: failure))")
        }
    }

    @Test(arguments: [
        ("{so | tong}", "7"), ("{viec | tong(\"tien\")}", "24"), ("{viec | tong(\"cap.so\")}", "4"),
        ("{trong | tong}", "0"), ("{null | tong(\"x\")}", "0"), ("{so | trung_binh}", "1.75"),
        ("[{trong | trung_binh}]", "[]"), ("{viec | trung_binh(\"tien\")}", "8"),
        ("{so | lon_nhat}{so | nho_nhat}", "31"), ("{viec | lon_nhat(\"han\")}", "01/3/2026"),
        ("{viec | nho_nhat(\"ten\")}", "ăn ca"), ("[{trong | lon_nhat}]", "[]"),
        ("{so | sap_xep | noi(\" \")}", "1 1 2 3"),
        ("{so | sap_xep(\".\", \"giam\") | noi(\" \")}", "3 2 1 1"),
        ("{viec | sap_xep(\"ten\") | lay(\"ten\") | noi(\", \")}", "ăn ca, dạy nghề, Đào tạo, đo đạc"),
        (
            "{viec | sap_xep(\"tien\", \"giam\") | lay(\"ten\") | noi(\", \")}",
            "dạy nghề, đo đạc, ăn ca, Đào tạo"
        ), ("{viec | sap_xep(\"han\") | lay(\"ten\") | noi(\", \")}", "Đào tạo, dạy nghề, đo đạc, ăn ca"),
        ("{viec | sap_xep(\"don_vi\") | lay(\"tien\") | noi(\",\")}", ",3,1,20"),
        ("{nguoi | sap_xep_ten | noi(\", \")}", "Đỗ Thị An, Trần An, Lê Văn Bình, "),
        ("{#viec | loc(\"don_vi\", \"Phòng B\")}{ten};{/}", "đo đạc;ăn ca;"),
        ("{viec | loc(\"xong\") | dem}", "2"),
        ("{#viec | loc(\"xong\", false)}{ten};{/}", "Đào tạo;dạy nghề;"), ("{so | loc(\".\", 1) | dem}", "2"),
        ("{viec | loc(\"cap.so\", 1) | dem}", "2"),
        ("{#viec | nhom(\"don_vi\")}[{khoa}:{muc | dem}]{/}", "[Phòng B:2][Phòng A:1][:1]"),
        ("{#viec | nhom(\"don_vi\")}{$number}.{#muc}{$number}{/} {/}", "1.12 2.1 3.1 "),
        ("{so | duy_nhat | noi(\" \")}", "3 1 2"), ("{viec | duy_nhat(\"don_vi\") | dem}", "3"),
        ("{so | lat_nguoc | noi(\" \")}", "1 2 1 3"), ("{so | dau}{so | cuoi}", "31"),
        ("[{trong | dau}]", "[]"), ("{so | noi(\", \", \" và \")}", "3, 1, 2 và 1"),
        ("{so | sap_xep | dau}", "1"), ("{#so | sap_xep | lat_nguoc}{.}{^$last}>{/}{/}", "3>2>1>1"),
        ("{viec | dem > 3 ? \"nhiều\" : \"ít\"}", "nhiều"), ("{so | tong * 2}", "14"),
    ]) func `a list gives what the filter asks of it`(source: String, result: String) throws {
        #expect(try rendered(source, data) == result)
    }

    @Test(arguments: [
        (
            "{lan | tong}", "template.wrong-type",
            "thẻ “lan | tong”: mục 2 phải là một số, nhưng dữ liệu là chữ “hai”"
        ),
        (
            "{chu_so | tong(\"a\")}", "template.wrong-type",
            "thẻ “chu_so | tong(\"a\")”: “a” của mục 1 phải là một số, nhưng dữ liệu là chữ “x”"
        ),
        (
            "{lan | sap_xep | dem}", "template.wrong-operands",
            "thẻ “lan | sap_xep | dem”: không xếp thứ tự được mục 1 là số 1 với mục 2 là chữ “hai”"
        ),
        (
            "{co | lon_nhat}", "template.wrong-type",
            "thẻ “co | lon_nhat”: mục 1 phải là số, chữ hoặc ngày, nhưng dữ liệu là đúng"
        ),
        (
            "{so | sap_xep_ten | dem}", "template.wrong-type",
            "thẻ “so | sap_xep_ten | dem”: mục 1 phải là họ tên, nhưng dữ liệu là số 3"
        ),
        (
            "{viec | tong(\"teen\")}", "template.unknown-field",
            "thẻ “viec | tong(\"teen\")”: mục 1 không có “teen”"
        ),
        (
            "{thieu | lay(\"a\") | dem}", "template.unknown-field",
            "thẻ “thieu | lay(\"a\") | dem”: mục 2 không có “a”"
        ),
        (
            "{so | lay(\"a\") | dem}", "template.wrong-type",
            "thẻ “so | lay(\"a\") | dem”: mục 1 phải là nhóm dữ liệu có “a”, nhưng dữ liệu là số 3"
        ),
        (
            "{so | sap_xep(1) | dem}", "template.wrong-argument",
            "thẻ “so | sap_xep(1) | dem”: tên trường phải là chữ trong dấu nháy, không phải số 1"
        ),
        (
            "{so | sap_xep(\".\", \"xuong\") | dem}", "template.wrong-argument",
            "thẻ “so | sap_xep(\".\", \"xuong\") | dem”: chiều sắp xếp là \"tang\" hoặc \"giam\", không phải chữ “xuong”"
        ),
        (
            "{viec | noi(\", \")}", "template.wrong-type",
            "thẻ “viec | noi(\", \")”: mục 1 phải là chữ, số hoặc ngày, nhưng dữ liệu là một nhóm dữ liệu"
        ), ("{1 | dem}", "template.wrong-type", "thẻ “1 | dem”: cần một danh sách, nhưng dữ liệu là số 1"),
        (
            "{\"hòa\" | kieu_dau(\"xưa\")}", "template.wrong-argument",
            "thẻ “\"hòa\" | kieu_dau(\"xưa\")”: kiểu dấu là \"cu\" hoặc \"moi\", không phải chữ “xưa”"
        ),
        (
            "{7 | du_so(21)}", "template.wrong-type",
            "thẻ “7 | du_so(21)”: cần số chữ số từ 1 đến 20, nhưng dữ liệu là số 21"
        ),
    ]) func `a fault names the item, what it is and what was wanted`(
        source: String, code: String, message: String
    ) throws {
        let failure = #expect(throws: Failure.self) { try rendered(source, data) }
        let fault = try #require(failure?.diagnostics.first)
        #expect(fault.code == code)
        #expect(fault.message.vietnamese == message)
        #expect(fault.fix != nil)
    }

    @Test func `sums are exact`() throws {
        let cents: Value = [
            "x": .list((0..<10).map { _ in .number(.init(sign: .plus, exponent: -1, significand: 1)) })
        ]
        #expect(try rendered("{x | tong} {x | tong == 1}", cents) == "1 true")
    }

    @Test(arguments: [("{7 | du_so(3)}", "007"), ("{-7 | du_so(3)}", "-007"), ("[{null | du_so(3)}]", "[]")])
    func `padding keeps to its width`(source: String, result: String) throws {
        #expect(try rendered(source, data) == result)
    }
}
