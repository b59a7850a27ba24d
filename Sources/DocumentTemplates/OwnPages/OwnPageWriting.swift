internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

extension Emission {
    /// Writes a header or footer of its own, which the rendering takes aside, in the place of what refers to it.
    mutating func emit(ownPart number: Int) {
        let part = ownParts[number]
        insertions.append(
            InsertionContext(
                kind: .include, arguments: [], ancestors: ancestors, surroundings: Surroundings(),
                ownPart: part))
        builder.openAside()
        let outer = (ancestors, tables)
        (ancestors, tables) = ([], [])
        if part.page == nil { write { $0.declaration() } }
        for node in part.nodes { emit(node) }
        (ancestors, tables) = outer
        builder.closeAside(insertion: insertions.count - 1)
    }
}

extension GeneratedParts {
    /// Keeps what was written aside for a part, and gives what refers to it.
    func refer(to part: OwnPart, _ bytes: [UInt8], in text: String) -> [UInt8] {
        guard let page = part.page else {
            let isHeader = part.reference.name.local == "headerReference"
            let name = files.add(
                ownPart: bytes, as: isHeader ? "header" : "footer", prefix: plan.ownPartPrefix,
                relationships: plan.ownRelationships[part.name])
            let id = relationship(to: "/" + name, isHeader ? .header : .footer, in: text)
            var reference = part.reference
            for place in reference.attributes.indices where reference.attributes[place].name.local == "id" {
                reference.attributes[place].value = id
            }
            var writer = XMLWriter()
            writer.element(reference)
            return writer.bytes
        }
        let key = OwnPage(style: part.reference.value("name") ?? "", page: part.name, contents: bytes)
        let number = ownPages.firstIndex { $0 == key } ?? ownPages.count
        let (style, master) = ("\(key.style)_vt\(number + 1)", "\(key.page)_vt\(number + 1)")
        if number == ownPages.count {
            ownPages.append(key)
            var writer = XMLWriter()
            writer.element(part.reference.naming(["name": style, "master-page-name": master]))
            lateStyles[text, default: []] += writer.bytes
            var pageWriter = XMLWriter()
            let head = page.naming(["name": master, "display-name": master])
            pageWriter.open(head)
            masterPages += pageWriter.bytes + bytes
            var end = XMLWriter()
            end.close(head)
            masterPages += end.bytes
        }
        return Array(style.escapedForAttribute.utf8)
    }

    /// A part with what this rendering adds to its styles.
    func withOwnPages(_ name: String, _ rendered: [UInt8]) -> [UInt8] {
        var bytes = rendered
        if let styles = lateStyles[name] { bytes.insert(styles, beforeEndOf: "office:automatic-styles") }
        if name == Manifest.styles { bytes.insert(masterPages, beforeEndOf: "office:master-styles") }
        return bytes
    }

    struct OwnPage: Equatable {
        let style: String
        let page: String
        let contents: [UInt8]
    }
}

extension [UInt8] {
    fileprivate mutating func insert(_ bytes: [UInt8], beforeEndOf element: String) {
        guard !bytes.isEmpty else { return }
        let end = Array("</\(element)>".utf8)
        var place = count - end.count
        while place >= 0, !self[place...].starts(with: end) { place -= 1 }
        if place >= 0 { insert(contentsOf: bytes, at: place) }
    }
}

extension Element {
    /// The element with other values of some attributes it has.
    fileprivate func naming(_ names: [String: String]) -> Element {
        var copy = self
        for place in copy.attributes.indices {
            if let value = names[copy.attributes[place].name.local] { copy.attributes[place].value = value }
        }
        return copy
    }
}
