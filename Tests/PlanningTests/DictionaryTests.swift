import FoundationEssentials
import Planning
import Testing
import Values

/// What a newcomer looks up: each key stands in the data dictionary under a Vietnamese word that he would look for.
@Suite struct DictionaryTests {
    /// The rows of the dictionary: key and meaning.
    private var rows: [(key: String, meaning: String)] {
        DataKind.dictionary.split(separator: "\n").compactMap { line in
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
                $0.trimmingPrefix(" ")
            }
            guard cells.count >= 6, cells[1].hasPrefix("`") else { return nil }
            return (
                String(cells[1].dropFirst().prefix { $0 != "`" }),
                cells[2...].joined(separator: " ").lowercased()
            )
        }
    }

    @Test(arguments: [
        ("trích yếu", "trich_yeu"), ("căn cứ", "can_cu"), ("mục đích", "muc_dich"), ("yêu cầu", "yeu_cau"),
        ("phạm vi", "pham_vi"), ("giai đoạn", "giai_doan"), ("giải pháp", "giai_phap"),
        ("kinh phí", "kinh_phi"), ("phân công", "to_chuc_thuc_hien"), ("nơi nhận", "noi_nhan"),
        ("người ký", "ky"), ("nơi lưu", "luu"), ("chủ trì", "chu_tri"), ("phối hợp", "phoi_hop"),
        ("sản phẩm", "ket_qua"), ("thời hạn", "thoi_han"), ("phụ lục", "phu_luc"),
        ("quyết định", "quyet_dinh"), ("năm học", "nam_hoc"), ("đề cương", "de_cuong"),
        ("mục tiêu chung", "muc_tieu_chung"), ("tồn tại", "ton_tai"), ("thuận lợi", "thuan_loi"),
        ("đối tượng kiểm tra", "doi_tuong"), ("lực lượng", "luc_luong"), ("trọng tâm", "trong_tam"),
        ("cơ quan chủ quản", "chu_quan"), ("ký thay", "kt"), ("thay mặt", "tm"), ("địa danh", "dia_danh"),
    ]) func `a Vietnamese word leads to its key`(word: String, key: String) {
        #expect(rows.contains { $0.key == key && $0.meaning.contains(word) })
    }

    @Test func `every key of the shapes' plans stands there`() throws {
        let known = Set(rows.map(\.key))
        for folder in ShapeTests.folders {
            let path = exampleFolder.replacing("skhcn-dak-nong", with: folder)
            guard case .mapping(let entries) = try SourceNode(opening: "\(path)/ke-hoach.yaml").content else {
                continue
            }
            #expect(entries.map(\.key).filter { !known.contains($0) } == [], "\(folder)")
        }
    }
}
