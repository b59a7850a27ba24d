import Diagnostics
import Testing
import XMLTree

@Suite struct RoundTrip {
    @Test(arguments: [
        "<a/>",
        "<w:p xmlns:w=\"urn:w\" w:x=\"1 &amp; &quot;2&quot; &#9;&#10;\"><w:t>a &lt; b &amp; c &gt; d</w:t></w:p>",
        "<a><!--ghi chú--><?pi x?></a>",
        "<a xmlns=\"urn:a\"><b xmlns=\"\"/><c:d xmlns:c=\"urn:c\" y=\"é\"/>Tiếng Việt\n\t</a>",
    ]) func `what is read is written again`(source: String) throws {
        let element = try Element(parsing: Array(source.utf8), file: "x.xml")
        let written = String(decoding: element.bytes, as: UTF8.self)
        #expect(written == "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + source)
        #expect(try Element(parsing: element.bytes, file: "x.xml") == element)
    }

    @Test(arguments: [
        ("", "xml.malformed"), ("<a>", "xml.malformed"), ("<a></b>", "xml.malformed"),
        ("<a/><b/>", "xml.malformed"), ("<!DOCTYPE a><a/>", "xml.doctype"),
        ("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>", "xml.doctype"),
        (String(repeating: "<a>", count: 300), "xml.malformed"),
        ("<a " + (0..<5000).map { "a\($0)=\"\"" }.joined(separator: " ") + "/>", "xml.too-many-attributes"),
    ]) func `broken XML is refused with its reason`(source: String, code: String) throws {
        let failure = #expect(throws: Failure.self) {
            try Element(parsing: Array(source.utf8), file: "x.xml")
        }
        #expect(failure?.diagnostics.first?.code == code)
    }
}

@Test(.timeLimit(.minutes(20)), arguments: [4096, 4097, 400_000])
func `attributes are counted before the parser compares each with all`(count: Int) {
    let attributes = (0..<count).map { "a\($0)='>'" }.joined(separator: "\n")
    let bytes = Array("<!-- <x a=''> --><r t=\"=\"><a \(attributes)/>'\"</r>".utf8)
    var codes: [String] = []
    do throws(Failure) { _ = try Element(parsing: bytes, file: "a.xml") } catch {
        codes = error.diagnostics.map(\.code)
    }
    #expect(codes == (count > 4096 ? ["xml.too-many-attributes"] : []))
}
