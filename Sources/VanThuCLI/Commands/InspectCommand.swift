internal import Diagnostics
internal import DocumentTemplates
internal import VanThu

struct InspectCommand: Command {
    static let syntax = Syntax(
        name: "inspect", aliases: ["xem-mau"], operands: [.template], options: [.delimiters],
        summary: Wording("liệt kê dữ liệu mà một mẫu cần", en: "lists the data a template needs"),
        about: Wording(
            "In cây tên dữ liệu mà mẫu cần, mỗi tên kèm dạng (chữ, số, ngày, danh sách, nhóm, ảnh …), rồi các trường trộn thư, ô nhập và mẫu được chèn. Có --json thì in JSON Schema (2020-12) của dữ liệu.",
            en:
                "Prints the tree of names a template needs with their shapes (text, number, date, list, record, image …), then its merge fields, content controls and included templates. With --json, the data's JSON Schema (2020-12)."
        ),
        examples: [
            "vanthu inspect giay-moi.docx", "vanthu inspect giay-moi.docx --json > giay-moi.schema.json",
        ])

    private let template: String
    private let delimiters: Delimiters?

    init?(_ arguments: inout Arguments) {
        delimiters = arguments.delimiters()
        guard let template = arguments.operands.first else { return nil }
        self.template = template
    }

    func run(_ surroundings: Surroundings) throws(Failure) -> Outcome {
        .answer(
            surroundings.preferences.isJSON
                ? try Clerk.inspectionSchema(of: template, delimiters: delimiters)
                : try Clerk.inspect(template, delimiters: delimiters, in: surroundings.language))
    }
}
