internal import Diagnostics
public import Values
internal import VietnameseText

/// A text between square brackets without quotes, which a comma of its own has made two items of.
struct SplitText {
    let before: String
    let after: String

    /// Nil where the two may well be two: a text ends at a comma in a sentence, in brackets or quotes still open, or in a figure.
    init?(_ first: SourceNode, _ second: SourceNode) {
        guard first.position.line == second.position.line, let before = first.line, let after = second.line,
            case .text = first.content
        else { return nil }
        // What stands in quotes takes two more columns, and was not split.
        let gap = second.position.column - first.position.column - before.unicodeScalars.count
        guard (1...2).contains(gap) else { return nil }
        guard Self.isOpen(before) || (gap == 1 && Self.isFigure(before, after)) || Self.goesOn(before, after)
        else { return nil }
        (self.before, self.after) = (before, after)
    }

    private static func isOpen(_ text: String) -> Bool {
        func exceeds(_ open: Character, _ close: Character) -> Bool {
            text.count { $0 == open } > text.count { $0 == close }
        }
        return exceeds("(", ")") || exceeds("“", "”") || exceeds("«", "»")
            || text.count { $0 == "\"" } % 2 == 1
    }

    private static func isFigure(_ before: String, _ after: String) -> Bool {
        before.last?.isNumber == true && after.first?.isNumber == true
    }

    /// A sentence has begun, and no other one begins.
    private static func goesOn(_ before: String, _ after: String) -> Bool {
        before.first?.isUppercase == true && after.first?.isLowercase == true
            && before.split(separator: " ").count >= 3
    }

    func diagnostic(at place: Location) -> Diagnostic {
        .warning(
            "data.split-text", at: place,
            "dấu phẩy sau “\(before.shortened)” tách một câu thành hai mục; mục sau là “\(after.shortened)”",
            en:
                "the comma after “\(before.shortened)” makes two items of a text; the second is “\(after.shortened)”",
            fix:
                "đặt cả câu trong ngoặc kép: \"\("\(before), \(after)".shortened)\"; nếu đúng là hai mục thì ghi mỗi mục một dòng, sau “- ”",
            en:
                "put the text in quotes: \"\("\(before), \(after)".shortened)\"; where they are two, write each on a line of its own, after “- ”"
        )
    }
}

extension DataReading {
    /// Tells where one of several texts seems to be the rest of the one before.
    @usableFromInline package mutating func noteSplitTexts(_ items: [SourceNode]) {
        for (first, second) in zip(items, items.dropFirst()) {
            guard let split = SplitText(first, second) else { continue }
            note(split.diagnostic(at: location(second.position)))
        }
    }
}
