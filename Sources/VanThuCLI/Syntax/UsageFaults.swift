internal import Diagnostics

extension Diagnostic {
    static let missingCommand = usage(
        "usage.missing-command", Wording("chưa ghi lệnh nào", en: "there is no command"), at: "vanthu",
        fix: Wording("xem các lệnh bằng “vanthu tro-giup”", en: "“vanthu help” lists the commands"))

    static func unknownCommand(_ name: String) -> Diagnostic {
        usage(
            "usage.unknown-command", Wording("không có lệnh “\(name)”", en: "there is no command “\(name)”"),
            at: name,
            fix: nearestName(to: name, among: Commands.names).map {
                Wording("có phải là “\($0)”?", en: "did you mean “\($0)”?")
            } ?? Wording("xem các lệnh bằng “vanthu tro-giup”", en: "“vanthu help” lists the commands"))
    }

    static func notUTF8(_ word: String) -> Diagnostic {
        usage(
            "usage.not-utf8",
            Wording(
                "“\(word)” không viết bằng mã UTF-8, nên không đọc hay ghi được đúng tệp mang tên ấy",
                en: "“\(word)” is not in UTF-8, so the file of that name cannot be read or written"),
            at: word,
            fix: Wording(
                "đổi tên tệp hoặc thư mục sang UTF-8, ví dụ: mv TÊN-CŨ ten-moi.docx",
                en: "rename the file or folder in UTF-8, such as: mv OLD-NAME new-name.docx"))
    }

    static func unknownOption(_ spelling: String, among options: [Option]) -> Diagnostic {
        let known = options.flatMap { $0.spellings(in: .vietnamese) }.filter { $0.hasPrefix("--") }
        let bare = nearestName(
            to: String(spelling.drop { $0 == "-" }), among: known.map { String($0.dropFirst(2)) })
        return usage(
            "usage.unknown-option",
            Wording("không có tùy chọn “\(spelling)”", en: "there is no option “\(spelling)”"), at: spelling,
            fix: bare.map { Wording("có phải là “--\($0)”?", en: "did you mean “--\($0)”?") }
                ?? Wording(
                    "xem các tùy chọn bằng “vanthu tro-giup LỆNH”",
                    en: "“vanthu help COMMAND” lists the options"))
    }

    static func optionOfAnotherCommand(_ option: Option, of syntax: Syntax) -> Diagnostic {
        let others = Commands.syntaxes.filter { $0.options.contains(option) }
        func list(_ language: Language) -> String {
            others.map { $0.name(in: language) }.joined(separator: ", ")
        }
        return usage(
            "usage.option-of-another-command",
            Wording(
                "lệnh “\(syntax.wording.vietnamese)” không có tùy chọn “\(option.wording.vietnamese)”",
                en: "the command “\(syntax.wording.english)” has no option “\(option.wording.english)”"),
            at: "--\(option.name)",
            fix: Wording(
                "bỏ tùy chọn này; nó thuộc về: \(list(.vietnamese))",
                en: "leave it out; it belongs to: \(list(.english))"))
    }

    static func missingValue(_ spelling: String, of option: Option) -> Diagnostic {
        let example = option.value ?? Wording("…", en: "…")
        return usage(
            "usage.missing-value",
            Wording("tùy chọn “\(spelling)” thiếu giá trị", en: "the option “\(spelling)” lacks its value"),
            at: spelling,
            fix: Wording("ghi \(spelling) \(example.vietnamese)", en: "write \(spelling) \(example.english)"))
    }

    static func needlessValue(_ spelling: String) -> Diagnostic {
        usage(
            "usage.needless-value",
            Wording(
                "tùy chọn “\(spelling)” không nhận giá trị", en: "the option “\(spelling)” takes no value"),
            at: spelling, fix: Wording("chỉ ghi \(spelling)", en: "write just \(spelling)"))
    }

    static func repeatedOption(_ spelling: String) -> Diagnostic {
        usage(
            "usage.repeated-option",
            Wording(
                "tùy chọn “\(spelling)” được ghi hai lần với giá trị khác nhau",
                en: "the option “\(spelling)” is given twice with different values"), at: spelling,
            fix: Wording("giữ lại một lần", en: "keep one of them"))
    }

    static func missingOption(_ option: Option, of syntax: Syntax) -> Diagnostic {
        let value = option.value ?? Wording("", en: "")
        return usage(
            "usage.missing-option",
            Wording(
                "lệnh “\(syntax.wording.vietnamese)” cần tùy chọn “\(option.wording.vietnamese)”",
                en: "the command “\(syntax.wording.english)” needs the option “\(option.wording.english)”"),
            at: syntax.name,
            fix: Wording(
                "thêm \(option.wording.vietnamese) \(value.vietnamese)",
                en: "add \(option.wording.english) \(value.english)"))
    }

    static func missingOperand(_ operand: Syntax.Operand, of syntax: Syntax) -> Diagnostic {
        usage(
            "usage.missing-operand",
            Wording(
                "lệnh “\(syntax.wording.vietnamese)” thiếu \(operand.name.vietnamese) (\(operand.explanation.vietnamese))",
                en:
                    "the command “\(syntax.wording.english)” lacks \(operand.name.english) (\(operand.explanation.english))"
            ), at: syntax.name,
            fix: Wording(
                "cách dùng: \(syntax.usage(in: .vietnamese))", en: "usage: \(syntax.usage(in: .english))"))
    }

    static func surplusOperand(_ word: String, of syntax: Syntax) -> Diagnostic {
        usage(
            "usage.surplus-operand", Wording("thừa “\(word)”", en: "“\(word)” is one word too many"),
            at: word,
            fix: Wording(
                "cách dùng: \(syntax.usage(in: .vietnamese)); tên có dấu cách thì đặt trong ngoặc kép",
                en: "usage: \(syntax.usage(in: .english)); put a name with spaces in quotes"))
    }

    static func conflictingOptions(_ option: Option, _ other: Option) -> Diagnostic {
        usage(
            "usage.conflicting-options",
            Wording(
                "không dùng \(option.wording.vietnamese) cùng với \(other.wording.vietnamese)",
                en: "\(option.wording.english) and \(other.wording.english) exclude each other"),
            at: "--\(other.name)", fix: Wording("giữ lại một trong hai", en: "keep one of them"))
    }

    static func needsOption(_ option: Option, _ other: Option) -> Diagnostic {
        usage(
            "usage.needs-option",
            Wording(
                "\(option.wording.vietnamese) chỉ dùng cùng \(other.wording.vietnamese)",
                en: "\(option.wording.english) goes with \(other.wording.english) only"),
            at: "--\(option.name)",
            fix: Wording("thêm \(other.wording.vietnamese)", en: "add \(other.wording.english)"))
    }

    static func badValue(_ value: String, of option: Option, fix: Wording) -> Diagnostic {
        usage(
            "usage.bad-value",
            Wording(
                "giá trị “\(value)” của \(option.wording.vietnamese) không hợp lệ",
                en: "“\(value)” is no value for \(option.wording.english)"), at: "--\(option.name)", fix: fix)
    }

    static func usage(_ code: String, _ message: Wording, at argument: String, fix: Wording) -> Diagnostic {
        Diagnostic(code, message, cause: .usage, at: .argument(argument), fix: fix)
    }
}
