internal import Container
internal import Diagnostics
internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

/// Looks for tags that stand where nothing is filled: in field codes, deleted text, formulas, alternative texts, embedded files, and parts without text.
struct LostTags {
    private let source: PackageSource
    private let package: TemplatePackage
    private let delimiters: Delimiters
    private let firstOfTags: UInt8
    private var found: [Diagnostic] = []
    private var paragraphNumber = 0
    /// The instructions of the fields that are open; nil for one whose result is reached.
    private var instructions: [String?] = []
    /// How many marks of text that was moved away are open.
    private var movedDepth = 0
    /// What runs or loads something, each told once.
    private var active: Set<ActiveContent> = []

    init(_ source: PackageSource, _ package: TemplatePackage, delimiters: Delimiters) {
        self.source = source
        self.package = package
        self.delimiters = delimiters
        firstOfTags = delimiters.opening.utf8.first ?? 0
    }

    mutating func search() -> [Diagnostic] {
        let opening = Array(delimiters.opening.utf8)
        let packaging = package.format.dialect.packaging
        for name in source.names
        where name.hasSuffix(".xml") && !package.propertyParts.contains(name) && packaging.isReviewed(name) {
            // What cannot be read is told where it matters.
            guard let bytes = try? source.contents(of: name), bytes.holds(opening),
                let root = try? source.tree(name)
            else { continue }
            paragraphNumber = 0
            instructions = []
            if package.parts.contains(name) {
                packaging.review(&self, root, name)
            } else {
                searchUnfilled(root, in: name)
            }
        }
        return found
    }

    // MARK: Places

    /// Attributes that hold words of the document.
    private static let words: Set<String> = ["descr", "title", "alt", "string", "tooltip"]

    private mutating func searchUnfilled(_ element: Element, in part: String) {
        let place = Wording(
            "phần “\(part)” của tệp, nơi không có gì được điền",
            en: "the part “\(part)”, in which nothing is filled")
        for child in element.children {
            switch child {
            case .text(let words): report(words, place, in: part)
            case .element(let inner): searchUnfilled(inner, in: part)
            case .comment, .instruction: break
            }
        }
        for attribute in element.attributes
        where LostTags.words.contains(attribute.name.local) || attribute.name.local == "val" {
            report(attribute.value, place, in: part)
        }
    }

    /// The tags of a part that is read already.
    mutating func search(_ root: Element, in part: String) -> [Diagnostic] {
        found = []
        paragraphNumber = 0
        instructions = []
        active = []
        if package.parts.contains(part) { package.format.dialect.packaging.review(&self, root, part) }
        return found
    }

    mutating func searchWord(_ element: Element, in part: String) {
        if element.isWord("p") { paragraphNumber += 1 }
        noteField(element, in: part)
        if element.isWord("altChunk") { searchChunk(element, in: part) }
        for attribute in element.attributes where mayHoldTag(attribute.value) {
            if package.format.dialect.attributeText(attribute.name, element) != nil {
                continue
            } else if LostTags.words.contains(attribute.name.local) {
                report(attribute.value, .alternativeText, in: part, mayBeImage: true)
            } else if attribute.name.local == "instr", element.isWord("fldSimple"),
                !attribute.value.isHyperlinkCode
            {
                report(attribute.value, .fieldCode, in: part)
            } else {
                report(attribute.value, .attribute(attribute.name.written), in: part)
            }
        }
        for child in element.children {
            switch child {
            case .text(let words):
                let isFilled =
                    (element.isWord("t") || element.isFormulaText) && movedDepth == 0 || element.isDrawnText
                    || element.isWord("instrText") && words.isHyperlinkCode
                let isMoved = movedDepth > 0 && element.name.local == "t"
                if !isFilled { report(words, isMoved ? .movedText : element.lostPlace, in: part) }
            case .element(let inner):
                movedDepth += inner.isWord("moveFrom") ? 1 : 0
                searchWord(inner, in: part)
                movedDepth -= inner.isWord("moveFrom") ? 1 : 0
            case .comment, .instruction: break
            }
        }
    }

    /// Looks into a file that Word takes into the text when it opens the document, where nothing is filled.
    private mutating func searchChunk(_ element: Element, in part: String) {
        // What cannot be read has no tags that could be told.
        guard let id = element.attributes.first(where: { $0.name.local == "id" })?.value,
            let list = try? source.tree(Relationships.entry(of: part)),
            let name = Relationships(list, of: part)[id]?.name, let bytes = try? source.contents(of: name)
        else { return }
        let place = Wording("tệp nhúng “\(name)” (altChunk)", en: "the embedded file “\(name)” (altChunk)")
        if let chunk = try? PackageSource(Archive(bytes: bytes, file: name)) {
            guard let root = try? chunk.tree("word/document.xml") else { return }
            report(root.text, place, in: part)
        } else if !bytes.starts(with: Array("{\\rtf".utf8)) {
            report(String(decoding: bytes, as: UTF8.self), place, in: part)
        }
    }

    /// Follows Word's fields, whose instructions may be cut into many runs.
    private mutating func noteField(_ element: Element, in part: String) {
        if element.isWord("fldSimple") {
            note(field: element.value("instr") ?? "", in: part)
        } else if element.isWord("instrText") {
            guard let last = instructions.last else { return note(field: element.text, in: part) }
            instructions[instructions.count - 1] = last.map { $0 + element.text }
        } else if element.isWord("fldChar") {
            switch element.value("fldCharType") {
            case "begin": instructions.append("")
            case "separate" where !instructions.isEmpty:
                if let code = instructions[instructions.count - 1] { note(field: code, in: part) }
                instructions[instructions.count - 1] = nil
            case "end": if let code = instructions.popLast(), let code { note(field: code, in: part) }
            default: break
            }
        }
    }

