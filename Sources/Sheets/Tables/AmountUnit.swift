package import FoundationEssentials
package import VietnameseText

/// The unit that a sheet's amounts are counted in.
package enum AmountUnit {
    /// Finds “Đơn vị tính: triệu đồng”, “ĐVT: 1.000 đồng” or a heading's “(nghìn đồng)”; nil where no unit is named.
    static func factor(namedIn text: String) -> Decimal? {
        let folded = PlainLetters.folded(text)
        for (names, factor) in units where names.contains(where: { folded.hasSuffix($0) }) { return factor }
        return nil
    }

    /// The unit in the brackets of a heading.
    package static func factor(inHeading words: String) -> Decimal? {
        guard let open = words.lastIndex(of: "("), let close = words[open...].firstIndex(of: ")") else {
            return nil
        }
        return factor(namedIn: String(words[words.index(after: open)..<close]))
    }

    /// The unit that these words are and nothing else.
    static func factor(of words: some StringProtocol) -> Decimal? {
        var folded = PlainLetters.folded(words)[...]
        if folded.hasPrefix("x1") { folded = folded.dropFirst() }
        return exact[String(folded)]
    }

    /// The unit that words are which need no label: with a currency, so that nobody is called so.
    static func factor(ofWhole words: some StringProtocol) -> Decimal? {
        let folded = PlainLetters.folded(words)
        guard folded.count > 2, currencies.contains(where: { folded.hasSuffix($0) }) else { return nil }
        return factor(of: words)
    }

    /// The amount somebody typed, in đồng; `1,5 triệu` says its own unit.
    package static func amount(_ text: String, times factor: Decimal) throws(NumberFault) -> (
        value: Decimal, doubt: TypedNumber.Doubt?
    ) {
        let typed = try TypedNumber(parsing: text).withoutSecondReading()
        return (text.contains(where: \.isLetter) ? typed.value : typed.value * factor, typed.doubt)
    }

    private static let currencies = ["dong", "d", "vnd", "vnddong", "dongvn", "dongvietnam", "vietnamdong"]
    /// How a multiple is written before the currency, and whether it may stand alone.
    private static let multiples: [(words: [String], isAlone: Bool, factor: Decimal)] = [
        (["nghin", "ngan"], true, 1000), (["1000"], false, 1000), (["trieu"], true, 1_000_000),
        (["1000000", "tr"], false, 1_000_000), (["ty", "ti"], false, 1_000_000_000), ([""], false, 1),
    ]
    /// What a text may end in.
    private static let units: [([String], Decimal)] = multiples.map { multiple in
        let counted = multiple.words.flatMap { word in currencies.map { word + $0 } }
        return (counted + (multiple.isAlone ? multiple.words : []), multiple.factor)
    }
    private static let exact: [String: Decimal] = {
        var exact = ["tr": Decimal(1_000_000), "ty": 1_000_000_000, "ti": 1_000_000_000]
        // “ng.đồng” is known alone only: a text may end in “bằng đồng”.
        for currency in currencies { exact["ng" + currency] = 1000 }
        for (names, factor) in units { for name in names { exact[name] = factor } }
        return exact
    }()
}
