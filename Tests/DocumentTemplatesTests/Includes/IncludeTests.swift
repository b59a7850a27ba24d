import Diagnostics
import DocumentTemplates
import FoundationEssentials
import OfficePackage
import TestSupport
import Testing
import Values

@Suite struct Includes {
    /// Compiles the first of some templates, each a list of paragraphs, in a folder with all of them.
    private func template(_ format: OfficeFormat, _ files: [(String, [String])]) throws -> Template {
        try withScratchFolder { folder in
            for (name, paragraphs) in files {
                let bytes =
                    format == .docx
                    ? try SmallDocument.docx(body: paragraphs.map { Shorthand.docx($0) }.joined())
                    : try SmallDocument.odt(body: paragraphs.map { Shorthand.odt($0) }.joined())
                try Data(bytes).write(to: folder.appending(path: "\(name).\(format.rawValue)"))
            }
            let path = folder.appending(path: "\(files[0].0).\(format.rawValue)").path
            return try Template(opening: path, includes: Resources(folder: folder.path))
        }
    }

    @Test(arguments: OfficeFormat.allCases) func `a body is filled with the data at its place`(
        _ format: OfficeFormat
    ) throws {
        let template = try template(
            format,
            [
                ("a", ["{#muc}", "{&gt;b}", "{/muc}", "hết"]),
                ("b", ["{ten}:", "{&gt;c}", "{#con}", "- {.}", "{/con}"]), ("c", ["[{@ten}]", "{@ten}"]),
            ])
        let result = try template.render(["muc": [["ten": "A", "con": [1, 2]], ["ten": "B", "con": []]]])
        #expect(try RenderedTree(result).outline == "A:¶\n[A]¶\nA¶\n- 1¶\n- 2¶\nB:¶\n[B]¶\nB¶\nhết¶")
    }

