internal import Container
internal import Diagnostics
internal import VanThu

struct RenderCommand: Command {
    static let syntax = Syntax(
        name: "render", aliases: ["dien"], operands: [.template],
        options: [.data, .rows, .outputFile, .missing, .delimiters, .force], required: [.data, .outputFile],
        summary: Wording("điền dữ liệu vào một mẫu bất kỳ", en: "fills any template with data"),
        about: Wording(
            "Điền dữ liệu vào một mẫu DOCX hoặc ODT. Kết quả cùng định dạng với mẫu, hoặc là PDF.",
            en: "Fills a DOCX or ODT template with data. The result is of the template's format, or a PDF."),
        examples: [
            "vanthu render giay-moi.docx --data giay-moi.yaml -o output/giay-moi.docx",
            "vanthu render danh-sach.odt --data chung.yaml --rows hoc_vien=hoc-vien.csv -o output/danh-sach.odt",
        ])

    private let template: String
    private let data: String
    private let output: String
    private let filling: Clerk.Filling
    private let existing: Publication.Existing

    init?(_ arguments: inout Arguments) {
        var filling = arguments.filling()
        filling.rows = arguments[.rows].map(Clerk.NamedRows.init(written:))
        self.filling = filling
        existing = arguments.existing
        guard let template = arguments.operands.first, let data = arguments[.data],
            let output = arguments[.outputFile]
        else { return nil }
        (self.template, self.data, self.output) = (template, data, output)
    }

    func run(_ surroundings: Surroundings) throws(Failure) -> Outcome {
        .files(
            try Clerk.render(
                template, with: data, filling, to: output, existing: existing,
                environment: surroundings.environment))
    }
}

extension Clerk.NamedRows {
    /// `NAME=FILE`, or a file alone.
    fileprivate init(written text: String) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2 {
            self.init(name: String(parts[0]), file: String(parts[1]))
        } else {
            self.init(file: text)
        }
    }
}

extension Option {
    fileprivate static let rows = Option(
        name: "rows", aliases: ["dong"], value: Wording("TÊN=TỆP", en: "NAME=FILE"),
        explanation: Wording(
            "các dòng của một tệp .csv hoặc .jsonl, để lặp bằng {#TÊN}; không ghi tên thì là dong",
            en: "the rows of a .csv or .jsonl file, repeated by {#NAME}; without a name it is dong"),
        completion: .files(["csv", "tsv", "jsonl", "ndjson"]))
    /// The same spelling as `outputFolder`, for a command that writes one file.
    static let outputFile = Option(
        name: "output", aliases: ["dau-ra"], letter: "o", value: Wording("TỆP", en: "FILE"),
        explanation: Wording(
            "tệp kết quả; đuôi .pdf thì in qua LibreOffice",
            en: "the file to write; one that ends in .pdf is printed through LibreOffice"),
        completion: .files([]))
}
