import Diagnostics
import TemplateLanguage
import Testing
import Values

private let data: Value = [
    "user-name": "An", "a%": "phần trăm", "<": "nhỏ", "&lt;": "tham chiếu", "1": "một", "2": ["x", "y"],
    "Số lượng (cái)": 5, "ngày/tháng": "05/01", "a.b": "chấm", "a": 7, "b": 2, "a - b": "không bao giờ",
    "2nd name": "thứ hai", "3": .null, "ds": [["Đơn giá (đ)": 10], ["Đơn giá (đ)": 20]], "x+": "cộng",
    "ghi chú:": "có", "số": "chữ",
]

@Suite struct Keys {
    @Test(arguments: [
        // A key that can be read as an expression is the expression, where that has a value.
        ("{user-name}", "An"), ("{ user-name }", "An"), ("{a - b}", "5"), ("{ngày/tháng}", "05/01"),
        ("{a.b}", "chấm"), ("{a%}", "phần trăm"), ("{<}", "nhỏ"), ("{&lt;}", "tham chiếu"),
        ("{Số lượng (cái)}", "5"), ("{2nd name}", "thứ hai"), ("{ghi chú:}", "có"),
        ("{so\u{0302}\u{0301}}", "chữ"),
        // A number is a number where it is printed, a name where it opens a section.
        ("{1}", "1"), ("{#2}{.}{/2}", "xy"), ("{^3}trống{/3}", "trống"),
        ("{#user-name}{.}{/user-name}", "An"), ("{#ds}{Đơn giá (đ)};{/}", "10;20;"),
        ("{#Số lượng (cái)}có{/}", "có"), ("{^khong-co}không{/}", "không"),
    ]) func `a tag may be a key that is no name`(source: String, result: String) throws {
        #expect(try rendered(source, data) == result)
    }

    @Test(arguments: [
        ("{user-nam}", "template.unknown-field", "thẻ “user-nam”: dữ liệu không có “user”"),
        ("{Số lượng (con)}", "template.left-over", "thừa “(” trong thẻ “Số lượng (con)”"),
        ("{b%}", "template.unexpected-character", "ký tự lạ “%” trong thẻ “b%”"),
        ("{x+}", "template.expected-value", "biểu thức bị bỏ dở trong thẻ “x+”"),
        ("{a | hoa)}", "template.left-over", "thừa “)” trong thẻ “a | hoa)”"),
    ]) func `what is neither key nor expression is told as it looks`(
        source: String, code: String, message: String
    ) {
        let failure = #expect(throws: Failure.self) { try rendered(source, data) }
        #expect(failure?.diagnostics.map(\.code) == [code])
        #expect(failure?.diagnostics.map(\.message.vietnamese) == [message])
    }

    @Test func `a slip stays a fault where missing values may be blank`() {
        let failure = #expect(throws: Failure.self) { try rendered("{b ; a}", data, missing: .isBlank) }
        #expect(failure?.diagnostics.map(\.code) == ["template.unexpected-character"])
    }

    @Test(arguments: [
        ("-w:p muc", "#muc", "muc", WrittenTag.Span.element("w:p")),
        ("-table:table-row  muc chi", "#muc chi", "muc chi", .element("table:table-row")),
        ("#muc [loopOver: \"row\"]", "#muc", "muc", .row),
        ("^muc [ loopOver : ‘content’ ]", "^muc", "muc", .content), ("#a", "#a", "a", nil),
        ("-a", "-a", "-a", nil), ("-a:b", "-a:b", "-a:b", nil),
        ("-a > b ? c : d", "-a > b ? c : d", "-a > b ? c : d", nil),
    ]) func `a tag says what it spans`(source: String, core: String, name: String, span: WrittenTag.Span?) {
        let tag = WrittenTag(source)
        #expect(tag.core == core)
        #expect(tag.name == name)
        #expect(tag.span == span)
    }
}

