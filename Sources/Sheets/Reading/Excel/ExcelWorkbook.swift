internal import Container
internal import Diagnostics
internal import XMLTree

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A workbook of Excel, of which only the small parts and the shared texts are in memory.
struct ExcelWorkbook: Sendable {
    let sheets: [ExcelSheet]
    private let archive: Archive
    private let shared: SharedStrings
    private let formats: NumberFormats
    private let dates: DateSystem

    struct ExcelSheet: Sendable {
        let tab: Workbook.Sheet
        let part: String
    }

    init(_ archive: Archive) throws(Failure) {
        self.archive = archive
        guard let main = try ExcelWorkbook.links(of: "", in: archive)["officeDocument"]?.first?.part else {
            throw Failure(.noWorkbook(archive.file))
        }
        let part = try ExcelWorkbook.element(main, of: archive)
        guard part.name.local == "workbook", ExcelNames.namespaces.contains(part.name.namespace) else {
            throw Failure(.noWorkbook(archive.file))
        }
        let links = try ExcelWorkbook.links(of: main, in: archive)
        guard links["vbaProject"] == nil, !archive.contains("xl/vbaProject.bin") else {
            throw Failure(.macros(archive.file))
        }
        let worksheets = links["worksheet"] ?? []
        let tabs = part.elements.first { $0.name.local == "sheets" }?.elements ?? []
        sheets = tabs.compactMap { tab in
            let id = tab.attributes.first { $0.name.local == "id" && !$0.name.namespace.isEmpty }?.value
            // Charts and dialogs have tabs too, but no cells.
            guard let link = worksheets.first(where: { $0.id == id }) else { return nil }
            let isHidden = ["hidden", "veryHidden"].contains(tab.attribute("state") ?? "")
            return ExcelSheet(
                tab: .init(name: tab.attribute("name") ?? "", isHidden: isHidden), part: link.part)
        }
        guard !sheets.isEmpty else { throw Failure(.noSheets(archive.file)) }
        let properties = part.elements.first { $0.name.local == "workbookPr" }
        dates = ["1", "true"].contains(properties?.attribute("date1904") ?? "") ? .from1904 : .from1900
        if let styles = links["styles"]?.first?.part, archive.contains(styles) {
            formats = NumberFormats(try ExcelWorkbook.element(styles, of: archive))
        } else {
            formats = NumberFormats()
        }
        if let strings = links["sharedStrings"]?.first?.part, archive.contains(strings) {
            shared = try SharedStrings(reading: strings, of: archive)
        } else {
            shared = SharedStrings()
        }
    }

    func rows(ofSheet name: String) throws(Failure) -> ExcelRows {
        let context = ExcelRows.Context(
            file: archive.file, sheet: name, shared: shared, formats: formats, dates: dates)
        return try ExcelRows(try part(ofSheet: name), of: archive, context)
    }

    /// The merged cells stand behind all rows, so the part is gone through once more, and parsed only where there are some.
    func merges(ofSheet name: String) throws(Failure) -> [CellRange] {
        let part = try part(ofSheet: name)
        guard try ExcelWorkbook.mentionsMerges(part, of: archive) else { return [] }
        let collector = MergeCollector()
        var reader = try PartReader(part, of: archive, ExcelNames.vocabulary, handler: collector)
        try reader.finish()
        return collector.ranges
    }

    private func part(ofSheet name: String) throws(Failure) -> String {
        guard let sheet = sheets.first(where: { $0.tab.name == name }) else {
            throw Failure(.unknownSheet(name, among: sheets.map(\.tab.name), file: archive.file))
        }
        return sheet.part
    }

    private final class MergeCollector: XMLStreamHandler {
        var ranges: [CellRange] = []

        func start(_ name: Int?, _ attributes: borrowing XMLStreamAttributes) {
            guard ExcelNames(name) == .mergedCell,
                let range = attributes.withBytes(ExcelNames.range.rawValue, { CellRange($0) }) ?? nil
            else { return }
            ranges.append(range)
        }

        func end(_ name: Int?) {}
        func characters(_ bytes: borrowing Span<UInt8>) {}
    }

    private static func mentionsMerges(_ part: String, of archive: Archive) throws(Failure) -> Bool {
        let wanted = Array("mergeCell".utf8)
        var stream = try archive.stream(part)
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var matched = 0
        while true {
            let count = try stream.read(into: &buffer)
            if count == 0 { return false }
            // The letter is rare in a sheet, and the C library looks for it many bytes at a time.
            if matched == 0, !ExcelWorkbook.contains(wanted[0], in: buffer, count: count) { continue }
            for place in 0..<count {
                // No beginning of the word is repeated inside it, so a failed match begins anew with the letter at hand.
                if buffer[place] == wanted[matched] {
                    matched += 1
                    if matched == wanted.count { return true }
                } else if matched > 0 {
                    matched = buffer[place] == wanted[0] ? 1 : 0
                }
            }
        }
    }
}

extension ExcelWorkbook {
    private static func contains(_ byte: UInt8, in buffer: [UInt8], count: Int) -> Bool {
        // Reads inside the buffer, which has at least `count` bytes.
        unsafe buffer.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress else { return false }
            return unsafe memchr(start, Int32(byte), count) != nil
        }
    }
}

// MARK: - Parts and relationships

extension ExcelWorkbook {
    private struct Link {
        let id: String
        let part: String
    }

    private static func element(_ part: String, of archive: Archive) throws(Failure) -> Element {
        try Element(parsing: try archive.contents(of: part), file: "\(archive.file): \(part)")
    }

    /// The links from a part into the package, by the last word of their type, which both namespaces of types share.
    private static func links(of part: String, in archive: Archive) throws(Failure) -> [String: [Link]] {
        let slash = part.lastIndex(of: "/")
        let folder = slash.map { String(part[...$0]) } ?? ""
        let name = slash.map { String(part[part.index(after: $0)...]) } ?? part
        let relationships = "\(folder)_rels/\(name).rels"
        guard archive.contains(relationships) else { return [:] }
        var links: [String: [Link]] = [:]
        for link in try element(relationships, of: archive).elements where link.name.local == "Relationship" {
            guard let type = link.attribute("Type")?.split(separator: "/").last,
                let id = link.attribute("Id"), let target = link.attribute("Target"),
                link.attribute("TargetMode") != "External"
            else { continue }
            links[String(type), default: []].append(Link(id: id, part: resolved(target, from: folder)))
        }
        return links
    }

    private static func resolved(_ target: String, from folder: String) -> String {
        var steps = target.hasPrefix("/") ? [] : folder.split(separator: "/")
        for step in target.split(separator: "/") where step != "." {
            if step == ".." { steps = steps.dropLast() } else { steps.append(step) }
        }
        return steps.joined(separator: "/")
    }
}
