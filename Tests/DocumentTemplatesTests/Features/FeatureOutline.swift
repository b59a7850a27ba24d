import Container
import XMLTree

/// What a whole document says, in a shorthand that both formats share.
///
/// `# ` begins a heading, `– ` and `1. ` items of lists (two blanks a level), `| a | b |` is a row of a table below its number of columns. In a
/// line `*…*` is bold, `_…_` slanted, `~…~` struck, `=…=` of fixed width; `→` is a tab, `⏎` a line break, `⇓` a page break, `⚑name` a
/// bookmark, `[text](address)` a link, `⟦…⟧` a picture or a text box, `⟨…⟩` a note; `⸺` changes the page's layout. In a row `↑` is a cell that
/// belongs to the one above, `←` to the one before.
struct FeatureOutline {
    let text: String

    /// Reads a document; without `numbers` every numbered item has the mark `№`.
    init(_ document: [UInt8], numbers: ItemCounter.Numbers = .counted) throws {
        let archive = try Archive(bytes: document, file: "ket-qua")
        var parts: [String: Element] = [:]
        for entry in archive.entries where entry.name.hasSuffix(".xml") || entry.name.hasSuffix(".rels") {
            parts[entry.name] = try Element(parsing: archive.contents(of: entry.name), file: entry.name)
        }
        text =
            parts["word/document.xml"] == nil
            ? try OpenDocumentReading(parts, numbers).outline() : try WordReading(parts, numbers).outline()
    }

    /// The lines of a document with those of its parts outside of the body.
    static func page(header: [String], body: [String], footer: [String], title: String) -> String {
        var lines: [String] = []
        if header.contains(where: { !$0.isEmpty }) {
            lines.append("đầu trang: " + header.joined(separator: " ¶ "))
        }
        lines += body
        if footer.contains(where: { !$0.isEmpty }) {
            lines.append("chân trang: " + footer.joined(separator: " ¶ "))
        }
        if !title.isEmpty { lines.append("tiêu đề: " + title) }
        return lines.joined(separator: "\n")
    }

    static func table(columns: Int, rows: [[String]]) -> [String] {
        ["┌ \(columns) cột"] + rows.map { "| " + $0.joined(separator: " | ") + " |" }
    }
}

/// Words with the same look, joined where they touch.
struct LookedWords {
    private var pieces: [(look: String, text: String)] = []

    mutating func add(_ text: String, look: String = "") {
        guard !text.isEmpty else { return }
        if let last = pieces.last, last.look == look {
            pieces[pieces.count - 1].text += text
        } else {
            pieces.append((look, text))
        }
    }

    mutating func add(_ others: LookedWords) {
        for piece in others.pieces { add(piece.text, look: piece.look) }
    }

    var text: String { pieces.map { $0.look + $0.text + String($0.look.reversed()) }.joined() }

    static func look(bold: Bool, slanted: Bool, struck: Bool, fixed: Bool) -> String {
        (bold ? "*" : "") + (slanted ? "_" : "") + (struck ? "~" : "") + (fixed ? "=" : "")
    }

    /// Tabs, breaks and lengths as both formats write them.
    static func millimetres(_ text: String) -> String {
        let digits = text.prefix { $0.isNumber || $0 == "." }
        guard let number = Double(digits) else { return text }
        let unit = text.dropFirst(digits.count)
        let factor: Double =
            unit == "cm" ? 10 : unit == "in" ? 25.4 : unit == "mm" ? 1 : unit == "pt" ? 25.4 / 72 : 0
        return "\(Int((number * factor).rounded()))"
    }
}

extension Element {
    func value(_ local: String) -> String? { attributes.first { $0.name.local == local }?.value }
    func child(_ local: String) -> Element? { elements.first { $0.name.local == local } }

    /// All elements of that name anywhere inside, in order.
    func all(_ local: String) -> [Element] {
        elements.flatMap { ($0.name.local == local ? [$0] : []) + $0.all(local) }
    }
}

/// Counts the items of lists.
struct ItemCounter {
    enum Numbers { case counted, hidden }

    let shown: Numbers
    private var numbers: [String: [Int: Int]] = [:]

    init(_ shown: Numbers) { self.shown = shown }

    mutating func next(_ list: String, level: Int, start: Int = 1) -> String {
        var levels = numbers[list] ?? [:]
        let number = (levels[level] ?? start - 1) + 1
        levels = levels.filter { $0.key < level }
        levels[level] = number
        numbers[list] = levels
        return shown == .counted ? "\(number). " : "№ "
    }

    mutating func restart(_ list: String, level: Int) {
        numbers[list] = numbers[list]?.filter { $0.key < level }
    }
}
