import Diagnostics
import FoundationEssentials
import Planning
import Testing
import Values

/// Facts that stand in two files and must agree.
@Suite struct AgreementTests {
    /// What is said of the starter workspace after these changes, file by file.
    private func codes(_ changes: [(kind: DataKind, old: String, new: String)]) throws -> [String] {
        var files = starterWorkspace(changing: .agency) { $0 }
        for change in changes {
            files = files.map { file in
                guard file.kind == change.kind else { return file }
                #expect(file.text.contains(change.old))
                return (
                    file.kind, file.name,
                    file.text.replacing(change.old, with: change.new, maxReplacements: 1)
                )
            }
        }
        do { return try reading(files).warnings.map(\.code) } catch let failure as Failure {
            return failure.diagnostics.map(\.code)
        }
    }

    @Test func `an estimate that serves no task is told, and the table adds up`() throws {
        let changes: [(kind: DataKind, old: String, new: String)] = [
            (.programme, "kinh_phi: {2026: 12000000}     # bỏ dòng này thì lấy từ dự toán", ""),
            (.estimate, "    noi_dung: tap-huan\n", ""),
        ]
        #expect(try codes(changes) == ["planning.estimate-without-work-items"])
    }

    @Test func `a task said to need no money that gets some is told`() throws {
        #expect(
            try codes([
                (.estimate, "noi_dung: tap-huan", "noi_dung: tin-bai"),
                (.programme, "kinh_phi: {2026: 12000000}", "ket_qua_khac: x"),
            ]).contains("planning.money-for-free-work-item"))
    }

    @Test(arguments: [
        (12_000_000, [String]()), (11_999_999, ["planning.target-contradicts-estimate"]),
        (12_000_001, ["planning.target-contradicts-estimate"]),
    ]) func `a target of money is the estimate's`(target: Int, expected: [String]) throws {
        let indicator = """
            chi_tieu:
              - {ma: gn, ten: Giải ngân, dvt: đồng, loai: tien, noi_dung: tap-huan, ke_hoach: {2026: \(target)}}

            """
        #expect(try codes([(.indicators, "chi_tieu:\n", indicator)]) == expected)
    }

    @Test(arguments: [("2026-01-04", true), ("2026-01-05", false), ("2026-01-06", false)])
    func `a submission is not earlier than the plan it carries out`(day: String, isTold: Bool) throws {
        let found = try codes([
            (.programme, "so:\nngay:\nnam_ban_hanh: 2026", "so: 1\nngay: 2026-01-05\nnam_ban_hanh: 2026"),
            (.estimate, "  so:\n  ngay:\n", "  so: 2\n  ngay: \(day)\n"),
        ])
        #expect(found == (isTold ? ["planning.earlier-than-plan"] : []))
    }

    @Test(arguments: [
        // A plan without a day is of the year it is to be issued in; of its month, where that is said.
        ("", "2025-12-31", true), ("", "2026-01-01", false), ("thang_ban_hanh: 3\n", "2026-02-28", true),
        ("thang_ban_hanh: 3\n", "2026-03-01", false),
    ]) func `a submission is not earlier than the year of a plan without a day`(
        month: String, day: String, isTold: Bool
    ) throws {
        let found = try codes([
            (.programme, "nam_ban_hanh: 2026", "\(month)nam_ban_hanh: 2026"),
            (.estimate, "  so:\n  ngay:\n", "  so: 2\n  ngay: \(day)\n"),
        ])
        #expect(found == (isTold ? ["planning.earlier-than-plan"] : []))
    }

    @Test(arguments: [
        ("2026-01-01", true), ("2026-12-31", true), ("2027-01-01", false), ("2028-05-01", false),
    ]) func `a submission is not more than a year before its estimate`(day: String, isTold: Bool) throws {
        let found = try codes([
            (.programme, "kinh_phi: {2026: 12000000}", "ket_qua_khac: x"),
            (.estimate, "nam: 2026", "nam: 2028"),
            (.estimate, "  so:\n  ngay:\n", "  so: 2\n  ngay: \(day)\n"),
        ])
        #expect(found.contains("planning.submitted-long-before") == isTold, "\(found)")
    }

    @Test(arguments: [
        ("2026-01-04", ""), ("2026-01-05", ""), ("2026-01-06", "planning.submitted-after-plan"),
        ("2025-01-01", ""), ("2024-12-31", "planning.submitted-long-before"),
    ]) func `the submission of a plan goes before it, and not by years`(day: String, expected: String) throws
    {
        let submission =
            "trinh: {so: 2, ngay: \(day), kinh_gui: [UBND tỉnh], su_can_thiet: [Cần.], kien_nghi: [Xem xét.], noi_nhan: [Như trên], luu: VT, ky: gd}\n"
        let found = try codes([
            (
                .programme, "so:\nngay:\nnam_ban_hanh: 2026",
                submission + "so: 1\nngay: 2026-01-05\nnam_ban_hanh: 2026"
            )
        ])
        #expect(found == (expected.isEmpty ? [] : [expected]))
    }

    @Test(arguments: [
        // An item for no task, a discount for none, and money for no task at all.
        ("thanh_tien: 3000000", [nil, 12_000_000, 3_000_000], 15_000_000),
        ("thanh_tien: -2000000", [nil, 12_000_000, -2_000_000], 10_000_000),
        ("", [nil, 12_000_000], 12_000_000), ("khong", [nil, nil, 12_000_000], 12_000_000),
    ]) func `the table of tasks comes to the estimate's total`(item: String, rows: [Int?], total: Int) throws
    {
        let other = item.hasPrefix("thanh") ? "  - {noi_dung_chi: Khác, nguon: NST, \(item)}\n" : ""
        let files = starterWorkspace(changing: .estimate) {
            $0.replacing("to_trinh:", with: other + "to_trinh:").replacing(
                item == "khong" ? "    noi_dung: tap-huan\n" : "?", with: "")
        }.map { file in (file.kind, file.name, file.text.replacing("kinh_phi: {2026: 12000000}", with: "")) }
        let view = try reading(files).value.annualPlanView(of: 2026)
        let shown = view["tien_do"]?.list.map { $0["kinh_phi"]?.number } ?? []
        #expect(shown == rows.map { $0.map { Decimal($0) } })
        #expect(view["tong_kinh_phi"]?.number == Decimal(total))
        if rows.count == 3 {
            #expect(view["tien_do"]?.list.last?["noi_dung"] == "Các khoản khác trong dự toán")
        }
    }

    @Test func `what the estimate gives a part of a task adds to what it gives the task`() throws {
        let files = starterWorkspace(changing: .programme) {
            $0.replacing(
                "kinh_phi: {2026: 12000000}     # bỏ dòng này thì lấy từ dự toán",
                with: "kinh_phi: {2026: 15000000}\n    viec: [{ma: lop, ten: Mở lớp, chu_tri: VP}]")
        }.map { file in
            (
                file.kind, file.name,
                file.text.replacing(
                    "to_trinh:",
                    with: "  - {noi_dung_chi: Lớp, nguon: NST, thanh_tien: 3000000, noi_dung: lop}\nto_trinh:"
                )
            )
        }
        let view = try reading(files).value.annualPlanView(of: 2026)
        #expect(view["tien_do"]?.list.map { $0["kinh_phi"]?.number } == [nil, 15_000_000])
        #expect(view["tong_kinh_phi"] == 15_000_000)
    }

    @Test(arguments: [("2026-03-13", true), ("2026-03-14", false), ("2026-03-15", false)])
    func `a report is not dated before its last day`(day: String, isTold: Bool) throws {
        let found = try codes([
            (.report, "ky: 2026-Q1\n    so:\n    ngay:\n", "ky: 2026-Q1\n    so: 3\n    ngay: \(day)\n")
        ])
        #expect(found == (isTold ? ["planning.report-before-its-end"] : []))
    }

    @Test(arguments: [
        ("trước ngày 31/6", true), ("trước ngày 30/6", false), ("29/2/2026", true), ("1/12", false),
    ]) func `a milestone is on a day that there is`(milestone: String, isTold: Bool) throws {
        let found = try codes([
            (
                .programme, "ket_qua: Lớp tập huấn, tài liệu\n",
                "ket_qua: Lớp tập huấn\n    tien_do: {2026: \(milestone)}\n"
            )
        ])
        #expect(found == (isTold ? ["planning.impossible-day"] : []))
    }

    @Test(arguments: [
        ("trước ngày 31/6", true), ("31 tháng 9", true), ("ngày 30 tháng 9 năm 2026", false),
        ("Quý II", false),
    ]) func `a time is on a day that there is`(time: String, isTold: Bool) throws {
        let found = try codes([
            (
                .programme, "ket_qua: Lớp tập huấn, tài liệu\n",
                "ket_qua: Lớp tập huấn\n    thoi_han: \(time)\n"
            )
        ])
        #expect(found == (isTold ? ["planning.impossible-day"] : []))
    }

    @Test(arguments: [("2026-01-04", true), ("2026-01-05", false)])
    func `what carries out a plan is not dated before it`(day: String, isTold: Bool) throws {
        let issued = "so: 1\nngay: 2026-01-05\nnam_ban_hanh: 2026"
        let others =
            "giao_viec: {so: 2, ngay: \(day)}\nsua_doi: {so: 3, ngay: \(day)}\nke_hoach_nam: {2026: {so: 4, ngay: \(day)}}\n"
        let found = try codes([(.programme, "so:\nngay:\nnam_ban_hanh: 2026", others + issued)])
        #expect(found == [String](repeating: "planning.earlier-than-plan", count: isTold ? 3 : 0))
    }

    @Test(arguments: [(999, false), (1000, false), (1001, true), (1500, true)])
    func `a log that is given up says so`(rows: Int, isTold: Bool) throws {
        let row = "2026-01-20,KHONG,tin-bai,so-tin-bai,x\n"
        let log = "ngay,don_vi,noi_dung,chi_tieu,so_luong\n" + String(repeating: row, count: rows)
        let files = starterWorkspace(changing: .log) { _ in log }
        let failure = #expect(throws: Failure.self) { _ = try reading(files) }
        let told = failure?.diagnostics.filter { $0.code == "planning.reading-stopped" } ?? []
        #expect(told.count == (isTold ? 1 : 0))
        #expect((failure?.diagnostics.count ?? 0) < 100)
    }

    @Test(arguments: [
        // However many headings and rows there are: one finding with all of them, and with what is missing.
        ("a,b,c,d,e", ["a", "b", "c", "d", "e"], ["ngay", "don_vi", "chi_tieu", "so_luong"]),
        ("Ngày,Đơn vị,Chỉ tiêu,SL,Ai làm", ["Ai làm"], []),
        ("Ngày,Bộ phận,Chỉ tiêu,SL,Ai", ["Bộ phận", "Ai"], ["don_vi"]),
    ]) func `headings of a log that nobody knows are told once`(
        header: String, unknown: [String], missing: [String]
    ) throws {
        let rows = String(repeating: "2026-01-20,TTTT,so-tin-bai,9,x\n", count: 9)
        let files = starterWorkspace(changing: .log) { _ in header + "\n" + rows }
        let failure = #expect(throws: Failure.self) { _ = try reading(files) }
        let errors = failure?.diagnostics.filter { $0.severity == .error } ?? []
        #expect(errors.map(\.code) == ["planning.unknown-columns"])
        let message = errors.first?.message.vietnamese ?? ""
        #expect(
            message.hasPrefix(
                "nhật ký có cột không hiểu: \(unknown.map { "“\($0)”" }.joined(separator: ", "))"))
        #expect(
            message.hasSuffix(
                missing.isEmpty ? "”" : "thiếu cột \(missing.map { "“\($0)”" }.joined(separator: ", "))"))
    }

    @Test(arguments: [
        ("9", 0, ""), ("2,0", 0, ""), ("\"1,5\"", 0, "planning.more-decimals-than-printed"),
        ("\"1,5\"", 1, ""), ("\"1,55\"", 1, "planning.more-decimals-than-printed"),
        ("1tr5", 0, "text.number-short-scale"), ("1.500.000", 0, ""), ("\"1,5 triệu\"", 0, ""),
    ]) func `a figure that is printed otherwise than it is written is told`(
        figure: String, decimals: Int, expected: String
    ) throws {
        let files = starterWorkspace(changing: .log) { _ in
            "ngay,don_vi,noi_dung,chi_tieu,so_luong\n2026-01-20,TTTT,tin-bai,so-tin-bai,\(figure.replacing("2,0", with: "\"2,0\""))\n"
        }.map { file in
            (
                file.kind, file.name,
                file.text.replacing("ma: so-tin-bai\n", with: "ma: so-tin-bai\n    so_le: \(decimals)\n")
            )
        }
        #expect(try reading(files).warnings.map(\.code) == (expected.isEmpty ? [] : [expected]))
    }

    @Test func `a log without a column of figures is told`() throws {
        let log = "ngay,don_vi,noi_dung,chi_tieu\n2026-01-20,TTTT,tin-bai,so-tin-bai\n"
        let files = starterWorkspace(changing: .log) { _ in log }
        let failure = #expect(throws: Failure.self) { _ = try reading(files) }
        #expect(failure?.diagnostics.map(\.code) == ["planning.missing-column"])
    }

    @Test func `headings of the log may be written as people write them`() throws {
        let log = "Ngày,Đơn vị,Nội dung,Chỉ tiêu,Số lượng\n2026-01-20,TTTT,tin-bai,so-tin-bai,9\n"
        let read = try reading(starterWorkspace(changing: .log) { _ in log })
        #expect(read.warnings.isEmpty && read.value.log.rowCount == 1)
    }

    @Test func `a report without a log is told`() throws {
        let read = try reading(starterWorkspace(changing: .log) { $0.split(separator: "\n")[0] + "\n" })
        let failure = #expect(throws: Failure.self) {
            _ = try read.value.reportView(of: ReportingPeriod(year: 2026, part: .quarter(1)))
        }
        #expect(failure?.diagnostics.map(\.code) == ["planning.no-log"])
    }

    @Test func `a report without its texts is told`() throws {
        let read = try reading(starterWorkspace(changing: .agency) { $0 })
        let failure = #expect(throws: Failure.self) {
            _ = try read.value.reportView(of: ReportingPeriod(year: 2026, part: .quarter(2)))
        }
        #expect(failure?.diagnostics.map(\.code) == ["outline.missing-part"])
        // The place and the mend are in a file of the user's.
        #expect(failure?.diagnostics.first?.location == .file("bao-cao.yaml"))
        #expect(failure?.diagnostics.first?.fix?.vietnamese.contains("ky: 2026-Q2") == true)
    }

    /// The cell of money of each task in the annual plan of a year: a figure, that none is needed, or nothing.
    private func moneyCells(_ year: Int, _ changes: [(kind: DataKind, old: String, new: String)]) throws -> (
        [String], [String]
    ) {
        var files = starterWorkspace(changing: .agency) { $0 }
        for change in changes {
            files = files.map {
                $0.kind == change.kind
                    ? ($0.kind, $0.name, $0.text.replacing(change.old, with: change.new, maxReplacements: 1))
                    : $0
            }
        }
        let workspace = try reading(files).value
        let rows = try workspace.annualPlanView(of: year)["tien_do"]?.list ?? []
        let cells = rows.map { row in
            row["khong_su_dung_kinh_phi"] == true ? "không" : row["kinh_phi"] == .null ? "" : "tiền"
        }
        return (cells, workspace.costsUnknown(in: year).map(\.code))
    }

    @Test func `a task needs no money where it says so, or where an estimate leaves it out`() throws {
        let quiet: (kind: DataKind, old: String, new: String) = (
            .programme, "    khong_su_dung_kinh_phi: true   # không có mục chi nào trong dự toán\n", ""
        )
        #expect(try moneyCells(2026, []) == (["không", "tiền"], []))
        // The estimate names the other task alone.
        #expect(try moneyCells(2026, [quiet]) == (["không", "tiền"], []))
        // Of the next year there is no estimate.
        #expect(try moneyCells(2027, []) == (["không", ""], ["planning.costs-unknown"]))
        #expect(try moneyCells(2027, [quiet]) == (["", ""], ["planning.costs-unknown"]))
    }

    @Test(arguments: [(19, 19, false), (20, 20, false), (21, 21, true)])
    func `at most twenty of a kind are told, then how many more there are`(rows: Int, told: Int, isCut: Bool)
        throws
    {
        let log =
            "ngay,don_vi,chi_tieu,so_luong\n"
            + (0..<rows).map { "2026-01-\(10 + $0 % 20),KHAC,so-tin-bai,\($0)\n" }.joined()
        let failure = #expect(throws: Failure.self) {
            _ = try reading(starterWorkspace(changing: .log) { _ in log })
        }
        let found = failure?.diagnostics.filter { $0.code == "data.unknown-reference" } ?? []
        #expect(found.count == told)
        #expect(found.last?.message.vietnamese.hasPrefix("còn 1 chỗ nữa") == isCut)
    }
}
