/// Words that are often misspelt, with the neighbours that make something else of the same letters.
struct Misspelling {
    let wrong: String
    let right: String
    /// Behind one of these the letters belong to two words: `hồ sơ xuất trình`.
    var notAfter: Set<String> = []
    /// Before one of these too: `cảm xúc tích cực`.
    var notBefore: Set<String> = []

    init(_ wrong: String, _ right: String, notAfter: Set<String> = [], notBefore: Set<String> = []) {
        self.wrong = wrong
        self.right = right
        self.notAfter = notAfter
        self.notBefore = notBefore
    }

    static let all = confusions + wrongMarks

    /// Consonants that sound alike.
    private static let confusions = [
        Misspelling("sử lý", "xử lý", notAfter: ["lịch", "tiểu", "tiền", "sách"]),
        Misspelling("sử lí", "xử lý", notAfter: ["lịch", "tiểu", "tiền", "sách"]),
        Misspelling("xử dụng", "sử dụng"), Misspelling("xuất xắc", "xuất sắc"),
        Misspelling("suất sắc", "xuất sắc"),
        Misspelling("thăm quan", "tham quan", notBefore: ["hệ", "chức", "khách", "tài"]),
        Misspelling("vô hình chung", "vô hình trung"), Misspelling("đường xá", "đường sá"),
        Misspelling("chuẩn đoán", "chẩn đoán", notAfter: ["tiêu"]), Misspelling("sáng lạng", "xán lạn"),
        Misspelling("bổ xung", "bổ sung"),
        Misspelling(
            "sơ xuất", "sơ suất", notAfter: ["hồ", "đơn", "thô"],
            notBefore: ["hiện", "phát", "khẩu", "trình"]),
        Misspelling(
            "xúc tích", "súc tích", notAfter: ["cảm", "tiếp"], notBefore: ["cực", "lũy", "luỹ", "hợp"]),
        Misspelling("nghành", "ngành"), Misspelling("ngiên cứu", "nghiên cứu"),
        Misspelling("trân thành", "chân thành"), Misspelling("chân trọng cảm ơn", "trân trọng cảm ơn"),
        Misspelling("trao dồi", "trau dồi"), Misspelling("chau dồi", "trau dồi"),
        Misspelling("chau chuốt", "trau chuốt"), Misspelling("cọ sát", "cọ xát"),
        Misspelling("xắp xếp", "sắp xếp"), Misspelling("sắp sếp", "sắp xếp"),
        Misspelling("xắp sếp", "sắp xếp"),
        Misspelling("đề suất", "đề xuất", notAfter: ["vấn", "chủ", "chuyên"], notBefore: ["ăn", "đầu"]),
        Misspelling("sản suất", "sản xuất", notBefore: ["ăn", "đầu", "vốn"]),
        Misspelling("tần xuất", "tần suất"), Misspelling("tựu chung", "tựu trung", notAfter: ["thành"]),
        Misspelling("chia xẻ", "chia sẻ"), Misspelling("khởi sướng", "khởi xướng"),
        Misspelling("sảy ra", "xảy ra"), Misspelling("sẩy ra", "xảy ra"),
        Misspelling("chuyên trở", "chuyên chở", notBefore: ["thành", "lên", "về", "lại"]),
    ]

    /// Hỏi for ngã and the other way round; syllables that are no word of the language, or not with this neighbour.
    private static let wrongMarks =
        [
            ("kiễm tra", "kiểm tra"), ("xữ lý", "xử lý"), ("xữ phạt", "xử phạt"), ("sữ dụng", "sử dụng"),
            ("hổ trợ", "hỗ trợ"), ("giúp đở", "giúp đỡ"), ("tháo gở", "tháo gỡ"), ("kỹ niệm", "kỷ niệm"),
            ("kỹ cương", "kỷ cương"), ("đãm bảo", "đảm bảo"), ("dể dàng", "dễ dàng"), ("rỏ ràng", "rõ ràng"),
            ("làm rỏ", "làm rõ"), ("giử gìn", "giữ gìn"), ("gìn giử", "gìn giữ"), ("lưu trử", "lưu trữ"),
            ("dự trử", "dự trữ"), ("dử liệu", "dữ liệu"), ("lảnh đạo", "lãnh đạo"), ("lảnh thổ", "lãnh thổ"),
            ("sữa chữa", "sửa chữa"), ("sửa chửa", "sửa chữa"), ("sữa chửa", "sửa chữa"),
            ("sữa đổi", "sửa đổi"), ("bỗ sung", "bổ sung"), ("bỗ nhiệm", "bổ nhiệm"),
            ("phát triễn", "phát triển"), ("triễn khai", "triển khai"), ("tuyễn dụng", "tuyển dụng"),
            ("cãi cách", "cải cách"), ("cãi thiện", "cải thiện"), ("cãi tạo", "cải tạo"),
            ("quãng cáo", "quảng cáo"), ("quãng bá", "quảng bá"), ("thẫm quyền", "thẩm quyền"),
            ("thẫm định", "thẩm định"), ("thẫm tra", "thẩm tra"), ("chĩ đạo", "chỉ đạo"),
            ("chĩ tiêu", "chỉ tiêu"), ("chĩ thị", "chỉ thị"), ("nghỉa vụ", "nghĩa vụ"),
        ].map { Misspelling($0.0, $0.1) } + [Misspelling("kỷ thuật", "kỹ thuật", notAfter: ["thế", "thập"])]
}
