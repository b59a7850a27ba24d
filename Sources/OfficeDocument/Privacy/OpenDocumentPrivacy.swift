internal import OfficePackage
internal import XMLTree

/// Takes what an OpenDocument text tells of its authors out of it.
enum OpenDocumentPrivacy {
    static func clean(_ parts: inout EditedParts, _ traces: inout PrivateTraces) {
        parts.change(Manifest.properties) { root in
            root = root.rewritten { element in keepsProperty(element, &traces) } ?? root
        }
        parts.change(Manifest.settings) { root in
            root = root.rewritten { element in keepsSetting(&element, &traces) } ?? root
        }
        for part in [Manifest.styles, Manifest.text] {
            parts.change(part) { root in
                let hidden = root.hiddenTextStyles
                root = root.rewritten { element in keepsText(&element, in: part, hidden, &traces) } ?? root
            }
        }
    }

    private static func keepsProperty(_ element: Element, _ traces: inout PrivateTraces) -> Bool {
        let kind: PrivateTrace.Kind
        var text = element.shortText
        switch (element.name.namespace, element.name.local) {
        case (OpenDocumentNames.dc, "creator"), (OpenDocumentNames.meta, "initial-creator"),
            (OpenDocumentNames.meta, "printed-by"):
            kind = .person
        case (OpenDocumentNames.meta, "user-defined"):
            let key = element.value("name") ?? ""
            guard !key.hasPrefix(PackageNames.ownProperties) else { return true }
            kind = .property
            text = "\(key) = \(text)"
        case (OpenDocumentNames.meta, "template"), (OpenDocumentNames.meta, "auto-reload"):
            guard let link = element.attribute("href", in: OpenDocumentNames.xlink), !link.isEmpty else {
                return true
            }
            kind = .path
            text = link
        case (OpenDocumentNames.meta, "editing-duration"):
            guard !["", "P0D", "PT0S"].contains(text) else { return true }
            kind = .editingTime
        default: return true
        }
        guard !text.isEmpty else { return true }
        traces.note(kind, text, in: Manifest.properties)
        return false
    }

    private static func keepsSetting(_ element: inout Element, _ traces: inout PrivateTraces) -> Bool {
        guard element.is("config-item", in: OpenDocumentNames.config) else { return true }
        let text = element.shortText
        switch element.value("name") {
        case "PrinterName", "PrinterFaxName", "PrinterSetup":
            guard !text.isEmpty else { return true }
            traces.note(.printer, element.value("name") == "PrinterSetup" ? "" : text, in: Manifest.settings)
            element.children = []
            return true
        case "Rsid", "RsidRoot":
            traces.note(.revisionIdentifiers, in: Manifest.settings)
            return false
        default: return true
        }
    }

    private static func keepsText(
        _ element: inout Element, in part: String, _ hidden: Set<String>, _ traces: inout PrivateTraces
    ) -> Bool {
        let count = element.attributes.count
        element.attributes.removeAll { $0.name.local == "rsid" || $0.name.local == "paragraph-rsid" }
        if element.attributes.count < count { traces.note(.revisionIdentifiers, in: part) }
        switch (element.name.namespace, element.name.local) {
        case (OpenDocumentNames.office, "annotation"):
            let author = element.child("creator", in: OpenDocumentNames.dc)?.shortText ?? ""
            let words = element.elements.filter { $0.name.namespace == OpenDocumentNames.text }.map(
                \.shortText)
            traces.note(.comment, "\(author): \(words.joined(separator: " "))", in: part)
            return false
        case (OpenDocumentNames.office, "annotation-end"): return false
        case (OpenDocumentNames.text, "tracked-changes"):
            for region in element.elements {
                var author = ""
                region.walk { if $0.is("creator", in: OpenDocumentNames.dc) { author = $0.shortText } }
                traces.note(.trackedChange, author, in: part)
            }
            return false
        case (OpenDocumentNames.text, "change"), (OpenDocumentNames.text, "change-start"),
            (OpenDocumentNames.text, "change-end"):
            return false
        case (OpenDocumentNames.text, "hidden-text"):
            traces.note(.hiddenText, element.value("string-value") ?? element.shortText, in: part)
            return false
        case (OpenDocumentNames.text, "span"):
            guard let style = element.text("style-name"), hidden.contains(style) else { break }
            traces.note(.hiddenText, element.shortText, in: part)
            return false
        case (OpenDocumentNames.text, "author-name"), (OpenDocumentNames.text, "author-initials"),
            (OpenDocumentNames.text, "creator"), (OpenDocumentNames.text, "initial-creator"),
            (OpenDocumentNames.text, "printed-by"):
            traces.note(.person, element.shortText, in: part, isRemovable: false)
        case (OpenDocumentNames.text, "file-name") where element.shortText.isPrivatePath:
            traces.note(.path, element.shortText, in: part, isRemovable: false)
        case (OpenDocumentNames.svg, "title"), (OpenDocumentNames.svg, "desc"):
            guard element.shortText.isPrivatePath else { break }
            traces.note(.path, element.shortText, in: part)
            return false
        default: break
        }
        if let link = element.attribute("href", in: OpenDocumentNames.xlink), link.isPrivatePath {
            traces.note(.path, link, in: part, isRemovable: false)
        }
        return true
    }
}

extension Element {
    /// The styles of this part whose letters are not shown.
    fileprivate var hiddenTextStyles: Set<String> {
        var names: Set<String> = []
        walk { element in
            guard element.is("style", in: OpenDocumentNames.style), let name = element.style("name"),
                element.child("text-properties", in: OpenDocumentNames.style)?.text("display") == "none"
            else { return }
            names.insert(name)
        }
        return names
    }
}
