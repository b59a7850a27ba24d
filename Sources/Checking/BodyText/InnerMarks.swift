internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check {
    static let innerMarks = lines([.capitalInside, .hyphenSpaces]) { line, _ in
        if line.component == .subject || line.component == .letterSubject {
            return InnerMarks.faults(in: line.text).filter { $0.rule == .hyphenSpaces }
        }
        if line.isInTable {
            return line.isRunning
                ? InnerMarks.faults(in: line.text).filter {
                    $0.rule == .hyphenSpaces && $0.found.contains("/")
                } : []
        }
        return line.isText ? InnerMarks.faults(in: line.text) : []
    }
}

extension Rule {
    static let capitalInside = Rule(
        "format.capital-inside", "B08", .note, .byHand, .capitals("I"),
        "Trong câu, động từ không viết hoa: sau dấu phẩy, dấu chấm phẩy, sau chủ ngữ; “về việc” sau số, ngày, tên cơ quan, danh từ chung như “đại diện lãnh đạo” cũng vậy.",
        en:
            "Within a sentence a verb has no capital: behind a comma, a semicolon or its subject; nor has “về việc” behind a number, a day or a body, nor a common noun as in “đại diện lãnh đạo”.",
        right: "xem xét, phê duyệt", wrong: "xem xét, Phê duyệt", told: .once)

    static let hyphenSpaces = Rule(
        "format.hyphen-spaces", "B06", .note, .byHand, .custom,
        "Hai bên dấu gạch nối, gạch chéo cách như nhau: liền cả hai, hoặc cách cả hai.",
        en: "A hyphen or slash has blanks on both sides or on none.", right: "kinh tế - xã hội",
        wrong: "kinh tế- xã hội", told: .once)
}

/// Capitals and blanks at marks inside sentences.
enum InnerMarks {
    static func faults(in letters: TextScalars) -> [TextFault] {
        var found: [TextFault] = []
        for place in letters.trimmed {
            switch letters.scalars[place] {
            case ",", ";": if let fault = capital(behind: place, letters) { found.append(fault) }
            case "/": if let fault = Slashes.fault(at: place, letters) { found.append(fault) }
            case "-": if let fault = blanks(at: place, letters) { found.append(fault) }
            case "V", "B", "C", "P", "L":
                if let fault = capital(at: place, letters) ?? noun(at: place, letters) { found.append(fault) }
            default: break
            }
        }
        return found
    }

    /// A verb of two syllables that begins no name, between plain words.
    private static func capital(behind mark: Int, _ letters: TextScalars) -> TextFault? {
        guard letters[mark - 1].map({ $0.isLower || letters.scalars[mark] == ";" && $0.isUpper }) == true,
            letters[mark + 1] == " ", letters[mark + 2]?.isUpper == true
        else { return nil }
        let first = letters.end(from: mark + 2) { $0.isLetter }
        guard letters[first] == " " else { return nil }
        let second = letters.end(from: first + 1) { $0.isLetter }
        let pair = letters[mark + 2..<second].lowercased()
        if letters.scalars[mark] == ";", let fault = opening(mark + 2..<first, letters) { return fault }
        guard letters[first + 1]?.isLower == true, letters[second]?.isBlank == true || letters[second] == ",",
            verbs.contains(pair) || letters.scalars[mark] == ";" && isCommon(pair, second, letters)
        else { return nil }
        // A document of that kind with a number is a name: “; Hướng dẫn số 26/HD-BCA”.
        guard !isBefore("số", second, letters) else { return nil }
        // “Kế hoạch, Hướng dẫn công tác”: kinds of papers in a row.
        guard pair != "hướng dẫn" || !followsType(mark, letters) else { return nil }
        // `các sở: Nội vụ, Xây dựng`: what sectors are called.
        let isSector = letters[mark + 2..<second] == "Xây dựng"
        guard
            !isSector
                || !letters[0..<mark].lowercased().split(separator: " ").contains(where: {
                    $0.hasPrefix("sở")
                })
        else { return nil }
        let word = mark + 2..<(letters[mark + 2..<second].lowercased() == "cử đại" ? first : second)
        return letters.fault(
            .capitalInside, at: word, right: letters[word].lowercased(), en: letters[word].lowercased())
    }

