import DataFiles
import Diagnostics
import TestSupport
import Testing
import Values

/// Writes random data by hand, so to speak: in many styles, with comments and blank lines between.
private struct Scribe {
    var random: SeededGenerator
    var text = ""
    private var count = 0

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func pick(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }
    mutating func chance(_ percent: Int) -> Bool { pick(0..<100) < percent }

    /// A word that is nowhere else in the file.
    mutating func word() -> String {
        count += 1
        return ["từ", "ngữ", "đơn", "kế"][count % 4] + "\(count)z"
    }

    mutating func document() -> String {
        text = chance(10) ? "\u{FEFF}" : ""
        if chance(30) { text += "# \(word())\n" }
        mapping(indent: 0, depth: 0, startsLine: true)
        if chance(20) { text += "# \(word())\n" }
        if chance(15) { text = text.replacing("\n", with: "\r\n") }
        return text
    }

    private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
    private mutating func remark() -> String { chance(25) ? "  # \(word())" : "" }

    private mutating func between(_ indent: Int) {
        if chance(15) { text += "\n" }
        if chance(20) { text += "\(blanks(indent))# \(word())\n" }
    }

    private mutating func mapping(indent: Int, depth: Int, startsLine: Bool) {
        for index in 0..<pick(1..<5) {
            if index > 0 || startsLine {
                between(indent)
                text += blanks(indent)
            }
            let key = word()
            text += chance(15) ? "\"\(key)\":" : "\(key):"
            value(indent: indent, depth: depth + 1)
        }
    }

    private mutating func value(indent: Int, depth: Int) {
        switch pick(0..<(depth < 4 ? 12 : 8)) {
        case 0: text += "\(remark())\n"
        case 1: text += " \(pick(0..<100_000))\(remark())\n"
        case 2: text += " '\(word()) ''\(word())'' : x'\(remark())\n"
        case 3: text += " \"\(word()), \\\"\(word())\\\" # \\u1EA1\"\(remark())\n"
        case 4:
            text += " \([">", "|", "|-"][pick(0..<3)])\(remark())\n"
            for _ in 0..<pick(1..<4) {
                text += "\(blanks(indent + 2))\(word()) ạ # \(word())\n"
                if chance(15) { text += "\n" }
            }
        case 5:
            let items = (0..<pick(0..<4)).map { _ in flow() }
            text += " [\(items.joined(separator: ", "))]\(remark())\n"
        case 6:
            let entries = (0..<pick(0..<3)).map { _ in "\(word()): \(flow())" }
            text += " {\(entries.joined(separator: ", "))}\(remark())\n"
        case 7: text += " \(word()) \(word())\(remark())\n"
        case 8, 9:
            text += "\(remark())\n"
            mapping(indent: indent + 2, depth: depth, startsLine: true)
        default:
            text += "\(remark())\n"
            let indent = indent + (chance(50) ? 0 : 2)
            for _ in 0..<pick(1..<4) {
                between(indent)
                text += "\(blanks(indent))-"
                if chance(40), depth < 4 {
                    text += " "
                    mapping(indent: indent + 2, depth: depth + 1, startsLine: false)
                } else {
                    value(indent: indent, depth: 4)
                }
            }
        }
    }

    private mutating func flow() -> String { chance(50) ? word() : "'\(word()), {x'" }

    /// A value to write: texts of every kind, numbers, lists, records.
    mutating func newValue() -> SourceNode.Content {
        switch pick(0..<8) {
        case 0: return .number(["0", "-1.5", "12000000", "1e3"][pick(0..<4)])
        case 1: return [SourceNode.Content.null, .boolean(true), .boolean(false)][pick(0..<3)]
        case 2: return .sequence((0..<pick(0..<4)).map { _ in SourceNode(newText(), at: .start) })
        case 3: return .mapping((0..<pick(0..<4)).map { _ in SourceNode.entry(word(), newText()) })
        case 4:
            let list = SourceNode.Content.sequence([SourceNode(newText(), at: .start)])
            let record = SourceNode.Content.mapping([
                SourceNode.entry("a", list), SourceNode.entry("d", newText()),
            ])
            return .sequence([SourceNode(record, at: .start)])
        default: return newText()
        }
    }

