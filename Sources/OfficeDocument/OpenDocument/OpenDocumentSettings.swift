internal import OfficePackage
internal import XMLTree

/// How Writer is to lay the document out.
///
/// One choice is made here: a row that is to stay with the next one does, as in Word. The others are Writer's own for a new document:
/// where a document says anything, Writer takes what it does not say from the oldest of its versions.
enum OpenDocumentSettings {
    static let root: Element = {
        let o = OpenDocumentNames.vocabulary
        func item(_ name: Substring, _ type: String, _ value: String) -> Element {
            o(
                "config:config-item", [.init("config:name", String(name)), .init("config:type", type)],
                text: value)
        }
        let items =
            on.map { item($0, "boolean", "true") } + off.map { item($0, "boolean", "false") } + [
                item("PrinterIndependentLayout", "string", "high-resolution")
            ]
        let set = o("config:config-item-set", [.init("config:name", "ooo:configuration-settings")], items)
        return o.root(
            o(
                "office:document-settings", [.init("office:version", OpenDocumentNames.version)],
                [o("office:settings", [], [set])]), declaring: ["office", "config", "ooo"])
    }()

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
