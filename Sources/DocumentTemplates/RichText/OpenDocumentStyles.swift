internal import OfficePackage
internal import XMLTree

/// The automatic styles that rich text and pictures need in one part of an OpenDocument file.
struct OpenDocumentStyles: Sendable {
    private let names: OpenDocumentStyleNames
    private let known: [Element]
    private(set) var made: [Element] = []
    private var bases: [String: String] = [:]

    /// `known` are the automatic styles that the part has.
    init(known: [Element]) {
        self.known = known
        let taken = known.compactMap { $0.attribute("name", in: OpenDocumentNames.style) }
        var number = 1
        while taken.contains(where: { $0.hasPrefix("vt\(number)_") }) { number += 1 }
        names = OpenDocumentStyleNames(prefix: "vt\(number)_")
        addGeneralStyles()
    }

    /// The names for text in the place of a paragraph; its derived styles are made when they are not there yet.
    mutating func names(inPlaceOf paragraph: Element?) -> OpenDocumentStyleNames {
        guard let paragraph else { return names }
        let base = paragraph.attribute("style-name", in: OpenDocumentNames.text)
        var own = names
        own.base = base
        if let letter = bases[base ?? ""] {
            own.letter = letter
            return own
        }
        let letter = "P\(bases.count + 1)"
        bases[base ?? ""] = letter
        own.letter = letter
        for kind in OpenDocumentStyleNames.Kind.allCases {
            made.append(style(own.paragraph(kind), base, kind))
        }
        return own
    }

    private func style(_ name: String, _ base: String?, _ kind: OpenDocumentStyleNames.Kind) -> Element {
        let copied = known.first {
            $0.attribute("name", in: OpenDocumentNames.style) == base
                && $0.attribute("family", in: OpenDocumentNames.style) == "paragraph"
        }
        var style = Element.plain("style:style", ["style:name": name, "style:family": "paragraph"])
        if let copied {
            style.attributes += copied.attributes.filter {
                !["name", "family", "display-name", "master-page-name", "list-style-name"].contains(
                    $0.name.local)
            }
        } else {
            style.attributes.append(
                .init(QualifiedName(written: "style:parent-style-name"), base ?? "Standard"))
        }
        var properties = copied?.child("paragraph-properties") ?? .plain("style:paragraph-properties")
        properties.attributes.removeAll { ["break-before", "page-number"].contains($0.name.local) }
        func set(_ local: String, _ value: String) {
            properties.attributes.removeAll { $0.name.local == local }
            properties.attributes.append(.init(QualifiedName(written: "fo:" + local), value))
        }
        func clear(_ locals: String...) { properties.attributes.removeAll { locals.contains($0.name.local) } }
        switch kind {
        case .plain: break
        case .item: clear("margin-left", "text-indent", "margin")
        case .quote:
            set("margin-left", "1cm")
            set("text-indent", "0cm")
        case .rule: set("border-bottom", "0.5pt solid #000000")
        case .code:
            set("text-indent", "0cm")
            set("text-align", "start")
        case .cell, .centredCell, .rightCell:
            set("margin-left", "0cm")
            set("margin-right", "0cm")
            set("text-indent", "0cm")
            set("text-align", kind == .cell ? "start" : kind == .centredCell ? "center" : "end")
        }
        style.children = [.element(properties)]
        style.children += (copied?.elements ?? []).filter { $0.name.local != "paragraph-properties" }.map {
            .element($0)
        }
        return style
    }

    private mutating func addGeneralStyles() {
        for bits in 1..<16 { add(look(bits)) }
        made.append(
            .plain(
                "style:style", ["style:name": names.table, "style:family": "table"],
                [.plain("style:table-properties", ["table:align": "margins"])]))
        made.append(
            .plain(
                "style:style", ["style:name": names.cell, "style:family": "table-cell"],
                [
                    .plain(
                        "style:table-cell-properties",
                        ["fo:padding": "0.1cm", "fo:border": "0.5pt solid #000000"])
                ]))
        made.append(
            .plain(
                "style:style", ["style:name": names.picture, "style:family": "graphic"],
                [
                    .plain(
                        "style:graphic-properties",
                        ["style:vertical-pos": "top", "style:vertical-rel": "baseline"])
                ]))
        made += [listStyle(isNumbered: false), listStyle(isNumbered: true)]
    }

