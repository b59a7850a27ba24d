internal import OfficePackage
internal import XMLTree

/// The part that says how Word is to lay a document out.
struct WordSettings {
    private let document: Document
    private let w = WordNames.vocabulary

    init(_ document: Document) { self.document = document }

    /// With what it says of the kinds of notes that there are.
    func root(_ notes: [NoteKind]) -> Element {
        let front = [
            w("w:zoom", [.init("w:percent", "100")]), WordFormatting.value("w:defaultTabStop", "720"),
            WordFormatting.value("w:characterSpacingControl", "doNotCompress"),
        ]
        let back = [
            w("w:compat", [], document.layout.word + compatibility),
            WordFormatting.value("w:themeFontLang", document.properties.language),
            WordFormatting.value("w:decimalSymbol", ","), WordFormatting.value("w:listSeparator", ";"),
        ]
        let ofNotes = notes.map { $0.settings(document.noteNumbering[$0]) }
        return w.root(w("w:settings", [], front + ofNotes + back), declaring: ["w"])
    }

    private var compatibility: [Element] {
        [
            ("compatibilityMode", "15"), ("overrideTableStyleFontSizeAndJustification", "1"),
            ("enableOpenTypeFeatures", "1"), ("doNotFlipMirrorIndents", "1"),
            ("differentiateMultirowTableHeaders", "1"),
        ].map { name, value in
            w(
                "w:compatSetting",
                [
                    .init("w:name", name), .init("w:uri", "http://schemas.microsoft.com/office/word"),
                    .init("w:val", value),
                ])
        }
    }
}

extension LayoutRules {
    /// What the settings of a Word document say.
    init(word settings: Element?) {
        let compatibility = settings?.word("compat")
        func isOn(_ name: String) -> Bool { compatibility?.word(name)?.isOn ?? false }
        self.init(
            addsSpaces: isOn("doNotUseHTMLParagraphAutoSpacing"),
            stretchesBrokenLines: !isOn("doNotExpandShiftReturn"), countsTabsFromMargin: true,
            isLikeWord: true)
    }

    fileprivate var word: [Element] {
        let w = WordNames.vocabulary
        return (stretchesBrokenLines == false ? [w("w:doNotExpandShiftReturn")] : [])
            + (addsSpaces == true ? [w("w:doNotUseHTMLParagraphAutoSpacing")] : [])
    }
}