    @Test(arguments: OfficeFormat.allCases) func `each file's own marks are recognised`(
        _ format: OfficeFormat
    ) throws {
        let data: Value = ["ten": "An", "x": "X"]
        for (host, other) in [
            (["{{ten}}", "{{&gt;b}}"], "PL {x}"), (["{{ten}}", "{{&gt;b}}"], "PL {{x}}"),
            (["{ten}", "{&gt;b}"], "PL {{x}}"), (["{{ten}}", "{{&gt;b}}"], "PL X"),
        ] {
            let result = try template(format, [("a", host), ("b", [other])]).render(data)
            #expect(try RenderedTree(result).outline == "An¶\nPL X¶")
        }
        let failure = #expect(throws: Failure.self) {
            try template(format, [("a", ["{{ten}}", "{{&gt;b}}"]), ("b", ["{{x}} {x}"])])
        }
        #expect(failure?.diagnostics.first?.code == "template.unclosed-tag")
    }

    private static let chosen: [(String, [String])] = [
        ("a", ["{#muc}", "{&gt;{loai}}", "{/muc}", "hết"]), ("b", ["B {ten}"]),
        ("c", ["C {ten}", "{#con}", "- {.}", "{/}"]), ("hong", ["{#x}"]),
    ]

    @Test(arguments: OfficeFormat.allCases) func `data choose the template`(_ format: OfficeFormat) throws {
        let template = try template(format, Self.chosen)
        let result = try template.render([
            "muc": [
                ["loai": "b", "ten": 1], ["loai": .text("c.\(format.rawValue)"), "ten": 2, "con": [7]],
                ["loai": .null, "ten": 3], ["loai": "b", "ten": 4],
            ]
        ])
        #expect(try RenderedTree(result).outline == "B 1¶\nC 2¶\n- 7¶\nB 4¶\nhết¶")
    }

    @Test func `the file that a result goes to is none that they choose`() throws {
        try withScratchFolder { folder in
            for (name, words) in [("a", "{&gt;{loai}}"), ("b", "B"), ("kq", "cũ")] {
                try Data(SmallDocument.docx(body: Shorthand.docx(words))).write(
                    to: folder.appending(path: "\(name).docx"))
            }
            let result = folder.appending(path: "kq.docx").path
            let includes = Resources(folder: folder.path).without(result)
            let template = try Template(opening: folder.appending(path: "a.docx").path, includes: includes)
            #expect(try RenderedTree(template.render(["loai": "b"])).outline == "B¶")
            let failure = #expect(throws: Failure.self) { try template.render(["loai": "kq"]) }
            #expect(failure?.diagnostics.map(\.code) == ["template.include-not-found"])
        }
    }

    @Test(arguments: ["khong-co", "a", "hong", "../b", "/etc/passwd"])
    func `but only one that can be included`(_ name: String) throws {
        let template = try template(.docx, Self.chosen)
        let failure = #expect(throws: Failure.self) {
            try template.render(["muc": [["loai": .text(name), "ten": 1]]])
        }
        #expect(failure?.diagnostics.map(\.code) == ["template.include-not-found"])
        #expect(failure?.diagnostics.first?.fix?.english.contains("b, c") == true)
    }

    @Test(arguments: ["{&gt;phu-luc-(so)}", "{&gt;phu-luc-{so}}"]) func `a name may be written in part`(
        _ tag: String
    ) throws {
        let template = try template(
            .docx, [("a", [tag]), ("phu-luc-1", ["một"]), ("phu-luc-2", ["hai"]), ("khac", ["{#x}"])])
        #expect(try RenderedTree(template.render(["so": 2])).outline == "hai¶")
        #expect(throws: Failure.self) { try template.render(["so": 3]) }
    }

    struct Fault: CustomTestStringConvertible, Sendable {
        let name: String
        let files: [(String, [String])]
        let places: [String]
        var testDescription: String { name }
    }

    static let faults: [Fault] = [
        Fault(
            name: "missing", files: [("a", ["{&gt;khong}"])],
            places: ["đoạn 1 “{>khong}”: template.include-not-found"]),
        Fault(
            name: "cycle", files: [("a", ["{&gt;b}"]), ("b", ["{&gt;c}"]), ("c", ["x", "{&gt;b}"])],
            places: ["đoạn 2 “{>b}”: template.include-cycle"]),
        Fault(
            name: "escape", files: [("a", ["{&gt;../b}"])],
            places: ["đoạn 1 “{>../b}”: template.outside-of-folder"]),
        Fault(
            name: "in a line", files: [("a", ["x {&gt;b}"]), ("b", [""])],
            places: ["đoạn 1 “x {>b}”: template.include-not-alone"]),
        Fault(
            name: "fault inside", files: [("a", ["{&gt;b}"]), ("b", ["x", "{#muc}"])],
            places: ["đoạn 2 “{#muc}”: template.unclosed-section"]),
        Fault(
            name: "too deep", files: (0...17).map { ("a\($0)", ["{&gt;a\($0 + 1)}"]) } + [("a18", ["x"])],
            places: ["đoạn 1 “{>a17}”: template.include-too-deep"]),
    ]

    @Test(arguments: OfficeFormat.allCases, faults) func `what cannot be included is named with its place`(
        _ format: OfficeFormat, _ c: Fault
    ) throws {
        let failure = #expect(throws: Failure.self) { try template(format, c.files) }
        let found = failure?.diagnostics.map { diagnostic in
            let place = diagnostic.location.text(in: .vietnamese)
            return "\(place.split(separator: ": ", maxSplits: 1).last ?? ""): \(diagnostic.code)"
        }
        #expect(found == c.places)
    }

    @Test func `a style of the same name that differs is renamed, one that is the same is shared`() throws {
        func document(_ paragraphs: String, _ styles: String) throws -> [UInt8] {
            try SmallDocument.docx(
                body: paragraphs,
                parts: [("word/styles.xml", "styles", SmallDocument.wordPart("styles", styles))],
                relationships: [("styles", "styles.xml")])
        }
        func style(_ id: String, bold: Bool = false) -> String {
            "<w:style w:type=\"paragraph\" w:styleId=\"\(id)\"><w:name w:val=\"\(id)\"/>"
                + (bold ? "<w:rPr><w:b/></w:rPr>" : "") + "</w:style>"
        }
        func paragraph(_ id: String) -> String {
            "<w:p><w:pPr><w:pStyle w:val=\"\(id)\"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>"
        }
        try withScratchFolder { folder in
            let inner = try document(
                paragraph("Chung") + paragraph("Khac") + paragraph("Moi"),
                style("Chung") + style("Khac", bold: true) + style("Moi"))
            try Data(inner).write(to: folder.appending(path: "b.docx"))
            let outer = try document(Shorthand.docx("{&gt;b}"), style("Chung") + style("Khac"))
            let template = try Template(
                bytes: outer, file: "a.docx", includes: Resources(folder: folder.path))
            let parts = try SmallDocument.parts(of: template.render([:]))
            let body = try #require(parts["word/document.xml"])
            let used = body.split(separator: "<w:pStyle w:val=\"").dropFirst().map {
                $0.prefix { $0 != "\"" }
            }
            #expect(used == ["Chung", "Khac_2", "Moi"])
            let styles = try #require(parts["word/styles.xml"])
            let known = styles.split(separator: "w:styleId=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
            #expect(known == ["Chung", "Khac", "Khac_2", "Moi"])
        }
    }

    @Test func `lists of an included document keep their own numbers`() throws {
        func document(_ body: String) throws -> [UInt8] {
            let list =
                "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"/></w:abstractNum>"
                + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
            return try SmallDocument.docx(
                body: body,
                parts: [("word/numbering.xml", "numbering", SmallDocument.wordPart("numbering", list))],
                relationships: [("numbering", "numbering.xml")])
        }
        let item = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:p>"
        try withScratchFolder { folder in
            try Data(document(item)).write(to: folder.appending(path: "b.docx"))
            let template = try Template(
                bytes: document(item + Shorthand.docx("{&gt;b}")), file: "a.docx",
                includes: Resources(folder: folder.path))
            let parts = try SmallDocument.parts(of: template.render([:]))
            let ids = parts["word/document.xml"]?.split(separator: "<w:numId w:val=\"").dropFirst().map {
                $0.prefix { $0 != "\"" }
            }
            #expect(ids == ["1", "2"])
            #expect(
                parts["word/numbering.xml"]?.contains("<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/>")
                    == true)
        }
    }

    @Test func `automatic styles and pictures of an included ODT come along`() throws {
        try withScratchFolder { folder in
            let style = { (color: String) in
                "<style:style style:name=\"P1\" style:family=\"paragraph\"><style:text-properties fo:color=\"\(color)\"/>"
                    + "</style:style>"
            }
            let inner = try SmallDocument.odt(
                body: "<text:p text:style-name=\"P1\">{x}</text:p>", automaticStyles: style("#ff0000"))
            try Data(inner).write(to: folder.appending(path: "b.odt"))
            let outer = try SmallDocument.odt(
                body: "<text:p text:style-name=\"P1\">a</text:p>" + Shorthand.odt("{&gt;b}"),
                automaticStyles: style("#00ff00"))
            let template = try Template(bytes: outer, file: "a.odt", includes: Resources(folder: folder.path))
            let result = try template.render(["x": "b"])
            #expect(
                try SmallDocument.body(of: result)
                    == "<text:p text:style-name=\"P1\">a</text:p><text:p text:style-name=\"in1_P1\">b</text:p>"
            )
            let whole = try SmallDocument.whole(of: result)
            #expect(whole.contains("style:name=\"in1_P1\"") && whole.contains("#ff0000"))
        }
    }
}
