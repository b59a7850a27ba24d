import Diagnostics
import FoundationEssentials
import Planning
import Testing
import Values

/// An estimate of two items, the second of two sources, and a book of payments.
private func files(book: String, keys: String = "") -> [(kind: DataKind, name: String, text: String)] {
    let letter = starter(.estimate).text.split(separator: "to_trinh:").dropFirst().joined()
    let estimate = """
        nam: 2026
        nguon: [{ma: NST, ten: Ngân sách tỉnh}, {ma: XHH, ten: Xã hội hóa}]
        muc:
          - {ma: bai, noi_dung_chi: "Viết tin, bài", dvt: bài, so_luong: 100, don_gia: 150000, nguon: NST, don_vi: VP, can_cu: Quy chế chi tiêu nội bộ, noi_dung: tap-huan}
          - {noi_dung_chi: Thuê xe, dvt: xe, so_luong: 2, he_so: [3 ngày], don_gia: 1000000, nguon: [{nguon: NST, so_tien: 4000000}, {nguon: XHH, so_tien: 2000000}], noi_dung: tap-huan}
          - {noi_dung_chi: Dự phòng, ty_le: 10, nguon: NST, noi_dung: tap-huan}
        \(keys)
        to_trinh:\(letter)
        """
    return starterWorkspace(changing: .estimate) { _ in estimate }.map { file in
        switch file.kind {
        case .payments: (file.kind, "giai-ngan.csv", "ngay;muc;nguon;so_tien;chung_tu\n\(book)\n")
        case .programme: (file.kind, file.name, file.text.replacing("kinh_phi: {2026: 12000000}", with: ""))
        default: file
        }
    }
}

private let book =
    "10/2/2026;bai;;5.000.000;01\n31/3/2026;Thuê xe;XHH;1,5tr;02\n1/4/2026;thuê xe;Ngân sách tỉnh;2000000;03"

private func told(_ files: [(kind: DataKind, name: String, text: String)]) throws -> [String] {
    do { return try reading(files).warnings.map(\.code) } catch let failure as Failure {
        return failure.diagnostics.map(\.code)
    }
}

private func row(_ table: FormTable, _ title: String) -> [String] {
    table.rows.first { $0.cells[1].text == title }?.cells.dropFirst(2).map(\.text) ?? []
}

