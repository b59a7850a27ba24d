internal import VietnameseText

/// The capitals inside names of bodies, as the annex on capitals of Decree 30 has them: what kind of body it is and what it is for each begin with one.
enum BodyNames {
    /// A name in small letters but its first, with those capitals.
    static func capitalised(_ name: String) -> String {
        var words = name.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let lower = words.map { $0.lowercased() }
        guard let kind = kinds.first(where: { lower.starts(with: $0.words) }) else { return name }
        let end =
            words.indices.first { index in
                placeWords.contains(lower[index])
                    && !(lower[index] == "xã" && lower.dropFirst(index + 1).first == "hội")
            } ?? words.count
        if kind.words.count < end { words[kind.words.count].capitalise() }
        if kind.hasSeveral {
            for index in words.indices.prefix(end).dropFirst(kind.words.count + 1) {
                let before = words[index - 1]
                if ["và", "-", "–"].contains(before) || before.hasSuffix(",") { words[index].capitalise() }
            }
            for index in words.indices.prefix(end) { words[index].capitaliseBehindHyphen() }
        }
        if kind.words == ["trường"] { nameSchool(&words, lower, upTo: end) }
        return words.joined(separator: " ")
    }

    private struct Kind {
        let words: [String]
        /// Whether what it is for is often several things: Văn hóa, Thể thao và Du lịch.
        let hasSeveral: Bool

        init(_ words: String, hasSeveral: Bool) {
            self.words = words.split(separator: " ").map(String.init)
            self.hasSeveral = hasSeveral
        }
    }

    /// Longer ones before those they begin with.
    private static let kinds =
        ["chi cục", "trung tâm", "hội đồng", "sở", "bộ", "phòng", "cục", "vụ"].map {
            Kind($0, hasSeveral: true)
        }
        + [
            "ban chỉ huy", "văn phòng", "học viện", "bệnh viện", "trạm y tế", "liên đoàn", "hiệp hội",
            "tổng công ty", "công ty", "trường", "viện", "hội", "ban",
        ].map { Kind($0, hasSeveral: false) }

    private static let placeWords: Set<String> = ["tỉnh", "huyện", "quận", "xã", "phường", "thành", "thị"]

    /// What kind of school it is, and the name it has: Trường Cao đẳng Sư phạm, Trường THPT Cao Lãnh 2.
    private static func nameSchool(_ words: inout [String], _ lower: [String], upTo end: Int) {
        for kind in ["cao đẳng", "đại học", "trung cấp"].map({ $0.split(separator: " ").map(String.init) }) {
            guard let place = lower.place(of: kind) else { continue }
            words[place].capitalise()
            if place + 2 < end { words[place + 2].capitalise() }
        }
        let schools = ["trung học cơ sở", "trung học phổ thông", "tiểu học", "mầm non", "mẫu giáo"].map {
            $0.split(separator: " ").map(String.init)
        }
        var start: Int?
        for school in schools {
            guard let place = lower.place(of: school) else { continue }
            words[place].capitalise()
            start = max(start ?? 0, place + school.count)
        }
        for word in ["thpt", "thcs", "th", "ptdtnt", "ptdtbt", "mn"] {
            guard let place = lower.firstIndex(of: word) else { continue }
            start = max(start ?? 0, place + 1)
        }
        guard let start, start < end else { return }
        for index in start..<end where !["và", "số"].contains(words[index]) { words[index].capitalise() }
    }
}

extension [String] {
    fileprivate func place(of words: [String]) -> Int? {
        guard count >= words.count else { return nil }
        return (0...count - words.count).first { self[$0..<$0 + words.count].elementsEqual(words) }
    }
}

extension String {
    fileprivate mutating func capitalise() { self = LetterCase.firstLetterUpper(self) }

    /// `hóa-xã` as `hóa-Xã`.
    fileprivate mutating func capitaliseBehindHyphen() {
        guard contains("-"), count > 1 else { return }
        let parts = split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        self = ([parts[0]] + parts.dropFirst().map(LetterCase.firstLetterUpper)).joined(separator: "-")
    }
}
