internal import DataFiles
internal import Diagnostics
internal import Values

extension Outline {
    /// The file of an outline: `de-cuong/NAME.yaml`.
    static let form = DataForm.record(
        "de_cuong", "Một đề cương.", blank: Outline(),
        [
            .required("ten", \.title, .text, "Tên đề cương: Kế hoạch của một năm."),
            .required("mo_ta", \.summary, .text, "Một dòng nói đề cương dùng khi nào."),
            .optional(
                "can_co", keeping: \.required, .list(of: .text),
                "Các khóa của tệp kế hoạch mà văn bản loại này không được thiếu."),
            .optional(
                "danh_so", keeping: \.body.levels, .levels,
                "Cách đánh số từng cấp, từ cấp cao nhất; mặc định [I, 1, a, -]."),
            .optional("mo_dau", \.body.lead, .written, "Đoạn mở đầu, khi tệp kế hoạch không ghi."),
            .optional("ket", \.body.closing, .written, "Câu kết, khi tệp kế hoạch không ghi."),
            .optional(
                "truong", keeping: \.slots, FormSketch.fieldsForm,
                "Các khóa riêng mà tệp kế hoạch điền vào, mô tả như biểu."),
            .required("phan", \.body.sections, OutlineSection.listForm, "Các phần của văn bản."),
        ])
}

extension Outline {
    /// Its own keys, but for those the file has anyway; what it must have is required, whoever declares it.
    func ownFields(besides known: Set<String>) -> [DataField<DescribedRecord>] {
        slots.dataFields.filter { !known.contains($0.key) }.map {
            required.contains($0.key) ? $0.presence(.required) : $0
        }
    }
}

extension OutlineSection {
    static let listForm = DataForm<[OutlineSection]>.list(of: form)

    private static let form: DataForm<OutlineSection> = .record(
        "phan", "Một phần của văn bản.", blank: OutlineSection(),
        [
            .optional(
                "ten", \.heading, .written,
                "Đề mục, không ghi số thứ tự; không ghi thì các khối đứng liền, không có đề mục."),
            .optional(
                "lien", \.runIn, .written,
                "Chữ viết liền sau đề mục, trên cùng một dòng: đề mục kết bằng dấu hai chấm, hoặc chỉ có số như Điều 1."
            ),
            .optional(
                "so", \.ownNumber, .text,
                "Số in trước đề mục, viết nguyên văn, khi không phải số tiếp theo: 3.1. hoặc Điều 2.; các đề mục sau đếm tiếp từ số này."
            ),
            .optional(
                "danh_so", keeping: \.numbering,
                .choice([
                    DataChoice("tiep", .continued, "đánh số tiếp"),
                    DataChoice("lai", .restarted, "đánh lại từ đầu"),
                    DataChoice("khong", .absent, "không đánh số"),
                    DataChoice("chuong", .level(.chapter), "là một chương"),
                    DataChoice("muc", .level(.division), "là một mục"),
                    DataChoice("tieu_muc", .level(.subdivision), "là một tiểu mục"),
                    DataChoice("dieu", .level(.article), "là một điều, như trong chương không chia mục"),
                ]), "Đánh số đề mục; mặc định `tiep`."),
            .optional(
                "mot_minh", keeping: \.standsAlone, .boolean,
                "Đề mục tự nói đủ ý, được in cả khi dưới nó không có gì."),
            .optional(
                "bat_buoc", keeping: \.isRequired, .boolean, "`true` khi văn bản không được thiếu phần này."),
            .optional(
                "noi_dung", keeping: \.blocks, OutlineBlock.listForm,
                "Các khối dưới đề mục, trước các phần con."),
            .optional(
                "phan", keeping: \.sections, .list(of: .enclosingRecord("phan") { form }), "Các phần con."),
        ])
}

/// A block as it is written: one of its keys says what it is.
private struct BlockEntry: Sendable {
    var dashes: [WrittenText]?
    var points: [WrittenText]?
    var slot: String?
    var slotStyle: SlotStyle?
    var insert: Insert?
    var style: InsertStyle?
    var columns: [OutlineTable.Column] = []
    var levels: [OutlineLevel] = []
    var table: OutlineTable?
    var picture: OutlinePicture?
}

