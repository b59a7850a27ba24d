internal import Container
internal import Diagnostics
internal import DocumentTemplates
internal import VanThu
internal import VietnameseText

struct RenderCommand: Command {
    static let syntax = Syntax(
        name: "render", aliases: ["dien"], operands: [.template],
        options: [.data, .rows, .outputFile, .missing, .delimiters, .macros, .today, .force],
        required: [.data, .outputFile],
        summary: Wording("điền dữ liệu vào một mẫu bất kỳ", en: "fills any template with data"),
        about: Wording(
            "Điền dữ liệu vào một mẫu Word (.docx .docm .dotx .dotm) hoặc OpenDocument (.odt .ott .fodt). Kết quả cùng định dạng với mẫu, thuộc loại mà đuôi tệp nói, hoặc là PDF.",
            en:
                "Fills a Word (.docx .docm .dotx .dotm) or OpenDocument (.odt .ott .fodt) template with data. The result is of the template's format, of the kind its extension says, or a PDF."
        ),
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
        filling.macros = arguments.macros()
        filling.today = arguments.day(of: .today)
        filling.rows = arguments.rows()
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
                environment: surroundings.environment, today: surroundings.today))
    }
}

extension Arguments {
    fileprivate mutating func macros() -> ResultKind.Macros {
        value(
            of: .macros,
            otherwise: Wording("ghi --macro giu hoặc --macro bo", en: "write --macros keep or --macros drop")
        ) { text -> ResultKind.Macros? in
            switch text {
            case "keep", "giu": .kept
            case "drop", "bo": .dropped
            default: nil
            }
        } ?? .dropped
    }
}

extension Option {
    fileprivate static let today = Option(
        name: "today", aliases: ["hom-nay"], value: Wording("NGÀY", en: "DATE"),
        explanation: Wording(
            "ngày mà thẻ {hom_nay} in ra; không ghi thì mẫu có thẻ ấy là lỗi, trừ khi dữ liệu có hom_nay",
            en:
                "the day that {hom_nay} prints; without it a template with that tag is an error, unless the data has hom_nay"
        ))
    fileprivate static let macros = Option(
        name: "macros", aliases: ["macro"], value: Wording("CÁCH", en: "HOW"),
        explanation: Wording(
            "macro của mẫu: giu (giữ trong tệp .docm, .dotm, .odt, .ott) hoặc bo; không ghi thì bỏ, kèm cảnh báo",
            en:
                "the template's macros: keep (in a .docm, .dotm, .odt or .ott) or drop; dropped with a warning otherwise"
        ), completion: .words(["keep", "drop", "giu", "bo"]))
    /// The same spelling as `outputFolder`, for a command that writes one file.
    static let outputFile = Option(
        name: "output", aliases: ["dau-ra"], letter: "o", value: Wording("TỆP", en: "FILE"),
        explanation: Wording(
            "tệp kết quả; đuôi .pdf thì in qua LibreOffice",
            en: "the file to write; one that ends in .pdf is printed through LibreOffice"),
        completion: .files([]))
}
