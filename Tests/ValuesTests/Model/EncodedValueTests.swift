import Diagnostics
import FoundationEssentials
import Testing
import Values

private struct Person: Encodable {
    let ten: String
    let tuoi: Int?
    let luong: Decimal
    let heSo: Double
    let sinh: Date
    let con: [Child]
    let anh: Data
}

private struct Child: Encodable { let ten: String }

@Suite struct EncodedValues {
    @Test func `a value of the program's own becomes data`() throws {
        let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47]
        let person = Person(
            ten: "An", tuoi: nil, luong: Decimal(string: "1234567890123.45") ?? 0, heSo: 2.34,
            sinh: Date(timeIntervalSince1970: -3_600), con: [Child(ten: "Bình")], anh: Data(png))
        let expected: Value = [
            "ten": "An", "luong": .number(Decimal(string: "1234567890123.45") ?? 0),
            "heSo": .number(Decimal(string: "2.34") ?? 0), "sinh": "1969-12-31T23:00:00Z",
            "con": [["ten": "Bình"]], "anh": "data:image/png;base64,iVBORw==",
        ]
        #expect(try Value(encoding: person) == expected)
        #expect(try Value(encoding: [1, 2, 3]) == [1, 2, 3])
        #expect(try Value(encoding: "An") == "An")
    }

    @Test func `what has no place in a document is refused with its place`() throws {
        let failure = #expect(throws: Failure.self) { try Value(encoding: ["a": ["b": Double.infinity]]) }
        #expect(failure?.diagnostics.map(\.code) == ["data.not-encodable"])
        #expect(failure?.description.contains("a.b") == true)
    }

    @Test func `rows of the program's own are taken anew for each passage`() throws {
        let source = RowSource((1...3).map { Value.number(Decimal($0)) })
        #expect(try source.all() == [1, 2, 3])
        #expect(try source.all() == [1, 2, 3])
    }
}
