import FoundationEssentials
import Regulations
import Testing
import VietnameseText

@testable import Checking

private let pageFile = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(
        path: "Sources/Checking/BodyText/Data/tu-ngu.txt")

@Test func `the page of phrases that is compiled in is the one of the shipped lists`() throws {
    let told = PhrasePage(.shipped, Misspelling.all, of: nil)
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
        try Data(told.bytes).write(to: pageFile)
    }
    let advice: Comment = "run RECORD_GOLDEN=1 swift test --filter PhrasePageTests"
    let isWritten = try Array(Data(contentsOf: pageFile)) == told.bytes
    let isCompiledIn = PhrasePage.shipped.bytes == told.bytes
    #expect(isWritten && isCompiledIn, advice)
}

@Test func `what a page knows of a phrase is what the lists have`() throws {
    let end = try #require(CalendarDate(year: 2025, month: 7, day: 1))
    var names = KnownNames()
    names.agencies = ["Sở Tài chính"]
    names.laws = ["Luật Đầu tư"]
    names.provinces = ["Hòa Bình"]
    names.titles = ["Quốc khánh 2/9"]
    names.positions = ["Chủ tịch, kiêm Bí thư"]
    names.former = [.init(name: "huyện Hòa An", end: end, now: "các xã")]
    let words = [
        Misspelling(wrong: "Sử lý", right: "xử lý"),
        Misspelling(
            wrong: "xuất tr", right: "xuất\ttrình", notAfter: ["hồ", "sơ"], notBefore: ["khẩu"],
            isToldOnly: true),
    ]
    let page = PhrasePage(names, words, of: "danh-muc.yaml")
    var reader = PhraseReader(page)
    var found: [(phrase: String, words: [String], entry: WordLists.Entry)] = []
    while let line = reader.nextLine() {
        let fields = page.fields(of: line)
        let words = reader.words.map { String(String.UnicodeScalarView(reader.letters[$0])) }
        found.append((fields[1], words, WordLists.Entry(fields)))
    }
    #expect(
        found.map(\.phrase) == [
            "sở tài chính", "luật đầu tư", "quốc khánh 2/9", "chủ tịch, kiêm bí thư", "tỉnh hòa bình",
            "huyện hoà an", "huyện hòa an", "sử lý", "xuất tr",
        ])
    #expect(found[2].words == ["quốc", "khánh"])
    #expect(found[3].words == ["chủ", "tịch", "kiêm", "bí", "thư"])
    let former = KnownNames.Former(name: "huyện Hòa An", end: end, now: "các xã")
    #expect(
        found.map(\.entry) == [
            .agency("Sở Tài chính"), .law("Luật Đầu tư"), .title("Quốc khánh 2/9"),
            .position("Chủ tịch, kiêm Bí thư"), .place("tỉnh Hòa Bình"), .former(former), .former(former),
            .misspelt(Misspelling(wrong: "sử lý", right: "xử lý")),
            .misspelt(
                Misspelling(
                    wrong: "xuất tr", right: "xuất trình", notAfter: ["hồ", "sơ"], notBefore: ["khẩu"],
                    isToldOnly: true)),
        ])
}
