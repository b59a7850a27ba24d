internal import Diagnostics

extension Syntax.Operand {
    fileprivate static let workspace = Syntax.Operand(
        name: Wording("HỒ-SƠ", en: "WORKSPACE"),
        explanation: Wording(
            "thư mục hồ sơ: các tệp dữ liệu YAML, JSON, CSV",
            en: "the workspace: a folder of YAML, JSON and CSV data files"))
}

extension Syntax {
    private static let writing: [Option] = [.format, .outputFolder, .force]

    static let plan = Syntax(
        name: "plan", aliases: ["ke-hoach"], operands: [.workspace], options: [.year] + writing,
        summary: Wording(
            "kế hoạch nhiều năm, hoặc kế hoạch của một năm", en: "the plan, or the annual plan of one year"),
        about: Wording(
            "Lập kế hoạch nhiều năm từ hồ sơ. Có --year thì lập kế hoạch của năm đó: chỉ các giai đoạn, nội dung, nhiệm vụ và chỉ tiêu còn hiệu lực trong năm, kèm phụ lục tiến độ.",
            en:
                "Writes the plan of several years. With --year, the annual plan: only the phases, work items, duties and targets alive in that year, with a schedule as its appendix."
        ),
        examples: [
            "vanthu plan examples/skhcn-dak-nong",
            "vanthu plan examples/skhcn-dak-nong --year 2021 --format docx",
        ])
    static let budget = Syntax(
        name: "budget", aliases: ["du-toan"], operands: [.workspace], options: [.year] + writing,
        required: [.year],
        summary: Wording(
            "tờ trình và dự toán kinh phí của một năm",
            en: "the budget estimate of a year, with its submission"),
        about: Wording(
            "Lập tờ trình về dự toán kinh phí của năm, kèm phụ lục dự toán chi tiết: số thứ tự, cộng từng nhóm, tổng cộng, theo nguồn kinh phí và bằng chữ.",
            en:
                "Writes the submission of a year's budget estimate with the detailed estimate as its appendix: numbering, subtotals, total, split by funding source, amount in words."
        ), examples: ["vanthu budget examples/skhcn-dak-nong --year 2021"])
    static let report = Syntax(
        name: "report", aliases: ["bao-cao"], operands: [.workspace],
        options: [.period, .calendar] + writing, required: [.period],
        summary: Wording(
            "báo cáo định kỳ từ nhật ký hoạt động", en: "the periodic report, computed from the activity log"),
        about: Wording(
            "Lập báo cáo của kỳ từ nhật ký hoạt động, kèm phụ lục chỉ tiêu: thực hiện trong kỳ, lũy kế, so với kế hoạch năm và cùng kỳ năm trước. Số liệu chốt theo Nghị định 09/2019/NĐ-CP; có --calendar thì theo lịch.",
            en:
                "Writes the report of a period from the activity log, with the indicators as its appendix: this period, cumulative, against the year's plan and the same period of last year. Figures are cut off after Decree 09/2019/NĐ-CP; with --calendar, by the calendar."
        ),
        examples: [
            "vanthu report examples/skhcn-dak-nong --period 2021-Q1",
            "vanthu report examples/skhcn-dak-nong --period 2021 --calendar",
        ])
    static let render = Syntax(
        name: "render", aliases: ["dien"], operands: [.template],
        options: [.data, .rows, .outputFile, .missing, .delimiters, .force], required: [.data, .outputFile],
        summary: Wording("điền dữ liệu vào một mẫu bất kỳ", en: "fills any template with data"),
        about: Wording(
            "Điền dữ liệu vào một mẫu DOCX hoặc ODT. Kết quả cùng định dạng với mẫu, hoặc là PDF.",
            en: "Fills a DOCX or ODT template with data. The result is of the template's format, or a PDF."),
        examples: [
            "vanthu render giay-moi.docx --data giay-moi.yaml -o output/giay-moi.docx",
            "vanthu render danh-sach.odt --data chung.yaml --rows hoc_vien=hoc-vien.csv -o output/danh-sach.odt",
        ])
    static let new = Syntax(
        name: "new", aliases: ["tao", "moi"],
        operands: [
            Operand(
                name: Wording("THƯ-MỤC", en: "FOLDER"),
                explanation: Wording(
                    "thư mục mới, chưa có hoặc còn trống", en: "a folder that is not there yet, or is empty"))
        ], options: [],
        summary: Wording("tạo một hồ sơ mẫu để bắt đầu", en: "makes a workspace to start from"),
        about: Wording(
            "Tạo một hồ sơ có đủ các tệp dữ liệu, kèm chú thích, để sửa thành hồ sơ của mình.",
            en: "Makes a workspace with every data file, with comments, to be edited into your own."),
        examples: ["vanthu new ho-so-2026"])
    static let schema = Syntax(
        name: "schema", aliases: ["luoc-do"],
        operands: [
            Operand(
                name: Wording("LOẠI", en: "KIND"),
                explanation: Wording(
                    "loại tệp dữ liệu; không ghi thì liệt kê các loại",
                    en: "a kind of data file; none lists the kinds"), isOptional: true)
        ], options: [],
        summary: Wording(
            "JSON Schema của một loại tệp dữ liệu", en: "the JSON Schema of a kind of data file"),
        about: Wording(
            "In JSON Schema của một loại tệp dữ liệu, để trình soạn thảo gợi ý và kiểm tra khi gõ.",
            en:
                "Prints the JSON Schema of a kind of data file, by which an editor completes and checks as you type."
        ), examples: ["vanthu schema ke-hoach > ke-hoach.schema.json"])
    static let help = Syntax(
        name: "help", aliases: ["tro-giup"],
        operands: [
            Operand(
                name: Wording("LỆNH", en: "COMMAND"),
                explanation: Wording("lệnh cần xem", en: "the command to explain"), isOptional: true)
        ], options: [],
        summary: Wording("trợ giúp chung, hoặc của một lệnh", en: "explains the tool, or one command"),
        about: Wording("In trợ giúp chung, hoặc của một lệnh.", en: "Explains the tool, or one command."),
        examples: ["vanthu help report"])
}
