internal import Diagnostics
internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

/// A numbering that begins again in each repeat of a section, as the document's part uses it.
struct RestartedNumbering: Sendable {
    /// The `w:num` of the template.
    let number: String
    let form: Identifier.Form
    /// The sections round it, outermost first, to the one it restarts with.
    let sections: [Level]

    struct Level: Sendable {
        let tag: PlacedTag
        /// Which section of the part it is.
        let enter: Int
        /// The section's second branch; nil if it has none.
        ///
        /// A section that has one begins in any case.
        let otherwise: ProgramBuilder.Absence?
        /// Whether it stands in the section's second branch.
        let isOtherwise: Bool
    }
}

extension RestartedNumbering {
    /// A numbering part with a `w:num` for every repeat: it goes through the same sections as the document does.
    static func program(for restarted: [RestartedNumbering], in root: Element, file: String) -> Program {
        let expressions = restarted.flatMap(\.sections).compactMap(\.tag.sectionExpression)
        var builder = ProgramBuilder(file: file, invertedNames: Set(expressions))
        var opening = XMLWriter()
        opening.declaration()
        opening.open(root)
        builder.append(opening.bytes)
        let last = root.children.firstIndex { $0.isElement("numIdMacAtCleanup") }
        for child in root.children[..<(last ?? root.children.count)] {
            builder.append(XMLWriter.bytes { $0.node(child) })
        }
        for one in restarted { one.write(to: &builder, root) }
        for child in root.children[(last ?? root.children.count)...] {
            builder.append(XMLWriter.bytes { $0.node(child) })
        }
        builder.append(XMLWriter.bytes { $0.close(root) })
        return builder.program()
    }

    private func write(to builder: inout ProgramBuilder, _ root: Element) {
        let levels = sections.compactMap { level in level.tag.sectionExpression.map { (level, $0) } }
        guard let num = root.elements.first(where: { $0.name.local == "num" && $0.value("numId") == number }),
            let abstract = num.child("abstractNumId"), !levels.isEmpty
        else { return }
        for (level, expression) in levels {
            var isInverted = false
            if case .inverted = level.tag.tag { isInverted = true }
            builder.enter(expression, level.tag.words, inverted: isInverted)
            if level.isOtherwise { builder.otherwise(level.otherwise ?? .isMeant) }
        }
        let prefix = root.name.prefix.isEmpty ? "" : root.name.prefix + ":"
        func attribute(_ local: String) -> String { root.wordName(local).written }
        builder.append("<\(prefix)num \(attribute("numId"))=\"".utf8)
        builder.identifier(number, form, section: builder.section ?? 0)
        builder.append("\">".utf8)
        builder.append(XMLWriter.bytes { $0.element(abstract) })
        for level in 0..<9 {
            let start = root.start(ofLevel: level, in: abstract.value("val"))
            builder.append(
                "<\(prefix)lvlOverride \(attribute("ilvl"))=\"\(level)\"><\(prefix)startOverride \(attribute("val"))=\"\(start)\"/></\(prefix)lvlOverride>"
                    .utf8)
        }
        builder.append("</\(prefix)num>".utf8)
        for (level, _) in levels.reversed() {
            if !level.isOtherwise, let absence = level.otherwise { builder.otherwise(absence) }
            builder.leave()
        }
    }
}

extension PlacedTag {
    fileprivate var sectionExpression: Expression? {
        switch tag {
        case .section(let expression), .inverted(let expression): expression
        case .value, .otherwise, .otherwiseIf, .end, .comment, .insertion, .directive, .assignment: nil
        }
    }
}

extension XMLWriter {
    static func bytes(_ write: (inout XMLWriter) -> Void) -> [UInt8] {
        var writer = XMLWriter()
        write(&writer)
        return writer.bytes
    }
}

extension Element {
    /// The number that a level of a numbering begins with.
    fileprivate func start(ofLevel level: Int, in abstract: String?) -> String {
        let numbering = elements.first {
            $0.name.local == "abstractNum" && $0.value("abstractNumId") == abstract
        }
        let found = numbering?.elements.first { $0.name.local == "lvl" && $0.value("ilvl") == String(level) }
        return found?.child("start")?.value("val") ?? "1"
    }

    /// Whether a part holds a table of contents or an index.
    var hasContents: Bool {
        switch name.local {
        case "docPartGallery": return value("val") == "Table of Contents"
        case "instrText", "fldSimple": return hasField("TOC") || hasField("INDEX")
        default: return elements.contains(where: \.hasContents)
        }
    }

    /// Whether a part holds a field of Word of that kind.
    func hasField(_ keyword: String) -> Bool {
        switch name.local {
        case "instrText": text.split(separator: " ").first.map(String.init) == keyword
        case "fldSimple":
            value("instr")?.split(separator: " ").first.map(String.init) == keyword
                || elements.contains { $0.hasField(keyword) }
        default: elements.contains { $0.hasField(keyword) }
        }
    }

    /// The settings of a Word document, which is to bring its fields up to date when it is opened.
    var updatingFields: Element {
        var settings = self
        settings.children.removeAll { $0.isElement("updateFields") }
        var update = Element(sibling("updateFields"))
        update.attributes = [.init(wordName("val"), "true")]
        let place = settings.children.firstIndex { node in
            guard case .element(let element) = node else { return false }
            return element.name.namespace != name.namespace || afterUpdate.contains(element.name.local)
        }
        settings.children.insert(.element(update), at: place ?? settings.children.count)
        return settings
    }
}

/// What stands behind `w:updateFields` in `CT_Settings`.
private let afterUpdate: Set<String> = [
    "hdrShapeDefaults", "footnotePr", "endnotePr", "compat", "docVars", "rsids", "attachedSchema",
    "themeFontLang", "clrSchemeMapping", "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures",
    "forceUpgrade", "captions", "readModeInkLockDown", "smartTagType", "shapeDefaults", "doNotEmbedSmartTags",
    "decimalSymbol", "listSeparator",
]
