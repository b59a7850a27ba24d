import Diagnostics
import FoundationEssentials
import Planning
import Testing
import Values

/// What units send: their rows become one estimate and one log.
@Suite struct SentFilesTests {
    private static let header = "Nội dung chi,ĐVT,Số lượng,Đơn giá,Nội dung kế hoạch\n"
    private static let logHeader = "ngay,noi_dung,chi_tieu,so_luong\n"

    private func read(_ sent: [(kind: DataKind, sender: String, text: String)], expecting: String = "") throws
        -> Reported<Workspace>
    {
        let files = starterWorkspace(changing: .estimate) { text in
            // The rows come from the units alone.
            let letter = text.split(separator: "to_trinh:").dropFirst().joined()
            return "nam: 2026\nnguon: [{ma: NST, ten: Ngân sách tỉnh}]\n\(expecting)to_trinh:\(letter)"
        }.map { ($0.kind, $0.name, $0.text.replacing("kinh_phi: {2026: 12000000}", with: "")) }
        var opened = try files.filter { !$0.2.isEmpty }.map { kind, name, text in
            let bytes = Array(text.utf8)
            if name.hasSuffix(".csv") { return WorkspaceFile(kind, table: TableFile(bytes, file: name)) }
            let node = try SourceNode(yaml: bytes, file: name)
            return WorkspaceFile(kind, name: name, content: node, year: kind == .estimate ? 2026 : nil)
        }
        for (kind, sender, text) in sent {
            let name = "\(kind.rawValue)/\(sender)"
            let lines = text.split(separator: "\n").map {
                $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            }
            let bytes = sender.hasSuffix(".xlsx") ? try workbook(lines) : Array(text.utf8)
            let year = kind == .estimate ? 2026 : nil
            var file =
                sender.hasSuffix(".yaml")
                ? WorkspaceFile(
                    kind, name: name, content: try SourceNode(yaml: bytes, file: name), year: year)
                : WorkspaceFile(kind, table: TableFile(bytes, file: name), year: year)
            file.sender = String(sender.prefix { $0 != "." })
            opened.append(file)
        }
        return try Workspace.reading(opened)
    }

    private func codes(_ sent: [(kind: DataKind, sender: String, text: String)]) -> [String] {
        do { return try read(sent).warnings.map(\.code) } catch let failure as Failure {
            return failure.diagnostics.map(\.code)
        } catch { return ["\(error)"] }
    }

    private static let office = (
        DataKind.estimate, "VP.csv",
        header + "Thuê xe,chuyến,2,1500000,tap-huan\nNước uống,người,30,20.000,tap-huan\n"
    )
    private static let centre = (
        DataKind.estimate, "TTTT.yaml",
        "muc: [{noi_dung_chi: In tài liệu, dvt: bộ, so_luong: 10, don_gia: 50000, noi_dung: tap-huan}]\n"
    )

    @Test(arguments: [
        ("DỰ TOÁN KINH PHÍ NĂM 2026", "Đơn vị: Văn phòng Sở", nil),
        ("DỰ TOÁN KINH PHÍ NĂM 2026", "Đơn vị: VP", nil), ("DỰ TOÁN KINH PHÍ", "Đơn vị: Phòng nào đó", nil),
        ("DỰ TOÁN KINH PHÍ NĂM 2026", "Đơn vị: TTTT", "planning.sheet-of-other-unit Dự toán!A2"),
        ("DỰ TOÁN KINH PHÍ NĂM 2025", "Đơn vị: VP", "planning.sheet-of-other-year Dự toán!A1"),
        ("DỰ TOÁN NĂM 2025 VÀ NĂM 2026", "Đơn vị tính: đồng", nil),
        ("Theo Công văn năm 2025", "Đơn vị: VP", nil),
    ]) func `a sheet that says it is another unit's or year's is told at its line`(
        title: String, unit: String, fault: String?
    ) throws {
        let sheet = "\(title)\n\(unit)\n\(Self.header)Thuê xe,chuyến,2,1500000,tap-huan\n"
        var told: [String] = []
        do { _ = try read([(.estimate, "VP.xlsx", sheet)]) } catch let failure as Failure {
            told = failure.diagnostics.filter { $0.severity == .error }.map { diagnostic in
                guard case .cell(_, let sheet, let cell) = diagnostic.location else { return diagnostic.code }
                return "\(diagnostic.code) \(sheet)!\(cell ?? "")"
            }
        }
        #expect(told == (fault.map { [$0] } ?? []), "\(told)")
    }

