internal import Container
internal import Diagnostics
internal import VanThu

struct TemplatesCommand: Command {
    static let syntax = Syntax(
        name: "templates", aliases: ["mau"],
        operands: [
            Syntax.Operand(
                name: Wording("TÊN", en: "NAME"),
                explanation: Wording(
                    "tên mẫu hoặc đề cương; không ghi thì liệt kê",
                    en: "a form or an outline; none lists them"), completion: .words(Clerk.templateNames),
                isOptional: true)
        ], options: [.outputFile, .force],
        summary: Wording(
            "liệt kê, xem và chép các mẫu, đề cương đi kèm",
            en: "lists, shows and copies the shipped forms and outlines"),
        about: Wording(
            "Không ghi tên thì liệt kê các mẫu và đề cương đi kèm. Ghi tên thì in nội dung của mẫu, với nghĩa của từng thẻ; thêm -o thì chép ra tệp .docx, .odt hoặc .yaml để sửa thành mẫu của cơ quan.",
            en:
                "Without a name lists the shipped forms and outlines. With one prints what the form says and what each tag means; with -o copies it to a .docx, .odt or .yaml file, to be changed into your own."
        ), examples: ["vanthu templates", "vanthu templates ke-hoach -o mau/ke-hoach.docx"])

    private let name: String?
    private let output: String?
    private let existing: Publication.Existing

    init?(_ arguments: inout Arguments) {
        name = arguments.operands.first
        output = arguments[.outputFile]
        existing = arguments.existing
    }

    func run(_ surroundings: Surroundings) throws(Failure) -> Outcome {
        guard let name else { return .answer(Clerk.templateList) }
        guard let output else { return .answer(try Clerk.templateText(of: name)) }
        return .files(try Clerk.copyTemplate(name, to: output, existing: existing))
    }
}
