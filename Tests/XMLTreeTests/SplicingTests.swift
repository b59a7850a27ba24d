import Diagnostics
import TestSupport
import Testing
import XMLTree

/// A document written as no writer of ours would write it.
private let source = """
    <?xml version='1.0'  encoding="utf-8"?>
    <!-- before -->
    <a  x = 'đ&#233;&quot;"' xmlns='urn:a'  ><b/><f ></f><c
     y="1"/>vừa<![CDATA[ <là> ]]>chữ<d>một &#x1EA1; <e  k='&lt;'/>hai</d><?do it?><!-- in --> <d z='a>b'>ba</d></a>
    <!-- after -->
    """

private func edited(_ text: String, _ edit: (inout Element) -> Void) throws -> String {
    let bytes = Array(text.utf8)
    let tree = try Element(parsing: bytes, file: "x.xml")
    var other = tree
    edit(&other)
    return String(decoding: other.bytes(replacing: tree, in: bytes), as: UTF8.self)
}

extension Element {
    fileprivate mutating func edit(_ index: Int, _ edit: (inout Element) -> Void) {
        guard case .element(var child) = children[index] else { return }
        edit(&child)
        children[index] = .element(child)
    }
}

@Test func `a tree that was not changed keeps every byte`() throws {
    #expect(try edited(source) { _ in } == source)
}

@Test func `only what was changed is written anew`() throws {
    typealias Case = (name: String, old: String, new: String, edit: (inout Element) -> Void)
    let cases: [Case] = [
        ("a text", "hai</d>", "HAI</d>", { $0.edit(4) { $0.children[2] = .text("HAI") } }),
        ("an attribute", "<c\n y=\"1\"/>", "<c y=\"2\"/>", { $0.edit(2) { $0.attributes[0].value = "2" } }),
        ("an element taken out", "<b/><f ></f>", "<b/>", { $0.children.remove(at: 1) }),
        (
            "an element put in", "<?do it?>", "<n>&amp;</n><?do it?>",
            {
                var new = Element(QualifiedName(namespace: "urn:a", local: "n"))
                new.children = [.text("&")]
                $0.children.insert(.element(new), at: 5)
            }
        ), ("a child of an empty tag", "<b/>", "<b>x</b>", { $0.edit(0) { $0.children = [.text("x")] } }),
        (
            "the start tag alone", "<d z='a>b'>ba", "<d z=\"&lt;\">ba",
            { $0.edit(8) { $0.attributes[0].value = "<" } }
        ),
        (
            "letters with their marks apart", "vừa<![CDATA[ <là> ]]>chữ", "vu\u{31B}\u{300}a",
            { $0.children[3] = .text("vu\u{31B}\u{300}a") }
        ),
    ]
    for test in cases {
        let result = try edited(source, test.edit)
        #expect(result == source.replacing(test.old, with: test.new), "\(test.name)")
    }
}

@Test func `what was taken out or put in among many that look alike leaves the others as they stand`() throws
{
    let rows = (0..<60).map { "<r  n='\($0 % 3)'><c/><c>ô  một</c><c>\($0)</c></r>" }
    func text(_ rows: [String]) -> String { "<t>\(rows.joined())</t>" }
    for place in [0, 1, 30, 58, 59] {
        var fewer = rows
        fewer.remove(at: place)
        #expect(try edited(text(rows)) { $0.children.remove(at: place) } == text(fewer))
    }
    // Of two of a kind the first is gone, and the second keeps its bytes.
    #expect(
        try edited("<t><a  x='1'/><b/><a x='1'/></t>") { $0.children.remove(at: 0) }
            == "<t><b/><a x='1'/></t>")
    let added = try edited(text(rows)) {
        $0.children.insert(.element(Element(QualifiedName(local: "n"))), at: 30)
    }
    #expect(added == text(Array(rows[..<30]) + ["<n/>"] + Array(rows[30...])))
}

@Test(arguments: 0..<60) func `a spliced document is the edited tree`(seed: Int) throws {
    var chance = SeededGenerator(seed: UInt64(seed))
    let bytes = Array(source.utf8)
    let tree = try Element(parsing: bytes, file: "x.xml")
    var other = tree
    for _ in 0..<Int.random(in: 1...6, using: &chance) {
        let index = Int.random(in: 0..<other.children.count, using: &chance)
        switch Int.random(in: 0..<4, using: &chance) {
        case 0 where other.children.count > 1: other.children.remove(at: index)
        case 1: other.children.insert(other.children[index], at: 0)
        case 2: other.edit(index) { $0.children.append(.comment("mới")) }
        default: other.edit(index) { $0.attributes = [] }
        }
    }
    let spliced = other.bytes(replacing: tree, in: bytes)
    let read = try Element(parsing: spliced, file: "x.xml")
    // Texts that came to touch each other are one text when they are read again.
    #expect(try read == Element(parsing: other.bytes, file: "x.xml"))
}
