internal import Diagnostics

extension Syntax {
    static let check = Syntax(
        name: "check", aliases: ["kiem-tra"],
        operands: [
            Operand(
                name: Wording("VĂN-BẢN…", en: "DOCUMENT…"),
                explanation: Wording(
                    "một hay nhiều văn bản .docx, .odt; .doc nếu máy có LibreOffice",
                    en: "one or more .docx or .odt documents; .doc where LibreOffice is installed"),
                isOptional: true, isRepeated: true)
        ],
        options: [
            .standard, .profile, .settings, .off, .today, .fix, .dryRun, .annotate, .sarif, .explain, .folder,
            .report, .jobs, .force,
        ],
        summary: Wording("kiểm tra thể thức của văn bản", en: "holds documents against the official format"),
        about: Wording(
            "Nhận ra các thành phần thể thức của từng văn bản, chọn quy định theo cơ quan ban hành (nhà nước: Nghị định 30/2020/NĐ-CP; Đảng: Hướng dẫn 05-HD/VPTW, trước 27/5/2026 là Hướng dẫn 36-HD/VPTW) và báo mọi lỗi: chỗ nào, thấy gì, đúng là gì, theo mục nào. Điều không xác định được thì không coi là lỗi. Tệp the-thuc.yaml cạnh văn bản, hoặc ở thư mục gần nhất phía trên, tắt quy tắc, đổi mức độ, thêm quy định riêng (docs/thiet-lap-rieng.md). Tệp được kiểm tra không bị thay đổi; có --annotate thì ghi thêm một bản có nhận xét ở từng chỗ, mọi thứ khác giữ nguyên. Có --fix thì ghi một bản đã sửa: chỉ những lỗi sửa được mà không động tới nội dung, kèm danh sách đã sửa gì và còn lại gì; chữ của bảng mã cũ (TCVN3, VNI) được chuyển sang Unicode. Có lỗi hoặc có tệp không kiểm tra được thì kết thúc bằng mã 1.",
            en:
                "Recognises the components of each document, chooses the regulation by its issuer (state: Decree 30/2020/NĐ-CP; Party: Guidance 05-HD/VPTW, before 27 May 2026 Guidance 36-HD/VPTW) and reports every fault: where, what was found, what is right, which clause. What cannot be told is no fault. A file the-thuc.yaml beside the document, or in the nearest folder above, switches rules off, changes severities, adds an agency's own profile (docs/thiet-lap-rieng.md). The files that are checked are not changed; with --annotate a copy is written with a comment at each finding, everything else untouched. With --fix a mended copy is written: only what can be mended without touching what the document says, with a list of what was mended and what is left; letters of an old encoding (TCVN3, VNI) become Unicode. Ends with status 1 when there are errors or a file cannot be checked."
        ),
        examples: [
            "vanthu check ke-hoach.docx", "vanthu check output/*.odt --standard nd30",
            "vanthu check den.docx --fix den-da-sua.docx",
            "vanthu check den.docx --annotate den-nhan-xet.docx",
            "vanthu check output/*.docx --sarif > check.sarif",
            "vanthu check bieu-mau.docx --off trinh_bay,number-year",
            "vanthu check --batch van-ban-2026 --report ket-qua.csv",
            "vanthu check ke-hoach.docx --profile so-khcn.yaml", "vanthu check --explain number-unpadded",
        ])
}

extension Option {
    static let folder = Option(
        name: "batch", aliases: ["ca-thu-muc"], value: Wording("THƯ-MỤC", en: "FOLDER"),
        explanation: Wording(
            "kiểm tra mọi văn bản trong thư mục và các thư mục con, cần --report",
            en: "check every document of a folder and of the folders in it; needs --report"))
    static let report = Option(
        name: "report", aliases: ["ban-ket-qua"], value: Wording("TỆP", en: "FILE"),
        explanation: Wording(
            "ghi mọi điều thấy được vào một bảng .csv hoặc .jsonl",
            en: "write all that was found into one table, .csv or .jsonl"))
    static let standard = Option(
        name: "standard", aliases: ["quy-dinh"],
        value: Wording("auto|nd30|hd05|hd36", en: "auto|nd30|hd05|hd36"),
        explanation: Wording(
            "quy định để kiểm tra (mặc định: auto, theo cơ quan ban hành)",
            en: "the regulation to check by (default: auto, by the issuer)"))
    static let profile = Option(
        name: "profile", aliases: ["quy-dinh-rieng"], value: Wording("TỆP", en: "FILE"),
        explanation: Wording(
            "kiểm tra mọi văn bản theo quy định riêng trong tệp .yaml này",
            en: "check every document by the agency's own profile in this .yaml file"))
    static let settings = Option(
        name: "settings", aliases: ["thiet-lap"], value: Wording("TỆP", en: "FILE"),
        explanation: Wording(
            "tệp thiết lập (mặc định: the-thuc.yaml cạnh văn bản hoặc ở thư mục gần nhất phía trên)",
            en:
                "the file of settings (default: the-thuc.yaml beside the document or in the nearest folder above)"
        ))
    static let off = Option(
        name: "off", aliases: ["tat"], value: Wording("MÃ,…", en: "CODE,…"),
        explanation: Wording(
            "không áp dụng các quy tắc hoặc nhóm quy tắc này, cách nhau bằng dấu phẩy",
            en: "leave out these rules or groups of rules, with commas between"))
    static let today = Option(
        name: "today", aliases: ["hom-nay"], value: Wording("NGÀY", en: "DATE"),
        explanation: Wording(
            "ngày kiểm tra, để báo ngày ban hành ở tương lai (mặc định: SOURCE_DATE_EPOCH, hoặc hôm nay)",
            en:
                "the day of the check, by which a date of issue is in the future (default: SOURCE_DATE_EPOCH, or today)"
        ))
    static let explain = Option(
        name: "explain", aliases: ["giai-thich"], value: Wording("MÃ", en: "CODE"),
        explanation: Wording(
            "giải thích một quy tắc, có ví dụ đúng và sai",
            en: "explain a rule, with a right and a wrong example"))
    static let fix = Option(
        name: "fix", aliases: ["sua"], value: Wording("TỆP", en: "FILE"),
        explanation: Wording(
            "ghi một bản đã sửa những lỗi sửa được mà không động tới nội dung",
            en: "write a copy in which everything is mended that can be without touching what it says"))
    static let dryRun = Option(
        name: "dry-run", aliases: ["xem-truoc"],
        explanation: Wording(
            "chỉ in ra --fix sẽ sửa những gì, không ghi tệp nào",
            en: "print what --fix would mend, and write nothing"))
    static let annotate = Option(
        name: "annotate", aliases: ["nhan-xet"], value: Wording("TỆP", en: "FILE"),
        explanation: Wording(
            "ghi một bản của văn bản có nhận xét ở từng chỗ phát hiện, mọi thứ khác giữ nguyên",
            en: "write a copy of the document with a comment at each finding, everything else untouched"))
    static let sarif = Option(
        name: "sarif",
        explanation: Wording(
            "in kết quả dạng SARIF 2.1.0 ra đầu ra chuẩn, thay cho --json",
            en: "print the findings as SARIF 2.1.0 on standard output, instead of --json"))
}
