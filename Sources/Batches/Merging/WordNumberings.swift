internal import OfficePackage
internal import XMLTree

/// The lists of a merged Word document: each document has its own, so that each begins anew.
struct WordNumberings {
    private let base: Element
    private var abstracts: [Node] = []
    private var lists: [Node] = []
    /// The numbers of the kinds of lists that are in the document already.
    private var known: [Element: String] = [:]
    /// The list and level that paragraphs of a style have without saying so.
    private let ofStyles: [String: (number: String, level: String)]
    /// Of the document that is added.
    private var own: Element
    private var fresh: [String: String] = [:]
    private var nextNumber: Int
    private var nextAbstract: Int

    init(_ tree: Element, styles: Element?) {
        base = tree
        own = tree
        for abstract in tree.elements where abstract.name.local == "abstractNum" {
            known[abstract] = abstract.value("abstractNumId")
        }
        func highest(_ name: String, _ attribute: String) -> Int {
            tree.elements.filter { $0.name.local == name }.compactMap {
                $0.value(attribute).flatMap { Int($0) }
            }.max() ?? 0
        }
        nextNumber = highest("num", "numId") + 1
        nextAbstract = highest("abstractNum", "abstractNumId") + 1
        ofStyles = styles.map(WordNumberings.numberings) ?? [:]
    }

    /// A further document begins, whose lists may be others.
    mutating func begin(_ own: Element?) {
        self.own = own ?? base
        fresh = [:]
    }

    /// The list that stands for one of the document's own.
    mutating func fresh(_ number: String) -> String? {
        guard number != "0" else { return nil }
        if let known = fresh[number] { return known }
        guard let list = own.elements.first(where: { $0.name.local == "num" && $0.value("numId") == number }),
            let abstractNumber = list.child("abstractNumId")?.value("val"),
            let abstract = own.elements.first(where: {
                $0.name.local == "abstractNum" && $0.value("abstractNumId") == abstractNumber
            })
        else { return nil }
        let name = { (local: String) in
            QualifiedName(namespace: list.name.namespace, prefix: "w", local: local)
        }
        var copy = list
        copy.set(name("numId"), to: String(nextNumber))
        let kind = known[abstract] ?? String(nextAbstract)
        if known[abstract] == nil {
            var other = abstract
            other.set(name("abstractNumId"), to: kind)
            abstracts.append(.element(other))
            known[abstract] = kind
            nextAbstract += 1
        }
        var reference = Element(name("abstractNumId"))
        reference.set(name("val"), to: kind)
        copy.put(reference, inOrder: ["abstractNumId", "lvlOverride"])
        for level in abstract.elements where level.name.local == "lvl" {
            guard let index = level.value("ilvl"),
                !copy.elements.contains(where: { $0.name.local == "lvlOverride" && $0.value("ilvl") == index }
                )
            else { continue }
            var start = Element(name("startOverride"))
            start.set(name("val"), to: level.child("start")?.value("val") ?? "1")
            var override = Element(name("lvlOverride"))
            override.set(name("ilvl"), to: index)
            override.children = [.element(start)]
            copy.children.append(.element(override))
        }
        lists.append(.element(copy))
        fresh[number] = String(nextNumber)
        nextNumber += 1
        return fresh[number]
    }

    /// All lists, in the order of the schema.
    var whole: Element {
        var tree = base
        let last = tree.children.lastIndex { $0.isElement("num") || $0.isElement("abstractNum") }
        tree.children.insert(contentsOf: lists, at: last.map { $0 + 1 } ?? tree.children.count)
        let first = tree.children.firstIndex { $0.isElement("num") }
        tree.children.insert(contentsOf: abstracts, at: first ?? tree.children.count)
        return tree
    }

    /// Says in a paragraph which list it is of, where only its style does.
    mutating func numberByStyle(_ paragraph: inout Element) {
        guard var properties = paragraph.child("pPr"), properties.child("numPr") == nil,
            let style = properties.child("pStyle")?.value("val"), let list = ofStyles[style]
        else { return }
        let namespace = paragraph.name.namespace
        let name = { (local: String) in QualifiedName(namespace: namespace, prefix: "w", local: local) }
        var level = Element(name("ilvl"))
        level.set(name("val"), to: list.level)
        var number = Element(name("numId"))
        number.set(name("val"), to: list.number)
        var numbering = Element(name("numPr"))
        numbering.children = [.element(level), .element(number)]
        let order = [
            "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
        ]
        properties.put(numbering, inOrder: order)
        paragraph.children = paragraph.children.map { node in
            if case .element(let child) = node, child.name.local == "pPr" {
                .element(properties)
            } else {
                node
            }
        }
    }

    private static func numberings(_ styles: Element) -> [String: (number: String, level: String)] {
        var found: [String: (number: String, level: String)] = [:]
        let all = styles.elements.filter { $0.name.local == "style" }
        let byName = Dictionary(all.compactMap { style in style.value("styleId").map { ($0, style) } }) { $1 }
        for name in byName.keys {
            var style = byName[name]
            var steps = 0
            while let current = style, steps < 32 {
                if let list = current.child("pPr")?.child("numPr"),
                    let number = list.child("numId")?.value("val")
                {
                    found[name] = (number, list.child("ilvl")?.value("val") ?? "0")
                    break
                }
                style = current.child("basedOn")?.value("val").flatMap { byName[$0] }
                steps += 1
            }
        }
        return found
    }
}
