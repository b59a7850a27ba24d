internal import OfficePackage
internal import XMLTree

/// A document as the parts of a DOCX file.
struct WordPackage {
    private let document: Document
    private let w = WordNames.vocabulary

    init(_ document: Document) { self.document = document }

    var parts: [Part] {
        var body = WordBody(of: document)
        let headers = self.headers(&body) + footers(&body)
        let root = main(headers, &body)
        let main = File(
            WordNames.usualMain, root, type: DocumentKind.docx.mediaType, relationship: nil,
            links: body.takeLinks())
        let notes = NoteKind.allCases.filter { body.notes[$0] != nil }
        let files =
            [
                main, File("styles", WordStyles(document).root),
                File("settings", WordSettings(document).root(notes)), File("fontTable", fontTable),
            ]
            + headers.map {
                File(
                    $0.partName, $0.root, type: WordNames.mediaType($0.name), relationship: $0.name,
                    links: $0.links)
            }
            + notes.map {
                File("\($0.rawValue)s", $0.part(of: body.notes[$0] ?? []), links: body.noteLinks[$0] ?? [])
            } + (document.lists.isEmpty ? [] : [File("numbering", body.lists.root)])
            + (document.comments.isEmpty ? [] : [File("comments", WordComments.part(of: document.comments))])
        return [
            Part(ContentTypes.entry, contentTypes(files)),
            Part(Relationships.ofPackage, packageRelationships), Part(main.name, main.root),
            Part(Relationships.entry(of: main.name), relationships(of: files)),
        ] + files.dropFirst().flatMap(\.parts) + document.media.map { $0.part(in: "word/media/") } + [
            Part("docProps/core.xml", coreProperties)
        ]
    }

    /// A file of the package, and how others refer to it.
    private struct File {
        let name: String
        let root: Element
        let type: String
        /// Of which kind the main part's relationship with it is; nil for the main part.
        let relationship: String?
        /// The media it shows.
        let links: [String]

        init(_ name: String, _ root: Element, type: String, relationship: String?, links: [String] = []) {
            self.name = name
            self.root = root
            self.type = type
            self.relationship = relationship
            self.links = links
        }

        /// One that has the same name for everything.
        init(_ name: String, _ root: Element, links: [String] = []) {
            self.init(
                "word/\(name).xml", root, type: WordNames.mediaType(name), relationship: name, links: links)
        }

        /// Itself, and its relationships where it has any.
        var parts: [Part] {
            let part = Part(name, root)
            guard !links.isEmpty else { return [part] }
            let own = WordPackage.relationships(WordPackage.links(to: links))
            return [part, Part(Relationships.entry(of: name), own)]
        }

        /// The target as the main part sees it: both stand in `word/`.
        var target: String { String(name.dropFirst("word/".count)) }

        /// `rIdStyles`, `rIdHeader1`: as stable as the part's name.
        var id: String { WordPackage.relationshipID(ofTarget: target) }
    }

    fileprivate static func relationshipID(ofTarget target: String) -> String {
        let stem = target.prefix { $0 != "." }
        return "rId" + stem.prefix(1).uppercased() + stem.dropFirst()
    }

    /// `rIdImage1`: media are called by numbers.
    static func relationshipID(ofMedia name: String) -> String {
        "rId" + name.prefix(1).uppercased() + name.prefix { $0 != "." }.dropFirst()
    }

    private static func links(to media: [String]) -> [(id: String, type: String, target: String)] {
        media.map {
            (relationshipID(ofMedia: $0), PackageNames.officeRelationships + "/image", "media/" + $0)
        }
    }

    // MARK: Headers and sections

    private struct HeaderFile {
        let section: Int
        let kind: String
        /// `header` or `footer`.
        let name: String
        let partName: String
        let root: Element
        let links: [String]
    }

    private func headers(_ body: inout WordBody) -> [HeaderFile] {
        files("header", "w:hdr", of: \.header, &body)
    }

    private func footers(_ body: inout WordBody) -> [HeaderFile] {
        files("footer", "w:ftr", of: \.footer, &body)
    }

