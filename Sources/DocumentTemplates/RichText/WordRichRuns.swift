internal import OfficePackage
internal import XMLTree

extension WordRichText {
    func runs(_ inlines: [RichInline], in settings: WordSettings) -> [Element] {
        var elements: [Element] = []
        for run in inlines.runs() {
            let element = element(of: run, in: settings)
            guard let link = run.style.link, !isInsideLink else {
                elements.append(element)
                continue
            }
            let id = generated.relationship(to: link, .hyperlink, in: part)
            if let last = elements.last, last.name.local == "hyperlink", last.value("id") == id {
                elements[elements.count - 1].children.append(.element(element))
            } else {
                var hyperlink = Element.plain("w:hyperlink", ["r:id": id, "w:history": "1"])
                hyperlink.children = [.element(element)]
                elements.append(hyperlink)
            }
        }
        return elements
    }

    private func element(of run: RichRun, in settings: WordSettings) -> Element {
        var look = settings
        if run.style.isStrong {
            look.set("b")
            look.set("bCs")
        }
        if run.style.isEmphasised {
            look.set("i")
            look.set("iCs")
        }
        if run.style.isStruck { look.set("strike") }
        if run.style.isUnderlined { look.set("u", ["val": "single"]) }
        switch run.style.height {
        case .line: break
        case .superscript: look.set("vertAlign", ["val": "superscript"])
        case .subscript: look.set("vertAlign", ["val": "subscript"])
        }
        if run.style.isCode {
            look.set("rFonts", ["ascii": "Courier New", "hAnsi": "Courier New", "cs": "Courier New"])
        }
        if run.style.link != nil {
            if let style = styles.hyperlink {
                look.set("rStyle", ["val": style])
            } else {
                look.set("color", ["val": "0563C1"])
                look.set("u", ["val": "single"])
            }
        }
        var text = Element.word("br")
        if let words = run.text {
            text = Element.word("t").holding(words)
            text.attributes = [.init(QualifiedName(written: "xml:space"), "preserve")]
        }
        return .word("r", [:], (look.element.map { [$0] } ?? []) + [text])
    }
}
