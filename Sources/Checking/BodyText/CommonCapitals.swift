internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

/// Common nouns and verbs with a capital within a sentence, which the same document mostly writes small.
extension CheckContext {
    func checkCommonCapitals(_ log: inout FindingLog) {
        let texts = structure.text.filter { isText($0) && !lines[$0].hasTags && !lines[$0].isUpper }
        var places: [String: [(written: String, line: Int)]] = [:]
        for index in texts {
            for word in CommonCapitals.capitals(in: lines[index].text) {
                places[word.lowercased(), default: []].append((word, index))
            }
        }
        for (small, found) in places.sorted(by: { ($0.value[0].line, $0.key) < ($1.value[0].line, $1.key) }) {
            let count = texts.count { Normalization.nfc(lines[$0].text).hasBytes(of: " \(small)") }
            guard count >= MixedCapitals.usualCount, count > found.count else { continue }
            log.add(
                .mixedCapitals, structure.components[found[0].line], lines[found[0].line],
                found: Wording(
                    "“\(found[0].written)”, chỗ khác “\(small)”",
                    en: "“\(found[0].written)”, elsewhere “\(small)”"),
                right: Wording("“\(small)” giữa câu", en: "“\(small)” within a sentence"),
                further: found.dropFirst().map { lines[$0.line] })
        }
    }
}

/// Words of two syllables that name nothing by themselves.
enum CommonCapitals {
    /// Those with a capital right behind a word in small letters that begins no name.
    static func capitals(in text: String) -> [String] {
        let scalars = Array(text.unicodeScalars)
        var found: [String] = []
        for place in scalars.indices.dropFirst(2)
        where scalars[place - 1] == " " && scalars[place - 2].isLower && scalars[place].isUpper {
            var start = place - 1
            while start > 0, scalars[start - 1].isLetter { start -= 1 }
            guard place - start <= longestLeader,
                isLedOn(by: string(scalars[start..<place - 1]), at: start, scalars)
            else { continue }
            let first = end(of: place, scalars)
            if let unit = unit(place..<first, scalars) { found.append(unit) }
            guard first < scalars.count, scalars[first] == " " else { continue }
            let second = end(of: first + 1, scalars)
            let written = string(scalars[place..<second])
            if words.contains(written.lowercased()) { found.append(written) }
        }
        return found
    }

    /// `của Tỉnh`: the word of a unit alone, no name and no word that makes a body of it behind it.
    private static func unit(_ word: Range<Int>, _ scalars: [Unicode.Scalar]) -> String? {
        let written = string(scalars[word])
        guard units.contains(written) else { return nil }
        guard word.upperBound + 1 < scalars.count, scalars[word.upperBound] == " " else {
            return word.upperBound == scalars.count
                || ",.;:)".unicodeScalars.contains(scalars[word.upperBound]) ? written : nil
        }
        let next = scalars[word.upperBound + 1]
        let behind = string(scalars[word.upperBound + 1..<end(of: word.upperBound + 1, scalars)])
        return next.isLower && !["ủy", "uỷ", "đoàn", "đội", "hội"].contains(behind) ? written : nil
    }

    private static let units: Set<String> = ["Tỉnh", "Xã", "Phường", "Huyện"]

    /// Whether the sentence goes on behind that word: “Kế hoạch Kiểm tra …” is the name of a paper, “Khảo thí và Đánh giá” that of a body.
    private static func isLedOn(by leader: String, at place: Int, _ scalars: [Unicode.Scalar]) -> Bool {
        guard leaders.contains(leader) else { return false }
        let before = scalars[max(0, place - 40)..<place].split(separator: " ").suffix(3)
        switch leader {
        case "hoạch", "cáo", "tác": return before.last?.first?.isLower == true
        case "và": return before.count == 3 && !before.contains { $0.first?.isUpper == true }
        default: return true
        }
    }

    private static func end(of place: Int, _ scalars: [Unicode.Scalar]) -> Int {
        var end = place
        while end < scalars.count, scalars[end].isLetter { end += 1 }
        return end
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        Normalization.nfc(String(String.UnicodeScalarView(scalars)))
    }

    /// Behind these a sentence goes on; kinds of bodies, papers and events are not among them, which names follow.
    private static let leaders: Set<String> = [
        "của", "các", "và", "cho", "những", "với", "trong", "là", "để", "tại", "bằng", "từ", "do", "được",
        "đã", "sẽ", "mỗi", "từng", "mọi", "toàn", "đối", "gồm", "hoặc", "hoạch", "cáo", "một", "theo",
        "trình", "ý", "tác", "mưu", "cùng", "qua", "như",
    ]

    /// In letters, decomposed ones too, with the blank behind it.
    private static let longestLeader = 12

    /// Kinds of papers and meetings are not among them, which have a capital where they are one by name.
    private static let words: Set<String> = [
        "đại biểu", "cử tri", "pháp luật", "cán bộ", "công chức", "viên chức", "cơ quan", "đơn vị",
        "địa phương", "lãnh đạo", "nhân viên", "giáo viên", "học sinh", "phụ huynh", "người dân", "cá nhân",
        "tập thể", "kinh phí", "nhiệm vụ", "giải pháp", "kết quả", "nội dung", "hồ sơ", "tài liệu",
        "tiếp công", "tóm tắt", "triển khai", "thực hiện", "tăng cường", "phối hợp", "tham mưu", "rà soát",
        "đề xuất", "tổng hợp", "hoàn thành", "tuyên truyền", "kiểm tra", "giám sát", "đánh giá", "dự thảo",
        "hội viên", "đoàn viên", "thành viên", "doanh nghiệp", "trách nhiệm", "quyền hạn", "số liệu",
        "hộ gia", "phương tiện",
    ]
}
