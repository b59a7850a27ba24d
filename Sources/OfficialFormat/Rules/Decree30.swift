extension FormatProfile {
    /// Nghị định 30/2020/NĐ-CP, Phụ lục I.
    public static let decree30 = FormatProfile(
        key: "ND30-2020",
        font: "Times New Roman",
        page: PageRule(width: 210, height: 297, top: 20...25, bottom: 20...25, left: 30...35, right: 15...20),
        body: BodyRule(firstLineIndents: [10, 12.7], leastGap: 6, lineSpacing: 1...1.5),
        components: [
            rule(.nationalTitle, 12...13, 13, 12, .bold, .upright, .upper, .centre),
            rule(.motto, 13...14, 14, 13, .bold, .upright, .sentence, .centre, line: 1...1),
            rule(.superiorAgency, 12...13, 13, 12, .regular, .upright, .upper, .centre),
            rule(.issuingAgency, 12...13, 13, 12, .bold, .upright, .upper, .centre, line: aThirdToAHalf),
            rule(.numberAndCode, 13...13, 13, 13, .regular, .upright, .sentence, .centre),
            rule(.placeAndDate, 13...14, 14, 13, .regular, .italic, .sentence, .centre),
            rule(.documentType, 13...14, 14, 13, .bold, .upright, .upper, .centre),
            rule(.subject, 13...14, 14, 13, .bold, .upright, .sentence, .centre, line: aThirdToAHalf),
            rule(.letterSubject, 12...13, 13, 12, .regular, .upright, .sentence, .centre),
            rule(.addressee, 13...14, 14, 13, .regular, .upright, .sentence, .any),
            rule(.legalBasis, 13...14, 14, 13, .regular, .italic, .sentence, .justified),
            rule(.body, 13...14, 14, 13, .regular, .upright, .sentence, .justified),
            rule(.part, 13...14, 14, 13, .bold, .upright, .sentence, .centre),
            rule(.partTitle, 13...14, 14, 13, .bold, .upright, .upper, .centre),
            rule(.division, 13...14, 14, 13, .bold, .upright, .sentence, .centre),
            rule(.divisionTitle, 13...14, 14, 13, .bold, .upright, .upper, .centre),
            rule(.article, 13...14, 14, 13, .bold, .upright, .sentence, .justified),
            rule(.romanHeading, 13...14, 14, 13, .bold, .upright, .upper, .any),
            rule(.titledClause, 13...14, 14, 13, .bold, .upright, .sentence, .justified),
            rule(.clause, 13...14, 14, 13, .regular, .upright, .sentence, .justified),
            rule(.point, 13...14, 14, 13, .regular, .upright, .sentence, .justified),
            rule(.authority, 13...14, 14, 13, .bold, .upright, .upper, .centre),
            rule(.position, 13...14, 14, 13, .bold, .upright, .upper, .centre),
            rule(.signerName, 13...14, 14, 13, .bold, .upright, .sentence, .centre),
            rule(.recipientsLabel, 12...12, 12, 12, .bold, .italic, .sentence, .left),
            rule(.recipient, 11...11, 11, 11, .regular, .upright, .sentence, .left),
            rule(.urgency, 13...14, 14, 13, .bold, .upright, .upper, .centre),
            rule(.circulation, 13...14, 14, 13, .bold, .upright, .upper, .centre),
            rule(.drafterCode, 11...11, 11, 11, .regular, .upright, .upper, .left),
            rule(.address, 11...12, 12, 11, .regular, .upright, .sentence, .any),
            rule(.copySignature, 10...10, 10, 10, .regular, .upright, .sentence, .right),
            rule(.appendixLabel, 14...14, 14, 14, .bold, .upright, .sentence, .centre),
            rule(.appendixTitle, 13...14, 14, 13, .bold, .upright, .upper, .centre),
            rule(.appendixReference, 13...14, 14, 13, .regular, .italic, .sentence, .centre),
            rule(.pageNumber, 13...14, 14, 13, .regular, .upright, .sentence, .centre),
        ]
    )

    private static let aThirdToAHalf = 1.0 / 3...0.5

    private static func rule(
        _ component: Component,
        _ points: ClosedRange<Double>,
        _ large: Double,
        _ small: Double,
        _ weight: ComponentRule.Weight,
        _ slant: ComponentRule.Slant,
        _ letterCase: ComponentRule.LetterCase,
        _ alignment: ComponentRule.Alignment,
        line: ClosedRange<Double>? = nil
    ) -> ComponentRule {
        ComponentRule(
            component: component,
            points: points,
            largeSet: large,
            smallSet: small,
            weight: weight,
            slant: slant,
            letterCase: letterCase,
            alignment: alignment,
            line: line.map(ComponentRule.LineRule.init)
        )
    }
}
