internal import OfficePackage
internal import XMLTree

/// Takes what a Word package tells of its authors out of it.
struct WordPrivacy {
    private let package: DocumentPackage

    init(_ package: DocumentPackage) { self.package = package }

    /// Parts that hold comments, and who wrote them.
    private static let commentKinds: Set<Substring> = [
        "comments", "commentsExtended", "commentsIds", "commentsExtensible", "people",
    ]
    /// What else of a part's relationships tells something, and goes.
    private static let privateKinds: Set<Substring> = [
        "attachedTemplate", "printerSettings", "mailMergeSource", "mailMergeHeaderSource",
    ]

    func clean(_ parts: inout EditedParts, _ traces: inout PrivateTraces) {
        properties(&parts, &traces)
        let texts = package.source.names.filter {
            $0.hasSuffix(".xml") && $0.hasPrefix(Relationships.folder(of: package.main))
        }
        let usesVariables = usesVariables(&parts)
        noteOwnXML(&parts, &traces)
        var removed: Set<String> = []
        for name in package.source.names where name.hasSuffix(".rels") && name != Relationships.ofPackage {
            removed.formUnion(relationships(name, &parts, &traces))
        }
        for name in texts {
            if removed.contains(name) {
                comments(in: name, &parts, &traces)
            } else {
                parts.change(name) { root in text(of: &root, name, usesVariables, &traces) }
            }
        }
        guard !removed.isEmpty else { return }
        for name in removed {
            parts.remove(name)
            parts.remove(Relationships.entry(of: name))
        }
        parts.change(ContentTypes.entry) { root in
            root.children.removeAll { node in
                guard case .element(let entry) = node, let name = entry.attribute("PartName") else {
                    return false
                }
                return removed.contains(String(name.drop { $0 == "/" }))
            }
        }
    }

    /// Whether a field shows a variable of the document, which then has to stay.
    private func usesVariables(_ parts: inout EditedParts) -> Bool {
        var isUsed = false
        parts.tree(of: package.main)?.walk { element in
            let instruction =
                element.wordAttribute("instr") ?? (element.isWord("instrText") ? element.text : "")
            if instruction.uppercased().contains("DOCVARIABLE") { isUsed = true }
        }
        return isUsed
    }

    /// Data of programs that fill documents in; a list of sources is of Word itself, and every document may have it.
    private func noteOwnXML(_ parts: inout EditedParts, _ traces: inout PrivateTraces) {
        for name in package.source.names
        where name.hasPrefix("customXml/item") && name.hasSuffix(".xml") && !name.contains("Props") {
            guard let root = parts.tree(of: name), root.name.local != "Sources" else { continue }
            traces.note(
                .property, "\(root.name.local) \(root.shortText)".trimmedBlanks, in: name, isRemovable: false)
        }
    }

    // MARK: Properties of the file

    private func properties(_ parts: inout EditedParts, _ traces: inout PrivateTraces) {
        for relationship in package.relationships.all where !relationship.isExternal {
            let name = package.source.entry(named: relationship.name) ?? relationship.name
            switch relationship.kind {
            case "core-properties":
                drop(["creator": .person, "lastModifiedBy": .person], from: name, &parts, &traces)
            case "extended-properties":
                drop(
                    [
                        "Manager": .person, "Company": .organisation, "Template": .path,
                        "HyperlinkBase": .path, "TotalTime": .editingTime,
                    ], from: name, &parts, &traces)
            case "custom-properties":
                parts.change(name) { root in
                    root.children.removeAll { node in
                        guard case .element(let property) = node, let key = property.attribute("name"),
                            !key.hasPrefix(PackageNames.ownProperties)
                        else { return false }
                        traces.note(.property, "\(key) = \(property.shortText)", in: name)
                        return true
                    }
                }
            default: break
            }
        }
    }

    private func drop(
        _ kinds: [String: PrivateTrace.Kind], from name: String, _ parts: inout EditedParts,
        _ traces: inout PrivateTraces
    ) {
        parts.change(name) { root in
            root.children.removeAll { node in
                guard case .element(let property) = node, let kind = kinds[property.name.local] else {
                    return false
                }
                let text = property.shortText
                // What every document of Word says tells nothing.
                guard !text.isEmpty, !["0", "Normal", "Normal.dotm", "Normal.dot"].contains(text) else {
                    return false
                }
                traces.note(kind, text, in: name)
                return true
            }
        }
    }

    // MARK: Relationships

    /// Takes relationships out of a list; returns the entries that go with them.
    private func relationships(_ list: String, _ parts: inout EditedParts, _ traces: inout PrivateTraces)
        -> Set<String>
    {
        let source = Relationships.source(of: list)
        guard let root = parts.tree(of: list) else { return [] }
        var removed: Set<String> = []
        var ids: Set<String> = []
        for relationship in Relationships(root, of: source).all {
            if Self.commentKinds.contains(relationship.kind), !relationship.isExternal {
                removed.insert(package.source.entry(named: relationship.name) ?? relationship.name)
                ids.insert(relationship.id)
            } else if Self.privateKinds.contains(relationship.kind) {
                traces.note(
                    relationship.kind == "printerSettings" ? .printer : .path, relationship.name, in: source)
                if !relationship.isExternal {
                    removed.insert(package.source.entry(named: relationship.name) ?? relationship.name)
                }
                ids.insert(relationship.id)
            } else if relationship.isExternal, relationship.name.isPrivatePath {
                traces.note(.path, relationship.name, in: source, isRemovable: false)
            }
        }
        guard !ids.isEmpty else { return [] }
        parts.change(list) { root in
            root.children.removeAll { node in
                guard case .element(let element) = node else { return false }
                return element.attribute("Id").map(ids.contains) ?? false
            }
        }
        return removed
    }

