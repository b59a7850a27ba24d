internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension CheckContext {
    /// Only laws, decrees and circulars have a rank that everybody agrees on.
    func checkBasisOrder(_ log: inout FindingLog) {
        var last: (rank: Int, isOfAuthority: Bool)?
        var drops = 0
        for index in structure.indices(of: .legalBasis) {
            let text = Normalization.nfc(lines[index].trimmed)
            guard let rank = Self.rank(of: text) else { continue }
            // What gives the issuer its tasks stands before the rest, whatever its rank.
            let isOfAuthority = Self.authority.contains { text.contains($0) }
            defer { last = (rank, isOfAuthority) }
            guard let last, rank < last.rank else { continue }
            drops += 1
            guard drops > 1 || !last.isOfAuthority else { continue }
            log.add(
                .basisOrder, .legalBasis, lines[index],
                found: Wording(
                    "văn bản có hiệu lực cao hơn đứng sau văn bản có hiệu lực thấp hơn",
                    en: "an act of higher rank stands below one of lower rank"),
                right: Wording("Luật, Nghị định, Thông tư", en: "law, decree, circular"))
            return
        }
    }

    private static let authority = [
        "chức năng", "nhiệm vụ", "quyền hạn", "cơ cấu tổ chức", "thành lập", "Tổ chức", "Quy chế", "Điều lệ",
    ]

    private static func rank(of text: String) -> Int? {
        let cited = text.drop { "-–• ".contains($0) }
        let kinds = [
            "Căn cứ Hiến pháp": 0, "Căn cứ Luật ": 1, "Căn cứ Bộ luật ": 1, "Căn cứ Nghị định ": 2,
            "Căn cứ Thông tư ": 3,
        ]
        return kinds.first { cited.hasPrefix($0.key) }?.value
    }
}
