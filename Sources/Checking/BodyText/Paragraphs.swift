internal import Diagnostics
internal import OfficeDocument
internal import Recognition
internal import Regulations

extension Check {
    static let paragraphs = document([.paragraphBroken, .sentenceEnd]) {
        $0.checkParagraphs(&$1)
        $0.checkSmallOpenings(&$1)
    }
}

extension Rule {
    static let paragraphBroken = Rule(
        "format.paragraph-broken", "B08", .warning, .byHand, .capitals("I"),
        "Một câu không bị ngắt thành hai đoạn. Chỉ báo khi đoạn trên hết bằng chữ, không có dấu câu, và đoạn dưới bắt đầu bằng chữ thường.",
        en:
            "A sentence is not broken into two paragraphs. Told only where the upper one ends in a word without a mark and the lower one begins with a small letter.",
        right: "… để bảo đảm hoàn thành …", wrong: "… để bảo đảm (xuống dòng) hoàn thành …")

    static let sentenceEnd = Rule(
        "format.sentence-end", "B06", .note, .byHand, .custom,
        "Đoạn văn dài kết thúc bằng dấu câu; mục của một danh sách cũng vậy, khi mọi mục khác có dấu.",
        en: "A long paragraph ends with a mark; so does an item of a list whose other items all do.",
        right: "… theo quy định.", wrong: "… theo quy định", told: .once)
}

extension CheckContext {
    func checkParagraphs(_ log: inout FindingLog) {
        let indices = structure.text.filter { !lines[$0].isBlank }
        var unended: Set<Int> = []
        for (place, (upper, lower)) in zip(indices, indices.dropFirst()).enumerated() where isUnended(upper) {
            if isPlainEnd(upper), begins(lower, behind: upper) {
                log.add(
                    .paragraphBroken, .body, lines[lower],
                    found: Wording("đoạn bắt đầu giữa câu", en: "a paragraph that begins within a sentence"),
                    right: Wording("liền với đoạn trên", en: "one paragraph with the one above"))
            } else if isText(lower), lines[lower].spot.table == nil,
                isSentence(upper, before: lower) || isAmongItems(place, indices)
                    || isAmongNumbers(place, indices) || isAmongSentences(place, indices)
                    || isBeforeArticle(upper, lower)
                    || isItem(upper, beside: [lower] + (place > 0 ? [indices[place - 1]] : []))
            {
                unended.insert(upper)
            }
        }
        for index in unended.union(itemRows.compactMap { bareItem(of: $0) }).sorted() {
            log.add(
                .sentenceEnd, .body, lines[index],
                found: Wording("cuối đoạn không có dấu câu", en: "no mark at the end of the paragraph"),
                right: Wording("dấu chấm, hoặc dấu khác hợp câu", en: "a full stop, or what fits"))
        }
    }

    /// A paragraph of running text that ends in a word.
    private func isPlainEnd(_ index: Int) -> Bool {
        structure.components[index] != .article && lines[index].trimmed.unicodeScalars.last?.isLetter == true
    }

    /// A paragraph of running text without a mark at its end.
    private func isUnended(_ index: Int) -> Bool {
        let line = lines[index]
        switch structure.components[index] {
        case .body, .clause, .point, .article: break
        default: return false
        }
        guard line.spot.table == nil, !line.spot.isInShape, !line.spot.isCut, !line.hasTags, !line.isSlot,
            !line.paragraph.isHeadingLike, !line.isBold, !line.isUpper, line.isLonger(than: 40)
        else { return false }
        return line.trimmed.unicodeScalars.last.map { $0.isLetter || $0.isDigit || $0 == ")" } == true
    }

    /// Whether the sentence goes on there: with a small letter, and no sign or letter of a list.
    private func begins(_ index: Int, behind upper: Int) -> Bool {
        let line = lines[index]
        guard structure.components[index] == .body, line.spot.table == nil, !line.spot.isInShape,
            !line.hasTags, line.paragraph.label == nil, !line.paragraph.isHeadingLike,
            line.paragraph.place != lines[upper].paragraph.place
        else { return false }
        let word = line.trimmed.unicodeScalars.prefix { $0.isLetter }
        return word.count > 1 && word.allSatisfy(\.isLower)
            && line.trimmed.unicodeScalars.dropFirst(word.count).first?.isBlank == true
    }