@Suite struct LanguageLimits {
    @Test(arguments: [
        (
            "{" + String(repeating: "(", count: 2000) + "a" + String(repeating: ")", count: 2000) + "}",
            "template.expression-too-deep"
        ), ("{" + String(repeating: "a+", count: 4000) + "a}", "template.expression-too-deep"),
        ("{a" + String(repeating: "|hoa", count: 2000) + "}", "template.expression-too-deep"),
        ("{" + String(repeating: "not ", count: 2000) + "a}", "template.expression-too-deep"),
        ("{" + String(repeating: "-", count: 5000) + "a}", "template.expression-too-deep"),
        ("{" + String(repeating: "a?", count: 4000) + "a}", "template.expression-too-deep"),
        ("{" + String(repeating: "a", count: 10_001) + "}", "template.tag-too-long"),
        ("{#" + String(repeating: "a", count: 1_000_000) + "}{/}", "template.tag-too-long"),
    ]) func `an expression has its limits`(source: String, code: String) throws {
        let failure = #expect(throws: Failure.self) { try rendered(source, ["a": 1]) }
        let fault = try #require(failure?.diagnostics.first)
        #expect(fault.code == code)
        #expect(fault.message.vietnamese.count < 400)
    }

    @Test func `a chain as long as the limit is computed, and one link more is refused`() throws {
        func source(_ count: Int) -> String { "{" + String(repeating: "a+", count: count) + "a}" }
        #expect(try rendered(source(200), ["a": 1]) == "201")
        let failure = #expect(throws: Failure.self) { try rendered(source(201), ["a": 1]) }
        #expect(failure?.diagnostics.map(\.code) == ["template.expression-too-deep"])
    }

    @Test func `a tag as long as the limit is read`() throws {
        let name = String(repeating: "a", count: 10_000)
        let value: Value = "x"
        #expect(try rendered("{\(name)}", .record(Record([(name, value)]))) == "x")
    }

    @Test func `a comment may be as long as it likes`() throws {
        #expect(try rendered("[{!" + String(repeating: "a", count: 100_000) + "}]", ["a": 1]) == "[]")
    }

    @Test func `a repeat inside itself stops at the limit`() throws {
        let words = TagSource(whole: "{#r}", inside: "#r", place: .file("thu.txt"))
        guard case .section(let list) = try Tag(parsing: "#r", at: words.place) else { return }
        var builder = ProgramBuilder(file: "thu.txt", invertedNames: [])
        for _ in 0..<20 { builder.enter(list, words, inverted: false) }
        builder.append("x".utf8)
        for _ in 0..<20 { builder.leave() }
        var renderer = Renderer(builder.program(), over: ["r": [1, 2, 3]], repeatLimit: 1000)
        var bytes: [UInt8] = []
        while renderer.append(atLeast: 64, to: &bytes) {}
        #expect(renderer.faults.map(\.code) == ["template.too-many-repeats"])
        #expect(renderer.faults.first?.message.vietnamese == "thẻ “#r” làm văn bản lặp quá 1000 lần")
    }

    @Test func `a repeat that would never end is told at once`() throws {
        let names = ["a", "b", "c", "d", "e"]
        let list = Value.list(Array(repeating: .record(Record([("ten", "x")])), count: 200))
        let source = names.map { "{#\($0)}" }.joined() + "x" + names.map { _ in "{/}" }.joined()
        let data = Value.record(Record(names.map { ($0, list) }))
        let failure = #expect(throws: Failure.self) { try rendered(source, data) }
        #expect(failure?.diagnostics.map(\.code) == ["template.too-many-repeats"])
    }

    @Test func `lists sixty-four deep are walked through`() throws {
        var list: Value = "đáy"
        for _ in 0..<64 { list = [list] }
        let source =
            "{#l}" + String(repeating: "{#.}", count: 63) + "{.}" + String(repeating: "{/}", count: 64)
        #expect(try rendered(source, ["l": list]) == "đáy")
    }
}
