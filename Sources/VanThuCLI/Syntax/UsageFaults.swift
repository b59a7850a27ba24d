internal import Diagnostics

extension Diagnostic {
    static let missingCommand = usage(
        "missing-command", Wording("chưa ghi lệnh nào", en: "there is no command"), at: "vanthu",
        fix: Wording("xem các lệnh bằng “vanthu help”", en: "“vanthu help” lists the commands"))

    static func unknownCommand(_ name: String) -> Diagnostic {
        usage(
            "unknown-command", Wording("không có lệnh “\(name)”", en: "there is no command “\(name)”"),
            at: name,
            fix: nearestName(to: name, among: Command.allNames).map {
                Wording("có phải là “\($0)”?", en: "did you mean “\($0)”?")
            } ?? Wording("xem các lệnh bằng “vanthu help”", en: "“vanthu help” lists the commands"))
    }

    static func unknownOption(_ spelling: String) -> Diagnostic {
        let known = (Command.allCases.flatMap { $0.syntax.allOptions } + [.version]).flatMap(\.spellings)
        return usage(
            "unknown-option",
            Wording("không có tùy chọn “\(spelling)”", en: "there is no option “\(spelling)”"), at: spelling,
            fix: nearestName(to: spelling, among: known).map {
                Wording("có phải là “\($0)”?", en: "did you mean “\($0)”?")
            }
                ?? Wording(
                    "xem các tùy chọn bằng “vanthu help LỆNH”", en: "“vanthu help COMMAND” lists the options")
        )
    }

    static func optionOfAnotherCommand(_ option: Option, command: Command) -> Diagnostic {
        let others = Command.allCases.map(\.syntax).filter { $0.options.contains(option) }.map(\.name)
        let list = others.joined(separator: ", ")
        return usage(
            "option-of-another-command",
            Wording(
                "lệnh “\(command.syntax.name)” không có tùy chọn “--\(option.name)”",
                en: "the command “\(command.syntax.name)” has no option “--\(option.name)”"),
            at: "--\(option.name)",
            fix: Wording("bỏ tùy chọn này; nó thuộc về: \(list)", en: "leave it out; it belongs to: \(list)"))
    }

    static func missingValue(_ spelling: String, of option: Option) -> Diagnostic {
        let example = option.value ?? Wording("…", en: "…")
        return usage(
            "missing-value",
            Wording("tùy chọn “\(spelling)” thiếu giá trị", en: "the option “\(spelling)” lacks its value"),
            at: spelling,
            fix: Wording("ghi \(spelling) \(example.vietnamese)", en: "write \(spelling) \(example.english)"))
    }

    static func needlessValue(_ spelling: String) -> Diagnostic {
        usage(
            "needless-value",
            Wording(
                "tùy chọn “\(spelling)” không nhận giá trị", en: "the option “\(spelling)” takes no value"),
            at: spelling, fix: Wording("chỉ ghi \(spelling)", en: "write just \(spelling)"))
    }

    static func repeatedOption(_ spelling: String) -> Diagnostic {
        usage(
            "repeated-option",
            Wording(
                "tùy chọn “\(spelling)” được ghi hai lần với giá trị khác nhau",
                en: "the option “\(spelling)” is given twice with different values"), at: spelling,
            fix: Wording("giữ lại một lần", en: "keep one of them"))
    }

    static func missingOption(_ option: Option, command: Command) -> Diagnostic {
        let value = option.value ?? Wording("", en: "")
        return usage(
            "missing-option",
            Wording(
                "lệnh “\(command.syntax.name)” cần tùy chọn “--\(option.name)”",
                en: "the command “\(command.syntax.name)” needs the option “--\(option.name)”"),
            at: command.syntax.name,
            fix: Wording(
                "thêm --\(option.name) \(value.vietnamese)", en: "add --\(option.name) \(value.english)"))
    }

    static func missingOperand(_ operand: Syntax.Operand, command: Command) -> Diagnostic {
        usage(
            "missing-operand",
            Wording(
                "lệnh “\(command.syntax.name)” thiếu \(operand.name.vietnamese) (\(operand.explanation.vietnamese))",
                en:
                    "the command “\(command.syntax.name)” lacks \(operand.name.english) (\(operand.explanation.english))"
            ), at: command.syntax.name,
            fix: Wording(
                "cách dùng: \(command.syntax.usage(in: .vietnamese))",
                en: "usage: \(command.syntax.usage(in: .english))"))
    }

    static func surplusOperand(_ word: String, command: Command) -> Diagnostic {
        usage(
            "surplus-operand", Wording("thừa “\(word)”", en: "“\(word)” is one word too many"), at: word,
            fix: Wording(
                "cách dùng: \(command.syntax.usage(in: .vietnamese)); tên có dấu cách thì đặt trong ngoặc kép",
                en: "usage: \(command.syntax.usage(in: .english)); put a name with spaces in quotes"))
    }

    static func conflictingOptions(_ option: Option, _ other: Option) -> Diagnostic {
        usage(
            "conflicting-options",
            Wording(
                "không dùng --\(option.name) cùng với --\(other.name)",
                en: "--\(option.name) and --\(other.name) exclude each other"), at: "--\(other.name)",
            fix: Wording("giữ lại một trong hai", en: "keep one of them"))
    }

    static func oneDocument(_ option: Option) -> Diagnostic {
        usage(
            "one-document",
            Wording(
                "--\(option.name) chỉ dùng với một văn bản",
                en: "--\(option.name) goes with one document only"), at: "--\(option.name)",
            fix: Wording("chạy lệnh cho từng văn bản", en: "run the command for each document"))
    }

    static func badValue(_ value: String, of option: Option, fix: Wording) -> Diagnostic {
        usage(
            "bad-value",
            Wording(
                "giá trị “\(value)” của --\(option.name) không hợp lệ",
                en: "“\(value)” is no value for --\(option.name)"), at: "--\(option.name)", fix: fix)
    }

    static func usage(_ fact: String, _ message: Wording, at argument: String, fix: Wording) -> Diagnostic {
        Diagnostic("usage.\(fact)", message, cause: .usage, at: .argument(argument), fix: fix)
    }
}
