import Values

extension Feature {
    private static let people: Value = [
        "nguoi": [
            ["ten": "An", "viec": ["viết", "đọc"]], ["ten": "Bình", "viec": []],
            ["ten": "Chi", "viec": ["vẽ"]],
        ], "rong": [], "co": true, "khong": false, "nhom": ["ten": "Tổ 1"],
    ]

    static let spans: [Feature] = [
        Feature(
            "phan-trong-dong", people,
            FeatureTemplate(
                "{#nguoi}{ten}{#$last}.{^}; {/}{/nguoi}",
                "{#co}có{/co}{#khong}không{/khong}{^khong}ngược lại{/khong}{#rong}x{^}danh sách rỗng{/}",
                "{#nhom}{ten}{/nhom} {#nguoi}{#viec}{.} {/viec}{^viec}(nghỉ) {/viec}{/nguoi}")),
        Feature(
            "phan-doan", people,
            FeatureTemplate(
                "trước", "{#nguoi}", "{$number}. {ten}", "{#viec}", "- {.}", "{/viec}", "{^viec}", "- nghỉ",
                "{/viec}", "{/nguoi}", "{#khong}", "biến mất", "{^}", "thay vào", "{/}", "sau")),
        Feature(
            "phan-muc-danh-sach", people,
            FeatureTemplate(body: [
                .numbered(["{#nguoi}{ten}{/nguoi} trong một mục"]), "đoạn giữa", .numbered(["{#nguoi}"]),
                .numbered(["{ten}"]), .numbered(["{/nguoi}"]), "đoạn sau", .bullet(["{#rong}"]),
                .bullet(["{.}"]), .bullet(["{/rong}"]), .bullet(["còn lại"]),
            ])),
        Feature(
            "danh-so-lai", people,
            FeatureTemplate(body: [
                "{#nguoi | danh_so_lai}", "{ten}:", .numbered(["việc đầu"]), .numbered(["việc sau"]),
                "{/nguoi}", "không yêu cầu thì số chạy tiếp:", "{#nguoi}", .numbered(["{ten}"]), "{/nguoi}",
            ])),
        Feature(
            "phan-cua-van-ban", people,
            FeatureTemplate(body: [
                "{#nguoi}", .section("Phần", [.heading(["Phần của {ten}"]), "nội dung"]), "{/nguoi}",
                .section("Trong", ["{#nguoi}", "{ten}", "{/nguoi}"]),
            ])),
        Feature(
            "ngat-trang-va-phan", people,
            FeatureTemplate(body: [
                "{#nguoi}", "{ten}", .line("hết trang", .pageBreak), "{/nguoi}", "{#nguoi}",
                .landscape(["{ten} trên trang ngang"]), "{/nguoi}",
            ])),
        Feature(
            "the-tu-noi-pham-vi", people,
            FeatureTemplate(
                "{-w:p nguoi}{$number} {ten}{/nguoi} cả đoạn",
                "{#nguoi [loopOver: \"paragraph\"]}{ten}{/nguoi} cũng cả đoạn",
                "{#nguoi [loopOver: \"content\"]}{ten} {/nguoi}chỉ phần chữ",
                .rows(["{-w:tr nguoi}{ten}{/nguoi}", "một ô nói cả hàng"]),
                .rows(["{-w:tbl nguoi}{ten}", "cả bảng{/nguoi}"]))),
        Feature(
            "dau-the", ["ten": "An"], delimiters: "{{ }}",
            FeatureTemplate("{{ten}} còn {ten} là chữ; {{=[[ ]]=}}[[ten]] {{ten}} [[={{ }}=]]{{ten}}")),
        Feature(
            "dau-the-trong-thuoc-tinh", ["ten": "An"],
            FeatureTemplate(body: ["<<ten>> còn {ten} là chữ"], delimiters: "<< >>")),
    ]
}
