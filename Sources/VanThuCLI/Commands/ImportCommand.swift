internal import Diagnostics
internal import VanThu

struct ImportCommand: Command {
    static let syntax = Syntax(
        name: "import", aliases: ["nhap"],
        operands: [
            Syntax.Operand(
                name: Wording("VĂN-BẢN…", en: "DOCUMENT…"),
                explanation: Wording(
                    "văn bản .docx, .odt; .doc, .rtf nếu máy có LibreOffice; số liệu .xlsx, .ods; nhiều tệp thì vào chung một hồ sơ",
                    en:
                        ".docx or .odt documents; .doc and .rtf where LibreOffice is installed; figures as .xlsx or .ods; several go into one workspace"
                ), completion: .files(["docx", "odt", "doc", "rtf", "xlsx", "ods"]), isRepeated: true)
        ], options: [.newFolder, .targetYear, .figures, .outlineFile],
        summary: Wording("lập hồ sơ từ văn bản đã có", en: "makes a workspace of a document"),
        about: Wording(
            "Đọc kế hoạch, chương trình, báo cáo, tờ trình của năm trước và lập hồ sơ làm lại đúng văn bản đó: cơ quan, trích yếu, căn cứ, các phần với cách đánh số, danh sách, bảng, phụ lục, nơi nhận, người ký. Chỗ phải đoán có ghi chú ở hồ sơ và được liệt kê; thứ không có chỗ trong hồ sơ (hình ảnh, chú thích, khung chữ) được liệt kê. Nhiều tệp vào chung một hồ sơ: kế hoạch và phụ lục ở tệp riêng, kế hoạch và quyết định ban hành, các báo cáo của năm, dự toán và nhật ký ở bảng tính. Bảng phân công nhiệm vụ, bảng chỉ tiêu, bảng dự toán thành dữ liệu khi chắc chắn, không thì vẫn là bảng. Sau đó văn bản được lập lại từ hồ sơ và đối chiếu từng chữ với bản cũ.",
            en:
                "Reads last year's plan, programme, report or submission and makes the workspace that makes it again: agency, subject, bases, the tree of sections with its numbering, lists, tables, appendices, recipients, signature. What was guessed is remarked in the workspace and listed; what has no place there (pictures, notes, text boxes) is listed. Several files go into one workspace: a plan and its appendices, a plan and its decision, the reports of a year, estimates and logs in workbooks. A table of tasks, of targets or of money becomes data where that is certain, and else stays a table. The document is then made again of the workspace and compared with the old one, word by word."
        ),
        examples: [
            "vanthu import ke-hoach-2025.docx -o ke-hoach-2026",
            "vanthu nhap bao-cao.doc --dau-ra bao-cao-2026",
            "vanthu import ke-hoach-2026.docx -o ke-hoach-2027 --year 2027",
            "vanthu import quyet-dinh.docx ke-hoach.docx phu-luc.docx du-toan-2026.xlsx -o ho-so",
            "vanthu import ke-hoach.docx bao-cao-quy-*.docx -o ho-so",
        ])

    private let files: [String]
    private let folder: String
    private let terms: ImportTerms

    init?(_ arguments: inout Arguments) {
        let figures = arguments.value(
            of: .figures, otherwise: Wording("ghi giu hoặc trong", en: "write keep or blank")
        ) { ["giu": ImportTerms.Figures.kept, "keep": .kept, "trong": .emptied, "blank": .emptied][$0] }
        terms = ImportTerms(
            year: arguments.year(of: .targetYear), figures: figures ?? .kept, outline: arguments[.outlineFile]
        )
        files = arguments.operands
        guard let document = files.first else { return nil }
        let name = document.split(separator: "/").last.map(String.init) ?? document
        folder =
            arguments[.newFolder] ?? name.lastIndex(of: ".").map { String(name[..<$0]) } ?? "\(name)-ho-so"
    }

