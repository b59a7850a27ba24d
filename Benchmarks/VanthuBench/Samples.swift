import FoundationEssentials
import OfficeDocument
import OfficePackage
import Values

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The project's own three documents to measure with: a letter of one page, a plan of several, a table of any length.
enum Samples {
    static let rowCounts = [100, 1_000, 10_000, 100_000]

    /// Writes `templates/` and `data/` into a folder, in the names the runner looks for.
    static func write(into folder: URL) throws {
        let templates = folder.appending(path: "templates")
        let data = folder.appending(path: "data")
        for place in [templates, data] {
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        }
        for (name, blocks) in [("letter", letter), ("plan", plan), ("table", table)] {
            for format in OfficeFormat.allCases {
                let bytes = try document(blocks).bytes(as: format)
                let path = templates.appending(path: "\(name).dxt.\(format.rawValue)")
                try Data(bytes).write(to: path)
            }
        }
        func put(_ bytes: [UInt8], _ name: String) throws {
            try Data(bytes).write(to: data.appending(path: name))
        }
        try put(letterData.json(), "letter.json")
        try put(planData.json(), "plan.json")
        for count in rowCounts {
            let rows = (0..<count).map(row)
            try put(([("rows", .list(rows))] + tableHead).record.json(), "table_\(count).json")
        }
        for count in rowCounts.suffix(1) + [1_000_000] { try writeLines(count, to: data) }
    }

    /// The rows alone, as CSV and as JSON Lines.
    private static func writeLines(_ count: Int, to folder: URL) throws {
        var csv = Array((columns.joined(separator: ",") + "\n").utf8)
        var json: [UInt8] = []
        for index in 0..<count {
            csv += (fields(of: index).joined(separator: ",") + "\n").utf8
            json += row(index).json() + [0x0A]
        }
        try Data(csv).write(to: folder.appending(path: "table_\(count).csv"))
        try Data(json).write(to: folder.appending(path: "table_\(count).jsonl"))
    }

    /// Letters to be made in numbers: the template, and so many records that differ, `nhom` counting folders of 1,000.
    static func writeRecords(_ count: Int, into folder: URL) throws {
        let templates = folder.appending(path: "templates")
        let data = folder.appending(path: "data")
        for place in [templates, data] {
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        }
        for format in OfficeFormat.allCases {
            let bytes = try document(letter).bytes(as: format)
            try Data(bytes).write(to: templates.appending(path: "letter.dxt.\(format.rawValue)"))
        }
        guard case .record(let record) = letterData else { return }
        let fixed = Array(zip(record.shape.names, record.values)).map { ($0, $1) }
        guard let file = unsafe fopen(data.appending(path: "letters.jsonl").path, "w") else { return }
        defer { unsafe fclose(file) }
        for number in 0..<count {
            var fields = fixed
            fields[fields.count - 1].1 = .text("\(number + 1) " + text(3, number))
            let own: [(String, Value)] = [
                ("id", .text("\(number + 1)")), ("nhom", .text("\(number / 1000)")),
            ]
            let line = (own + fields).record.json() + [0x0A]
            unsafe line.withUnsafeBytes { _ = unsafe fwrite($0.baseAddress, 1, $0.count, file) }
        }
    }

    // MARK: - Templates

    private static func document(_ blocks: [Block]) -> Document {
        Document(
            properties: Document.Properties(title: "Benchmark"),
            defaults: Document.Defaults(font: "Times New Roman", size: 14),
            styles: [
                ParagraphStyle(id: "Normal", name: "Thường"),
                ParagraphStyle(id: "Heading", name: "Đề mục", character: CharacterFormat(weight: .bold)),
            ],
            sections: [
                Section(
                    name: "Trang",
                    page: Page(
                        width: .millimetres(210), height: .millimetres(297), top: .millimetres(20),
                        bottom: .millimetres(20), left: .millimetres(30), right: .millimetres(15),
                        headerDistance: .millimetres(10)), blocks: blocks)
            ])
    }

    private static func paragraphs(_ texts: String...) -> [Block] {
        texts.map { text in
            .paragraph(
                text.hasPrefix("= ")
                    ? Paragraph(String(text.dropFirst(2)), style: "Heading")
                    : Paragraph(text, style: "Normal"))
        }
    }

    private static func table(_ header: [String], _ cells: [String]) -> Block {
        func row(_ texts: [String], _ role: Table.Row.Role) -> Table.Row {
            Table.Row(texts.map { Table.Cell(paragraphs($0)) }, role: role)
        }
        return .table(
            Table(
                columns: header.map { _ in .millimetres(165) / header.count }, grid: .thin,
                rows: [row(header, .header), row(cells, .body)]))
    }