    /// Many words, which no title has; a numbered line with text below it is a heading.
    private func isSentence(_ index: Int, before lower: Int) -> Bool {
        lines[index].isLonger(than: 150) && lines[index].trimmed.split(separator: " ").count > 30
            && (structure.components[index] == .body || structure.components[index] == .article
                || structure.components[lower] != .body)
    }

    /// A long item behind a dash, where one beside it has its mark: some lists have none at all.
    private func isItem(_ index: Int, beside others: [Int]) -> Bool {
        guard isDashed(index), isLongItem(index) else { return false }
        return others.contains { other in
            isDashed(other)
                && (lines[other].trimmed.unicodeScalars.last.map { $0 == "." || $0 == ";" } ?? false)
        }
    }

    /// An item without a mark between one with a semicolon and one of the same kind: `a) …;`, `b) …`, `c) …`.
    private func isAmongItems(_ place: Int, _ indices: [Int]) -> Bool {
        guard place > 0, place + 1 < indices.count, let sign = listSign(indices[place]),
            listSign(indices[place - 1]) == sign, listSign(indices[place + 1]) == sign
        else { return false }
        return lines[indices[place - 1]].trimmed.hasSuffix(";")
    }

    /// `2. …` right behind `1. ….`, and before `3. ….` or with more words than a heading has: nothing stands below it that it could be a heading of.
    private func isAmongNumbers(_ place: Int, _ indices: [Int]) -> Bool {
        guard place > 0, place + 1 < indices.count, let number = number(of: indices[place]),
            self.number(of: indices[place - 1]) == number - 1, isStopped(indices[place - 1])
        else { return false }
        let next = indices[place + 1]
        if self.number(of: next) == number + 1 { return isStopped(next) }
        return isLongItem(indices[place]) && structure.components[next] == .body && listSign(next) == nil
    }

    /// A paragraph of text between two that end in a full stop; so many words no title in plain letters has.
    private func isAmongSentences(_ place: Int, _ indices: [Int]) -> Bool {
        guard place > 0, place + 1 < indices.count,
            lines[indices[place]].trimmed.split(separator: " ").count >= Self.wordsOfSentence,
            listSign(indices[place]) == nil, lines[indices[place]].paragraph.format.alignment != .centre,
            lines[indices[place]].pieces.allSatisfy({ $0.look.slant != .italic })
        else { return false }
        return structure.components[indices[place]] == .body
            && [indices[place - 1], indices[place + 1]].allSatisfy { index in
                structure.components[index] == .body && isStopped(index) && lines[index].isLonger(than: 60)
            }
    }

    private static let wordsOfSentence = 12

    /// The last clause or paragraph of an article: a heading would have its text before the next one.
    private func isBeforeArticle(_ upper: Int, _ lower: Int) -> Bool {
        structure.components[upper] != .article && structure.components[lower] == .article
            && lines[upper].trimmed.split(separator: " ").count >= Self.wordsBeforeArticle
            && !lines[upper].trimmed.hasPrefix("(")
    }

    private static let wordsBeforeArticle = 10

    private func isLongItem(_ index: Int) -> Bool { lines[index].trimmed.split(separator: " ").count > 15 }

    /// The number that a clause begins with.
    private func number(of index: Int) -> Int? {
        guard lines[index].spot.table == nil else { return nil }
        let text = lines[index].trimmed
        let figures = text.prefix { $0.isASCII && $0.isNumber }
        guard (1...2).contains(figures.count), text.dropFirst(figures.count).hasPrefix(". ") else {
            return nil
        }
        return Int(figures)
    }

    private func isStopped(_ index: Int) -> Bool {
        lines[index].trimmed.hasSuffix(".") && !lines[index].isBold
    }

    private func isDashed(_ index: Int) -> Bool {
        lines[index].spot.table == nil
            && (lines[index].trimmed.hasPrefix("- ") || lines[index].trimmed.hasPrefix("+ "))
    }
}
