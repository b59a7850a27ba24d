internal import OfficePackage
internal import XMLTree

extension WordCodec<[TabStop]> {
    /// Stops add up: one more at the same place takes the place of the other, `clear` takes it away.
    static var tabs: Self {
        Self(
            "tabs",
            read: { element, _, current in
                var stops = current ?? []
                for stop in element.elements.compactMap(TabStop.init(word:)) {
                    stops.removeAll { $0.position == stop.position }
                    if stop.kind != "clear" { stops.append(stop) }
                }
                return stops
            }, write: { stops, element in element.children = stops.map { .element($0.word(in: element)) } })
    }
}

extension TabStop {
    fileprivate init?(word element: Element) {
        guard element.isWord("tab"), let position = element.wordAttribute("pos").flatMap(Measure.twips) else {
            return nil
        }
        let leader: Leader =
            switch element.wordAttribute("leader") {
            case "dot", "middleDot": .dots
            case "underscore", "heavy": .line
            case "hyphen": .hyphens
            default: .nothing
            }
        self.init(position: position, kind: element.value ?? "left", leader: leader)
    }

    fileprivate func word(in tabs: Element) -> Element {
        let name =
            switch kind {
            case "center", "right", "decimal": kind
            case "end": "right"
            case "char": "decimal"
            default: "left"
            }
        var element = Element(tabs.sibling("tab"))
        element.setValue(name)
        let leaders: [Leader: String] = [.dots: "dot", .line: "underscore", .hyphens: "hyphen"]
        if let leader = leaders[leader] { element.set(element.wordName("leader"), to: leader) }
        element.set(element.wordName("pos"), to: String(position.twips))
        return element
    }
}

extension OpenDocumentCodec<[TabStop]> {
    /// All stops of a style at once, in a child of their own; they count from the indent.
    static var tabs: Self {
        let (list, stop) = ("style:tab-stops", "style:tab-stop")
        return Self(
            [list],
            read: { statement, _ in
                statement.child?.elements.compactMap { stop in
                    stop.style("position").flatMap { Measure.length($0) }.map {
                        TabStop(
                            position: $0, kind: stop.style("type") ?? "left",
                            leader: TabStop.Leader(
                                style: stop.style("leader-style"), text: stop.style("leader-text")))
                    }
                }
            },
            write: { stops, properties in
                let name = properties.writer.name
                properties.element.children.removeAll { node in
                    if case .element(let child) = node { child.name == name(list) } else { false }
                }
                guard !stops.isEmpty else { return }
                var element = Element(name(list))
                element.children = stops.map { tab in
                    var child = Element(name(stop))
                    for (attribute, value) in tab.openDocument(from: properties.tabOrigin) {
                        child.set(name(attribute), to: value)
                    }
                    return .element(child)
                }
                properties.element.children.append(.element(element))
            })
    }
}

extension TabStop {
    fileprivate func openDocument(from origin: Length) -> [(String, String)] {
        let place =
            [("style:position", OpenDocumentFormatting.length(position - origin))] + leader.openDocument
        switch kind {
        case "center", "right": return place + [("style:type", kind)]
        case "end": return place + [("style:type", "right")]
        case "decimal", "char": return place + [("style:type", "char"), ("style:char", ",")]
        default: return place
        }
    }
}

extension TabStop.Leader {
    /// By the line's style; a text of its own stands for the style where it is given.
    fileprivate init(style: String?, text: String?) {
        guard let style, style != "none" else {
            self = .nothing
            return
        }
        switch text {
        case "_": self = .line
        case "-": self = .hyphens
        case ".", "…", "·": self = .dots
        default: self = style == "dotted" ? .dots : style == "dash" ? .hyphens : .line
        }
    }

    fileprivate var openDocument: [(String, String)] {
        switch self {
        case .nothing: []
        case .dots: [("style:leader-style", "dotted"), ("style:leader-text", ".")]
        case .line: [("style:leader-style", "solid"), ("style:leader-text", "_")]
        case .hyphens: [("style:leader-style", "dash"), ("style:leader-text", "-")]
        }
    }
}
