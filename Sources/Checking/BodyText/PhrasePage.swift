internal import Recognition
internal import Regulations
internal import VietnameseText

/// Lists of names and words as a page of phrases, each a line: its kind, its small letters, what is right, parted by tabs.
///
/// The shipped lists are compiled in as such a page too, for reading them and laying out their letters takes longer than a check;
/// a test holds the page to the lists.
struct PhrasePage: Sendable {
    let bytes: [UInt8]
    /// The list of an office's own that says so; nil for what is shipped.
    let source: String?

    static let shipped = PhrasePage(bytes: PackageResources.tu_ngu_txt, source: nil)

    private init(bytes: [UInt8], source: String?) { (self.bytes, self.source) = (bytes, source) }

    init(_ names: KnownNames, _ misspellings: [Misspelling], of source: String?) {
        let entries = Self.entries(names) + misspellings.map { ($0.wrong, .misspelt($0)) }
        let lines = entries.map { phrase, entry in
            ([entry.kind.rawValue, LetterCase.lower(phrase)] + entry.fields).map(Self.field).joined(
                separator: "\t") + "\n"
        }
        self.init(bytes: Array(lines.joined().utf8), source: source)
    }

    func fields(of line: Range<Int>) -> [String] {
        bytes[line].split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    /// A text without what parts fields and lines.
    private static func field(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 }) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
    }

    private static func entries(_ names: KnownNames) -> [(String, WordLists.Entry)] {
        var entries: [(String, WordLists.Entry)] = []
        entries += names.agencies.map { ($0, .agency($0)) }
        entries += names.laws.map { ($0, .law($0)) }
        entries += names.titles.map { ($0, .title($0)) }
        entries += names.positions.map { ($0, .position($0)) }
        entries += names.provinces.map { ("tỉnh \($0)", .place("tỉnh \($0)")) }
        // “Giải thưởng Hòa bình” is no province.
        entries += names.provinces.filter { $0 != "Hòa Bình" }.map { ($0, .province($0)) }
        entries += names.properPlaces.map { ($0, .place($0)) }
        for name in names.former {
            // In either style of tone marks.
            let spellings = Set(ToneMarkStyle.allCases.map { $0.applied(to: name.name) })
            entries += spellings.sorted().map { ($0, .former(name)) }
        }
        return entries
    }
}

// What an entry is on a page.
extension WordLists.Entry {
    enum Kind: String {
        case misspelt = "chinh_ta"
        case agency = "co_quan"
        case law = "luat"
        case position = "chuc_vu"
        case place = "dia_danh"
        case province = "tinh"
        case title = "danh_hieu"
        case former = "thoi_hoat_dong"
    }

    /// Before what a misspelt word is none after, and before; and for one that is only told.
    private static let (after, before, told) = ("<", ">", "!")

    fileprivate var kind: Kind {
        switch self {
        case .misspelt: .misspelt
        case .agency: .agency
        case .law: .law
        case .position: .position
        case .place: .place
        case .province: .province
        case .title: .title
        case .former: .former
        }
    }

    /// What follows the kind and the phrase.
    fileprivate var fields: [String] {
        switch self {
        case .misspelt(let word):
            [word.right] + word.notAfter.map { Self.after + $0 } + word.notBefore.map { Self.before + $0 }
                + (word.isToldOnly ? [Self.told] : [])
        case .agency(let right), .law(let right), .position(let right), .place(let right),
            .province(let right), .title(let right):
            [right]
        case .former(let former): [former.name, former.end.text(.iso), former.now]
        }
    }

    /// Of a line of a page: kind, phrase and what follows.
    init(_ line: [String]) {
        let right = line[2]
        switch Kind(rawValue: line[0]) {
        case .agency: self = .agency(right)
        case .law: self = .law(right)
        case .position: self = .position(right)
        case .place: self = .place(right)
        case .province: self = .province(right)
        case .title: self = .title(right)
        case .former:
            guard let end = try? CalendarDate(parsing: line[3]) else {
                preconditionFailure("no day: \(line)")
            }
            self = .former(KnownNames.Former(name: right, end: end, now: line[4]))
        case .misspelt:
            func words(_ mark: String) -> [String] {
                line[3...].filter { $0.hasPrefix(mark) }.map { String($0.dropFirst()) }
            }
            self = .misspelt(
                Misspelling(
                    wrong: line[1], right: right, notAfter: words(Self.after), notBefore: words(Self.before),
                    isToldOnly: line[3...].contains(Self.told)))
        case nil: preconditionFailure("no kind of entry: \(line)")
        }
    }
}

/// Goes through the lines of a page, with the letters of each one's phrase.
struct PhraseReader {
    private let bytes: [UInt8]
    private var place = 0
    /// The phrase of the line, and where its words stand in it.
    private(set) var letters: [Unicode.Scalar] = []
    private(set) var words: [Range<Int>] = []

    init(_ page: PhrasePage) { bytes = page.bytes }

    /// Where the next line stands, without its end; nil behind the last one.
    mutating func nextLine() -> Range<Int>? {
        guard place < bytes.count else { return nil }
        let start = place
        skip(to: UInt8(ascii: "\t"))
        place += 1
        let phrase = place
        skip(to: UInt8(ascii: "\t"))
        read(phrase..<place)
        skip(to: UInt8(ascii: "\n"))
        place += 1
        return start..<place - 1
    }

    private mutating func skip(to end: UInt8) {
        while place < bytes.count, bytes[place] != end { place += 1 }
    }

    private mutating func read(_ phrase: Range<Int>) {
        letters.removeAll(keepingCapacity: true)
        words.removeAll(keepingCapacity: true)
        var first: Int?
        for letter in String(decoding: bytes[phrase], as: UTF8.self).unicodeScalars {
            if letter.isLetter {
                first = first ?? letters.count
            } else if let start = first {
                words.append(start..<letters.count)
                first = nil
            }
            letters.append(letter)
        }
        if let first { words.append(first..<letters.count) }
    }
}
