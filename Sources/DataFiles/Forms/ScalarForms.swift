internal import Diagnostics
package import Values
package import VietnameseText

extension DataForm where Value == String {
    /// Text of one line.
    package static var text: DataForm {
        let name = Wording("một dòng chữ", en: "a line of text")
        return DataForm(
            name: name,
            read: { node, _, reading in
                guard let text = node.line else {
                    reading.note(.wrongType(node, expected: name, at: reading.location(node.position)))
                    return nil
                }
                return text
            }, write: { .text($0) })
    }
}

extension DataForm where Value == Character {
    package static var character: DataForm {
        let name = Wording("một ký tự", en: "one character")
        return DataForm(
            name: name,
            read: { node, _, reading in
                guard let text = node.line, text.count == 1, let letter = text.first else {
                    reading.note(.wrongType(node, expected: name, at: reading.location(node.position)))
                    return nil
                }
                return letter
            }, write: { .text(String($0)) })
    }
}

extension DataForm where Value == Int {
    package static func integer(in range: ClosedRange<Int>) -> DataForm {
        let name = Wording(
            "số nguyên \(range.lowerBound)–\(range.upperBound)",
            en: "a whole number \(range.lowerBound)–\(range.upperBound)")
        return DataForm(
            name: name,
            read: { node, _, reading in
                guard case .number(let written) = node.content, let value = Int(written),
                    range.contains(value)
                else {
                    reading.note(.wrongType(node, expected: name, at: reading.location(node.position)))
                    return nil
                }
                return value
            }, write: { .number(String($0)) })
    }
}

extension DataForm where Value == Double {
    /// Points or millimetres; nothing on a sheet of paper is larger.
    package static var measure: DataForm {
        let name = Wording("số từ 0 đến 2000", en: "a number from 0 to 2000")
        return DataForm(
            name: name,
            read: { node, _, reading in
                guard let value = node.measure else {
                    reading.note(.wrongType(node, expected: name, at: reading.location(node.position)))
                    return nil
                }
                return value
            }, write: { .number($0.written) })
    }
}

extension DataForm where Value == ClosedRange<Double> {
    /// `13`, `[13, 14]`, or `{tu: 18}` without an upper end.
    package static var range: DataForm {
        let name = Wording("số, [từ, đến] hoặc {tu: …}", en: "a number, [from, to] or {tu: …}")
        return DataForm(
            name: name,
            read: { node, _, reading in
                switch node.content {
                case .number, .text: if let value = node.measure { return value...value }
                case .sequence(let nodes):
                    let ends = nodes.compactMap(\.measure)
                    if nodes.count == 2, ends.count == 2, ends[0] <= ends[1] { return ends[0]...ends[1] }
                case .mapping(let entries):
                    if entries.count == 1, entries[0].key == "tu", let from = entries[0].value.measure {
                        return from...Double.greatestFiniteMagnitude
                    }
                case .null, .boolean: break
                }
                reading.note(.wrongType(node, expected: name, at: reading.location(node.position)))
                return nil
            },
            write: { range in
                if range.lowerBound == range.upperBound { return .number(range.lowerBound.written) }
                if range.upperBound == .greatestFiniteMagnitude {
                    return .mapping([entry("tu", .number(range.lowerBound.written))])
                }
                return .sequence(
                    [range.lowerBound, range.upperBound].map { SourceNode(.number($0.written), at: .start) })
            })
    }
}

extension DataForm where Value == CalendarDate {
    package static var date: DataForm<CalendarDate> {
        DataForm(
            name: Wording("ngày", en: "a date"),
            read: { node, _, reading in
                do throws(DateFault) { return try CalendarDate(parsing: node.line ?? "") } catch {
                    reading.note(error.diagnostic(at: reading.location(node.position)))
                    return nil
                }
            }, write: { .text($0.text(.iso)) })
    }
}

extension DataForm where Value: Equatable & Sendable {
    /// One of some words.
    package static func choice(_ choices: KeyValuePairs<String, Value>) -> DataForm {
        let choices = Array(choices)
        let words = choices.map(\.key)
        let list = words.joined(separator: ", ")
        return DataForm(
            name: Wording("một trong: \(list)", en: "one of: \(list)"),
            read: { node, _, reading in
                // `true` and `false` are no words of ours.
                let written = node.line ?? ""
                if let found = choices.first(where: { $0.key == written }) { return found.value }
                reading.note(.unknownChoice(node, among: words, at: reading.location(node.position)))
                return nil
            }, write: { value in .text(choices.first { $0.value == value }?.key ?? "") })
    }
}

extension SourceNode {
    /// Text without a line break that is not empty; a number as it was written.
    package var line: String? {
        switch content {
        case .text(let text): !text.isEmpty && !text.contains(where: \.isNewline) ? text : nil
        case .number(let written): written
        case .null, .boolean, .sequence, .mapping: nil
        }
    }

    /// A number from 0 to 2000; a decimal comma is understood.
    package var measure: Double? {
        guard let written = line, written.utf8.count <= 24,
            written.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2C }),
            let value = Double(String(written.map { $0 == "," ? "." : $0 })), (0...2000).contains(value)
        else { return nil }
        return value
    }
}

extension Double {
    /// `13`, `12.7`: what reads back as the same number.
    fileprivate var written: String {
        self == rounded() && abs(self) < 1e9 ? String(Int(self)) : String(self)
    }
}