    func run(_ surroundings: Surroundings) throws(Failure) -> Outcome {
        let imported = try Clerk.importing(files, to: folder, terms, environment: surroundings.environment)
        return .started(
            Reported(imported.value.files, warnings: imported.warnings),
            next: imported.value.summary(of: folder))
    }
}

extension ImportResult {
    /// What the comparison came to, and what a person does next.
    fileprivate func summary(of folder: String) -> Wording {
        ([compared, filledIn].compactMap { $0 } + commands(in: folder)).joined
    }

    private var compared: Wording? {
        guard let comparison else { return nil }
        let (alike, different) = comparison
        return different == 0
            ? Wording(
                "đối chiếu: văn bản lập lại giống bản cũ từng chữ (\(alike) đoạn, ô)",
                en:
                    "compared: the document made again says the same, word by word (\(alike) paragraphs and cells)"
            )
            : Wording(
                "đối chiếu: \(alike) đoạn, ô giống bản cũ, \(different) chỗ khác",
                en: "compared: \(alike) paragraphs and cells are the same, \(different) differ")
    }

    private var filledIn: Wording? {
        guard !openKeys.isEmpty else { return nil }
        let keys = openKeys.joined(separator: ", ")
        return Wording("điền trước khi lập: \(keys)", en: "fill in before making it: \(keys)")
    }

    private func commands(in folder: String) -> [Wording] {
        if let form {
            return [
                Wording(
                    "lập văn bản: vanthu dien \(folder)/\(form).docx --du-lieu \(folder)/du-lieu.yaml --dau-ra \(form).docx",
                    en:
                        "make the document: vanthu render \(folder)/\(form).docx --data \(folder)/du-lieu.yaml -o \(form).docx"
                )
            ]
        }
        return [
            Wording("lập văn bản: vanthu ke-hoach \(folder)", en: "make the document: vanthu plan \(folder)")
        ]
            + periods.map { period in
                Wording(
                    "lập báo cáo: vanthu bao-cao \(folder) --ky \(period)",
                    en: "make the report: vanthu report \(folder) --period \(period)")
            }
    }
}

extension [Wording] {
    /// A line each.
    fileprivate var joined: Wording {
        Wording(map(\.vietnamese).joined(separator: "\n"), en: map(\.english).joined(separator: "\n"))
    }
}

extension Option {
    fileprivate static let targetYear = Option(
        name: "year", aliases: ["nam"], value: Wording("NĂM", en: "YEAR"),
        explanation: Wording(
            "chuyển kế hoạch sang năm này: đổi năm ở chỗ chắc chắn, chỗ không chắc được liệt kê; số, ngày để trống",
            en:
                "move the plan to this year: years change where that is sure, else are listed; number and day are blank"
        ))
    fileprivate static let figures = Option(
        name: "figures", aliases: ["so-lieu"], value: Wording("giu|trong", en: "keep|blank"),
        explanation: Wording(
            "khi chuyển năm: giu số liệu ở các bảng (mặc định), hoặc để trong",
            en: "when the year moves: keep the figures of tables (default), or leave them blank"),
        completion: .words(["giu", "trong", "keep", "blank"]))
    fileprivate static let outlineFile = Option(
        name: "outline-to", aliases: ["de-cuong-to"], value: Wording("TỆP", en: "FILE"),
        explanation: Wording(
            "ghi thêm đề cương lấy từ các đề mục của văn bản",
            en: "write an outline of the document's headings too"), completion: .files(["yaml"]))
    fileprivate static let newFolder = Option(
        name: "output", aliases: ["dau-ra"], letter: "o", value: Wording("HỒ-SƠ", en: "WORKSPACE"),
        explanation: Wording(
            "thư mục hồ sơ cần lập, chưa có hoặc còn trống (mặc định: tên văn bản)",
            en: "the workspace to make, not there yet or empty (default: the document's name)"),
        completion: .folders)
}
