internal import Diagnostics
internal import FoundationEssentials
internal import Values
internal import VietnameseText

extension Filter {
    /// Filters that look into a text.
    static let textPieceFilters: [Filter] = [
        Filter(
            "do_dai", "length",
            Wording(
                "số chữ cái của chữ, hoặc số mục của danh sách",
                en: "how many letters a text has, or items a list"), example: ("{\"Sở Y tế\" | do_dai}", "7")
        ) { value, _ throws(ValueFault) in
            if case .list(let items) = value { return .number(.init(items.count)) }
            return .number(.init(try words(value).count))
        },
        Filter(
            "tach", "split", arguments: 1...1, wants: .text, traits: [.givesTexts],
            Wording("tách chữ ở mỗi dấu cho trước thành danh sách", en: "a text cut at each mark, as a list"),
            example: ("{\"An; Bình\" | tach(\"; \") | noi(\" và \")}", "An và Bình")
        ) { value, arguments throws(ValueFault) in
            let mark = try words(arguments[0])
            guard !mark.isEmpty else {
                throw ValueFault(
                    .message(
                        Wording("dấu để tách không được rỗng", en: "the mark to cut at must not be empty")))
            }
            let text = try words(value)
            return .list(text.isEmpty ? [] : text.cut(at: mark).map { .text($0) })
        },
        Filter(
            "thay", "replace", arguments: 2...2, wants: .text,
            Wording(
                "thay mọi chỗ có chữ thứ nhất bằng chữ thứ hai",
                en: "the second text in every place of the first"),
            example: ("{\"2026/01\" | thay(\"/\", \"-\")}", "2026-01")
        ) { value, arguments throws(ValueFault) in
            let (old, new) = (try words(arguments[0]), try words(arguments[1]))
            let text = try words(value)
            guard !old.isEmpty else { return .text(text) }
            let pieces = text.cut(at: old)
            let kept = pieces.reduce(0) { $0 + $1.utf8.count }
            try ValueFault.checkLength(kept + (pieces.count - 1) * new.utf8.count)
            return .text(pieces.joined(separator: new))
        },
        Filter(
            "rut_gon", "shorten", arguments: 1...2, wants: .text,
            Wording(
                "chữ dài quá bấy nhiêu chữ cái thì cắt ở ranh giới từ và thêm “…” (hoặc đối số hai)",
                en:
                    "a text of more letters than that is cut between words, with “…” (or the second argument) behind"
            ), example: ("{\"Sở Tài chính tỉnh\" | rut_gon(13)}", "Sở Tài chính…")
        ) { value, arguments throws(ValueFault) in
            let text = try words(value)
            let limit = try whole(arguments[0])
            guard limit >= 1, text.count > limit else {
                guard limit >= 1 else {
                    throw ValueFault(.wrongType(wanted: .wholeNumber, found: arguments[0]))
                }
                return .text(text)
            }
            let ending = arguments.count > 1 ? try words(arguments[1]) : "…"
            let kept = text.prefix(max(0, limit - ending.count))
            let next = text.dropFirst(kept.count).first
            let isBetween = next.map(\.isWhitespace) ?? true
            let blank = isBetween ? nil : kept.lastIndex(where: \.isWhitespace)
            return .text((blank.map { kept[..<$0] } ?? kept).trimmingEndBlanks + ending)
        },
        Filter(
            "chua", "contains", arguments: 1...1,
            Wording(
                "chữ hay danh sách có chứa đối số không", en: "whether a text or a list contains the argument"
            ), example: ("{(\"Sở Y tế\" | chua(\"Y tế\")) ? \"có\" : \"không\"}", "có")
        ) { value, arguments throws(ValueFault) in
            if case .list(let items) = value { return .boolean(items.contains(arguments[0])) }
            let part = try words(arguments[0])
            let text = try words(value)
            return .boolean(part.isEmpty || text.contains(part))
        },
        Filter(
            "bat_dau_bang", "starts_with", arguments: 1...1, wants: .text,
            Wording("chữ có bắt đầu bằng đối số không", en: "whether a text begins with the argument"),
            example: ("{(\"Sở Y tế\" | bat_dau_bang(\"Sở\")) ? \"có\" : \"không\"}", "có")
        ) { value, arguments throws(ValueFault) in
            .boolean(try words(value).hasPrefix(try words(arguments[0])))
        },
        Filter(
            "ket_thuc_bang", "ends_with", arguments: 1...1, wants: .text,
            Wording("chữ có kết thúc bằng đối số không", en: "whether a text ends with the argument"),
            example: ("{(\"Sở Y tế\" | ket_thuc_bang(\"tế\")) ? \"có\" : \"không\"}", "có")
        ) { value, arguments throws(ValueFault) in
            .boolean(try words(value).hasSuffix(try words(arguments[0])))
        },
        Filter(
            "bo_trang", "strip", wants: .text,
            Wording("bỏ dấu cách ở hai đầu", en: "without blanks at both ends"),
            example: ("{\"  Sở Y tế \" | bo_trang}", "Sở Y tế")
        ) { value, _ throws(ValueFault) in .text((try words(value)).trimmingWhitespace) },
        Filter(
            "o_chon", "check_box",
            Wording(
                "ô vuông có dấu khi giá trị đúng, ô trống khi không; chữ “không”, “chưa”, “sai”, “no”, “false”, “0” là không",
                en:
                    "a ticked box for what is true, else an empty one; the texts “không”, “chưa”, “sai”, “no”, “false”, “0” are not"
            ), example: ("{true | o_chon} {false | o_chon}", "☒ ☐")
        ) { value, _ throws(ValueFault) in .text(isTicked(value) ? "\u{2612}" : "\u{2610}") },
    ]

