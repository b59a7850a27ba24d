internal import VietnameseText

extension FormatProfile {
    /// What lends its place to values until they are read.
    static let blank = FormatProfile(
        key: ProfileKey(rawValue: ""), regulation: "", validity: Validity(from: .distantPast), font: "",
        page: PageFormat(width: 210, height: 297, top: 0...0, bottom: 0...0, left: 0...0, right: 0...0),
        pageNumber: PageNumberFormat(fromTop: nil, restartsInAppendices: false),
        body: BodyFormat(firstLineIndents: [], leastGap: 0, lineSpacing: .lines(1...1)), components: [],
        numbering: NumberingGrammar(withArticles: [], withoutArticles: []),
        number: NumberGrammar(
            label: "", colon: .absent, afterNumber: "/", betweenGroups: "-", letterType: nil, series: .year,
            copyTypes: []), date: DateGrammar(padsDaysBelow: 0, padsMonthsBelow: 0),
        signature: SignatureGrammar(
            onBehalf: "", forHead: "", byOrder: "", byAuthorisation: nil, acting: "", singleHeads: []),
        recipients: RecipientsGrammar(label: "", betweenItems: ";", lastEnd: ".", fileLine: "", asAbove: ""),
        legalBasis: LegalBasisGrammar(dash: .absent, betweenItems: ";", lastEnd: "."), documentTypes: [],
        endMark: "", usualSizes: .large)
}

extension ComponentFormat {
    static func blank(_ component: Component) -> ComponentFormat {
        ComponentFormat(
            component: component, wording: .free, points: 14...14, largeSet: 14, smallSet: 14,
            weight: .regular, slant: .upright, underline: .absent, letterCase: .sentence, alignment: .any,
            position: .text, line: nil, leastSpaceBefore: nil)
    }
}

extension CalendarDate {
    /// A day that stands for one still to be read.
    static let distantPast: CalendarDate = {
        guard let day = CalendarDate(year: 1, month: 1, day: 1) else {
            preconditionFailure("every year has a first day")
        }
        return day
    }()
}
