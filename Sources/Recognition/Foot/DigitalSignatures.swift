internal import OfficeDocument
internal import Regulations
internal import VietnameseText

/// What programs for digital signatures print into a document: who signed, of which body, when.
extension RecognisedDocument {
    /// Marks such lines, which look like titles, names and dates and are none.
    mutating func markDigitalSignatures() {
        var previous: Int?
        for index in lines.indices where !lines[index].isBlank {
            defer { previous = index }
            if DigitalSignature.begins(with: lines[index]) {
                marks[index] = .digitalSignature
            } else if let above = previous, marks[above] == .digitalSignature,
                DigitalSignature.goesOn(with: lines[index])
            {
                marks[index] = .digitalSignature
            }
        }
    }
}

private enum DigitalSignature {
    private static let beginnings = [
        "KÝ BỞI:", "ĐƯỢC KÝ BỞI", "KÝ SỐ BỞI", "SIGNATURE NOT VERIFIED", "SIGNATURE VALID",
        "DIGITALLY SIGNED BY", "SIGNED BY", "NGƯỜI KÝ:", "NGÀY KÝ:", "THỜI GIAN KÝ:", "KÝ NGÀY:", "GIỜ KÝ:",
        "SIGNING TIME:",
    ].map(HeadWords.fold)

    private static let goingsOn = [
        "EMAIL:", "E-MAIL:", "CƠ QUAN:", "TỔ CHỨC:", "ĐƠN VỊ:", "CHỨC VỤ:", "DATE:", "DN:", "CN=", "REASON:",
        "LÝ DO:", "LOCATION:", "MÃ XÁC THỰC:", "SERIAL:", "THỜI GIAN:",
    ].map(HeadWords.fold)

    static func begins(with line: TextLine) -> Bool {
        beginnings.contains { line.opening.beginsWithBytes(of: $0) } && isShort(line)
    }

    static func goesOn(with line: TextLine) -> Bool {
        goingsOn.contains { line.opening.beginsWithBytes(of: $0) } && isShort(line)
    }

    private static func isShort(_ line: TextLine) -> Bool { !line.isLonger(than: 120) && !line.isSlot }
}
