internal import OfficeDocument
internal import Regulations
internal import VietnameseText

/// Recipients and signatures.
extension RecognisedDocument {
    mutating func findFoot() {
        let label = lines.indices.first {
            $0 >= head.upperBound && FootWords.isRecipientsLabel(lines[$0]) && hasList(below: $0)
        }
        guard let label else {
            findSignatureAlone()
            return
        }
        set(.recipientsLabel, at: label)
        let spot = lines[label].spot
        if spot.columns > 1 { findFoot(beside: label) } else { findFoot(around: label) }
        nameOutsideTable()
        takeDrafterCodeBelow()
    }

    /// `PL.(300)` on a line of its own, right below the foot.
    private mutating func takeDrafterCodeBelow() {
        guard let foot = footLines,
            let below = lines.indices[foot.upperBound...].first(where: { !lines[$0].isBlank }),
            lines[below].spot.table == nil, components[below] == nil, lines[below].trimmed.hasSuffix(")"),
            FootWords.isDrafterCode(lines[below])
        else { return }
        set(.drafterCode, at: below)
        footLines = foot.lowerBound..<below + 1
    }

    /// Whether items stand below a label in a table; elsewhere it may be a column of some list.
    private func hasList(below label: Int) -> Bool {
        guard lines[label].spot.table != nil else { return true }
        let spot = lines[label].spot
        return lines[(label + 1)...].prefix(40).prefix { $0.spot.table == spot.table }.contains { line in
            line.spot.cell == spot.cell
                && (line.hasTags
                    || ["-", "–", "•", "+", "Lưu", "Như"].contains { line.trimmed.hasPrefix($0) })
        }
    }

    // MARK: Recipients left, signatures right

    /// The lines of the table, or of the columns set by tabs, in which the label stands.
    private func block(of label: Int) -> Range<Int> {
        let spot = lines[label].spot
        if let table = spot.table {
            let start = lines[..<label].lastIndex { $0.spot.table != table }.map { $0 + 1 } ?? 0
            let to = lines[label...].firstIndex { $0.spot.table != table } ?? lines.count
            // A table that holds the whole document has head and text above its foot.
            let from = max(start, min(head.upperBound, label))
            let text = lines[from..<label].lastIndex(where: isOfText).map { $0 + 1 }
            return (text ?? from)..<to
        }
        let isOfColumns = { (line: TextLine) in line.spot.isCut || line.isBlank && line.spot.table == nil }
        var from = lines[..<label].lastIndex { !isOfColumns($0) }.map { $0 + 1 } ?? 0
        while from < label, lines[from].isBlank { from += 1 }
        var to = lines[label...].firstIndex { !isOfColumns($0) } ?? lines.count
        // Another document may begin in columns right behind the foot.
        if var next = lines[label..<to].firstIndex(where: {
            HeadWords.isNationalTitle($0) || HeadWords.isPartyTitle($0)
        }) {
            while next > label + 1, lines[next - 1].spot.isCut,
                lines[next - 1].spot.cell < lines[next].spot.cell
            { next -= 1 }
            to = next
        }
        while to > label + 1, lines[to - 1].isBlank { to -= 1 }
        return from..<to
    }

    /// Whether a line in a table is none of a foot for certain.
    private func isOfText(_ line: TextLine) -> Bool {
        HeadWords.isBasis(line) || HeadWords.isProposal(line) || HeadWords.isEnactment(line)
            || line.opening.hasPrefix("ĐIỀU ")
                && line.opening.dropFirst(5).first.map { $0.isNumber || ".…".contains($0) } ?? false
    }

    private mutating func findFoot(beside label: Int) {
        let block = block(of: label)
        footLines = block
        let spot = lines[label].spot
        for index in block where index > label && lines[index].spot.cell == spot.cell && !lines[index].isBlank
        { set(FootWords.isDrafterCode(lines[index]) ? .drafterCode : .recipient, at: index) }
        var columns: [Int: [Int]] = [:]
        for index in block
        where lines[index].spot.cell != spot.cell || index < label && components[index] == nil {
            guard !lines[index].isBlank else { continue }
            columns[lines[index].spot.cell == spot.cell ? -1 : lines[index].spot.cell, default: []].append(
                index)
        }
        for column in columns.keys.sorted() { addSignature(of: columns[column] ?? []) }
        if signatures.isEmpty, let above = signatureTable(above: label) {
            footLines = above.lowerBound..<block.upperBound
        }
    }

