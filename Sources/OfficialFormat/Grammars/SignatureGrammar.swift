internal import VietnameseText

extension FormatProfile {
    /// The faults in each of the lines above the signer's name (quyền hạn, chức vụ).
    public func findings(inAuthority lines: [String]) -> [[Finding]] {
        lines.enumerated().map { index, line in
            let letters = Letters(line)
            let whole = letters.trimmed
            guard !whole.isEmpty else { return [] }
            if let right = Self.abbreviatedTitles[letters[whole].uppercased()] {
                return [letters.finding(.titleAbbreviated, at: whole, correction: right)]
            }
            guard let (kind, end) = authority(letters, whole) else { return [] }
            var found: [Finding] = []
            if letters[whole.lowerBound..<end] != "\(kind) " {
                let code: RuleCode = number.colon == .written ? .authorityForm : .partyAuthorityForm
                found.append(letters.finding(code, at: whole.lowerBound..<end, correction: "\(kind) "))
            }
            let body = Normalization.folded(letters[end..<whole.upperBound].uppercased())
            let next =
                lines.indices.contains(index + 1) ? Normalization.folded(lines[index + 1].uppercased()) : nil
            return found + titleFindings(letters, whole, kind, body: body, next: next)
        }
    }

    private func titleFindings(
        _ letters: Letters, _ whole: Range<Int>, _ kind: String, body: String, next: String?
    ) -> [Finding] {
        if kind == signature.forHead {
            if number.colon == .absent, body.hasPrefix("BÍ THƯ") {
                return [
                    letters.finding(
                        .partyDeputySecretary, at: whole, right: "T/M + tên cấp ủy, dưới là PHÓ BÍ THƯ",
                        en: "T/M + the committee, PHÓ BÍ THƯ below")
                ]
            }
            let deputies = ["PHÓ \(body)", "PHÓ", "PHÓ CHỦ TỊCH THƯỜNG TRỰC", "PHÓ CHÁNH"].map(
                Normalization.folded)
            guard next.map({ line in deputies.contains { line.hasPrefix($0) } }) != true else { return [] }
            return [
                letters.finding(
                    .deputyTitle, at: whole, right: "dưới là PHÓ \(body)", en: "PHÓ \(body) below")
            ]
        }
        if kind == signature.onBehalf {
            // Party bodies with a head sign without T/M too, but a title may hide a collective: only the decree is plain.
            if number.colon == .written,
                signature.singleHeads.contains(where: { Normalization.folded($0) == body })
            {
                return [letters.finding(.collectiveOnly, at: whole, right: body, en: body)]
            }
        }
        guard kind != signature.acting, next == nil else { return [] }
        return [
            letters.finding(
                .titleMissing, at: whole, right: "thêm dòng chức vụ của người ký",
                en: "add the signer's own title below")
        ]
    }

    /// Which authority a line begins with in any spelling, and where the words after it begin.
    private func authority(_ letters: Letters, _ whole: Range<Int>) -> (kind: String, end: Int)? {
        let spellings: [(String, [String])] = [
            (signature.onBehalf, ["TM", "T/M", "T.M"]), (signature.forHead, ["KT", "K/T", "K.T"]),
            (signature.byAuthorisation ?? "", ["TUQ", "T/UQ"]), (signature.byOrder, ["TL", "T/L", "T.L"]),
            (signature.acting, ["Q"]),
        ]
        for (kind, words) in spellings where !kind.isEmpty {
            for word in words {
                let end = whole.lowerBound + word.unicodeScalars.count
                guard end < whole.upperBound, letters[whole.lowerBound..<end].uppercased() == word else {
                    continue
                }
                let rest = letters.end(from: end) { $0 == "." || $0 == ":" || $0.isBlank }
                guard rest > end, rest < whole.upperBound else { continue }
                return (kind, rest)
            }
        }
        return nil
    }

    private static let abbreviatedTitles = [
        "GĐ": "GIÁM ĐỐC", "PGĐ": "PHÓ GIÁM ĐỐC", "P. GIÁM ĐỐC": "PHÓ GIÁM ĐỐC", "P.GIÁM ĐỐC": "PHÓ GIÁM ĐỐC",
        "CT": "CHỦ TỊCH", "PCT": "PHÓ CHỦ TỊCH", "CVP": "CHÁNH VĂN PHÒNG",
    ]

    /// The faults in the signer's name: academic titles and ranks before it.
    public func findings(inSignerName text: String, settings: RuleSettings = RuleSettings()) -> [Finding] {
        guard settings.titlesBeforeNames == .forbidden else { return [] }
        let letters = Letters(text)
        let whole = letters.trimmed
        var place = whole.lowerBound
        while place < whole.upperBound {
            let end = letters.end(from: place) { !$0.isBlank && $0 != "." && $0 != "," }
            let after = letters.end(from: end) { $0.isBlank || $0 == "." || $0 == "," }
            guard Self.honours.contains(letters[place..<end].lowercased()), after > end,
                after < whole.upperBound
            else { break }
            place = after
        }
        guard place > whole.lowerBound else { return [] }
        return [letters.finding(.academicTitle, at: whole.lowerBound..<place, correction: "")]
    }

    private static let honours: Set<String> = [
        "gs", "pgs", "ts", "ths", "bs", "cn", "ks", "tskh", "bscki", "bsckii", "cki", "ckii", "bsck1",
        "bsck2", "ck1", "ck2", "kts", "nsnd", "nsưt", "ngưt", "ngnd",
    ]
}
