internal import Batches
internal import Diagnostics
internal import VanThu

struct BatchCommand: Command {
    static let syntax = Syntax(
        name: "batch", aliases: ["hang-loat"],
        operands: [
            Syntax.Operand(
                name: Wording("MẪU…", en: "TEMPLATE…"),
                explanation: Wording(
                    "một hay nhiều mẫu .docx, .odt; mỗi bản ghi cho một văn bản theo từng mẫu",
                    en: "one or more .docx or .odt templates; each record gives a document of each"),
                completion: .files(["docx", "odt"]), isRepeated: true)
        ],
        options: [
            .records, .sheet, .names, .batchOutput, .key, .jobs, .resume, .verify, .failFast, .shard,
            .manifest, .missing, .delimiters, .force,
        ], required: [.records, .names, .batchOutput],
        summary: Wording(
            "điền một mẫu cho từng bản ghi, hàng loạt", en: "fills templates for each of many records"),
        about: Wording(
            "Mỗi bản ghi của dữ liệu (JSON Lines, JSON, CSV, bảng tính XLSX, ODS) cho một văn bản; --du-lieu - đọc JSON Lines từ đầu vào chuẩn. Tên tệp theo mẫu tên như '{so}-{ten | khong_dau}.docx', dấu gạch chéo trong mẫu tên tạo thư mục; đuôi .pdf thì in qua LibreOffice. -o THƯ-MỤC ghi từng tệp, -o TỆP.zip gộp vào một tệp nén, -o TỆP.docx hoặc TỆP.odt gộp thành một văn bản, mỗi bản ghi bắt đầu trang riêng, đánh số lại từ đầu. Sổ ghi manifest.jsonl trong thư mục kết quả có một dòng cho mỗi văn bản; --lam-tiep làm tiếp sau khi bị ngắt, không lập lại văn bản đã xong. Bản ghi sai được báo kèm dòng và ghi vào failed.jsonl, sửa rồi đưa lại làm dữ liệu được; các bản ghi khác vẫn được lập, kết thúc bằng mã 1. --so-ghi - in sổ ghi ra đầu ra chuẩn, dùng khi chia việc cho nhiều máy (docs/scale).",
            en:
                "Each record of the data (JSON Lines, JSON, CSV, XLSX or ODS workbooks) gives a document; --data - reads JSON Lines from standard input. Names come from a pattern such as '{so}-{ten | khong_dau}.docx', in which slashes make folders; with the ending .pdf documents are printed through LibreOffice. -o FOLDER writes a file each, -o FILE.zip puts all into one zip, -o FILE.docx or FILE.odt merges all into one document, each record on pages of its own, numbered anew. The manifest manifest.jsonl in the output folder has a line for each document; --resume goes on after an interruption and makes no finished document again. A record that is wrong is told with its line and put into failed.jsonl, which can be mended and fed in again; the others are made, and the status is 1. --manifest - prints the manifest on standard output, to deal the work out to many machines (docs/scale)."
        ),
        examples: [
            "vanthu batch giay-moi.docx --data khach-moi.csv --name '{so}-{ten | khong_dau}.docx' -o output/giay-moi",
            "vanthu batch thu.odt --data thu.jsonl --name '{don_vi}/{so}.odt' -o output/thu --resume",
            "vanthu batch thu.odt --data thu.jsonl --name '{so}.pdf' -o output/thu.zip",
            "vanthu batch giay-khen.docx --data khen-thuong.xlsx --sheet 'Năm 2026' --name '{ten | khong_dau}.docx' -o output/giay-khen",
        ])

    private let terms: Clerk.BatchTerms

    init?(_ arguments: inout Arguments) {
        let filling = arguments.filling()
        let jobs = arguments.jobs()
        let shard = arguments.value(
            of: .shard,
            otherwise: Wording("ghi như 2/8: phần thứ 2 trong 8 phần", en: "write it like 2/8: part 2 of 8")
        ) { readShard($0) }
        if arguments.has(.verify), !arguments.has(.resume) { arguments.note(.needsOption(.verify, .resume)) }
        guard let data = arguments[.records], let names = arguments[.names],
            let output = arguments[.batchOutput]
        else { return nil }
        var terms = Clerk.BatchTerms(templates: arguments.operands, data: data, names: names, output: output)
        terms.sheet = arguments[.sheet]
        terms.key = arguments[.key]
        terms.filling = filling
        terms.existing = arguments.existing
        terms.manifest = arguments[.manifest].map { $0 == "-" ? .standardOutput : .file($0) }
        terms.onFailure = arguments.has(.failFast) ? .stop : .goOn
        if arguments.has(.resume) {
            terms.course = .resumed(arguments.has(.verify) ? .checkedFirst : .checkedInTheEnd)
        }
        terms.jobs = jobs
        terms.shard = shard
        self.terms = terms
    }

