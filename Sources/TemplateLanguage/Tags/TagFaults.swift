internal import Diagnostics

extension Diagnostic {
    static func emptyTag(at place: Location) -> Diagnostic {
        .error(
            "template.empty-tag", at: place, "thẻ rỗng", en: "the tag is empty",
            fix: "viết tên dữ liệu vào giữa hai dấu ngoặc, hoặc xóa thẻ",
            en: "write a name between the delimiters, or delete the tag")
    }

    static func tagTooLong(_ inside: String, at place: Location) -> Diagnostic {
        .error(
            "template.tag-too-long", at: place, "thẻ “\(inside.quoted)” dài quá \(Tag.lengthLimit) byte",
            en: "the tag “\(inside.quoted)” is longer than \(Tag.lengthLimit) bytes",
            fix: "kiểm tra dấu đóng thẻ, hoặc đưa phần tính toán vào dữ liệu",
            en: "look for its closing delimiter, or put the computation into the data")
    }

    private static func remedy(forLeftOver found: String, in inside: String) -> Wording {
        if found == ":" {
            return Wording(
                "bộ lọc viết sau dấu “|”, như {ten | hoa}", en: "a filter stands behind “|”: {name | upper}")
        }
        guard found == "=" else {
            return Wording(
                "đặt phép tính hoặc dấu “|” ở giữa, hoặc xóa phần thừa",
                en: "put an operator or “|” between, or delete it")
        }
        return inside.hasPrefix("%")
            ? Wording(
                "viết số liền với đơn vị, chữ trong dấu nháy: {%anh rong=4cm mo_ta=\"…\"}",
                en: "write a number and its unit as one, words in quotes: {%anh rong=4cm mo_ta=\"…\"}")
            : Wording(
                "so sánh bằng nhau viết hai dấu: ==; đặt giá trị cho một tên thì viết dat ở đầu: {dat ten = …}",
                en: "write == to compare; to set a name begin with set: {set name = …}")
    }

    private static func argumentCount(of filter: String, _ expected: ClosedRange<Int>, _ given: Int)
        -> Wording
    {
        guard expected.upperBound > 0 else {
            return Wording(
                "bộ lọc “\(filter)” không nhận đối số", en: "the filter “\(filter)” takes no arguments")
        }
        let one = expected.lowerBound == expected.upperBound
        let vietnamese = one ? "\(expected.lowerBound)" : "\(expected.lowerBound) đến \(expected.upperBound)"
        let english = one ? "\(expected.lowerBound)" : "\(expected.lowerBound) to \(expected.upperBound)"
        return Wording(
            "bộ lọc “\(filter)” cần \(vietnamese) đối số nhưng có \(given)",
            en:
                "the filter “\(filter)” takes \(english) argument\(english == "1" ? "" : "s") but has \(given)"
        )
    }

    /// What is wrong inside a tag, and what to write instead.
    static func syntax(_ fault: SyntaxFault, in inside: String, at place: Location) -> Diagnostic {
        let (code, message, fix) = telling(for: fault.kind, in: inside)
        return Diagnostic(
            code,
            Wording(
                "\(message.vietnamese) trong thẻ “\(inside.quoted)”",
                en: "\(message.english) in the tag “\(inside.quoted)”"), at: place,
            fix: OtherEngines.mend(forJinja: inside) ?? fix)
    }

    private typealias Telling = (code: String, message: Wording, fix: Wording?)