    /// The looks and lists that only HTML can have.
    mutating func addLooksOfHTML() {
        made += RichNumbering.allCases.map { listStyle(isNumbered: true, $0) }
        for bits in 0..<16 {
            for isUnderlined in [false, true] {
                for height in [RichStyle.Height.line, .superscript, .subscript]
                where isUnderlined || height != .line {
                    var look = look(bits)
                    look.isUnderlined = isUnderlined
                    look.height = height
                    add(look)
                }
            }
        }
    }

    private func look(_ bits: Int) -> RichStyle {
        RichStyle(
            isStrong: bits & 1 != 0, isEmphasised: bits & 2 != 0, isStruck: bits & 4 != 0,
            isCode: bits & 8 != 0)
    }

    private mutating func add(_ look: RichStyle) {
        guard let name = names.text(look) else { return }
        var properties = Element.plain("style:text-properties")
        func set(_ local: String, _ value: String) {
            properties.attributes.append(.init(QualifiedName(written: local), value))
        }
        if look.isCode { set("fo:font-family", "'Courier New'") }
        if look.isEmphasised { set("fo:font-style", "italic") }
        if look.isStrong { set("fo:font-weight", "bold") }
        if look.isStruck { set("style:text-line-through-style", "solid") }
        if look.isUnderlined { set("style:text-underline-style", "solid") }
        switch look.height {
        case .line: break
        case .superscript: set("style:text-position", "super 58%")
        case .subscript: set("style:text-position", "sub 58%")
        }
        made.append(.plain("style:style", ["style:name": name, "style:family": "text"], [properties]))
    }

    private func listStyle(isNumbered: Bool, _ own: RichNumbering? = nil) -> Element {
        var list = Element.plain("text:list-style", ["style:name": names.list(isNumbered: isNumbered, own)])
        for level in 0..<10 {
            let indent = "\(1.27 + 0.635 * Double(level))cm"
            let alignment = Element.plain(
                "style:list-level-label-alignment",
                [
                    "text:label-followed-by": "listtab", "text:list-tab-stop-position": indent,
                    "fo:text-indent": "-0.635cm", "fo:margin-left": indent,
                ])
            let properties = Element.plain(
                "style:list-level-properties", ["text:list-level-position-and-space-mode": "label-alignment"],
                [alignment])
            let number = "\(level + 1)"
            let (format, mark) =
                switch level % 3 {
                case _ where own != nil: (own?.openDocument ?? "1", ".")
                case 0: ("1", ".")
                case 1: ("a", ")")
                default: ("i", ".")
                }
            list.children.append(
                .element(
                    isNumbered
                        ? .plain(
                            "text:list-level-style-number",
                            ["text:level": number, "style:num-suffix": mark, "style:num-format": format],
                            [properties])
                        : .plain(
                            "text:list-level-style-bullet",
                            ["text:level": number, "text:bullet-char": ["-", "+", "•"][level % 3]],
                            [properties])))
        }
        return list
    }
}

/// What the automatic styles of rich text are called.
struct OpenDocumentStyleNames: Hashable, Sendable {
    let prefix: String
    /// The paragraph's own style, and what stands for it in the names of those derived from it.
    var base: String?
    var letter = ""

    /// What becomes of the paragraph's own style.
    enum Kind: String, Hashable, Sendable, CaseIterable {
        case plain
        case item
        case quote
        case rule
        case code
        case cell
        case centredCell
        case rightCell
    }

    init(prefix: String) { self.prefix = prefix }

    func paragraph(_ kind: Kind) -> String { "\(prefix)\(letter)_\(kind.rawValue)" }
    var table: String { prefix + "table" }
    /// The style of a column so many tenths of a millimetre wide.
    func column(_ tenths: Int) -> String { "\(prefix)w\(tenths)" }
    var cell: String { prefix + "cell" }
    var picture: String { prefix + "picture" }
    func list(isNumbered: Bool, _ format: RichNumbering? = nil) -> String {
        prefix + (format?.word ?? (isNumbered ? "numbers" : "bullets"))
    }

    /// Nil for text that looks like that around it.
    func text(_ look: RichStyle) -> String? {
        let letters =
            (look.isStrong ? "b" : "") + (look.isEmphasised ? "i" : "") + (look.isStruck ? "s" : "")
            + (look.isCode ? "c" : "") + (look.isUnderlined ? "u" : "") + look.height.letters
        return letters.isEmpty ? nil : prefix + letters
    }
}

extension RichStyle.Height {
    fileprivate var letters: String {
        switch self {
        case .line: ""
        case .superscript: "h"
        case .subscript: "l"
        }
    }
}