    /// Whether a value is true as a form understands it: rows of a file have words for it.
    private static func isTicked(_ value: Value) -> Bool {
        guard case .text(let text) = value else { return value.isShown }
        return !unticked.contains(formWord(text))
    }

    private static func formWord(_ text: String) -> String {
        PlainLetters.withoutMarks(text.trimmingWhitespace).lowercased()
    }

    private static let unticked: Set<String> = [
        "", "0", "khong", "khong co", "ko", "chua", "chua co", "sai", "no", "false", "n", "off", "\u{2610}",
    ]

    private static let ticked: Set<String> = [
        "1", "x", "v", "co", "da", "da co", "roi", "dung", "yes", "true", "y", "on", "\u{2611}", "\u{2612}",
        "\u{2713}", "\u{2714}",
    ]

    private static let tickName = " tick"

    /// Whether a box of the word processor's own is ticked, which has no room for any other word.
    static let tick = Filter(tickName, tickName, wants: .condition, Wording("", en: ""), example: ("", "")) {
        value, _ throws(ValueFault) in
        switch value {
        case .text(let text) where !unticked.contains(formWord(text)) && !ticked.contains(formWord(text)):
            throw ValueFault(.wrongType(wanted: .yesOrNo, found: value))
        case .list, .record, .date: throw ValueFault(.wrongType(wanted: .yesOrNo, found: value))
        case .null, .boolean, .number, .text: return .boolean(isTicked(value))
        }
    }

    /// A condition that is true where a box that shows the expression's value is ticked; a fault where it is no yes or no.
    package static func ticked(_ expression: Expression) -> Expression {
        .filtered(expression, .init(name: tickName, arguments: []))
    }

    /// The text that a value prints as.
    static func words(_ value: Value) throws(ValueFault) -> String {
        guard let text = value.plainText else { throw ValueFault(.wrongType(wanted: .text, found: value)) }
        return text
    }
}

extension String {
    /// The pieces between the places of a mark, which is not empty.
    fileprivate func cut(at mark: String) -> [String] {
        split(separator: mark, omittingEmptySubsequences: false).map(String.init)
    }
}

extension Substring {
    fileprivate var trimmingEndBlanks: String {
        var rest = self
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}
