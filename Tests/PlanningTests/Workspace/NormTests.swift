import Diagnostics
import FoundationEssentials
import Planning
import Testing

/// Prices of the starter workspace (báo cáo viên, 1.000.000 đồng a buổi; tài liệu, 100.000 đồng a bộ) held against norms.
@Suite struct NormTests {
    private func told(_ norms: String) throws -> [String] {
        let files = starterWorkspace(changing: .norms) { _ in norms }
        return try reading(files).warnings.map(\.code).filter { $0.contains("norm") || $0.contains("basis") }
    }

    private static let row = "dinh_muc: [{ten: Thù lao báo cáo viên, dvt: buổi, muc: "

    @Test(arguments: [
        ("1000000}]", []), ("1000001}]", []), ("999999}]", ["planning.over-norm"]),
        ("999999, den: 31/12/2025}]", ["planning.norm-expired"]),
        ("999999, den: 1/1/2026}]", ["planning.over-norm"]),
        ("999999, tu: 2/1/2026}]", ["planning.norm-expired"]),
        // A norm of the agency's own province holds, that of another one does not.
        ("999999, tinh: Tỉnh A}]", ["planning.over-norm"]), ("999999, tinh: Đắk Nông}]", []),
        ("1, tinh: Đắk Nông}, {ten: Thù lao báo cáo viên, dvt: buổi, muc: 1000000}]", []),
        // It goes before one of the whole country, wherever it stands.
        (
            "999999, tinh: tỉnh A}, {ten: Thù lao báo cáo viên, dvt: buổi, muc: 2000000}]",
            ["planning.over-norm"]
        ),
    ]) func `a price is held against the norm in force`(norm: String, codes: [String]) throws {
        #expect(try told(Self.row + norm) == codes)
    }

    @Test func `a row without a basis is told where there is a norm`() throws {
        #expect(
            try told("dinh_muc: [{ten: tai lieu cho hoc vien, dvt: Bộ, muc: 100000}]") == [
                "planning.no-basis"
            ])
        #expect(try told("dinh_muc: [{ten: Tài liệu cho học viên, dvt: cuốn, muc: 1}]") == [])
    }

    @Test func `norms may stand in a table`() throws {
        let table = "Nội dung;ĐVT;Mức chi;Căn cứ\nThù lao báo cáo viên;buổi;900.000;Quy chế\n"
        let files = starterWorkspace(changing: .norms) { _ in table }.map {
            $0.kind == .norms ? (kind: $0.kind, name: "dinh-muc.csv", text: $0.text) : $0
        }
        let warning = try #require(try reading(files).warnings.first { $0.code == "planning.over-norm" })
        #expect(
            warning.message.vietnamese
                == "đơn giá 1.000.000 đồng của “Thù lao báo cáo viên” vượt định mức 900.000 đồng (Quy chế)")
    }
}
