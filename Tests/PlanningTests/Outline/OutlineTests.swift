import Diagnostics
import FoundationEssentials
import Planning
import Testing
import Values

/// A small workspace whose plan says `plan` besides what every plan says, and other files.
func outlined(_ plan: String, _ others: [(kind: DataKind, name: String, text: String)] = []) throws
    -> Workspace
{
    let agency = """
        ten: Ủy ban nhân dân tỉnh H
        ten_day_du: Ủy ban nhân dân tỉnh H
        viet_tat: UBND
        dia_danh: H
        don_vi: [{ma: A, ten: Sở A}, {ma: B, ten: Sở B}]
        lanh_dao: [{ma: pct, ho_ten: Nguyễn Thị A, tm: Ủy ban nhân dân, kt: Chủ tịch, chuc_vu: Phó Chủ tịch}]
        """
    let head = """
        nam_ban_hanh: 2026
        trich_yeu: Cải cách hành chính năm 2026
        noi_nhan: [Các sở]
        luu: VT
        ky: pct

        """
    return try reading(
        [(.agency, "co-quan.yaml", agency), (.programme, "ke-hoach.yaml", head + plan)] + others
    ).value
}

/// The lines that the one tag of the form prints.
func lines(_ view: Value) -> [String] {
    (view["than_bai"]?.list ?? []).flatMap { block -> [String] in
        if let table = block["bang"] {
            return (table["dong"]?.list ?? []).map { row in
                row.list.map { $0["chu"]?.text ?? "" }.joined(separator: " | ")
            }
        }
        return [block["de_muc"]?.text ?? block["doan"]?.text ?? block["anh"]?.text ?? ""]
    }.filter { !$0.isEmpty }
}

