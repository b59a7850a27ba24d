import Diagnostics
import Testing
import XMLTree

/// Writes down what it hears.
private final class Recorder: XMLStreamHandler {
    var heard: [String] = []

    func start(_ name: Int?, _ attributes: borrowing XMLStreamAttributes) {
        let words = (0..<4).compactMap { number in attributes.text(number).map { "\(number)=\($0)" } }
        heard.append((["<" + (name.map(String.init) ?? "?")] + words).joined(separator: " "))
    }

    func end(_ name: Int?) { heard.append(">" + (name.map(String.init) ?? "?")) }

    func characters(_ bytes: borrowing Span<UInt8>) {
        var text: [UInt8] = []
        for place in bytes.indices { text.append(bytes[place]) }
        heard.append(String(decoding: text, as: UTF8.self))
    }
}

@Suite struct XMLStreamTests {
    private static let vocabulary = XMLVocabulary([
        (QualifiedName(namespace: "urn:a", local: "row"), 0),
        (QualifiedName(namespace: "urn:b", local: "row"), 0), (QualifiedName(local: "n"), 1),
        (QualifiedName(namespace: "urn:a", local: "n"), 2),
    ])

    @Test(.timeLimit(.minutes(20)), arguments: [7, 4096, 10_000_000])
    func `masses of attributes are counted as their bytes come`(size: Int) {
        let attributes = (0..<300_000).map { "a\($0)=''" }.joined(separator: " ")
        let failure = #expect(throws: Failure.self) {
            try heard(of: "<r>'\"<a \(attributes)/></r>", inPiecesOf: size)
        }
        #expect(failure?.diagnostics.map(\.code) == ["xml.too-many-attributes"])
    }

    /// What is heard of a document that comes in pieces of so many bytes.
    private func heard(of text: String, inPiecesOf size: Int) throws -> [String] {
        let recorder = Recorder()
        let stream = XMLStream(Self.vocabulary, file: "a.xml", handler: recorder)
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: size) {
            try stream.feed(bytes.span.extracting(start..<min(start + size, bytes.count)))
        }
        try stream.finish()
        return recorder.heard
    }

    private func isMark(_ words: String) -> Bool { words.hasPrefix("<") || words.hasPrefix(">") }

    @Test(arguments: [1, 2, 3, 7, 1000]) func `a document is heard alike in pieces of any size`(size: Int)
        throws
    {
        let text = """
            <a:all xmlns:a="urn:a" xmlns="urn:b"><a:row n="1 &amp; 2" a:n="x"/><row n="&lt;"/><a:other m="1">Đề &amp; án</a:other></a:all>
            """
        let heard = try heard(of: text, inPiecesOf: size)
        // Text comes in pieces of its own.
        var joined: [String] = []
        for piece in heard {
            if let last = joined.last, !isMark(last), !isMark(piece) {
                joined[joined.count - 1] = last + piece
            } else {
                joined.append(piece)
            }
        }
        if size == 1000 {
            #expect(joined == ["<?", "<0 1=1 & 2 2=x", ">0", "<0 1=<", ">0", "<?", "Đề & án", ">?", ">?"])
        } else {
            #expect(heard.filter { $0.first == "<" } == ["<?", "<0 1=1 & 2 2=x", "<0 1=<", "<?"])
        }
    }

    @Test(arguments: [
        ("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "xml.doctype"), ("<a><b></a>", "xml.malformed"),
        ("<a>", "xml.malformed"), ("", "xml.malformed"), ("<a/><b/>", "xml.malformed"),
        (String(repeating: "<a>", count: 258) + String(repeating: "</a>", count: 258), "xml.malformed"),
        ("<a " + (0..<4097).map { "b\($0)=''" }.joined(separator: " ") + "/>", "xml.too-many-attributes"),
    ]) func `what a tree refuses a stream refuses`(text: String, code: String) {
        for size in [5, 100_000] {
            let failure = #expect(throws: Failure.self) { try heard(of: text, inPiecesOf: size) }
            #expect(failure?.diagnostics.first?.code == code)
        }
        #expect(throws: Failure.self) { try Element(parsing: Array(text.utf8), file: "a.xml") }
    }

    @Test func `elements may be nested 257 deep, in a tree too`() throws {
        let text = String(repeating: "<a>", count: 257) + String(repeating: "</a>", count: 257)
        #expect(try heard(of: text, inPiecesOf: 100).count == 514)
        #expect(try Element(parsing: Array(text.utf8), file: "a.xml").name.local == "a")
    }
}
