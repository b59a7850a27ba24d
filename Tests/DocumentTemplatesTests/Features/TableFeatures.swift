import Values

extension Feature {
    private static let estimate: Value = [
        "muc": [
            ["nhom": "A", "ten": "In", "tien": 100], ["nhom": "A", "ten": "Thuê", "tien": 70],
            ["nhom": "B", "ten": "Đi lại", "tien": 50],
        ], "rong": [], "hs": [["ten": "An", "toan": 9, "van": 7], ["ten": "Bình", "toan": 8, "van": 6]],
        "bang": [["ten": "Một", "dong": ["x", "y"]], ["ten": "Hai", "dong": ["z"]]],
    ]

    static let tables: [Feature] = [
        Feature(
            "hang", estimate,
            FeatureTemplate(
                .rows(
                    ["STT", "Nội dung", "Tiền"], ["{#muc}{$number}", "{ten}", "{tien | tien}{/muc}"],
                    ["", "Cộng", "{muc | tong(\"tien\") | tien}"]))),
        Feature(
            "nhom-hang", estimate,
            FeatureTemplate(
                .rows(
                    ["{#muc}{nhom}", ""], ["{ten}", "{tien}{/muc}"], ["hàng thẻ riêng:", ""], ["{#muc}", ""],
                    ["{ten}", "{tien}"], ["—", ""], ["{/muc}", ""]))),
        Feature(
            "ca-bang", estimate,
            FeatureTemplate(body: [
                "{#bang}", "Bảng {ten}",
                .rows(["{ten}", "{#dong}{.}, {/dong}"], ["{#dong}{.}", "{ten}{/dong}"]), "{/bang}", "cuối",
            ])),
        Feature(
            "bang-trong-bang", estimate,
            FeatureTemplate(
                .table([
                    [["{#bang}{ten}"], [.rows(["{#dong}{.}", "{ten}{/dong}"]), "{/bang}"]],
                    [["cuối"], [.rows(["{#muc}{ten}{/muc}"])]],
                ]))),
        Feature(
            "bang-het-hang", estimate,
            FeatureTemplate(
                "bảng biến mất:", .rows(["{#rong}{ten}", "{tien}{/rong}"]), "bảng ở lại:",
                .rows(["{#rong | giu_bang}{ten}", "{tien}{/rong}"]), "đầu bảng còn:",
                .rows(["STT", "Tên"], ["{#rong}{ten}", "{tien}{/rong}"]), "ô không rỗng hẳn:",
                .table([[["{#rong}", "x", "{/rong}"], ["y"]]]))),
        Feature(
            "cot", estimate,
            FeatureTemplate(
                .rows(["Môn", "{#hs}{ten}"], ["Toán", "{toan}"], ["Văn", "{van}{/hs}"]), "nói rõ:",
                .rows(["Môn", "{#hs | theo_cot}{ten}{/hs}", "Ghi chú"], ["Toán", "{toan}", "-"]),
                "hai cột, ô gộp:",
                .table([
                    [["Môn"], [.wide(2, ["Điểm"])]], [[""], ["{#hs | theo_cot}T {ten}"], ["V {ten}{/hs}"]],
                    [["Điểm"], ["{toan}"], ["{van}"]],
                ]), "lặp cả hàng lẫn cột:",
                .rows(["", "{#hs | theo_cot}{ten}{/}"], ["{#muc}{ten}", "{toan}{/muc}"]))),
        Feature(
            "gop-o", estimate,
            FeatureTemplate(.rows(["Nhóm", "Tên"], ["{#muc}{nhom | gop_o}", "{ten}{/muc}"]))),
        Feature(
            "hang-co-dieu-kien", estimate,
            FeatureTemplate(.rows(["{#muc}{#tien > 60}{ten}", "trên 60{/}{/muc}"]))),
    ]
}
