internal import Regulations
internal import VietnameseText

/// The line in brackets by which an annex in a file of its own names the document it belongs to.
package enum AnnexLine {
    /// So many lines of letters stand above the end of such a line at most.
    private static let reach = 14

    /// The legal normative document the file is an annex of; nil for every other file.
    package static func legislation(amongFirst lines: [TextLine]) -> String? {
        let near = lines.lazy.filter { !$0.isBlank }.prefix(reach).map(\.self)
        guard let start = near.firstIndex(where: FootWords.isAppendixReference) else { return nil }
        var words = ""
        // The line is often broken by hand into several paragraphs.
        for line in near[start...].prefix(4) {
            words += words.isEmpty ? line.trimmed : " " + line.trimmed
            if line.trimmed.hasSuffix(")") { break }
        }
        return parent(in: words)
    }

    /// `Nghị định số 30/2020/NĐ-CP` of `(Kèm theo Nghị định số 30/2020/NĐ-CP ngày … của Chính phủ)`.
    package static func parent(in text: String) -> String? {
        let words = text.split { $0.isWhitespace }.map { $0.trimmingBrackets }
        guard let theo = words.firstIndex(where: { $0.lowercased() == "theo" }) else { return nil }
        let rest = Array(words[(theo + 1)...])
        let type = rest.prefix { $0.lowercased() != "số" && $0.lowercased() != "ngày" }
        guard (1...4).contains(type.count) else { return nil }
        let name = type.joined(separator: " ")
        let number = rest.dropFirst(type.count + 1).prefix { !["ngày", "của"].contains($0.lowercased()) }
            .joined()
        if let lawful = IssuedNumber.legislation(number) { return "\(name) số \(lawful)" }
        // A draft's number is blank; these types are made by law alone.
        let isLaw = lawmaking.contains { HeadWords.fold(name.uppercased()).hasPrefix($0) }
        guard isLaw else { return nil }
        let shown = number.isEmpty ? "" : " số \(number)"
        return name + shown
    }

    private static let lawmaking = ["NGHỊ ĐỊNH", "THÔNG TƯ", "LUẬT", "BỘ LUẬT", "PHÁP LỆNH"].map(
        HeadWords.fold)
}

/// Organisations whose documents follow a format of their own.
package enum OwnRules {
    private static let reach = 16

    /// The Youth Union has its own name where others have the nation's title or the Party's.
    package static func organisation(inHeadOf lines: [TextLine]) -> String? {
        let isUnion = lines.lazy.filter { !$0.isBlank }.prefix(reach).contains { line in
            guard line.isUpper, !line.isLonger(than: 90) else { return false }
            return titles.contains { line.folded.hasPrefix($0) || line.folded.hasSuffix($0) }
        }
        return isUnion ? "Đoàn TNCS Hồ Chí Minh" : nil
    }

    private static let titles = [
        "ĐOÀN TNCS HỒ CHÍ MINH", "ĐOÀN THANH NIÊN CỘNG SẢN HỒ CHÍ MINH", "ĐOÀN TNCS HCM",
    ].map(HeadWords.fold)
}

extension Substring {
    fileprivate var trimmingBrackets: String {
        var text = self
        while let first = text.first, "([{".contains(first) { text.removeFirst() }
        while let last = text.last, ")]},;".contains(last) { text.removeLast() }
        return String(text)
    }
}
