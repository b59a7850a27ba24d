internal import OfficePackage
internal import VietnameseText
internal import XMLTree

/// The template's own styles that rich text uses, found by what they are called.
struct StyleChoice: Hashable, Sendable {
    private var paragraphs: [Use: String] = [:]
    /// All paragraph styles, by their names in small letters.
    private var named: [String: String] = [:]
    private(set) var hyperlink: String?
    private(set) var table: String?

    /// What a paragraph style is for.
    enum Use: Hashable, Sendable {
        case heading(Int)
        case quote
        case code
        case bullets
        case numbers
    }

    func paragraph(_ use: Use) -> String? { paragraphs[use] }

    /// The first of these styles that the template has.
    func paragraph(called names: [String]) -> String? {
        names.lazy.compactMap { named[$0.lowercased()] }.first
    }

    private static let names: [(Use, [String])] =
        (1...6).map { level in
            (
                .heading(level),
                [
                    "heading \(level)", "heading\(level)", "đề mục \(level)", "tiêu đề \(level)",
                    "đầu đề \(level)", "u\(level)",
                ]
            )
        } + [
            (.quote, ["quote", "quotations", "trích dẫn", "đoạn trích dẫn"]),
            (.code, ["html preformatted", "preformatted text", "source code", "code", "mã nguồn", "mã"]),
            (
                .bullets,
                ["list bullet", "danh sách gạch đầu dòng", "gạch đầu dòng", "danh sách dấu đầu dòng"]
            ), (.numbers, ["list number", "danh sách đánh số", "danh sách số"]),
        ]

    /// The styles of a `styles.xml` of WordprocessingML.
    init(word styles: Element?) {
        var known: [Known] = []
        for style in styles?.elements ?? [] where style.name.local == "style" {
            guard let id = style.value("styleId") else { continue }
            let name = style.child("name")?.value("val") ?? id
            let level = style.child("pPr")?.child("outlineLvl")?.value("val")?.writtenCount
            known.append(
                Known(
                    id: id, family: style.value("type") ?? "paragraph", name: name,
                    outlineLevel: level.map { $0 + 1 }))
        }
        self.init(known, families: (paragraph: "paragraph", text: "character", table: "table"))
    }

    /// The common styles of a `styles.xml` of OpenDocument.
    init(openDocument styles: Element?) {
        var known: [Known] = []
        for style in styles?.child("styles")?.elements ?? [] where style.name.local == "style" {
            guard let id = style.attribute("name", in: OpenDocumentNames.style) else { continue }
            let display = style.attribute("display-name", in: OpenDocumentNames.style)
            let level = style.attribute("default-outline-level", in: OpenDocumentNames.style)
            known.append(
                Known(
                    id: id, family: style.attribute("family", in: OpenDocumentNames.style) ?? "",
                    name: display ?? id, outlineLevel: level?.writtenCount))
        }
        self.init(known, families: (paragraph: "paragraph", text: "text", table: "table"))
    }

    private struct Known {
        let id: String
        let family: String
        /// In small letters, blanks as blanks.
        let names: [String]
        let outlineLevel: Int?

        init(id: String, family: String, name: String, outlineLevel: Int?) {
            self.id = id
            self.family = family
            names = (name == id ? [id] : [name, id]).map { written in
                let name = written.hasBytes(of: "_20_") ? written.replacing("_20_", with: " ") : written
                return name.lowercased()
            }
            self.outlineLevel = outlineLevel
        }
    }

    /// The styles of one family by their names; of two with one name the first.
    private struct Names {
        private var positions: [String: Int] = [:]
        private let styles: [Known]

        init(_ known: [Known], family: String) {
            styles = known.filter { $0.family == family }
            for (position, style) in styles.enumerated() {
                for name in style.names where positions[name] == nil { positions[name] = position }
            }
        }

        /// The first style that has one of these names.
        func style(called names: [String]) -> String? {
            names.compactMap { positions[$0] }.min().map { styles[$0].id }
        }

        func style(outlineLevel level: Int) -> String? { styles.first { $0.outlineLevel == level }?.id }

        var ids: [String: String] { positions.mapValues { styles[$0].id } }
    }

    private init(_ known: [Known], families: (paragraph: String, text: String, table: String)) {
        let styles = Names(known, family: families.paragraph)
        named = styles.ids
        for (use, names) in StyleChoice.names {
            var found = styles.style(called: names)
            if found == nil, case .heading(let level) = use { found = styles.style(outlineLevel: level) }
            paragraphs[use] = found
        }
        hyperlink = Names(known, family: families.text).style(called: [
            "hyperlink", "internet link", "siêu liên kết", "liên kết",
        ])
        table = Names(known, family: families.table).style(called: ["table grid", "tablegrid", "lưới bảng"])
    }
}
