internal import OfficeDocument
internal import Regulations
internal import VietnameseText

/// Recipients, signatures and what is appended.
extension DocumentStructure {
    package mutating func findFoot(_ lines: [TextLine]) {
        let label = lines.indices.last {
            $0 >= head.upperBound && FootWords.isRecipientsLabel(lines[$0]) && hasList(below: $0, lines)
        }
        guard let label else { return }
        components[label] = .recipientsLabel
        let spot = lines[label].spot
        guard let table = spot.table, spot.columns > 1 else {
            foot = signatures(above: label, in: lines) ?? label
            var index = label + 1
            while index < lines.count, lines[index].trimmed.hasPrefix("-") || lines[index].isBlank {
                if !lines[index].isBlank { components[index] = .recipient }
                index += 1
            }
            return
        }
        let inside = lines.indices.filter { lines[$0].spot.table == table }
        foot = inside.first ?? label
        for index in inside where index > label && lines[index].spot.cell == spot.cell {
            guard !lines[index].isBlank else { continue }
            components[index] = FootWords.isDrafterCode(lines[index]) ? .drafterCode : .recipient
        }
        guard spot.columns == 2 else { return }
        let signature = inside.filter {
            lines[$0].spot.cell != spot.cell && !lines[$0].isBlank && !FootWords.isAside(lines[$0])
        }
        let name = signature.last.flatMap { FootWords.isName(lines[$0]) ? $0 : nil }
        for index in signature where index != name {
            guard FootWords.isTitle(lines[index]) else { continue }
            components[index] =
                FootWords.isAuthority(lines[index]) || first(.authority) == nil ? .authority : .position
        }
        if let name { components[name] = .signerName }
    }

    /// The table of signatures side by side that minutes (biên bản) have above their recipients.
    private func signatures(above label: Int, in lines: [TextLine]) -> Int? {
        guard let last = lines[..<label].last(where: { !$0.isBlank }), let table = last.spot.table else {
            return nil
        }
        let inside = lines.indices.filter { lines[$0].spot.table == table && !lines[$0].isBlank }
        let columns = Dictionary(grouping: inside) { lines[$0].spot.cell }
        let isSigned = columns.values.allSatisfy { column in
            guard let title = column.first, let name = column.last else { return false }
            return lines[title].isUpper && FootWords.isTitle(lines[title]) && FootWords.isName(lines[name])
        }
        return columns.count > 1 && isSigned ? inside.first : nil
    }

    /// Whether items stand below a label in a table; elsewhere it may be a column of some list.
    private func hasList(below label: Int, _ lines: [TextLine]) -> Bool {
        guard lines[label].spot.table != nil else { return true }
        return lines[(label + 1)...].prefix { $0.spot == lines[label].spot }.contains { line in
            line.hasTags || ["-", "–", "•", "+", "Lưu", "Như"].contains { line.trimmed.hasPrefix($0) }
        }
    }

    package mutating func findAppendices(_ lines: [TextLine]) {
        let start = foot ?? (head.isEmpty ? 0 : head.upperBound)
        for index in lines.indices where index >= start && FootWords.isAppendixLabel(lines[index]) {
            guard components[index] == nil || components[index] == .body else { continue }
            guard foot != nil || index == lines.firstIndex(where: { !$0.isBlank }) else { continue }
            components[index] = .appendixLabel
            appendixLabels.append(index)
            var next = index + 1
            while next < lines.count, next < index + 6 {
                let line = lines[next]
                if FootWords.isAppendixReference(line) {
                    components[next] = .appendixReference
                    break
                }
                if line.spot.table == nil, line.isCentred, line.isUpper || line.isBold {
                    components[next] = .appendixTitle
                }
                next += 1
            }
        }
    }
}
