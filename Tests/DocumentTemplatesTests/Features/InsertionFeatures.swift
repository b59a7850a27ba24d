import Values

extension Feature {
    static let insertions: [Feature] = [
        Feature(
            "van-ban-dinh-dang",
            [
                "x": """
                # Đề mục

                Đoạn **đậm**, *nghiêng*, ~~gạch~~, `mã` và [liên kết](https://vi.vn).

                - một
                - hai
                  - hai một

                1. đầu
                2. sau

                | A | B |
                |---|---|
                | 1 | **2** |
                """, "y": "một *dòng*", "trong": .null, "ds": ["1. a\n2. b", "1. c"],
            ],
            FeatureTemplate(
                "trước", "{@x}", "trong dòng: {@y}.", "{@trong}", "{#ds}", "danh sách đánh số lại:", "{@.}",
                "{/ds}", .rows(["{@y}", "ô"]))),
        Feature(
            "hinh", ["anh": picture, "khong": .null, "ds": [["anh": picture], ["anh": picture]]],
            FeatureTemplate(
                "cỡ của hình: {%anh}", "theo bề rộng: {%anh rong=4cm mo_ta=\"Sơ đồ\"}",
                "theo chiều cao: {%anh cao=1cm}", "vừa khung: {%anh rong=30mm cao=30mm vua=co}",
                .line("thay hình mẫu: ", .picture("{%anh}")), "không có: [{%khong}]", "{#ds}",
                "{%anh rong=1cm}", "{/ds}")),
        Feature(
            "chen-mau",
            [
                "ten": "An", "muc": [["ten": "Bình", "viec": ["a", "b"]], ["ten": "Chi", "viec": ["c"]]],
                "anh": picture,
            ],
            includes: [
                "phan": FeatureTemplate(body: [
                    .heading(["Mục {ten}"]), .numbered(["{#viec}"]), .numbered(["{.}"]),
                    .numbered(["{/viec}"]), .line(.bold("{ten}"), " ", .picture("hình {ten}")),
                    .rows(["{#viec}{.}", "{ten}{/viec}"]), "{>duoi}",
                ]), "duoi": FeatureTemplate("hết phần của {ten}: {%anh rong=1cm}"),
            ],
            FeatureTemplate(body: [
                "đầu của {ten}", .numbered(["mục của mẫu này"]), "{#muc | danh_so_lai}", "{>phan}", "{/muc}",
                "cuối",
            ])),
    ]
}
