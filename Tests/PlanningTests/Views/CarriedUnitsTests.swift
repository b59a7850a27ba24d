import Diagnostics
import Foundation
import Planning
import Testing
import Values

/// A stock of which some units have said nothing since New Year: three of them are named, more are counted.
@Suite struct CarriedUnitsTests {
    private func sentence(old: Int, fresh: Int) throws -> String {
        let units = (1...old + fresh).map { "  - {ma: D\($0), ten: Đơn vị \($0)}\n" }.joined()
        let rows = (1...old + fresh).map { number in
            number <= old ? "\(number)/12/2026;D\(number);;;vu;1;\n" : "10/1/2027;D\(number);;;vu;1;\n"
        }
        let files = starterWorkspace(changing: .indicators) { _ in
            "chi_tieu:\n  - {ma: vu, ten: Vụ, dvt: vụ, loai: cuoi_ky, noi_dung: tin-bai, cau: \"có {so} vụ\"}\n"
        }.map { file in
            switch file.kind {
            case .agency:
                (file.kind, file.name, file.text.replacing("lanh_dao:", with: "\(units)\nlanh_dao:"))
            case .log:
                (
                    file.kind, file.name,
                    "ngay;don_vi;noi_dung;kenh;chi_tieu;so_luong;ghi_chu\n" + rows.joined()
                )
            case .report: (file.kind, file.name, file.text + "  - {ky: 2027-Q1, phuong_huong: [Tiếp tục.]}\n")
            default: file
            }
        }
        let period = try #require(ReportingPeriod("2027-Q1"))
        let view = try reading(files.map { (kind: $0.0, name: $0.1, text: $0.2) }).value.reportView(
            of: period)
        return view["ket_qua"]?.list.first?["doan"]?.texts.first ?? ""
    }

    @Test(arguments: [
        (1, 1, "gồm số liệu báo cáo gần nhất của Đơn vị 1, ngày 01 tháng 12 năm 2026"),
        (3, 1, "gồm số liệu báo cáo gần nhất của Đơn vị 1, Đơn vị 2, Đơn vị 3, ngày 03 tháng 12 năm 2026"),
        (4, 1, "gồm số liệu báo cáo gần nhất của 4 đơn vị, ngày 04 tháng 12 năm 2026"),
        // Where all of it is old nobody is named.
        (4, 0, "số liệu báo cáo gần nhất, ngày 04 tháng 12 năm 2026"),
    ]) func `who reported last is said`(old: Int, fresh: Int, expected: String) throws {
        let sentence = try sentence(old: old, fresh: fresh)
        #expect(
            sentence
                == "- Đến ngày 14 tháng 3 năm 2027, có \(String(format: "%02d", old + fresh)) vụ (\(expected))."
        )
    }
}
