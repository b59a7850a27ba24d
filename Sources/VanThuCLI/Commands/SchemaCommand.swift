internal import Diagnostics
internal import VanThu

struct SchemaCommand: Command {
    static let syntax = Syntax(
        name: "schema", aliases: ["luoc-do"],
        operands: [
            Syntax.Operand(
                name: Wording("LOẠI", en: "KIND"),
                explanation: Wording(
                    "loại tệp dữ liệu; không ghi thì liệt kê các loại",
                    en: "a kind of data file; none lists the kinds"),
                completion: .words(Clerk.schemaKinds.map(\.name)), isOptional: true)
        ], options: [.outline],
        summary: Wording(
            "JSON Schema của một loại tệp dữ liệu", en: "the JSON Schema of a kind of data file"),
        about: Wording(
            "In JSON Schema của một loại tệp dữ liệu, để trình soạn thảo gợi ý và kiểm tra khi gõ. Có --de-cuong thì in các khóa mà tệp ke-hoach hoặc bao-cao theo đề cương ấy có: đề cương đi kèm, đề cương ở de-cuong của thư mục đang đứng, hoặc một tệp đề cương.",
            en:
                "Prints the JSON Schema of a kind of data file, by which an editor completes and checks as you type. With --outline it shows the keys of a ke-hoach or bao-cao that follows that outline: a shipped one, one in de-cuong of the current folder, or an outline's file."
        ),
        examples: [
            "vanthu schema ke-hoach > ke-hoach.schema.json",
            "vanthu schema ke-hoach --outline ke-hoach-mot-nam",
            "vanthu schema bao-cao --outline de-cuong/chuyen-de.yaml",
        ])

    private let kind: String?
    private let outline: String?

    init?(_ arguments: inout Arguments) {
        kind = arguments.operands.first
        outline = arguments[.outline]
    }

    func run(_ surroundings: Surroundings) throws(Failure) -> Outcome {
        guard let kind else { return .answer(Clerk.schemaKinds.map { "\($0.name)\t\($0.title)\n" }.joined()) }
        if outline == "" {
            return .answer(
                (Clerk.outlines + Clerk.ownOutlines(in: ".")).map {
                    "\($0.name)\t\($0.title): \($0.summary)\n"
                }.joined())
        }
        return .answer(try Clerk.schema(of: kind, outline: outline))
    }
}
