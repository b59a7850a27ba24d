internal import OfficePackage
internal import XMLTree

/// Paragraphs of a text that follow each other, while what goes and comes among them is marked.
struct OpenDocumentRow {
    struct Entry {
        var element: Element
        /// Where it stands in the file; nil for a new one.
        let path: [Int]?
        var isGone = false
    }

    private(set) var entries: [Entry] = []
    /// What went before any paragraph that is left.
    private var waiting: [[Node]] = []
    /// The insertion that began before any paragraph of the file that is left.
    private var open: String?

    /// The last paragraph that is left.
    var last: Element? { lastPlace.map { entries[$0].element } }

    private var lastPlace: Int? { entries.lastIndex { !$0.isGone } }

    mutating func put(_ element: Element, at path: [Int], _ regions: inout [Element]) {
        var element = element
        var marks: [Node] = []
        if let open { marks.append(Self.mark("change-end", open)) }
        open = nil
        if !waiting.isEmpty {
            let content = (waiting + [[]]).map { OpenDocumentNames.vocabulary("text:p").filled($0) }
            marks.append(Self.mark("change", Self.region("deletion", content, &regions)))
            waiting = []
        }
        element.children.insert(contentsOf: marks, at: 0)
        entries.append(Entry(element: element, path: path))
    }

    mutating func remove(_ element: Element, _ text: String, at path: [Int], _ regions: inout [Element]) {
        let nodes = OpenDocumentRedline.nodes(text)
        if let place = lastPlace, open == nil {
            let content = [[], nodes].map { OpenDocumentNames.vocabulary("text:p").filled($0) }
            let name = Self.region("deletion", content, &regions)
            entries[place].element.children.append(Self.mark("change", name))
        } else {
            waiting.append(nodes)
        }
        entries.append(Entry(element: element, path: path, isGone: true))
    }

    mutating func insert(_ element: Element, _ regions: inout [Element]) {
        var element = element
        if let place = lastPlace, open == nil {
            let name = Self.region("insertion", [], &regions)
            entries[place].element.children.append(Self.mark("change-start", name))
            element.children.append(Self.mark("change-end", name))
        } else if open == nil {
            let name = Self.region("insertion", [], &regions)
            open = name
            element.children.insert(Self.mark("change-start", name), at: 0)
        }
        entries.append(Entry(element: element, path: nil))
    }

    /// Where nothing of the file is left, one paragraph stays to hang the changes on.
    mutating func finish(_ regions: inout [Element]) {
        if let open, let place = lastPlace {
            entries[place].element.children.append(Self.mark("change-end", open))
            self.open = nil
        }
        guard !waiting.isEmpty else { return }
        let content = waiting.map { OpenDocumentNames.vocabulary("text:p").filled($0) }
        let mark = Self.mark("change", Self.region("deletion", content, &regions))
        waiting = []
        guard let place = entries.lastIndex(where: { $0.path != nil }) else { return }
        entries[place].isGone = false
        entries[place].element.children = [mark]
    }

    // MARK: Marks

    static func mark(_ name: String, _ region: String) -> Node {
        .element(OpenDocumentNames.vocabulary("text:\(name)", [.init("text:change-id", region)]))
    }

    /// The name of a new entry of the list of changes; the day is a fixed one, since the format wants one.
    static func region(_ kind: String, _ content: [Element], _ regions: inout [Element]) -> String {
        let o = OpenDocumentNames.vocabulary
        let name = "vanthu\(regions.count + 1)"
        let about = o(
            "office:change-info", [],
            [o("dc:creator", text: "vanthu"), o("dc:date", text: "2000-01-01T00:00:00")])
        var region = o(
            "text:changed-region", [.init("text:id", name)], [o("text:\(kind)", [], [about] + content)])
        region.attributes.append(
            .init(
                QualifiedName(namespace: "http://www.w3.org/XML/1998/namespace", prefix: "xml", local: "id"),
                name))
        regions.append(region)
        return name
    }
}