    /// `; Các giỏ quà`: a word behind a semicolon that begins no name.
    private static func opening(_ word: Range<Int>, _ letters: TextScalars) -> TextFault? {
        let small = letters[word].lowercased()
        guard ["các", "những"].contains(small), letters[word.upperBound + 1]?.isLower == true else {
            return nil
        }
        return letters.fault(.capitalInside, at: word, right: small, en: small)
    }

    /// Whether the words before the mark are a kind of paper with its capital.
    private static func followsType(_ mark: Int, _ letters: TextScalars) -> Bool {
        [
            "Kế hoạch", "Báo cáo", "Công văn", "Chỉ thị", "Thông báo", "Quyết định", "Nghị quyết", "Kết luận",
            "Quy định",
        ].contains { type in
            let start = mark - type.unicodeScalars.count
            return start >= 0 && letters[start..<mark] == type
        }
    }

    /// Words that begin names less often than sentences, before a plain word.
    private static func isCommon(_ pair: String, _ end: Int, _ letters: TextScalars) -> Bool {
        let next = letters.end(from: end + 1) { $0.isLetter }
        return commonPairs.contains(pair) && letters[end + 1]?.isLower == true
            && !["chính", "hành", "quốc"].contains(letters[end + 1..<next])
    }

    private static let commonPairs: Set<String> = [
        "tổ chức", "đồng thời", "phương pháp", "nội dung", "kết quả",
    ]

    /// `UBND tỉnh Ban hành`, `ngày 05/01/2026 Về việc`: behind a subject, a number or a day.
    private static func capital(at place: Int, _ letters: TextScalars) -> TextFault? {
        guard place > 1, letters[place - 1] == " ",
            letters[place + 1]?.isLower == true || letters[place + 1] == "/"
        else { return nil }
        guard
            let phrase = afterSubjects.first(where: {
                letters[place..<min(place + $0.unicodeScalars.count, letters.count)] == $0
            })
        else { return nil }
        var start = place - 1
        while start > 0, letters.scalars[start - 1].isWord || letters.scalars[start - 1] == "/" { start -= 1 }
        let before = letters[start..<place - 1].lowercased()
        let isSubjects = phrase == "Về việc" || phrase == "V/v"
        guard isSubjects ? !before.isEmpty : subjects.contains(before) else { return nil }
        let word = place..<place + phrase.prefix { $0 != ":" }.unicodeScalars.count
        let right = isSubjects ? "về việc" : letters[word].lowercased()
        return letters.fault(.capitalInside, at: word, right: right, en: right)
    }

    /// `đại diện Lãnh đạo`, `với Phụ huynh`: common nouns right behind a word that goes on with them.
    private static func noun(at place: Int, _ letters: TextScalars) -> TextFault? {
        guard place > 1, letters[place - 1] == " " else { return nil }
        return nouns.lazy.compactMap { noun, leaders -> TextFault? in
            let end = place + noun.unicodeScalars.count
            guard end <= letters.count, letters[place..<end] == noun, letters[end]?.isLetter != true,
                noun != "Lễ" || isCommonDay(end, letters),
                leaders.contains(where: { letters.endsWithWord($0, before: place - 1) })
            else { return nil }
            let right = noun.lowercased()
            return letters.fault(.capitalInside, at: place..<end, right: right, en: right)
        }.first
    }

    private static let nouns: KeyValuePairs = [
        "Lãnh đạo": ["đại diện", "Đại diện"], "Phụ huynh": ["với", "các", "cho", "của"], "Lễ": ["ngày"],
    ]

    /// Whether days of rest are meant, and no event by its name: `ngày Lễ, Tết`, but `ngày Lễ hội Đền Hùng`.
    private static func isCommonDay(_ place: Int, _ letters: TextScalars) -> Bool {
        guard letters[place] == " ", place < letters.trimmed.upperBound else { return true }
        let next = letters[place + 1..<letters.end(from: place + 1, while: \.isLetter)].lowercased()
        return ["tết", "và", "hoặc", "lớn", "theo"].contains(next)
    }

