package import Container
package import Diagnostics
internal import Forms
internal import OfficeDocument
internal import OfficePackage
internal import Planning

extension Clerk {
    /// The shipped forms and outlines.
    package static var templateNames: [String] {
        Form.allCases.map(\.rawValue) + outlines.map(\.name) + StarterWorkspace.tableForms.map(\.name)
    }

    /// The shipped forms of figures.
    package static var tableForms: [(name: String, title: String)] { StarterWorkspace.tableForms }

    /// Their names.
    package static var formNames: [String] { tableForms.map(\.name) }

    /// The file of an outline or of a form of figures.
    private static func dataFile(_ name: String) -> String? {
        StarterWorkspace.outlineFile(name) ?? StarterWorkspace.tableFormFile(name)
    }

    /// The shipped forms with the kinds of documents they are for.
    package static var forms: [(name: String, title: String)] {
        Form.allCases.map { ($0.rawValue, $0.title) }
    }

    /// A line for each of them.
    package static var templateList: String {
        Form.allCases.map { "\($0.rawValue)\t\($0.title)\n" }.joined()
            + outlines.map { "\($0.name)\tĐề cương. \($0.title): \($0.summary)\n" }.joined()
            + tableForms.map { "\($0.name)\tBiểu. \($0.title)\n" }.joined()
    }

    /// What a form says, paragraph by paragraph, and what its tags mean; or the file of an outline.
    ///
    /// Throws `usage.unknown-template` when there is none of that name.
    package static func templateText(of name: String) throws(Failure) -> String {
        guard let form = Form(rawValue: name) else {
            if let file = dataFile(name) { return file }
            throw Failure(.unknownTemplate(name))
        }
        let lines = form.document().sections.flatMap(\.blocks).flatMap(\.lines)
        let text = lines.joined(separator: "\n")
        let meanings = TagMeanings.all.filter {
            text.contains("{\($0.tag)") || text.contains("{#\($0.tag)") || text.contains("{@\($0.tag)")
        }
        let table = meanings.map { "{\($0.tag)}\t\($0.meaning)" }.joined(separator: "\n")
        return "\(text)\n\nNghĩa của các thẻ:\n\(table)\n"
    }

    /// Writes a form as the `.docx` or `.odt` that `output` ends in, or an outline as `.yaml`.
    package static func copyTemplate(_ name: String, to output: String, existing: Publication.Existing)
        throws(Failure) -> Reported<[WrittenFile]>
    {
        let ending = WrittenFile(path: output, byteCount: 0).fileExtension
        let bytes: [UInt8]
        if let form = Form(rawValue: name) {
            guard let format = OfficeFormat(rawValue: ending) else {
                throw Failure(.templateEnding(output, ".docx, .odt"))
            }
            bytes = try form.template(as: format)
        } else if let file = dataFile(name) {
            guard ["yaml", "yml"].contains(ending) else { throw Failure(.templateEnding(output, ".yaml")) }
            bytes = Array(file.utf8)
        } else {
            throw Failure(.unknownTemplate(name))
        }
        var publication = Publication(existing: existing)
        try publication.stage(bytes, at: output)
        return Reported(
            [WrittenFile(path: output, byteCount: bytes.count)], warnings: try publication.publish())
    }
}

extension Block {
    /// Its paragraphs' texts; those of a table cell by cell.
    fileprivate var lines: [String] {
        switch self {
        case .paragraph(let paragraph):
            let text = paragraph.text
            return text.isEmpty ? [] : [text]
        case .table(let table): return table.rows.flatMap(\.cells).flatMap(\.blocks).flatMap(\.lines)
        }
    }
}

extension Form {
    /// The kind of document, in Vietnamese.
    fileprivate var title: String {
        switch self {
        case .plan: "Kế hoạch"
        case .annualPlan: "Kế hoạch của một năm, có phụ lục tiến độ"
        case .budget: "Tờ trình dự toán kinh phí, có phụ lục dự toán"
        case .report: "Báo cáo, có phụ lục chỉ tiêu"
        case .letter: "Công văn"
        case .submission: "Tờ trình"
        case .decision: "Quyết định quy định trực tiếp"
        case .approval: "Quyết định ban hành, phê duyệt văn bản khác"
        case .notice: "Thông báo"
        case .invitation: "Giấy mời"
        case .minutes: "Biên bản"
        case .attachment: "Phụ lục"
        case .partyPlan: "Kế hoạch, chương trình của Đảng"
        case .partyReport: "Báo cáo của Đảng"
        case .partySubmission: "Tờ trình của Đảng"
        case .partyLetter: "Công văn của Đảng"
        }
    }
}

