internal import Diagnostics
internal import TemplateLanguage

/// What a tag says of its picture: `{%anh rong=4cm cao=3cm mo_ta="Sơ đồ"}`.
struct PictureArguments: Hashable, Sendable {
    /// Millimetres.
    var width: Double?
    var height: Double?
    var description: String?
    /// Whether width and height are a frame that the picture fits in, with its own proportions.
    var fits = false

    /// Throws what is wrong with the first bad argument.
    init(_ arguments: [Tag.InsertionArgument], of words: TagSource) throws(Failure) {
        for argument in arguments {
            switch argument.name {
            case "rong", "rộng", "width": width = try PictureArguments.millimetres(argument, words)
            case "cao", "height": height = try PictureArguments.millimetres(argument, words)
            case "mo_ta", "mô_tả", "alt": description = argument.value
            case "vua", "vừa", "fit": fits = ["co", "có", "yes", "true", "1"].contains(argument.value)
            case Filter.qrCodeName, Filter.barCodeName: break
            default: throw Failure(.unknownInsertionArgument(argument.name, words))
            }
        }
    }

    private static func millimetres(_ argument: Tag.InsertionArgument, _ words: TagSource) throws(Failure)
        -> Double
    {
        let factors = [("mm", 1.0), ("cm", 10.0), ("in", 25.4), ("pt", 25.4 / 72)]
        for (unit, factor) in factors where argument.value.hasSuffix(unit) {
            let digits = argument.value.dropLast(unit.count).map { $0 == "," ? "." : $0 }
            if let number = Double(String(digits)), number > 0, number * factor <= 5000 {
                return number * factor
            }
        }
        throw Failure(.badLength(argument, words))
    }
}

extension Diagnostic {
    fileprivate static func unknownInsertionArgument(_ name: String, _ words: TagSource) -> Diagnostic {
        .error(
            "template.unknown-argument", at: words.place, "thẻ “\(words.whole)” không có tham số “\(name)”",
            en: "“\(words.whole)” has no argument “\(name)”",
            fix: "dùng rong=…, cao=…, vua=co hoặc mo_ta=\"…\"",
            en: "use width=…, height=…, fit=yes or alt=\"…\"")
    }

    fileprivate static func badLength(_ argument: Tag.InsertionArgument, _ words: TagSource) -> Diagnostic {
        .error(
            "template.wrong-length", at: words.place,
            "“\(argument.name)=\(argument.value)” không phải độ dài, trong thẻ “\(words.whole)”",
            en: "“\(argument.name)=\(argument.value)” is no length, in “\(words.whole)”",
            fix: "viết số liền với đơn vị mm, cm, in hoặc pt: 4cm",
            en: "write a number with mm, cm, in or pt: 4cm")
    }

    static func unwantedArgument(_ words: TagSource) -> Diagnostic {
        .error(
            "template.unknown-argument", at: words.place, "thẻ “\(words.whole)” không nhận tham số",
            en: "“\(words.whole)” takes no arguments", fix: "bỏ phần tham số", en: "leave them out")
    }
}