    private static let letterNames = [
        "so", "dia_danh", "ngay", "thang", "nam", "kinh_gui", "ho_ten", "chuc_vu", "can_cu", "noi_dung",
        "thoi_han", "lien_he", "nguoi_ky", "co_quan", "trich_yeu",
    ]
    private static let letter = paragraphs(
        "{co_quan}", "Số: {so}", "{dia_danh}, ngày {ngay} tháng {thang} năm {nam}", "= {trich_yeu}",
        "Kính gửi: {kinh_gui}", "Ông/Bà: {ho_ten} - chức vụ: {chuc_vu}", "Căn cứ {can_cu}", "{noi_dung}",
        "Đề nghị hoàn thành trước ngày {thoi_han}. Liên hệ: {lien_he}.", "Trân trọng./.", "{nguoi_ky}")
    private static let plan =
        (1...36).map { Block.paragraph(Paragraph("Mục \($0): {truong_\($0)}", style: "Normal")) }
        + paragraphs(
            "{#du_thao}", "BẢN DỰ THẢO", "{/du_thao}", "{#noi_dung}", "= {ten}", "{mo_ta}", "{#co_ghi_chu}",
            "Ghi chú: {ghi_chu}", "{/co_ghi_chu}", "{#nhiem_vu}", "= {ten}{#khan} (KHẨN){/khan}",
            "Chủ trì: {chu_tri}; hạn: {han}", "{#viec}", "- {.}", "{/viec}", "{/nhiem_vu}", "{/noi_dung}") + [
            table(
                ["STT", "Nội dung", "ĐVT", "Số lượng", "Thành tiền"],
                ["{#du_toan}{stt}", "{noi_dung}", "{don_vi}", "{so_luong}", "{thanh_tien}{/du_toan}"])
        ]
    private static let columns = ["stt", "code", "name", "unit", "qty", "price", "amount", "note"]
    private static let table =
        paragraphs("= {title}") + [
            table(
                ["STT", "Mã", "Tên", "ĐVT", "SL", "Đơn giá", "Thành tiền", "Ghi chú"],
                [
                    "{#rows}{stt}", "{code}", "{name}", "{unit}", "{qty}", "{price}", "{amount}",
                    "{note}{/rows}",
                ])
        ] + paragraphs("Tổng cộng: {total}")

    // MARK: - Data

    private static let words = """
        công tác chuyển đổi số triển khai nhiệm vụ trọng tâm bảo đảm tiến độ chất lượng hiệu quả rà soát dự toán \
        ngân sách quyết toán đơn vị chủ trì phối hợp báo cáo định kỳ theo quy định cải cách hành chính dịch vụ công
        """.split(separator: " ")

    /// Some words, the same for the same numbers.
    private static func text(_ count: Int, _ seed: Int) -> String {
        (0..<count).map { words[(seed &* 31 &+ $0 &* $0 &* 7 &+ $0) % words.count] }.joined(separator: " ")
    }

    private static let letterData = letterNames.enumerated().map {
        ($1, Value.text(text($1 == "noi_dung" ? 60 : $1 == "can_cu" ? 25 : 3, $0) + " & <x>"))
    }.record
    private static let planData: Value = {
        let items = (1...6).map { number -> Value in
            let tasks = (1...4).map { task -> Value in
                [
                    "ten": .text("Nhiệm vụ \(number).\(task) " + text(8, task)),
                    "chu_tri": .text(text(4, task)), "han": "20/12/2026", "khan": .boolean(task == 2),
                    "viec": .list((1...4).map { .text(text(14, task * $0)) }),
                ]
            }
            return [
                "ten": .text("Nội dung \(number): " + text(6, number)), "mo_ta": .text(text(40, number)),
                "co_ghi_chu": .boolean(number % 2 == 1), "ghi_chu": .text(text(15, number)),
                "nhiem_vu": .list(tasks),
            ]
        }
        let costs = (1...20).map { number -> Value in
            [
                "stt": .text("\(number)"), "noi_dung": .text(text(5, number)), "don_vi": "bộ",
                "so_luong": "12", "thanh_tien": "345.678.000",
            ]
        }
        let fields = (1...36).map { ("truong_\($0)", Value.text(text($0 % 7 == 0 ? 30 : 5, $0))) }
        return
            (fields + [("du_thao", .boolean(true)), ("noi_dung", .list(items)), ("du_toan", .list(costs))])
            .record
    }()
    static let tableHead: [(String, Value)] = [
        ("title", "BẢNG DỰ TOÁN NGÂN SÁCH NĂM 2026"), ("total", "999.999.999.999"),
    ]

    private static func fields(of index: Int) -> [String] {
        [
            "\(index + 1)", "NS-\(1_000_001 + index)", text(4, index),
            ["cái", "bộ", "<kg>", "h&m"][index % 4], "\(index * 37 % 999 + 1)",
            "\(index * 7 % 999 + 1).\(100 + index % 900)",
            "\(index * 11 % 999 + 1).\(100 + index % 900).\(100 + index % 900)", text(2, index),
        ]
    }

    private static func row(_ index: Int) -> Value {
        zip(columns, fields(of: index)).map { ($0, Value.text($1)) }.record
    }
}

extension [(String, Value)] { fileprivate var record: Value { .record(Record(self)) } }
