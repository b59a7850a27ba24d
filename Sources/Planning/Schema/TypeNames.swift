internal import Values

extension FieldType {
    /// What a clerk is asked to write, in Vietnamese.
    var vietnamese: String {
        switch self {
        case .text: "một dòng chữ"
        case .lines: "các đoạn văn"
        case .pattern(let placeholders):
            "câu mẫu có thể chứa " + placeholders.map { "{\($0)}" }.joined(separator: ", ")
        case .boolean: "true hoặc false"
        case .number: "số"
        case .reportedNumber: "số, hoặc -"
        case .money: "số tiền (đồng)"
        case .integer(let range): "số nguyên \(range.lowerBound)–\(range.upperBound)"
        case .date: "ngày"
        case .timeSpan: "thời gian"
        case .period: "kỳ báo cáo"
        case .factor: "hệ số"
        case .choice(let choices): "một trong: " + choices.map { "`\($0.name)`" }.joined(separator: ", ")
        case .identifier(let kind): "mã \(kind.vietnamese) mới"
        case .reference(let kind): "mã \(kind.vietnamese)"
        case .list(let element): "danh sách \(element.vietnamese)"
        case .perYear(let element): "năm → \(element.vietnamese)"
        case .record(let name): "nhóm `\(name)`"
        case .shorthand(let short, let long): "\(short.vietnamese), hoặc \(long.vietnamese)"
        }
    }

    /// What a clerk is asked to write, in English.
    var english: String {
        switch self {
        case .text: "a line of text"
        case .lines: "paragraphs"
        case .pattern(let placeholders):
            "a sentence with " + placeholders.map { "{\($0)}" }.joined(separator: ", ")
        case .boolean: "true or false"
        case .number: "a number"
        case .reportedNumber: "a number or -"
        case .money: "an amount of đồng"
        case .integer(let range): "a whole number \(range.lowerBound)–\(range.upperBound)"
        case .date: "a date"
        case .timeSpan: "a time span"
        case .period: "a reporting period"
        case .factor: "a factor"
        case .choice(let choices): "one of: " + choices.map(\.name).joined(separator: ", ")
        case .identifier(let kind): "a new \(kind.english) code"
        case .reference(let kind): "a \(kind.english) code"
        case .list(let element): "a list of \(element.english)"
        case .perYear(let element): "a mapping from years to \(element.english)"
        case .record(let name): "a mapping (\(name))"
        case .shorthand(let short, let long): "\(short.english), or \(long.english)"
        }
    }
}

extension SourceNode.Content {
    /// What was found, shortened, in Vietnamese.
    var vietnamese: String {
        switch self {
        case .null: "chỗ trống"
        case .boolean(let value): "\(value)"
        case .number(let written): "số \(written)"
        case .text(let text): "chữ “\(text.shortened)”"
        case .sequence: "một danh sách"
        case .mapping: "một nhóm khóa"
        }
    }

    /// What was found, shortened, in English.
    var english: String {
        switch self {
        case .null: "nothing"
        case .boolean(let value): "\(value)"
        case .number(let written): "the number \(written)"
        case .text(let text): "the text “\(text.shortened)”"
        case .sequence: "a list"
        case .mapping: "a mapping"
        }
    }
}

extension String {
    /// At most 40 characters.
    var shortened: String { count <= 40 ? self : prefix(39) + "…" }
}
