import Diagnostics
import FoundationEssentials
import Regulations
import TestSupport
import Testing
import VanThu

/// The example's workspace with settings of its own.
private func withWorkspace(_ settings: String, _ body: (URL) throws -> Void) throws {
    try withScratchFolder { folder in
        let workspace = folder.appending(path: "ho-so")
        try FileManager.default.copyItem(atPath: TheExample.workspace, toPath: workspace.path)
        try Data(settings.utf8).write(to: workspace.appending(path: "the-thuc.yaml"))
        try body(workspace)
    }
}

private func codes(_ checks: [CheckedDocument]) -> Set<String> {
    Set(checks.flatMap(\.diagnostics).filter { $0.severity > .note }.map(\.code))
}

private struct Change: CustomTestStringConvertible {
    let name: String
    let data: String
    /// What the regulation says of a document made by the changed profile.
    let codes: Set<String>

    var testDescription: String { name }

    static let all = [
        Change(
            name: "the text is larger",
            data: "thanh_phan: {"
                + ["noi_dung", "khoan_co_tieu_de", "khoan", "diem"].map {
                    "\($0): {co_chu: 16, co_lon: 16, co_nho: 16}"
                }.joined(separator: ", ") + "}", codes: ["format.body-size"]),
        Change(
            name: "the agency's name is not bold", data: "thanh_phan: {co_quan_ban_hanh: {net_chu: thuong}}",
            codes: ["format.issuing-agency-look"]),
        Change(name: "the left margin is wider", data: "trang: {le_trai: 40}", codes: ["format.page-margin"]),
        Change(name: "another font", data: "phong_chu: Arial", codes: ["format.font-family"]),
        Change(
            name: "another indent", data: "doan_van: {thut_dong_dau: [15]}", codes: ["format.body-indent"]),
        Change(
            name: "recipients part with commas", data: "noi_nhan: {giua_muc: \",\"}",
            codes: ["format.recipient-end"]),
        Change(
            name: "another motto", data: "thanh_phan: {tieu_ngu: {loi: {dung: Độc lập - Tự do – Hạnh phúc}}}",
            codes: ["format.motto-wording"]),
        Change(
            name: "numbers with a hyphen",
            data:
                "so_ky_hieu: {hai_cham: co, sau_so: \"/\"}\n  danh_so: {khong_dieu: [{chu: Phần, so: la_ma, dau: khong}, {chu: khong, so: la_ma, dau: \")\"}, {chu: khong, so: a_rap, dau: .}, {chu: khong, so: chu_cai, dau: \")\"}]}",
            codes: ["format.numbering-style"]),
    ]
}

@Test(arguments: Change.all) private func `a change in a profile changes form and check together`(
    change: Change
) throws {
    try withWorkspace("quy_dinh:\n  ke_thua: ND30\n  ma: RIENG\n  \(change.data)\n") { workspace in
        let own = workspace.appending(path: "van-ban").path
        let made = try Clerk(folder: own).produce(.plan, from: workspace.path, environment: [:])
        let files = made.value.map(\.path)
        // The settings above the documents are found.
        let checks = try Clerk.check(files, by: Clerk.CheckTerms())
        #expect(checks.map(\.standard?.rawValue) == ["RIENG", "RIENG"])
        #expect(codes(checks) == [])
        // Under the regulation alone the change is a fault, in each of the formats.
        let nothing = workspace.appending(path: "trong.yaml").path
        try Data().write(to: URL(filePath: nothing))
        for file in files {
            let plain = try Clerk.check([file], by: Clerk.CheckTerms(settings: nothing))
            #expect(plain.map(\.standard?.rawValue) == ["ND30"])
            #expect(codes(plain) == change.codes, "\(file)")
        }
    }
}

@Test func `settings with a fault keep every document from being judged`() throws {
    try withWorkspace("tat: number-yer\n") { workspace in
        let folder = workspace.appending(path: "van-ban")
        let failure = #expect(throws: Failure.self) {
            try Clerk(folder: folder.path).produce(.plan, from: workspace.path, environment: [:])
        }
        #expect(failure?.diagnostics.filter { $0.severity == .error }.map(\.code) == ["data.unknown-rule"])
        let checked = #expect(throws: Failure.self) {
            let files = [workspace.appending(path: "a.docx").path, workspace.appending(path: "b.docx").path]
            let terms = Clerk.CheckTerms(profile: "\(workspace.path)/khong-co.yaml", off: ["nhom-la"])
            _ = try Clerk.check(files, by: terms)
        }
        #expect(
            checked?.diagnostics.map(\.code).sorted() == [
                "data.file-not-found", "data.unknown-rule", "usage.unknown-rule",
            ])
    }
}
