import XMLTree

/// Reads a Word document for its outline.
struct WordReading {
    private let parts: [String: Element]
    private let targets: [String: String]
    private let levels: [String: (list: String, formats: [Int: String], restarts: Bool)]
    private var counter: ItemCounter
    private var seenNumbers: Set<String> = []

    init(_ parts: [String: Element], _ numbers: ItemCounter.Numbers) throws {
        counter = ItemCounter(numbers)
        self.parts = parts
        var targets: [String: String] = [:]
        for relationship in parts["word/_rels/document.xml.rels"]?.elements ?? [] {
            targets[relationship.value("Id") ?? ""] = relationship.value("Target")
        }
        self.targets = targets
        let numbering = parts["word/numbering.xml"]
        var formats: [String: [Int: String]] = [:]
        for list in numbering?.elements.filter({ $0.name.local == "abstractNum" }) ?? [] {
            for level in list.elements where level.name.local == "lvl" {
                formats[list.value("abstractNumId") ?? "", default: [:]][
                    Int(level.value("ilvl") ?? "") ?? 0] = level.child("numFmt")?.value("val")
            }
        }
        var levels: [String: (list: String, formats: [Int: String], restarts: Bool)] = [:]
        for number in numbering?.elements.filter({ $0.name.local == "num" }) ?? [] {
            let list = number.child("abstractNumId")?.value("val") ?? ""
            let restarts = number.first("startOverride") != nil
            levels[number.value("numId") ?? ""] = (list, formats[list] ?? [:], restarts)
        }
        self.levels = levels
    }

    func outline() throws -> String {
        var reading = self
        let body = parts["word/document.xml"]?.child("body")
        let lines = body.map { reading.lines(of: $0) } ?? []
        func part(_ name: String) -> [String] { parts[name].map { reading.lines(of: $0) } ?? [] }
        return FeatureOutline.page(
            header: part("word/header1.xml"), body: lines, footer: part("word/footer1.xml"),
            title: parts["docProps/core.xml"]?.child("title")?.text ?? "")
    }

    private mutating func lines(of element: Element) -> [String] {
        var lines: [String] = []
        for child in element.elements {
            switch child.name.local {
            case "p":
                let line = line(child)
                // Word needs a paragraph behind a table.
                if line.isEmpty, lines.last?.hasPrefix("|") == true { continue }
                lines.append(line)
            case "tbl": lines += table(child)
            case "sdt": if let content = child.child("sdtContent") { lines += self.lines(of: content) }
            default: break
            }
        }
        return lines
    }

    private mutating func line(_ paragraph: Element) -> String {
        let settings = paragraph.child("pPr")
        var mark = ""
        if settings?.child("pStyle")?.value("val")?.hasPrefix("Heading") == true { mark = "# " }
        if let list = settings?.child("numPr"), let id = list.child("numId")?.value("val"), id != "0" {
            let level = Int(list.child("ilvl")?.value("val") ?? "") ?? 0
            let known = levels[id]
            let name = known?.list ?? id
            if known?.restarts == true, seenNumbers.insert(id).inserted { counter.restart(name, level: 0) }
            let indent = String(repeating: "  ", count: level)
            if known?.formats[level] == "bullet" {
                mark = indent + "– "
            } else {
                mark = indent + counter.next(name, level: level)
            }
        }
        var words = LookedWords()
        read(paragraph, look: "", into: &words)
        return mark + words.text + (settings?.child("sectPr") == nil ? "" : "⸺")
    }

    private mutating func table(_ table: Element) -> [String] {
        var rows: [[String]] = []
        for row in table.elements where row.name.local == "tr" {
            var cells: [String] = []
            for cell in row.elements where cell.name.local == "tc" {
                let settings = cell.child("tcPr")
                let merge = settings?.child("vMerge")
                var inside = lines(of: cell)
                if inside.count > 1, inside.last?.isEmpty == true { inside.removeLast() }
                cells.append(
                    merge != nil && merge?.value("val") != "restart" ? "↑" : inside.joined(separator: " ¶ "))
                let span = Int(settings?.child("gridSpan")?.value("val") ?? "") ?? 1
                cells += Array(repeating: "←", count: max(0, span - 1))
            }
            rows.append(cells)
        }
        let columns = table.child("tblGrid")?.elements.count ?? 0
        return FeatureOutline.table(columns: columns, rows: rows)
    }

