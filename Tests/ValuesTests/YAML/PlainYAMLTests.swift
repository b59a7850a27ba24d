import Diagnostics
import TestSupport
import Testing
import Values

/// The short way of reading YAML gives what libyaml's events give, or leaves the file to them.
struct PlainYAMLTests {
    /// What libyaml makes of it: behind the end of a document there is nothing of the plain shapes.
    private func byEvents(_ text: String) -> SourceNode? {
        try? SourceNode(yaml: Array("\(text)\n...\n".utf8), file: "a.yaml")
    }

    private func plain(_ text: String) -> SourceNode? { PlainYAML.tree(of: Array(text.utf8)) }

    @Test(arguments: [
        "a", "a: 1", "a: 1\nb: đỏ\n", "- a\n- b", "-\n- \n-   # gì\n", "a:\nb: ~\n", "a:\n- 1\n- 2\nb: 3\n",
        "a:\n  - 1\n  - x: 2\n    y: 3\n  -\n    z: 4\n", "- - a\n  - b\n- c\n",
        "- a:\n  - b\n  - c\n  d: e\n", "\"tên có: dấu\": 'nháy' # cùng dòng\n", "a : b\n",
        "a:\n  chữ ở dòng sau\nb:\n", "a: http://x.vn/a#b?c=d&e", "a: 07:30",
        "a: -5\nb: -x\nc: .5\nd: +7\ne: 1.000.000\n", "a: [1, hai, \"ba, bốn\", [5, 6,], {}]\nb: []\n",
        "a: {b: 1, \"c\": [x], d: {e: f}}\n", "a: [\n  1,  # một\n  hai\n]\nb: {c: d,\n  e: f}\n",
        "2021: 100\n2022: x\n", "a: null\nb: True\nc: nghìn\nd: tin\n", "a:    có  hai   blank   \nb: x\n",
        "Tài chính: [Tiền, Gạo]\n  # lề khác\nb: c\n", "a: it's\nb: x\"y\nc: a#b\n",
        "a: \"\"\nb: ''\nc: \" x \"\n", "a:\n\n\n  b:\n\n    - c\n\nd: e\n",
    ]) func `a file of plain shapes is read in the short way to the same tree`(text: String) throws {
        let tree = try #require(plain(text))
        #expect(tree == byEvents(text))
    }

    @Test(arguments: [
        "a: |\n  b\n", "a: >\n  b\n", "a: b\n  c\n", "a: \"b\n  c\"\n", "a:\tb\n", "a: b\r\n", "a: &x b\n",
        "a: *x\n", "a: !!str 1\n", "a: \"\\t\"\n", "a: 'it''s'\n", "---\na: b\n", "a: b\n...\n",
        "%YAML 1.2\n---\na\n", "? a\n: b\n", "a: b: c\n", "a: - b\n", "a: 1\na: 2\n", "[1, 2", "a: [1, 2\n",
        "a: {b}\n", "a: {b: }\n", "a: [b: c]\n", "a: {b:c}\n", "a: [1, , 2]\n", "a: @b\n", "a: \"b\"c\n",
        "a: [-]\n", "a:\n   b: 1\n  c: 2\n", "a\nb\n", "- a\nb: c\n", "a: b\n- c\n", "[a]: b\n", "null: x\n",
        "a: b\u{85}c\n", "a: b\u{2028}c\n", "a: b\u{7}c\n", "a: [x\n  y]\n", "a: [b{c]\n", "a: [x?]\n",
        "\u{FEFF}a: b\n",
    ]) func `everything else is left to libyaml`(text: String) { #expect(plain(text) == nil) }

    @Test(arguments: ["", "\n \n", "# ghi chú\n", "  # ghi chú"]) func `a file that holds nothing is null`(
        text: String
    ) { #expect(plain(text) == SourceNode(.null, at: Position(line: 1, column: 1))) }

    @Test func `brackets within brackets end where they would end the reading`() {
        func nested(_ levels: Int) -> String {
            String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
        }
        #expect(plain(nested(64)) == byEvents(nested(64)))
        #expect(plain(nested(64)) != nil)
        #expect(plain(nested(65)) == nil)
    }

    @Test func `a key is told twice where there are few and where there are many`() {
        func keys(_ count: Int, last: String) -> String {
            (0..<count).map { "k\($0): x\n" }.joined() + "\(last): y\n"
        }
        for count in [1, 15, 16, 17, 18, 40] {
            #expect(plain(keys(count, last: "k0")) == nil)
            #expect(plain(keys(count, last: "k\(count - 1)")) == nil)
            #expect(plain(keys(count, last: "khác")) == byEvents(keys(count, last: "khác")))
        }
    }

    @Test func `a long key is left to libyaml`() {
        let key = String(repeating: "k", count: 1000)
        #expect(plain("\(key): x") == byEvents("\(key): x"))
        #expect(plain("\(key)k: x") == nil)
    }

    /// Pieces of YAML thrown together: most are faults, which the short way must not take for files.
    @Test func `whatever is thrown together, the short way says nothing else than libyaml`() {
        let pieces = [
            "a", "bé", "1", "-1.5", "~", "\"x y\"", "'z'", ": ", ":", "- ", "-", "\n", "\n", "\n  ", "\n    ",
            "[", "]", "{", "}", ", ", ",", " # c", "#", " ", "?", "true", "k: ", "\n- ", "\nm: ", "\n  n: ",
            "\"", "'", "|", "&", "%", ".",
        ]
        var random = LinearRandom(seed: 17)
        var taken = 0
        for _ in 0..<60_000 {
            let count = 1 + random.next(below: 9)
            let text = (0..<count).map { _ in pieces[random.next(below: pieces.count)] }.joined()
            // Of no document at all there is no end to write behind it.
            guard let tree = plain(text), tree.content != .null else { continue }
            taken += 1
            #expect(tree == byEvents(text), "\(text)")
        }
        #expect(taken > 2000)
    }
}

/// The same numbers each time.
private struct LinearRandom {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next(below bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }
}
