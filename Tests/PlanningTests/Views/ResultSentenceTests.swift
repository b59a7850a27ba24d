import Diagnostics
import Planning
import Testing
import Values

/// The sentences of results, at, below and above each threshold.
@Suite struct ResultSentenceTests {
    /// The first sentence of the report, with figures of both years.
    private func sentence(
        _ before: String, _ now: String, target: String = "null", kind: String = "phat_sinh",
        code: String = "2027-Q1", pattern: String = "đã xử lý {so} vụ"
    ) throws -> String {
        var files = starterWorkspace(changing: .indicators) { _ in
            """
            chi_tieu:
              - {ma: vu, ten: Vụ, dvt: vụ, loai: \(kind), noi_dung: tin-bai, cau: "\(pattern)", ke_hoach: {2027: \(target)}}

            """
        }
        let log = "ngay;don_vi;noi_dung;kenh;chi_tieu;so_luong;ghi_chu\n"
        let rows = [("10/1/2026", before), ("10/1/2027", now)].filter { !$0.1.isEmpty }.map {
            "\($0.0);VP;;;vu;\($0.1);\n"
        }
        files = files.map { file in
            switch file.kind {
            case .log: (file.kind, file.name, log + rows.joined())
            case .report: (file.kind, file.name, file.text + "  - {ky: \(code), phuong_huong: [Tiếp tục.]}\n")
            default: file
            }
        }
        let period = try #require(ReportingPeriod(code))
        let view = try reading(files).value.reportView(of: period)
        return view["ket_qua"]?.list.first?["doan"]?.texts.first ?? ""
    }

    @Test(arguments: [
        // A previous figure under ten: by difference alone.
        ("1", "3", "tăng 02 vụ so với cùng kỳ năm 2026"), ("9", "12", "tăng 03 vụ so với cùng kỳ năm 2026"),
        // From ten: by difference and percent.
        ("10", "12", "tăng 02 vụ (20,0%) so với cùng kỳ năm 2026"),
        ("12", "9", "giảm 03 vụ (25,0%) so với cùng kỳ năm 2026"),
        // At twice by percent, above by how often.
        ("10", "20", "tăng 10 vụ (100,0%) so với cùng kỳ năm 2026"),
        ("10", "21", "gấp 2,1 lần cùng kỳ năm 2026"), ("5", "5", "bằng cùng kỳ năm 2026"),
    ]) func `the year before is told by the size of its figure`(before: String, now: String, expected: String)
        throws
    {
        let figure = now.count == 1 ? "0\(now)" : now
        #expect(try sentence(before, now) == "- Trong quý I năm 2027, đã xử lý \(figure) vụ (\(expected)).")
    }

    @Test(arguments: [
        ("99", "đạt 99,0% kế hoạch năm"), ("100", "đạt 100,0% kế hoạch năm"),
        ("115", "vượt 15,0% kế hoạch năm"), ("200", "vượt 100,0% kế hoạch năm"),
        ("201", "gấp 2,0 lần kế hoạch năm"),
    ]) func `over the plan is told as such`(now: String, expected: String) throws {
        #expect(
            try sentence("", now, target: "100")
                == "- Trong quý I năm 2027, đã xử lý \(now) vụ (\(expected)).")
    }

    @Test(arguments: [
        // A share that one decimal cannot show: below, at and above half of the last place.
        ("100000", "49", "đạt dưới 0,1% kế hoạch năm"), ("100000", "50", "đạt 0,1% kế hoạch năm"),
        ("100000", "51", "đạt 0,1% kế hoạch năm"), ("100000", "100049", "đạt 100,0% kế hoạch năm"),
        ("100000", "100050", "vượt 0,1% kế hoạch năm"),
    ]) func `no share is told that reads as nothing`(target: String, now: String, expected: String) throws {
        #expect(try sentence("", now, target: target).hasSuffix("(\(expected))."))
    }

    @Test(arguments: [
        ("phat_sinh", "đã tập huấn cho {so} người", "- Trong quý I năm 2027, chưa tập huấn cho người nào."),
        ("tien", "đã giải ngân {so} vụ", "- Trong quý I năm 2027, chưa giải ngân."),
        // What stands behind the unit keeps it from ending in “nào”.
        (
            "phat_sinh", "đã đăng {so} tin, bài trên Cổng thông tin của Sở",
            "- Trong quý I năm 2027, chưa đăng tin, bài trên Cổng thông tin của Sở."
        ),
        // A sentence of no deed has no “chưa” of its own.
        ("phat_sinh", "xảy ra {so} vụ", "- Vụ: chưa có."),
        ("cuoi_ky", "đang duy trì {so} trang", "- Vụ: chưa có."),
    ]) func `zero is told as offices write it`(kind: String, pattern: String, expected: String) throws {
        #expect(try sentence("", "0", kind: kind, pattern: pattern) == expected)
    }

    @Test func `zero is told as nothing yet`() throws {
        #expect(try sentence("", "0", target: "10") == "- Trong quý I năm 2027, chưa xử lý vụ nào.")
    }

    @Test func `an annual report compares with the year`() throws {
        #expect(
            try sentence("10", "12", code: "2027")
                == "- Trong năm 2027, đã xử lý 12 vụ (tăng 02 vụ (20,0%) so với năm 2026).")
    }

    @Test func `a stock not reported since New Year is carried over, and it is said`() throws {
        #expect(
            try sentence("4", "", kind: "cuoi_ky", pattern: "có {so} vụ")
                == "- Đến ngày 14 tháng 3 năm 2027, có 04 vụ (số liệu báo cáo gần nhất, ngày 10 tháng 01 năm 2026)."
        )
    }
}
