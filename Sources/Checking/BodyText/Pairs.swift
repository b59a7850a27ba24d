internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check { static let pairs = document([.pairUnclosed]) { $0.checkPairs(&$1) } }

extension Rule {
    static let pairUnclosed = Rule(
        "format.pair-unclosed", "B06", .note, .automatic(.mark), .custom,
        "Dấu ngoặc, dấu ngoặc kép mở thì phải đóng.",
        en: "Brackets and quotation marks that are opened are closed.", right: "(qua Sở Nội vụ)",
        wrong: "(qua Sở Nội vụ", told: .once)
}

extension CheckContext {
    /// What is opened may be closed in a later paragraph, so it is told only where nothing near closes it.
    func checkPairs(_ log: inout FindingLog) {
        for pair in [Pair(open: "(", close: ")"), Pair(open: "“", close: "”")] {
            let indices = structure.text.filter { !lines[$0].isBlank && lines[$0].spot.table == nil }
            let counts = indices.map { pair.left(in: lines[$0].text) }
            for (place, index) in indices.enumerated() where counts[place].opened > 0 && isText(index) {
                guard !lines[index].hasTags else { continue }
                if pair.open == "“", let fault = Self.closedByOther(lines[index].text) {
                    log.add([fault], structure.components[index], lines[index], isInWhole: true)
                    continue
                }
                let rest = counts[(place + 1)...].prefix(Self.reachOfPairs)
                guard !rest.contains(where: { $0.closed > 0 }) else { continue }
                tellOpen(pair, index, &log)
            }
        }
        checkPairsInCells(&log)
        // A recipient is one line.
        let brackets = Pair(open: "(", close: ")")
        for index in structure.indices(of: .recipient) where !lines[index].hasTags {
            let next = index + 1 < lines.count ? lines[index + 1].text : ""
            guard brackets.left(in: lines[index].text).opened > 0, brackets.left(in: next).closed == 0 else {
                continue
            }
            tellOpen(brackets, index, &log)
        }
    }

    /// What a cell opens it closes itself.
    private func checkPairsInCells(_ log: inout FindingLog) {
        let pair = Pair(open: "(", close: ")")
        var open: (line: Int, count: Int)?
        for index in lines.indices where lines[index].spot.table != nil {
            let spot = lines[index].spot
            if let first = open?.line, lines[first].spot != spot { open = nil }
            let left = pair.left(in: lines[index].text)
            if left.opened > 0, open == nil, structure.components[index] == nil || isText(index) {
                open = (index, 0)
            }
            open?.count += left.opened - left.closed
            guard let (line, count) = open, count > 0,
                index + 1 == lines.count || lines[index + 1].spot != spot, !lines[line].hasTags,
                !isClosedBelow(pair, index)
            else { continue }
            tellOpen(pair, line, &log)
        }
    }

    /// Whether the cell of the next row goes on with what this line's cell leaves open, as where a row was parted by hand.
    private func isClosedBelow(_ pair: Pair, _ index: Int) -> Bool {
        let spot = lines[index].spot
        return lines[(index + 1)...].prefix { $0.spot.table == spot.table && $0.spot.row <= spot.row + 1 }
            .contains {
                $0.spot.row > spot.row && $0.spot.cell == spot.cell && pair.left(in: $0.text).closed > 0
            }
    }

    private func tellOpen(_ pair: Pair, _ index: Int, _ log: inout FindingLog) {
        log.add(
            .pairUnclosed, structure.components[index], lines[index],
            found: Wording("“\(pair.open)” không có dấu đóng", en: "“\(pair.open)” is not closed"),
            right: Wording("có “\(pair.close)” ở cuối", en: "“\(pair.close)” at its end"))
    }

    /// A quotation that begins with “ and ends with the typewriter's mark, the only one of its kind in the text.
    private static func closedByOther(_ text: String) -> TextFault? {
        let letters = TextScalars(text)
        let marks = letters.scalars.indices.filter { letters.scalars[$0] == "\"" }
        let opening = letters.scalars.indices.filter { letters.scalars[$0] == "“" }
        let closing = letters.scalars.count { $0 == "”" }
        guard marks.count == 1, let mark = marks.first, let last = opening.last, last < mark,
            opening.count == closing + 1, letters[mark - 1]?.isBlank == false,
            !letters.scalars[last..<mark].contains("”")
        else { return nil }
        return letters.fault(
            .pairUnclosed, at: mark..<mark + 1,
            told: Wording("mở bằng “, đóng bằng \"", en: "opened by “, closed by \""), correction: "”")
    }

    private static let reachOfPairs = 40
}

/// Two marks of which the second closes what the first opens.
private struct Pair {
    let open: Unicode.Scalar
    let close: Unicode.Scalar

    /// How many are opened and not closed in a text, and closed and not opened; a bracket behind a number or letter lists something.
    func left(in text: String) -> (opened: Int, closed: Int) {
        // Most paragraphs have none.
        guard text.hasBytes(of: String(open)) || text.hasBytes(of: String(close)) else { return (0, 0) }
        var (opened, closed) = (0, 0)
        var word: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars {
            if scalar == open { opened += 1 }
            if scalar == close {
                if opened > 0 { opened -= 1 } else if close != ")" || !Self.lists(word) { closed += 1 }
            }
            if scalar.isLetter || scalar.isDigit || scalar == "." {
                word.append(scalar)
            } else {
                word.removeAll(keepingCapacity: true)
            }
        }
        return (opened, closed)
    }

    /// Whether a bracket behind the word makes it the number of an item: `1)`, `a)`, `a.1)`, `ii)`; “Sở)” is a word.
    private static func lists(_ word: [Unicode.Scalar]) -> Bool {
        guard (1...longestNumber).contains(word.count) else { return false }
        return word.allSatisfy { "ivx".unicodeScalars.contains($0) }
            || word.split(separator: ".").allSatisfy { part in
                part.count == 1 || part.count == 2 && part.allSatisfy(\.isDigit)
            }
    }

    private static let longestNumber = 5
}
