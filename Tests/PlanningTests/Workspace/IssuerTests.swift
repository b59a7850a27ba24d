import Diagnostics
import Planning
import Testing

/// Agencies that do not say which rules their documents follow.
@Suite struct IssuerTests {
    private func told(_ name: String, _ others: String) -> (codes: [String], isOfParty: Bool?) {
        let agency = """
            ten: \(name)
            ten_day_du: \(name)
            viet_tat: X
            dia_danh: H
            lanh_dao: [{ma: pct, ho_ten: Nguyễn Thị A, chuc_vu: Trưởng ban}]
            \(others)
            """
        let plan =
            "nam_ban_hanh: 2026\ntrich_yeu: Y\nnoi_nhan: [Z]\nluu: VT\nky: pct\nphan: [{ten: A, noi_dung: [x]}]\n"
        do {
            let read = try reading([(.agency, "co-quan.yaml", agency), (.programme, "ke-hoach.yaml", plan)])
            return (read.warnings.map(\.code), read.value.agency.system == .party)
        } catch let failure as Failure { return (failure.diagnostics.map(\.code), nil) } catch {
            return ([], nil)
        }
    }

    @Test(
        arguments: [
            ("Ban Tuyên giáo và Dân vận", "chu_quan: Tỉnh ủy H", ["planning.taken-as-party-body"], true),
            ("Đảng uỷ xã A", "", ["planning.taken-as-party-body"], true),
            ("ĐẢNG ỦY XÃ A", "he: dang", [], true), ("Đảng ủy xã A", "he: nha_nuoc", [], false),
            ("Ủy ban nhân dân xã A", "", [], false), ("Sở Nội vụ", "chu_quan: UBND tỉnh H", [], false),
            ("Văn phòng Tỉnh đoàn", "chu_quan: Tỉnh đoàn H", ["planning.issuer-with-own-rules"], nil),
            ("Đoàn Thanh niên Cộng sản Hồ Chí Minh xã A", "", ["planning.issuer-with-own-rules"], nil),
            ("Đoàn Thanh niên xã A", "he: nha_nuoc", [], false), ("Đoàn kiểm tra liên ngành", "", [], false),
        ] as [(String, String, [String], Bool?)])
    func `a body whose name tells its rules beyond doubt is told`(
        name: String, others: String, codes: [String], isOfParty: Bool?
    ) {
        let found = told(name, others)
        #expect(found.codes == codes)
        #expect(found.isOfParty == isOfParty)
    }
}
