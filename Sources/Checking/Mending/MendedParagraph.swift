internal import OfficeDocument
internal import Recognition
internal import VietnameseText

/// What the edits of one step mean for a paragraph's letters.
struct MendedParagraph {
    /// In the order of the text.
    fileprivate(set) var texts: [(range: Range<Int>, text: String)] = []
    fileprivate(set) var isComposed = false
    fileprivate(set) var isRemoved = false
    fileprivate(set) var losesPageNumber = false
    /// How many of its lines are made longer or shorter.
    fileprivate(set) var scaledLines = 0
    fileprivate(set) var insertedBefore: [String] = []
    fileprivate(set) var insertedBehind: [String] = []

    /// Whether its letters stay as they are.
    var isPlain: Bool { texts.isEmpty && !isComposed && !losesPageNumber }

    /// By the paragraph's element.
    static func all(in edits: [DocumentEdit]) -> [ElementPlace: MendedParagraph] {
        var all: [ElementPlace: MendedParagraph] = [:]
        for edit in edits {
            switch edit {
            case .text(let span, let text):
                guard let range = span.range else { continue }
                all[span.place, default: MendedParagraph()].texts.append((range, text))
            case .composeLetters(let place): all[place, default: MendedParagraph()].isComposed = true
            case .removeParagraph(let place): all[place, default: MendedParagraph()].isRemoved = true
            case .removePageNumber(let place): all[place, default: MendedParagraph()].losesPageNumber = true
            case .scaleLine(_, of: let place, by: _, moved: _):
                all[place, default: MendedParagraph()].scaledLines += 1
            case .insertParagraph(let text, .before, of: let place, _, _):
                // Each new one goes right before the paragraph, below those that went before it.
                all[place, default: MendedParagraph()].insertedBefore.append(text)
            case .insertParagraph(let text, .after, of: let place, _, _):
                all[place, default: MendedParagraph()].insertedBehind.insert(text, at: 0)
            case .page, .showPageNumber, .hidePageNumberOnFirstPage, .restartPageNumbers, .paragraph,
                .characters, .keepRowWhole:
                continue
            }
        }
        return all.mapValues { paragraph in
            var paragraph = paragraph
            paragraph.texts.sort {
                ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
            }
            return paragraph
        }
    }

    /// Whether the edits, each of them made or left out, lead from one text to the other.
    func canTurn(_ old: String, into new: String) -> Bool {
        if old == new { return true }
        if losesPageNumber { return true }
        if isComposed {
            let composed = Normalization.nfc(new)
            return composed == Normalization.nfc(old) || composed == Normalization.nfc(changed(old))
        }
        guard !texts.isEmpty else { return false }
        let (before, after) = (Array(old.unicodeScalars), Array(new.unicodeScalars))
        // How far the new text has been matched, in each way there is; there are seldom two.
        var reached: Set<Int> = [0]
        var place = 0
        for (range, text) in texts {
            guard range.upperBound <= before.count else { return false }
            // Of two edits of the same letters one was made.
            guard range.lowerBound >= place else { continue }
            reached = reached.filter { Self.matches(before[place..<range.lowerBound], in: after, at: $0) }
            let length = range.lowerBound - place
            let replacement = text.unicodeScalars.map { $0 == DocumentEdit.lineBreak ? "\n" : $0 }
            var next: Set<Int> = []
            for start in reached {
                let here = start + length
                if Self.matches(before[range], in: after, at: here) { next.insert(here + range.count) }
                if Self.matches(replacement[...], in: after, at: here) {
                    next.insert(here + replacement.count)
                }
            }
            (reached, place) = (next, range.upperBound)
            if reached.isEmpty { return false }
        }
        let rest = before[place...]
        return reached.contains { $0 + rest.count == after.count && Self.matches(rest, in: after, at: $0) }
    }

    /// With every edit made.
    private func changed(_ old: String) -> String {
        var scalars = Array(old.unicodeScalars)
        for (range, text) in texts.reversed() where range.upperBound <= scalars.count {
            scalars.replaceSubrange(range, with: text.unicodeScalars)
        }
        return String(of: scalars)
    }

    private static func matches(_ part: ArraySlice<Unicode.Scalar>, in whole: [Unicode.Scalar], at place: Int)
        -> Bool
    { place + part.count <= whole.count && whole[place..<place + part.count] == part }
}