@Suite struct OutlineTests {
    @Test func `parts are numbered by their depth`() throws {
        let plan = """
            phan:
              - ten: Mục đích
                noi_dung: [Một đoạn., "- Một gạch."]
                phan:
                  - {ten: Thứ nhất, noi_dung: [Chữ.]}
                  - {ten: Thứ hai, noi_dung: [{diem: [Điểm một, Điểm hai]}]}
              - ten: Tổ chức
                phan:
                  - {ten: Lại từ đầu, noi_dung: [Chữ.]}
            """
        #expect(
            lines(try outlined(plan).planView()) == [
                "I. MỤC ĐÍCH", "Một đoạn.", "- Một gạch.", "1. Thứ nhất", "Chữ.", "2. Thứ hai", "a) Điểm một",
                "b) Điểm hai", "II. TỔ CHỨC", "1. Lại từ đầu", "Chữ.",
            ])
    }

    @Test(arguments: [
        ("[phan, I, 1]", ["Phần thứ nhất", "X", "I. Y", "1. Z"]), ("[A, I, 1]", ["A. X", "I. Y", "1. Z"]),
        ("[1, \"1.1\", a]", ["1. X", "1.1. Y", "a) Z"]), ("[I, 1, \"1.1\"]", ["I. X", "1. Y", "1.1. Z"]),
    ]) func `levels are numbered as the file says`(levels: String, expected: [String]) throws {
        let plan = """
            danh_so: \(levels)
            phan: [{ten: X, phan: [{ten: Y, phan: [{ten: Z, noi_dung: [Chữ.]}]}]}]
            """
        #expect(lines(try outlined(plan).planView()) == expected + ["Chữ."])
    }

    @Test func `numbers restart and are left out as a part asks`() throws {
        let plan = """
            phan:
              - {ten: A, noi_dung: [x]}
              - {ten: B, danh_so: khong, noi_dung: [x]}
              - {ten: C, noi_dung: [x]}
              - {ten: D, danh_so: lai, noi_dung: [x]}
              - {ten: E, noi_dung: [x]}
            """
        let headings = lines(try outlined(plan).planView()).filter { $0 != "x" }
        #expect(headings == ["I. A", "B", "II. C", "I. D", "II. E"])
    }

    @Test func `an empty heading is never printed`() throws {
        let plan = "phan: [{ten: A, noi_dung: [x]}, {ten: B, phan: [{ten: C}]}, {ten: D, noi_dung: [x]}]"
        #expect(lines(try outlined(plan).planView()) == ["I. A", "x", "II. D", "x"])
    }

    @Test func `texts hold figures of the workspace, and a doubled brace is a plain one`() throws {
        let plan = """
            thoi_gian: 2026
            noi_dung: [{ma: v, ten: Việc, kinh_phi: {2026: 12500000}}]
            phan:
              - ten: Năm {nam}
                noi_dung: ["Kinh phí {tong_kinh_phi | tien} đồng, {{thô}}, {so_nhiem_vu + 1}."]
            """
        #expect(
            lines(try outlined(plan).planView()) == ["I. NĂM 2026", "Kinh phí 12.500.000 đồng, {thô}, 2."])
    }

    @Test func `an agency's own outline is filled by keys of its own`() throws {
        let outline = """
            ten: Của cơ quan
            mo_ta: Thử.
            can_co: [muc_dich]
            truong: [{khoa: diem_nhan, kieu: doan, y_nghia: Điểm nhấn., bat_buoc: true}]
            phan:
              - {ten: Mục đích, noi_dung: [{cho: muc_dich, kieu: gach}]}
              - {ten: Điểm nhấn, noi_dung: [{cho: diem_nhan, kieu: diem}]}
            """
        let plan = "de_cuong: rieng\nmuc_dich: [Một]\ndiem_nhan: [Hai, Ba]"
        let view = try outlined(plan, [(.outline, "de-cuong/rieng.yaml", outline)]).planView()
        #expect(lines(view) == ["I. MỤC ĐÍCH", "- Một", "II. ĐIỂM NHẤN", "1. Hai", "2. Ba"])
    }

    @Test func `tasks are nested, have several leads, and stand as headings or as a table`() throws {
        let plan = """
            thoi_gian: 2026
            noi_dung:
              - ten: Nhóm
                viec:
                  - {ten: Việc một, chu_tri: [A, B], ket_qua: Báo cáo, thoi_han: Tháng 3}
                  - {ten: Việc hai, chu_tri: A, thoi_han: Quý IV}
            phan:
              - {ten: Nhiệm vụ, noi_dung: [{chen: nhiem_vu}]}
              - {ten: Bảng, noi_dung: [{chen: nhiem_vu, dang: bang}]}
              - {ten: Lịch, noi_dung: [{chen: lich_thang}]}
            """
        #expect(
            lines(try outlined(plan).planView()) == [
                "I. NHIỆM VỤ", "1. Nhóm", "a) Việc một", "Thời gian thực hiện: tháng 3.", "b) Việc hai",
                "Thời gian thực hiện: quý IV.", "II. BẢNG",
                "STT | Nội dung, nhiệm vụ | Chủ trì | Phối hợp | Sản phẩm, kết quả | Thời hạn",
                "1 | Nhóm |  |  |  | ", "1.1 | Việc một | Sở A; Sở B |  | Báo cáo | Tháng 3",
                "1.2 | Việc hai | Sở A |  |  | Quý IV", "III. LỊCH", "Tháng | Nội dung | Đơn vị chủ trì",
                "Tháng 3 | Việc một | Sở A; Sở B", "Tháng 12 | Việc hai | Sở A",
            ])
    }

    @Test func `a written table is counted, summed and merged`() throws {
        let plan = """
            phan:
              - ten: Bảng
                noi_dung:
                  - bang:
                      cot:
                        - {ten: STT, kieu: stt}
                        - {ten: Tên}
                        - {ten: Một, nhom: Chung, kieu: so, cong: true}
                        - {ten: Hai, nhom: Chung, kieu: tien, cong: true}
                      dong: [Nhóm, [x, "1,5", 1000000], ["^", 2, "500.000"]]
                      tong_cong: true
            """
        let view = try outlined(plan).planView()
        #expect(
            lines(view) == [
                "I. BẢNG", "STT | Tên | Chung", "Một | Hai", "Nhóm", "1 | x | 1,5 | 1.000.000",
                "2 | 2 | 500.000", "Tổng cộng | 3,5 | 1.500.000",
            ])
        let table = try #require(view["than_bai"]?.list.last { $0["bang"] != nil }?["bang"])
        #expect(table["dau"] == 2)
        let rows = table["dong"]?.list ?? []
        #expect(rows[0].list[2]["cot"] == 2 && rows[0].list[0]["dong"] == 2)
        #expect(rows[3].list[1]["dong"] == 2)
    }

    @Test func `who does a task stands under it, unless a table says so`() throws {
        let tasks =
            "noi_dung: [{ten: Việc, chu_tri: [A, B], phoi_hop: [B], ket_qua: Báo cáo, thoi_han: Tháng 3}]\n"
        let parts = "phan: [{ten: X, noi_dung: [{chen: nhiem_vu}]}]\n"
        let who = "Đơn vị chủ trì: Sở A; Sở B; phối hợp: Sở B; sản phẩm: Báo cáo."
        #expect(lines(try outlined(tasks + parts).planView()).contains(who))
        let table = "phu_luc: [{ten: Y, noi_dung: [{chen: nhiem_vu, dang: bang}]}]\n"
        #expect(!lines(try outlined(tasks + parts + table).planView()).contains(who))
    }

    @Test func `what tasks cost stands year by year, and adds up`() throws {
        let plan = """
            thoi_gian: 2026-2028
            noi_dung:
              - {ten: Một, kinh_phi: {2026: 1000000, 2028: 2000000}}
              - {ten: Hai, kinh_phi: {2028: 500000}}
            phan: [{ten: X, noi_dung: [{chen: kinh_phi_theo_nam}]}]
            """
        #expect(
            lines(try outlined(plan).planView()) == [
                "I. X", "*Đơn vị tính: đồng*", "STT | Nội dung | Năm 2026 | Năm 2028 | Cộng",
                "1 | Một | 1.000.000 | 2.000.000 | 3.000.000", "2 | Hai |  | 500.000 | 500.000",
                " | Tổng cộng | 1.000.000 | 2.500.000 | 3.500.000",
            ])
    }

    @Test(arguments: [("99.999.999", 27), ("999.999.999", 29), ("9.999.999.999", 33)])
    func `a column of figures is as wide as its longest figure`(figure: String, width: Int) throws {
        let plan = """
            thoi_gian: 2026
            noi_dung: [{ten: Một, kinh_phi: {2026: \(figure.filter { $0 != "." })}}]
            phan: [{ten: X, noi_dung: [{chen: kinh_phi_theo_nam}]}]
            """
        let view = try outlined(plan).planView()
        let table = try #require(view["than_bai"]?.list.first { $0["bang"] != nil }?["bang"])
        #expect(table["cot"]?.list.last == .number(Decimal(width)))
    }

    @Test func `cells below one that reaches down keep their own columns' look`() throws {
        let plan = """
            noi_dung: [{ten: Một, thoi_han: Tháng 3}, {ten: Hai, thoi_han: Tháng 3}]
            phan: [{ten: Lịch, noi_dung: [{chen: lich_thang}]}]
            """
        let view = try outlined(plan).planView()
        let table = try #require(view["than_bai"]?.list.last { $0["bang"] != nil }?["bang"])
        let rows = table["dong"]?.list ?? []
        #expect(rows[1].list.map { $0["kieu"]?.text } == ["Ô giữa", "Ô chữ", "Ô chữ"])
        #expect(rows[2].list.map { $0["kieu"]?.text } == ["Ô chữ", "Ô chữ"])
    }

    @Test func `bases hold figures, phases have names and goals, appendices are referred to by name`() throws
    {
        let plan = """
            thoi_gian: 2026-2030
            can_cu: ["Căn cứ Luật A năm {tu_nam}"]
            giai_doan: [{tu: 2026, den: 2027, ten: Khởi động, muc_tieu: [Xong hạ tầng.]}, {tu: 2028, den: 2030}]
            phan: [{ten: X, noi_dung: [{chen: thoi_gian}, "Chi tiết tại {phu_luc.hai}."]}]
            phu_luc: [{ten: Một, noi_dung: [x]}, {ten: Hai, ma: hai, noi_dung: [x]}]
            """
        let view = try outlined(plan).planView()
        #expect(view["can_cu"]?.texts == ["Căn cứ Luật A năm 2026"])
        #expect(
            lines(view) == [
                "I. X", "Thời gian thực hiện từ năm 2026 đến 2030, được chia làm 2 giai đoạn:",
                "- Giai đoạn 1 (khởi động): Từ năm 2026 đến năm 2027.", "+ Xong hạ tầng.",
                "- Giai đoạn 2: Từ năm 2028 đến năm 2030.", "Chi tiết tại Phụ lục II.",
            ])
    }

    @Test func `the signature's lines follow from data`() throws {
        let view = try outlined("phan: [{ten: A, noi_dung: [x]}]").planView()
        #expect(view["ky"]?["dong"]?.texts == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"])
        #expect(view["co_quan"]?["chu_quan"] == "")
        #expect(view["ky_hieu"] == "KH-UBND")
    }

    @Test func `a plan is opened by one sentence`() throws {
        let view = try outlined("thuc_hien: Chỉ thị số 1\nphan: [{ten: A, noi_dung: [x]}]").planView()
        #expect(
            view["mo_dau"]?.text
                == "Thực hiện Chỉ thị số 1, Ủy ban nhân dân tỉnh H xây dựng Kế hoạch triển khai thực hiện, cụ thể như sau:"
        )
    }

    @Test func `titles, names and the subject hold expressions too, and texts may take them in`() throws {
        let plan = """
            thoi_gian: 2026
            thuc_hien: "Chỉ thị năm {nam}"
            noi_dung: [{ten: "Việc của năm {nam}", ket_qua: "{so_nhiem_vu} báo cáo", thoi_han: "Tháng {2 + 1}"}]
            mo_dau: "Thực hiện {thuc_hien}:"
            phan: [{ten: X, noi_dung: [{chen: nhiem_vu}, "Xem {phu_luc_1}, {phu_luc_2}."]}]
            phu_luc: [{ten: Một, noi_dung: [x]}, {ten: Hai, noi_dung: [x]}]
            """
        let view = try outlined(plan).planView()
        #expect(view["mo_dau"] == "Thực hiện Chỉ thị năm 2026:")
        #expect(
            lines(view) == [
                "I. X", "1. Việc của năm 2026", "Sản phẩm: 1 báo cáo.", "Thời gian thực hiện: tháng 3.",
                "Xem Phụ lục I, Phụ lục II.",
            ])
    }

    @Test(arguments: [
        ("Tháng 3", [3]), ("tháng 3, 4 và 5", [3, 4, 5]), ("Tháng 3-5", [3, 4, 5]),
        ("từ tháng 9 đến tháng 11", [9, 10, 11]), ("Quý II", [6]), ("Quý 2, quý IV", [6, 12]),
        ("Quý II-IV", [6, 7, 8, 9, 10, 11, 12]), ("trước ngày 15/6", [6]), ("15/6/2026", [6]),
        ("15/6/2027", []), ("ngày 30 tháng 6 năm 2026", [6]), ("10/2026", [10]), ("Hằng quý", [3, 6, 9, 12]),
        ("6 tháng đầu năm", [6]), ("Tháng 9/2025 đến tháng 2/2026", [1, 2]), ("Thường xuyên", []),
    ]) func `a calendar finds the months in a time, however it is written`(time: String, months: [Int]) throws
    {
        let plan = """
            thoi_gian: 2026
            noi_dung: [{ten: Một, thoi_han: "\(time)"}, {ten: Hai, thoi_han: Tháng 1}]
            phan: [{ten: X, noi_dung: [{chen: lich_thang}]}]
            """
        let view = try outlined(plan).planView()
        let table = try #require(view["than_bai"]?.list.last { $0["bang"] != nil }?["bang"])
        var month = ""
        let found = (table["dong"]?.list ?? []).compactMap { row -> String? in
            let cells = row.list.map { $0["chu"]?.text ?? "" }
            if cells.count == 3 { month = cells[0] }
            return cells[cells.count - 2] == "Một" ? month : nil
        }
        #expect(found == (months.isEmpty ? [time] : months.map { "Tháng \($0)" }))
    }

    @Test func `a heading with a letter is kept with what stands under it`() throws {
        let plan = """
            danh_so: [a, "-"]
            phan: [{ten: Điểm, noi_dung: [x], phan: [{ten: Gạch, noi_dung: [{bang: {ten: Bảng, cot: [{ten: X}], dong: [[a]]}}]}]}]
            """
        let blocks = try outlined(plan).planView()["than_bai"]?.list ?? []
        #expect(
            blocks.compactMap { $0["kieu"]?.texts.first } == [
                "Điểm có tiêu đề", "Nội dung", "Gạch đầu dòng có tiêu đề", "Tên bảng", "Sau bảng",
            ])
    }
}
