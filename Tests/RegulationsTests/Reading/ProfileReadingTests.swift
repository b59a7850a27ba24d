import Diagnostics
import FoundationEssentials
import TestSupport
import Testing
import VietnameseText

@testable import Regulations

/// Two rules that a profile may name.
private let rules = RuleNames(
    code: { name in
        ["format.page-margin", "format.number-year"].map(RuleCode.init).first {
            $0.rawValue == name || $0.shortName == name
        }
    }, all: { ["format.page-margin", "page-margin", "format.number-year", "number-year"] })

/// A profile read from the text of a file.
private func profile(_ text: String, also files: [String: String] = [:]) throws -> FormatProfile {
    try withScratchFolder { folder in
        for (name, text) in files.merging(["rieng.yaml": text], uniquingKeysWith: { $1 }) {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
        return try FormatProfile(opening: folder.appending(path: "rieng.yaml").path, rules: rules)
    }
}

@Test(arguments: FormatProfile.all) func `a regulation written as data reads back as itself`(
    shipped: FormatProfile
) throws {
    #expect(try profile(shipped.yaml) == shipped)
    // Over another regulation every value is replaced; what that one has besides stays.
    for other in FormatProfile.all where other.key != shipped.key {
        var inherited = try profile("ke_thua: \(other.key)\n" + shipped.yaml)
        let own = Set(shipped.components.map(\.component))
        #expect(Set(inherited.components.map(\.component)).isSuperset(of: own))
        for format in shipped.components { #expect(inherited.format(of: format.component) == format) }
        for type in shipped.documentTypes { #expect(inherited.documentTypes.contains(type)) }
        inherited.components = shipped.components
        inherited.documentTypes = shipped.documentTypes
        #expect(inherited == shipped)
    }
}

private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

/// A person reviews the file, so that it has nothing but what the reader understands, laid out as the writer does.
@Test(arguments: [FormatProfile.decree30, .guidance05])
func `the file of a regulation is written as the reader's own form writes it`(shipped: FormatProfile) throws {
    let file = root.appending(path: "Sources/Regulations/Data/\(shipped.key).yaml")
    #expect(try String(contentsOf: file, encoding: .utf8) == shipped.yaml)
    let documented = root.appending(path: "docs/quy-dinh/\(shipped.key).yaml")
    #expect(try String(contentsOf: documented, encoding: .utf8) == shipped.yaml)
}

@Test func `an agency's additions change what they name and inherit the rest`() throws {
    let own = try profile(
        """
        ke_thua: nd30
        ma: SKHCN
        hieu_luc: {tu: 01/7/2025, den: khong}
        trang: {le_trai: 35}
        thanh_phan:
          noi_dung: {co_chu: [13, 15], co_lon: 15}
          do_khan: khong
        ten_loai: {Phương hướng: PH, Phiếu báo: khong}
        dieu_khoan: {page-margin: "Quyết định 12/QĐ-SKHCN, Điều 3", number-year: khong}
        """)
    var wanted = FormatProfile.decree30
    wanted.key = ProfileKey(rawValue: "SKHCN")
    wanted.rulesOf = .decree30
    wanted.validity = Validity(from: try #require(CalendarDate(year: 2025, month: 7, day: 1)))
    wanted.page.left = 35...35
    let body = try #require(wanted.components.firstIndex { $0.component == .body })
    wanted.components[body].points = 13...15
    wanted.components[body].largeSet = 15
    wanted.components.removeAll { $0.component == .urgency }
    wanted.documentTypes.removeAll { $0.name == "Phiếu báo" }
    wanted.documentTypes.append(DocumentType(name: "Phương hướng", abbreviation: "PH"))
    wanted.clauses = [
        RuleCode(rawValue: "format.page-margin"): .place("Quyết định 12/QĐ-SKHCN, Điều 3"),
        RuleCode(rawValue: "format.number-year"): .absent,
    ]
    #expect(own == wanted)
}

@Test func `numbers in quotes are read as those without`() throws {
    let quoted = """
        trang: {le_trai: ["30", "35,5"], rong: "210"}
        ngay_thang: {them_0_ngay_duoi: "9"}
        """
    let plain = """
        trang: {le_trai: [30, 35.5], rong: 210}
        ngay_thang: {them_0_ngay_duoi: 9}
        """
    #expect(try profile("ke_thua: ND30\nma: A\n" + quoted) == profile("ke_thua: ND30\nma: A\n" + plain))
}

@Test func `a profile may inherit from a file, whose values lie between`() throws {
    let own = try profile(
        "ke_thua: tinh.yaml\nngay_thang: {them_0_ngay_duoi: 1}\n",
        also: ["tinh.yaml": "ke_thua: HD05\nma: TINH\nphong_chu: Arial\ndau_het: ./.\n"])
    #expect(own.key.rawValue == "TINH" && own.rulesOf == .guidance05)
    #expect(own.font == "Arial" && own.endMark == "./." && own.date.padsDaysBelow == 1)
    #expect(own.number == FormatProfile.guidance05.number)
}

@Test func `all faults of a profile are told at once, with place and remedy`() throws {
    let text = """
        ke_thua: ND03
        trang: {le_trai: [35, 30], le_trn: 20}
        thanh_phan:
          noi_dug: {co_lon: 15}
          noi_dung: {co_lon: 16, net_chu: dm}
          tieu_ngu: {loi: {dung: "Độc lập"}, gach_chan: true}
        hieu_luc: {tu: 2026-02-30}
        dieu_khoan: {page-margn: x}
        so_ky_hieu: {sau_so: "//"}
        """
    #expect(
        faultLines(text) { _ = try profile($0) } == [
            "1:10 ke_thua: data.unknown-profile, did you mean ND30?",
            "2:18 trang.le_trai: data.wrong-type, make it a number, [from, to] or {tu: …}",
            "2:28 trang.le_trn: data.unknown-field, write “le_tren”",
            "4:3 thanh_phan.noi_dug: data.unknown-field, write “noi_dung”",
            "5:35 thanh_phan.noi_dung.net_chu: data.unknown-choice, write “dam”",
            "6:49 thanh_phan.tieu_ngu.gach_chan: data.unknown-choice, choose one of: co, khong",
            "7:16 hieu_luc.tu: text.date-impossible, check the day and the month",
            "8:14 dieu_khoan.page-margn: data.unknown-rule, did you mean page-margin?",
            "9:22 so_ky_hieu.sau_so: data.wrong-type, make it one character",
        ])
}

@Test(arguments: [
    ("ma: X\n", "1:1 quy_dinh: data.missing-field"), ("ke_thua: khong-co.yaml\n", "data.file-not-found"),
    ("ke_thua: rieng.yaml\n", "data.profile-cycle"),
    ("ke_thua: ND30\nthanh_phan: {noi_dung: {co_lon: 16}}\n", "co_lon and co_nho must lie within co_chu"),
    ("ke_thua: ND30\ntrang: {le_trai: 200}\n", "leave no room"),
    ("ke_thua: ND30\nhieu_luc: {tu: 2026-01-02, den: 2026-01-01}\n", "ends before it begins"),
    ("- ND30\n", "1:1 : data.wrong-type"),
]) func `a profile that cannot be one is refused`(text: String, told: String) {
    let found = faultLines(text) { _ = try profile($0) }
    #expect(found.contains { $0.contains(told) }, "\(found)")
}

/// Text needs fifty millimetres either way; the sheet of the decree is 210 × 297, the right and the lower margin at least 15 and 20.
@Test(arguments: [
    ("trang: {le_trai: 145}", true), ("trang: {le_trai: 145.5}", false), ("trang: {le_tren: 227}", true),
    ("trang: {le_tren: 227.5}", false), ("hieu_luc: {tu: 2026-01-01, den: 2026-01-01}", true),
    ("hieu_luc: {tu: 2026-01-02, den: 2026-01-01}", false),
    ("thanh_phan: {noi_dung: {co_chu: [13, 14], co_lon: 14, co_nho: 13}}", true),
    ("thanh_phan: {noi_dung: {co_chu: [13, 14], co_lon: 14.5, co_nho: 13}}", false),
    ("thanh_phan: {noi_dung: {co_chu: [13, 14], co_lon: 14, co_nho: 12.5}}", false),
]) func `a profile is refused beyond what can be, and not before`(text: String, isRead: Bool) {
    let found = faultLines("ke_thua: ND30\nma: A\n\(text)\n") { _ = try profile($0) }
    #expect(found.isEmpty == isRead, "\(found)")
}

@Test(arguments: [(8, true), (9, false)]) func `profiles may stand on one another, eight in a row`(
    count: Int, isRead: Bool
) throws {
    var files: [String: String] = [:]
    for place in 1...count {
        files["\(place).yaml"] = "ke_thua: \(place == count ? "ND30" : "\(place + 1).yaml")\nma: A\(place)\n"
    }
    let found = faultLines("ke_thua: 1.yaml\nma: A\n") { _ = try profile($0, also: files) }
    #expect(found.isEmpty == isRead, "\(found)")
    #expect(isRead || found.contains { $0.contains("data.profile-cycle") }, "\(found)")
}

/// Of a regulation that nobody knows some rule must hold: a known one's, or one that the profile has a clause for.
@Test(arguments: [
    ("quy_tac_cua: khong", "{}", false), ("quy_tac_cua: ND30", "{}", true), ("quy_tac_cua: HD36", "{}", true),
    ("quy_tac_cua: khong", "{page-margin: Điều 3}", true),
    ("quy_tac_cua: khong", "{page-margin: khong}", true),
]) func `a profile of its own says which rules hold`(rulesOf: String, clauses: String, isRead: Bool) {
    let own = FormatProfile.decree30.yaml.replacing("ma: ND30\n", with: "ma: RIENG\n").replacing(
        "quy_tac_cua: khong", with: rulesOf
    ).replacing("dieu_khoan: {}", with: "dieu_khoan: \(clauses)")
    let told = "1:1 : data.out-of-range, no rule holds: write quy_tac_cua (ND30, HD05, HD36) or dieu_khoan"
    #expect(faultLines(own) { _ = try profile($0) } == (isRead ? [] : [told]))
}