    private static let afterSubjects = ["Về việc", "V/v", "Ban hành", "Chỉ thị:", "Phối hợp với"]
    private static let subjects: Set<String> = [
        "phủ", "tỉnh", "huyện", "xã", "phường", "dân", "ubnd", "hđnd", "mttq",
    ]

    /// Whether that word is the next one.
    private static func isBefore(_ word: String, _ place: Int, _ letters: TextScalars) -> Bool {
        let end = letters.end(from: place + 1) { $0.isLetter }
        return place + 1 < end && letters[place + 1..<end] == word
    }

    private static let verbs: Set<String> = [
        "phê duyệt", "chuẩn bị", "triển khai", "thực hiện", "tăng cường", "đẩy mạnh", "phối hợp", "tham mưu",
        "rà soát", "đề xuất", "bố trí", "tổng hợp", "xây dựng", "hoàn thành", "bảo đảm", "đảm bảo",
        "nâng cao", "tiếp tục", "chủ động", "tích cực", "chấp hành", "hướng dẫn", "cử đại", "khắc phục",
        "huy động", "tham gia", "quán triệt", "thành lập", "ban hành", "đôn đốc", "bảo quản", "kịp thời",
        "cấp lại", "cấp đổi", "tiếp nhận", "giải quyết", "xem xét", "cập nhật", "bổ sung", "phân công",
    ]

    /// Words on both sides, a blank on one; not what a number or a letter of a list begins with.
    private static func blanks(at place: Int, _ letters: TextScalars) -> TextFault? {
        guard let before = letters[place - 1], let after = letters[place + 1] else { return nil }
        let isOpen = before.isWord && after == " "
        let isClosed = before == " " && after.isWord
        guard isOpen || isClosed, letters[isOpen ? place + 2 : place - 2]?.isWord == true else { return nil }
        var start = isOpen ? place : place - 1
        let end = start
        while start > 0, letters.scalars[start - 1].isWord { start -= 1 }
        // Codes are written as their owners do, numbers and letters count, and a line may begin with a dash.
        guard start > letters.trimmed.lowerBound || end - start > 3,
            !letters.scalars[start..<end].contains(where: { $0.isUpper })
                || end - start > 3 && !isCode(start..<end, letters)
        else { return nil }
        let next = isOpen ? place + 2 : place + 1
        if isClock(start..<end, letters), isClock(next..<letters.end(from: next) { $0.isWord }, letters) {
            return oneSided(start..<next + 1, letters)
        }
        let both = letters.scalars[start..<end].allSatisfy(\.isDigit)
        guard both == (letters[next]?.isDigit == true) else { return nil }
        // `2026 -2031`, `40.000 -50.000`, but `5 -3`
        var number = start
        while both, number > 0, letters.scalars[number - 1].isDigit || letters.scalars[number - 1] == "." {
            number -= 1
        }
        if isClosed, both, end - number < 4 { return nil }
        let range = number..<min(isOpen ? place + 3 : place + 2, letters.count)
        return oneSided(range, letters)
    }

    /// `7h30`, `17h`.
    private static func isClock(_ range: Range<Int>, _ letters: TextScalars) -> Bool {
        let parts = letters.scalars[range].split(separator: "h", omittingEmptySubsequences: false)
        return parts.count == 2 && (1...2).contains(parts[0].count) && parts[1].count <= 2
            && parts.joined().allSatisfy(\.isDigit)
    }

    static func oneSided(_ range: Range<Int>, _ letters: TextScalars) -> TextFault {
        letters.fault(
            .hyphenSpaces, at: range,
            told: Wording(
                "“\(letters[range])”: cách một bên dấu gạch", en: "“\(letters[range])”: a blank on one side"),
            right: "cách cả hai bên, hoặc không bên nào", en: "blanks on both sides, or on none")
    }

    private static func isCode(_ range: Range<Int>, _ letters: TextScalars) -> Bool {
        letters.scalars[range].dropFirst().contains(where: \.isUpper)
    }
}

extension Unicode.Scalar { fileprivate var isWord: Bool { isLetter || isDigit } }
