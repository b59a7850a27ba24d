internal import OfficePackage
internal import XMLTree

/// Sections: their properties stand at their end.
extension WordReader {
    mutating func sections(of body: Element, root: Element, in name: String) -> [ReadSection] {
        part = name
        let ends = Self.sectionProperties(of: body)
        let layouts = ends.map { Self.layout($0) }
        var sections: [ReadSection] = []
        var blocks: [ReadBlock] = []
        width = layouts.first?.page.textWidth
        guard let index = Self.index(of: "body", in: root) else { return [] }
        path = [index]
        var lastPlace: [Int]?
        walk(body) { reader, block, end in
            if let block { blocks.append(block) }
            guard let end else { return }
            guard sections.count < layouts.count, block != nil else {
                lastPlace = end
                return
            }
            var section = layouts[sections.count]
            section.blocks = blocks
            section.place = ElementPlace(part: name, path: end)
            sections.append(section)
            blocks = []
            reader.width = sections.count < layouts.count ? layouts[sections.count].page.textWidth : nil
        }
        if sections.count < layouts.count || !blocks.isEmpty || sections.isEmpty {
            var last = sections.count < layouts.count ? layouts[sections.count] : ReadSection()
            last.blocks = blocks
            last.place = lastPlace.map { ElementPlace(part: name, path: $0) }
            sections.append(last)
        }
        addHeaders(to: &sections, from: ends)
        return sections
    }

    private static func index(of local: String, in root: Element) -> Int? {
        root.children.firstIndex { node in
            if case .element(let child) = node { child.isWord(local) } else { false }
        }
    }

    /// All section properties in the order of the text.
    private static func sectionProperties(of element: Element) -> [Element] {
        var found: [Element] = []
        for case .element(let child) in element.children {
            switch child.word {
            case "p": if let properties = child.word("pPr")?.word("sectPr") { found.append(properties) }
            case "sectPr": found.append(child)
            case "sdt", "sdtContent", "customXml", "ins", "moveTo": found += sectionProperties(of: child)
            default: break
            }
        }
        return found
    }

    /// Reads block after block; the third value is the path of section properties that end with it, or stand alone.
    private mutating func walk(_ element: Element, _ take: (inout WordReader, ReadBlock?, [Int]?) -> Void) {
        for (index, node) in element.children.enumerated() {
            guard case .element(let child) = node else { continue }
            path.append(index)
            switch child.word {
            case "sdt", "sdtContent", "customXml", "ins", "moveTo": walk(child, take)
            case "sectPr": take(&self, nil, path)
            case "p": take(&self, .paragraph(paragraph(child)), sectionEnd(in: child))
            default: for block in self.block(child) { take(&self, block, nil) }
            }
            path.removeLast()
        }
    }

    private func sectionEnd(in paragraph: Element) -> [Int]? {
        guard let outer = Self.index(of: "pPr", in: paragraph), let properties = paragraph.word("pPr"),
            let inner = Self.index(of: "sectPr", in: properties)
        else { return nil }
        return path + [outer, inner]
    }

    private static func layout(_ properties: Element) -> ReadSection {
        var section = ReadSection()
        section.page = PageSetup(word: properties)
        section.hasTitlePage = properties.word("titlePg")?.isOn ?? false
        if let numbers = properties.word("pgNumType") {
            section.pageNumberStart = numbers.wordAttribute("start").flatMap { Int($0) }
            section.pageNumberFormat = NumberingFormat(word: numbers.wordAttribute("fmt") ?? "decimal")
        }
        if let type = properties.word("type")?.value {
            section.beginning = ReadSection.Beginning(rawValue: type) ?? .nextPage
        }
        section.columns = properties.word("cols")?.wordAttribute("num").flatMap { Int($0) } ?? 1
        if let grid = properties.word("docGrid"), let type = grid.wordAttribute("type"), type != "default" {
            section.gridPitch = grid.wordAttribute("linePitch").flatMap(Measure.twips)
        }
        return section
    }

    /// A section without a header of some kind has that of the section before.
    private mutating func addHeaders(to sections: inout [ReadSection], from ends: [Element]) {
        var headers: [PageKind: ReadHeader] = [:]
        var footers: [PageKind: ReadHeader] = [:]
        var read: [String: ReadHeader] = [:]
        for (index, end) in ends.enumerated() where index < sections.count {
            width = sections[index].page.textWidth
            for reference in end.elements {
                let isHeader = reference.isWord("headerReference")
                guard isHeader || reference.isWord("footerReference"),
                    let kind = PageKind(rawValue: reference.wordAttribute("type") ?? "default"),
                    let id = reference.value("id"), let target = relationships[id], !target.isExternal
                else { continue }
                if read[target.name] == nil {
                    let blocks = inPart(target.name) { reader, root in reader.blocks(of: root) }
                    read[target.name] = ReadHeader(part: target.name, blocks: blocks ?? [])
                }
                if isHeader { headers[kind] = read[target.name] } else { footers[kind] = read[target.name] }
            }
            sections[index].headers = headers
            sections[index].footers = footers
        }
    }
}
