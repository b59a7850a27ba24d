internal import Charts
internal import OfficePackage
internal import XMLTree

/// Files that one rendering adds to its package: pictures and charts, with what the package says of each.
struct GeneratedFiles {
    private var files: [File] = []
    private var pictures: [[UInt8]: String] = [:]
    private var chartCount = 0
    private var ownParts: [[UInt8]: String] = [:]

    private struct File {
        let name: String
        let bytes: [UInt8]
        /// Nil where the package says what all files of the extension are.
        let mediaType: String?
        let isPicture: Bool
    }

    /// The bytes, by entry name.
    var contents: [String: [UInt8]] {
        Dictionary(files.filter { !$0.name.hasSuffix("/") }.map { ($0.name, $0.bytes) }) { first, _ in first }
    }

    /// What a manifest says of them.
    var manifestEntries: [Element] {
        files.map { Manifest.fileEntry($0.name, mediaType: $0.mediaType ?? "") }
    }

    /// What a list of content types says of the parts that have a type of their own.
    func contentTypes(in root: Element) -> [Element] {
        files.filter { !$0.isPicture }.compactMap { file in
            file.mediaType.map { ContentTypes.entry(of: file.name, as: $0, in: root) }
        }
    }

    /// The entry that holds the picture's bytes, one for all places it stands in.
    mutating func add(_ picture: Picture, prefix: String) -> String {
        if let known = pictures[picture.bytes] { return known }
        let name = "\(prefix)\(pictures.count + 1).\(picture.kind.rawValue)"
        pictures[picture.bytes] = name
        files.append(
            File(name: name, bytes: picture.bytes, mediaType: picture.kind.mediaType, isPicture: true))
        return name
    }

    /// Adds a chart of a Word package with its workbook; returns the part's name.
    mutating func add(wordChart part: Element, workbook: [UInt8], prefix: String) -> String {
        chartCount += 1
        let stem = "\(prefix)\(chartCount)"
        let name = "word/charts/\(stem).xml"
        let book = "word/embeddings/\(stem).xlsx"
        add(name, part.bytes, WordChart.mediaType)
        add(Relationships.entry(of: name), Chart.relationship("package", to: "/" + book).bytes, nil)
        add(book, workbook, nil)
        return name
    }

    /// Adds a chart of an OpenDocument package; returns the object's name.
    mutating func add(chartObject content: Element, prefix: String) -> String {
        chartCount += 1
        let name = "\(prefix)\(chartCount)"
        add(name + "/content.xml", content.bytes, "text/xml")
        add(name + "/", [], OpenDocumentChart.mediaType)
        return name
    }

    /// Adds a header or footer of a Word package, once for the same contents; returns the part's name.
    mutating func add(ownPart bytes: [UInt8], as kind: String, prefix: String, relationships: [UInt8]?)
        -> String
    {
        let key = Array(kind.utf8) + bytes
        if let known = ownParts[key] { return known }
        let name = "\(prefix)\(kind)\(ownParts.count + 1).xml"
        ownParts[key] = name
        add(name, bytes, WordNames.mediaType(kind))
        if let relationships { add(Relationships.entry(of: name), relationships, nil) }
        return name
    }

    private mutating func add(_ name: String, _ bytes: [UInt8], _ mediaType: String?) {
        files.append(File(name: name, bytes: bytes, mediaType: mediaType, isPicture: false))
    }
}
