import DataFiles
import Diagnostics
import TestSupport
import Testing
import Values

/// One change of a file, as a row `name | change | before => after`.
///
/// The change is `set a.b[1] = VALUE`, `insert a[1] = VALUE` or `remove a[1]`, its value in JSON; items count from 0. `⏎` is a line break, `␍` the
/// first half of one of Windows, `◊` a byte order mark.
private struct Edit: CustomTestStringConvertible, Sendable {
    let kind: DataFileKind
    let name: String
    let change: String
    let before: String
    let after: String

    var testDescription: String { name }

    static func rows(_ kind: DataFileKind, _ table: String) -> [Edit] {
        table.split(separator: "\n").map { row in
            let cells = row.split(separator: " | ", maxSplits: 2).map(String.init)
            let sides = cells[2].replacing("⏎", with: "\n").replacing("␍", with: "\r").replacing(
                "◊", with: "\u{FEFF}"
            ).split(separator: " => ", omittingEmptySubsequences: false)
            return Edit(
                kind: kind, name: cells[0].trimmed, change: cells[1], before: String(sides[0]),
                after: String(sides[1]))
        }
    }

    func make(in data: inout EditableData) throws {
        let words = change.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false).map(
            String.init)
        var path = steps(words[1])
        let value = words.count > 3 ? try SourceNode(json: Array(words[3].utf8), file: "").content : .null
        switch words[0] {
        case "set": try data.set(path, to: value, order: ["a", "b", "c"])
        case "insert":
            guard case .item(let index)? = path.popLast() else { return }
            try data.insert(value, at: index, in: path)
        default: try data.remove(path)
        }
    }

    private func steps(_ path: String) -> [EditableData.Step] {
        path.split { ".[".contains($0) }.map { word in
            word.last == "]" ? .item(Int(word.dropLast()) ?? 0) : .key(String(word))
        }
    }
}

@Test(arguments: yamlEdits + jsonEdits + csvEdits) private func `a change leaves every other byte as it was`(
    edit: Edit
) throws {
    var data = try EditableData(Array(edit.before.utf8), file: "a", kind: edit.kind)
    try edit.make(in: &data)
    #expect(String(decoding: data.bytes, as: UTF8.self) == edit.after)
}

@Test func `every row of the tables is understood`() {
    #expect(yamlEdits.count + jsonEdits.count + csvEdits.count == 62)
}

