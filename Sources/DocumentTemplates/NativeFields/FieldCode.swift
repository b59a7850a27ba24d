internal import Diagnostics
internal import TemplateLanguage
internal import VietnameseText

/// The code of one of Word's fields, split as Word splits it: ` MERGEFIELD "Họ tên" \* Upper `.
struct FieldCode {
    /// The first word, in capitals.
    let keyword: String
    let name: String
    private var switches: [(mark: String, argument: String)] = []

    init(_ code: String) {
        var words = FieldCode.words(of: code)[...]
        keyword = words.popFirst()?.uppercased() ?? ""
        name = words.first.map { $0.hasPrefix("\\") ? "" : $0 } ?? ""
        if !name.isEmpty { words.removeFirst() }
        while let word = words.popFirst() {
            guard word.hasPrefix("\\") else { continue }
            let takesArgument = ["\\*", "\\@", "\\#", "\\b", "\\f"].contains(word.lowercased())
            switches.append((word.lowercased(), takesArgument ? words.popFirst() ?? "" : ""))
        }
    }

    var isMerge: Bool { keyword == "MERGEFIELD" }

    /// Whether it computes with cells of a table: `=SUM(ABOVE)`, `=B2*C2`.
    var isTableFormula: Bool {
        guard keyword.hasPrefix("=") else { return false }
        return (keyword + " " + name.uppercased()).split { !$0.isLetter && !$0.isNumber }.contains { word in
            let letters = word.prefix { $0.isLetter }
            let digits = word.dropFirst(letters.count)
            return ["ABOVE", "BELOW", "LEFT", "RIGHT"].contains(String(word))
                || (1...2).contains(letters.count) && !digits.isEmpty && digits.allSatisfy(\.isNumber)
        }
    }

    /// Whether it counts from one in plain numbers.
    var isPlainSequence: Bool {
        keyword == "SEQ" && !name.isEmpty
            && switches.allSatisfy { mark, argument in
                mark == "\\n"
                    || mark == "\\*"
                        && ["arabic", "mergeformat", "charformat"].contains(argument.lowercased())
            }
    }

    /// What stands between the delimiters of a tag that prints the same; nil when the name cannot be one of a tag.
    var tag: String? {
        guard let name = FieldCode.tagName(name) else { return nil }
        return ([name] + filters).joined(separator: " | ")
    }

    /// Switches that change what is printed and that no filter does.
    var unknownSwitches: [String] {
        switches.compactMap { mark, argument in
            switch mark {
            case "\\@", "\\#", "\\b", "\\f", "\\m", "\\v": nil
            case "\\*": FieldCode.formats[argument.lowercased()] == nil ? "\\* \(argument)" : nil
            default: mark
            }
        }
    }

    private static let formats: [String: [String]] = [
        "mergeformat": [], "charformat": [], "upper": ["hoa"], "lower": ["thuong"], "firstcap": ["hoa_dau"],
        "caps": ["ho_ten"], "arabic": [], "roman": ["la_ma", "thuong"], "cardtext": ["bang_chu", "thuong"],
    ]

    private var filters: [String] {
        var filters: [String] = []
        var before = ""
        var after = ""
        for (mark, argument) in switches {
            switch mark {
            case "\\@", "\\#": filters.append("mau_word(\"\(FieldCode.quotable(argument))\")")
            case "\\*":
                filters += argument == "ROMAN" ? ["la_ma"] : FieldCode.formats[argument.lowercased()] ?? []
            case "\\b": before = FieldCode.quotable(argument)
            case "\\f": after = FieldCode.quotable(argument)
            default: break
            }
        }
        if !after.isEmpty {
            filters.append("kem(\"\(before)\", \"\(after)\")")
        } else if !before.isEmpty {
            filters.append("kem(\"\(before)\")")
        }
        return filters
    }

    /// The text as it can stand between double quotes in a tag.
    static func quotable(_ text: String) -> String { String(text.map { "\"“”„".contains($0) ? "'" : $0 }) }

    /// A name of Word's as a tag can say it: letters, digits, underscores and single blanks; nil when none is left.
    static func tagName(_ name: String) -> String? {
        var words: [String] = []
        for part in name.split(separator: ".", omittingEmptySubsequences: true) {
            let plain = part.map { $0.isLetter || $0.isNumber || $0 == " " ? $0 : "_" }
            let word = String(plain).split(separator: " ").joined(separator: " ")
            guard let first = word.first else { return nil }
            words.append(first.isNumber ? "_" + word : word)
        }
        let source = Normalization.nfc(words.joined(separator: "."))
        guard !source.isEmpty, let expression = try? Tag(parsing: source, at: .file("")),
            case .value(.path) = expression
        else { return nil }
        return source
    }

    /// Blanks divide words; quotes, straight or typographic, hold them together.
    private static func words(of code: String) -> [String] {
        var words: [String] = []
        var rest = code[...]
        while let first = rest.first {
            if first.isWhitespace {
                rest.removeFirst()
            } else if "\"“”".contains(first) {
                rest.removeFirst()
                let quoted = rest.prefix { !"\"“”".contains($0) }
                words.append(String(quoted))
                rest = rest.dropFirst(quoted.count + 1)
            } else if first == "\\" {
                let mark = rest.prefix(2)
                words.append(String(mark))
                rest = rest.dropFirst(2)
            } else {
                let word = rest.prefix { !$0.isWhitespace && $0 != "\\" }
                words.append(String(word))
                rest = rest.dropFirst(word.count)
            }
        }
        return words
    }
}
