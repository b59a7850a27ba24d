internal import Diagnostics
internal import OfficePackage
internal import XMLTree

extension WordAdoption {
    /// Takes the numberings along that the body or its styles use, under numbers of their own.
    mutating func adoptLists(of roots: [Element], _ imported: [Element], into host: inout PackageTrees)
        throws(Failure)
    {
        guard let part = try source.part(related: "numbering", to: body), let tree = try source.tree(part)
        else { return }
        var used: Set<String> = []
        for tree in roots + imported {
            tree.walk { if $0.name.local == "numId", let id = $0.value("val") { used.insert(id) } }
        }
        let lists = tree.elements.filter { $0.name.local == "num" && used.contains($0.value("numId") ?? "") }
        guard !lists.isEmpty else { return }
        let hostPart = try host.numberingPart(of: hostBody, namespace: namespace)
        guard var numbering = try host.tree(hostPart) else { return }
        func highest(_ local: String, _ id: String) -> Int {
            numbering.elements.filter { $0.name.local == local }.compactMap { $0.value(id)?.writtenCount }
                .max() ?? 0
        }
        var definitionIds: [String: String] = [:]
        for list in lists {
            guard let old = list.child("abstractNumId")?.value("val") else { continue }
            if definitionIds[old] == nil,
                let definition = tree.elements.first(where: {
                    $0.name.local == "abstractNum" && $0.value("abstractNumId") == old
                })
            {
                let id = "\(highest("abstractNum", "abstractNumId") + 1)"
                definitionIds[old] = id
                let copy = definition.rewritten { element in
                    if element.name.local == "abstractNum" { element.set("abstractNumId", id) }
                    if element.name.local == "pStyle" { renameStyle(&element) }
                    return !["nsid", "tmpl", "styleLink", "numStyleLink", "lvlPicBulletId"].contains(
                        element.name.local)
                }
                let place =
                    numbering.elements.firstIndex {
                        !["numPicBullet", "abstractNum"].contains($0.name.local)
                    } ?? numbering.elements.count
                numbering.children = numbering.elements.map { .element($0) }
                if let copy { numbering.children.insert(.element(copy), at: place) }
            }
            guard let definition = definitionIds[old], let number = list.value("numId") else { continue }
            let id = "\(highest("num", "numId") + 1)"
            listIds[number] = id
            let copy = list.rewritten { element in
                if element.name.local == "num" { element.set("numId", id) }
                if element.name.local == "abstractNumId" { element.set("val", definition) }
                return true
            }
            let end =
                numbering.elements.firstIndex { $0.name.local == "numIdMacAtCleanup" }
                ?? numbering.elements.count
            numbering.children = numbering.elements.map { .element($0) }
            if let copy { numbering.children.insert(.element(copy), at: end) }
        }
        host.replace(hostPart, with: numbering)
    }
}
