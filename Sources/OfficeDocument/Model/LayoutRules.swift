/// How gaps and lines are laid out where programs have a choice; nil for what each does with a new document.
package struct LayoutRules: Hashable, Sendable {
    /// Whether the space after a paragraph and the one before the next add up; else the larger of the two counts.
    package var addsSpaces: Bool?
    /// Whether a line of a justified paragraph is stretched that ends with a line break.
    package var stretchesBrokenLines: Bool?
    /// Whether tabs are measured from the margin, and not from the paragraph's indent.
    package var countsTabsFromMargin: Bool?
    /// Whether tabs, blanks at the end of lines, numbers and pictures are laid out as Word does.
    package var isLikeWord = false

    package init(
        addsSpaces: Bool? = nil, stretchesBrokenLines: Bool? = nil, countsTabsFromMargin: Bool? = nil,
        isLikeWord: Bool = false
    ) {
        self.addsSpaces = addsSpaces
        self.stretchesBrokenLines = stretchesBrokenLines
        self.countsTabsFromMargin = countsTabsFromMargin
        self.isLikeWord = isLikeWord
    }
}
