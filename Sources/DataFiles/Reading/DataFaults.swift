package import Diagnostics
package import Values
internal import VietnameseText

/// What can be wrong with the shape of a data file.
extension Diagnostic {
    package static func unknownKey(_ key: String, known: [String], at place: Location) -> Diagnostic {
        let list = known.joined(separator: ", ")
        if let stray = StrayLetters(in: key) {
            return .error(
                "data.unknown-field", at: place,
                "khóa “\(key)” có ký tự không phải chữ của khóa: \(stray.name.vietnamese)",
                en: "the key “\(key)” has a character no key has: \(stray.name.english)",
                fix: "gõ lại khóa: \(stray.meant)", en: "type the key again: \(stray.meant)")
        }
        return Diagnostic(
            "data.unknown-field",
            Wording("không có khóa “\(key)” ở đây", en: "there is no key “\(key)” here"), at: place,
            fix: nearestName(to: key, among: known).map { Wording("viết “\($0)”", en: "write “\($0)”") }
                ?? Wording(
                    "bỏ khóa này, hoặc dùng một trong: \(list)", en: "remove it, or use one of: \(list)"))
    }

    static func missingKey(_ field: FieldDescription, remedy: Wording?, at place: Location) -> Diagnostic {
        let (key, name) = (field.key, field.form.name)
        var fix = "thêm “\(key)” (\(name.vietnamese))" + (field.help.isEmpty ? "" : ": \(field.help)")
        var englishFix = "add “\(key)” (\(name.english))"
        if let remedy {
            fix += ", hoặc \(remedy.vietnamese)"
            englishFix += ", or \(remedy.english)"
        }
        return .error(
            "data.missing-field", at: place, "thiếu khóa “\(key)”", en: "the key “\(key)” is missing",
            fix: fix, en: englishFix)
    }

    static func emptyKey(_ field: FieldDescription, at place: Location) -> Diagnostic {
        .error(
            "data.empty-field", at: place, "khóa “\(field.key)” để trống",
            en: "the key “\(field.key)” is empty",
            fix: "điền \(field.form.name.vietnamese)" + (field.help.isEmpty ? "" : ": \(field.help)"),
            en: "fill in \(field.form.name.english)")
    }

    /// `mend` says what is meant by what stands there, where that is known.
    package static func wrongType(
        _ node: SourceNode, expected: Wording, mend: Wording? = nil, at place: Location
    ) -> Diagnostic {
        let found = node.content.found
        return Diagnostic(
            "data.wrong-type",
            Wording(
                "phải là \(expected.vietnamese), đang ghi là \(found.vietnamese)",
                en: "expected \(expected.english), found \(found.english)"), at: place,
            fix: mend ?? Wording("sửa thành \(expected.vietnamese)", en: "make it \(expected.english)"))
    }

    /// A text with a colon or a brace of its own, which YAML takes for keys.
    static func keyForText(_ entry: SourceNode.Entry, expected: Wording, at place: Location) -> Diagnostic {
        guard let rest = entry.value.line else {
            return .error(
                "data.wrong-type", at: place,
                "phải là \(expected.vietnamese), nhưng ngoặc nhọn ở đầu làm “{\(entry.key)}” thành một nhóm khóa",
                en: "expected \(expected.english), but the brace in front makes “{\(entry.key)}” a mapping",
                fix: "đặt cả dòng trong ngoặc kép: \"{\(entry.key)}…\"",
                en: "put the whole line in quotes: \"{\(entry.key)}…\"")
        }
        let line = "\(entry.key): \(rest)".shortened
        return .error(
            "data.wrong-type", at: place,
            "phải là \(expected.vietnamese), nhưng dấu hai chấm sau “\(entry.key.shortened)” làm dòng này thành một khóa",
            en:
                "expected \(expected.english), but the colon after “\(entry.key.shortened)” makes a key of it",
            fix: "đặt cả dòng trong ngoặc kép: \"\(line)\"", en: "put the whole line in quotes: \"\(line)\"")
    }

    /// One value, or one group of keys, where a list should be.
    static func notAList(_ node: SourceNode, expected: Wording, at place: Location) -> Diagnostic {
        let fix: Wording
        switch node.content {
        case .text(let written), .number(let written):
            let items = written.split { ",;".contains($0) }.map(\.trimmed).joined(separator: ", ").shortened
            fix = Wording("viết trong ngoặc vuông: [\(items)]", en: "write it in brackets: [\(items)]")
        case .mapping:
            fix = Wording(
                "thêm “- ” trước khóa đầu tiên của mỗi mục", en: "put “- ” before the first key of each item")
        case .null, .boolean, .sequence:
            fix = Wording("sửa thành \(expected.vietnamese)", en: "make it \(expected.english)")
        }
        let found = node.content.found
        return Diagnostic(
            "data.wrong-type",
            Wording(
                "phải là \(expected.vietnamese), đang ghi là \(found.vietnamese)",
                en: "expected \(expected.english), found \(found.english)"), at: place, fix: fix)
    }

    static func unknownChoice(_ written: String, among choices: [String], at place: Location) -> Diagnostic {
        let list = choices.joined(separator: ", ")
        return Diagnostic(
            "data.unknown-choice",
            Wording("“\(written)” không có trong các lựa chọn", en: "“\(written)” is not one of the choices"),
            at: place,
            fix: nearestName(to: written, among: choices).map { Wording("viết “\($0)”", en: "write “\($0)”") }
                ?? Wording("chọn một trong: \(list)", en: "choose one of: \(list)"))
    }

