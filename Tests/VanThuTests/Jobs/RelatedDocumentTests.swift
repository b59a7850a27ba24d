import Container
import Diagnostics
import FoundationEssentials
import OfficeDocument
import Planning
import TestSupport
import Testing
import VanThu

/// What a plan's workspace gives besides the plan: its submission, its amendment, and a plan that two agencies issue.
@Suite struct RelatedDocumentTests {
    private let example = packageFolder.appending(path: "examples/ubnd-tinh-chuyen-doi-so").path

    /// The example with changes of its plan's file, in `scratch`.
    private func workspace(_ name: String, in scratch: URL, _ change: (String) -> String) throws -> String {
        let folder = scratch.appending(path: name)
        try FileManager.default.copyItem(atPath: example, toPath: folder.path)
        let plan = folder.appending(path: "ke-hoach.yaml")
        try Data(change(try String(contentsOf: plan, encoding: .utf8)).utf8).write(to: plan)
        return folder.path
    }

    /// The paragraphs of the DOCX; both formats are judged without a finding and say the same.
    private func lines(_ job: Clerk.Job, from workspace: String, in scratch: URL) throws -> [String] {
        let files = try Clerk(folder: scratch.appending(path: "ra").path).produce(
            job, from: workspace, environment: [:])
        #expect(files.warnings.map { $0.text(in: .english) } == [])
        let checks = try Clerk.check(files.value.map(\.path))
        #expect(
            checks.flatMap(\.diagnostics).filter { $0.severity > .note }.map { $0.text(in: .english) } == [])
        let texts = try files.value.map {
            try ReadDocument.reading(Archive(opening: $0.path)).value.paragraphs.map(\.text).filter {
                !$0.isEmpty
            }
        }
        #expect(texts[0] == texts[1])
        return texts[0]
    }

    @Test func `the submission asks for the plan with its tasks and figures`() throws {
        try withScratchFolder { scratch in
            let folder = try workspace("moi", in: scratch) {
                $0 + """

                    trinh:
                      kinh_gui: [Hội đồng nhân dân tỉnh H]
                      su_can_thiet: ["Năm {nam} cần {tong_kinh_phi | tien} đồng."]
                      kien_nghi: [Đề nghị xem xét.]

                    """
            }
            let lines = try lines(.submission, from: folder, in: scratch)
            #expect(lines.contains("TỜ TRÌNH"))
            #expect(lines.contains("Về việc ban hành Kế hoạch chuyển đổi số tỉnh H năm 2026"))
            #expect(lines.contains("Kính gửi: Hội đồng nhân dân tỉnh H"))
            #expect(lines.contains("Năm 2026 cần 15.000.000.000 đồng."))
            #expect(lines.contains("- Phát triển nhân lực số"))
            #expect(lines.contains("I. SỰ CẦN THIẾT BAN HÀNH") && lines.contains("III. KIẾN NGHỊ"))
        }
    }

    @Test func `a plan without a submission is told`() {
        let failure = #expect(throws: Failure.self) {
            try Clerk().bytes(of: .submission, from: example, environment: [:])
        }
        #expect(failure?.diagnostics.map(\.code) == ["planning.no-submission"])
    }

    @Test func `an amendment names each thing that the plan says otherwise, and nothing else`() throws {
        try withScratchFolder { scratch in
            let folder = try workspace("moi", in: scratch) { plan in
                plan.replacing("thoi_han: Quý III}", with: "thoi_han: Quý IV}").replacing(
                    "  - Bảo đảm an toàn thông tin, an ninh mạng trong quá trình thực hiện.\n", with: ""
                ).replacing(
                    "\nkinh_phi:\n",
                    with:
                        "\n  - {ten: Bảo đảm an toàn thông tin, chu_tri: CAT, thoi_han: Tháng 10, khong_su_dung_kinh_phi: true}\nkinh_phi:\n"
                ) + "sua_doi: {so: 78, ngay: 30/6/2026}\n"
            }
            let lines = try lines(.amendment(of: example), from: folder, in: scratch)
            #expect(lines.contains("Sửa đổi, bổ sung Kế hoạch số 155/KH-UBND ngày 24 tháng 12 năm 2025"))
            let points = lines.filter { $0.first?.isNumber == true && $0.contains(". ") }
            #expect(
                points == [
                    "1. Sửa đổi nội dung khoản 2 mục I như sau:",
                    "2. Sửa đổi nội dung khoản 1 mục II như sau:",
                    "3. Sửa đổi nội dung điểm b khoản 1 mục III như sau:",
                    "4. Bổ sung khoản 3 mục III vào sau khoản 2 mục III như sau:",
                    "5. Thay thế Phụ lục II bằng Phụ lục II kèm theo.",
                ])
            #expect(lines.contains("“Thời gian thực hiện: quý IV.”"))
            #expect(lines.contains("“3. Bảo đảm an toàn thông tin"))
        }
    }

    @Test func `an amendment tells what is gone, and what has another heading`() throws {
        try withScratchFolder { scratch in
            let folder = try workspace("moi", in: scratch) { plan in
                plan.replacing("ten: Phát triển hạ tầng số", with: "ten: Phát triển hạ tầng, dữ liệu số")
                    .replacing(
                        "  - ten: Các sở, ban, ngành; Ủy ban nhân dân các xã, phường", with: "  - ten: X"
                    ).replacing(
                        "  - don_vi: STC\n    doan:\n      - Tham mưu bố trí kinh phí thực hiện theo phân cấp ngân sách.\n",
                        with: "")
            }
            let files = try Clerk(formats: [.docx], folder: scratch.path).produce(
                .amendment(of: example), from: folder, environment: [:])
            let lines = try ReadDocument.reading(Archive(opening: files.value[0].path)).value.paragraphs.map(
                \.text)
            #expect(lines.contains { $0.contains("Sửa đổi khoản 1 mục III như sau:") })
            #expect(lines.contains { $0.contains("khoản 2 mục V") })
            #expect(lines.contains { $0.contains("Bãi bỏ khoản 3 mục V.") })
        }
    }

    @Test func `a plan that was not changed has no amendment`() {
        let failure = #expect(throws: Failure.self) {
            try Clerk().bytes(of: .amendment(of: example), from: example, environment: [:])
        }
        #expect(failure?.diagnostics.map(\.code) == ["planning.nothing-amended"])
    }

    @Test func `a joint plan has both agencies' names, codes and signatures`() throws {
        try withScratchFolder { scratch in
            let folder = try workspace("moi", in: scratch) {
                $0 + """

                    cung_ban_hanh:
                      ten: Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh H
                      viet_tat: MTTQ
                      ky: {ho_ten: Trần Văn B, tm: Ban Thường trực, chuc_vu: Chủ tịch}

                    """
            }
            let lines = try lines(.plan, from: folder, in: scratch)
            #expect(lines.contains("Số: 155/KH-UBND-MTTQ"))
            #expect(lines.contains("TM. BAN THƯỜNG TRỰC") && lines.contains("TM. ỦY BAN NHÂN DÂN"))
            #expect(lines.contains("Trần Văn B"))
        }
    }

    // MARK: The Party's

    /// The example of a Party body with more in its plan's file.
    private func partyWorkspace(in scratch: URL, adding text: String) throws -> String {
        let folder = scratch.appending(path: "dang")
        let example = packageFolder.appending(path: "examples/dang-chuong-trinh-hanh-dong").path
        try FileManager.default.copyItem(atPath: example, toPath: folder.path)
        let plan = folder.appending(path: "ke-hoach.yaml")
        try Data((try String(contentsOf: plan, encoding: .utf8) + "\n" + text).utf8).write(to: plan)
        return folder.path
    }

    @Test func `a Party body's submission follows the Party's format and asks in its words`() throws {
        try withScratchFolder { scratch in
            let folder = try partyWorkspace(
                in: scratch,
                adding: """
                    trinh:
                      so: 5
                      ngay: 15/6/2026
                      kinh_gui: [Ban Chấp hành Đảng bộ tỉnh]
                      su_can_thiet: [Bộ Chính trị giao các tỉnh ủy xây dựng chương trình hành động.]
                      kien_nghi: ["Kính đề nghị Ban Chấp hành xem xét, cho ý kiến."]

                    """)
            let lines = try lines(.submission, from: folder, in: scratch)
            #expect(lines.contains("ĐẢNG CỘNG SẢN VIỆT NAM") && lines.contains("*"))
            #expect(lines.contains("Kính trình: Ban Chấp hành Đảng bộ tỉnh"))
            #expect(lines.contains("I- SỰ CẦN THIẾT BAN HÀNH") && lines.contains("III- KIẾN NGHỊ"))
            #expect(lines.contains("T/M BAN THƯỜNG VỤ"))
        }
    }

    @Test func `a programme of two Party bodies has both names and both signatures`() throws {
        try withScratchFolder { scratch in
            let folder = try partyWorkspace(
                in: scratch,
                adding: """
                    cung_ban_hanh:
                      ten: Đảng ủy Quân sự tỉnh
                      viet_tat: ĐUQS
                      ky: {ho_ten: Trần Văn B, tm: Đảng ủy, chuc_vu: Bí thư}

                    """)
            let lines = try lines(.plan, from: folder, in: scratch)
            #expect(lines.contains("Số 12-CTr/TU-ĐUQS"))
            #expect(lines.contains("T/M ĐẢNG ỦY") && lines.contains("T/M BAN THƯỜNG VỤ"))
            #expect(lines.contains("Trần Văn B") && lines.contains("Nguyễn Văn E"))
        }
    }

    // MARK: Bodies of one's own

    @Test func `a submission may be written freely, with the keys' texts where it wants them`() throws {
        try withScratchFolder { scratch in
            let folder = try workspace("moi", in: scratch) {
                $0 + """

                    trinh:
                      kinh_gui: [Hội đồng nhân dân tỉnh H]
                      kien_nghi: [Đề nghị xem xét.]
                      danh_so: ["1", a]
                      phan:
                        - ten: Nội dung trình
                          noi_dung: ["Kế hoạch có {so_nhiem_vu} nhóm nhiệm vụ.", {chen: nhiem_vu, dang: gach}]
                        - {ten: Kiến nghị, noi_dung: [{cho: kien_nghi}]}

                    """
            }
            let lines = try lines(.submission, from: folder, in: scratch)
            #expect(lines.contains("1. Nội dung trình") && lines.contains("2. Kiến nghị"))
            #expect(lines.contains("Đề nghị xem xét."))
            #expect(!lines.contains { $0.contains("SỰ CẦN THIẾT") })
        }
    }

    @Test func `a submission without its parts is told which key they come from`() throws {
        try withScratchFolder { scratch in
            let folder = try workspace("moi", in: scratch) {
                $0 + "\ntrinh:\n  kinh_gui: [Hội đồng nhân dân tỉnh H]\n"
            }
            let failure = #expect(throws: Failure.self) {
                try Clerk().bytes(of: .submission, from: folder, environment: [:])
            }
            let faults = failure?.diagnostics ?? []
            #expect(Set(faults.map(\.code)) == ["outline.missing-part"])
            #expect(faults.compactMap(\.fix?.vietnamese).joined().contains("su_can_thiet"))
        }
    }

    /// The starter workspace with an outline of reports of its own.
    private func reportWorkspace(in scratch: URL, _ period: String) throws -> String {
        let folder = scratch.appending(path: "hoso")
        for (name, text) in StarterWorkspace.files {
            let file = folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            let own =
                name == "bao-cao.yaml"
                ? (text.firstRange(of: "ky_bao_cao:").map { String(text[..<$0.lowerBound]) } ?? text)
                    + "de_cuong: chuyen-de\ncan_cu: [Căn cứ Quy chế làm việc của Sở]\nky_bao_cao:\n" + period
                : text
            try Data(own.utf8).write(to: file)
        }
        let outline = """
            ten: Báo cáo chuyên đề
            mo_ta: Kết quả, bài học kinh nghiệm.
            danh_so: [A, "1"]
            can_co: [bai_hoc]
            truong: [{khoa: bai_hoc, kieu: doan, y_nghia: Bài học kinh nghiệm.}]
            phan:
              - {ten: KẾT QUẢ, noi_dung: [{chen: ket_qua}, Số liệu chi tiết tại Phụ lục kèm theo.]}
              - {ten: BÀI HỌC KINH NGHIỆM, noi_dung: [{cho: bai_hoc, kieu: gach}]}
            """
        try FileManager.default.createDirectory(
            at: folder.appending(path: "de-cuong"), withIntermediateDirectories: true)
        try Data(outline.utf8).write(to: folder.appending(path: "de-cuong/chuyen-de.yaml"))
        return folder.path
    }

    private let firstQuarter = Clerk.Job.report(
        ReportingPeriod(year: 2026, part: .quarter(1)), .asTheWorkspaceSays)

    @Test func `a report follows the agency's own outline, with its keys, its numbers and its bases`() throws
    {
        try withScratchFolder { scratch in
            let folder = try reportWorkspace(
                in: scratch, "  - {ky: 2026-Q1, bai_hoc: [Chủ động từ đầu năm.]}\n")
            let lines = try lines(firstQuarter, from: folder, in: scratch)
            #expect(lines.contains("Căn cứ Quy chế làm việc của Sở."))
            #expect(lines.contains("A. KẾT QUẢ") && lines.contains("B. BÀI HỌC KINH NGHIỆM"))
            #expect(lines.contains("- Chủ động từ đầu năm."))
            #expect(!lines.contains { $0.contains("PHƯƠNG HƯỚNG") })
        }
    }

    @Test func `what the outline asks of a period is told where it is missing`() throws {
        try withScratchFolder { scratch in
            let folder = try reportWorkspace(in: scratch, "  - {ky: 2026-Q1}\n")
            let failure = #expect(throws: Failure.self) {
                try Clerk().bytes(of: firstQuarter, from: folder, environment: [:])
            }
            #expect(failure?.diagnostics.map(\.code) == ["data.missing-field"])
            #expect(failure?.diagnostics.first?.location.text(in: .english).contains("bao-cao.yaml") == true)
        }
    }

    @Test func `a period may be written freely, with bases and numbers of its own`() throws {
        try withScratchFolder { scratch in
            let folder = try reportWorkspace(
                in: scratch,
                """
                  - ky: 2026-Q1
                    bai_hoc: [Chủ động từ đầu năm.]
                    can_cu: [Căn cứ Chỉ thị số 01/CT-UBND ngày 05 tháng 01 năm 2026 của UBND tỉnh]
                    danh_so: [I]
                    phan: [{ten: TÌNH HÌNH, noi_dung: ["Báo cáo {ky} (số liệu tại Phụ lục kèm theo).", {cho: bai_hoc}]}]

                """)
            let lines = try lines(firstQuarter, from: folder, in: scratch)
            #expect(lines.contains { $0.hasPrefix("Căn cứ Chỉ thị số 01/CT-UBND") })
            #expect(!lines.contains { $0.contains("Quy chế làm việc") })
            #expect(
                lines.contains("I. TÌNH HÌNH")
                    && lines.contains("Báo cáo quý I năm 2026 (số liệu tại Phụ lục kèm theo)."))
            #expect(lines.contains("Chủ động từ đầu năm."))
        }
    }

    @Test func `a slot that no key fills is told in a report and in a submission`() throws {
        try withScratchFolder { scratch in
            let folder = try reportWorkspace(
                in: scratch, "  - {ky: 2026-Q1, bai_hoc: [x], phan: [{ten: A, noi_dung: [{cho: bai_hc}]}]}\n")
            let failure = #expect(throws: Failure.self) {
                try Clerk().bytes(of: firstQuarter, from: folder, environment: [:])
            }
            #expect(failure?.diagnostics.map(\.code) == ["outline.unknown-slot"])
            #expect(failure?.diagnostics.first?.fix?.vietnamese == "viết “bai_hoc”")
        }
    }

    @Test func `the schema of a file shows the keys of the agency's own outline`() throws {
        try withScratchFolder { scratch in
            let folder = try reportWorkspace(in: scratch, "  - {ky: 2026-Q1, bai_hoc: [x]}\n")
            let named = try Clerk.schema(of: "bao-cao", outline: "chuyen-de", in: folder)
            #expect(named.contains("\"bai_hoc\""))
            #expect(try Clerk.schema(of: "bao-cao", outline: "\(folder)/de-cuong/chuyen-de.yaml") == named)
            #expect(try Clerk.schema(of: "ke-hoach", outline: "chuyen-de", in: folder).contains("bai_hoc"))
            #expect(throws: Failure.self) { try Clerk.schema(of: "bao-cao", outline: "chuyen-d", in: folder) }
        }
    }
}