private let yamlEdits = Edit.rows(
    .yaml,
    #"""
    a text in place of a text | set a = "mới" | a: cũ # vì sao⏎b: 1⏎ => a: mới # vì sao⏎b: 1⏎
    letters of several bytes before it | set ế = "x: y" | ơ: ạ⏎ế: ữ ử⏎ => ơ: ạ⏎ế: "x: y"⏎
    double quotes are kept | set a = "mới" | a: "cũ"  # c⏎ => a: "mới"  # c⏎
    single quotes are kept | set a = "của 'ta'" | a: 'cũ'⏎ => a: 'của ''ta'''⏎
    a number | set a = 2000.5 | a: 1500 # đồng⏎ => a: 2000.5 # đồng⏎
    a text that looks like a number | set a = "12" | a: x⏎ => a: "12"⏎
    a number in place of a text | set a = 12 | a: "x"⏎ => a: 12⏎
    a text that looks like nothing | set a = "null" | a: x⏎ => a: "null"⏎
    a text that looks like a comment | set a = "x #y" | a: x⏎ => a: "x #y"⏎
    a key without a value | set a = "x" | a:   # để trống⏎b: 1⏎ => a: x   # để trống⏎b: 1⏎
    a value in brackets | set a.den = 2030 | a: {tu: 2026, den: 2027} # c⏎ => a: {tu: 2026, den: 2030} # c⏎
    a key without a value in brackets | set a.x = 1 | a: {x: , y: 2}⏎ => a: {x: 1 , y: 2}⏎
    a text with a comma in brackets | set a[1] = "1, 2" | a: [x, y]⏎ => a: [x, "1, 2"]⏎
    a line among lines | set a[1] = "z" | a:⏎  # một⏎  - x⏎  # hai⏎  - y⏎b: 1⏎ => a:⏎  # một⏎  - x⏎  # hai⏎  - z⏎b: 1⏎
    a value below its key | set a = "z" | a:⏎  # một⏎  x # hai⏎b: 1⏎ => a:⏎  # một⏎  z # hai⏎b: 1⏎
    a block of text becomes a line | set a = "z" | a: | # c⏎  x⏎  y⏎⏎b: 1⏎ => a: z # c⏎⏎b: 1⏎
    a block of text becomes another | set a = "p\n\nq\n" | a: |- # c⏎  x⏎  y⏎b: 1⏎ => a: | # c⏎  p⏎⏎  q⏎b: 1⏎
    a line becomes a block of text | set a = "y\nz" | a: x # c⏎b: 1⏎ => a: |- # c⏎  y⏎  z⏎b: 1⏎
    a text over two lines | set a = "z" | a: x⏎   y # c⏎b: 1⏎ => a: z # c⏎b: 1⏎
    a list in place of nothing | set a = ["x", "y"] | a: # c⏎b: 1⏎ => a: [x, y] # c⏎b: 1⏎
    nothing in place of a list | set a = null | a:⏎  # c⏎  - x⏎  - y⏎b: 1⏎ => a: null⏎  # c⏎b: 1⏎
    a text in place of a record behind a dash | set [0] = "z" | - a: 1⏎  b: 2 # c⏎- 3⏎ => - z # c⏎- 3⏎
    only what differs in a list is written | set a = ["x", "z", "y"] | a:⏎- x # một⏎- y # hai⏎ => a:⏎- x # một⏎- z⏎- y # hai⏎
    only what differs in a record is written | set a = {"x": 1, "z": 3} | a:⏎  x: 1 # một⏎  y: 2⏎  # hai⏎ => a:⏎  x: 1 # một⏎  z: 3⏎  # hai⏎
    a key more | set b = "x" | a: 1⏎# cuối⏎ => a: 1⏎b: x⏎# cuối⏎
    a key more, in its order | set b = 2 | a: 1 # một⏎c: 3⏎ => a: 1 # một⏎b: 2⏎c: 3⏎
    a key before all others | set a = 1 | # đầu⏎b: 2⏎ => # đầu⏎a: 1⏎b: 2⏎
    a key more in an item | set a[0].y = "z" | a:⏎  - x: 1 # c⏎  - x: 2⏎ => a:⏎  - x: 1 # c⏎    y: z⏎  - x: 2⏎
    a key that is a year | set a.2027 = 5 | a: {2026: 4}⏎ => a: {2026: 4, 2027: 5}⏎
    a key more in brackets | set a.y = "z" | a: {x: 1} # c⏎ => a: {x: 1, y: z} # c⏎
    a key in empty brackets | set a.y = "z" | a: {}⏎ => a: {y: z}⏎
    a key in an empty file | set a = 1 | # chưa có gì => # chưa có gì⏎a: 1⏎
    a key below nothing | set a.x = 1 | a:⏎b: 1⏎ => a: {x: 1}⏎b: 1⏎
    a file without a last line break | set b = 2 | a: 1 => a: 1⏎b: 2
    line breaks of Windows | set c = 3 | a: 1␍⏎b: 2 # c␍⏎ => a: 1␍⏎b: 2 # c␍⏎c: 3␍⏎
    a byte order mark | set a = "x" | ◊a: ớ⏎b: 1⏎ => ◊a: x⏎b: 1⏎
    an item more | insert a[1] = "y" | a:⏎  - x # c⏎⏎b: 1⏎ => a:⏎  - x # c⏎  - y⏎⏎b: 1⏎
    an item before another | insert a[0] = "y" | a:⏎  # của x⏎  - x⏎ => a:⏎  # của x⏎  - y⏎  - x⏎
    an item of an item | insert [0][0] = "z" | - - x⏎  - y⏎ => - - z⏎  - x⏎  - y⏎
    a record as an item | insert a[1] = {"x": 2, "y": "z"} | a:⏎- x: 1⏎ => a:⏎- x: 1⏎- {x: 2, y: z}⏎
    a deep record as an item | insert a[1] = {"x": 2, "y": [{"p": ["b"]}]} | a:⏎- x: 1⏎ => a:⏎- x: 1⏎- x: 2⏎  y:⏎    - p: [b]⏎
    an item in brackets | insert a[0] = "y" | a: [x]⏎ => a: [y, x]⏎
    a key goes with its line | remove a | # một⏎a: 1 # c⏎# hai⏎b: 2⏎ => # một⏎# hai⏎b: 2⏎
    a key goes with all it holds | remove a | a:⏎  x: 1⏎  y: 2⏎b: 2⏎ => b: 2⏎
    the key behind a dash goes | remove [0].a | - a: 1 # c⏎  b: 2⏎ => -⏎  b: 2⏎
    the last key goes | remove a.x | a:⏎  x: 1⏎b: 2⏎ => a: {}⏎b: 2⏎
    an item goes | remove a[0] | a:⏎  - x⏎  # của y⏎  - y⏎ => a:⏎  # của y⏎  - y⏎
    the last item goes | remove a[0] | a:⏎- x⏎b: 1⏎ => a: []⏎b: 1⏎
    an item in brackets goes | remove a[1] | a: [x, y, z]⏎ => a: [x, z]⏎
    the end of brackets goes | remove a.y | a: {x: 1, y: 2}⏎ => a: {x: 1}⏎
    comments within brackets stay | remove a[1] | a: [x, # một⏎  y, # hai⏎  z]⏎ => a: [x, # một⏎  # hai⏎  z]⏎
    """#)

private let jsonEdits = Edit.rows(
    .json,
    #"""
    a text of JSON | set a = "m\"ới" | {"a" : "cũ",⏎ "b": [1, 2]} => {"a" : "m\"ới",⏎ "b": [1, 2]}
    an item of JSON | insert b[1] = 3 | {"b": [1, 2]} => {"b": [1, 3, 2]}
    a key of JSON on a line of its own | set b = null | {⏎    "a": 1⏎}⏎ => {⏎    "a": 1,⏎    "b": null⏎}⏎
    a key of JSON goes | remove b | {⏎  "a": 1,⏎  "b": 2⏎}⏎ => {⏎  "a": 1⏎}⏎
    an escaped key | set a = 2 | {"\u0061": 1} => {"\u0061": 2}
    """#)

private let csvEdits = Edit.rows(
    .csv,
    #"""
    a cell | set [1].b = "p;q" | a;b⏎1;"x; y"⏎2;ừ⏎ => a;b⏎1;"x; y"⏎2;"p;q"⏎
    a quoted cell | set [0].a = "z" | a,b⏎"x""⏎y",1⏎ => a,b⏎z,1⏎
    an empty cell | set [0].a = 7 | a,b⏎,1⏎ => a,b⏎7,1⏎
    a whole row | set [0] = {"b": "x"} | a,b⏎1,2⏎ => a,b⏎,x⏎
    all rows | set  = [{"a": 1, "b": 2}, {"a": "z"}] | a,b⏎1,2⏎3,4⏎ => a,b⏎1,2⏎z,⏎
    a row goes | remove [0] | a,b⏎1,2⏎⏎3,4⏎ => a,b⏎⏎3,4⏎
    """#)

@Test(arguments: [
    (DataFileKind.yaml, "a: 1\n", [EditableData.Step.key("b"), .key("c")], "data.no-such-place"),
    (.yaml, "a: [1]\n", [.key("a"), .item(3)], "data.no-such-place"),
    (.yaml, "a: 1\n", [.item(0)], "data.no-such-place"),
    (.csv, "a,b\n1,2\n", [.item(0), .key("c")], "data.not-placed"),
    (.yaml, "? a\n: 1\n", [.key("b")], "data.not-placed"),
]) func `what cannot be placed surely is refused, and the file stays`(
    kind: DataFileKind, text: String, path: [EditableData.Step], code: String
) throws {
    var data = try EditableData(Array(text.utf8), file: "a", kind: kind)
    let failure = #expect(throws: Failure.self) { try data.set(path, to: .text("x")) }
    #expect(failure?.diagnostics.map(\.code) == [code])
    #expect(data.bytes == Array(text.utf8))
}

@Test(arguments: 0..<100) func `a row that is added to a log reads back, and the others stay`(seed: Int)
    throws
{
    var random = SeededGenerator(seed: UInt64(seed))
    let separator = [",", ";", "\t"][Int.random(in: 0..<3, using: &random)]
    let words = ["x", "", "a,b", "\"q\"", "ừ; ử", "1", "05", "hai\ndòng", " cách ", "t\tb"]
    func cell() -> String { words[Int.random(in: 0..<words.count, using: &random)] }
    var text = ["ngày", "b", "c"].joined(separator: separator) + "\n"
    for _ in 0..<Int.random(in: 1..<5, using: &random) {
        let cells = [cell(), cell(), "z"].map { "\"\($0.replacing("\"", with: "\"\""))\"" }
        text += cells.joined(separator: separator) + "\n"
    }
    var data = try EditableData(Array(text.utf8), file: "a.csv", kind: .csv)
    guard case .sequence(let rows) = data.content else { return }
    let index = Int.random(in: 0...rows.count, using: &random)
    let written = cell()
    try data.insert(
        .mapping([SourceNode.entry("b", .text(written)), SourceNode.entry("c", .text("mới"))]), at: index,
        in: [])
    let read = data[[.item(index), .key("b")]]
    #expect(read == SourceNode(CSVField(text: written, position: .start)).content)
    #expect(data[[.item(index), .key("ngày")]] == .null)
    try data.remove([.item(index)])
    #expect(String(decoding: data.bytes, as: UTF8.self) == text)
}
