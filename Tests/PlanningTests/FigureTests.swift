import Diagnostics
import FoundationEssentials
import Planning
import Testing
import Values

/// Figures of a small log, one indicator of each kind.
@Suite struct FigureTests {
    /// The cells of one indicator's row in the report of a period.
    private func cells(
        of name: String, in code: String, log: String, cutOff: CutOff? = nil,
        keys: [String] = ["ke_hoach", "thuc_hien", "luy_ke", "ty_le", "cung_ky", "so_cung_ky"]
    ) throws -> [String] {
        var files = starterWorkspace(changing: .indicators) { _ in
            """
            chi_tieu:
              - {ma: bai, ten: Bài, dvt: bài, loai: phat_sinh, ke_hoach: {2027: 40}}
              - {ma: trang, ten: Trang, dvt: trang, loai: cuoi_ky, ke_hoach: {2027: 8}}
              - {ma: tien, ten: Tiền, dvt: đồng, loai: tien, ke_hoach: {2027: 3000000}}
              - {ma: ty, ten: Tỷ lệ, dvt: "%", loai: ty_le, tu_so: bai, mau_so: trang, ke_hoach: {2027: 50}}
              - {ma: khong, ten: Không, dvt: lần, loai: phat_sinh, ke_hoach: {2027: 0}}
            """
        }
        let header = "ngay;don_vi;noi_dung;kenh;chi_tieu;so_luong;ghi_chu\n"
        let words = "  - {ky: \(code), phuong_huong: [Tiếp tục thực hiện.]}\n"
        files = files.map { file in
            switch file.kind {
            case .log: (file.kind, file.name, header + log)
            case .programme:
                (
                    file.kind, file.name,
                    file.text.replacing(
                        "    - ma: cong\n", with: "    - {ma: mang, ten: Trang mạng xã hội}\n    - ma: cong\n"
                    )
                )
            case .report: (file.kind, file.name, file.text + words)
            default: file
            }
        }
        let period = try #require(ReportingPeriod(code))
        let view = try reading(files).value.reportView(of: period, cutOff: cutOff)
        let row = try #require(view["chi_tieu"]?.list.first { $0["ten"]?.text == name })
        return keys.map { row[$0]?.text ?? "" }
    }

    @Test(arguments: [
        // Of two units one reports after New Year: the other's figure goes on, and it is said.
        (
            "26-VP-cong-2 26-TTTT-cong-5 27-VP-cong-3", "8",
            "Có số liệu ngày 10 tháng 01 năm 2026 của Trung tâm Thông tin khoa học công nghệ"
        ), ("26-VP-cong-2 26-TTTT-cong-5 27-VP-cong-3 27-TTTT-cong-1", "4", ""),
        ("26-VP-cong-2 26-TTTT-cong-5", "7", "Số liệu ngày 10 tháng 01 năm 2026"),
        // So does a channel's; a figure of the whole unit stands for its channels.
        (
            "26-VP-cong-2 26-VP-mang-3 27-VP-cong-4", "7",
            "Có số liệu ngày 10 tháng 01 năm 2026 của Văn phòng Sở"
        ), ("26-VP-cong-2 26-VP-mang-3 27-VP--6", "6", ""), ("26-VP--6 27-VP-cong-4", "4", ""),
        // A dash says that nothing changed; zero that nothing is left.
        ("26-VP-cong-2 27-VP-cong-/", "2", ""), ("27-VP-cong-3 27-VP-cong-/", "3", ""),
        ("27-VP-cong-/ 27-VP-cong-3", "3", ""), ("27-VP-cong-/", "-", ""),
        ("27-VP-cong-3 27-VP-cong-0", "0", ""), ("26-VP-cong-2 27-VP-cong-0", "0", ""),
        ("26-VP-cong-2 26-TTTT-cong-5 27-VP-cong-/", "7", nil),
    ]) func `a stock goes on over New Year until its unit says otherwise`(
        rows: String, figure: String, note: String?
    ) throws {
        var day = 10
        let log = rows.split(separator: " ").map { row in
            let parts = row.split(separator: "-", omittingEmptySubsequences: false)
            day += parts[0] == "27" ? 1 : 0
            let number = parts[3] == "/" ? "-" : parts[3]
            return
                "\(parts[0] == "27" ? day : 10)/1/20\(parts[0]);\(parts[1]);;\(parts[2]);trang;\(number);\n"
        }
        let cells = try cells(
            of: "Trang", in: "2027-Q1", log: log.joined(), keys: ["thuc_hien", "luy_ke", "ghi_chu"])
        #expect(Array(cells.prefix(2)) == [figure, figure])
        if let note { #expect(cells[2] == note) }
    }

    @Test func `a dash of the same day leaves a stock as it was`() throws {
        let log = "10/1/2027;VP;;cong;trang;3;\n10/1/2027;VP;;cong;trang;-;không đổi\n"
        #expect(try cells(of: "Trang", in: "2027-Q1", log: log, keys: ["luy_ke"]) == ["3"])
    }

    @Test(arguments: [
        // The weeks of a year add up, from its first Monday to its last Sunday, in another calendar year each.
        ("2026-W01", ["1", "1", ""]), ("2026-W02", ["10", "11", ""]), ("2026-W53", ["12", "23", ""]),
        ("2027-W01", ["2", "2", "1"]), ("2027-W52", ["", "2", ""]), ("2028-W01", ["", "", "2"]),
    ]) func `weeks have a year of their own`(code: String, expected: [String]) throws {
        let log = """
            29/12/2025;VP;;;bai;1;
            5/1/2026;VP;;;bai;10;
            28/12/2026;VP;;;bai;5;
            3/1/2027;VP;;;bai;7;
            4/1/2027;VP;;;bai;2;
            """
        for cutOff in [CutOff.calendar, .closingDay(14)] {
            #expect(
                try cells(
                    of: "Bài", in: code, log: log, cutOff: cutOff, keys: ["thuc_hien", "luy_ke", "cung_ky"])
                    == expected)
        }
    }