    private mutating func note(field instruction: String, in part: String) {
        note(ActiveContent(field: instruction), instruction, in: part)
    }

    private mutating func note(_ content: ActiveContent?, _ excerpt: String, in part: String) {
        guard let content, active.count < 100, active.insert(content).inserted else { return }
        found.append(content.diagnostic(at: place(of: part, excerpt)))
    }

    /// Where the walk through an OpenDocument part is.
    private enum Place {
        case outsideParagraphs
        case filled
        /// In an element of a paragraph whose text is not read.
        case unread
        case deleted
    }

    mutating func searchOpenDocument(_ root: Element, in part: String) {
        searchOpenDocument(root, in: part, place: .outsideParagraphs)
    }

    private mutating func searchOpenDocument(_ element: Element, in part: String, place: Place) {
        var place = place
        if element.isText("tracked-changes") { place = .deleted }
        note(ActiveContent(openDocument: element), element.name.written, in: part)
        for attribute in element.attributes
        where mayHoldTag(attribute.value)
            && package.format.dialect.attributeText(attribute.name, element) == nil
        { report(attribute.value, .attribute(attribute.name.written), in: part) }
        switch Dialect.openDocument.role(of: element.name) {
        case .paragraph:
            paragraphNumber += 1
            if place != .deleted { place = .filled }
        case .span, .text, .character, .blanks, .mark: break
        case .table, .row, .cell, .list, .listItem, .container, .properties, nil:
            if place == .filled { place = .unread }
        }
        for child in element.children {
            switch child {
            case .text(let words):
                switch place {
                case .filled: break
                case .deleted: report(words, .deletedText, in: part)
                case .unread, .outsideParagraphs:
                    let isAlternative = ["title", "desc"].contains(element.name.local)
                    report(
                        words, isAlternative ? .alternativeText : .unreadElement(element.name.written),
                        in: part, mayBeImage: isAlternative)
                }
            case .element(let inner): searchOpenDocument(inner, in: part, place: place)
            case .comment, .instruction: break
            }
        }
    }

    // MARK: Telling

    private func place(of part: String, _ excerpt: String) -> Location {
        paragraphNumber > 0
            ? .paragraph(
                file: source.file, part: part, number: paragraphNumber, excerpt: String(excerpt.prefix(60)),
                cell: nil) : .file("\(source.file): \(part)")
    }

    /// Whether the first byte of a tag is there, as it is in hardly any of them.
    private func mayHoldTag(_ text: String) -> Bool { text.utf8.contains(firstOfTags) }

    /// `where` is put into words only where there is something to tell.
    private mutating func report(
        _ text: String, _ where: @autoclosure () -> Wording, in part: String, mayBeImage: Bool = false
    ) {
        guard mayHoldTag(text), text.contains(delimiters.opening) else { return }
        let `where` = `where`()
        let bytes = Array(text.utf8)
        for tag in delimiters.tags(in: bytes).tags {
            let inside = String(decoding: bytes[tag.inside], as: UTF8.self)
            guard !inside.isGUID, inside.contains(where: { $0.isLetter || $0 == "/" || $0 == "^" }),
                let read = try? Tag(parsing: inside, at: .file("")),
                Diagnostic.doubt(about: inside, at: .file("")) == nil
            else { continue }
            if mayBeImage, case .insertion(.image, _, _) = read { continue }
            let whole = String(decoding: bytes[tag.range], as: UTF8.self)
            found.append(.lostTag(whole, `where`, at: place(of: part, text)))
        }
    }
}

extension Wording {
    fileprivate static let fieldCode = Wording("mã của một trường", en: "a field's code")
    fileprivate static let deletedText = Wording(
        "chữ đã xóa còn lưu vết", en: "deleted text that is still tracked")
    fileprivate static let movedText = Wording(
        "chữ đã dời đi còn lưu vết", en: "text moved away that is still tracked")
    fileprivate static let alternativeText = Wording(
        "chữ thay thế của một hình", en: "the alternative text of a drawing")
    fileprivate static func attribute(_ name: String) -> Wording {
        Wording("thuộc tính “\(name)”", en: "the attribute “\(name)”")
    }
    fileprivate static func unreadElement(_ name: String) -> Wording {
        Wording("phần tử “\(name)”", en: "the element “\(name)”")
    }
}

extension Element {
    fileprivate var isFormulaText: Bool {
        name.local == "t" && WordNames.mathNamespaces.contains(name.namespace)
    }

    /// Whether it holds letters of a chart or a diagram, which are filled.
    fileprivate var isDrawnText: Bool {
        name.local == "t" && WordNames.drawingNamespaces.contains(name.namespace)
    }

    /// What text here is called, when it is not text of the document.
    fileprivate var lostPlace: Wording {
        switch name.local {
        case "instrText", "delInstrText": .fieldCode
        case "delText": .deletedText
        default: .unreadElement(name.written)
        }
    }
}

extension String {
    /// Whether it looks like `28A0092B-C50C-407E-A947-70E740481C1C`, which office files write in braces.
    fileprivate var isGUID: Bool {
        split(separator: "-", omittingEmptySubsequences: false).map(\.utf8.count) == [8, 4, 4, 4, 12]
            && allSatisfy { $0.isHexDigit || $0 == "-" }
    }
}

extension Diagnostic {
    fileprivate static func lostTag(_ tag: String, _ where: Wording, at place: Location) -> Diagnostic {
        .warning(
            "template.lost-tag", at: place,
            "thẻ “\(tag)” nằm trong \(`where`.vietnamese) nên không được điền",
            en: "the tag “\(tag)” stands in \(`where`.english) and is not filled",
            fix: "chuyển thẻ vào chữ của văn bản", en: "move it into the text of the document")
    }
}
