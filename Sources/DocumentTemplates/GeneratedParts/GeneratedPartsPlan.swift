internal import Charts
internal import Diagnostics
internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

/// What renderings of one template may add to its package, prepared when it is compiled.
struct GeneratedPartsPlan: Sendable {
    let dialect: Dialect
    let styles: StyleChoice
    /// Relationships of each part that may get more, by the part's name.
    private(set) var relationships: [String: GrowingPart] = [:]
    private(set) var numbering: Numbering?
    private(set) var manifest: GrowingPart?
    /// Word's list of content types, where there may be charts, and its root.
    private(set) var contentTypes: (part: GrowingPart, root: Element)?
    /// The charts of the template that take figures from data, by the part they stand in and their relationship.
    private(set) var drawnCharts: [String: [String: DrawnChart]] = [:]
    /// Where the kinds of relationship have their names.
    private(set) var relationshipNamespace = PackageNames.officeRelationships
    /// What new relationships and pictures are called, before their number.
    private(set) var relationshipPrefix = "rIdVt"
    private(set) var picturePrefix = ""
    /// What new charts are called, before their number.
    private(set) var chartPrefix = ""
    /// What new headers and footers are called, and the relationships of those that they are made of.
    private(set) var ownPartPrefix = ""
    private(set) var ownRelationships: [String: [UInt8]] = [:]
    /// Where OpenDocument's page styles are, when there may be more of them.
    private(set) var pageStyles: [UInt8]?

    /// Where lists are added, and the definitions they refer to.
    struct Numbering: Sendable {
        let part: GrowingPart
        let firstList: Int
        let bullets: Int
        let numbers: Int
    }

    /// What the compiled parts of a template may be given.
    struct Needs: Sendable {
        let body: String
        let kinds: [String: Set<Tag.Insertion>]
        /// The headers and footers that repeats have their own of.
        let ownParts: Set<String>
        /// The parts where charts are put, with those that are drawn there.
        let charts: [String: [String: DrawnChart]]
        let besideRestartedLists: Bool
    }

    /// Numbers kept free for lists that repeats restart, where there are such.
    private static let restartRoom = 1_000_000

    /// Prepares a Word package.
    init(word trees: inout PackageTrees, _ needs: Needs) throws(Failure) {
        let (body, kinds) = (needs.body, needs.kinds)
        dialect = .word
        let main = try trees.tree(body)?.name.namespace ?? WordNames.main
        relationshipNamespace = PackageNames.relationships(beside: main)
        let stylesPart = try trees.part(related: "styles", to: body)
        styles = StyleChoice(word: try stylesPart.map { name throws(Failure) in try trees.tree(name) } ?? nil)
        let all = kinds.values.reduce(Set()) { $0.union($1) }
        if all.contains(.richText) {
            numbering = try GeneratedPartsPlan.numbering(
                in: &trees, body: body, namespace: relationshipNamespace,
                room: needs.besideRestartedLists ? GeneratedPartsPlan.restartRoom : 0)
        }
        picturePrefix = trees.freePrefix("word/media/vt")
        if all.contains(.image) {
            for kind in Picture.Kind.allCases {
                try trees.declare(extension: kind.rawValue, as: kind.mediaType)
            }
        }
        for part in kinds.keys.sorted() {
            let name = Relationships.entry(of: part)
            var root = try trees.tree(name) ?? Element.relationships
            if !trees.contains(name) { trees.replace(name, with: root) }
            let taken = root.elements.compactMap { $0.attribute("Id") }
            while taken.contains(where: { $0.hasPrefix(relationshipPrefix) }) { relationshipPrefix += "t" }
            root.children = root.elements.map { .element($0) }
            relationships[part] = GrowingPart(name, root)
        }
        if !needs.charts.isEmpty { try prepareCharts(needs.charts, in: &trees) }
        ownPartPrefix = trees.freePrefix("word/vt")
        for part in needs.ownParts {
            ownRelationships[part] = try trees.tree(Relationships.entry(of: part))?.bytes
        }
        if !needs.charts.isEmpty || !needs.ownParts.isEmpty, let root = try trees.tree(ContentTypes.entry) {
            contentTypes = (GrowingPart(ContentTypes.entry, root), root.withoutChildren)
        }
    }

    private mutating func prepareCharts(
        _ charts: [String: [String: DrawnChart]], in trees: inout PackageTrees
    ) throws(Failure) {
        chartPrefix = "vt"
        while trees.names.contains(where: {
            ["word/charts/", "word/embeddings/"].map { $0 + chartPrefix }.contains(where: $0.hasPrefix)
        }) { chartPrefix += "t" }
        drawnCharts = charts
        try trees.declare(extension: "xlsx", as: WordChart.workbookMediaType)
    }

    /// Prepares an OpenDocument package.
    init(openDocument trees: inout PackageTrees, _ needs: Needs) throws(Failure) {
        dialect = .openDocument
        styles = StyleChoice(openDocument: try trees.tree(Manifest.styles))
        picturePrefix = trees.freePrefix("Pictures/vt")
        chartPrefix = trees.freePrefix("ObjectVt")
        if !needs.ownParts.isEmpty { pageStyles = try trees.tree(Manifest.styles)?.bytes }
        if let root = try trees.tree(Manifest.entry) { manifest = GrowingPart(Manifest.entry, root) }
    }

    private static func numbering(in trees: inout PackageTrees, body: String, namespace: String, room: Int)
        throws(Failure) -> Numbering
    {
        let name = try trees.numberingPart(of: body, namespace: namespace)
        guard var root = try trees.tree(name) else { preconditionFailure("the part has just been made") }
        root.declare("w", root.name.namespace)
        func highest(_ local: String, _ id: String) -> Int {
            root.elements.filter { $0.name.local == local }.compactMap { $0.value(id)?.writtenCount }.max()
                ?? 0
        }
        let bullets = highest("abstractNum", "abstractNumId") + 1
        let place =
            root.elements.firstIndex { !["numPicBullet", "abstractNum"].contains($0.name.local) }
            ?? root.elements.count
        root.children = root.elements.map { .element($0) }
        root.children.insert(
            contentsOf: [
                .element(WordLists.definition(bullets, isNumbered: false)),
                .element(WordLists.definition(bullets + 1, isNumbered: true)),
            ], at: place)
        trees.replace(name, with: root)
        return Numbering(
            part: GrowingPart(name, root, before: "numIdMacAtCleanup"),
            firstList: highest("num", "numId") + 1 + room, bullets: bullets, numbers: bullets + 1)
    }
}

extension Element {
    /// A part of relationships without any.
    static var relationships: Element {
        var root = Element(QualifiedName(namespace: PackageNames.relationships, local: "Relationships"))
        root.declare("", PackageNames.relationships)
        return root
    }
}
