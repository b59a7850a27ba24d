/// A block of rich text.
indirect enum RichBlock: Hashable, Sendable {
    case paragraph([RichInline])
    /// `level` is 1 to 6.
    case heading(level: Int, [RichInline])
    /// Each item is a list of blocks; `start` is nil in a list without numbers.
    case list(start: Int?, items: [[RichBlock]])
    case table(RichTable)
    case quote([RichBlock])
    case code(String)
    case thematicBreak
}

/// A table of rich text; all rows have as many cells as there are columns.
struct RichTable: Hashable, Sendable {
    let columns: [Alignment]
    let header: [[RichInline]]
    let rows: [[[RichInline]]]

    enum Alignment: Hashable, Sendable {
        case unset
        case left
        case center
        case right
    }
}

/// A piece of a line of rich text.
indirect enum RichInline: Hashable, Sendable {
    case text(String)
    case emphasis([RichInline])
    case strong([RichInline])
    case strike([RichInline])
    case code(String)
    case link(String, [RichInline])
    case lineBreak
}

/// How a run of rich text looks, and where it leads.
struct RichStyle: Hashable, Sendable {
    var isStrong = false
    var isEmphasised = false
    var isStruck = false
    var isCode = false
    var link: String?
}

/// One run of rich text: characters of one look, or a line break.
struct RichRun: Hashable, Sendable {
    /// Nil is a line break.
    let text: String?
    let style: RichStyle
}

extension [RichInline] {
    /// The line as runs, each with everything that applies to it.
    func runs(_ style: RichStyle = RichStyle()) -> [RichRun] {
        flatMap { inline -> [RichRun] in
            var inner = style
            switch inline {
            case .text(let words): return [RichRun(text: words, style: style)]
            case .lineBreak: return [RichRun(text: nil, style: style)]
            case .code(let words):
                inner.isCode = true
                return [RichRun(text: words, style: inner)]
            case .emphasis(let inlines):
                inner.isEmphasised = true
                return inlines.runs(inner)
            case .strong(let inlines):
                inner.isStrong = true
                return inlines.runs(inner)
            case .strike(let inlines):
                inner.isStruck = true
                return inlines.runs(inner)
            case .link(let target, let inlines):
                inner.link = RichLink.target(target)
                return inlines.runs(inner)
            }
        }
    }
}

/// What a link may lead to.
enum RichLink {
    private static let schemes = ["http:", "https:", "mailto:", "tel:", "ftp:"]

    /// The address with everything escaped that a URI may not hold; nil for one that a document should not lead to.
    static func target(_ address: String) -> String? {
        guard schemes.contains(where: { address.lowercased().hasPrefix($0) }) else { return nil }
        let allowed = Set("-._~:/?#[]@!$&'()*+,;=%".utf8)
        var target = ""
        for byte in address.utf8 {
            let isPlain =
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || allowed.contains(byte)
            if isPlain {
                target.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                target += digits.count < 2 ? "%0\(digits)" : "%\(digits)"
            }
        }
        return target
    }
}
