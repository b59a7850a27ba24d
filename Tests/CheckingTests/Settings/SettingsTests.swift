import DataFiles
import Diagnostics
import FoundationEssentials
import OfficeDocument
import OfficePackage
import Regulations
import TestSupport
import Testing
import VietnameseText

@testable import Checking
@testable import Forms

private func settings(_ text: String, also files: [String: String] = [:]) throws -> FormatSettings {
    try withScratchFolder { folder in
        for (name, text) in files.merging(["the-thuc.yaml": text], uniquingKeysWith: { $1 }) {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
        return try FormatSettings(opening: folder.appending(path: "the-thuc.yaml").path)
    }
}

@Test func `settings say what holds for every document and for some`() throws {
    let read = try settings(
        """
        tat: [number-year, phu_luc]
        muc_do: {format.body-gap: loi, trang_giay: luu_y, page-size: canh_bao}
        ky_hieu_co_quan: SKHCN
        chinh_ta: {khoa học kĩ thuật: khoa học kỹ thuật}
        phong_chu: [Arial]
        quy_dinh: so.yaml
        van_ban:
          - ten: [bieu-mau/**, "*.odt"]
            tat: tat_ca
          - ten: bieu-mau/y-te.docx
            bat: [page-size]
            hoc_ham_hoc_vi: cho_phep
            ky_hieu_co_quan: khong
        """, also: ["so.yaml": "ke_thua: ND30\nma: SO\n"])
    let usual = read.settings(forDocument: "ke-hoach.docx")
    #expect(usual.off == Set([.numberYear] + RuleGroup.appendices.rules))
    #expect(usual.severities[.bodyGap] == .error && usual.severities[.pageMargin] == .note)
    #expect(usual.severities[.pageSize] == .warning)
    #expect(usual.agencyCode == "SKHCN" && usual.fonts == ["Arial"])
    #expect(usual.spellings == ["khoa học kĩ thuật": "khoa học kỹ thuật"])
    #expect(usual.titlesBeforeNames == .forbidden && usual.profiles.map(\.key.rawValue) == ["SO"])
    #expect(read.settings(forDocument: "a/b.odt").off == Set(Rule.all))
    let form = read.settings(forDocument: "bieu-mau/y-te.docx")
    #expect(form.off == Set(Rule.all).subtracting([.pageSize]))
    #expect(form.titlesBeforeNames == .allowed && form.agencyCode == "SKHCN")
    #expect(try settings("# nothing\n") == FormatSettings())
}

@Test func `settings written as data read back as themselves`() throws {
    let all = FormatSettings(
        general: RuleChanges(
            off: [.numberYear], on: [.bodyGap], severities: [.pageSize: .note], spellings: ["a b": "c"]),
        documents: [
            .init(
                patterns: [FilePattern("*.odt")],
                changes: RuleChanges(agencyCode: "X", titlesBeforeNames: .allowed, fonts: ["Arial"]))
        ], profiles: [.guidance36])
    #expect(try settings(YAMLText.document(FormatSettings.dataForm.write(all))) == all)
}

@Test(arguments: ["\"  \"", "", "~", "\"\\t\""])
func `a setting left blank says nothing, however it is written`(blank: String) throws {
    let text = ["tat", "muc_do", "ky_hieu_co_quan", "hoc_ham_hoc_vi", "phong_chu", "quy_dinh"].map {
        "\($0): \(blank)\n"
    }
    #expect(try settings(text.joined()) == FormatSettings())
}

@Test func `all faults of settings are told at once, with the nearest name`() throws {
    let text = """
        tat: [number-yer, so_ngay_than, 5]
        muc_do: {page-size: nang, khong-co-that: loi}
        hoc_ham: cho_phep
        phong_chu: Arial
        quy_dinh: [{ke_thua: ND31}, {ke_thua: ND30, dau_ht: "."}]
        van_ban:
          - tat: number-year
          - {ten: "*", hoc_ham_hoc_vi: co}
        """
    #expect(
        faultLines(text) { _ = try settings($0) } == [
            "1:7 tat[1]: data.unknown-rule, did you mean number-year?",
            "1:19 tat[2]: data.unknown-rule, did you mean so_ngay_thang?",
            "1:33 tat[3]: data.unknown-rule, the codes are listed in docs/danh-muc-quy-tac.md",
            "2:21 muc_do.page-size: data.unknown-choice, choose one of: loi, canh_bao, luu_y",
            "2:27 muc_do.khong-co-that: data.unknown-rule, the codes are listed in docs/danh-muc-quy-tac.md",
            "3:1 hoc_ham: data.unknown-field, remove it, or use one of: tat, bat, muc_do, ky_hieu_co_quan,"
                + " hoc_ham_hoc_vi, chinh_ta, phong_chu, quy_dinh, van_ban",
            "4:12 phong_chu: data.wrong-type, write it in brackets: [Arial]",
            "5:22 quy_dinh[1].ke_thua: data.unknown-profile, did you mean ND30?",
            "5:45 quy_dinh[2].dau_ht: data.unknown-field, write “dau_het”",
            "7:5 van_ban[1].ten: data.missing-field, add “ten” (a pattern of names)",
            "8:32 van_ban[2].hoc_ham_hoc_vi: data.unknown-choice, choose one of: cho_phep, khong",
        ])
}

