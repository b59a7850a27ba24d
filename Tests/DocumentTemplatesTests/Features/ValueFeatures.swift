import TemplateLanguage
import Values

extension Feature {
    static let values: [Feature] = [
        Feature(
            "gia-tri",
            [
                "ten": "Sở <KH&CN>", "co_quan": ["ten": "UBND tỉnh"], "trong": .null, "so_tien": 1_250_000,
                "ngay": "2026-06-29", "số tiền": 5,
                "muc": [["ten": "A", "con": ["x", "y"]], ["con": ["z"]]], "Tỷ lệ (%)": 12,
            ],
            FeatureTemplate(
                "Tên: {ten}; {co_quan.ten}; trống: [{trong}]; có dấu: {số tiền}; tên cột: {Tỷ lệ (%)}%",
                "{! ghi chú cho người soạn mẫu }Ghi chú biến mất",
                "{#muc}{ten}: {#con}{$number}/{$index} {.} {$first} {$last}; {/con}{/muc}",
                "{#co_quan}Trong nhóm: {ten}; từ ngoài: {so_tien | tien}{/co_quan}",
                "{khong_co | mac_dinh(\"chưa có\")}")),
        Feature(
            "bieu-thuc",
            [
                "a": 7, "b": 2, "ten": "Đỗ", "ds": ["x", "y"], "dung": true, "sai": false,
                "ngay": "2026-06-29",
            ],
            FeatureTemplate(
                "{a + b} {a - b} {a * b} {a / b} {0.1 + 0.2} {(a + b) * 2} {-a}",
                "{a > b} {a == 7} {a != 7} {a >= 7 and b < 1} {not sai or false} {a > 1 && !sai}",
                "{ten > \"Dũng\" ? \"Đ đứng sau D\" : \"sai\"}; {\"x\" in ds} {\"z\" in ds}",
                "{ngay < \"2026-07-01\" ? \"trước tháng 7\" : \"từ tháng 7\"}",
                "{a > 5 ? b > 5 ? \"cả hai\" : \"chỉ a\" : \"không\"}",
                "{ds | dem > 1 ? \"nhiều\" : \"ít\"}; {a + b | tien}",
                "{#a > 5 and dung}điều kiện đúng{/}{#a > 50}điều kiện sai{/}")),
        Feature("bo-loc", filterData, FeatureTemplate(body: examples(by: \.name))),
        Feature("bo-loc-tieng-anh", filterData, FeatureTemplate(body: examples(by: \.alias))),
        Feature(
            "danh-sach",
            [
                "nhan_su": [
                    ["ho_ten": "Lê Thị Bình", "phong": "Kế hoạch"],
                    ["ho_ten": "Trần Văn An", "phong": "Kế hoạch"],
                    ["ho_ten": "Đỗ Đức Dũng", "phong": "Tài chính"],
                ],
                "chi": [
                    ["don_vi": "Sở A", "noi_dung": "In", "so_tien": 100],
                    ["don_vi": "Sở B", "noi_dung": "Đi lại", "so_tien": 50],
                    ["don_vi": "Sở A", "noi_dung": "Thuê", "so_tien": 70],
                ],
            ],
            FeatureTemplate(
                "{#nhan_su | loc(\"phong\", \"Kế hoạch\") | sap_xep_ten(\"ho_ten\")}", "{$number}. {ho_ten}",
                "{/}", "{#chi | nhom(\"don_vi\")}",
                "{khoa}: {muc | tong(\"so_tien\") | tien} đồng, gồm {muc | dem | hai_so} mục", "{#muc}",
                "- {noi_dung}: {so_tien | tien}", "{/muc}", "{/}")),
        Feature(
            "khoang-trang", ["x": "dòng 1\ndòng 2\tsau tab   ba dấu cách", "y": " đầu và cuối "],
            FeatureTemplate("[{x}]", "[{y}]")),
        Feature(
            "the-bi-cat", ["ten": "Sở Tài chính", "muc": [1, 2], "so tien": 1000],
            FeatureTemplate(
                .line(.cut("Gửi {ten}: {#muc}{.}, {/muc}{so tien | tien}")),
                .line("{", .bold("ten"), "} và {te", .bold("n}")), .line(.cut("{#muc}")),
                .line(.cut("mục {.}")), .line(.cut("{/muc}")))),
        Feature(
            "thieu-thi-trong", ["ten": "An"], missing: .isBlank,
            FeatureTemplate("{ten}[{khong_co}]{#khong_co}x{/khong_co}{^khong_co}không{/khong_co}")),
        Feature(
            "thieu-thi-giu-the", ["ten": "An"], missing: .keepsTheTag,
            FeatureTemplate("{ten}[{khong_co}][{khong_co | tien}]")),
    ]

    private static let filterData: Value = [
        "giai_doan": ["1", "2"], "phoi_hop": ["Phòng A", "Phòng B"],
        "can_bo": ["Lê Thị Bình", "Trần Văn An"],
        "chi": [
            ["ten": "In ấn", "so_tien": 500_000, "nguon": "NSNN"],
            ["ten": "Đi lại", "so_tien": 150_000, "nguon": "NSNN"],
            ["ten": "Ăn trưa", "so_tien": 50_000, "nguon": "Khác"],
        ], "dia_chi": ["xa": "Quảng Phú", "tinh": "Lâm Đồng"],
        "vat_tu": [["so_luong": 2, "don_gia": 15_000], ["so_luong": 1, "don_gia": 5_000]],
    ]

    /// The example of each filter's documentation, under one of its names.
    private static func examples(by name: (Filter) -> String) -> [FeatureTemplate.Piece] {
        // These shape paragraphs and tables, and have features of their own.
        Filter.all.filter { Tag.Directive(rawValue: $0.name) == nil && $0.name != "html" }.map { filter in
            let pieces = filter.example.tag.split(
                separator: "| \(filter.name)", omittingEmptySubsequences: false)
            let tag = pieces.joined(separator: "| \(name(filter))")
            return .paragraph([.text("\(name(filter)): \(tag)")])
        }
    }
}
