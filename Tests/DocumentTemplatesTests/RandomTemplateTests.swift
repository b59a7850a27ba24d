import Container
import Diagnostics
import DocumentTemplates
import FoundationEssentials
import TestSupport
import Testing
import Values
import XMLTree

/// Templates and data made by chance that fit each other: sections of every kind in every place, nested.
private struct RandomTemplate {
    private var random: SeededGenerator
    private let isWord: Bool
    /// Whether it has tags at all.
    private let hasTags: Bool
    /// Fields of each open scope, the innermost last, so that every tag names something there is.
    private var depth = 0

    init(seed: UInt64, isWord: Bool, hasTags: Bool = true) {
        random = SeededGenerator(seed: seed)
        self.isWord = isWord
        self.hasTags = hasTags
    }

    mutating func document() throws -> [UInt8] {
        let body = (0..<number(1...6)).map { _ in block() }.joined()
        return try isWord
            ? SmallDocument.docx(body: body + text("z")) : SmallDocument.odt(body: body + text("z"))
    }

    /// Data for every such template: texts with all that XML minds, lists of zero to three, nested.
    mutating func data(depth: Int = 3) -> Value {
        var fields: [(String, Value)] = [
            ("t", .text(words())), ("so tien", .number(.init(number(0...9_999_999)))),
            ("dung", .boolean(number(0...1) == 1)), ("trong", .null), ("a-b", .text(words())),
            ("chu", .list((0..<number(0...3)).map { _ in .text(words()) })),
        ]
        let items = depth > 0 ? (0..<number(0...3)).map { _ in data(depth: depth - 1) } : []
        fields.append(("muc", .list(items)))
        fields.append(("nhom", depth > 0 ? data(depth: depth - 1) : .null))
        return .record(Record(fields))
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    private mutating func chosen<T>(_ choices: [T]) -> T { choices[number(0...choices.count - 1)] }

    private mutating func words() -> String {
        (0..<number(0...4)).map { _ in
            chosen(["Sở", " ", "  ", "<&>", "\"", "\n", "\t", "ữ", "u\u{031B}\u{0303}", "]]>", "đồng", "'"])
        }.joined()
    }

    private mutating func value() -> String {
        guard hasTags else { return chosen(["x", "} ", "&lt;", " "]).replacing("}", with: ")") }
        return chosen([
            "{t}", "{so tien | tien}", "{ t | hoa }", "{dung ? t : 1}", "{chu | noi(\", \")}", "{a-b}",
            "{muc | dem}", "{! ghi chú }", "{trong}", "{so tien * 2 + 1}", "x", "{t | kieu_dau(\"cu\")}",
            "{chu | sap_xep | dau}",
        ])
    }

    private mutating func section() -> (open: String, close: String) {
        guard hasTags else { return ("", "") }
        let name = chosen(["muc", "nhom", "chu", "dung", "trong", "a-b", "so tien"])
        let mark = chosen(["#", "#", "^"])
        let middle = number(0...4) == 0 ? "{^}" : ""
        return ("{\(mark)\(name)}\(middle)", chosen(["{/\(name)}", "{/}"]))
    }

    private mutating func inline() -> String {
        depth += 1
        defer { depth -= 1 }
        var line = ""
        for _ in 0..<number(1...3) {
            if depth < 4, number(0...2) == 0 {
                let (open, close) = section()
                line += open + inline() + close
            } else {
                line += value()
            }
        }
        return line
    }

    private mutating func block() -> String {
        depth += 1
        defer { depth -= 1 }
        guard depth < 4 else { return text(inline()) }
        switch number(0...4) {
        case 0:
            let (open, close) = section()
            return text(open) + block() + text(close)
        case 1: return table()
        default: return text(inline())
        }
    }

    private mutating func table() -> String {
        var rows = ""
        for _ in 0..<number(1...3) {
            let (open, close) = section()
            switch number(0...2) {
            case 0: rows += row([text(open + inline()), text(inline() + close)])
            case 1: rows += row([text(open)]) + row([block() + text(inline())]) + row([text(close)])
            default: rows += row([text(inline()), block() + text(inline())])
            }
        }
        return isWord
            ? "<w:tbl><w:tblPr/><w:tblGrid/>\(rows)</w:tbl>"
            : "<table:table><table:table-column/>\(rows)</table:table>"
    }

    private func row(_ cells: [String]) -> String {
        isWord
            ? "<w:tr>" + cells.map { "<w:tc><w:tcPr/>\($0)</w:tc>" }.joined() + "</w:tr>"
            : "<table:table-row>" + cells.map { "<table:table-cell>\($0)</table:table-cell>" }.joined()
                + "</table:table-row>"
    }

    /// A paragraph whose text is cut into runs wherever chance will have it.
    private mutating func text(_ words: String) -> String {
        var pieces: [String] = []
        var piece = ""
        for character in words {
            piece.append(character)
            // A reference of XML stays whole.
            if !piece.contains("&") || piece.hasSuffix(";"), number(0...5) == 0 {
                pieces.append(piece)
                piece = ""
            }
        }
        pieces.append(piece)
        let runs = pieces.map { piece in
            isWord ? "<w:r><w:t>\(piece)</w:t></w:r>" : "<text:span>\(piece)</text:span>"
        }
        return isWord ? "<w:p>\(runs.joined())</w:p>" : "<text:p>\(runs.joined())</text:p>"
    }
}

@Suite struct RandomTemplates {
    @Test(arguments: 0..<300) func `a result is well-formed, has no tag left, and is the same twice`(
        seed: Int
    ) throws {
        for isWord in [true, false] {
            var random = RandomTemplate(seed: UInt64(seed), isWord: isWord)
            let bytes = try random.document()
            let data = random.data()
            let template = try Template(bytes: bytes, file: "mau")
            let result = try template.render(data)
            #expect(try template.render(data) == result)
            #expect(try Template(bytes: bytes, file: "mau").render(data) == result)
            let archive = try Archive(bytes: result, file: "ket-qua")
            for entry in archive.entries where entry.name.hasSuffix(".xml") {
                let root = try Element(parsing: archive.contents(of: entry.name), file: entry.name)
                #expect(!root.text.contains { "{}".contains($0) })
                if isWord { #expect(misshapen(root).isEmpty) }
            }
        }
    }

    @Test(arguments: 0..<100) func `the same template prints the same text in both formats`(seed: Int) throws
    {
        var printed: [String] = []
        for isWord in [true, false] {
            var random = RandomTemplate(seed: UInt64(seed), isWord: isWord)
            let template = try Template(bytes: random.document(), file: "mau")
            let body = try SmallDocument.body(of: template.render(random.data()))
            // Repeated blanks and paragraphs that only Word needs are the formats' own.
            printed.append(PrintedText.of(body).replacing("·", with: " ").replacing("∅", with: ""))
        }
        #expect(printed[0] == printed[1])
    }

    @Test(arguments: 0..<60) func `a template without tags comes out unchanged in every part`(seed: Int)
        throws
    {
        for isWord in [true, false] {
            var random = RandomTemplate(seed: UInt64(seed), isWord: isWord, hasTags: false)
            let bytes = try random.document()
            let result = try Template(bytes: bytes, file: "mau").render(random.data())
            let before = try Archive(bytes: bytes, file: "mau")
            let after = try Archive(bytes: result, file: "ket-qua")
            #expect(after.entries.map(\.name) == before.entries.map(\.name))
            for entry in before.entries {
                #expect(try after.contents(of: entry.name) == before.contents(of: entry.name))
            }
        }
    }

    /// What Word would not open: a cell that does not end with a paragraph, a row without a cell, a table without a row.
    private func misshapen(_ element: Element) -> [String] {
        var found = element.elements.flatMap(misshapen)
        let names = element.elements.map(\.name.local)
        switch element.name.local {
        case "tc": if names.last != "p" { found.append("tc") }
        case "tr": if !names.contains("tc") { found.append("tr") }
        case "tbl": if !names.contains("tr") { found.append("tbl") }
        default: break
        }
        return found
    }
}
