import XMLTree

/// Reads an OpenDocument text for its outline.
struct OpenDocumentReading {
    private let parts: [String: Element]
    private var looks: [String: String] = [:]
    /// Names of paragraph styles that begin a page of another layout.
    private var layouts: Set<String> = []
    private var numbered: [String: Set<Int>] = [:]
    private var counter: ItemCounter

    init(_ parts: [String: Element], _ numbers: ItemCounter.Numbers) throws {
        counter = ItemCounter(numbers)
        self.parts = parts
        for part in ["styles.xml", "content.xml"] {
            guard let root = parts[part] else { continue }
            for style in root.all("style") {
                let name = style.value("name") ?? ""
                if !(style.value("master-page-name") ?? "").isEmpty { layouts.insert(name) }
                guard style.value("family") == "text", let text = style.child("text-properties") else {
                    continue
                }
                looks[name] = LookedWords.look(
                    bold: text.value("font-weight") == "bold", slanted: text.value("font-style") == "italic",
                    struck: (text.value("text-line-through-style") ?? "none") != "none",
                    fixed: (text.value("font-family") ?? text.value("font-name") ?? "").contains("Courier"))
            }
            for list in root.all("list-style") {
                let levels = list.elements.filter { $0.name.local == "list-level-style-number" }
                numbered[list.value("name") ?? ""] = Set(levels.compactMap { Int($0.value("level") ?? "") })
            }
        }
    }

    func outline() throws -> String {
        var reading = self
        let body = parts["content.xml"]?.child("body")?.child("text")
        let master = parts["styles.xml"]?.first("master-page")
        return FeatureOutline.page(
            header: master?.child("header").map { reading.lines(of: $0) } ?? [],
            body: body.map { reading.lines(of: $0) } ?? [],
            footer: master?.child("footer").map { reading.lines(of: $0) } ?? [],
            title: parts["meta.xml"]?.first("title")?.text ?? "")
    }

    private mutating func lines(of element: Element) -> [String] {
        var lines: [String] = []
        for child in element.elements {
            switch child.name.local {
            case "p", "h":
                let line = (child.name.local == "h" ? "# " : "") + line(child)
                if line.isEmpty, lines.last?.hasPrefix("|") == true { continue }
                lines.append(line)
            case "list": lines += items(of: child, style: "", level: 1)
            case "table": lines += table(child)
            case "section": lines += self.lines(of: child)
            default: break
            }
        }
        return lines
    }

    private mutating func items(of list: Element, style: String, level: Int) -> [String] {
        let style = list.value("style-name") ?? style
        if list.value("continue-numbering") != "true" { counter.restart(style, level: level) }
        var lines: [String] = []
        for item in list.elements where ["list-item", "list-header"].contains(item.name.local) {
            var isFirst = item.name.local == "list-item"
            for child in item.elements {
                switch child.name.local {
                case "list": lines += items(of: child, style: style, level: level + 1)
                case "p", "h":
                    let indent = String(repeating: "  ", count: level - 1)
                    let isNumber = numbered[style]?.contains(level) == true
                    let mark = isFirst ? isNumber ? counter.next(style, level: level) : "– " : ""
                    isFirst = false
                    lines.append((mark.isEmpty ? "" : indent + mark) + line(child))
                default: lines += self.lines(of: item)
                }
            }
        }
        return lines
    }

    private mutating func line(_ paragraph: Element) -> String {
        var words = LookedWords()
        read(paragraph, look: "", into: &words)
        let changes = layouts.contains(paragraph.value("style-name") ?? "")
        return words.text + (changes ? "⸺" : "")
    }

    private mutating func table(_ table: Element) -> [String] {
        var rows: [[String]] = []
        var columns = 0
        for child in table.elements where child.name.local == "table-column" {
            columns += Int(child.value("number-columns-repeated") ?? "") ?? 1
        }
        for row in table.ownRows {
            var cells: [String] = []
            var covered = 0
            for cell in row.elements {
                if cell.name.local == "table-cell" {
                    let inside = lines(of: cell)
                    cells.append(inside.joined(separator: " ¶ "))
                    covered = (Int(cell.value("number-columns-spanned") ?? "") ?? 1) - 1
                } else if cell.name.local == "covered-table-cell" {
                    cells.append(covered > 0 ? "←" : "↑")
                    covered -= 1
                }
            }
            rows.append(cells)
        }
        return FeatureOutline.table(columns: columns, rows: rows)
    }

    private mutating func read(_ element: Element, look: String, into words: inout LookedWords) {
        for node in element.children {
            switch node {
            case .text(let text): words.add(text, look: look)
            case .comment, .instruction: break
            case .element(let child): read(element: child, look: look, into: &words)
            }
        }
    }

    private mutating func read(element child: Element, look: String, into words: inout LookedWords) {
        switch child.name.local {
        case "s": words.add(String(repeating: " ", count: Int(child.value("c") ?? "") ?? 1), look: look)
        case "tab": words.add("→", look: look)
        case "line-break": words.add("⏎", look: look)
        case "soft-page-break": words.add("⇓", look: look)
        case "span": read(child, look: looks[child.value("style-name") ?? ""] ?? look, into: &words)
        case "a":
            words.add("[")
            read(child, look: look, into: &words)
            words.add("](\(child.value("href") ?? ""))")
        case "bookmark-start": words.add("⚑\(child.value("name") ?? "") ")
        case "bookmark-end": break
        case "note":
            let name = child.value("note-class") == "endnote" ? "chú thích cuối" : "cước chú"
            words.add(
                "⟨\(name): "
                    + (child.child("note-body").map { lines(of: $0).joined(separator: " ¶ ") } ?? "?") + "⟩")
        case "annotation": words.add("⟨ghi chú: " + lines(of: child).joined(separator: " ¶ ") + "⟩")
        case "frame":
            if let box = child.child("text-box") {
                words.add("⟦khung: " + lines(of: box).joined(separator: " ¶ ") + "⟧")
            } else {
                let width = LookedWords.millimetres(child.value("width") ?? "")
                let height = LookedWords.millimetres(child.value("height") ?? "")
                words.add("⟦hình \(width) × \(height) mm: \(child.child("desc")?.text ?? "")⟧")
            }
        default: read(child, look: look, into: &words)
        }
    }
}

extension Element {
    /// The rows of a table that are not those of a table inside it.
    fileprivate var ownRows: [Element] {
        elements.flatMap { child -> [Element] in
            switch child.name.local {
            case "table-row": [child]
            case "table-header-rows", "table-rows", "table-row-group": child.ownRows
            default: []
            }
        }
    }
}
