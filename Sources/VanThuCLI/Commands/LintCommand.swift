internal import Container
internal import Diagnostics
internal import DocumentTemplates
internal import VanThu

struct LintCommand: Command {
    static let syntax = Syntax(
        name: "lint", aliases: ["soat-mau"], operands: [.template],
        options: [.lintData, .rows, .toTags, .delimiters, .force],
        summary: Wording(
            "báo mọi lỗi của một mẫu trước khi điền",
            en: "tells every mistake of a template before it is filled"),
        about: Wording(
            "Báo mọi lỗi của mẫu trong một lần, không ghi văn bản nào. Có --du-lieu thì báo cả tên mà dữ liệu không có, kiểu không hợp, và dữ liệu mà mẫu không dùng. Có lỗi thì kết thúc bằng mã 1; chỉ có cảnh báo và lưu ý thì bằng 0. Có --thanh-the thì thay vào đó ghi mẫu ra tệp mới, trong đó trường trộn thư và ô nhập đã thành thẻ.",
            en:
                "Tells every mistake of a template at once, without writing a document. With --data, also names the data lacks, wrong types, and data the template does not use. Ends with status 1 when there are errors, with 0 when there are only warnings and notes. With --to-tags it instead writes the template anew, its merge fields and content controls turned into tags."
        ),
        examples: [
            "vanthu lint giay-moi.docx", "vanthu lint giay-moi.docx --data giay-moi.yaml",
            "vanthu lint thu-moi-tron-thu.docx --to-tags thu-moi.docx",
        ])

    private let template: String
    private let data: String?
    private let rows: Clerk.NamedRows?
    private let delimiters: Delimiters?
    /// Where the template is written with tags for fields; nil when it is only looked through.
    private let output: String?
    private let existing: Publication.Existing

    init?(_ arguments: inout Arguments) {
        delimiters = arguments.delimiters()
        data = arguments[.lintData]
        rows = arguments.rows()
        output = arguments[.toTags]
        existing = arguments.existing
        guard let template = arguments.operands.first else { return nil }
        self.template = template
    }

    func run(_ surroundings: Surroundings) throws(Failure) -> Outcome {
        guard let output else {
            let found = try Clerk.lint(template, with: data, rows: rows, delimiters: delimiters)
            return .findings(file: template, found)
        }
        return .files(
            try Clerk.convertToTags(
                template, for: data, delimiters: delimiters, to: output, existing: existing))
    }
}

extension Option {
    /// The same spelling as `data`, for a command that writes nothing.
    fileprivate static let lintData = Option(
        name: "data", aliases: ["du-lieu"], value: Wording("TỆP", en: "FILE"),
        explanation: Wording(
            "tệp dữ liệu để đối chiếu với mẫu (.yaml, .json hoặc .csv)",
            en: "the data to hold the template against (.yaml, .json or .csv)"),
        completion: Option.data.completion)
    fileprivate static let toTags = Option(
        name: "to-tags", aliases: ["thanh-the"], value: Wording("TỆP", en: "FILE"),
        explanation: Wording(
            "ghi mẫu ra tệp mới với trường trộn thư và ô nhập đổi thành thẻ; có --du-lieu thì chỉ đổi ô nhập mà dữ liệu có tên",
            en:
                "write the template anew with merge fields and content controls as tags; with --data, only controls that the data names"
        ), completion: .files(["docx", "odt"]))
}
