internal import Diagnostics

/// An option of the command line: how it is written and what it is for.
struct Option: Hashable {
    /// The long name without dashes.
    let name: String
    /// Other long names, Vietnamese first.
    var aliases: [String] = []
    /// The one-letter form.
    var letter: Character?
    /// What stands for the value in the help, or nil for a flag.
    var value: Wording?
    let explanation: Wording

    /// The names as they are typed, the proper one first: `--year`, `--nam`.
    var spellings: [String] { (letter.map { ["-\($0)"] } ?? []) + ([name] + aliases).map { "--\($0)" } }

    static func == (a: Self, b: Self) -> Bool { a.name == b.name }

    func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension Option {
    static let year = Option(
        name: "year", aliases: ["nam"], value: Wording("NĂM", en: "YEAR"),
        explanation: Wording("năm của tài liệu, ví dụ 2021", en: "the year of the document, such as 2021"))
    static let period = Option(
        name: "period", aliases: ["ky"], value: Wording("KỲ", en: "PERIOD"),
        explanation: Wording(
            "kỳ báo cáo: 2021-03 (tháng), 2021-Q1 (quý), 2021-H1 (6 tháng đầu năm), 2021-9M (9 tháng) hoặc 2021 (năm)",
            en: "the period: 2021-03 (a month), 2021-Q1, 2021-H1 (half a year), 2021-9M or 2021 (a year)"))
    static let calendar = Option(
        name: "calendar", aliases: ["duong-lich"],
        explanation: Wording(
            "tính kỳ theo ngày đầu và ngày cuối trên lịch, không theo thời điểm chốt số liệu của Nghị định 09/2019/NĐ-CP",
            en: "count the period by calendar days, not by the cut-off days of Decree 09/2019/NĐ-CP"))
    static let data = Option(
        name: "data", aliases: ["du-lieu"], value: Wording("TỆP", en: "FILE"),
        explanation: Wording(
            "tệp dữ liệu điền vào mẫu (.yaml, .json, .csv hoặc .jsonl)",
            en: "the data to fill the template with (.yaml, .json, .csv or .jsonl)"))
    static let rows = Option(
        name: "rows", aliases: ["dong"], value: Wording("TÊN=TỆP", en: "NAME=FILE"),
        explanation: Wording(
            "các dòng của một tệp .csv hoặc .jsonl, để lặp bằng {#TÊN}; không ghi tên thì là dong",
            en: "the rows of a .csv or .jsonl file, repeated by {#NAME}; without a name it is dong"))
    static let missing = Option(
        name: "missing", aliases: ["thieu"], value: Wording("CÁCH", en: "HOW"),
        explanation: Wording(
            "tên không có trong dữ liệu: blank (để trống) hoặc keep (giữ nguyên thẻ); không ghi thì là lỗi",
            en: "a name the data lacks: blank (prints nothing) or keep (the tag stays); an error otherwise"))
    static let delimiters = Option(
        name: "delimiters", aliases: ["dau-the"], value: Wording("'MỞ ĐÓNG'", en: "'OPEN CLOSE'"),
        explanation: Wording(
            "dấu mở và dấu đóng của thẻ, cách nhau một dấu cách, ví dụ '{{ }}'",
            en: "what opens and closes a tag, with a space between, such as '{{ }}'"))
    static let format = Option(
        name: "format", aliases: ["dinh-dang"], value: Wording("DANH SÁCH", en: "LIST"),
        explanation: Wording(
            "các định dạng cần tạo, cách nhau bằng dấu phẩy: docx, odt, pdf (mặc định: docx,odt)",
            en: "the formats to make, with commas between: docx, odt, pdf (default: docx,odt)"))
    static let outputFolder = Option(
        name: "output", aliases: ["dau-ra"], letter: "o", value: Wording("THƯ MỤC", en: "FOLDER"),
        explanation: Wording(
            "thư mục chứa kết quả (mặc định: output)", en: "where the results go (default: output)"))
    /// The same spelling as `outputFolder`, for a command that writes one file.
    static let outputFile = Option(
        name: "output", aliases: ["dau-ra"], letter: "o", value: Wording("TỆP", en: "FILE"),
        explanation: Wording(
            "tệp kết quả; đuôi .pdf thì in qua LibreOffice",
            en: "the file to write; one that ends in .pdf is printed through LibreOffice"))
    static let force = Option(
        name: "force", aliases: ["ghi-de"],
        explanation: Wording("ghi đè tệp kết quả đã có", en: "replace results that are there already"))
    static let json = Option(
        name: "json",
        explanation: Wording(
            "in kết quả và các lỗi dạng JSON ra đầu ra chuẩn",
            en: "print the result and the diagnostics as JSON on standard output"))
    static let language = Option(
        name: "lang", aliases: ["ngon-ngu"], value: Wording("vi|en", en: "vi|en"),
        explanation: Wording(
            "ngôn ngữ của thông báo (mặc định theo LC_ALL, LC_MESSAGES, LANG; không phải “en” thì là tiếng Việt)",
            en:
                "the language of messages (default after LC_ALL, LC_MESSAGES, LANG: Vietnamese unless they say “en”)"
        ))
    static let quiet = Option(
        name: "quiet", aliases: ["im-lang"], letter: "q",
        explanation: Wording("không in bảng kết quả", en: "print no table of results"))
    static let help = Option(
        name: "help", aliases: ["tro-giup"], letter: "h",
        explanation: Wording("in phần trợ giúp này", en: "print this help"))
    static let version = Option(
        name: "version", explanation: Wording("in số phiên bản", en: "print the version"))

    /// Understood by every command.
    static let common: [Option] = [.json, .language, .quiet, .help]
}
