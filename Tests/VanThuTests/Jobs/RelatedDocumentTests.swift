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
}
