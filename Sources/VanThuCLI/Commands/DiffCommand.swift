internal import Container
internal import Diagnostics
internal import VanThu

struct DiffCommand: Command {
    static let syntax = Syntax(
        name: "diff", aliases: ["so-sanh"],
        operands: [
            Syntax.Operand(
                name: Wording("BẢN-CŨ", en: "OLD"),
                explanation: Wording(
                    "bản trước: .docx, .odt; .doc, .rtf nếu máy có LibreOffice",
                    en: "the earlier version: .docx, .odt; .doc, .rtf where LibreOffice is installed"),
                completion: .files(["docx", "odt", "doc", "rtf"])),
            Syntax.Operand(
                name: Wording("BẢN-MỚI", en: "NEW"), explanation: Wording("bản sau", en: "the later version"),
                completion: .files(["docx", "odt", "doc", "rtf"])),
        ], options: [.redline, .force],
        summary: Wording(
            "cho biết hai bản của một văn bản khác nhau ở đâu",
            en: "tells what two versions of a document have otherwise"),
        about: Wording(
            "So chữ trong thân văn bản và các bảng, từng đoạn một: đoạn nào sửa, thêm, bỏ, là thành phần gì; [-…-] là chữ bỏ, {+…+} là chữ thêm. Không so cách trình bày, đầu trang, chú thích và chữ trong khung. Có --ban-sua thì ghi bản cũ kèm mọi thay đổi ở dạng theo dõi thay đổi (Track Changes) để xem trong Word hay Writer: chấp nhận hết thì chữ đúng như bản mới, từ chối hết thì đúng như bản cũ; vanthu đọc lại để bảo đảm điều đó trước khi ghi. Văn bản còn thay đổi chưa chấp nhận thì từ chối. Định dạng ODT không theo dõi được hàng của bảng thêm hay bớt: khi đó có lỗi và nên chuyển sang .docx trước.",
            en:
                "Compares the text of the body and its tables paragraph by paragraph: what changed, came, went, and which component it is; [-…-] is what went, {+…+} what came. Looks, headers, notes and text boxes are not compared. With --redline, the earlier version is written with all of it as tracked changes for Word or Writer: accepting all gives the text of the later version, rejecting all that of the earlier; this is read back before anything is written. A document that has tracked changes already is refused. OpenDocument cannot track rows of tables that come or go: that is an error, and .docx is the way."
        ),
        examples: [
            "vanthu diff ke-hoach-cu.docx ke-hoach-moi.docx",
            "vanthu diff ke-hoach-cu.docx ke-hoach-moi.docx --redline so-sanh.docx",
        ])

    private let old: String
    private let new: String
    private let redline: String?
    private let existing: Publication.Existing

    init?(_ arguments: inout Arguments) {
        redline = arguments[.redline]
        existing = arguments.existing
        guard arguments.operands.count > 1 else { return nil }
        (old, new) = (arguments.operands[0], arguments.operands[1])
    }

    func run(_ surroundings: Surroundings) throws(Failure) -> Outcome {
        let compared = try Clerk.compare(
            old, with: new, redline: redline, existing: existing, environment: surroundings.environment)
        let text =
            surroundings.preferences.isJSON
            ? DifferenceReport(compared.value).json : compared.value.text(in: surroundings.language)
        return .told(Reported(text, warnings: compared.warnings))
    }
}

extension Option {
    fileprivate static let redline = Option(
        name: "redline", aliases: ["ban-sua"], value: Wording("TỆP", en: "FILE"),
        explanation: Wording(
            "ghi bản cũ kèm các thay đổi được theo dõi, cùng định dạng với bản cũ",
            en: "write the earlier version with tracked changes, in its own format"),
        completion: .files(["docx", "odt"]))
}