    var worksThroughMany: Bool { true }

    func run(_ surroundings: Surroundings) throws(Failure) -> Outcome {
        let display = BatchDisplay(surroundings.preferences)
        defer { display.clear() }
        let progress = try Clerk.batch(
            terms, in: surroundings.language, environment: surroundings.environment, display.observer)
        return .batch(
            BatchResult(
                progress: progress, output: terms.output, isManifestPrinted: terms.manifest == .standardOutput
            ))
    }
}

/// `2/8`.
private func readShard(_ text: String) -> Batch.Shard? {
    let parts = text.split(separator: "/").map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1] else { return nil }
    return Batch.Shard(number: number, of: count)
}

extension Option {
    fileprivate static let records = Option(
        name: "data", aliases: ["du-lieu"], value: Wording("TỆP", en: "FILE"),
        explanation: Wording(
            "các bản ghi: .jsonl, .json (một danh sách), .csv, .xlsx, .ods; - là JSON Lines từ đầu vào chuẩn",
            en: "the records: .jsonl, .json (one list), .csv, .xlsx, .ods; - is JSON Lines on standard input"),
        completion: .files(["jsonl", "ndjson", "json", "csv", "tsv", "xlsx", "ods"]))
    fileprivate static let sheet = Option(
        name: "sheet", aliases: ["trang"], value: Wording("TÊN", en: "NAME"),
        explanation: Wording(
            "trang tính có các bản ghi (mặc định: trang đầu không bị ẩn)",
            en: "the sheet with the records (default: the first that is not hidden)"))
    fileprivate static let names = Option(
        name: "name", aliases: ["ten-tep"], value: Wording("MẪU-TÊN", en: "PATTERN"),
        explanation: Wording(
            "tên của từng tệp, có thẻ như mẫu: '{so}-{ten | khong_dau}.docx'; nhiều mẫu thì thêm {mau}",
            en:
                "the name of each file, with tags: '{so}-{ten | khong_dau}.docx'; with several templates add {mau}"
        ))
    fileprivate static let batchOutput = Option(
        name: "output", aliases: ["dau-ra"], letter: "o",
        value: Wording("THƯ-MỤC|TỆP.zip", en: "FOLDER|FILE.zip"),
        explanation: Wording(
            "thư mục kết quả, hoặc một tệp nén", en: "the folder for the results, or one zip"),
        completion: .folders)
    fileprivate static let key = Option(
        name: "key", aliases: ["khoa"], value: Wording("MẪU-TÊN", en: "PATTERN"),
        explanation: Wording(
            "điều phân biệt các bản ghi, như '{so}' (mặc định: tên tệp)",
            en: "what tells the records apart, such as '{so}' (default: the file's name)"))
    fileprivate static let resume = Option(
        name: "resume", aliases: ["lam-tiep"],
        explanation: Wording(
            "làm tiếp lần trước trong cùng thư mục, giữ văn bản đã xong",
            en: "go on in the same folder; finished documents stay"))
    fileprivate static let verify = Option(
        name: "verify", aliases: ["doi-chieu"],
        explanation: Wording(
            "khi làm tiếp, so mã băm của văn bản đã xong trước",
            en: "when going on, compare the hashes of finished documents first"))
    fileprivate static let failFast = Option(
        name: "fail-fast", aliases: ["dung-khi-loi"],
        explanation: Wording("dừng ở bản ghi sai đầu tiên", en: "stop at the first record that is wrong"))
    fileprivate static let shard = Option(
        name: "shard", aliases: ["phan"], value: Wording("I/N", en: "I/N"),
        explanation: Wording(
            "chỉ làm phần thứ I trong N phần, chia theo khóa của bản ghi",
            en: "make only part I of N, dealt out by the records' keys"))
    fileprivate static let manifest = Option(
        name: "manifest", aliases: ["so-ghi"], value: Wording("TỆP|-", en: "FILE|-"),
        explanation: Wording(
            "sổ ghi ở tệp khác; - là đầu ra chuẩn", en: "the manifest in another file; - is standard output"),
        completion: .files([]))
}