    @Test func `a form that nobody has filled in is as if nothing had been sent`() throws {
        let blank = "DỰ TOÁN KINH PHÍ NĂM 2026\nĐơn vị: VP\n\(Self.header)"
        let codes = codes([Self.centre, (.estimate, "VP.xlsx", blank)])
        #expect(codes.contains("planning.nothing-sent"), "\(codes)")
        #expect(!self.codes([Self.centre, Self.office]).contains("planning.nothing-sent"))
    }

    @Test func `files of units become groups of one estimate, in the order of the units`() throws {
        let workspace = try read([Self.centre, Self.office]).value
        let estimate = try #require(workspace.estimates[2026])
        #expect(estimate.total.dong == 2 * 1_500_000 + 30 * 20_000 + 10 * 50_000)
        let groups = estimate.rows.compactMap { row -> String? in
            if case .group(let group, _) = row { "\(group.title): \(group.amount.text)" } else { nil }
        }
        #expect(groups == ["Văn phòng Sở: 3.600.000", "Trung tâm Thông tin khoa học công nghệ: 500.000"])
    }

    @Test func `who has sent nothing is told, unless nobody asked him`() throws {
        let told = try read([Self.office]).warnings.first { $0.code == "planning.not-sent" }
        #expect(
            told?.message.vietnamese == "chưa gửi dự toán năm 2026: Trung tâm Thông tin khoa học công nghệ")
        let expected = try read([Self.office], expecting: "don_vi_lap: [VP]\n").warnings.map(\.code)
        #expect(!expected.contains("planning.not-sent"))
    }

    @Test func `a file that may be the awaited unit's is told alone`() {
        let unnamed = { (name: String) in (DataKind.estimate, "\(name).csv", Self.header) }
        let waits = ["planning.not-sent", "planning.unknown-sender"]
        func told(_ sent: [(DataKind, String, String)]) -> [String] {
            codes(sent).filter(waits.contains).sorted()
        }
        #expect(told([Self.office, unnamed("phòng")]) == ["planning.unknown-sender"])
        #expect(told([unnamed("phòng")]) == waits)
        #expect(
            told([unnamed("phòng"), unnamed("sở")]) == ["planning.unknown-sender", "planning.unknown-sender"])
    }

    @Test func `a second file of a unit is refused, under whatever name`() {
        let second = (DataKind.estimate, "du-toan-Văn phòng Sở.csv", Self.header)
        #expect(codes([Self.office, Self.centre, second]).contains("planning.sent-twice"))
        #expect(
            codes([Self.office, (DataKind.estimate, "phòng.csv", Self.header)]).contains(
                "planning.unknown-sender"))
    }

    @Test(arguments: [("2,1500000", true), ("3,1500000", false)]) func `what two units have alike is told`(
        figures: String, isTold: Bool
    ) {
        let other = (DataKind.estimate, "TTTT.csv", Self.header + "THUÊ XE,chuyến,\(figures),tap-huan\n")
        #expect(codes([Self.office, other]).contains("planning.item-in-two-units") == isTold)
    }

    @Test func `a unit's log need not name it, and must not name another`() throws {
        let log = (DataKind.log, "TTTT.csv", Self.logHeader + "5/3/2026,tin-bai,so-tin-bai,7\n")
        let workspace = try read([Self.office, Self.centre, log]).value
        #expect(workspace.log.rowCount == 4)
        let alien = (
            DataKind.log, "TTTT.csv",
            "ngay,don_vi,noi_dung,chi_tieu,so_luong\n5/3/2026,VP,tin-bai,so-tin-bai,7\n"
        )
        #expect(codes([Self.office, Self.centre, alien]).contains("planning.foreign-row"))
    }

    @Test func `rows of another year that this one has not are counted`() throws {
        let files = workspaceFiles { $0.addingToFirstItem("du_toan_nam: {2025: 1000}") }
        let before = starter(.estimate).text.replacing("nam: 2026", with: "nam: 2027").replacing(
            "Tài liệu cho học viên", with: "Khoản đã hết")
        let workspace = try reading(
            files + [(.estimate, "du-toan/2027.yaml", before.replacing("noi_dung: tap-huan", with: ""))]
        ).value
        let told = try workspace.formTable("ba-nam", year: 2026).warnings
        #expect(told.map(\.code) == ["planning.rows-of-other-year", "planning.half-said-column"])
        #expect(try workspace.formTable("theo-noi-dung", year: 2026).warnings == [])
    }
}
