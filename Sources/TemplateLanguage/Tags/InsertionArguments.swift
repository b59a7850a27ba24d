internal import VietnameseText

extension Tag {
    /// Takes the pairs `name=value` off the end of what an insertion says.
    ///
    /// They begin at the first blank, outside of quotes, that a name and a single `=` follow.
    static func arguments(of source: String) -> (String, [InsertionArgument]) {
        let characters = Array(source)
        var quote: Character?
        for (place, character) in characters.enumerated() {
            if let closing = quote {
                if closing == character { quote = nil }
            } else if let closing = closingQuotes[character] {
                quote = closing
            } else if character.isWhitespace, let first = argument(in: characters, from: place + 1) {
                var arguments = [first.argument]
                var position = first.end
                while let next = argument(in: characters, from: position) {
                    arguments.append(next.argument)
                    position = next.end
                }
                let rest = String(characters[position...]).trimmingWhitespace
                let expression = String(characters[..<place])
                return (rest.isEmpty ? expression : source, rest.isEmpty ? arguments : [])
            }
        }
        return (source, [])
    }

    private static let closingQuotes: [Character: Character] = [
        "\"": "\"", "“": "”", "”": "”", "„": "”", "'": "'", "‘": "’", "«": "»",
    ]

    /// One pair, with the position behind it.
    private static func argument(in characters: [Character], from start: Int) -> (
        argument: InsertionArgument, end: Int
    )? {
        var position = start
        func skipBlanks() {
            while position < characters.count, characters[position].isWhitespace { position += 1 }
        }
        skipBlanks()
        let nameStart = position
        while position < characters.count,
            characters[position].isLetter || characters[position].isNumber || characters[position] == "_"
        { position += 1 }
        let name = String(characters[nameStart..<position])
        skipBlanks()
        guard !name.isEmpty, position < characters.count, characters[position] == "=",
            position + 1 < characters.count, characters[position + 1] != "="
        else { return nil }
        position += 1
        skipBlanks()
        guard position < characters.count else { return nil }
        let value: String
        let isComputed = characters[position] == "("
        if let closing = closingQuotes[characters[position]] {
            guard let end = characters[(position + 1)...].firstIndex(of: closing) else { return nil }
            value = String(characters[(position + 1)..<end])
            position = end + 1
        } else if isComputed, let end = closingBracket(in: characters, from: position) {
            value = String(characters[position...end])
            position = end + 1
        } else {
            let end = characters[position...].firstIndex { $0.isWhitespace } ?? characters.count
            value = String(characters[position..<end])
            position = end
        }
        let argument = InsertionArgument(
            name: Normalization.nfc(name), value: value, isComputed: isComputed && value.hasSuffix(")"))
        return (argument, position)
    }

    /// Where the bracket is closed that opens there.
    private static func closingBracket(in characters: [Character], from start: Int) -> Int? {
        var depth = 0
        var quote: Character?
        for place in start..<characters.count {
            let character = characters[place]
            if let closing = quote {
                if closing == character { quote = nil }
            } else if let closing = closingQuotes[character] {
                quote = closing
            } else if character == "(" {
                depth += 1
            } else if character == ")" {
                depth -= 1
                if depth == 0 { return place }
            }
        }
        return nil
    }
}
