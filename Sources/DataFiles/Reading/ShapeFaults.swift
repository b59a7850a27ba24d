package import Diagnostics
package import Values

/// What can be wrong with the shape of a data file.
extension Diagnostic {
    package static func unknownKey(_ key: String, known: [String], at place: Location) -> Diagnostic {
        let list = known.joined(separator: ", ")
        return Diagnostic(
            "data.unknown-field",
            Wording("không có khóa “\(key)” ở đây", en: "there is no key “\(key)” here"), at: place,
            fix: nearestName(to: key, among: known).map { Wording("viết “\($0)”", en: "write “\($0)”") }
                ?? Wording(
                    "bỏ khóa này, hoặc dùng một trong: \(list)", en: "remove it, or use one of: \(list)"))
    }

    package static func missingKey(_ key: String, at place: Location) -> Diagnostic {
        .error(
            "data.missing-field", at: place, "thiếu khóa “\(key)”", en: "the key “\(key)” is missing",
            fix: "thêm “\(key)”, hoặc ghi ke_thua để lấy mọi giá trị của một quy định có sẵn",
            en: "add “\(key)”, or write ke_thua to take all values of a known regulation")
    }

    package static func wrongType(_ node: SourceNode, expected: Wording, at place: Location) -> Diagnostic {
        let found = node.content.found
        return .error(
            "data.wrong-type", at: place, "phải là \(expected.vietnamese), đang ghi là \(found.vietnamese)",
            en: "expected \(expected.english), found \(found.english)",
            fix: "sửa thành \(expected.vietnamese)", en: "make it \(expected.english)")
    }

    package static func unknownChoice(_ node: SourceNode, among choices: [String], at place: Location)
        -> Diagnostic
    {
        let list = choices.joined(separator: ", ")
        let found = node.content.found
        return Diagnostic(
            "data.unknown-choice",
            Wording(
                "\(found.vietnamese) không có trong các lựa chọn",
                en: "\(found.english) is not one of the choices"), at: place,
            fix: nearestName(to: node.line ?? "", among: choices).map {
                Wording("viết “\($0)”", en: "write “\($0)”")
            } ?? Wording("chọn một trong: \(list)", en: "choose one of: \(list)"))
    }

    /// Values that do not go together.
    package static func impossible(_ what: Wording, at place: Location) -> Diagnostic {
        Diagnostic("data.out-of-range", what, at: place)
    }
}

extension SourceNode.Content {
    fileprivate var found: Wording {
        switch self {
        case .null: Wording("chỗ trống", en: "nothing")
        case .boolean(let value): Wording("“\(value)”", en: "“\(value)”")
        case .number(let written): Wording("số \(written)", en: "the number \(written)")
        case .text(let text): Wording("chữ “\(text.prefix(40))”", en: "the text “\(text.prefix(40))”")
        case .sequence: Wording("một danh sách", en: "a list")
        case .mapping: Wording("một nhóm khóa", en: "a mapping")
        }
    }
}
