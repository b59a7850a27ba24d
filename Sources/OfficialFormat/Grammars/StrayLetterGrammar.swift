internal import VietnameseText

/// Characters that are not what they look like, look like nothing, or stand where a letter was lost; letters taken apart.
public enum StrayLetters {
    /// All of them, by place.
    public static func findings(in text: String) -> [Finding] {
        findings(Letters(text)).sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    static func findings(_ letters: Letters) -> [Finding] {
        var found = JunkCharacter.all(in: letters.text).map { junk in
            let end = junk.offset + UTF8.width(junk.scalar)
            return Finding(
                junk.kind == .replacement ? .lostLetter : .junkCharacter, at: junk.offset..<end,
                found: String(junk.scalar), right: junk.remedyName, correction: junk.remedy)
        }
        if !Normalization.isNFC(letters.text), found.isEmpty {
            found.append(
                letters.finding(
                    .decomposedLetters, at: 0..<letters.count, correction: Normalization.nfc(letters.text)))
        }
        for place in letters.scalars.indices where letters.scalars[place] == "?" {
            guard isLost(place, in: letters) else { continue }
            found.append(
                letters.finding(
                    .lostLetter, at: place..<place + 1, right: "gõ lại chữ đã mất",
                    en: "type the lost letter again"))
        }
        return found
    }

    /// Whether a question mark stands for a letter that a conversion lost: `Vi?t`, but not `Vì sao?là` nor in an address.
    static func isLost(_ place: Int, in letters: Letters) -> Bool {
        guard let before = letters[place - 1], before.isLetter, let after = letters[place + 1],
            after.isLetter, before.isUpper || after.isLower
        else { return false }
        var start = place
        while start > 0, !letters.scalars[start - 1].isBlank { start -= 1 }
        var end = place
        while end < letters.count, !letters.scalars[end].isBlank { end += 1 }
        let token = letters[start..<end]
        guard !token.contains(where: { "/@=&{}\\<>".contains($0) }), !token.contains("www.") else {
            return false
        }
        let parts = token.split(separator: "?", omittingEmptySubsequences: false)
        return parts.contains { part in !Syllable.isPossible(String(part.filter(\.isLetter))) }
    }
}
