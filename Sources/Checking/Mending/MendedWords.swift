public import Diagnostics
internal import OfficeDocument
internal import Recognition
internal import Regulations

extension Finding {
    /// What stands there after mending, in so many words: where the rule leaves a choice, the one that was made.
    public var outcome: Wording {
        var words: [Wording] = []
        for mend in mends {
            guard let told = mend.words else { return right }
            words += told.filter { !words.contains($0) }
        }
        return words.isEmpty ? right : joined(words)
    }
}

extension DocumentEdit {
    /// The properties it sets; nil for an edit of letters or of the document's parts, which the rule's own words say.
    fileprivate var words: [Wording]? {
        switch self {
        case .page(_, let change): change.words
        case .paragraph(_, let change): change.words
        case .characters(_, let change): change.words
        case .showPageNumber, .hidePageNumberOnFirstPage, .removePageNumber, .restartPageNumbers, .text,
            .composeLetters, .removeParagraph, .insertParagraph, .keepRowWhole, .scaleLine:
            nil
        }
    }
}

extension CharacterChange {
    /// Nil where it sets what has no choice in it.
    fileprivate var words: [Wording]? {
        guard underline == nil, colour == nil, letterCase == nil else { return nil }
        var words: [Wording] = []
        if let font { words.append(Wording("phông \(font)", en: "font \(font)")) }
        if let size { words.append(measure(size, "pt")) }
        switch weight {
        case .bold?: words.append(Wording("đậm", en: "bold"))
        case .regular?: words.append(Wording("không đậm", en: "not bold"))
        case nil: break
        }
        switch slant {
        case .italic?: words.append(Wording("chữ nghiêng", en: "italic"))
        case .upright?: words.append(Wording("chữ đứng", en: "upright"))
        case nil: break
        }
        return words
    }
}

extension ParagraphChange {
    fileprivate var words: [Wording]? {
        guard keepsWithNext == nil, ignoresSpacingBetweenLikes == nil, leftIndent == nil else { return nil }
        var words: [Wording] = []
        if let alignment { words.append(alignment.name) }
        if let firstLineIndent { words.append(measure(firstLineIndent.millimetres, "mm")) }
        if let spaceBefore { words.append(measure(spaceBefore.points, "pt")) }
        if let spaceAfter { words.append(measure(spaceAfter.points, "pt")) }
        switch lineSpacing {
        case .lines(let count)?:
            let number = measure(count, "")
            words.append(Wording("\(number.vietnamese)dòng", en: "\(number.english)lines"))
        case .exactly(let length)?, .atLeast(let length)?: words.append(measure(length.points, "pt"))
        case nil: break
        }
        return words
    }
}

extension PageChange {
    fileprivate var words: [Wording]? {
        guard width == nil, height == nil else { return nil }
        return [top, bottom, left, right].compactMap { $0.map { measure($0.millimetres, "mm") } }
    }
}
