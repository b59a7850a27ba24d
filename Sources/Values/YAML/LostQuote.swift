internal import Diagnostics

/// A quotation mark whose end was forgotten: the text runs on to the next mark, many lines below, where the parser gives up.
struct LostQuote {
    private let position: Position
    /// Where it ended by chance.
    private let end: Position

    /// Nil where every text in quotes up to that line ends where its value ends.
    init?(upTo last: Int, of bytes: [UInt8]) {
        var opened: Position?
        for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).prefix(last)
            .enumerated()
        {
            var rest = line
            if opened == nil {
                guard let quote = line.valueInQuotes else { continue }
                opened = Position(line: number + 1, column: line.column(of: quote))
                rest = line[(quote + 1)...]
            }
            guard let begin = opened, let mark = rest.closingQuote else { continue }
            let after = line[(mark + 1)...].drop { $0 == 0x20 || $0 == 0x0D }
            if begin.line <= number, let next = after.first, !"#,]}:".utf8.contains(next) {
                position = begin
                end = Position(line: number + 1, column: line.column(of: mark))
                return
            }
            opened = nil
        }
        return nil
    }

    func diagnostic(file: String) -> Diagnostic {
        .error(
            "data.yaml-syntax", at: Location(position, file: file), "ngoặc kép mở ở dòng này mà không đóng",
            en: "a quote is opened on this line and never closed",
            notes: [
                Diagnostic.Note(
                    Wording("nên chữ chạy đến ngoặc kép ở đây", en: "so the text runs on to the quote here"),
                    at: Location(end, file: file))
            ], fix: "thêm dấu ngoặc kép đóng ở cuối giá trị",
            en: "add the closing quote at the end of the value")
    }
}

extension ArraySlice<UInt8> {
    /// Where a value begins that is in double quotes: after the dashes, and the key if there is one.
    fileprivate var valueInQuotes: Int? {
        var rest = drop { $0 == 0x20 }
        while rest.starts(with: "- ".utf8) { rest = rest.dropFirst(2).drop { $0 == 0x20 } }
        guard rest.first != UInt8(ascii: "\"") else { return rest.startIndex }
        guard let colon = rest.firstIndex(of: UInt8(ascii: ":")), !rest[..<colon].contains(UInt8(ascii: "#"))
        else { return nil }
        let value = rest[(colon + 1)...].drop { $0 == 0x20 }
        return value.startIndex > colon + 1 && value.first == UInt8(ascii: "\"") ? value.startIndex : nil
    }

    /// The first mark that ends the text.
    fileprivate var closingQuote: Int? {
        var place = startIndex
        while place < endIndex {
            if self[place] == UInt8(ascii: "\"") { return place }
            place += self[place] == UInt8(ascii: "\\") ? 2 : 1
        }
        return nil
    }

    /// The column of a byte, counted in characters.
    fileprivate func column(of place: Int) -> Int { self[startIndex..<place].count { $0 & 0xC0 != 0x80 } + 1 }
}
