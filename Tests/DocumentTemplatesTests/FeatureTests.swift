import Container
import DocumentTemplates
import FoundationEssentials
import OfficePackage
import TestSupport
import Testing
import Values
import XMLTree

@Suite struct Features {
    @Test(arguments: Feature.all) func `prints what its golden file says, the same in both formats`(
        feature: Feature
    ) throws {
        try withScratchFolder { folder in
            let word = try feature.documents(.docx, in: folder)
            let open = try feature.documents(.odt, in: folder)
            #expect(
                try FeatureOutline(word.template).text == FeatureOutline(open.template).text,
                "the templates themselves")
            let result = try FeatureOutline(word.result).text
            #expect(try result == FeatureOutline(open.result).text)
            let page = try "MẪU\n\(FeatureOutline(word.template).text)\n\nKẾT QUẢ\n\(result)\n"
            try expectGolden(page, named: "features/\(feature.name).txt")
        }
    }

    @Test(arguments: Feature.all) func `gives no two things one name or number`(feature: Feature) throws {
        try withScratchFolder { folder in
            for format in OfficeFormat.allCases {
                let parts = try SmallDocument.parts(of: feature.documents(format, in: folder).result)
                var seen: Set<String> = []
                for (part, xml) in parts where part.hasSuffix(".xml") {
                    for name in names(in: try Element(parsing: Array(xml.utf8), file: part), of: part) {
                        #expect(seen.insert(name).inserted, "\(format) \(name)")
                    }
                }
            }
        }
    }

    /// What may be there only once in a package, or in a part of it.
    private func names(in element: Element, of part: String) -> [String] {
        var names: [String] = []
        let id = element.value("id")
        switch element.name.local {
        // The two branches of an alternative are one drawing.
        case "Fallback": return []
        case "docPr": names.append("docPr \(id ?? "")")
        case "bookmarkStart": names += ["bookmark \(id ?? "")", "bookmark \(element.value("name") ?? "")"]
        case "footnoteReference", "endnoteReference", "commentReference":
            names.append("\(element.name.local) \(id ?? "")")
        case "sdtPr": names.append("sdt \(element.child("id")?.value("val") ?? part)")
        case "bookmark-start", "bookmark", "section", "table", "frame":
            element.value("name").map { names.append("\(element.name.local) \($0)") }
        default: break
        }
        if element.name.local != "sdtPr", let id = element.attribute("xml:id") {
            names.append("xml:id \(id)")
        }
        return names + element.elements.flatMap { self.names(in: $0, of: part) }
    }

    /// Writes all samples to a folder, for judges outside of this package (`scripts/features.sh`).
    @Test(.enabled(if: ProcessInfo.processInfo.environment["FEATURE_SAMPLES"] != nil))
    func `can be written to files`() throws {
        let name = try #require(ProcessInfo.processInfo.environment["FEATURE_SAMPLES"])
        let folder = URL(filePath: name)
        try FileManager.default.createDirectory(
            at: folder.appending(path: "mau"), withIntermediateDirectories: true)
        for feature in Feature.all {
            for format in OfficeFormat.allCases {
                let (template, result) = try feature.documents(format, in: folder.appending(path: "mau"))
                let file = "\(feature.name).\(format.rawValue)"
                try Data(template).write(to: folder.appending(path: "mau/\(file)"))
                try Data(result).write(to: folder.appending(path: file))
            }
        }
        let written = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(written.count == Feature.all.count * 2 + 1)
    }
}
