internal import Container
internal import Diagnostics
internal import DocumentTemplates
internal import TemplateLanguage
internal import VanThu
internal import VietnameseText

// Options and operands that several commands have, each with its reading.

extension Option {
    static let year = Option(
        name: "year", aliases: ["nam"], value: Wording("NĂM", en: "YEAR"),
        explanation: Wording("năm của tài liệu, ví dụ 2021", en: "the year of the document, such as 2021"))
    static let data = Option(
        name: "data", aliases: ["du-lieu"], value: Wording("TỆP", en: "FILE"),
        explanation: Wording(
            "tệp dữ liệu điền vào mẫu (.yaml, .json, .csv hoặc .jsonl)",
            en: "the data to fill the template with (.yaml, .json, .csv or .jsonl)"),
        completion: .files(["yaml", "yml", "json", "csv", "tsv", "jsonl", "ndjson"]))
    static let rows = Option(
        name: "rows", aliases: ["dong"], value: Wording("TÊN=TỆP", en: "NAME=FILE"),
        explanation: Wording(
            "các dòng của một tệp .csv hoặc .jsonl, để lặp bằng {#TÊN}; không ghi tên thì là dong",
            en: "the rows of a .csv or .jsonl file, repeated by {#NAME}; without a name it is dong"),
        completion: .files(["csv", "tsv", "jsonl", "ndjson"]))
    static let delimiters = Option(
        name: "delimiters", aliases: ["dau-the"], value: Wording("'MỞ ĐÓNG'", en: "'OPEN CLOSE'"),
        explanation: Wording(
            "dấu mở và dấu đóng của thẻ, cách nhau một dấu cách, ví dụ '{{ }}'",
            en: "what opens and closes a tag, with a space between, such as '{{ }}'"))
    static let format = Option(
        name: "format", aliases: ["dinh-dang"], value: Wording("DANH SÁCH", en: "LIST"),
        explanation: Wording(
            "các định dạng cần tạo, cách nhau bằng dấu phẩy: docx, odt, pdf; du-toan và bao-cao có cả xlsx (mặc định: docx,odt)",
            en:
                "the formats to make, with commas between: docx, odt, pdf; budget and report also xlsx (default: docx,odt)"
        ), completion: .words(["docx", "odt", "pdf", "xlsx", "docx,odt", "docx,odt,pdf"]))
    static let outputFolder = Option(
        name: "output", aliases: ["dau-ra"], letter: "o", value: Wording("THƯ MỤC", en: "FOLDER"),
        explanation: Wording(
            "thư mục chứa kết quả (mặc định: output)", en: "where the results go (default: output)"),
        completion: .folders)
    static let force = Option(
        name: "force", aliases: ["ghi-de"],
        explanation: Wording("ghi đè tệp kết quả đã có", en: "replace results that are there already"))

    static let missing = Option(
        name: "missing", aliases: ["thieu"], value: Wording("CÁCH", en: "HOW"),
        explanation: Wording(
            "tên không có trong dữ liệu: trong (để trống) hoặc giu (thẻ giá trị giữ nguyên, phần {#…} vẫn mất); không ghi thì là lỗi",
            en:
                "a name the data lacks: blank (prints nothing) or keep (tags of values stay, sections {#…} go); an error otherwise"
        ), completion: .words(["blank", "keep", "trong", "giu"]))
    static let jobs = Option(
        name: "jobs", aliases: ["luong"], letter: "j", value: Wording("SỐ", en: "NUMBER"),
        explanation: Wording(
            "số luồng làm song song (mặc định: mọi nhân của máy)",
            en: "how many threads work (default: all cores)"))
    static let draft = Option(
        name: "draft", aliases: ["xem-truoc"],
        explanation: Wording(
            "bản xem trước của hồ sơ chưa đủ: chỗ thiếu ghi [thiếu: …], mỗi trang in “BẢN XEM TRƯỚC”, tên tệp bắt đầu bằng xem-truoc-",
            en:
                "a preview of an incomplete workspace: gaps are marked [thiếu: …], each page says so, and so does the file's name"
        ))
    /// Of the commands that make documents of a workspace.
    static let producing: [Option] = [.format, .outputFolder, .draft, .force]
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

extension Limit {
    /// How one is written.
    fileprivate var form: Wording {
        Wording(
            "ghi \(name.vietnamese)=SỐ, số từ 1 đến \(text(greatest)), mặc định \(text(usual))",
            en: "write \(name.english)=NUMBER, from 1 to \(text(greatest)); \(text(usual)) by default")
    }