    /// A section that repeats the header of the one before has no header of its own.
    private func files(
        _ name: String, _ root: String, of keyPath: KeyPath<Section, Section.Header>, _ body: inout WordBody
    ) -> [HeaderFile] {
        var files: [HeaderFile] = []
        var last: [String: [Paragraph]] = ["default": []]
        for (index, section) in document.sections.enumerated() {
            let header = section[keyPath: keyPath]
            var kinds = [("default", header.paragraphs)]
            if section.hasTitlePage {
                switch header.firstPage {
                case .likeTheOthers: kinds.append(("first", header.paragraphs))
                case .empty: kinds.append(("first", [Paragraph(style: header.paragraphs.first?.style)]))
                case .own(let paragraphs): kinds.append(("first", paragraphs))
                }
            }
            for (kind, paragraphs) in kinds where paragraphs != last[kind] {
                if kind == "first", last[kind] == nil, paragraphs.allSatisfy({ $0 == Paragraph() }) {
                    continue
                }
                last[kind] = paragraphs
                let content = paragraphs.isEmpty ? [Paragraph()] : paragraphs
                let element = w(root, [], content.map { body.element($0) })
                files.append(
                    HeaderFile(
                        section: index, kind: kind, name: name,
                        partName: "word/\(name)\(files.count + 1).xml",
                        root: w.root(element, declaring: ["w", "r"]), links: body.takeLinks()))
            }
        }
        return files
    }

    private func main(_ headers: [HeaderFile], _ body: inout WordBody) -> Element {
        var content: [Element] = []
        for (index, section) in document.sections.enumerated() {
            let properties = sectionProperties(section, headers.filter { $0.section == index })
            guard index < document.sections.count - 1 else {
                content += section.blocks.map { body.element($0) } + [properties]
                break
            }
            var blocks = section.blocks
            var last = Paragraph()
            if case .paragraph(let paragraph)? = blocks.last {
                last = paragraph
                blocks.removeLast()
            }
            content += blocks.map { body.element($0) } + [body.element(last, endOf: properties)]
        }
        return w.root(w("w:document", [], [w("w:body", [], content)]), declaring: ["w", "r"])
    }

    private func sectionProperties(_ section: Section, _ headers: [HeaderFile]) -> Element {
        var children = headers.map { header in
            let target = String(header.partName.dropFirst("word/".count))
            return w(
                "w:\(header.name)Reference",
                [.init("w:type", header.kind), .init("r:id", Self.relationshipID(ofTarget: target))])
        }
        children.append(WordFormatting.value("w:type", "nextPage"))
        if case .restarts(let number) = section.pageNumbering {
            children.append(w("w:pgNumType", [.init("w:start", String(number))]))
        }
        if section.hasTitlePage { children.append(w("w:titlePg")) }
        var properties = Element(w.name("w:sectPr"))
        properties.children = SchemaOrder.sorted(children, of: "sectPr").map(Node.element)
        PageSetup(section.page).write(word: &properties)
        properties.changeChild("pgMar") { $0.set($0.wordName("gutter"), to: "0") }
        return properties
    }

    // MARK: The other files

    private var fontTable: Element {
        let fonts = document.fonts.map { font in
            w(
                "w:font", [.init("w:name", font)],
                [
                    WordFormatting.value("w:charset", "A3"), WordFormatting.value("w:family", "roman"),
                    WordFormatting.value("w:pitch", "variable"),
                ])
        }
        return w.root(w("w:fonts", [], fonts), declaring: ["w"])
    }

    private var coreProperties: Element {
        let children = [
            w("dc:title", text: document.properties.title),
            w("dc:language", text: document.properties.language),
        ]
        return w.root(w("cp:coreProperties", [], children), declaring: ["cp", "dc"])
    }

    private func contentTypes(_ files: [File]) -> Element {
        let core = (
            name: "docProps/core.xml", type: "application/vnd.openxmlformats-package.core-properties+xml"
        )
        var root = ContentTypes.root(
            defaults: [
                "rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml",
            ], parts: files.map { (name: $0.name, type: $0.type) } + [core])
        for format in document.media.map(\.format) {
            ContentTypes.declare(extension: format.fileExtension, as: format.mediaType, in: &root)
        }
        return root
    }

    private var packageRelationships: Element {
        Self.relationships([
            ("rIdDocument", PackageNames.officeRelationships + "/officeDocument", WordNames.usualMain),
            ("rIdCore", PackageNames.coreProperties, "docProps/core.xml"),
        ])
    }

    private func relationships(of files: [File]) -> Element {
        Self.relationships(
            files.compactMap { file in
                file.relationship.map { (file.id, "\(PackageNames.officeRelationships)/\($0)", file.target) }
            } + Self.links(to: files[0].links))
    }

    private static func relationships(_ all: [(id: String, type: String, target: String)]) -> Element {
        let root = Relationships.emptyRoot
        return root.filled(
            all.map { .element(Relationships.relationship($0.id, $0.type, to: .entry($0.target), in: root)) })
    }
}