    private mutating func read(_ element: Element, look: String, into words: inout LookedWords) {
        var code: String?
        for child in element.elements {
            switch child.name.local {
            case "pPr", "rPr", "sectPr", "instrText": break
            case "r":
                if let type = child.child("fldChar")?.value("fldCharType") {
                    if type == "begin" { code = "" }
                    if let link = code?.linkTarget {
                        if type == "separate" { words.add("[") }
                        if type == "end" { words.add("](\(link))") }
                    }
                    if type == "end" { code = nil }
                }
                if let text = child.child("instrText")?.text { code = (code ?? "") + text }
                let settings = child.child("rPr")
                func has(_ name: String) -> Bool {
                    settings?.child(name).map { $0.value("val") != "0" } ?? false
                }
                let own = LookedWords.look(
                    bold: has("b"), slanted: has("i"), struck: has("strike"),
                    fixed: settings?.child("rFonts")?.value("ascii")?.contains("Courier") ?? false)
                read(child, look: own, into: &words)
            case "t": words.add(child.text, look: look)
            case "tab": words.add("→", look: look)
            case "br": words.add(child.value("type") == "page" ? "⇓" : "⏎", look: look)
            case "hyperlink":
                words.add("[")
                read(child, look: look, into: &words)
                let inside = child.value("anchor").map { "#" + $0 }
                words.add("](\(inside ?? targets[child.value("id") ?? ""] ?? ""))")
            case "fldSimple":
                guard let link = child.value("instr")?.linkTarget else {
                    read(child, look: look, into: &words)
                    break
                }
                words.add("[")
                read(child, look: look, into: &words)
                words.add("](\(link))")
            case "bookmarkStart": words.add("⚑\(child.value("name") ?? "") ")
            case "footnoteReference": words.add(note("footnote", child, "cước chú"))
            case "endnoteReference": words.add(note("endnote", child, "chú thích cuối"))
            case "commentReference": words.add(note("comment", child, "ghi chú"))
            case "AlternateContent":
                var choice = LookedWords()
                if let inside = child.child("Choice") { read(inside, look: "", into: &choice) }
                var fallback = LookedWords()
                if let inside = child.child("Fallback") { read(inside, look: "", into: &fallback) }
                words.add(choice)
                // Old Word reads the other branch.
                if choice.text != fallback.text { words.add("≠" + fallback.text) }
            case "drawing", "pict": words.add(drawing(child))
            default: read(child, look: look, into: &words)
            }
        }
    }

    private mutating func note(_ kind: String, _ reference: Element, _ name: String) -> String {
        let own = parts["word/\(kind)s.xml"]?.elements.first { $0.value("id") == reference.value("id") }
        return "⟨\(name): " + (own.map { lines(of: $0).joined(separator: " ¶ ") } ?? "?") + "⟩"
    }

    private mutating func drawing(_ drawing: Element) -> String {
        if let box = drawing.first("txbxContent") {
            return "⟦khung: " + lines(of: box).joined(separator: " ¶ ") + "⟧"
        }
        guard let extent = drawing.first("extent"), let width = Int(extent.value("cx") ?? ""),
            let height = Int(extent.value("cy") ?? "")
        else { return "⟦?⟧" }
        let alternative = drawing.first("docPr")?.value("descr") ?? ""
        return "⟦hình \((width + 18_000) / 36_000) × \((height + 18_000) / 36_000) mm: \(alternative)⟧"
    }
}

extension String {
    /// The address in the code of a link's field.
    fileprivate var linkTarget: String? {
        let words = split(separator: "\"")
        guard contains("HYPERLINK"), words.count > 1 else { return nil }
        return String(words[1])
    }
}
