internal import OfficeDocument
internal import Regulations
internal import VietnameseText

/// What stands behind the foot: appendices, sample forms, what is issued with the document.
extension RecognisedDocument {
    mutating func findAppendices() {
        let start = footLines?.upperBound ?? (head.isEmpty ? 0 : head.upperBound)
        let firstLine = lines.firstIndex { !$0.isBlank }
        for index in lines.indices where index >= start {
            let line = lines[index]
            if footLines != nil, FootWords.isFormLabel(line), components[index] == nil {
                marks[index] = .formLabel
                appendices.append(appendix(below: index))
                continue
            }
            guard FootWords.isAppendixLabel(line) else { continue }
            guard components[index] == nil || components[index] == .body else { continue }
            guard foot != nil || index == firstLine else { continue }
            set(.appendixLabel, at: index)
            appendices.append(appendix(below: index))
        }
        if let end = footLines?.upperBound {
            findAttachment(from: end)
            for index in end..<lines.count
            where components[index] == nil && marks[index] == nil && lines[index].spot.table == nil {
                if Self.isEnd(lines[index]) { marks[index] = .appendixEnd }
            }
        }
        findMentions()
    }

    private mutating func appendix(below label: Int) -> RecognisedAppendix {
        var appendix = RecognisedAppendix(label: label)
        for next in lines.indices[(label + 1)...].prefix(8) where !lines[next].isBlank {
            let line = lines[next]
            if FootWords.isAppendixReference(line) {
                appendix.reference = next
                setReference(from: next)
                break
            }
            guard line.spot.table == nil, line.isCentred, line.isUpper || line.isBold,
                !line.isNumberedHeading, components[next] == nil || components[next] == .body,
                !FootWords.isFormLabel(line)
            else { break }
            set(.appendixTitle, at: next)
            appendix.title.append(next)
        }
        return appendix
    }

    /// The line in brackets is often broken by hand.
    private mutating func setReference(from start: Int) {
        for index in lines.indices[start...].prefix(4) {
            let line = lines[index]
            guard !line.isBlank, index == start || !line.isNumberedHeading && line.spot.table == nil else {
                return
            }
            set(.appendixReference, at: index)
            if line.trimmed.contains(")") || !lines[start].trimmed.hasPrefix("(") { return }
        }
    }

    /// A regulation or plan that a decision puts in force: its own head or title right behind the foot.
    private mutating func findAttachment(from end: Int) {
        guard let start = lines.indices[end...].first(where: { !lines[$0].isBlank }),
            components[start] == nil, marks[start] == nil, start < lines.count
        else { return }
        // SAO Y, above the foot of a copy.
        for index in lines.indices[start...].prefix(40)
        where components[index] == nil && HeadWords.isStamp(lines[index]) { marks[index] = .stamp }
        for index in lines.indices[start...].prefix(14)
        where !lines[index].isBlank && components[index] == nil && marks[index] == nil {
            let line = lines[index]
            if line.isNumberedHeading || line.isLonger(than: 250) { return }
            if FootWords.isAppendixReference(line) {
                setReference(from: index)
                return
            }
            if line.isUpper || line.isBold || line.spot.table != nil { marks[index] = .attachmentHead }
        }
    }

    /// Where the text names an appendix of this document's own.
    private mutating func findMentions() {
        for index in text where marks[index] == nil && lines[index].spot.table == nil {
            guard lines[index].trimmed.utf8.count < 6_000, Self.mentionsAppendix(lines[index].trimmed) else {
                continue
            }
            marks[index] = .appendixMention
        }
    }

    private static func mentionsAppendix(_ text: String) -> Bool {
        guard mayNameAppendix(text),
            let place = ["hụ lục", "HỤ LỤC"].lazy.compactMap({ text.byteRange(of: $0) }).first
        else { return false }
        let before = text[..<place.lowerBound].suffix(24).lowercased()
        let after = text[place.upperBound...].prefix(40).lowercased()
        let isOthers = ["nghị định", "thông tư", "quyết định số", "luật"].contains { after.contains($0) }
        guard !isOthers, !isOfAnotherAct(text[place.upperBound...].prefix(60).lowercased()) else {
            return false
        }
        return ["theo p", "tại p", "có p", "tại các p", "theo các p", "(p", "kèm p"].contains {
            before.hasSuffix($0)
        } || ["kèm theo", "đính kèm", "gửi kèm"].contains { after.contains($0) }
    }

    /// `kèm theo Quyết định cũ`, `của Kế hoạch năm 2025`: an act that is not this document.
    private static func isOfAnotherAct(_ after: String) -> Bool {
        ["quyết định", "kế hoạch", "nghị quyết", "công văn", "hướng dẫn", "đề án"].contains { act in
            guard let place = after.byteRange(of: act) else { return false }
            return [" số ", " cũ", " trước", " của ", " năm ", " nêu trên"].contains {
                after[place.upperBound...].hasPrefix($0)
            }
        }
    }

    /// Whether the bytes of `ục` stand in the text, in small or capital letters, or marks of their own, which may make up any letter.
    ///
    /// Most lines have neither, and searching by letters as people see them costs a hundred times as much.
    private static func mayNameAppendix(_ text: String) -> Bool {
        var last: UInt32 = 0
        for byte in text.utf8 {
            if byte == 0xCC || byte == 0xCD { return true }
            let mark = last & 0xFF_FFFF
            if byte | 0x20 == UInt8(ascii: "c"), mark == 0xE1_BBA5 || mark == 0xE1_BBA4 { return true }
            last = last << 8 | UInt32(byte)
        }
        return false
    }
}