    private static let log = """
        20/1/2026;VP;;;bai;10;
        20/4/2026;VP;;;bai;8;
        14/12/2026;VP;;;bai;5;
        15/12/2026;VP;;;bai;6;ngày đầu của năm báo cáo 2027
        14/3/2027;VP;;;bai;7;ngày cuối của quý I
        15/3/2027;VP;;;bai;9;ngày đầu của quý II
        14/6/2027;TTTT;;;bai;1;
        15/6/2027;VP;;;bai;100;
        20/1/2026;VP;;cong;trang;2;
        10/1/2027;VP;;cong;trang;3;
        10/1/2027;TTTT;;cong;trang;1;
        20/5/2027;VP;;cong;trang;4;
        10/2/2027;VP;;;tien;1.234.567;
        10/4/2027;VP;;;tien;765433;
        1/2/2026;VP;;;khong;0;
        1/2/2027;VP;;;khong;0;
        1/5/2027;VP;;;khong;-;
        """

    @Test(arguments: [
        // A flow is summed, and its period ends on the 14th.
        ("Bài", "2027-Q1", ["40", "13", "13", "32,5%", "10", "130,0%"]),
        ("Bài", "2027-Q2", ["40", "10", "23", "57,5%", "8", "125,0%"]),
        ("Bài", "2027-04", ["40", "9", "22", "55,0%", "", "-"]),
        ("Bài", "2026", ["", "23", "23", "-", "", "-"]),
        // A stock is the last value of each series, added over units and channels, not over time.
        ("Trang", "2027-Q1", ["8", "4", "4", "50,0%", "2", "200,0%"]),
        ("Trang", "2027-Q2", ["8", "5", "5", "62,5%", "2", "250,0%"]),
        ("Trang", "2027-01", ["8", "4", "4", "50,0%", "", "-"]),
        // Money is summed in whole đồng.
        ("Tiền", "2027-Q2", ["3.000.000", "765.433", "2.000.000", "66,7%", "", "-"]),
        // A ratio is computed from its parts, never summed: 10/5 of the quarter, 23/5 of the year so far; it is held against the plan in points.
        ("Tỷ lệ", "2027-Q2", ["50,0", "200,0", "460,0", "410,0 điểm %", "400,0", "-"]),
        ("Tỷ lệ", "2026-12", ["", "250,0", "1.150,0", "-", "", "-"]),
        // Zero is a figure, “-” is nothing to count, and nothing is nothing; no percentage has a zero under it.
        ("Không", "2027-Q1", ["0", "0", "0", "-", "0", "-"]),
        ("Không", "2027-Q2", ["0", "-", "0", "-", "", "-"]),
        ("Không", "2027-Q3", ["0", "", "0", "-", "", "-"]),
    ]) func `each kind of indicator is put together in its own way`(
        name: String, period: String, expected: [String]
    ) throws { #expect(try cells(of: name, in: period, log: FigureTests.log) == expected) }

    @Test(arguments: [
        // What two channels have at the end is there twice over; of one channel the last value counts, and each unit has its own.
        ("Trang", "2027-Q1", "13"), ("Trang", "2027-02", "13"), ("Trang", "2027-01", "8"),
        ("Trang", "2027-Q2", "12"), ("Bài", "2027-Q1", "14"),
    ]) func `a stock that two channels report is what both have`(
        name: String, period: String, expected: String
    ) throws {
        let log = """
            10/1/2027;VP;;cong;trang;3;
            11/1/2027;VP;;mang;trang;5;
            1/2/2027;VP;;mang;trang;6;
            5/2/2027;TTTT;;mang;trang;4;
            20/4/2027;VP;;cong;trang;2;
            20/4/2027;VP;;mang;trang;6;
            10/1/2027;VP;;cong;bai;10;
            11/1/2027;VP;;mang;bai;4;
            """
        #expect(try cells(of: name, in: period, log: log)[1] == expected)
    }

    @Test func `calendar periods can be asked for`() throws {
        #expect(try cells(of: "Bài", in: "2027-Q2", log: FigureTests.log, cutOff: .calendar)[1] == "101")
        #expect(try cells(of: "Bài", in: "2026-12", log: FigureTests.log, cutOff: .calendar)[1] == "11")
    }

    @Test(arguments: ["2027-01", "2027-02", "2027-03", "2027-04", "2027-05", "2027-06", "2027-07"])
    func `the year so far is the year so far before, and the period`(code: String) throws {
        let period = try #require(ReportingPeriod(code))
        func number(_ text: String) -> Int { Int(text.replacing(".", with: "")) ?? 0 }
        let now = try cells(of: "Bài", in: code, log: FigureTests.log)
        guard case .month(let month) = period.part, month > 1 else {
            #expect(now[1] == now[2])
            return
        }
        let before = try cells(of: "Bài", in: "2027-0\(month - 1)", log: FigureTests.log)
        #expect(number(now[2]) == number(before[2]) + number(now[1]))
    }
}
