import OfficePackage
import Testing
import XMLTree

private func parsed(_ text: String) throws -> Element { try Element(parsing: Array(text.utf8), file: "a") }

@Suite struct RelationshipNames {
    @Test(arguments: [
        ("", "_rels/.rels"), ("word/document.xml", "word/_rels/document.xml.rels"),
        ("thu.xml", "_rels/thu.xml.rels"), ("a/b/c.xml", "a/b/_rels/c.xml.rels"),
    ]) func `the list of a part, and the part of a list`(part: String, list: String) {
        #expect(Relationships.entry(of: part) == list)
        #expect(Relationships.source(of: list) == part)
    }

    @Test(arguments: [
        ("styles.xml", "word/document.xml", "word/styles.xml"),
        ("../media/a.png", "word/document.xml", "media/a.png"),
        ("/word/styles.xml", "customXml/item1.xml", "word/styles.xml"), ("./a.xml", "thu.xml", "a.xml"),
        ("../../a.xml", "word/document.xml", "a.xml"),
    ]) func `a target is read from the part's folder`(target: String, part: String, entry: String) {
        #expect(Relationships.resolved(target, from: part) == entry)
    }
}

@Suite struct RelationshipLists {
    private let list = """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
        <Relationship Id="a" Type="http://x/hyperlink" Target="http://b.vn/../c" TargetMode="External"/>\
        <Relationship Id="b" Type="http://x/styles" Target="s.xml"/>\
        <Relationship Id="c" Type="http://x/styles" Target="t.xml"/><Relationship Id="d"/></Relationships>
        """

    @Test func `entries and addresses are told apart, half an entry is none`() throws {
        let found = Relationships(try parsed(list), of: "word/document.xml")
        #expect(found.all.map(\.name) == ["http://b.vn/../c", "word/s.xml", "word/t.xml"])
        #expect(found["a"]?.isExternal == true && found["b"]?.isExternal == false && found["d"] == nil)
        #expect(found.entry("styles") == "word/s.xml" && found.entry("hyperlink") == nil)
        #expect(Relationships(nil, of: "a.xml").all.isEmpty)
    }

    @Test func `what is added has an id of its own and the list's prefix`() throws {
        var root = try parsed(list.replacing("Id=\"c\"", with: "Id=\"r2\""))
        #expect(Relationships.freeId("r", from: 1, in: root) == "r1")
        #expect(Relationships.freeId("r", from: 2, in: root) == "r3")
        #expect(Relationships.freeId("r", in: root) == "r" && Relationships.freeId("b", in: root) == "b2")
        root.children = [
            .element(Relationships.relationship("r1", "t", to: .entry("/a.xml"), in: root)),
            .element(Relationships.relationship("r2", "t", to: .address("http://a"), in: root)),
        ]
        #expect(
            root.elements.map { $0.attributes.map { "\($0.name.local)=\($0.value)" }.joined(separator: " ") }
                == ["Id=r1 Type=t Target=/a.xml", "Id=r2 Type=t Target=http://a TargetMode=External"])
        let prefixed = try parsed("<p:Relationships xmlns:p=\"urn:x\"/>")
        #expect(
            Relationships.relationship("r", "t", to: .entry("a"), in: prefixed).name.written
                == "p:Relationship")
    }
}

@Suite struct ContentTypeLists {
    private func list(_ inside: String) throws -> Element {
        try parsed(
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\(inside)</Types>")
    }

    @Test(arguments: [
        ("word/a.xml", "own"), ("WORD/A.XML", "own"), ("word/b.xml", "xml"), ("word/b.XML", "xml"),
        ("a.b/c", nil), ("c", nil), ("d.png", nil),
    ]) func `a part has its own type, else that of its extension`(part: String, type: String?) throws {
        let types = ContentTypes(
            try list(
                "<Default Extension=\"Xml\" ContentType=\"xml\"/><Override PartName=\"/word/a.xml\" ContentType=\"own\"/>"
                    + "<Default Extension=\"b/c\" ContentType=\"none\"/>"))
        #expect(types.type(of: part) == type)
    }

    @Test func `what is declared stands where the schema has it, once`() throws {
        var root = try list(
            "<Default Extension=\"xml\" ContentType=\"x\"/><Override PartName=\"/a\" ContentType=\"t\"/>")
        ContentTypes.declare(extension: "png", as: "image/png", in: &root)
        ContentTypes.declare(extension: "XML", as: "y", in: &root)
        ContentTypes.declare("b", as: "u", in: &root)
        ContentTypes.declare("a", as: "v", in: &root)
        #expect(
            root.elements.map { "\($0.name.local) \($0.attributes.map(\.value).joined(separator: " "))" } == [
                "Default xml x", "Default png image/png", "Override /a t", "Override /b u",
            ])
    }
}

@Suite struct Manifests {
    @Test func `a manifest says the type of an entry`() throws {
        let root = try parsed(
            HandMadePackage.manifest(HandMadePackage.file("/", "a") + HandMadePackage.file("b", "c")))
        #expect(Manifest.mediaType(of: "/", in: root) == "a" && Manifest.mediaType(of: "b", in: root) == "c")
        #expect(Manifest.mediaType(of: "d", in: root) == nil)
    }
}
