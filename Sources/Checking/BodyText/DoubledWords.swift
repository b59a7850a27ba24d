internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check {
    static let doubledWords = lines([.doubledWord]) { line, _ in
        line.isRunning ? DoubledWords.faults(in: line.text, line.words.ranges) : []
    }
}

extension Rule {
    static let doubledWord = Rule(
        "format.doubled-word", "X02", .warning, .byHand, .custom,
        "Một từ gõ hai lần liền nhau. Chỉ báo với từ không láy được và với cụm hai chữ lặp nguyên, vì “cơ quan quan trọng” là đúng.",
        en:
            "A word typed twice in a row. Told only of words that are never doubled and of two syllables that come again whole, since “cơ quan quan trọng” is right.",
        right: "trên địa bàn tỉnh", wrong: "trên trên địa bàn tỉnh")
}

/// Words typed twice.
enum DoubledWords {
    static func faults(in letters: TextScalars) -> [TextFault] { faults(in: letters, letters.wordRanges) }

    static func faults(in letters: TextScalars, _ words: [Range<Int>]) -> [TextFault] {
        var found: [TextFault] = []
        var index = 0
        while index + 1 < words.count {
            defer { index += 1 }
            guard areNeighbours(words[index], words[index + 1], letters) else { continue }
            if isSame(words[index], words[index + 1], letters) {
                guard isTyped(words[index], between: index, words, letters) else { continue }
                found.append(
                    fault(words[index].lowerBound..<words[index + 1].upperBound, words[index], letters))
            } else if index + 3 < words.count, isSame(words[index], words[index + 2], letters),
                isSame(words[index + 1], words[index + 3], letters),
                areNeighbours(words[index + 1], words[index + 2], letters),
                areNeighbours(words[index + 2], words[index + 3], letters)
            {
                let once = words[index].lowerBound..<words[index + 1].upperBound
                guard !again.contains(Normalization.nfc(letters[once]).lowercased()) else { continue }
                found.append(fault(words[index].lowerBound..<words[index + 3].upperBound, once, letters))
                index += 2
            }
        }
        return found + repeated(letters, words)
    }

    /// Three words and more with the marks behind them, and the same again: `các Chỉ thị: các Chỉ thị: số 15`.
    private static func repeated(_ letters: TextScalars, _ words: [Range<Int>]) -> [TextFault] {
        for index in words.indices where letters[words[index].upperBound] == ":" {
            let next = index + 1
            for count in leastRepeated...mostRepeated where index + 1 >= count && next + count <= words.count
            {
                let once = words[next - count].lowerBound..<words[next].lowerBound
                let again = words[next].lowerBound..<words[next].lowerBound + once.count
                guard again.upperBound <= letters.count,
                    letters.scalars[once].elementsEqual(letters.scalars[again])
                else { continue }
                return [fault(once.lowerBound..<again.upperBound, once, letters)]
            }
        }
        return []
    }

    private static let (leastRepeated, mostRepeated) = (2, 6)

    private static func fault(_ twice: Range<Int>, _ once: Range<Int>, _ letters: TextScalars) -> TextFault {
        letters.fault(.doubledWord, at: twice, right: letters[once], en: letters[once])
    }

    /// Nothing but one blank between them.
    private static func areNeighbours(_ first: Range<Int>, _ second: Range<Int>, _ letters: TextScalars)
        -> Bool
    { second.lowerBound == first.upperBound + 1 && letters[first.upperBound]?.isBlank == true }

    private static func isSame(_ first: Range<Int>, _ second: Range<Int>, _ letters: TextScalars) -> Bool {
        guard first.count == second.count, first.count > 1,
            letters.scalars[first.upperBound - 1] == letters.scalars[second.upperBound - 1]
        else { return false }
        return letters.scalars[first].elementsEqual(letters.scalars[second])
            || letters[first].lowercased() == letters[second].lowercased()
    }

