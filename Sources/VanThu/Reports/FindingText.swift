internal import Checking
internal import Diagnostics
internal import OfficeDocument
internal import Regulations

// Beside the sentence of a finding, which is its own, what is said of it in a remark and in a list of changes.
extension Finding {
    /// What the comment at the finding says, line by line.
    ///
    /// `body` is the part whose paragraphs comments can hang on: a finding elsewhere says where.
    func remark(body: String?, in language: Language) -> [String] {
        func line(_ vietnamese: String, _ english: String) -> String {
            Wording(vietnamese, en: english).text(in: language)
        }
        var lines = [
            "\(rule.code.rawValue) (\(severity.name(in: language)))",
            line("Thấy: \(found.vietnamese)", "Found: \(found.english)"),
            line("Đúng: \(right.vietnamese)", "Right: \(right.english)"),
            line("Theo: \(clause)", "Clause: \(clause)"),
        ]
        if let place, place.part != body {
            lines.append(
                line(
                    "Chỗ: \(place.part), đoạn \(place.number) “\(excerpt)”",
                    "Place: \(place.part), paragraph \(place.number) “\(excerpt)”"))
        }
        if furtherPlaces > 0 {
            lines.append(line("Còn \(furtherPlaces) chỗ nữa", "Further places: \(furtherPlaces)"))
        }
        switch canBeMended {
        case true: lines.append(line("Tự sửa được", "Can be mended automatically"))
        case false: lines.append(line("Sửa tay", "To be mended by hand"))
        }
        return lines
    }

    /// What the comment at a further place says; what is mended with the others has none of its own.
    func remark(at other: FurtherPlace, in language: Language) -> [String]? {
        guard !other.canBeMended else { return nil }
        let words = [
            Wording(
                "Thấy: \(other.found.vietnamese), như ở nhận xét đầu của quy tắc này",
                en: "Found: \(other.found.english), as at the first remark by this rule"),
            Wording("Đúng: \(right.vietnamese)", en: "Right: \(right.english)"),
            Wording("Sửa tay", en: "To be mended by hand"),
        ]
        return ["\(rule.code.rawValue) (\(severity.name(in: language)))"]
            + words.map { $0.text(in: language) }
    }

    /// The place, the rule, what was found and what stands there after mending.
    func change(in file: String, _ language: Language) -> String {
        let place = location(in: file).text(in: language)
        let more = furtherPlaces > 0 ? " (×\(furtherPlaces + 1))" : ""
        return
            "\(place): [\(rule.code.rawValue)] \(found.text(in: language)) → \(outcome.text(in: language))\(more)"
    }
}
