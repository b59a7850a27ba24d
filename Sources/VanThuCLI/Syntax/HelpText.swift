internal import Diagnostics

extension Syntax {
    /// `vanthu budget WORKSPACE --year YEAR [options]`.
    func usage(in language: Language) -> String {
        var words = ["vanthu", name(in: language)]
        words += operands.map {
            let name = $0.name.text(in: language)
            return $0.isOptional ? "[\(name)]" : name
        }
        words += required.map { option in
            "\(option.letter.map { "-\($0)" } ?? option.wording.text(in: language)) \(option.value?.text(in: language) ?? "")"
        }
        if !options.allSatisfy(required.contains) {
            words.append(Wording("[tùy chọn]", en: "[options]").text(in: language))
        }
        return words.joined(separator: " ")
    }

    /// The command's whole help.
    func help(in language: Language) -> String {
        var text = usage(in: language) + "\n"
        let others = names(in: language).dropFirst()
        if !others.isEmpty {
            let title = Wording("Tên khác", en: "Also").text(in: language)
            text += "\(title): \(others.joined(separator: ", "))\n"
        }
        text += "\n" + folded(about.text(in: language), width: 100) + "\n"
        let arguments = operands.map { ($0.name.text(in: language), $0.explanation.text(in: language)) }
        text += section(nil, rows: arguments)
        text += section(
            Wording("Tùy chọn", en: "Options").text(in: language),
            rows: options.map { $0.helpRow(in: language) })
        text += section(
            Wording("Tùy chọn chung", en: "Common options").text(in: language),
            rows: Option.common.map { $0.helpRow(in: language) })
        let title = Wording("Ví dụ", en: "Examples").text(in: language)
        return text + "\n\(title):\n" + examples(in: language).map { "  \($0)\n" }.joined()
    }

    /// The examples with the names a person of that language reads.
    func examples(in language: Language) -> [String] {
        examples.map { example in
            example.split(separator: " ").enumerated().map { place, word in
                if place == 1, word == name { return name(in: language) }
                let option = allOptions.first { word == "--\($0.name)" }
                return option?.wording.text(in: language) ?? String(word)
            }.joined(separator: " ")
        }
    }
}

extension Commands {
    /// What a process of the tool ends with.
    static let statuses = Wording(
        "Mã kết thúc: 0 xong; 1 dữ liệu hoặc mẫu sai, không ghi gì, hoặc văn bản được kiểm tra có lỗi; 2 dòng lệnh sai; 3 lỗi môi trường (đĩa, quyền, thiếu chương trình).",
        en:
            "Exit status: 0 done; 1 the data or a template is wrong and nothing was written, or a checked document has errors; 2 the command line is wrong; 3 the environment failed (disk, permission, missing program)."
    )

    /// What the tool is.
    static let purpose = Wording(
        "vanthu: từ một hồ sơ dữ liệu ra kế hoạch, dự toán và báo cáo đúng thể thức Nghị định 30/2020/NĐ-CP (DOCX, ODT, PDF)",
        en:
            "vanthu: from one workspace of data, the plan, the budget estimate and the report in the format of Decree 30/2020/NĐ-CP (DOCX, ODT, PDF)"
    )

    /// The help of the tool as a whole.
    static func overview(in language: Language) -> String {
        var text = folded(purpose.text(in: language), width: 100) + "\n\n"
        text += Wording("Cách dùng: vanthu LỆNH … [tùy chọn]\n", en: "Usage: vanthu COMMAND … [options]\n")
            .text(in: language)
        text += section(
            Wording("Lệnh", en: "Commands").text(in: language),
            rows: all.map { command in
                let syntax = command.syntax
                return (syntax.names(in: language).joined(separator: ", "), syntax.summary.text(in: language))
            })
        text += section(
            Wording("Tùy chọn chung", en: "Common options").text(in: language),
            rows: Option.general.map { $0.helpRow(in: language) })
        text += "\n" + folded(statuses.text(in: language), width: 100) + "\n"
        return text
            + Wording(
                "Chi tiết một lệnh: vanthu tro-giup LỆNH\n",
                en: "One command in detail: vanthu help COMMAND\n"
            ).text(in: language)
    }
}

extension Option {
    fileprivate func helpRow(in language: Language) -> (String, String) {
        let value = value.map { " " + $0.text(in: language) } ?? ""
        return (spellings(in: language).joined(separator: ", ") + value, explanation.text(in: language))
    }
}

/// A titled list of two columns; explanations are folded into the second.
private func section(_ title: String?, rows: [(String, String)]) -> String {
    guard !rows.isEmpty else { return "" }
    let widest = rows.map(\.0.count).max() ?? 0
    let indent = min(widest, 34) + 4
    var text = "\n" + (title.map { "\($0):\n" } ?? "")
    for (name, explanation) in rows {
        let lines = folded(explanation, width: 100 - indent).split(separator: "\n")
        let first = "  " + name
        if first.count + 2 > indent {
            text += first + "\n" + String(repeating: " ", count: indent)
        } else {
            text += first + String(repeating: " ", count: indent - first.count)
        }
        text += lines.joined(separator: "\n" + String(repeating: " ", count: indent)) + "\n"
    }
    return text
}

/// Breaks a paragraph between words into lines of at most `width` characters.
private func folded(_ paragraph: String, width: Int) -> String {
    var lines: [String] = []
    var line = ""
    for word in paragraph.split(separator: " ") {
        if !line.isEmpty, line.count + 1 + word.count > width {
            lines.append(line)
            line = ""
        }
        line += (line.isEmpty ? "" : " ") + word
    }
    lines.append(line)
    return lines.joined(separator: "\n")
}
