internal import DataFiles
internal import Diagnostics
internal import Values
internal import VietnameseText

// Which rows of an estimate's table stand under which, and which are told apart of another.
extension EstimateTable {
    mutating func place(_ row: Located<EstimateFile.Row>, _ number: String, _ estimate: inout EstimateReading)
    {
        if isMemo(row, number), waiting != nil {
            // “Trong đó:” alone only says that what comes is told apart.
            if row.amount.value != nil || row.unitPrice.value != nil {
                waiting?.memos.append(row.asMemo)
            } else {
                waiting?.isToldApart = true
            }
            return
        }
        var depth = depths.depth(of: number)
        if depth == nil {
            estimate.note(.unknownNumber(number, at: row.place))
            depth = max(depths.last, 0)
        }
        guard var depth else { return }
        // A row without a number stands beside an item, and under what is a group or has no figures of its own.
        if number.isEmpty, let above = waiting, above.hasFigures, above.row.kind != .group,
            depth > above.depth
        {
            depth = above.depth
            depths.stay(at: depth)
            if !above.number.isEmpty { unnumbered = UnnumberedRows(below: above.row, above.number) }
        }
        settle(upTo: depth, &estimate)
        if !number.isEmpty { endUnnumbered(&estimate) }
        let hasFigures = row.hasFigures
        let isWords = number.isEmpty && !hasFigures && row.kind == nil
        if let before = waiting.take() {
            // The row waiting is above this one: it is a group.
            estimate.open(before.row)
            for memo in before.memos { estimate.add(memo, memos: []) }
            numbers.append(before.number)
            open += 1
        }
        waiting = Waiting(
            row: isWords ? row.asNote : row, number: number, depth: depth, hasFigures: hasFigures)
    }

    private func isMemo(_ row: Located<EstimateFile.Row>, _ number: String) -> Bool {
        if row.kind == .memo { return true }
        guard row.kind == nil else { return false }
        let title = row.title.value ?? ""
        if PlainLetters.folded(title, upTo: 7) == "trongdo" { return true }
        // Rows with a dash under “Trong đó”.
        if waiting?.isToldApart == true, number == "-" || number.isEmpty && "-–+".contains(title.first ?? " ")
        {
            return true
        }
        return number == "-" && waiting?.memos.isEmpty == false
    }

    /// Closes what the next row, at this depth, does not stand under.
    mutating func settle(upTo depth: Int, _ estimate: inout EstimateReading) {
        if let own = waiting?.depth, own >= depth, let row = waiting.take() {
            let before = unnumbered == nil ? nil : estimate.openSums.last
            estimate.add(row.row, memos: row.memos)
            if let before, let after = estimate.openSums.last, row.hasFigures {
                unnumbered?.add(Money(dong: after.dong - before.dong))
            }
        }
        while open > depth {
            estimate.close()
            numbers.removeLast()
            open -= 1
        }
    }

    mutating func endUnnumbered(_ estimate: inout EstimateReading) {
        if let fault = unnumbered.take()?.fault { estimate.note(fault) }
    }
}

extension Located<EstimateFile.Row> {
    /// Whether anything is counted in it.
    fileprivate var hasFigures: Bool {
        !value.quantity.isLeftOut || !value.unitPrice.isLeftOut || !value.amount.isLeftOut
            || !value.percent.isLeftOut
    }

    fileprivate var asNote: Located { of(kind: .note) }
    fileprivate var asMemo: Located { of(kind: .memo) }

    private func of(kind: EstimateFile.Row.Kind) -> Located {
        var row = value
        row.kind = kind
        return Located(value: row, place: place)
    }
}

extension Diagnostic {
    fileprivate static func unknownNumber(_ number: String, at place: Place) -> Diagnostic {
        .error(
            "planning.unknown-row-number", at: place.location,
            "không hiểu số thứ tự “\(number.shortened)”, nên không biết dòng này thuộc nhóm nào",
            en: "the row's number “\(number.shortened)” is none, so its group is not known",
            fix: "đánh số như A, I, 1, 1.1, a hoặc -, hoặc để trống", en: "number it as A, I, 1, 1.1, a or -")
    }
}
