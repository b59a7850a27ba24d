internal import Container
internal import Diagnostics
internal import OfficePackage
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
        let source = PackageSource(archive)
        guard let main = try ExcelWorkbook.links(of: "", in: source).entry("officeDocument") else {
            throw Failure(.noWorkbook(archive.file))
        }
        let part = try source.tree(main)
        guard part.name.local == "workbook", ExcelNames.namespaces.contains(part.name.namespace) else {
            throw Failure(.noWorkbook(archive.file))
        }
        let links = try ExcelWorkbook.links(of: main, in: source)
        guard links.entry("vbaProject") == nil, !archive.contains("xl/vbaProject.bin") else {
            throw Failure(.macros(archive.file))
        }
        let tabs = part.elements.first { $0.name.local == "sheets" }?.elements ?? []
        sheets = tabs.compactMap { tab in
            let id = tab.attributes.first { $0.name.local == "id" && !$0.name.namespace.isEmpty }?.value
            // Charts and dialogs have tabs too, but no cells.
            guard let link = id.flatMap({ links[$0] }), link.kind == "worksheet" else { return nil }
            let isHidden = ["hidden", "veryHidden"].contains(tab.attribute("state") ?? "")
            return ExcelSheet(
                tab: .init(name: tab.attribute("name") ?? "", isHidden: isHidden), part: link.name)
        }
        guard !sheets.isEmpty else { throw Failure(.noSheets(archive.file)) }
        let properties = part.elements.first { $0.name.local == "workbookPr" }
        dates = ["1", "true"].contains(properties?.attribute("date1904") ?? "") ? .from1904 : .from1900
        if let styles = links.entry("styles"), archive.contains(styles) {
            formats = NumberFormats(try source.tree(styles))
        } else {
            formats = NumberFormats()
        }
        if let strings = links.entry("sharedStrings"), archive.contains(strings) {
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

    /// What a part, or the package for an empty name, refers to.
    private static func links(of part: String, in source: PackageSource) throws(Failure) -> Relationships {
        let list = Relationships.entry(of: part)
        return Relationships(source.contains(list) ? try source.tree(list) : nil, of: part)
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
