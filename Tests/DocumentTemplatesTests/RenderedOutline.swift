import Container
import DocumentTemplates
import OfficePackage
import XMLTree

extension SmallDocument {
    /// A template of some paragraphs.
    static func template(_ format: OfficeFormat, _ paragraphs: [String], includes: Resources = .none) throws
        -> Template
    {
        switch format {
        case .docx:
            let body = paragraphs.map { Shorthand.docx($0) }.joined()
            return try Template(bytes: docx(body: body), file: "mau.docx", includes: includes)
        case .odt:
            let body = paragraphs.map { Shorthand.odt($0) }.joined()
            return try Template(bytes: odt(body: body), file: "mau.odt", includes: includes)
        }
    }

    /// All parts of a result as text.
    static func parts(of document: [UInt8]) throws -> [String: String] {
        let archive = try Archive(bytes: document, file: "ket-qua")
        var parts: [String: String] = [:]
        for entry in archive.entries {
            parts[entry.name] = String(decoding: try archive.contents(of: entry.name), as: UTF8.self)
        }
        return parts
    }
}

/// What a rendered body says, in a shorthand that both formats share.
///
/// `¶` ends a paragraph, `‹b:…›` marks bold, `i` italic, `s` struck and `c` fixed-width letters, `•` stands for each level of a list,
/// `[a|b/c|d]` is a table.
struct RenderedTree {
    private let body: Element
    private let looks: [String: String]

    init(_ document: [UInt8]) throws {
        let archive = try Archive(bytes: document, file: "ket-qua")
        let name = archive.contains("word/document.xml") ? "word/document.xml" : "content.xml"
        let root = try Element(parsing: archive.contents(of: name), file: name)
        var looks: [String: String] = [:]
        for style in root.elements.first(where: { $0.name.local == "automatic-styles" })?.elements ?? [] {
            let settings = style.elements.first { $0.name.local == "text-properties" }
            guard let settings, let name = style.attributes.first(where: { $0.name.local == "name" })?.value
            else { continue }
            let known = [
                ("font-weight", "b"), ("font-style", "i"), ("text-line-through-style", "s"),
                ("font-family", "c"),
            ]
            looks[name] = known.filter { key, _ in settings.attributes.contains { $0.name.local == key } }
                .map(\.1).joined()
        }
        self.looks = looks
        let last = root.elements.last { $0.name.local == "body" } ?? root
        body = name == "content.xml" ? last.elements.first ?? last : last
    }

    var outline: String { lines(of: body, depth: 0).joined(separator: "\n") }

    private func lines(of element: Element, depth: Int) -> [String] {
        var lines: [String] = []
        for child in element.elements {
            switch child.name.local {
            case "p", "h":
                let level = child.first("ilvl").flatMap { $0.attributes.first?.value }.flatMap { Int($0) }
                let mark = String(repeating: "•", count: level.map { $0 + 1 } ?? depth)
                let line = words(of: child)
                // Word needs a paragraph behind a table.
                if line.isEmpty, lines.last?.hasSuffix("]") == true { continue }
                lines.append("\(mark)\(line)¶")
            case "list": lines += self.lines(of: child, depth: depth + 1)
            case "list-item": lines += self.lines(of: child, depth: depth)
            case "tbl", "table": lines.append("[" + rows(of: child).joined(separator: "/") + "]")
            default: break
            }
        }
        return lines
    }

    private func rows(of table: Element) -> [String] {
        table.elements.flatMap { child -> [String] in
            switch child.name.local {
            case "table-header-rows": return rows(of: child)
            case "tr", "table-row":
                let cells = child.elements.filter { ["tc", "table-cell"].contains($0.name.local) }
                let texts = cells.map {
                    lines(of: $0, depth: 0).map { $0.filter { !"¶•".contains($0) } }.joined(separator: "¶")
                }
                return [texts.joined(separator: "|")]
            default: return []
            }
        }
    }

    private func words(of element: Element, look: String = "") -> String {
        var words = ""
        for child in element.children {
            switch child {
            case .text(let text):
                guard ["t", "p", "h", "span", "a"].contains(element.name.local) else { continue }
                words += look.isEmpty ? text : "‹\(look):\(text)›"
            case .element(let inner):
                switch inner.name.local {
                case "r":
                    let known = [("b", "b"), ("i", "i"), ("strike", "s"), ("rFonts", "c")]
                    let settings = inner.elements.first { $0.name.local == "rPr" }
                    let own = known.filter { key, _ in
                        settings?.elements.contains { $0.name.local == key } == true
                    }.map(\.1).joined()
                    words += self.words(of: inner, look: own)
                case "span":
                    let name = inner.attributes.first { $0.name.local == "style-name" }?.value ?? ""
                    words += self.words(of: inner, look: looks[name] ?? look)
                case "s": words += " "
                case "pPr", "rPr": break
                default: words += self.words(of: inner, look: look)
                }
            case .comment, .instruction: break
            }
        }
        return words
    }
}

extension Element {
    /// The first element of that name anywhere inside.
    func first(_ local: String) -> Element? {
        for element in elements {
            if element.name.local == local { return element }
            if let found = element.first(local) { return found }
        }
        return nil
    }
}
