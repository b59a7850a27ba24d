internal import OfficePackage
internal import XMLTree

/// The automatic styles that edits ask for: one for each distinct change of each style.
struct DerivedStyles {
    private var known: [Key: String] = [:]
    /// New styles and fonts by the part they go into.
    private(set) var styles: [String: [Element]] = [:]
    private(set) var faces: [String: [Element]] = [:]
    private var names: Set<String> = []
    private var automatic: [Key: Element] = [:]
    private var common: Set<String> = []
    private var facesByPart: [String: [String: String]] = [:]
    private var writers: [String: OpenDocumentWriter] = [:]

    /// What a derived style stands for.
    struct Key: Hashable {
        var part: String
        var family: String
        var base: String
        var change = Change()
    }

    struct Change: Hashable {
        var paragraph = ParagraphChange()
        var characters = CharacterChange()
        var masterPage: String?
        var pageNumber: Int?
        var rowStaysWhole = false
    }

    init(_ roots: [(part: String, root: Element)]) {
        for (part, root) in roots {
            writers[part] = OpenDocumentWriter(root)
            for holder in root.elements { collect(holder, part: part) }
        }
    }

    private mutating func collect(_ holder: Element, part: String) {
        for element in holder.elements {
            guard let name = element.style("name") else { continue }
            names.insert(name)
            if holder.is("font-face-decls", in: OpenDocumentNames.office) {
                let family = element.svg("font-family").map(OpenDocumentFormatting.family)
                if let family, facesByPart[part]?[family] == nil {
                    facesByPart[part, default: [:]][family] = name
                }
            }
            guard element.is("style", in: OpenDocumentNames.style), let family = element.style("family")
            else { continue }
            if holder.is("automatic-styles", in: OpenDocumentNames.office) {
                automatic[Key(part: part, family: family, base: name)] = element
            } else {
                common.insert("\(family)|\(name)")
            }
        }
    }

    /// What an automatic style says itself about letters; nil for a style that is none.
    func ownTextProperties(of name: String, in part: String) -> Element? {
        automatic[Key(part: part, family: "text", base: name)].map {
            $0.child("text-properties", in: OpenDocumentNames.style) ?? Element($0.name)
        }
    }

    func automaticStyle(_ name: String, family: String, in part: String) -> Element? {
        automatic[Key(part: part, family: family, base: name)]
    }

    /// The name of a style like `base` with the change made.
    mutating func style(_ family: String, like base: String?, _ change: Change, in part: String) -> String {
        let base = base ?? (family == "paragraph" ? "Standard" : "")
        let key = Key(part: part, family: family, base: base, change: change)
        if let name = known[key] { return name }
        guard let writer = writers[part] else { return base }
        let name = freeName(family)
        var element: Element
        if let old = automatic[Key(part: part, family: family, base: base)] {
            element = old
            element.remove([writer.style("display-name")])
        } else {
            element = Element(writer.style("style"))
            element.declarations = writer.missing
            element.set(writer.style("family"), to: family)
            if common.contains("\(family)|\(base)") {
                element.set(writer.style("parent-style-name"), to: base)
            }
        }
        if let index = element.attributes.firstIndex(where: { $0.name == writer.style("name") }) {
            element.attributes[index].value = name
        } else {
            element.attributes.insert(.init(writer.style("name"), name), at: 0)
        }
        if let page = change.masterPage { element.set(writer.style("master-page-name"), to: page) }
        var declared = change
        declared.characters.font = change.characters.font.map { face($0, in: part, writer) }
        writer.set(declared, family: family, in: &element)
        styles[part, default: []].append(element)
        automatic[Key(part: part, family: family, base: name)] = element
        known[key] = name
        return name
    }

    private mutating func freeName(_ family: String) -> String {
        let stem = "VanThu" + family.prefix(1).uppercased()
        var number = 1
        while names.contains("\(stem)\(number)") { number += 1 }
        names.insert("\(stem)\(number)")
        return "\(stem)\(number)"
    }

    /// A name for a page layout or page style that nothing has.
    mutating func freeName(like name: String) -> String {
        var number = 1
        while names.contains("\(name)_\(number)") { number += 1 }
        names.insert("\(name)_\(number)")
        return "\(name)_\(number)"
    }

    private mutating func face(_ family: String, in part: String, _ writer: OpenDocumentWriter) -> String {
        if let name = facesByPart[part]?[family] { return name }
        var name = family
        while names.contains(name) { name += "1" }
        names.insert(name)
        var face = Element(writer.style("font-face"))
        face.declarations = writer.missing
        face.attributes = [
            .init(writer.style("name"), name),
            .init(writer.svg("font-family"), family.contains(" ") ? "'\(family)'" : family),
        ]
        faces[part, default: []].append(face)
        facesByPart[part, default: [:]][family] = name
        return name
    }

    /// Writes what was derived for the part into its root.
    func add(to root: inout Element, of part: String) {
        guard let writer = writers[part] else { return }
        if let faces = faces[part], !faces.isEmpty {
            root.changeChild(writer.office("font-face-decls")) { $0.children += faces.map(Node.element) }
        }
        if let styles = styles[part], !styles.isEmpty {
            root.changeChild(writer.office("automatic-styles")) { $0.children += styles.map(Node.element) }
        }
    }
}
