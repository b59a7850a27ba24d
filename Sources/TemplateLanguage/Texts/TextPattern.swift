package import Diagnostics
package import Values
internal import VietnameseText

/// A text of the data in which expressions stand between braces: `Tổng kinh phí năm {nam}: {tong | tien} đồng`.
///
/// `{{` and `}}` are plain braces. An expression gives a value; sections and insertions belong into templates.
package struct TextPattern: Hashable, Sendable {
    private let pieces: [Piece]

    private enum Piece: Hashable, Sendable {
        case text(String)
        case value(Expression, inside: String)
    }

    /// Throws what is wrong with the braces and with each expression.
    package init(parsing text: String, at place: Location) throws(Failure) {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }) else {
            pieces = [.text(text)]
            return
        }
        var scanner = Scanner(text, at: place)
        scanner.scan()
        if let failure = Failure(scanner.faults) { throw failure }
        pieces = scanner.pieces
    }

    /// The paths whose values it needs.
    package var paths: [[String]] {
        pieces.flatMap { piece -> [[String]] in
            if case .value(let expression, _) = piece { expression.paths } else { [] }
        }
    }

    /// The text with the values in it; throws every name that is missing and every value that cannot be printed.
    package func text(over data: Value, at place: Location) throws(Failure) -> String {
        var text = ""
        var faults: [Diagnostic] = []
        let scope = Scope(root: data)
        for piece in pieces {
            switch piece {
            case .text(let words): text += words
            case .value(let expression, let inside):
                do throws(ValueFault) {
                    let value = try expression.value(in: scope)
                    guard let words = value.plainText else { throw ValueFault(.notPrintable(value)) }
                    text += words
                } catch { faults.append(error.diagnostic(in: inside, at: place)) }
            }
        }
        if let failure = Failure(faults) { throw failure }
        return text
    }

    /// Parts a text at its braces.
    private struct Scanner {
        private var rest: Substring
        private let place: Location
        private var words = ""
        private(set) var pieces: [Piece] = []
        private(set) var faults: [Diagnostic] = []

        init(_ text: String, at place: Location) {
            rest = text[...]
            self.place = place
        }

        mutating func scan() {
            while let character = rest.popFirst() {
                switch character {
                case "{" where rest.first == "{", "}" where rest.first == "}":
                    rest.removeFirst()
                    words.append(character)
                case "{": expression()
                default: words.append(character)
                }
            }
            flush()
        }

        private mutating func flush() {
            if !words.isEmpty { pieces.append(.text(words)) }
            words = ""
        }

        private mutating func expression() {
            guard let end = end else {
                faults.append(.unclosedBrace(String(rest.prefix(30)), at: place))
                rest = ""
                return
            }
            let inside = String(rest[..<end])
            rest = rest[rest.index(after: end)...]
            do throws(Failure) {
                guard case .value(let expression) = try Tag(parsing: inside, at: place) else {
                    throw Failure(.notAValue(inside, at: place))
                }
                flush()
                pieces.append(.value(expression, inside: inside))
            } catch { faults += error.diagnostics }
        }

        /// Where the brace is closed; those in quotes are text.
        private var end: Substring.Index? {
            var closing: Set<Character>?
            for index in rest.indices {
                let character = rest[index]
                if let quotes = closing {
                    if quotes.contains(character) { closing = nil }
                } else if let quotes = Expression.closingQuotes[character] {
                    closing = quotes
                } else if character == "}" {
                    return index
                }
            }
            return nil
        }
    }
}

extension Diagnostic {
    fileprivate static func unclosedBrace(_ text: String, at place: Location) -> Diagnostic {
        .error(
            "data.unclosed-brace", at: place, "dấu “{” trước “\(text)” không có dấu “}” đóng lại",
            en: "the brace before “\(text)” is not closed",
            fix: "thêm “}” sau tên; muốn in dấu ngoặc thì viết “{{”",
            en: "add “}” behind the name; write “{{” for a plain brace")
    }

    fileprivate static func notAValue(_ inside: String, at place: Location) -> Diagnostic {
        .error(
            "data.no-value-in-braces", at: place, "“{\(inside)}” không phải một giá trị",
            en: "“{\(inside)}” is no value",
            fix: "trong câu chữ chỉ ghi tên hoặc phép tính, như {nam} hay {du_toan.tong_cong | tien}",
            en: "write a name or an expression in a text, such as {nam} or {du_toan.tong_cong | tien}")
    }
}