    private mutating func newText() -> SourceNode.Content { .text(texts[pick(0..<texts.count)]) }
}

private let texts: [String] = [
    "x", "", " x ", "null", "12", "true", "- a", "a: b", "a #b", "a\nb", "\na", "a\n\nb\n", " a\nb", "\"",
    "'", "[x", "{x}", "%", "@", "`", "!x", "&x", "*x", "?", "x\\y", "\t", "a\u{0}b", "\u{85}", "\u{2028}",
    "ạ̣", "😀", "x:", ", x", "\u{FEFF}x", "a\r\nb", "a  \nb", "\ta\nb", "---", "...", "~",
]

private func paths(in content: SourceNode.Content, _ path: [EditableData.Step] = []) -> [[EditableData.Step]]
{
    switch content {
    case .mapping(let entries):
        [path] + entries.flatMap { paths(in: $0.value.content, path + [.key($0.key)]) }
    case .sequence(let items):
        [path] + items.enumerated().flatMap { paths(in: $0.element.content, path + [.item($0.offset)]) }
    case .null, .boolean, .number, .text: [path]
    }
}

/// Everything a file says, place by place, but for what stands at one place.
private func leaves(of content: SourceNode.Content, without path: [EditableData.Step]) -> [String] {
    paths(in: content).filter { !$0.starts(with: path) && !path.starts(with: $0) }.compactMap { place in
        var content = content
        for step in place {
            switch (step, content) {
            case (.key(let key), .mapping(let entries)):
                content = entries.first { $0.key == key }?.value.content ?? .null
            case (.item(let index), .sequence(let items)): content = items[index].content
            default: break
            }
        }
        switch content {
        case .mapping, .sequence: return nil
        case .null, .boolean, .number, .text: return "\(place) \(content)"
        }
    }
}

/// The lines of a text that were not there before, and those that are not there any more.
private func difference(_ old: String, _ new: String) -> (gone: [Substring], added: [Substring]) {
    let a = old.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let b = new.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let start = zip(a, b).prefix { $0 == $1 }.count
    let end = zip(a.dropFirst(start).reversed(), b.dropFirst(start).reversed()).prefix { $0 == $1 }.count
    return (Array(a[start..<(a.count - end)]), Array(b[start..<(b.count - end)]))
}

@Suite struct EditPropertyTests {
    @Test(arguments: 0..<400) func `only the value meant is changed, and it reads back`(seed: Int) throws {
        var scribe = Scribe(seed: UInt64(seed))
        let text = scribe.document()
        var data = try EditableData(Array(text.utf8), file: "a.yaml", kind: .yaml)
        let all = paths(in: data.content).dropFirst()
        let path = Array(all)[scribe.pick(0..<all.count)]
        let value = scribe.newValue()
        let before = data.content
        let old = data[path]
        try data.set(path, to: value)
        let after = String(decoding: data.bytes, as: UTF8.self)
        let again = try EditableData(data.bytes, file: "a.yaml", kind: .yaml)
        #expect(again[path].map { "\($0)" }.map(withoutPlaces) == withoutPlaces("\(value)"))
        #expect(leaves(of: again.content, without: path) == leaves(of: before, without: path))
        guard let old, !isCollection(old) else { return }
        // A line is written anew where it holds the value, and so are the lines of a block of text; no comment goes.
        let (gone, added) = difference(text, after)
        let isBlock = if case .text(let text) = old { text.contains(" ạ # ") } else { false }
        #expect(gone.count <= 1 || isBlock, "\(text)\n→\n\(after)")
        for line in gone.dropFirst(isBlock ? gone.count : 0) {
            let remark = line.split(separator: "  # ").dropFirst().last.map(String.init) ?? ""
            #expect(remark.isEmpty || added.contains { $0.hasSuffix(remark) })
        }
    }

