internal import Batches
internal import Container
internal import Diagnostics
internal import OfficePackage
internal import VanThu

struct ConvertCommand: Command {
    static let syntax = Syntax(
        name: "convert", aliases: ["chuyen"],
        operands: [
            Syntax.Operand(
                name: Wording("VĂN-BẢN", en: "DOCUMENT"),
                explanation: Wording(
                    "văn bản .docx, .odt; .doc nếu máy có LibreOffice",
                    en: "a .docx or .odt document; .doc where LibreOffice is installed"),
                completion: .files(["docx", "odt", "doc"])),
            Syntax.Operand(
                name: Wording("KẾT-QUẢ", en: "RESULT"),
                explanation: Wording(
                    "tệp cần ghi, đuôi .docx hoặc .odt", en: "the file to write, ending in .docx or .odt"),
                completion: .files(["docx", "odt"]), isOptional: true),
        ], options: [.converted, .targetFormat, .jobs, .force],
        summary: Wording("chuyển văn bản giữa DOCX và ODT", en: "turns a DOCX into an ODT, or the other way"),
        about: Wording(
            "Đọc văn bản rồi ghi lại ở định dạng kia: cùng chữ, cùng cách trình bày (kiểu đoạn, bảng, trang, đầu trang, đường kẻ). Dành cho văn bản hành chính như do vanthu lập; thứ không chuyển được (hình ảnh, chú thích, nhận xét …) được báo kèm chỗ. Văn bản có macro thì từ chối. Có --sang thì VĂN-BẢN và KẾT-QUẢ là hai thư mục: chuyển mọi văn bản, cả trong thư mục con.",
            en:
                "Reads a document and writes it in the other format: the same text with the same look (styles, tables, pages, headers, drawn lines). Meant for office documents such as vanthu makes; what cannot be taken over (pictures, notes, comments …) is told with its place. A document with macros is refused. With --to, DOCUMENT and RESULT are two folders: every document is converted, those in inner folders too."
        ),
        examples: [
            "vanthu convert ke-hoach.docx -o ke-hoach.odt", "vanthu convert van-ban van-ban-odt --to odt",
        ])

    private let document: String
    private let output: String
    private let existing: Publication.Existing
    /// What the documents of a folder become; nil for one document.
    private let folderFormat: OfficeFormat?
    private let jobs: Int?

    init?(_ arguments: inout Arguments) {
        existing = arguments.existing
        folderFormat = arguments.value(
            of: .targetFormat, otherwise: Wording("ghi docx hoặc odt", en: "write docx or odt")
        ) { OfficeFormat(rawValue: $0.lowercased()) }
        jobs = arguments.jobs()
        guard let document = arguments.operands.first else { return nil }
        let written = arguments.operands.dropFirst().first
        if let written, arguments.has(.converted) {
            arguments.note(.surplusOperand(written, of: Self.syntax))
        }
        guard let output = arguments[.converted] ?? written else {
            arguments.note(.missingOperand(Self.syntax.operands[1], of: Self.syntax))
            return nil
        }
        (self.document, self.output) = (document, output)
    }

    var worksThroughMany: Bool { folderFormat != nil }

    func run(_ surroundings: Surroundings) throws(Failure) -> Outcome {
        guard let folderFormat else {
            return .files(
                try Clerk.convert(
                    document, to: output, existing: existing, environment: surroundings.environment))
        }
        let display = BatchDisplay(surroundings.preferences)
        defer { display.clear() }
        let progress = try Clerk.convert(
            folder: document, into: output, as: folderFormat, existing: existing, jobs: jobs,
            environment: surroundings.environment, observer: display.observer)
        return .folder(output, done: progress.done, failed: progress.failed)
    }
}

extension Option {
    fileprivate static let converted = Option(
        name: "output", aliases: ["dau-ra"], letter: "o", value: Wording("KẾT-QUẢ", en: "RESULT"),
        explanation: Wording(
            "tệp hoặc thư mục cần ghi, thay cho KẾT-QUẢ",
            en: "the file or folder to write, in place of RESULT"), completion: .files(["docx", "odt"]))
    fileprivate static let targetFormat = Option(
        name: "to", aliases: ["sang"], value: Wording("docx|odt", en: "docx|odt"),
        explanation: Wording(
            "chuyển cả thư mục sang định dạng này", en: "convert a whole folder into this format"),
        completion: .words(["docx", "odt"]))
}
