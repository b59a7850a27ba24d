internal import OfficeDocument
internal import Recognition
internal import Regulations
internal import VietnameseText

/// What sets a line right.
extension TextLine {
    /// Another wording for the whole line, without its automatic number; only the letters that change are touched.
    func rewording(_ change: (String) -> String) -> [DocumentEdit] {
        guard let typed, !typed.places.isEmpty else { return [] }
        let old = Array(text.unicodeScalars.dropFirst(typed.labelLength))
        let new = Array(change(String(of: old)).unicodeScalars)
        guard old.count == new.count else { return [] }
        let everything = paragraph.typedScalars
        var edits: [DocumentEdit] = []
        var index = 0
        while index < old.count {
            guard old[index] != new[index], typedRange(at: index) != nil else {
                index += 1
                continue
            }
            var end = index
            while end < old.count, old[end] != new[end], typedRange(at: end) != nil,
                typed.places[end] == typed.places[index] + end - index
            { end += 1 }
            let range = typed.places[index]..<typed.places[index] + end - index
            let words = String(of: new[index..<end])
            edits.append(.text(paragraph.span(range, of: everything), words))
            index = end
        }
        return edits
    }

    /// The place of one scalar behind the automatic number.
    private func typedRange(at index: Int) -> Range<Int>? {
        let place = index + (typed?.labelLength ?? 0)
        return typedRange(place..<place + 1)
    }

    /// Sets the looks of the pieces that ask for it; what a font of symbols shows keeps its font.
    func edits(_ change: (EffectiveCharacters) -> CharacterChange?) -> [DocumentEdit] {
        guard let typed else { return [] }
        let everything = paragraph.typedScalars
        return zip(pieces, typed.pieces).compactMap { piece, range in
            guard var wanted = change(piece.look) else { return nil }
            if piece.look.showsSymbols { (wanted.font, wanted.accentedFont) = (nil, nil) }
            guard wanted != CharacterChange() else { return nil }
            return .characters(paragraph.span(range, of: everything), wanted)
        }
    }

    /// Takes the blanks away that the line begins with.
    var leadingBlanksRemoved: [DocumentEdit] {
        guard let typed, typed.labelLength == 0 else { return [] }
        let count = text.unicodeScalars.prefix { $0 == " " || $0 == "\t" || $0 == "\u{A0}" }.count
        guard count > 0, let range = typedRange(0..<count) else { return [] }
        return [.text(paragraph.span(range), "")]
    }
}
