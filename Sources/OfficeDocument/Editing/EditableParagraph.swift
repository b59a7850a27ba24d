internal import VietnameseText

extension ReadParagraph {
    /// Whether there is nothing in it at all, not even a break or an anchor.
    package var isBare: Bool {
        shapes.isEmpty
            && runs.allSatisfy { run in
                run.pieces.allSatisfy { piece in
                    switch piece {
                    case .text(let words): words.allSatisfy(\.isWhitespace)
                    case .tab: true
                    default: false
                    }
                }
            }
    }

    /// Whether it shows the number of the page and no words of its own.
    package var holdsPageNumberAlone: Bool { PageNumberWords.areAlone(text) }
}
