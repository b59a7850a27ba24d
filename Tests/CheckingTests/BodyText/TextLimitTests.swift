import Diagnostics
import OfficeDocument
import OfficePackage
import Regulations
import Testing

@testable import Checking
@testable import Forms

/// Paragraphs put into a right document, and how many places of a rule are told in them.
struct TextLimit: CustomTestStringConvertible, Sendable {
    let rule: Rule
    let lines: [String]
    let told: Int

    var testDescription: String { "\(rule.code.rawValue) \(told): \(lines.joined(separator: " | "))" }

    init(_ rule: Rule, _ lines: [String], _ told: Int) {
        self.rule = rule
        self.lines = lines
        self.told = told
    }

    /// A sentence of so many letters.
    private static func sentence(_ first: String, _ length: Int, _ end: String) -> String {
        let words = first + String(repeating: " hàng tháng", count: 20)
        return words.prefix(length - end.count - 1) + "a" + end
    }

    private static func repeated(_ line: String, _ count: Int) -> [String] { (0..<count).map { _ in line } }

    static let quotes: [TextLimit] = [(1, 1, 0), (2, 1, 1), (2, 2, 0), (3, 2, 2), (3, 3, 0)].map {
        curly, straight, told in
        TextLimit(
            .quotesMixed,
            (1...curly).map { "Phong trào “Xanh \($0)a”." }
                + (1...straight).map { "Mô hình \"Phòng họp \($0)a\" mới." }, told)
    }

    static let capitals: [TextLimit] =
        [(2, 1, 0), (3, 1, 1), (3, 2, 2), (3, 3, 0), (4, 3, 3)].map { small, large, told in
            TextLimit(
                .mixedCapitals,
                repeated("Gửi các đại biểu.", small) + repeated("Ý kiến của Đại biểu về việc này.", large),
                told)
        } + [
            // The word of a unit, by what stands behind it.
            TextLimit(.mixedCapitals, repeated("Các sở của tỉnh.", 3) + ["Ý kiến của Tỉnh, của các sở."], 1),
            TextLimit(
                .mixedCapitals, repeated("Các sở của tỉnh.", 3) + ["Ý kiến (của Tỉnh) về việc này."], 1),
            TextLimit(.mixedCapitals, repeated("Các sở của tỉnh.", 3) + ["Theo ý kiến của Tỉnh"], 1),
            TextLimit(.mixedCapitals, repeated("Các sở của tỉnh.", 3) + ["Ý kiến của Tỉnh về việc này."], 1),
            TextLimit(.mixedCapitals, repeated("Các sở của tỉnh.", 3) + ["Ý kiến của Tỉnh ủy."], 0),
            // A name of a paper, and one of a body.
            TextLimit(
                .mixedCapitals, repeated("Sẽ đánh giá.", 3) + ["Gửi Trung tâm Khảo thí và Đánh giá kết quả."],
                0),
            TextLimit(
                .mixedCapitals, repeated("Sẽ đánh giá.", 3) + ["Đã tổ chức tổng hợp và Đánh giá kết quả."], 1),
        ]

    static let decimals: [TextLimit] = [
        // Two with a full stop are too few, unless they stand beside the only one without.
        TextLimit(.numberingStyle, ["3.1. Một.", "3.2. Hai.", "4.1 Ba."], 0),
        TextLimit(.numberingStyle, ["3.1. Một.", "3.2. Hai.", "3.3. Ba.", "4.1 Bốn."], 1),
        TextLimit(.numberingStyle, ["3.1. Một.", "3.2. Hai.", "3.3. Ba.", "4.1 Bốn.", "4.2 Năm."], 2),
        TextLimit(
            .numberingStyle, ["3.1. Một.", "3.2. Hai.", "3.3. Ba.", "4.1 Bốn.", "4.2 Năm.", "4.3 Sáu."], 0),
        TextLimit(.numberingStyle, ["3.1. Một.", "3.2 Hai."], 1),
        TextLimit(.numberingStyle, ["3.1. Một.", "3.2 Hai.", "3.3 Ba."], 0),
        TextLimit(.numberingStyle, ["3.1.1. Một.", "3.2.1 Hai."], 0),
        TextLimit(.numberingRepeat, ["3.1. Một.", "3.2. Hai.", "3.1. Ba."], 0),
        TextLimit(.numberingRepeat, ["3.1. Một.", "3.1. Hai."], 1),
        TextLimit(.numberingRepeat, ["3.1. Một.", "a) Hai.", "3.1. Ba."], 0),
        TextLimit(.numberingRepeat, ["3.1. Một.", "- Hai.", "+ Ba.", "* Bốn.", "3.1. Năm."], 1),
    ]

    /// Two to four levels of one or two figures, before a word with a capital.
    static let levels: [TextLimit] = [
        ("1.1. Một.", 1), ("1.1 Một.", 1), ("1.1.1.1. Một.", 1), ("1.1.1.1.1. Một.", 0), ("10.12. Một.", 1),
        ("100.1. Một.", 0), ("1.100. Một.", 0), ("1.1. một.", 0), ("1.1.Một.", 0), ("1. Một.", 0),
        (".1.1. Một.", 0),
    ].map { TextLimit(.numberingDecimal, [$0], $1) }

