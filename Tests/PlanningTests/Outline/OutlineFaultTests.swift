import Diagnostics
import Planning
import Testing

@Suite struct OutlineFaultTests {
    @Test(arguments: [
        ("de_cuong: ke-hoach-mot-nm", "outline.unknown", "6:11 (de_cuong)"),
        (
            "phan: [{ten: A, noi_dung: [{gach: [x], cho: muc_dich}]}]", "outline.not-one-block",
            "6:28 (phan[1].noi_dung[1])"
        ), ("phan: [{ten: A, noi_dung: [{cho: muc_dch}]}]", "outline.unknown-slot", "6:28"),
        ("phan: [{ten: A, noi_dung: [\"{nm}\"]}]", "template.unknown-field", "6:28"),
        ("phan: [{ten: A, noi_dung: [\"{nam\"]}]", "data.unclosed-brace", "6:28"),
        ("phan: [{ten: A, noi_dung: [\"{#nam}x{/}\"]}]", "data.no-value-in-braces", "6:28"),
        ("phan: [{ten: A, noi_dung: [{chen: bang_du_toan}]}]", "outline.nothing-to-insert", "6:28"),
        (
            "thoi_gian: 2026-2027\nphan: [{ten: A, noi_dung: [{chen: chi_tieu}]}]", "outline.yearly-insert",
            "7:28"
        ), ("de_cuong: ke-hoach-mot-nam\nphan: [{ten: A, noi_dung: [x]}]", "outline.two-bodies", "7:1"),
        ("phan: [{ten: A, bat_buoc: true}]", "outline.missing-part", "6:14"),
        (
            "phan: [{ten: A, noi_dung: [{bang: {cot: [{ten: X}, {ten: Y}], dong: [[a, b], [a]]}}]}]",
            "outline.row-length", "6:78"
        ),
        (
            "phan: [{ten: A, noi_dung: [{bang: {cot: [{ten: X}], tep: ../x.csv}}]}]", "outline.table-file",
            "6:58"
        ),
        (
            "de_cuong: ke-hoach-mot-nam\nyeu_cau: [x]\nnoi_dung: [{ten: V}]\nto_chuc_thuc_hien: [{ten: X, doan: [y]}]",
            "data.missing-field", "1:1"
        ),
    ]) func `what is wrong with an outline is told with its place and a way out`(
        plan: String, code: String, place: String
    ) throws {
        let failure = #expect(throws: Failure.self) { _ = try outlined(plan) }
        let found = try #require(
            failure?.diagnostics.first { $0.code == code }, "\(failure?.diagnostics.map(\.code) ?? [])")
        #expect(found.location.text(in: .english).hasPrefix("ke-hoach.yaml:\(place)"))
        #expect(found.fix != nil)
    }

    @Test(arguments: [
        ("thuc_hien: \"{nm}\"", "template.unknown-field", "thuc_hien"),
        ("noi_dung: [{ten: \"{nam\"}]", "data.unclosed-brace", "noi_dung[1].ten"),
        ("thuc_hien: \"Văn bản năm {nam}\"\nkinh_gui: [\"{thuc_hien}\"]", "outline.text-in-text", "kinh_gui"),
        ("thuc_hien: \"{thuc_hien}\"", "outline.circle", "thuc_hien"),
    ]) func `what is wrong with an expression in a title or a name is told by its key`(
        plan: String, code: String, key: String
    ) throws {
        let failure = #expect(throws: Failure.self) {
            _ = try outlined("\(plan)\nphan: [{ten: A, noi_dung: [x]}]")
        }
        let found = try #require(
            failure?.diagnostics.first { $0.code == code }, "\(failure?.diagnostics.map(\.code) ?? [])")
        #expect(found.location.text(in: .english) == "ke-hoach.yaml: \(key)")
        #expect(found.fix != nil)
    }

    @Test func `texts that ask for each other in a circle are told with the way round`() throws {
        let outline = """
            ten: A
            mo_ta: B
            truong: [{khoa: mot, kieu: chu, y_nghia: Một.}, {khoa: hai, kieu: chu, y_nghia: Hai.}]
            phan: [{ten: X, noi_dung: [{cho: mot}]}]
            """
        let failure = #expect(throws: Failure.self) {
            _ = try outlined(
                "de_cuong: rieng\nmot: \"{hai}\"\nhai: \"{mot}\"",
                [(.outline, "de-cuong/rieng.yaml", outline)])
        }
        let found = try #require(failure?.diagnostics.first { $0.code == "outline.circle" })
        #expect(found.message.vietnamese.contains("{hai} → {mot} → {hai}"))
    }

    @Test func `a slot of another type is told`() throws {
        let outline = """
            ten: A
            mo_ta: B
            truong: [{khoa: mot, kieu: so, y_nghia: Một.}]
            phan: [{ten: X, noi_dung: [{cho: mot}]}]
            """
        let failure = #expect(throws: Failure.self) {
            _ = try outlined("de_cuong: rieng\nmot: nhiều", [(.outline, "de-cuong/rieng.yaml", outline)])
        }
        let found = try #require(failure?.diagnostics.first)
        #expect(found.location.text(in: .english).hasPrefix("ke-hoach.yaml:7:6 (mot)"))
    }

    @Test(arguments: [(1, false), (6, false), (7, false), (8, true), (9, true)])
    func `parts are nested seven deep`(depth: Int, isTold: Bool) {
        var plan = "{ten: H, noi_dung: [x]}"
        for level in 1..<depth { plan = "{ten: \(level), phan: [\(plan)]}" }
        var codes: [String] = []
        do { _ = try outlined("phan: [\(plan)]") } catch {
            codes = (error as? Failure)?.diagnostics.map(\.code) ?? []
        }
        #expect(codes.contains("outline.too-deep") == isTold, "\(codes)")
    }

    @Test func `an outline without a body is told`() throws {
        let failure = #expect(throws: Failure.self) {
            _ = try outlined("de_cuong: rieng", [(.outline, "de-cuong/rieng.yaml", "ten: A\nmo_ta: B\n")])
        }
        #expect(failure?.diagnostics.map(\.code).contains("data.missing-field") == true)
    }
}
