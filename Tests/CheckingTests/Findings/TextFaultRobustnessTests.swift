import Regulations
import TestSupport
import Testing

@testable import Checking
@testable import Forms

private let fragments = [
    "", " ", "  ", ":", "/", "-", ".", ",", ";", "(", ")", "…", "Số", "SỐ", "5", "05", "2026", "KH", "CV",
    "QĐ", "TTR", "Căn cứ ", "Luật ", "NĐ ", "Nghị định ", "số ", " ngày ", " tháng ", " năm ", "Hà Nội",
    "TP. HCM", "Kính gửi", "Bộ Nội vụ", "Lưu", "VT", "Như trên", "KT", "T/M", "GIÁM ĐỐC", "BÍ THƯ", "TS.",
    "Nguyễn", "./.", "Điều ", "I", "a)", "f)", "e\u{0302}\u{0301}", "\u{0301}", "\u{200B}", "\u{D0}", "🇻🇳",
    "%", "VNĐ", "1,234,567", "đồng", "Phụ lục", "Khoản ", "Điểm ", "điều ", "V/v", "\t", "\u{A0}",
]

private func lists(_ profile: FormatProfile, _ lines: [String]) -> [[[TextFault]]] {
    [
        profile.faults(inAddressees: lines), profile.faults(inRecipients: lines),
        profile.faults(inLegalBases: lines), profile.faults(inAuthority: lines),
        profile.faults(inNumbering: lines), profile.faults(inAppendixLabels: lines),
    ]
}

private func singles(_ profile: FormatProfile, _ text: String) -> [[TextFault]] {
    [
        profile.faults(inNumber: text), profile.faults(inDate: text), profile.faults(inTitle: text),
        profile.faults(inMotto: text), profile.faults(inSignerName: text),
        profile.faults(inLastParagraph: text), profile.faults(inEarlierParagraph: text),
        profile.faults(inFirstRecipient: text, hasAddressees: true), profile.faults(inSubject: text),
        profile.faults(inLetterSubject: text), profile.faults(inAppendixReference: text),
        StrayCharacters.faults(in: TextScalars(text)), Spaces.faults(in: TextScalars(text)),
        Figures.faults(in: TextScalars(text)), CitedClauses.faults(in: TextScalars(text)),
        Phrases.faults(in: TextScalars(text)), Sentences.faults(in: TextScalars(text)),
        NationWords.faults(in: TextScalars(text)),
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
    func check(_ findings: [TextFault], _ text: String) {
        let bytes = Array(text.utf8)
        for finding in findings {
            #expect(finding.range.upperBound <= bytes.count, "\(text)")
            guard finding.range.upperBound <= bytes.count else { continue }
            #expect(Array(finding.found.utf8) == Array(bytes[finding.range]), "\(text)")
            #expect(
                finding.correction.map { Array($0.utf8) != Array(bytes[finding.range]) } ?? true,
                "\(finding) \(text)")
        }
        _ = TextFault.corrected(text, by: findings)
    }
    for profile in FormatProfile.all {
        for judged in lists(profile, lines) {
            #expect(judged.count == lines.count)
            for (text, findings) in zip(lines, judged) { check(findings, text) }
        }
        for text in lines + [""] { for findings in singles(profile, text) { check(findings, text) } }
    }
}
