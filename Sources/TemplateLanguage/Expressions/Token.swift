internal import VietnameseText

/// A piece of a tag's inside.
struct Token: Hashable {
    let kind: Kind
    /// UTF-8 offsets in the text between the delimiters.
    let range: Range<Int>

    enum Kind: Hashable {
        /// A name of one or more words, in NFC.
        case name(String)
        case counter(String)
        case number(String)
        /// A number with a unit written against it: `4cm`.
        case measure(number: String, unit: String)
        case text(String)
        /// An operator or a punctuation mark, in its plain spelling.
        case symbol(String)
        /// `and`, `or`, `not`, `in`, `true`, `false`, `null`.
        case keyword(String)
        case end
    }
}

/// A place inside a tag that is no expression.
struct SyntaxFault: Error, Hashable {
    let kind: Kind
    let offset: Int

    enum Kind: Hashable {
        case unexpectedCharacter(Character)
        case unclosedText
        case expectedOperand(found: String)
        case expectedSymbol(String, found: String)
        case leftOver(String)
        case unknownCounter(String)
        case unknownFilter(String)
        case argumentCount(filter: String, expected: ClosedRange<Int>, given: Int)
        case tooDeep
        case longNumber(String)
        case empty
    }
}

/// Splits the inside of a tag into tokens, the last of which is `.end`.
///
/// Quotes may be straight or typographic, minus and comparison signs as Word's autocorrection writes them.
func tokens(of source: String) throws(SyntaxFault) -> [Token] {
    var lexer = Lexer(source)
    var tokens: [Token] = []
    while true {
        let token = try lexer.next()
        tokens.append(token)
        if token.kind == .end { return tokens }
    }
}

extension Expression {
    /// Words that are no names.
    static let keywords: Set<String> = ["and", "or", "not", "in", "true", "false", "null"]

    /// By what a text may end that begins with a quotation mark: word processors turn them as they like.
    static let closingQuotes: [Character: Set<Character>] = [
        "\"": ["\"", "”", "“"], "'": ["'", "’", "‘"], "“": ["”", "“", "\""], "”": ["”", "“", "\""],
        "„": ["”", "“"], "‘": ["’", "‘", "'"], "’": ["’", "‘", "'"], "«": ["»"],
    ]
}

private struct Lexer {
    static let spelling: [Character: String] = [
        "–": "-", "—": "-", "−": "-", "≤": "<=", "≥": ">=", "≠": "!=",
    ]

    private let source: String
    private var index: String.Index

    init(_ source: String) {
        self.source = source
        index = source.startIndex
    }

    private var offset: Int { source.utf8.distance(from: source.startIndex, to: index) }
    private var current: Character? { index < source.endIndex ? source[index] : nil }

    mutating func next() throws(SyntaxFault) -> Token {
        while let character = current, character.isWhitespace { advance() }
        let start = offset
        guard let character = current else { return Token(kind: .end, range: start..<start) }
        let kind: Token.Kind
        if character.isNumber, character.isASCII {
            kind = number()
        } else if isNameStart(character) {
            kind = name()
        } else if character == "$" {
            advance()
            kind = .counter(word())
        } else if let closing = Expression.closingQuotes[character] {
            kind = try text(closedBy: closing, from: start)
        } else {
            kind = try symbol(character)
        }
        return Token(kind: kind, range: start..<offset)
    }

    private mutating func advance() { index = source.index(after: index) }

    private func isNameStart(_ character: Character) -> Bool { character.isLetter || character == "_" }
    private func isNamePart(_ character: Character) -> Bool { isNameStart(character) || character.isNumber }

    private mutating func word() -> String {
        let start = index
        while let character = current, isNamePart(character) { advance() }
        return String(source[start..<index])
    }

    /// Words with single spaces between them, up to a keyword.
    private mutating func name() -> Token.Kind {
        var words = [word()]
        if Expression.keywords.contains(words[0]) { return .keyword(words[0]) }
        // A blank may be one that does not break, as Word puts before some marks.
        while let blank = current, blank == " " || blank == "\u{00A0}" || blank == "\u{202F}" {
            let before = index
            advance()
            guard let character = current, isNamePart(character) else {
                index = before
                break
            }
            let next = word()
            guard !Expression.keywords.contains(next) else {
                index = before
                break
            }
            words.append(next)
        }
        return .name(Normalization.nfc(words.joined(separator: " ")))
    }

    private mutating func number() -> Token.Kind {
        var digits = ""
        while let character = current, character.isASCII, character.isNumber {
            digits.append(character)
            advance()
        }
        if current == "." {
            let dot = index
            advance()
            if let character = current, character.isASCII, character.isNumber {
                digits.append(".")
                while let character = current, character.isASCII, character.isNumber {
                    digits.append(character)
                    advance()
                }
            } else {
                index = dot
            }
        }
        guard let character = current, isNameStart(character) else { return .number(digits) }
        return .measure(number: digits, unit: word())
    }

    private mutating func text(closedBy closing: Set<Character>, from start: Int) throws(SyntaxFault)
        -> Token.Kind
    {
        advance()
        let first = index
        while let character = current {
            if closing.contains(character) {
                let words = String(source[first..<index])
                advance()
                return .text(words)
            }
            advance()
        }
        throw SyntaxFault(kind: .unclosedText, offset: start)
    }

    /// Whether a value follows, so that a percent sign divides and is no part of a name.
    private var isBeforeOperand: Bool {
        guard let next = source[index...].first(where: { !$0.isWhitespace }) else { return false }
        return isNamePart(next) || "($.-".contains(next) || Expression.closingQuotes[next] != nil
    }

    private mutating func symbol(_ character: Character) throws(SyntaxFault) -> Token.Kind {
        let start = offset
        advance()
        if let plain = Lexer.spelling[character] { return .symbol(plain) }
        if "=!<>".contains(character), current == "=" {
            advance()
            // `===` and `!==` of JavaScript.
            if "=!".contains(character), current == "=" { advance() }
            return .symbol("\(character)=")
        }
        if "&|".contains(character), current == character {
            advance()
            return .keyword(character == "&" ? "and" : "or")
        }
        if character == "?", current == "?" {
            advance()
            return .symbol("??")
        }
        if character == "%", isBeforeOperand { return .symbol("%") }
        guard "+-*/<>().,|?:=![]".contains(character) else {
            throw SyntaxFault(kind: .unexpectedCharacter(character), offset: start)
        }
        return .symbol(String(character))
    }
}