    /// Values that do not go together.
    package static func impossible(_ what: Wording, at place: Location) -> Diagnostic {
        Diagnostic("data.out-of-range", what, at: place)
    }

    static func severalLines(at place: Location) -> Diagnostic {
        .error(
            "data.several-lines", at: place, "ở đây chỉ được một dòng chữ",
            en: "only one line of text may stand here", fix: "viết liền thành một dòng",
            en: "write it as one line")
    }

    static func notAYear(_ key: String, at place: Location) -> Diagnostic {
        .error(
            "data.not-a-year", at: place, "“\(key)” không phải là năm", en: "“\(key)” is not a year",
            fix: "dùng năm bốn chữ số làm khóa, như 2021",
            en: "use a year of four digits as key, such as 2021")
    }

    static func numberTooLong(_ written: String, at place: Location) -> Diagnostic {
        .error(
            "data.number-too-long", at: place, "số \(written) có quá nhiều chữ số",
            en: "the number \(written) has too many digits",
            fix: "dùng tối đa 16 chữ số phần nguyên và 6 chữ số thập phân",
            en: "use at most 16 digits before the comma and 6 after it")
    }

    static func outOfRange(_ written: String, _ range: ClosedRange<Int>, at place: Location) -> Diagnostic {
        let (low, high) = (range.lowerBound, range.upperBound)
        return .error(
            "data.out-of-range", at: place, "\(written) ở ngoài khoảng \(low)–\(high)",
            en: "\(written) is outside \(low)–\(high)", fix: "viết số từ \(low) đến \(high)",
            en: "write a number from \(low) to \(high)")
    }

    static func unknownPlaceholder(_ name: String, known: [String], at place: Location) -> Diagnostic {
        let list = known.map { "{\($0)}" }.joined(separator: ", ")
        return .error(
            "data.unknown-placeholder", at: place, "không có chỗ điền “{\(name)}”",
            en: "there is no placeholder “{\(name)}”", fix: "chỉ dùng: \(list)", en: "use only: \(list)")
    }

    static func spaceInCode(_ written: String, at place: Location) -> Diagnostic {
        .error(
            "data.space-in-code", at: place, "“\(written)” có khoảng trắng nên không phải mã",
            en: "“\(written)” has a space in it, so it is no code",
            fix: "viết mã liền, như VP hoặc tin_bai; ở bảng tính chọn tên có trong danh mục của cột",
            en:
                "write a code in one word, such as VP or tin_bai; in a sheet choose a name of the column's list"
        )
    }
}

extension SourceNode {
    /// `[1,5 ngày]` as it was meant: one number with its unit, which YAML's comma has cut in two.
    ///
    /// `[35,30]` may be two of them.
    private var parted: String? {
        guard case .sequence(let parts) = content, parts.count == 2,
            case .number(let whole) = parts[0].content, let rest = parts[1].line,
            rest.utf8.first.map({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) == true,
            rest.contains(where: \.isLetter)
        else { return nil }
        return "\(whole),\(rest)"
    }

    /// How to write it where a text is wanted.
    var partedTextMend: Wording? {
        parted.map { text in
            SourceNode.withoutBrackets(
                Wording("viết \"\(text)\" trong ngoặc kép", en: "write \"\(text)\" in quotes"))
        }
    }

    /// How to write it where a number is wanted: whole if that is one, else as its reader says; nil where that is not known.
    var partedNumberMend: Wording? {
        guard let text = parted else { return nil }
        do throws(NumberFault) {
            _ = try TypedNumber(parsing: text).withoutSecondReading()
            return partedTextMend
        } catch {
            guard case .counts = error.kind else { return nil }
            let digits = String(text.prefix { $0.isNumber || $0 == "," })
            do throws(NumberFault) { _ = try TypedNumber(parsing: digits).withoutSecondReading() } catch {
                return error.diagnostic(at: .argument("")).fix.map(SourceNode.withoutBrackets)
            }
            return error.diagnostic(at: .argument("")).fix.map(SourceNode.withoutBrackets)
        }
    }

    private static func withoutBrackets(_ mend: Wording) -> Wording {
        Wording(
            "dấu phẩy trong ngoặc vuông ngăn hai giá trị; bỏ ngoặc vuông và \(mend.vietnamese)",
            en: "a comma between brackets parts two values; leave the brackets out and \(mend.english)")
    }
}

extension SourceNode.Content {
    /// What stands there, shortened.
    fileprivate var found: Wording {
        switch self {
        case .null: Wording("chỗ trống", en: "nothing")
        case .boolean(let value): Wording("\(value)", en: "\(value)")
        case .number(let written): Wording("số \(written)", en: "the number \(written)")
        case .text(let text) where text.allSatisfy(\.isWhitespace): Wording("chỗ trống", en: "nothing")
        case .text(let text): Wording("chữ “\(text.shortened)”", en: "the text “\(text.shortened)”")
        case .sequence: Wording("một danh sách", en: "a list")
        case .mapping: Wording("một nhóm khóa", en: "a mapping")
        }
    }
}

extension String {
    /// At most 40 characters.
    package var shortened: String { count <= 40 ? self : prefix(39) + "…" }
}