@Test(arguments: [
    ("*.docx", "a.docx", true), ("*.docx", "x/y/a.docx", true), ("*.docx", "a.odt", false),
    ("x/*.docx", "x/a.docx", true), ("x/*.docx", "x/y/a.docx", false), ("x/**", "x/y/a.docx", true),
    ("**/a.docx", "x/y/a.docx", true), ("a?.docx", "ab.docx", true), ("a?.docx", "a.docx", false),
    ("x?a.docx", "x/a.docx", false), ("biểu*", "bie\u{302}\u{309}u mẫu.docx", true), ("*", "", true),
    ("", "a", false), ("A.docx", "a.docx", false),
    ("*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false),
]) func `a pattern fits names`(pattern: String, path: String, fits: Bool) {
    #expect(FilePattern(pattern).matches(path) == fits)
}

private struct Setting: CustomTestStringConvertible {
    let name: String
    let data: String
    let breaking: @Sendable (inout Document) -> Void
    let without: [Rule: Severity]
    let with: [Rule: Severity]

    var testDescription: String { name }

    static let all = [
        Setting(
            name: "a rule switched off", data: "tat: number-unpadded",
            breaking: { $0.replace("Số: 05/KH-SKHCN", with: "Số: 5/KH-SKHCN") },
            without: [.numberUnpadded: .error], with: [:]),
        Setting(
            name: "a group switched off", data: "tat: [so_ngay_thang]",
            breaking: { $0.replace("Số: 05/KH-SKHCN", with: "Số: 5/KH-SKHCN") },
            without: [.numberUnpadded: .error], with: [:]),
        Setting(
            name: "another severity", data: "muc_do: {number-unpadded: luu_y}",
            breaking: { $0.replace("Số: 05/KH-SKHCN", with: "Số: 5/KH-SKHCN") },
            without: [.numberUnpadded: .error], with: [.numberUnpadded: .note]),
        Setting(
            name: "the agency's code", data: "ky_hieu_co_quan: SKHCN",
            breaking: { $0.replace("Số: 05/KH-SKHCN", with: "Số: 05/KH-VPS") }, without: [:],
            with: [.agencyCode: .warning]),
        Setting(
            name: "titles before names", data: "hoc_ham_hoc_vi: cho_phep",
            breaking: { $0.replace("Nguyễn Văn An", with: "TS. Nguyễn Văn An") },
            without: [.academicTitle: .error], with: [:]),
        Setting(
            name: "spellings of its own", data: "chinh_ta: {thiết thực: thiết yếu}", breaking: { _ in },
            without: [:], with: [.spelling: .note]),
        Setting(
            name: "a font of its own", data: "phong_chu: [Arial]", breaking: { $0.defaults.font = "Arial" },
            without: [.fontFamily: .error], with: [:]),
    ]
}

@Test(arguments: Setting.all) private func `what settings say changes the verdict`(setting: Setting) throws {
    let read = try settings(setting.data).settings(forDocument: "van-ban.docx")
    var document = RightDocuments.plan
    setting.breaking(&document)
    for format in OfficeFormat.allCases {
        let file = try document.read(as: format)
        func found(_ settings: RuleSettings) -> [Rule: Severity] {
            let counted = OfficialCheck(of: file, settings: settings).findings.filter {
                $0.severity > .note || setting.with[$0.rule] != nil
            }
            return Dictionary(counted.map { ($0.rule, $0.severity) }) { first, _ in first }
        }
        #expect(found(RuleSettings()).filter { $0.value > .note } == setting.without)
        #expect(found(read) == setting.with)
    }
}

@Test func `a date is held against the day of the check`() throws {
    let file = try RightDocuments.plan.read(as: .docx)
    for (today, codes) in [((2026, 1, 4), [Rule.dateFuture]), ((2026, 1, 5), [])] {
        let day = CalendarDate(year: today.0, month: today.1, day: today.2)
        let findings = OfficialCheck(of: file, today: day).findings
        #expect(findings.map(\.rule).filter { $0 == .dateFuture } == codes)
    }
}