    private static func telling(for fault: SyntaxFault.Kind, in inside: String) -> Telling {
        switch fault {
        case .unexpectedCharacter(let character): unexpected(character)
        case .unclosedText:
            (
                "template.unclosed-text", Wording("thiếu dấu nháy đóng", en: "a closing quote is missing"),
                Wording("thêm dấu nháy ở cuối đoạn chữ", en: "add the quote at the end of the text")
            )
        case .expectedOperand(let found): expectedOperand(found)
        case .expectedSymbol(let symbol, let found): expectedSymbol(symbol, found)
        case .leftOver(let found):
            (
                "template.left-over", Wording("thừa “\(found)”", en: "“\(found)” is left over"),
                remedy(forLeftOver: found, in: inside)
            )
        case .unknownCounter(let name): unknownCounter(name)
        case .unknownFilter(let name): unknownFilter(name, in: inside)
        case .argumentCount(let filter, let expected, let given):
            (
                "template.argument-count", argumentCount(of: filter, expected, given),
                expected.upperBound == 0
                    ? Wording("bỏ phần trong ngoặc: | \(filter)", en: "leave out the brackets: | \(filter)")
                    : Filter.named(filter).map {
                        Wording("viết như \($0.example.tag)", en: "write it like \($0.example.tag)")
                    }
            )
        case .tooDeep:
            (
                "template.expression-too-deep",
                Wording(
                    "biểu thức có hơn \(Expression.chainLimit) phép tính và bộ lọc, hoặc ngoặc và điều kiện lồng nhau quá \(Expression.depthLimit) cấp",
                    en:
                        "the expression has more than \(Expression.chainLimit) operators and filters, or brackets and conditions nested more than \(Expression.depthLimit) deep"
                ), Wording("chia nhỏ biểu thức", en: "split it")
            )
        case .longNumber(let digits):
            (
                "template.number-range",
                Wording(
                    "số “\(digits.prefix(40))” có hơn 38 chữ số",
                    en: "the number “\(digits.prefix(40))” has more than 38 digits"),
                Wording("nếu đây là một mã, đặt trong dấu nháy", en: "if it is a code, put it in quotes")
            )
        case .empty:
            (
                "template.empty-tag", Wording("thiếu tên dữ liệu", en: "the name is missing"),
                Wording("viết tên dữ liệu vào thẻ", en: "write a name into the tag")
            )
        }
    }

    private static func unexpected(_ character: Character) -> Telling {
        let scalar = character.unicodeScalars.first?.value ?? 0
        guard character.isInvisible else {
            return (
                "template.unexpected-character",
                Wording("ký tự lạ “\(character)”", en: "unexpected character “\(character)”"),
                Wording(
                    "tên chỉ gồm chữ, số, dấu gạch dưới; văn bản đặt trong dấu nháy",
                    en: "names have letters, digits and underscores; put text in quotes")
            )
        }
        let digits = String(scalar, radix: 16, uppercase: true)
        let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return (
            "template.unexpected-character",
            Wording("có ký tự \(name) không nhìn thấy được", en: "there is an invisible character, \(name),"),
            Wording("xóa thẻ rồi gõ lại", en: "delete the tag and type it anew")
        )
    }

    private static func expectedOperand(_ found: String) -> Telling {
        (
            "template.expected-value",
            found.isEmpty
                ? Wording("biểu thức bị bỏ dở", en: "the expression is unfinished")
                : Wording(
                    "phải là một giá trị, đang ghi là “\(found)”",
                    en: "a value is expected instead of “\(found)”"),
            Wording(
                "viết tên dữ liệu, số hoặc chữ trong dấu nháy", en: "write a name, a number or a quoted text")
        )
    }

    private static func expectedSymbol(_ symbol: String, _ found: String) -> Telling {
        (
            "template.expected-symbol",
            found.isEmpty
                ? Wording("thiếu “\(symbol)”", en: "“\(symbol)” is missing")
                : Wording(
                    "phải là “\(symbol)”, đang ghi là “\(found)”",
                    en: "“\(symbol)” is expected instead of “\(found)”"),
            Wording("thêm “\(symbol)”", en: "add “\(symbol)”")
        )
    }

    private static func unknownCounter(_ name: String) -> Telling {
        let known = Expression.Counter.allCases.map { "$" + $0.rawValue }.joined(separator: ", ")
        return (
            "template.unknown-counter", Wording("không có “$\(name)”", en: "there is no “$\(name)”"),
            Wording("dùng một trong: \(known)", en: "use one of \(known)")
        )
    }

    private static func unknownFilter(_ name: String, in inside: String) -> Telling {
        let known = Filter.names + (inside.hasPrefix("#") ? SectionOption.names : [])
        let nearest = nearestName(to: name, among: known)
        return (
            "template.unknown-filter",
            Wording("không có bộ lọc “\(name)”", en: "there is no filter “\(name)”"),
            nearest.map { Wording("có phải “\($0)”?", en: "did you mean “\($0)”?") }
                ?? Wording(
                    "xem danh sách bộ lọc trong hướng dẫn mẫu",
                    en: "see the list of filters in the template guide")
        )
    }
}

extension Character {
    /// Whether nothing is seen where it stands: no-width blanks, soft hyphens, marks of direction, control characters.
    fileprivate var isInvisible: Bool {
        unicodeScalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .format, .control: true
            default: false
            }
        }
    }
}
