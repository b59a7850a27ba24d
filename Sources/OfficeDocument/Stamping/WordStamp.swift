internal import Diagnostics
internal import OfficePackage
internal import XMLTree

/// Words across the pages of a Word document, as Word's own watermarks are made: a text along a path in each header.
struct WordStamp {
    let words: String

    /// The kinds of pages that may have headers of their own.
    private static let pages = ["default", "first", "even"]

    func put(on main: String, of parts: inout EditedParts) throws(Failure) {
        let root = try parts.requiredTree(of: main)
        let links = WordLinks(of: main)
        var headers: Set<String> = []
        var missing = Self.pages
        // A section without a header of some kind has that of the section before, so only the first one lacks any.
        for (index, section) in Self.sections(in: root).enumerated() {
            for reference in section.elements where reference.isWord("headerReference") {
                let id = reference.attribute(
                    "id", in: PackageNames.relationships(beside: root.name.namespace))
                if let target = id.flatMap({ links.target(of: $0, in: &parts) }) { headers.insert(target) }
                if index == 0 { missing.removeAll { $0 == reference.wordAttribute("type") ?? "default" } }
            }
        }
        for (number, header) in headers.sorted().enumerated() {
            parts.change(header) { root in stamp(&root, number: number + 1) }
        }
        for (number, page) in missing.enumerated() {
            var header = Element.written("<w:hdr xmlns:w=\"\(root.name.namespace)\"><w:p/></w:hdr>")
            stamp(&header, number: headers.count + number + 1)
            let name = parts.freeName(links.folder + "header", "xml")
            parts.add(name, header)
            guard let id = links.add(name, root: header, to: &parts) else { continue }
            parts.change(main) { root in Self.refer(to: id, for: page, in: &root) }
        }
    }

    /// Every section's properties, in the order of the text.
    private static func sections(in element: Element) -> [Element] {
        element.elements.flatMap { $0.isWord("sectPr") ? [$0] : sections(in: $0) }
    }

    /// Gives the first section of the text a header.
    private static func refer(to id: String, for page: String, in root: inout Element) {
        var isDone = false
        let namespace = root.name.namespace
        func change(_ element: inout Element) {
            for index in element.children.indices where !isDone {
                guard case .element(var child) = element.children[index] else { continue }
                if child.isWord("sectPr") {
                    let type = PackageNames.relationships(beside: namespace)
                    let reference = Element.written(
                        "<w:headerReference xmlns:w=\"\(child.name.namespace)\" xmlns:r=\"\(type)\" w:type=\"\(page)\" r:id=\"\(id)\"/>"
                    )
                    child.children.insert(.element(reference), at: 0)
                    isDone = true
                } else {
                    change(&child)
                }
                element.children[index] = .element(child)
            }
        }
        change(&root)
    }

    /// Puts the words into the first paragraph of a header.
    private func stamp(_ header: inout Element, number: Int) {
        let run = Element.written(markup(header.name.namespace, number))
        guard let place = header.children.firstIndex(where: { $0.isWord("p") }),
            case .element(var paragraph) = header.children[place]
        else {
            var paragraph = Element(header.sibling("p"))
            paragraph.children = [.element(run)]
            header.children.insert(.element(paragraph), at: 0)
            return
        }
        paragraph.children.append(.element(run))
        header.children[place] = .element(paragraph)
    }

    private func markup(_ namespace: String, _ number: Int) -> String {
        """
        <w:r xmlns:w="\(namespace)"><w:rPr><w:noProof/></w:rPr><w:pict xmlns:v="\(WordNames.vectorDrawing)" xmlns:o="urn:schemas-microsoft-com:office:office">\
        <v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">\
        <v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>\
        <v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>\
        <v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype>\
        <v:shape id="PowerPlusWaterMarkObject\(number)" o:spid="_x0000_s\(2048 + number)" type="#_x0000_t136" alt="\(words)" \
        style="position:absolute;margin-left:0;margin-top:0;width:500pt;height:72pt;rotation:315;z-index:-251658240;\
        mso-position-horizontal:center;mso-position-horizontal-relative:page;mso-position-vertical:center;mso-position-vertical-relative:page" \
        o:allowincell="f" fillcolor="#c0c0c0" stroked="f"><v:fill opacity=".5"/>\
        <v:textpath style="font-family:&quot;Times New Roman&quot;;font-size:1pt;font-weight:bold" string="\(words)"/></v:shape></w:pict></w:r>
        """
    }
}
