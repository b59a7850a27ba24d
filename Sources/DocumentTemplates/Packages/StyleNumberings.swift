internal import Container
internal import Diagnostics
internal import OfficePackage
internal import XMLTree

/// The numberings that Word's paragraph styles give their paragraphs.
struct StyleNumberings: Sendable {
    private var numberings: [String: (number: String, level: String)] = [:]

    /// Reads the styles of a package, and in its numberings which levels belong to styles.
    init(_ trees: inout PackageTrees, body: String, numberingPart: String?) throws(Failure) {
        guard let part = try trees.part(related: "styles", to: body), let styles = try trees.tree(part) else {
            return
        }
        let lists = try numberingPart.map { name throws(Failure) in try trees.tree(name) } ?? nil
        var known: [String: Element] = [:]
        for style in styles.elements where style.name.local == "style" {
            if let id = style.value("styleId") { known[id] = style }
        }
        for id in known.keys {
            var style = known[id]
            var seen: Set<String> = []
            while let current = style, let name = current.value("styleId"), seen.insert(name).inserted {
                if let settings = current.child("pPr")?.child("numPr") {
                    if let number = settings.child("numId")?.value("val"), number != "0" {
                        let level = settings.child("ilvl")?.value("val") ?? lists?.level(ofStyle: name)
                        numberings[id] = (number, level ?? "0")
                    }
                    break
                }
                style = current.child("basedOn")?.value("val").flatMap { known[$0] }
            }
        }
    }

    /// A paragraph's settings that say the numbering of their style themselves, so that it can be another in each repeat.
    func saying(_ settings: Element) -> Element? {
        guard settings.isWord("pPr"), settings.child("numPr") == nil,
            let style = settings.child("pStyle")?.value("val"), let numbering = numberings[style]
        else { return nil }
        func element(_ local: String, _ value: String) -> Node {
            var element = settings.wordElement(local)
            element.attributes = [.init(settings.wordName("val"), value)]
            return .element(element)
        }
        let before: Set<String> = [
            "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl",
        ]
        var copy = settings
        copy.children = settings.elements.map { .element($0) }
        let place = settings.elements.lastIndex { before.contains($0.name.local) }.map { $0 + 1 } ?? 0
        let inside = [element("ilvl", numbering.level), element("numId", numbering.number)]
        copy.children.insert(.element(settings.wordElement("numPr", inside)), at: place)
        return copy
    }
}

extension Element {
    /// The level of some numbering that is linked to a style.
    fileprivate func level(ofStyle style: String) -> String? {
        for definition in elements where definition.name.local == "abstractNum" {
            for level in definition.elements where level.child("pStyle")?.value("val") == style {
                return level.value("ilvl")
            }
        }
        return nil
    }
}