    /// The lines of one column: titles, and the name that ends them.
    private mutating func addSignature(of column: [Int]) {
        var signature = RecognisedSignature()
        let name = column.last { index in
            FootWords.isName(lines[index]) && !marksSecondOffice(index, column)
                && marks[index] != .digitalSignature && !HeadWords.isEnactment(lines[index])
        }
        for index in column where index != name && marks[index] != .digitalSignature {
            if FootWords.isAside(lines[index]) {
                marks[index] = .signatureNote
            } else if name.map({ index < $0 }) ?? true, FootWords.isTitle(lines[index]) {
                signature.titles.append(index)
            }
        }
        guard !signature.titles.isEmpty || name != nil && signatures.isEmpty else { return }
        signature.name = name
        setComponents(of: signature)
        signatures.append(signature)
    }

    /// A name ends its block; capitals among others are titles.
    private func marksSecondOffice(_ index: Int, _ column: [Int]) -> Bool {
        guard lines[index].isUpper else { return false }
        let next = column.first { $0 > index }
        return next.map { FootWords.isTitle(lines[$0]) || FootWords.isName(lines[$0]) } ?? false
    }

    private mutating func setComponents(of signature: RecognisedSignature) {
        for index in signature.titles where components[index] == nil {
            set(FootWords.isAuthority(lines[index]) ? .authority : .position, at: index)
        }
        if let name = signature.name { set(.signerName, at: name) }
    }

    // MARK: One below the other

    private mutating func findFoot(around label: Int) {
        var index = label + 1
        var last = label
        while index < lines.count {
            let line = lines[index]
            let isItem =
                line.trimmed.hasPrefix("-") || line.trimmed.hasPrefix("Lưu")
                || line.spot == lines[label].spot && line.spot.table != nil
            guard isItem || line.isBlank else { break }
            if !line.isBlank {
                set(.recipient, at: index)
                last = index
            }
            index += 1
        }
        var start = label
        if let above = signatureTable(above: label) {
            start = above.lowerBound
        } else {
            let above = stackedSignature(before: label)
            start = above.first ?? label
            addSignature(of: above)
        }
        footLines = start..<last + 1
        guard signatures.isEmpty else { return }
        let below = stackedSignature(after: last)
        addSignature(of: below)
        if let end = below.last, !signatures.isEmpty { footLines = start..<end + 1 }
    }

    private func isOfSignature(_ line: TextLine) -> Bool {
        guard !line.isLonger(than: 80), line.spot.table == nil, !line.isNumberedHeading else { return false }
        guard
            FootWords.isTitle(line) && (line.isUpper || FootWords.isAuthority(line)) || FootWords.isName(line)
                || FootWords.isAside(line)
        else { return false }
        let format = line.paragraph.format
        let indent = (format.leftIndent?.millimetres ?? 0) + (format.firstLineIndent?.millimetres ?? 0)
        return format.alignment == .right || format.alignment == .centre || indent > 50 || line.spot.cell > 0
            || line.isBold
    }

    /// Titles and name between the text and the label.
    private func stackedSignature(before label: Int) -> [Int] {
        var found: [Int] = []
        var index = label - 1
        var blanks = 0
        while index >= head.upperBound, found.count < 6, blanks < 9 {
            let line = lines[index]
            if line.isBlank, line.spot.table == nil {
                blanks += 1
            } else if isOfSignature(line) {
                found.insert(index, at: 0)
                blanks = 0
            } else {
                break
            }
            index -= 1
        }
        let hasTitle = found.contains { FootWords.isTitle(lines[$0]) && lines[$0].isUpper }
        return hasTitle ? found : []
    }

