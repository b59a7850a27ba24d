internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check { static let listEnds = document([.listEnd]) { $0.checkListEnds(&$1) } }

extension Rule {
    static let listEnd = Rule(
        "format.list-end", "B06", .note, .byHand, .custom,
        "Các mục của một danh sách kết thúc như nhau, chỉ mục cuối là dấu chấm. Chỉ báo một mục có dấu chấm giữa những mục có dấu chấm phẩy.",
        en:
            "The items of a list end alike, the last alone in a full stop. Told only of one with a full stop among others with semicolons.",
        right: "a) …; b) …; c) ….", wrong: "a) …; b) …. c) …;", told: .once)
}

extension CheckContext {
    /// Rows of items of one sign; an item of several sentences ends as sentences do.
    func checkListEnds(_ log: inout FindingLog) {
        var items: [Int] = []
        func close() {
            if let odd = oddEnd(of: items) {
                log.add(
                    .listEnd, structure.components[odd], lines[odd],
                    found: Wording("dấu chấm giữa danh sách", en: "a full stop inside a list"),
                    right: Wording("dấu chấm phẩy như các mục khác", en: "a semicolon as the others"))
            }
            items = []
        }
        for index in structure.text where !lines[index].isBlank && lines[index].spot.table == nil {
            guard let sign = listSign(index), !lines[index].hasTags else {
                close()
                continue
            }
            if let last = items.last, listSign(last) != sign || lines[index].trimmed.hasPrefix("a)") {
                close()
            }
            items.append(index)
        }
        close()
    }

    /// The one item before the last with a full stop, where all others before the last have semicolons.
    private func oddEnd(of items: [Int]) -> Int? {
        guard items.count > Self.fewestItems else { return nil }
        let stopped = items.dropLast().filter { !lines[$0].trimmed.hasSuffix(";") }
        guard stopped.count == 1, let odd = stopped.first, lines[odd].trimmed.hasSuffix("."),
            !lines[odd].trimmed.hasSuffix(".."), !lines[odd].trimmed.hasBytes(of: ". ")
        else { return nil }
        return odd
    }

    /// So many show what the list's way is.
    private static let fewestItems = 3
}
