internal import VietnameseText

// What stands on one line, or between brackets.
extension PlainYAML {
    /// A scalar, or a collection between brackets.
    mutating func value() throws(Other) -> SourceNode {
        switch byte {
        case UInt8(ascii: "["): try flowItems()
        case UInt8(ascii: "{"): try flowFields()
        default: try scalar(inFlow: false)
        }
    }

    /// A key as it is called: a text, or a number as it was written.
    ///
    /// `start` is where its first byte stands; libyaml takes keys of at most 1024 characters.
    func name(_ key: SourceNode, from start: Int) throws(Other) -> String {
        guard place - start <= 1000 else { throw Other() }
        switch key.content {
        case .text(let text): return text
        case .number(let text): return text
        case .null, .boolean, .sequence, .mapping: throw Other()
        }
    }

    private mutating func scalar(inFlow: Bool) throws(Other) -> SourceNode {
        let start = position(at: place)
        let first = place
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            let range = try quoted()
            return SourceNode(.quoted(yaml: String(decoding: bytes[range], as: UTF8.self)), at: start)
        case let byte?:
            guard !Self.isMark(byte), byte != UInt8(ascii: "-") || !isGap(at: first + 1) else {
                throw Other()
            }
            let range = try plain(inFlow: inFlow)
            return SourceNode(.plain(yaml: String(decoding: bytes[range], as: UTF8.self)), at: start)
        case nil: throw Other()
        }
    }

    /// Whether no scalar without quotes begins with a byte.
    private static func isMark(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "*"),
            UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "%"), UInt8(ascii: "@"),
            UInt8(ascii: "`"), UInt8(ascii: "\n"):
            true
        default: isFlowMark(byte)
        }
    }

    /// Whether a byte means something between brackets.
    private static func isFlowMark(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: "?"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
            UInt8(ascii: "}"):
            true
        default: false
        }
    }

    /// What stands between two quotes of one line, without a quote or an escape of its own.
    private mutating func quoted() throws(Other) -> Range<Int> {
        let quote = bytes[place]
        let start = place + 1
        place = start
        while let byte, byte != quote {
            guard byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\\") || quote == UInt8(ascii: "'") else {
                throw Other()
            }
            place += 1
        }
        let end = place
        place += 1
        // Two single quotes are one within.
        guard end < bytes.count, byte != quote else { throw Other() }
        return start..<end
    }

    /// A scalar without quotes, up to what ends it.
    private mutating func plain(inFlow: Bool) throws(Other) -> Range<Int> {
        let start = place
        var end = place
        scan: while place < bytes.count {
            let byte = bytes[place]
            switch byte {
            case UInt8(ascii: "\n"): break scan
            case UInt8(ascii: " "): break
            case UInt8(ascii: "#") where bytes[place - 1] == UInt8(ascii: " "): break scan
            case UInt8(ascii: ":"):
                if isGap(at: place + 1) { break scan }
                if inFlow, Self.isFlowMark(bytes[place + 1]) { throw Other() }
                end = place + 1
            case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"):
                if inFlow { break scan }
                end = place + 1
            case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "?"):
                if inFlow { throw Other() }
                end = place + 1
            default: end = place + 1
            }
            place += 1
        }
        return start..<end
    }

    private mutating func flowItems() throws(Other) -> SourceNode {
        try enterLevel()
        defer { leaveLevel() }
        let start = position(at: place)
        place += 1
        var items: [SourceNode] = []
        while true {
            try skipFlowGap()
            if byte == UInt8(ascii: "]") { break }
            items.append(try flowValue())
            try skipFlowGap()
            if byte == UInt8(ascii: "]") { break }
            guard byte == UInt8(ascii: ",") else { throw Other() }
            place += 1
        }
        place += 1
        return SourceNode(.sequence(items), at: start)
    }

    private mutating func flowFields() throws(Other) -> SourceNode {
        try enterLevel()
        defer { leaveLevel() }
        let start = position(at: place)
        place += 1
        var entries = UniqueEntries()
        while true {
            try skipFlowGap()
            if byte == UInt8(ascii: "}") { break }
            let first = place
            let key = try scalar(inFlow: true)
            skipBlanks()
            guard byte == UInt8(ascii: ":"), isGap(at: place + 1) else { throw Other() }
            let name = try self.name(key, from: first)
            place += 1
            try skipFlowGap()
            try entries.append(SourceNode.Entry(key: name, keyPosition: key.position, value: try flowValue()))
            try skipFlowGap()
            if byte == UInt8(ascii: "}") { break }
            guard byte == UInt8(ascii: ",") else { throw Other() }
            place += 1
        }
        place += 1
        return SourceNode(.mapping(entries.all), at: start)
    }

    private mutating func flowValue() throws(Other) -> SourceNode {
        switch byte {
        case UInt8(ascii: "["): try flowItems()
        case UInt8(ascii: "{"): try flowFields()
        case UInt8(ascii: "-"): try negative()
        default: try scalar(inFlow: true)
        }
    }

    /// A scalar that begins with a dash.
    private mutating func negative() throws(Other) -> SourceNode {
        guard place + 1 < bytes.count, !Self.isFlowMark(bytes[place + 1]) else { throw Other() }
        return try scalar(inFlow: true)
    }

    /// Blanks, remarks and ends of lines between brackets.
    private mutating func skipFlowGap() throws(Other) {
        skipBlanks()
        while isAtLineEnd {
            guard place < bytes.count else { throw Other() }
            try endLine()
        }
    }
}

extension SourceNode.Content {
    /// A scalar in quotes.
    static func quoted(yaml text: String) -> SourceNode.Content { .text(Normalization.nfc(text)) }

    /// A scalar without quotes, by the core schema of YAML 1.2 as far as null, booleans and decimal numbers.
    static func plain(yaml text: String) -> SourceNode.Content {
        switch text.utf8.first {
        case nil, UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "t"),
            UInt8(ascii: "T"), UInt8(ascii: "f"), UInt8(ascii: "F"):
            // Comparing letters takes long; the longest of these words is `false`.
            guard text.utf8.count <= 5 else { return .text(Normalization.nfc(text)) }
            switch text {
            case "", "~", "null", "Null", "NULL": return .null
            case "true", "True", "TRUE": return .boolean(true)
            case "false", "False", "FALSE": return .boolean(false)
            default: return .text(Normalization.nfc(text))
            }
        case .some(UInt8(ascii: "0")...UInt8(ascii: "9")), UInt8(ascii: "+"), UInt8(ascii: "-"),
            UInt8(ascii: "."):
            guard NumberText.isNumber(text[...].utf8) else { return .text(Normalization.nfc(text)) }
            // A code of 40 digits is no quantity, and nothing is lost by reading it as text.
            return NumberText.decimal(text.utf8.span) == nil ? .text(text) : .number(text)
        default: return .text(Normalization.nfc(text))
        }
    }
}