@Suite struct PaymentTests {
    @Test func `what was paid is told up to a day, by item and by source`() throws {
        let workspace = try reading(files(book: book)).value
        // The last day of March counts, the first of April does not.
        let quarter = try workspace.formTable("giai-ngan", year: 2026, upTo: ReportingPeriod("2026-Q1")).value
        #expect(
            row(quarter, "Viết tin, bài").prefix(4) == ["15.000.000", "5.000.000", "10.000.000", "33,3%"])
        #expect(row(quarter, "Thuê xe").prefix(4) == ["6.000.000", "1.500.000", "4.500.000", "25,0%"])
        let year = try workspace.formTable("giai-ngan", year: 2026).value
        #expect(row(year, "Thuê xe").prefix(4) == ["6.000.000", "3.500.000", "2.500.000", "58,3%"])
        #expect(row(year, "Tổng cộng").prefix(2) == ["23.100.000", "8.500.000"])
    }

    @Test(arguments: [
        ("10/2/2025;bai;;1;", "planning.payment-without-estimate"),
        ("10/2/2026;bao;;1;", "planning.unknown-paid-item"),
        ("10/2/2026;Thuê xe;;1;", "planning.payment-without-source"),
        ("10/2/2026;bai;XHH;1;", "planning.foreign-source"),
        // One đồng too much is too much.
        ("10/2/2026;bai;;15000001;", "planning.spent-over"),
    ]) func `a payment that fits no item is told`(line: String, code: String) throws {
        #expect(try told(files(book: line)).contains(code))
    }

    /// What the source pays of an item is its limit, with what decisions added to it.
    @Test(arguments: [
        (["10/2/2026;Thuê xe;XHH;1999999;"], "", 0), (["10/2/2026;Thuê xe;XHH;2000000;"], "", 0),
        (["10/2/2026;Thuê xe;XHH;2000001;"], "", 1),
        (["10/2/2026;Thuê xe;XHH;1500000;", "11/2/2026;Thuê xe;XHH;500001;"], "", 1),
        // Two sources that pay too much are two; with them the row is told once.
        (["10/2/2026;Thuê xe;XHH;2000001;", "11/2/2026;Thuê xe;NST;4000001;"], "", 2),
        // What was given back is not paid.
        (["10/2/2026;Thuê xe;XHH;2000001;", "11/2/2026;Thuê xe;XHH;-1;"], "", 0),
        (["10/2/2026;Thuê xe;XHH;2000001;"], "{ma: xe, nguon: XHH, so_tien: 1}", 0),
        (["10/2/2026;Thuê xe;XHH;2000001;"], "{ma: xe, nguon: NST, so_tien: 1}", 1),
        (
            ["10/2/2026;Thuê xe;XHH;2000003;"],
            "{ma: xe, nguon: XHH, so_tien: 1}, {ma: xe, nguon: XHH, so_tien: 1}", 1
        ),
    ]) func `a source that pays more of a row than its share is told`(
        lines: [String], changes: String, count: Int
    ) throws {
        let keys = changes.isEmpty ? "" : "dieu_chinh: [{quyet_dinh: Quyết định số 1, dong: [\(changes)]}]"
        let files = files(book: lines.joined(separator: "\n"), keys: keys).map { file in
            (
                file.kind, file.name,
                file.text.replacing("{noi_dung_chi: Thuê xe", with: "{ma: xe, noi_dung_chi: Thuê xe")
            )
        }
        #expect(try told(files).count { $0 == "planning.spent-over" } == count)
    }

    @Test(arguments: [
        ("{ma: xe, so_tien: 1}", true), ("{ma: xe, nguon: XHH, so_tien: 1}", false),
        ("{ma: bai, so_tien: 1}", false),
    ]) func `a change of a row with several sources names one`(change: String, isTold: Bool) throws {
        let keys = "dieu_chinh: [{quyet_dinh: Quyết định số 1, dong: [\(change)]}]"
        let files = files(book: "", keys: keys).map { file in
            (
                file.kind, file.name,
                file.text.replacing("{noi_dung_chi: Thuê xe", with: "{ma: xe, noi_dung_chi: Thuê xe")
            )
        }
        #expect(try told(files).contains("planning.change-without-source") == isTold)
    }

    /// A change counts from its day on.
    @Test(arguments: [
        (["11/6/2026;Thuê xe;XHH;2500000;"], 1), (["12/6/2026;Thuê xe;XHH;2500000;"], 0),
        (["11/6/2026;Thuê xe;XHH;2000000;", "12/6/2026;Thuê xe;XHH;1000000;"], 0),
        // Given back before the change.
        (["10/6/2026;Thuê xe;XHH;2500000;", "11/6/2026;Thuê xe;XHH;-500000;"], 0),
        // In the end more than with the change.
        (["10/6/2026;Thuê xe;XHH;2500000;", "1/7/2026;Thuê xe;XHH;500001;"], 1),
    ]) func `what was spent before a change is held against what was given by then`(
        lines: [String], count: Int
    ) throws {
        let files = changed(by: "Quyết định số 1 ngày 12/6/2026", book: lines.joined(separator: "\n"))
        #expect(try told(files).count { $0 == "planning.spent-over" } == count)
    }

    private func changed(by decision: String, book: String) -> [(kind: DataKind, name: String, text: String)]
    {
        let keys = "dieu_chinh: [{quyet_dinh: \(decision), dong: [{ma: xe, nguon: XHH, so_tien: 1000000}]}]"
        return files(book: book, keys: keys).map { file in
            (
                file.kind, file.name,
                file.text.replacing("{noi_dung_chi: Thuê xe", with: "{ma: xe, noi_dung_chi: Thuê xe")
            )
        }
    }

    @Test func `a period knows the changes decided by its end`() throws {
        let workspace = try reading(changed(by: "Quyết định số 1 ngày 30/6/2026", book: book)).value
        func given(_ period: String) throws -> String? {
            row(
                try workspace.formTable("giai-ngan", year: 2026, upTo: ReportingPeriod(period)).value,
                "Thuê xe"
            ).first
        }
        #expect(try given("2026-Q1") == "6.000.000")
        #expect(try given("2026-H1") == "7.000.000")
        func body(_ period: String) throws -> String {
            let view = try workspace.paymentView(of: try #require(ReportingPeriod(period)))
            return json(view["than_bai"] ?? .null)
        }
        #expect(try body("2026-Q1").contains("Xã hội hóa: 1.500.000 đồng/2.000.000 đồng, đạt 75,0%."))
        #expect(try body("2026-H1").contains("Xã hội hóa: 1.500.000 đồng/3.000.000 đồng, đạt 50,0%."))
        let early = #expect(throws: Failure.self) {
            _ = try workspace.formTable("dieu-chinh", year: 2026, upTo: ReportingPeriod("2026-Q1"))
        }
        #expect(
            early?.diagnostics.map(\.message.vietnamese) == [
                "dự toán năm 2026 không có lần điều chỉnh nào đến hết quý I năm 2026"
            ])
        #expect(
            try workspace.formTable("dieu-chinh", year: 2026, upTo: ReportingPeriod("2026-H1")).value.rows
                .count == 2)
    }

    @Test(arguments: [
        ("Quyết định số 1", true), ("Quyết định số 1 ngày 12/6/2026", false),
        ("Quyết định số 1 ngày 12 tháng 6 năm 2026 của Sở", false), ("Công văn số 2, Ngày 12/6/2026.", false),
        ("Quyết định số 1 ngày 12/6/2026, số 2 ngày 13/6/2026", true),
        ("Quyết định số 1 ngày 12/6/2026, số 2 ngày 12/6/2026", false), ("Quyết định ngày 31/6/2026", true),
    ]) func `a change whose day is not clear is told, and counts in every period`(
        decision: String, isTold: Bool
    ) throws {
        let files = changed(by: "\"\(decision)\"", book: book)
        #expect(try told(files).contains("planning.change-without-day") == isTold)
        guard isTold else { return }
        let table = try reading(files).value.formTable(
            "giai-ngan", year: 2026, upTo: ReportingPeriod("2026-Q1"))
        #expect(row(table.value, "Thuê xe").first == "7.000.000")
    }

    @Test func `what decisions added to a source is in its sum`() throws {
        let keys =
            "dieu_chinh: [{quyet_dinh: Quyết định số 1, dong: [{ma: xe, nguon: XHH, so_tien: 1000000}, {ma: bai, so_tien: -500000}]}]"
        let files = files(book: book, keys: keys).map { file in
            (
                file.kind, file.name,
                file.text.replacing("{noi_dung_chi: Thuê xe", with: "{ma: xe, noi_dung_chi: Thuê xe")
            )
        }
        let workspace = try reading(files).value
        let view = try workspace.paymentView(of: try #require(ReportingPeriod("2026-H1")))
        let body = json(view["than_bai"] ?? .null)
        #expect(body.contains("Ngân sách tỉnh: 7.000.000 đồng/20.600.000 đồng, đạt 34,0%;"))
        #expect(body.contains("Xã hội hóa: 1.500.000 đồng/3.000.000 đồng, đạt 50,0%."))
        #expect(body.contains("Dự toán được giao năm 2026: 23.600.000 đồng."))
    }

    @Test(arguments: ["10/2/2026;bai;;15000000;", "10/2/2026;bai;NST;1;"]) func `one that fits is not`(
        line: String
    ) throws {
        #expect(
            try told(files(book: line)).allSatisfy { !$0.hasPrefix("planning.spent") && !$0.contains("pay") })
    }

    @Test func `rows of one name are told apart by their codes`() throws {
        let doubled = files(book: "10/2/2026;Thuê xe;NST;1;").map { file in
            let second =
                "  - {noi_dung_chi: Thuê xe, thanh_tien: 5, nguon: NST, noi_dung: tap-huan}\n  - {noi_dung_chi: Dự phòng"
            return (file.kind, file.name, file.text.replacing("  - {noi_dung_chi: Dự phòng", with: second))
        }
        #expect(try told(doubled).contains("planning.several-paid-items"))
    }

    @Test func `the report on payments tells the sums of its day`() throws {
        let keys = "bao_cao_giai_ngan: [{ky: 2026-H1, kho_khan: [Thủ tục chậm]}]"
        let workspace = try reading(files(book: book, keys: keys)).value
        let view = try workspace.paymentView(of: try #require(ReportingPeriod("2026-H1")))
        let body = json(view["than_bai"] ?? .null)
        #expect(
            body.contains(
                "Dự toán được giao năm 2026: 23.100.000 đồng. Đến ngày 30 tháng 6 năm 2026, đã giải ngân 8.500.000 đồng, đạt 36,8% dự toán giao; còn lại 14.600.000 đồng."
            ))
        #expect(body.contains("Xã hội hóa: 1.500.000 đồng/2.000.000 đồng, đạt 75,0%."))
        #expect(body.contains("Thủ tục chậm"))
        let none = try reading(files(book: "")).value
        let failure = try #require(throws: Failure.self) {
            try none.paymentView(of: try #require(ReportingPeriod("2026-H1")))
        }
        #expect(failure.diagnostics.map(\.code) == ["planning.nothing-paid"])
    }

    @Test func `the explanation tells how each amount comes about`() throws {
        let view = try reading(files(book: "")).value.explanationView(of: 2026)
        let body = json(view["than_bai"] ?? .null)
        #expect(
            body.contains(
                "Viết tin, bài: 100 bài x 150.000 đồng = 15.000.000 đồng. Căn cứ: Quy chế chi tiêu nội bộ."))
        #expect(
            body.contains(
                "Thuê xe: 2 xe x 3 ngày x 1.000.000 đồng = 6.000.000 đồng (Ngân sách tỉnh: 4.000.000 đồng; Xã hội hóa: 2.000.000 đồng)."
            ))
        #expect(body.contains("Dự phòng: 10% của các khoản trên = 2.100.000 đồng."))
        #expect(view["ky_hieu"]?.text == "TM-SKHCN")
        #expect(body.contains("Hai mươi ba triệu một trăm nghìn đồng"))
    }

    @Test func `the decision gives each unit its sum`() throws {
        let keys =
            "giao_du_toan: {tham_quyen: Giám đốc Sở, can_cu: [Căn cứ Luật Ngân sách nhà nước], ket: Các đơn vị chịu trách nhiệm thi hành, noi_nhan: [Như Điều 3], luu: VT, ky: gd}"
        let view = try reading(files(book: "", keys: keys)).value.allocationView(of: 2026)
        let articles = view["dieu"]?.list ?? []
        #expect(articles.count == 2)
        #expect(
            articles[0]["noi_dung"]?.text.contains(
                "tổng số tiền: 23.100.000 đồng (Bằng chữ: Hai mươi ba triệu một trăm nghìn đồng)") == true)
        let body = json(view["than_bai"] ?? .null)
        #expect(body.contains("Văn phòng Sở") && body.contains("15.000.000") && body.contains("8.100.000"))
        let failure = try #require(throws: Failure.self) {
            try reading(files(book: "")).value.allocationView(of: 2026)
        }
        #expect(failure.diagnostics.map(\.code) == ["planning.no-words-of-document"])
    }
}
