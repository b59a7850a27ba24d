import Values

extension Feature {
    private static let data: Value = [
        "ten": "Sở Tài chính", "ma": "a b/1", "trich_yeu": "Kế hoạch <2026>",
        "muc": [["ma": "x1"], ["ma": "y2"]], "Ho_ten": "Lê Thị Bình", "so": 5,
    ]

    static let places: [Feature] = [
        Feature(
            "dau-trang-chan-trang", data,
            FeatureTemplate(
                body: ["thân: {ten}"], header: ["{ten | hoa}{#muc} {ma}{/muc}"],
                footer: ["trang của ", .bold("{ten}")], title: "{trich_yeu} — {ten}")),
        Feature(
            "cuoc-chu", data,
            FeatureTemplate(
                .line("một", .footnote("cước chú của {ten}")), .line("hai", .endnote("xem {ten | hoa}")),
                .line("ba", .comment("hỏi lại {ten}")))),
        Feature(
            "khung-chu", data,
            FeatureTemplate(
                .box(["khung của ", .bold("{ten}"), ": {#muc}{ma} {/muc}"]), "{#muc}", .box(["{ma}"]),
                "{/muc}")),
        Feature(
            "lien-ket", data,
            FeatureTemplate(
                .line("xem ", .link("trang của {ten}", to: "https://vi.vn/{ma}?x=1&y={so}"), " nhé"),
                .line("{#muc}", .link("{ma}", to: "https://vi.vn/{ma}"), " {/muc}"), "{#muc}",
                .line(.link("mục {ma}", to: "https://vi.vn/muc/{ma}")), "{/muc}")),
        Feature(
            "chu-thay-the", data,
            FeatureTemplate(
                .line("hình ", .picture("ảnh của {ten}")), "{#muc}", .line(.picture("ảnh {ma}")), "{/muc}")),
        Feature(
            "ten-khong-trung", data,
            FeatureTemplate(body: [
                "{#muc}", .line(.bookmark("moc", "mục {ma}"), " ", .picture("hình {ma}")),
                .line(.link("về mục này", to: "#moc")), .rows(["bảng {ma}"]), .section("Mục", ["phần {ma}"]),
                "{/muc}",
            ])),
        Feature(
            "truong-co-san", data,
            FeatureTemplate(
                .line("Gửi ", .field("Ho_ten"), ", ", .field("ten"), "."), .control("so"),
                .control("khong_co_trong_du_lieu"))),
    ]
}