extension OutlineBlock {
    /// A text is a paragraph, or with `- ` a dash; all else says by its key what it is.
    static let listForm = DataForm<[OutlineBlock]>.list(of: form)

    private static let form: DataForm<OutlineBlock> = DataForm<Shorthand<WrittenText, BlockEntry>>.shorthand(
        .written, orElse: BlockEntry.form
    ).map({ entry, node, reading in block(entry, node, &reading) }, back: entry)

    @Sendable private static func entry(_ block: OutlineBlock) -> Shorthand<WrittenText, BlockEntry> {
        var entry = BlockEntry()
        switch block {
        case .paragraph(let text): return .short(text)
        case .dashes(let texts): entry.dashes = texts
        case .points(let texts): entry.points = texts
        case .slot(let key, let style, _):
            entry.slot = key
            entry.slotStyle = style
        case .insert(let insert, let style, _):
            entry.insert = insert
            if case .columns(let columns, let levels)? = style {
                (entry.style, entry.columns, entry.levels) = (.table, columns, levels)
            } else {
                entry.style = style
            }
        case .table(let table): entry.table = table
        case .picture(let picture): entry.picture = picture
        }
        return .long(entry)
    }

    private static func block(
        _ entry: Shorthand<WrittenText, BlockEntry>, _ node: SourceNode, _ reading: inout DataReading
    ) -> OutlineBlock? {
        switch entry {
        case .short(let text):
            guard text.text.hasPrefix("- ") else { return .paragraph(text) }
            return .dashes([WrittenText(String(text.text.dropFirst(2)), at: text.place)])
        case .long(let entry):
            let blocks = entry.blocks(at: WrittenPlace(location: reading.location(node.position)))
            if case .table(var table)? = blocks.first, blocks.count == 1 {
                table.place = WrittenPlace(location: reading.location(node.position))
                return .table(table)
            }
            if blocks.count == 1 { return blocks[0] }
            reading.note(.blockOfSeveralKinds(blocks.count, at: reading.place(node.position)))
            return nil
        }
    }
}

extension BlockEntry {
    /// The blocks it could be.
    fileprivate func blocks(at place: WrittenPlace) -> [OutlineBlock] {
        [
            dashes.map { .dashes($0) }, points.map { .points($0) },
            slot.map { .slot($0, slotStyle ?? .paragraphs, at: place) },
            insert.map {
                .insert($0, as: columns.isEmpty ? style : .columns(columns, levels: levels), at: place)
            }, table.map { .table($0) }, picture.map { .picture($0) },
        ].compactMap { $0 }
    }

    fileprivate static let form = DataForm.record(
        "khoi", "Một khối: một trong các khóa gach, diem, cho, chen, bang, anh.", blank: BlockEntry(),
        [
            .optional("gach", \.dashes, .writtenDashes, "Các gạch đầu dòng; không ghi dấu gạch."),
            .optional("diem", \.points, .writtenLines, "Các đoạn được đánh số theo cấp dưới đề mục: a), b)…"),
            .optional("cho", \.slot, .text, "Khóa của tệp kế hoạch mà chữ được đưa vào đây."),
            .optional(
                "kieu", \.slotStyle,
                .choice([
                    DataChoice("doan", .paragraphs, "các đoạn văn"),
                    DataChoice("gach", .dashes, "các gạch đầu dòng"),
                    DataChoice("diem", .points, "các điểm được đánh số"),
                ]), "Cách in lời văn được chèn, của khóa `cho`; mặc định `doan`."),
            .optional("chen", \.insert, .choice(Insert.choices), "Phần chương trình lập từ hồ sơ."),
            .optional(
                "dang", \.style,
                .choice([
                    DataChoice("de_muc", .headings, "mỗi mục một đề mục"),
                    DataChoice("bang", .table, "một bảng"), DataChoice("gach", .dashes, "các gạch đầu dòng"),
                ]), "Dạng của phần chèn."),
            .optional(
                "cot", keeping: \.columns, .list(of: OutlineTable.Column.form),
                "Các cột riêng của bảng được chèn (`nhiem_vu`, `chi_tieu`, `bang_du_toan`); mỗi cột ghi `lay`."
            ),
            .optional(
                "danh_so", keeping: \.levels, .levels,
                "Cách đánh số dòng của bảng được chèn: [I, 1]; mặc định 1, 1.1."),
            .optional("bang", \.table, OutlineTable.form, "Một bảng."),
            .optional("anh", \.picture, OutlinePicture.form, "Một ảnh."),
        ])
}