    /// Whether the word was typed twice, by itself or by the words on both sides of the pair.
    private static func isTyped(
        _ word: Range<Int>, between index: Int, _ words: [Range<Int>], _ letters: TextScalars
    ) -> Bool {
        func text(_ place: Int, beside other: Int) -> String {
            let (first, second) = place < other ? (place, other) : (other, place)
            guard words.indices.contains(place), areNeighbours(words[first], words[second], letters) else {
                return ""
            }
            return Normalization.nfc(letters[words[place]]).lowercased()
        }
        let doubled = Normalization.nfc(letters[word]).lowercased()
        let before = text(index - 1, beside: index)
        // `năm tiếp theo theo quy định`
        if never.contains(doubled) { return doubled != "theo" || before != "tiếp" && before != "kèm" }
        // `Chỉ thị số số 46`, but `một số số liệu`.
        if doubled == "số", letters[words[index + 1].upperBound + 1]?.isDigit == true { return true }
        if units.contains(doubled) {
            return isNamed(words[index + 1], letters) && !unitCompounds.contains(before)
        }
        let after = text(index + 2, beside: index + 1)
        if let leads = onlyAfter[doubled], leads.contains(before) { return true }
        guard let others = ends["\(before) \(doubled)"], !after.isEmpty else { return false }
        return !others.contains(after)
    }

    /// `huyện huyện Ngân Sơn`: the word of a unit before its name; the ward of `phường Phường Đúc` is called so.
    private static func isNamed(_ word: Range<Int>, _ letters: TextScalars) -> Bool {
        letters[word].allSatisfy(\.isLowercase) && letters[word.upperBound] == " "
            && letters[word.upperBound + 1]?.isUpper == true
    }

    private static let units: Set<String> = ["tỉnh", "huyện", "quận", "xã", "phường", "thôn"]

    /// Words that make another one with that of a unit: `hợp tác xã xã Tân Hưng`, `cán bộ cấp xã xã Tân Hưng`.
    private static let unitCompounds: Set<String> = ["tác", "thị", "cấp", "tuyến", "liên", "làng", "trưởng"]

    /// Words of two syllables, with what the second begins as a word of its own: `thực hiện hiện đại hóa` is right.
    private static let ends: [String: Set<String>] = [
        "thực hiện": [
            "nay", "đại", "hành", "trạng", "vật", "hữu", "có", "tại", "tượng", "diện", "thực", "nhiệm",
        ],
        "công tác": [
            "động", "phong", "giả", "phẩm", "hợp", "nghiệp", "chiến", "hại", "nhân", "dụng", "quyền",
        ],
        "chứng nhận": [
            "thức", "định", "xét", "biết", "diện", "thấy", "con", "nuôi", "được", "chuyển", "quyền", "thừa",
            "thầu", "bàn", "tiền", "hàng", "đất", "giao", "lại", "chăm",
        ], "hệ thống": ["nhất", "kê", "trị", "soái", "lĩnh", "đốc", "khổ"],
        "triển khai": [
            "thác", "giảng", "mạc", "báo", "thuế", "trương", "hội", "sinh", "thông", "hoang", "sáng", "tử",
            "trừ", "quật", "phá", "nhận", "khoáng", "trường",
        ],
        "phối hợp": [
            "tác", "đồng", "lý", "pháp", "nhất", "thành", "tuyển", "lực", "long", "lệ", "thức", "phần", "với",
        ], "giải quyết": ["định", "tâm", "liệt", "toán", "nghị", "sách", "đoán", "chiến", "đấu"],
        "tổ chức": ["năng", "danh", "vụ", "sắc", "trách", "vị", "quyền"],
        "bảo đảm": ["nhiệm", "nhận", "đương", "phán", "bảo", "trách"],
        "đề nghị": ["quyết", "định", "sĩ", "viện", "lực", "trường", "sự", "án"],
        "tăng cường": ["độ", "quốc", "điệu", "tráng", "thịnh", "quyền"],
        "kiểm tra": ["cứu", "soát", "xét", "hỏi", "vấn", "khảo", "tấn"],
    ]

    /// Words that are doubled by mistake behind these, and part of another word behind most others.
    private static let onlyAfter: [String: Set<String>] = [
        "cấp": ["và", "để", "việc", "đã", "được", "chưa"],
        // `Ủy viên Ban Ban Chấp hành`, but `Trưởng Ban Ban Dân tộc`.
        "ban": ["viên"],
    ]

    /// Words that neither end nor begin another word, nor are doubled for emphasis.
    private static let never: Set<String> = [
        "các", "của", "trên", "được", "theo", "bị", "và", "là", "cho", "với", "những", "đã", "đang", "sẽ",
        "khi", "để", "như", "nếu", "nhưng", "hoặc", "cùng", "nghiên", "một", "này",
    ]

    /// What is said twice on purpose.
    private static let again: Set<String> = ["ngày càng", "từng bước", "rất nhiều", "một số", "mỗi năm"]
}
