internal import Diagnostics
internal import VanThu

/// The page that `man vanthu` shows: everything in Vietnamese, then in English.
enum ManualPage {
    static var text: String {
        let name = Commands.purpose.vietnamese.split(separator: ":", maxSplits: 1).last ?? ""
        var lines = [
            ".\\\" -*- coding: UTF-8 -*-", ".TH VANTHU 1 \"\" \"vanthu \(VanThu.version)\" \"Văn thư\"",
            ".SH NAME", "vanthu \\- \(escaped(name.drop { $0 == " " }))",
        ]
        for language in Language.allCases { lines += sections(in: language) }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func sections(in language: Language) -> [String] {
        func title(_ vietnamese: String, _ english: String) -> String {
            ".SH " + Wording("\"\(vietnamese)\"", en: "\"\(english)\"").text(in: language)
        }
        var lines = [title("CÁCH DÙNG", "SYNOPSIS (ENGLISH)")]
        for syntax in Commands.syntaxes { lines += [".B \(escaped(syntax.usage(in: language)))", ".br"] }
        lines += [
            title("MÔ TẢ", "DESCRIPTION"), paragraph(Commands.purpose.text(in: language)),
            title("LỆNH", "COMMANDS"),
        ]
        for syntax in Commands.syntaxes { lines += section(of: syntax, in: language) }
        lines.append(title("TÙY CHỌN CHUNG", "COMMON OPTIONS"))
        lines += Option.general.flatMap { entry($0, in: language) }
        lines += [title("MÃ KẾT THÚC", "EXIT STATUS"), paragraph(Commands.statuses.text(in: language))]
        return lines
    }

    private static func section(of syntax: Syntax, in language: Language) -> [String] {
        var lines = [
            ".SS \"\(escaped(syntax.names(in: language).joined(separator: ", ")))\"",
            paragraph(syntax.about.text(in: language)),
        ]
        for operand in syntax.operands {
            lines += [
                ".TP", ".I \(escaped(operand.name.text(in: language)))",
                paragraph(operand.explanation.text(in: language)),
            ]
        }
        lines += syntax.options.flatMap { entry($0, in: language) }
        lines += [".PP", Wording("Ví dụ:", en: "Examples:").text(in: language), ".RS", ".nf"]
        lines += syntax.examples(in: language).map(paragraph)
        return lines + [".fi", ".RE"]
    }

    private static func entry(_ option: Option, in language: Language) -> [String] {
        let spellings = option.spellings(in: language).map(escaped).joined(separator: ", ")
        let value = option.value.map { " " + escaped($0.text(in: language)) } ?? ""
        return [".TP", ".B \"\(spellings)\(value)\"", paragraph(option.explanation.text(in: language))]
    }

    /// A line of text, which must not be taken for a request.
    private static func paragraph(_ text: String) -> String {
        let line = escaped(text)
        return line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
    }

    private static func escaped(_ text: some StringProtocol) -> String {
        String(text).replacing("\\", with: "\\e").replacing("-", with: "\\-").replacing("\"", with: "\\(dq")
    }
}