    @Test(arguments: 0..<400) func `what is added and taken away again leaves the file as it was`(seed: Int)
        throws
    {
        var scribe = Scribe(seed: UInt64(seed + 10_000))
        let text = scribe.document()
        var data = try EditableData(Array(text.utf8), file: "a.yaml", kind: .yaml)
        let collections = paths(in: data.content).filter { path in
            switch data[path] {
            case .mapping(let entries)?: !entries.isEmpty
            case .sequence(let items)?: !items.isEmpty
            default: false
            }
        }
        let path = collections[scribe.pick(0..<collections.count)]
        let value = scribe.newValue()
        let before = data.content
        switch data[path] {
        case .sequence(let items)?:
            let index = scribe.pick(0..<items.count + 1)
            try data.insert(value, at: index, in: path)
            #expect(data[path + [.item(index)]].map { withoutPlaces("\($0)") } == withoutPlaces("\(value)"))
            try data.remove(path + [.item(index)])
        default:
            try data.set(path + [.key("mới")], to: value)
            #expect(data[path + [.key("mới")]].map { withoutPlaces("\($0)") } == withoutPlaces("\(value)"))
            try data.remove(path + [.key("mới")])
        }
        #expect(withoutPlaces("\(data.content)") == withoutPlaces("\(before)"))
        #expect(String(decoding: data.bytes, as: UTF8.self) == text)
    }

    @Test(arguments: 0..<300, [JSONLayout.compact, .indented])
    func `JSON to which something was added and taken away again is as it was`(seed: Int, layout: JSONLayout)
        throws
    {
        var scribe = Scribe(seed: UInt64(seed + 30_000))
        let tree = try SourceNode(yaml: Array(scribe.document().utf8), file: "a.yaml")
        let bytes = Value(tree).json(layout)
        var data = try EditableData(bytes, file: "a.json", kind: .json)
        let all = paths(in: data.content)
        let path = all[scribe.pick(0..<all.count)]
        let value = scribe.newValue()
        let old = try #require(data[path])
        try data.set(path, to: value)
        #expect(data[path].map { withoutPlaces("\($0)") } == withoutPlaces("\(value)"))
        try data.set(path, to: old)
        #expect(
            withoutPlaces("\(data.content)")
                == withoutPlaces("\(try SourceNode(json: bytes, file: "").content)"))
        data = try EditableData(bytes, file: "a.json", kind: .json)
        if case .sequence(let items) = old, !items.isEmpty {
            let index = scribe.pick(0..<items.count + 1)
            try data.insert(value, at: index, in: path)
            try data.remove(path + [.item(index)])
            #expect(data.bytes == bytes)
        } else if case .mapping(let entries) = old, !entries.isEmpty {
            try data.set(path + [.key("mới")], to: value)
            try data.remove(path + [.key("mới")])
            #expect(data.bytes == bytes)
        }
    }

    @Test(arguments: 0..<300) func `an item or a key goes alone`(seed: Int) throws {
        var scribe = Scribe(seed: UInt64(seed + 20_000))
        let text = scribe.document()
        var data = try EditableData(Array(text.utf8), file: "a.yaml", kind: .yaml)
        let all = Array(paths(in: data.content).dropFirst())
        let path = all[scribe.pick(0..<all.count)]
        var expected = words(of: data.content)
        let removed = try #require(data[path])
        for word in words(of: removed) { expected.remove(at: try #require(expected.firstIndex(of: word))) }
        try data.remove(path)
        #expect(words(of: data.content) == expected)
        guard !isCollection(removed) else { return }
        let (gone, added) = difference(text, String(decoding: data.bytes, as: UTF8.self))
        #expect(gone.filter { $0.hasPrefix("# ") && !added.contains($0) }.isEmpty)
    }
}

private func words(of content: SourceNode.Content) -> [String] {
    switch content {
    case .null: []
    case .boolean(let value): ["\(value)"]
    case .number(let text), .text(let text): [text]
    case .sequence(let items): items.flatMap { words(of: $0.content) }
    case .mapping(let entries): entries.flatMap { words(of: $0.value.content) }
    }
}

private func isCollection(_ content: SourceNode.Content) -> Bool {
    switch content {
    case .sequence, .mapping: true
    case .null, .boolean, .number, .text: false
    }
}

/// What a tree says, its places struck.
private func withoutPlaces(_ text: String) -> String {
    text.replacing(/Position\(line: \d+, column: \d+\)/, with: "")
}