    private func comments(in name: String, _ parts: inout EditedParts, _ traces: inout PrivateTraces) {
        for element in parts.tree(of: name)?.elements ?? []
        where element.name.local == "comment" || element.name.local == "person" {
            let kind: PrivateTrace.Kind = element.name.local == "comment" ? .comment : .person
            let author = element.value("author") ?? ""
            traces.note(kind, kind == .comment ? "\(author): \(element.shortText)" : author, in: name)
        }
    }

    // MARK: Texts

    private func text(
        of root: inout Element, _ part: String, _ usesVariables: Bool, _ traces: inout PrivateTraces
    ) {
        var hasChanges = false
        let cleaned = root.rewritten { element in
            if element.isTrackedChange {
                traces.note(.trackedChange, element.value("author") ?? "", in: part)
                hasChanges = true
            }
            let count = element.attributes.count
            element.attributes.removeAll {
                $0.name.local.hasPrefix("rsid") && WordNames.holds($0.name.namespace)
            }
            if element.attributes.count < count { traces.note(.revisionIdentifiers, in: part) }
            element.dropPicturePaths(in: part, &traces)
            switch element.word {
            case "docVars":
                for variable in element.elements {
                    traces.note(
                        .property, "\(variable.value("name") ?? "") = \(variable.value ?? "")", in: part,
                        isRemovable: !usesVariables)
                }
                return usesVariables
            case "permStart":
                if let editor = element.wordAttribute("ed") {
                    traces.note(.person, editor, in: part, isRemovable: false)
                }
                return true
            case "instrText", "fldSimple":
                let instruction = element.wordAttribute("instr") ?? element.text
                if let kind = PrivateTrace.Kind(ofField: instruction) {
                    traces.note(kind, "{\(instruction.trimmedBlanks)}", in: part, isRemovable: false)
                }
                return true
            case "rsids":
                traces.note(.revisionIdentifiers, in: part)
                return false
            case "attachedTemplate", "mailMerge", "printerSettings", "commentRangeStart", "commentRangeEnd":
                return false
            case "r":
                if element.isHiddenRun {
                    traces.note(.hiddenText, element.shortText, in: part)
                    return false
                }
                return !element.holdsCommentOnly
            default: return true
            }
        }
        guard let cleaned else { return }
        root = hasChanges ? SettledChanges.taken.settled(cleaned, as: .docx) : cleaned
    }
}

extension PrivateTrace.Kind {
    /// What a field tells of a person or a machine; nil for nothing.
    fileprivate init?(ofField instruction: String) {
        let words = instruction.split { $0.isWhitespace }.map { $0.uppercased() }
        switch words.first {
        case "AUTHOR", "LASTSAVEDBY", "USERNAME", "USERINITIALS", "USERADDRESS": self = .person
        case "FILENAME" where words.contains("\\P"), "TEMPLATE" where words.contains("\\P"): self = .path
        default: return nil
        }
    }
}

extension String {
    fileprivate var trimmedBlanks: String { split { $0.isWhitespace }.joined(separator: " ") }
}

extension Element {
    /// Word writes the path of a picture's file into its description.
    fileprivate mutating func dropPicturePaths(in part: String, _ traces: inout PrivateTraces) {
        guard ["docPr", "cNvPr", "shape", "imagedata", "rect"].contains(name.local) else { return }
        for attribute in attributes
        where ["descr", "title", "alt"].contains(attribute.name.local) && attribute.value.isPrivatePath {
            traces.note(.path, attribute.value, in: part)
        }
        attributes.removeAll { ["descr", "title", "alt"].contains($0.name.local) && $0.value.isPrivatePath }
    }

    fileprivate var isTrackedChange: Bool {
        guard let word else { return false }
        return ["ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "numberingChange"]
            .contains(word) || word.hasSuffix("PrChange") || word == "tblGridChange"
    }

    /// A run of words that are not shown; what belongs to a field is not taken apart.
    fileprivate var isHiddenRun: Bool {
        guard let hidden = word("rPr")?.word("vanish"), hidden.isOn else { return false }
        return elements.allSatisfy {
            ["rPr", "t", "tab", "br", "cr", "noBreakHyphen"].contains($0.word ?? "")
        } && elements.contains { $0.isWord("t") }
    }

    fileprivate var holdsCommentOnly: Bool {
        let content = elements.filter { !$0.isWord("rPr") && !$0.isWord("annotationRef") }
        return content.count == 1 && content[0].isWord("commentReference")
    }
}
