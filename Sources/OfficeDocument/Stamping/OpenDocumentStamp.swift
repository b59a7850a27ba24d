internal import Diagnostics
internal import OfficePackage
internal import XMLTree

/// Words across the pages of an OpenDocument text, as LibreOffice's own watermarks are made: a text along a path in each header.
struct OpenDocumentStamp {
    let words: String

    private static let part = "styles.xml"
    private static let styleName = "DauXemTruoc"
    /// Headers of all pages, of the first one, and of those on the left.
    private static let headers = ["header", "header-first", "header-left"]

    func put(on parts: inout EditedParts) throws(Failure) {
        _ = try parts.requiredTree(of: Self.part)
        parts.change(Self.part) { root in
            root.changeStyleChild("automatic-styles", before: "master-styles") { styles in
                styles.children.append(.element(Element.written(style)))
            }
            root.changeStyleChild("master-styles", before: nil) { masters in
                for index in masters.children.indices {
                    guard case .element(var master) = masters.children[index],
                        master.is("master-page", in: OpenDocumentNames.style)
                    else { continue }
                    stamp(&master)
                    masters.children[index] = .element(master)
                }
            }
        }
    }

    private func stamp(_ master: inout Element) {
        if master.child("header", in: OpenDocumentNames.style) == nil {
            let header = Element(
                QualifiedName(namespace: OpenDocumentNames.style, prefix: master.name.prefix, local: "header")
            )
            master.children.insert(.element(header), at: 0)
        }
        for index in master.children.indices {
            guard case .element(var header) = master.children[index],
                Self.headers.contains(where: { header.is($0, in: OpenDocumentNames.style) })
            else { continue }
            let place = header.children.firstIndex { node in
                if case .element(let element) = node { element.isText("p") } else { false }
            }
            var paragraph = Element.written("<text:p xmlns:text=\"\(OpenDocumentNames.text)\"/>")
            if let place, case .element(let own) = header.children[place] { paragraph = own }
            paragraph.children.append(.element(Element.written(shape)))
            if let place {
                header.children[place] = .element(paragraph)
            } else {
                header.children.insert(.element(paragraph), at: 0)
            }
            master.children[index] = .element(header)
        }
    }

    private var style: String {
        """
        <style:style xmlns:style="\(OpenDocumentNames.style)" xmlns:draw="\(OpenDocumentNames.draw)" xmlns:fo="\(OpenDocumentNames.fo)" \
        style:name="\(Self.styleName)" style:family="graphic"><style:graphic-properties draw:stroke="none" draw:fill="solid" \
        draw:fill-color="#c0c0c0" draw:opacity="50%" draw:auto-grow-height="false" draw:auto-grow-width="false" fo:min-height="25.4mm" \
        fo:min-width="176.4mm" style:run-through="background" style:wrap="run-through" style:number-wrapped-paragraphs="no-limit" \
        style:vertical-pos="middle" style:vertical-rel="page" style:horizontal-pos="center" style:horizontal-rel="page" \
        style:flow-with-text="false"/></style:style>
        """
    }

    private var shape: String {
        """
        <draw:custom-shape xmlns:draw="\(OpenDocumentNames.draw)" xmlns:svg="\(OpenDocumentNames.svg)" xmlns:text="\(OpenDocumentNames.text)" \
        text:anchor-type="char" draw:z-index="0" draw:name="PowerPlusWaterMarkObject1" draw:style-name="\(Self.styleName)" svg:width="176.4mm" \
        svg:height="25.4mm" draw:transform="rotate (0.785398163397448) translate (34mm 202mm)"><text:p>\(words)</text:p>\
        <draw:enhanced-geometry draw:text-path="true" draw:text-path-mode="shape" draw:text-path-scale="path" \
        draw:text-path-same-letter-heights="false" svg:viewBox="0 0 21600 21600" draw:text-areas="0 0 21600 21600" \
        draw:type="fontwork-plain-text" draw:modifiers="10800" draw:enhanced-path="M ?f3 0 L ?f5 0 N M ?f6 21600 L ?f7 21600 N">\
        <draw:equation draw:name="f0" draw:formula="$0 -10800"/><draw:equation draw:name="f1" draw:formula="?f0 *2"/>\
        <draw:equation draw:name="f2" draw:formula="abs(?f1 )"/><draw:equation draw:name="f3" draw:formula="if(?f1 ,0,?f2 )"/>\
        <draw:equation draw:name="f4" draw:formula="21600-?f2 "/><draw:equation draw:name="f5" draw:formula="if(?f1 ,?f4 ,21600)"/>\
        <draw:equation draw:name="f6" draw:formula="if(?f1 ,?f2 ,0)"/><draw:equation draw:name="f7" draw:formula="if(?f1 ,21600,?f4 )"/>\
        </draw:enhanced-geometry></draw:custom-shape>
        """
    }
}

extension Element {
    /// Changes a part of the file of styles, which is put in front of another, or last, where it is missing.
    fileprivate mutating func changeStyleChild(
        _ local: String, before other: String?, _ change: (inout Element) -> Void
    ) {
        let isThere = children.contains { $0.isElement(local) }
        if !isThere {
            let new = Element(
                QualifiedName(namespace: OpenDocumentNames.office, prefix: name.prefix, local: local))
            let place = other.flatMap { other in children.firstIndex { $0.isElement(other) } }
            children.insert(.element(new), at: place ?? children.endIndex)
        }
        guard let place = children.firstIndex(where: { $0.isElement(local) }),
            case .element(var child) = children[place]
        else { return }
        change(&child)
        children[place] = .element(child)
    }
}
