extension [RichInline] {
    /// The line without blanks that a browser does not show, nor breaks at its ends.
    var tidied: [RichInline] {
        var isAfterBlank = true
        var line = tidied(&isAfterBlank)
        while let last = line.last {
            switch last {
            case .lineBreak: line.removeLast()
            case .text(let words):
                line.removeLast()
                let kept = words.hasSuffix(" ") ? String(words.dropLast()) : words
                if kept.isEmpty { continue }
                line.append(.text(kept))
                return line.withoutFirstBreaks
            default: return line.withoutFirstBreaks
            }
        }
        return line
    }

    /// The line with one break where the ends of blocks meet.
    var withoutDoubleBreaks: [RichInline] {
        enumerated().filter { $0 == 0 || $1 != .lineBreak || self[$0 - 1] != .lineBreak }.map(\.element)
    }

    private var withoutFirstBreaks: [RichInline] { Array(drop { $0 == .lineBreak }) }

    private func tidied(_ isAfterBlank: inout Bool) -> [RichInline] {
        var line: [RichInline] = []
        for inline in self {
            switch inline {
            case .text(let words):
                let kept = isAfterBlank && words.hasPrefix(" ") ? String(words.dropFirst()) : words
                guard !kept.isEmpty else { continue }
                isAfterBlank = kept.hasSuffix(" ")
                line.append(.text(kept))
            case .lineBreak:
                isAfterBlank = true
                line.append(.lineBreak)
            case .code:
                isAfterBlank = false
                line.append(inline)
            case .strong(let inside): line.append(.strong(inside.tidied(&isAfterBlank)))
            case .emphasis(let inside): line.append(.emphasis(inside.tidied(&isAfterBlank)))
            case .light(let inside): line.append(.light(inside.tidied(&isAfterBlank)))
            case .upright(let inside): line.append(.upright(inside.tidied(&isAfterBlank)))
            case .strike(let inside): line.append(.strike(inside.tidied(&isAfterBlank)))
            case .underlined(let inside): line.append(.underlined(inside.tidied(&isAfterBlank)))
            case .raised(let inside, let height): line.append(.raised(inside.tidied(&isAfterBlank), height))
            case .link(let address, let inside): line.append(.link(address, inside.tidied(&isAfterBlank)))
            }
        }
        return line
    }
}