/// What the tags of the shipped forms stand for.
enum TagMeanings {
    /// What a tag of that name stands for, also one of the signature.
    static func meaning(of name: String) -> String? {
        all.first { $0.tag == name || $0.tag == "ky.\(name)" }?.meaning
    }

    static let all: [(tag: String, meaning: String)] = [
        ("tieu_de.chu_quan", "cơ quan chủ quản, ngắt dòng theo bề rộng; do chương trình lập"),
        ("tieu_de.co_quan", "cơ quan ban hành, ngắt dòng theo bề rộng; do chương trình lập"),
        ("duong_ke", "độ dài đường kẻ; do chương trình đo"), ("so", "số văn bản"), ("ky_hieu", "ký hiệu"),
        ("dia_danh", "địa danh"), ("ngay_ban_hanh", "ngày tháng năm ban hành"),
        ("ten_loai", "tên loại văn bản"), ("trich_yeu", "trích yếu, mỗi dòng một mục"),
        ("kinh_gui", "kính gửi: mot khi có một nơi, nhieu khi có nhiều"), ("can_cu", "các căn cứ ban hành"),
        ("mo_dau", "đoạn mở đầu"),
        ("than_bai", "toàn bộ phần nội dung: đề mục, đoạn văn, bảng, ảnh, in bằng kiểu đoạn của mẫu"),
        ("co_than_bai", "đúng khi nội dung lập từ hồ sơ"),
        ("muc", "các mục khi tự điền dữ liệu: so, ten, doan"), ("ket", "câu kết, chưa có “./.”"),
        ("noi_nhan", "nơi nhận, mỗi nơi một mục"), ("luu", "nơi lưu"), ("ky", "người ký: dong, ho_ten"),
        ("ky_cung", "người ký của cơ quan cùng ban hành: dong, ho_ten"),
        ("ky.dong", "các dòng quyền hạn, chức vụ"), ("ky.ho_ten", "họ tên người ký"),
        ("ky_cung.dong", "các dòng quyền hạn, chức vụ của cơ quan cùng ban hành"),
        ("ky_cung.ho_ten", "họ tên người ký của cơ quan cùng ban hành"),
        ("kem_theo", "lời dẫn của phụ lục: Kèm theo Kế hoạch số …"), ("tien_do", "bảng tiến độ của năm"),
        ("tong_kinh_phi", "tổng kinh phí của bảng"), ("bang", "bảng dự toán"), ("chi_tieu", "bảng chỉ tiêu"),
        ("theo_nguon", "dự toán theo nguồn"), ("ky_bao_cao", "kỳ báo cáo: ten, tu, den, ky_sau"),
        ("tham_quyen", "thẩm quyền ban hành"), ("dieu", "các điều: so, ten, noi_dung, doan"),
        ("van_ban", "văn bản kèm theo quyết định"), ("doan", "các đoạn văn"),
    ]
}

extension Diagnostic {
    fileprivate static func unknownTemplate(_ name: String) -> Diagnostic {
        let known = Clerk.templateNames
        return Diagnostic(
            "usage.unknown-template",
            Wording("không có mẫu hay đề cương “\(name)”", en: "there is no form or outline “\(name)”"),
            cause: .usage, at: .argument(name),
            fix: nearestName(to: name, among: known).map {
                Wording("có phải là “\($0)”?", en: "did you mean “\($0)”?")
            } ?? Wording("xem danh sách bằng: vanthu mau", en: "see the list with: vanthu templates"))
    }

    fileprivate static func templateEnding(_ output: String, _ wanted: String) -> Diagnostic {
        .error(
            "output.template-ending", at: .file(output), "tệp này phải có đuôi \(wanted)",
            en: "the file has to end in \(wanted)", fix: "đổi đuôi của tệp", en: "change its ending")
    }
}
