internal import Regulations

extension RuleGroup {
    /// Chữ trong nội dung.
    static let bodyText = RuleGroup(
        "loi_van", "Chữ trong nội dung",
        [
            .spaces, .numbering, .decimalNumbers, .citedClauses, .sentences, .nationWords, .phrases, .endMark,
            .figures, .amountWords, .tableSums, .abbreviations, .toneMarks, .doubledWords, .syllables,
            .gluedFigures, .bareHeadings, .citations, .writtenDates, .pairs, .innerMarks, .mixedCapitals,
            .closings, .decisions, .paragraphs, .weekdays, .decimalMarks, .telex, .wordCase,
            .marksBeforeBrackets, .citedActs, .citationMismatches, .mixedQuotes, .thousandsMarks, .listEnds,
            .yearSpans, .misspeltAbbreviations, .brokenLeads, .undatedCitations, .clockMarks, .clocks,
            .mixedSpellings, .tableOrder, .ownType, .dashPairs, .tableRatios,
        ])
}
