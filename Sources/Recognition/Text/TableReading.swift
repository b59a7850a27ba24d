internal import OfficeDocument
internal import Regulations
internal import VietnameseText

/// What tables are for, told by their place and the words of their first rows.
extension RecognisedDocument {
    mutating func findTables() {
        var start = 0
        while start < lines.count {
            guard let block = lines[start].spot.table else {
                start += 1
                continue
            }
            let end = lines[start...].firstIndex { $0.spot.table != block } ?? lines.count
            let range = start..<end
            tables.append(RecognisedTable(block: block, lines: range, kind: kind(of: range)))
            start = end
        }
    }

    private func kind(of range: Range<Int>) -> RecognisedTable.Kind {
        for index in range {
            switch components[index] {
            case .nationalTitle, .motto, .partyTitle, .numberAndCode, .placeAndDate, .issuingAgency:
                return .head
            case .recipientsLabel, .recipient, .authority, .position, .signerName: return .foot
            case .addressee: return .addressees
            case .documentType, .subject, .letterSubject: return .layout
            default: continue
            }
        }
        let rows = Set(range.map { lines[$0].spot.row })
        let columns = range.map { lines[$0].spot.columns }.max() ?? 1
        if columns == 1 { return .layout }
        // The foot of a copy, or of a document that follows.
        if range.contains(where: { isLabelOfRecipients($0, in: range) }) { return .foot }
        let attached = range.filter {
            HeadWords.isNationalTitle(lines[$0]) || HeadWords.isPartyTitle(lines[$0])
        }
        if !attached.isEmpty { return .head }
        guard rows.count > 1 || columns > 3 else { return .layout }
        let first = range.prefix(6).filter { !lines[$0].isBlank }.prefix(2).map { lines[$0].opening }
        if first.contains(where: { line in Self.times.contains { line.hasPrefix($0) } }) { return .calendar }
        let words = range.prefix(60).filter { lines[$0].spot.row < 3 }.map { lines[$0].opening }.joined(
            separator: " ")
        return Self.kinds.first { $0.isTold(by: words) }?.kind ?? .other
    }

    /// Whether a cell is the label above recipients, and not one that only names them as any other field.
    private func isLabelOfRecipients(_ index: Int, in range: Range<Int>) -> Bool {
        guard FootWords.isRecipientsLabel(lines[index]) else { return false }
        if lines[index].trimmed.hasSuffix(":") { return true }
        let (row, cell) = (lines[index].spot.row, lines[index].spot.cell)
        let next = range.first {
            $0 > index && !lines[$0].isBlank && lines[$0].spot.cell == cell && lines[$0].spot.row <= row + 1
        }
        return next.map { lines[$0].trimmed.first.map { "-–—•".contains($0) } ?? false } ?? false
    }

    /// What the first column of a calendar is headed by.
    private static let times = ["THỜI GIAN", "NGÀY", "THỨ HAI", "BUỔI", "GIỜ", "THÁNG"].map(HeadWords.fold)

    /// Words of a table's head, each of several together.
    private struct Telling {
        let kind: RecognisedTable.Kind
        let words: [[String]]

        init(_ kind: RecognisedTable.Kind, _ words: [[String]]) {
            self.kind = kind
            self.words = words.map { $0.map(HeadWords.fold) }
        }

        func isTold(by text: String) -> Bool { words.contains { $0.allSatisfy { text.hasBytes(of: $0) } } }
    }

    private static let kinds = [
        Telling(
            .estimate,
            [["ĐƠN GIÁ"], ["THÀNH TIỀN"], ["DỰ TOÁN"], ["SỐ TIỀN"], ["KINH PHÍ", "NGUỒN"], ["NỘI DUNG CHI"]]),
        Telling(
            .tasks,
            [
                ["NHIỆM VỤ", "CHỦ TRÌ"], ["NHIỆM VỤ", "HOÀN THÀNH"], ["NỘI DUNG", "CHỦ TRÌ"],
                ["NHIỆM VỤ", "PHỐI HỢP"], ["CÔNG VIỆC", "THỰC HIỆN"], ["SẢN PHẨM", "CHỦ TRÌ"],
                ["NỘI DUNG", "PHỐI HỢP"],
            ]),
        Telling(
            .calendar,
            [
                ["THỜI GIAN", "NỘI DUNG"], ["BUỔI"], ["NGÀY", "NỘI DUNG"], ["THỜI GIAN", "CÔNG VIỆC"],
                ["THÁNG", "TRỌNG TÂM"], ["THỜI GIAN", "ĐỊA ĐIỂM"], ["THỜI GIAN", "KIỂM TRA"],
            ]),
        Telling(
            .targets,
            [
                ["CHỈ TIÊU"], ["ĐƠN VỊ TÍNH"], ["TỶ LỆ"], ["SỐ LƯỢNG"], ["KẾT QUẢ"], ["ĐIỂM"], ["TỔNG SỐ"],
                ["ĐVT"], ["NĂM 20"], ["TIÊU CHÍ"], ["XẾP HẠNG"], ["CHỈ SỐ"],
            ]),
    ]
}
