import DocumentTemplates
import FoundationEssentials
import OfficePackage
import TestSupport
import Testing
import Values

/// An example of the guide: a template, what it includes, data and the text that comes out, each in a fence of its own.
private struct GuideExample: CustomTestStringConvertible, Sendable {
    var template = ""
    var includes: [String: String] = [:]
    var data = ""
    var result = ""
    /// The line of the guide on which it begins.
    let line: Int

    var testDescription: String { "line \(line)" }

    static let all: [GuideExample] = read()

    private static func read() -> [GuideExample] {
        let guide = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../docs/huong-dan-mau.md"
        ).standardized
        let text = (try? String(contentsOf: guide, encoding: .utf8)) ?? ""
        var examples: [GuideExample] = []
        var fence: String?
        var inside: [String] = []
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard line.hasPrefix("```") else {
                inside.append(String(line))
                continue
            }
            guard let kind = fence else {
                fence = String(line.dropFirst(3))
                inside = []
                if fence == "mau" { examples.append(GuideExample(line: number + 1)) }
                continue
            }
            fence = nil
            let content = inside.joined(separator: "\n")
            guard !examples.isEmpty else { continue }
            let last = examples.count - 1
            switch kind {
            case "mau": examples[last].template = content
            case "yaml": examples[last].data = content
            case "ket-qua": examples[last].result = content
            default:
                if kind.hasPrefix("mau ") { examples[last].includes[String(kind.dropFirst(4))] = content }
            }
        }
        return examples
    }
}

extension FeatureTemplate {
    /// A template as the guide writes it: a line a paragraph, `| a | b |` a row, `1. ` a numbered item, `# ` a heading.
    fileprivate init(guide text: String) {
        var body: [Piece] = []
        var rows: [[[Piece]]] = []
        for line in text.split(separator: "\n") {
            if line.hasPrefix("|") {
                rows.append(FeatureTemplate.cells(of: line).map { [.paragraph([.text($0)])] })
                continue
            }
            if !rows.isEmpty { body.append(.table(rows)) }
            rows = []
            if line.hasPrefix("# ") {
                body.append(.heading(FeatureTemplate.words(of: line.dropFirst(2))))
            } else if line.first?.isNumber == true, line.dropFirst().hasPrefix(". ") {
                body.append(.numbered(FeatureTemplate.words(of: line.dropFirst(3))))
            } else {
                body.append(.paragraph(FeatureTemplate.words(of: line)))
            }
        }
        if !rows.isEmpty { body.append(.table(rows)) }
        self.init(body: body)
    }

    /// The cells between bars that stand in no tag.
    private static func cells(of line: Substring) -> [String] {
        var cells: [String] = []
        var cell = ""
        var isInTag = false
        for character in line.dropFirst() {
            if character == "{" { isInTag = true }
            if character == "}" { isInTag = false }
            if character == "|", !isInTag {
                cells.append(String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()))
                cell = ""
            } else {
                cell.append(character)
            }
        }
        return cells
    }

    /// Words with merge fields (`«Ten»`) and links (`[words](address)`).
    private static func words(of line: Substring) -> [Words] {
        var words: [Words] = []
        var rest = line
        while let mark = rest.firstIndex(where: { $0 == "«" || $0 == "[" }) {
            let inside = rest[rest.index(after: mark)...]
            if rest[mark] == "«", let end = inside.firstIndex(of: "»") {
                words += [.text(String(rest[..<mark])), .field(String(inside[..<end]))]
                rest = inside[inside.index(after: end)...]
            } else if rest[mark] == "[", let middle = inside.firstRange(of: "]("),
                let end = inside[middle.upperBound...].firstIndex(of: ")")
            {
                words.append(.text(String(rest[..<mark])))
                let address = String(inside[middle.upperBound..<end])
                words.append(.link(String(inside[..<middle.lowerBound]), to: address))
                rest = inside[inside.index(after: end)...]
            } else {
                words.append(.text(String(rest[...mark])))
                rest = inside
            }
        }
        return words + (rest.isEmpty ? [] : [.text(String(rest))])
    }
}

@Suite struct Guide {
    @Test(arguments: GuideExample.all, OfficeFormat.allCases) private func `shows what is true`(
        example: GuideExample, format: OfficeFormat
    ) throws {
        try withScratchFolder { folder in
            try Data(SamplePicture.png).write(to: folder.appending(path: "so-do.png"))
            for (name, text) in example.includes {
                let bytes = try Feature.document(FeatureTemplate(guide: text), format)
                try Data(bytes).write(to: folder.appending(path: "\(name).\(format.rawValue)"))
            }
            let resources = Resources(folder: folder.path)
            let template = try Template(
                bytes: Feature.document(FeatureTemplate(guide: example.template), format),
                file: "mau.\(format.rawValue)", includes: resources)
            let data = try Value(SourceNode(yaml: Array(example.data.utf8), file: "du-lieu.yaml"))
            let result = try FeatureOutline(template.render(data, pictures: resources)).text
            let lines = result.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(lines.filter { !$0.hasPrefix("┌") }.joined(separator: "\n") == example.result)
        }
    }

    @Test func `has examples, each of them whole`() {
        #expect(GuideExample.all.count >= 20)
        for example in GuideExample.all {
            #expect(
                !example.template.isEmpty && !example.data.isEmpty && !example.result.isEmpty, "\(example)")
        }
    }
}
