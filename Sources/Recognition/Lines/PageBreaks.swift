internal import OfficeDocument
internal import Regulations

/// Where pages end: only what the file itself forces, since the lines of a page are the word processor's business.
extension RecognisedDocument {
    /// Whether the file forces a new page between two lines.
    package func breaksPage(after first: Int, before next: Int) -> Bool {
        if lines[first].paragraph.endsWithPageBreak { return true }
        for index in (first + 1)..<max(first + 1, next) where lines[index].paragraph.hasPageBreak {
            return true
        }
        guard next < lines.count else { return false }
        if lines[next].paragraph.format.beginsPage || lines[next].paragraph.beginsWithPageBreak {
            return true
        }
        let (a, b) = (lines[first].spot.section, lines[next].spot.section)
        return a != b && document.sections[b].beginning != .continuous
    }
}

extension ReadParagraph {
    fileprivate var hasPageBreak: Bool {
        format.beginsPage || runs.contains { $0.pieces.contains(.pageBreak) }
    }

    /// The break stands behind all of its text.
    fileprivate var endsWithPageBreak: Bool {
        let pieces = runs.flatMap(\.pieces)
        guard let mark = pieces.lastIndex(of: .pageBreak) else { return false }
        return !pieces[mark...].contains { $0.hasLetters } && pieces[..<mark].contains { $0.hasLetters }
    }

    /// The break stands before all of its text.
    fileprivate var beginsWithPageBreak: Bool {
        let pieces = runs.flatMap(\.pieces)
        guard let mark = pieces.firstIndex(of: .pageBreak) else { return false }
        return !pieces[..<mark].contains { $0.hasLetters }
    }
}

extension ReadRun.Piece {
    fileprivate var hasLetters: Bool {
        if case .text(let text) = self { return text.contains { !$0.isWhitespace } }
        return false
    }
}
