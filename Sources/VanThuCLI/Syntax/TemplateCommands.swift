internal import Diagnostics

extension Syntax.Operand {
    static let template = Syntax.Operand(
        name: Wording("MẪU", en: "TEMPLATE"),
        explanation: Wording(
            "mẫu .docx hoặc .odt có các thẻ như {ten}", en: "a .docx or .odt with tags such as {ten}"))
}

extension Syntax {
    static let inspect = Syntax(
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
    static let lint = Syntax(
        name: "lint", aliases: ["soat-mau"], operands: [.template],
        options: [.lintData, .toTags, .delimiters, .force],
        summary: Wording(
            "báo mọi lỗi của một mẫu trước khi điền",
            en: "tells every mistake of a template before it is filled"),
        about: Wording(
            "Báo mọi lỗi của mẫu trong một lần, không ghi văn bản nào. Có --data thì báo cả tên mà dữ liệu không có, kiểu không hợp, và dữ liệu mà mẫu không dùng. Có lỗi thì kết thúc bằng mã 1; chỉ có cảnh báo và lưu ý thì bằng 0. Có --to-tags thì thay vào đó ghi mẫu ra tệp mới, trong đó trường trộn thư và ô nhập đã thành thẻ.",
            en:
                "Tells every mistake of a template at once, without writing a document. With --data, also names the data lacks, wrong types, and data the template does not use. Ends with status 1 when there are errors, with 0 when there are only warnings and notes. With --to-tags it instead writes the template anew, its merge fields and content controls turned into tags."
        ),
        examples: [
            "vanthu lint giay-moi.docx", "vanthu lint giay-moi.docx --data giay-moi.yaml",
            "vanthu lint thu-moi-tron-thu.docx --to-tags thu-moi.docx",
        ])
}

extension Option {
    /// The same spelling as `data`, for a command that writes nothing.
    static let lintData = Option(
        name: "data", aliases: ["du-lieu"], value: Wording("TỆP", en: "FILE"),
        explanation: Wording(
            "tệp dữ liệu để đối chiếu với mẫu (.yaml, .json hoặc .csv)",
            en: "the data to hold the template against (.yaml, .json or .csv)"))
    static let toTags = Option(
        name: "to-tags", aliases: ["thanh-the"], value: Wording("TỆP", en: "FILE"),
        explanation: Wording(
            "ghi mẫu ra tệp mới với trường trộn thư và ô nhập đổi thành thẻ; có --data thì chỉ đổi ô nhập mà dữ liệu có tên",
            en:
                "write the template anew with merge fields and content controls as tags; with --data, only controls that the data names"
        ))
}