    static let lists: [TextLimit] =
        [
            (["a;", "b.", "c."], 0), (["a.", "b;", "c;", "d."], 1), (["a;", "b;", "c.", "d."], 1),
            (["a;", "b;", "c;", "d."], 0), (["a;", "b;", "c;", "d;"], 0), (["a.", "b;", "c.", "d."], 0),
            (["a;", "b..", "c;", "d."], 0), (["a;", "b: một. Hai.", "c;", "d."], 0),
            (["a;", "b,", "c;", "d."], 0),
        ].map { items, told in TextLimit(.listEnd, items.map { "- Việc \($0)" }, told) } + [
            // Another sign, and another list, begin anew.
            TextLimit(.listEnd, ["- Việc a;", "- Việc b.", "+ Việc c;", "+ Việc d;"], 0),
            TextLimit(.listEnd, ["a) Việc a;", "b) Việc b.", "a) Việc c;", "b) Việc d."], 0),
            TextLimit(.listEnd, ["a) Việc a;", "b) Việc b.", "c) Việc c;", "d) Việc d."], 1),
        ]

    /// A paragraph in small letters below one that has ended, both longer than forty letters.
    static let openings: [TextLimit] =
        [(40, 60, 0), (41, 60, 1), (60, 40, 0), (60, 41, 1), (60, 60, 1)].map { above, below, told in
            TextLimit(
                .sentenceCapital, [sentence("Các đơn vị", above, "."), sentence("chỉ số", below, ".")], told)
        } + [
            TextLimit(.sentenceCapital, [sentence("Các đơn vị", 60, ":"), sentence("chỉ số", 60, ".")], 0),
            TextLimit(.sentenceCapital, [sentence("Các đơn vị", 60, ".."), sentence("chỉ số", 60, ".")], 0),
            TextLimit(.sentenceCapital, [sentence("Các đơn vị", 60, "."), sentence("Chỉ số", 60, ".")], 0),
            TextLimit(.sentenceCapital, [sentence("Các đơn vị", 60, "."), sentence("x chỉ số", 60, ".")], 0),
        ]

    /// Three to six capitals, used twice and explained nowhere.
    static let abbreviations: [TextLimit] =
        [
            (["YHCT"], 0), (["YHCT", "YHCT"], 1), (["SX", "SX"], 0), (["SXH", "SXH"], 1),
            (["BCDFGH", "BCDFGH"], 1), (["BCDFGHK", "BCDFGHK"], 0), (["UBND", "UBND"], 0),
            (["SXH", "SXH", "YHCT", "YHCT"], 2), (["SXH", "SXH", "YHCT"], 1), (["OCOP", "OCOP"], 0),
            (["MMX", "MMX"], 0),
        ].map { words, told in
            TextLimit(.abbreviationUndefined, words.map { "Khám bằng \($0) tại trạm." }, told)
        }
        + [
            "y học cổ truyền (YHCT) tại", "YHCT (y học cổ truyền) tại", "YHCT: y học", "YHCT = y học",
            "YHCT là y học", "gọi là YHCT",
        ].map {
            TextLimit(
                .abbreviationUndefined,
                ["Khám bằng \($0).", "Khám bằng YHCT tại trạm.", "Điều trị bằng YHCT tại trạm."], 0)
        } + [
            TextLimit(.abbreviationUndefined, repeated("Dùng phần mềm YHCT tại trạm.", 2), 0),
            TextLimit(.abbreviationUndefined, repeated("Khám bằng YHCT SXH tại trạm.", 2), 0),
        ]

    static let all = quotes + capitals + decimals + levels + lists + openings + abbreviations
}

@Test(arguments: TextLimit.all) func `a rule of the text speaks from its limit on`(limit: TextLimit) throws {
    var document = RightDocuments.plan
    document.insert(limit.lines.map { FormStyle.body($0) }, .after, Mutation.lastPoint)
    let told = OfficialCheck(of: try document.read(as: .docx)).findings.filter { $0.rule == limit.rule }
    #expect(told.reduce(0) { $0 + 1 + $1.furtherPlaces } == limit.told, "\(told.map { "\($0.excerpt)" })")
}

@Test(arguments: [(5, "BCD, BCF, BCG, BCK, BCL"), (6, "BCD, BCF, BCG, BCK, BCL…")])
func `five abbreviations are named, more are told of`(count: Int, names: String) throws {
    var document = RightDocuments.plan
    let words = ["BCD", "BCF", "BCG", "BCK", "BCL", "BCM"].prefix(count)
    let lines = words.flatMap { ["Khám bằng \($0) tại trạm.", "Điều trị bằng \($0) tại trạm."] }
    document.insert(lines.map { FormStyle.body($0) }, .after, Mutation.lastPoint)
    let told = OfficialCheck(of: try document.read(as: .docx)).findings.filter {
        $0.rule == .abbreviationUndefined
    }
    #expect(told.map(\.found.english) == ["“\(names)” not explained"])
    #expect(told.map(\.furtherPlaces) == [count - 1])
}
