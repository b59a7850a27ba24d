import OfficialFormat
import TestSupport
import Testing

private let fragments = [
    "", " ", "  ", ":", "/", "-", ".", ",", ";", "(", ")", "…", "Số", "SỐ", "5", "05", "2026", "KH", "CV",
    "QĐ", "TTR", "Căn cứ ", "Luật ", "NĐ ", "Nghị định ", "số ", " ngày ", " tháng ", " năm ", "Hà Nội",
    "TP. HCM", "Kính gửi", "Bộ Nội vụ", "Lưu", "VT", "Như trên", "KT", "T/M", "GIÁM ĐỐC", "BÍ THƯ", "TS.",
    "Nguyễn", "./.", "Điều ", "I", "a)", "f)", "e\u{0302}\u{0301}", "\u{0301}", "\u{200B}", "\u{D0}", "🇻🇳",
    "%", "VNĐ", "1,234,567", "đồng", "Phụ lục", "Khoản ", "Điểm ", "điều ", "V/v", "\t", "\u{A0}",
]

private func lists(_ profile: FormatProfile, _ lines: [String]) -> [[[Finding]]] {
    [
        profile.findings(inAddressees: lines), profile.findings(inRecipients: lines),
        profile.findings(inLegalBases: lines), profile.findings(inAuthority: lines),
        profile.findings(inNumbering: lines), profile.findings(inAppendixLabels: lines),
    ]
}

private func singles(_ profile: FormatProfile, _ text: String) -> [[Finding]] {
    [
        profile.findings(inNumber: text), profile.findings(inDate: text), profile.findings(inTitle: text),
        profile.findings(inMotto: text), profile.findings(inSignerName: text),
        profile.findings(inLastParagraph: text), profile.findings(inEarlierParagraph: text),
        profile.findings(inFirstRecipient: text, hasAddressees: true), profile.findings(inSubject: text),
        profile.findings(inLetterSubject: text), profile.findings(inAppendixReference: text),
        Typing.findings(in: text), Words.findings(in: text),
    ]
}

@Test(arguments: 0..<300) func `whatever a text says, a finding stands inside it and shows its own letters`(
    seed: UInt64
) {
    var chance = SeededGenerator(seed: seed)
    let lines = (0..<Int.random(in: 0...4, using: &chance)).map { _ in
        (0..<Int.random(in: 0...9, using: &chance)).map { _ in fragments.randomElement(using: &chance) ?? "" }
            .joined()
    }
    func check(_ findings: [Finding], _ text: String) {
        let bytes = Array(text.utf8)
        for finding in findings {
            #expect(finding.range.upperBound <= bytes.count, "\(text)")
            guard finding.range.upperBound <= bytes.count else { continue }
            #expect(Array(finding.found.utf8) == Array(bytes[finding.range]), "\(text)")
            #expect(
                finding.correction.map { Array($0.utf8) != Array(bytes[finding.range]) } ?? true,
                "\(finding) \(text)")
        }
        _ = Finding.corrected(text, by: findings)
    }
    for profile in FormatProfile.all {
        for judged in lists(profile, lines) {
            #expect(judged.count == lines.count)
            for (text, findings) in zip(lines, judged) { check(findings, text) }
        }
        for text in lines + [""] { for findings in singles(profile, text) { check(findings, text) } }
    }
}