    private func stackedSignature(after last: Int) -> [Int] {
        var found: [Int] = []
        var index = last + 1
        while index < lines.count, found.count < 6, index < last + 16 {
            let line = lines[index]
            if !line.isBlank {
                guard isOfSignature(line), !FootWords.isAppendixLabel(line) else { break }
                found.append(index)
            }
            index += 1
        }
        let hasTitle = found.contains { FootWords.isTitle(lines[$0]) && lines[$0].isUpper }
        return hasTitle ? found : []
    }

    // MARK: Signatures in a table of their own

    /// The table of signatures side by side that minutes (biên bản) have above their recipients.
    private mutating func signatureTable(above label: Int) -> Range<Int>? {
        guard let last = lines[..<label].lastIndex(where: { !$0.isBlank }), let table = lines[last].spot.table
        else { return nil }
        let from = lines[...last].lastIndex { $0.spot.table != table }.map { $0 + 1 } ?? 0
        return isSignatureTable(from..<last + 1) ? from..<last + 1 : nil
    }

    /// Takes a table for one of signatures where each column that has text has a title, and one of them a name.
    private mutating func isSignatureTable(_ range: Range<Int>) -> Bool {
        let inside = range.filter { !lines[$0].isBlank }
        guard inside.count <= 24, inside.allSatisfy({ !lines[$0].isLonger(than: 90) }) else { return false }
        let columns = Dictionary(grouping: inside) { lines[$0].spot.cell }
        let isSigned =
            !columns.isEmpty
            && columns.values.allSatisfy { column in
                guard let title = column.first else { return false }
                return FootWords.isTitle(lines[title])
                    && (lines[title].isUpper || FootWords.beginsWithTitle(lines[title]))
                    && !lines[title].isNumberedHeading
            }
        let hasName = columns.values.contains { column in
            column.count > 1 && column.last.map { FootWords.isName(lines[$0]) } ?? false
        }
        // Titles alone, with room to sign below each.
        let spoken = inside.count { !FootWords.isAside(lines[$0]) }
        guard isSigned, hasName || columns.count > 1 && spoken == columns.count else { return false }
        for column in columns.keys.sorted() { addSignature(of: columns[column] ?? []) }
        return true
    }

    /// A document without recipients ends with who signs it.
    private mutating func findSignatureAlone() {
        let end =
            lines.indices.first { $0 >= head.upperBound && FootWords.isAppendixLabel(lines[$0]) }
            ?? lines.count
        guard let last = lines[..<end].lastIndex(where: { !$0.isBlank }), last >= head.upperBound else {
            return
        }
        if let table = lines[last].spot.table {
            let from = lines[...last].lastIndex { $0.spot.table != table }.map { $0 + 1 } ?? 0
            if from >= head.upperBound, isSignatureTable(from..<last + 1) { footLines = from..<last + 1 }
            return
        }
        if lines[last].spot.isCut {
            let range = block(of: last)
            if range.lowerBound >= head.upperBound, isSignatureTable(range) { footLines = range }
            return
        }
        let stacked = stackedSignature(before: last + 1)
        guard stacked.count > 1, stacked.last == last, FootWords.isName(lines[last]) else { return }
        addSignature(of: stacked)
        footLines = (stacked.first ?? last)..<last + 1
    }

    /// A name that stands below the table its title is in.
    private mutating func nameOutsideTable() {
        guard let foot = footLines,
            let open = signatures.lastIndex(where: { $0.name == nil && !$0.titles.isEmpty })
        else { return }
        let below = lines.indices[foot.upperBound...].prefix(14).filter { !lines[$0].isBlank }
        guard let name = below.first, FootWords.isName(lines[name]), lines[name].spot.table == nil,
            isOfSignature(lines[name]), !lines[name].isUpper, !FootWords.isAppendixLabel(lines[name]),
            !FootWords.isFormLabel(lines[name]), lines[name].trimmed.split(separator: " ").count <= 6
        else { return }
        signatures[open].name = name
        set(.signerName, at: name)
        footLines = foot.lowerBound..<name + 1
    }
}
