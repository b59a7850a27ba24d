internal import OfficePackage
internal import XMLTree

/// How Writer is to lay the document out.
///
/// One choice is made here: a row that is to stay with the next one does, as in Word. The others are Writer's own for a new document, or those
/// by which it lays out a document of Word: where a document says anything, Writer takes what it does not say from the oldest of its versions.
struct OpenDocumentSettings {
    private let layout: LayoutRules
    private let hasEndnotes: Bool

    init(_ document: Document) {
        layout = document.layout
        hasEndnotes = document.noteNumbering[.endnote] != nil
    }

    var root: Element {
        let o = OpenDocumentNames.vocabulary
        func item(_ name: Substring, _ type: String, _ value: String) -> Element {
            o(
                "config:config-item", [.init("config:name", String(name)), .init("config:type", type)],
                text: value)
        }
        let own = self.own
        let items =
            Self.on.map { item($0, "boolean", String(own[$0] ?? true)) }
            + Self.off.map { item($0, "boolean", String(own[$0] ?? false)) } + [
                item("PrinterIndependentLayout", "string", "high-resolution")
            ]
        let set = o("config:config-item-set", [.init("config:name", "ooo:configuration-settings")], items)
        return o.root(
            o(
                "office:document-settings", [.init("office:version", OpenDocumentNames.version)],
                [o("office:settings", [], [set])]), declaring: ["office", "config", "ooo"])
    }

    /// What is otherwise than in a new document.
    private var own: [Substring: Bool] {
        var own: [Substring: Bool] = [:]
        if layout.isLikeWord { for name in Self.likeWord { own[name] = true } }
        own["AddParaTableSpacing"] = layout.addsSpaces
        own["DoNotJustifyLinesWithManualBreak"] = layout.stretchesBrokenLines.map(!)
        own["TabsRelativeToIndent"] = layout.countsTabsFromMargin.map(!)
        // Word goes on with them where the text ends.
        if hasEndnotes { own["ContinuousEndnotes"] = true }
        return own
    }

    fileprivate static let likeWord = """
        AddFrameOffsets AddVerticalFrameOffsets ConsiderTextWrapOnObjPos DoNotCaptureDrawObjsOnPage
        IgnoreTabsAndBlanksForLineCalculation InvertBorderSpacing MsWordCompMinLineHeightByFly
        MsWordCompTrailingBlanks NoNumberingShowFollowBy SurroundTextWrapSmall
        TabAtLeftIndentForParagraphsInList TabOverMargin TabOverSpacing TreatSingleColumnBreakAsPageBreak
        UnbreakableNumberings WordLikeWrapForAsCharFlys
        """.split(whereSeparator: \.isWhitespace)

    private static let on = """
        AddExternalLeading AddParaLineSpacingToTableCells AddParaSpacingToTableCells AddParaTableSpacing
        AddParaTableSpacingAtStart AlignTabStopPosition AllowPrintJobCancel ApplyUserData
        AutoFirstLineIndentDisregardLineSpace ChartAutoUpdate CollapseEmptyCellPara EmptyDbFieldHidesPara
        PropLineSpacingShrinksFirstLine TabOverflow TableRowKeep TabsRelativeToIndent UpdateFromTemplate
        """.split(whereSeparator: \.isWhitespace)

    private static let off = """
        AddFrameOffsets AddVerticalFrameOffsets ApplyParagraphMarkFormatToNumbering
        BackgroundParaOverDrawings ClipAsCharacterAnchoredWriterFlyFrames ClippedPictures
        ConsiderTextWrapOnObjPos ContinuousEndnotes DoNotCaptureDrawObjsOnPage
        DoNotJustifyLinesWithManualBreak DoNotResetParaAttrsForNumFont FloattableNomargins GutterAtTop
        HeaderSpacingBelowLastPara IgnoreFirstLineIndentInNumbering IgnoreTabsAndBlanksForLineCalculation
        InvertBorderSpacing MsWordCompMinLineHeightByFly MsWordCompTrailingBlanks NoNumberingShowFollowBy
        OutlineLevelYieldsNumbering StylesNoDefault SubtractFlysAnchoredAtFlys SurroundTextWrapSmall
        TabAtLeftIndentForParagraphsInList TabOverMargin TabOverSpacing TreatSingleColumnBreakAsPageBreak
        UnbreakableNumberings UnxForceZeroExtLeading UseFormerLineSpacing UseFormerObjectPositioning
        UseFormerTextWrapping UseOldNumbering UseOldPrinterMetrics WordLikeWrapForAsCharFlys
        """.split(whereSeparator: \.isWhitespace)
}

extension LayoutRules {
    /// What the settings of an OpenDocument text say.
    init(openDocument settings: Element?) {
        var items: [String: Bool] = [:]
        settings?.walk { element in
            guard element.is("config-item", in: OpenDocumentNames.config), let name = element.value("name")
            else { return }
            items[name] = element.text == "true"
        }
        self.init(
            addsSpaces: items["AddParaTableSpacing"],
            stretchesBrokenLines: items["DoNotJustifyLinesWithManualBreak"].map(!),
            countsTabsFromMargin: items["TabsRelativeToIndent"].map(!),
            isLikeWord: OpenDocumentSettings.likeWord.allSatisfy { items[String($0)] == true })
    }
}
