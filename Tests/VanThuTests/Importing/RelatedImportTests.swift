import Diagnostics
import FoundationEssentials
import TestSupport
import Testing
import VanThu

/// The other documents that a plan's workspace gives, imported again.
@Suite struct RelatedImports {
    private let example = packageFolder.appending(path: "examples/ubnd-tinh-chuyen-doi-so").path

    /// The example with more in its plan's file, in `scratch`.
    private func workspace(in scratch: URL, _ change: (String) -> String) throws -> String {
        let folder = scratch.appending(path: "moi")
        try FileManager.default.copyItem(atPath: example, toPath: folder.path)
        let plan = folder.appending(path: "ke-hoach.yaml")
        try Data(change(try String(contentsOf: plan, encoding: .utf8)).utf8).write(to: plan)
        return folder.path
    }

    /// Makes the document in both formats and imports each; gives the files of the workspace made of the DOCX.
    @discardableResult private func expectTheSame(_ job: Clerk.Job, from workspace: String, in scratch: URL)
        throws -> [String: String]
    {
        let files = try Clerk(folder: scratch.appending(path: "ra").path).produce(
            job, from: workspace, environment: [:])
        var made: [String: String] = [:]
        for file in files.value {
            let folder = scratch.appending(path: "ho-so-\(file.path.suffix(4))")
            let result = try Clerk.importing(file.path, to: folder.path)
            let told = result.warnings.map { ("\($0.code)", $0.message.text(in: .vietnamese)) }
            #expect(told.filter { $0.0 == "import.differs" || $0.0 == "import.not-remade" }.map(\.1) == [])
            #expect(result.value.comparison?.different == 0)
            guard file.path.hasSuffix(".docx") else { continue }
            for written in result.value.files where written.path.hasSuffix(".yaml") {
                let name = URL(filePath: written.path).lastPathComponent
                made[name] = try String(contentsOfFile: written.path, encoding: .utf8)
            }
        }
        return made
    }

    @Test func `a submission of the plan is made again letter for letter`() throws {
        try withScratchFolder { scratch in
            let folder = try workspace(in: scratch) {
                $0
                    + "\ntrinh:\n  kinh_gui: [Hội đồng nhân dân tỉnh H]\n  su_can_thiet: [Năm nay cần.]\n  kien_nghi: [Đề nghị xem xét.]\n"
            }
            _ = try expectTheSame(.submission, from: folder, in: scratch)
        }
    }

    @Test func `so is an amendment`() throws {
        try withScratchFolder { scratch in
            let folder = try workspace(in: scratch) {
                $0.replacing("thoi_han: Quý III}", with: "thoi_han: Quý IV}")
                    + "sua_doi: {so: 78, ngay: 30/6/2026}\n"
            }
            _ = try expectTheSame(.amendment(of: example), from: folder, in: scratch)
        }
    }

    @Test func `so is a letter that hands out tasks`() throws {
        try withScratchFolder { scratch in
            _ = try expectTheSame(.handover(unit: "SKHCN"), from: example, in: scratch)
        }
    }

    @Test func `a joint plan keeps both agencies, codes and signatures`() throws {
        try withScratchFolder { scratch in
            let folder = try workspace(in: scratch) {
                $0
                    + "\ncung_ban_hanh:\n  ten: Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh H\n  viet_tat: MTTQ\n  ky: {ho_ten: Trần Văn B, tm: Ban Thường trực, chuc_vu: Chủ tịch}\n"
            }
            let files = try expectTheSame(.plan, from: folder, in: scratch)
            let plan = try #require(files["ke-hoach.yaml"])
            #expect(
                plan.contains(
                    "cung_ban_hanh:\n  ten: Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh H\n  viet_tat: MTTQ\n"))
            #expect(plan.contains("ho_ten: Trần Văn B"))
            #expect(try #require(files["co-quan.yaml"]).contains("viet_tat: UBND\n"))
        }
    }
}