    fileprivate static var forms: Wording {
        func list(_ name: (Limit) -> String) -> String {
            allCases.map { "\(name($0))=\($0.text($0.usual))" }.joined(separator: ", ")
        }
        return Wording(
            "ghi TÊN=SỐ; các giới hạn và mức mặc định: \(list(\.name.vietnamese))",
            en: "write NAME=NUMBER; the limits and what they usually are: \(list(\.name.english))")
    }
}

extension Syntax.Operand {
    static let workspace = Syntax.Operand(
        name: Wording("HỒ-SƠ", en: "WORKSPACE"),
        explanation: Wording(
            "thư mục hồ sơ: các tệp dữ liệu YAML, JSON, CSV",
            en: "the workspace: a folder of YAML, JSON and CSV data files"), completion: .folders)
    static let template = Syntax.Operand(
        name: Wording("MẪU", en: "TEMPLATE"),
        explanation: Wording(
            "mẫu .docx hoặc .odt có các thẻ như {ten}", en: "a .docx or .odt with tags such as {ten}"),
        completion: .files(["docx", "odt"]))
}

extension Arguments {
    /// Sets the limits that are given, and returns them; what is wrong is noted.
    mutating func setLimits() -> Set<Limit> {
        var given: Set<Limit> = []
        for item in (self[.limit] ?? "").split(separator: ",") {
            let parts = item.split(separator: "=", maxSplits: 1)
            let limit = Limit.allCases.first {
                [$0.name.vietnamese, $0.name.english].contains(parts[0].lowercased())
            }
            if let limit, parts.count == 2, let value = limit.value(parts[1]) {
                limit.set(value)
                given.insert(limit)
            } else {
                note(.badValue(String(item), of: .limit, fix: limit.map(\.form) ?? Limit.forms))
            }
        }
        return given
    }

    /// What happens to results that are there already.
    var existing: Publication.Existing { has(.force) ? .replaced : .kept }

    mutating func year(of option: Option = .year) -> Int? {
        value(
            of: option,
            otherwise: Wording(
                "ghi năm bằng bốn chữ số, ví dụ --nam 2021", en: "write four digits, such as --year 2021")
        ) { text in
            guard text.utf8.count == 4, let year = Int(text), (1945...2199).contains(year) else { return nil }
            return year
        }
    }

    mutating func delimiters() -> Delimiters? {
        guard let text = self[.delimiters] else { return nil }
        do throws(Failure) { return try Delimiters(parsing: text) } catch {
            note(error)
            return nil
        }
    }

    /// The day that an option says.
    mutating func day(of option: Option) -> CalendarDate? {
        value(
            of: option,
            otherwise: Wording(
                "ghi ngày như 2026-01-05 hoặc 05/01/2026", en: "write it as 2026-01-05 or 05/01/2026")
        ) { try? CalendarDate(parsing: $0) }
    }

    /// The file of rows that was named.
    func rows() -> Clerk.NamedRows? { self[.rows].map(Clerk.NamedRows.init(written:)) }

    /// How a template is filled.
    mutating func filling() -> Clerk.Filling {
        let missing = value(
            of: .missing,
            otherwise: Wording(
                "ghi --thieu trong hoặc --thieu giu", en: "write --missing blank or --missing keep")
        ) { text -> MissingValue? in
            switch text {
            case "blank", "trong": .isBlank
            case "keep", "giu": .keepsTheTag
            default: nil
            }
        }
        return Clerk.Filling(delimiters: delimiters(), missing: missing ?? .isAnError)
    }

    /// How many threads were asked for; nil for the usual number.
    mutating func jobs() -> Int? {
        value(of: .jobs, otherwise: Wording("ghi một số từ 1", en: "write a number from 1")) { text in
            Int(text).flatMap { (1...1024).contains($0) ? $0 : nil }
        }
    }

    /// The clerk that makes documents of a workspace.
    mutating func clerk() -> Clerk {
        let formats = value(
            of: .format,
            otherwise: Wording(
                "chỉ ghi docx, odt, pdf, xlsx, cách nhau bằng dấu phẩy",
                en: "write docx, odt, pdf, xlsx, with commas between")
        ) { list in
            var formats: [OutputFormat] = []
            for name in list.split(separator: ",", omittingEmptySubsequences: false) {
                guard let format = OutputFormat(rawValue: name.filter { $0 != " " }.lowercased()) else {
                    return [OutputFormat]?.none
                }
                if !formats.contains(format) { formats.append(format) }
            }
            return formats
        }
        return Clerk(
            formats: formats ?? [.docx, .odt], folder: self[.outputFolder] ?? "output", existing: existing,
            purpose: has(.draft) ? .preview : .document)
    }
}
