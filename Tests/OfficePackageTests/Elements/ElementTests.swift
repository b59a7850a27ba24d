import Testing
import XMLTree

@testable import OfficePackage

private func parsed(_ inside: String) throws -> Element {
    let xml =
        "<w:p xmlns:w=\"\(WordNames.main)\" xmlns:v=\"urn:x\" xmlns:t=\"\(OpenDocumentNames.text)\">\(inside)</w:p>"
    return try Element(parsing: Array(xml.utf8), file: "a")
}

@Suite struct ElementHelpers {
    @Test(arguments: [WordNames.main, WordNames.strict, "urn:x"])
    func `elements of Word are known by namespace, not by prefix`(namespace: String) {
        let element = Element(QualifiedName(namespace: namespace, prefix: "q", local: "tbl"))
        let isWord = namespace != "urn:x"
        #expect(element.isWord == isWord && element.isWord("tbl") == isWord && !element.isWord("tr"))
        #expect(element.word == (isWord ? "tbl" : nil))
    }

    @Test func `an attribute is found in the main vocabulary, in the element's own, or in any`() throws {
        let root = try parsed("<v:a v:val=\"own\" w:val=\"main\"/><w:b val=\"bare\"/>")
        let (a, b) = (try #require(root.child("a")), try #require(root.word("b")))
        #expect(a.value == "main" && a.ownAttribute("val") == "own" && a.value("val") == "own")
        #expect(b.value == "bare" && root.word("a") == nil)
    }

    @Test(arguments: [
        ("", true), ("w:val=\"1\"", true), ("w:val=\"0\"", false), ("w:val=\"false\"", false),
        ("w:val=\"off\"", false), ("w:val=\"none\"", false), ("w:val=\"true\"", true),
    ]) func `a switch is on unless it says otherwise`(attribute: String, isOn: Bool) throws {
        #expect(try parsed("<w:b \(attribute)/>").elements.first?.isOn == isOn)
    }

    @Test func `a child goes by its name, and a switch says when it is off`() throws {
        var root = try parsed("<w:a/><w:c/><w:d/>")
        root.change(at: [0]) { $0.setSwitch(false) }
        #expect(root.elements.map { $0.name.local + ($0.value ?? "") } == ["a0", "c", "d"])
        root.removeChild("c")
        #expect(root.elements.map(\.name.local) == ["a", "d"])
    }

    @Test func `a text keeps its blanks, said once`() throws {
        var text = try parsed("").wordText(" a ")
        text.keepBlanks()
        #expect(text.name.written == "w:t" && text.text == " a ")
        #expect(text.attributes.map(\.name.written) == ["xml:space"])
    }

    @Test func `a change reaches the element of a path, and nothing else`() throws {
        var root = try parsed("<w:a/><w:b><w:c/></w:b>")
        root.change(at: [1, 0]) { $0.set(QualifiedName(local: "x"), to: "1") }
        root.change(at: [7]) { $0.children = [] }
        #expect(root.element(at: [1, 0])?.value("x") == "1" && root.element(at: [0, 0]) == nil)
        let kept = root.rewritten { $0.name.local != "a" }
        #expect(kept?.elements.map(\.name.local) == ["b"])
    }
}