extension OutlinePicture {
    fileprivate static let form = DataForm.record(
        "anh", "Một ảnh.", blank: OutlinePicture(),
        [
            .required("tep", \.file, .text, "Tệp ảnh, tính từ thư mục hồ sơ."),
            .optional("rong", \.width, .integer(in: 10...400), "Bề rộng, mm."),
            .optional("chu_thich", \.caption, .written, "Chú thích, in dưới ảnh."),
        ])
}

extension Insert {
    fileprivate static let choices: [DataChoice<Insert>] = [
        DataChoice("nhiem_vu", .tasks, "các nội dung, nhiệm vụ"),
        DataChoice("giai_phap", .measures, "các giải pháp, đánh chữ cái"),
        DataChoice("pham_vi", .scope, "phạm vi và các kênh"),
        DataChoice("thoi_gian", .time, "thời gian và các giai đoạn"),
        DataChoice("to_chuc_thuc_hien", .duties, "nhiệm vụ của từng đơn vị"),
        DataChoice("chi_tieu", .targets, "chỉ tiêu của năm"),
        DataChoice("tong_kinh_phi", .total, "câu về tổng kinh phí của năm"),
        DataChoice("bang_du_toan", .estimate, "bảng dự toán của năm"),
        DataChoice("kinh_phi_theo_nam", .yearlyCosts, "bảng kinh phí từng nội dung theo năm"),
        DataChoice("theo_nguon", .sources, "dự toán của năm phân theo nguồn kinh phí"),
        DataChoice("lich_thang", .calendar, "công việc theo từng tháng"),
        DataChoice("ket_qua", .results, "kết quả thực hiện của kỳ báo cáo"),
        DataChoice("bang_ket_qua", .resultTable, "bảng chỉ tiêu của kỳ báo cáo"),
        DataChoice("bang_theo_don_vi", .unitTable, "bảng chỉ tiêu của kỳ, mỗi đơn vị một cột"),
        DataChoice("dien_giai", .derivation, "diễn giải từng khoản của dự toán"),
        DataChoice("giai_ngan", .payments, "dự toán giao, đã giải ngân, bảng theo khoản"),
    ]
}

extension DataForm where Value == OutlineLevel {
    fileprivate static var level: DataForm<OutlineLevel> {
        .choice([
            DataChoice("phan", .part, "Phần thứ nhất"),
            DataChoice("chuong", .chapter, "Chương I, đếm suốt văn bản"),
            DataChoice("muc", .division, "Mục 1"), DataChoice("tieu_muc", .subdivision, "Tiểu mục 1"),
            DataChoice("A", .capital, "A"), DataChoice("I", .roman, "số La Mã"),
            DataChoice("dieu", .article, "Điều 1, đếm suốt văn bản"), DataChoice("1", .arabic, "số"),
            DataChoice("1.1", .decimal, "số của cấp trên, dấu chấm, số"), DataChoice("a", .letter, "chữ cái"),
            DataChoice("-", .dash, "gạch đầu dòng"),
        ])
    }
}

extension DataForm where Value == [OutlineLevel] {
    /// How the levels of a document are numbered.
    static var levels: DataForm<[OutlineLevel]> { .list(of: .level) }
}

extension Diagnostic {
    static func blockOfSeveralKinds(_ count: Int, at place: Place) -> Diagnostic {
        .error(
            "outline.not-one-block", at: place.location,
            count == 0
                ? "khối này trống" : "khối này có nhiều khóa gach, diem, cho, chen, bang, anh cùng lúc",
            en: count == 0
                ? "the block is empty" : "the block has more than one of gach, diem, cho, chen, bang, anh",
            fix: "ghi đúng một khóa; khối khác thì viết thành dòng “- ” mới",
            en: "write exactly one of them; begin another block with a new “- ”")
    }
}
