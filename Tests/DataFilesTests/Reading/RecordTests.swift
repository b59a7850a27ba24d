import DataFiles
import Diagnostics
import Testing
import Values

private let people = CodeKind(Wording("người", en: "person"), declaredIn: "a (nguoi[].ma)")

private struct Person: Sendable {
    var code = ""
    var age = Entered<Int>.leftOut
    var friends: [Located<String>] = []

    static let form = DataForm.record(
        "nguoi", "Một người.", blank: Person(),
        [
            .required("ma", \.code, .identifier(people), "Mã."),
            .optional("tuoi", located: \.age, .integer(in: 0...150), "Tuổi."),
            .optional("ban", keeping: \.friends, .list(of: DataForm.reference(people).located), "Bạn."),
        ])
}

private func faults(_ text: String, csv: Bool = false) throws -> [String] {
    let bytes = Array(text.utf8)
    var reading = DataReading(file: "a")
    let node = csv ? try SourceNode(csv: bytes, file: "a") : try SourceNode(yaml: bytes, file: "a")
    _ = reading.read(node, as: .list(of: Person.form))
    return (reading.faults + reading.codes.faults).map { "\($0.location.text(in: .english)): \($0.code)" }
}

@Test(
    arguments: [
        ("- {ma: A, ban: [B]}\n- {ma: B, tuoi: 7}\n", []),
        ("- {ma: \"  \"}\n", ["a:1:8 ([1].ma): data.empty-field"]),
        ("- {tuoi: 7}\n", ["a:1:3 ([1].ma): data.missing-field"]),
        (
            "- {ma: A, tuoi: x, bn: 1}\n",
            ["a:1:17 ([1].tuoi): data.wrong-type", "a:1:20 ([1].bn): data.unknown-field"]
        ), ("- {ma: A b}\n", ["a:1:8 ([1].ma): data.space-in-code"]),
        ("- {ma: A}\n- {ma: A}\n", ["a:2:8 ([2].ma): data.duplicate-id"]),
        ("- {ma: A, ban: [C]}\n", ["a:1:17 ([1].ban[1]): data.unknown-reference"]),
        // What refers to codes that could not be read is not judged.
        ("- {ma: [A]}\n- {ma: B, ban: [A]}\n", ["a:1:8 ([1].ma): data.wrong-type"]),
        ("x\n", ["a:1:1: data.wrong-type"]),
        // A number that YAML's comma has cut, and a list of keys that it has not.
        ("- {ma: A, tuoi: 1,5tr}\n", ["a:1:17 ([1].5tr): data.number-cut-by-comma"]),
        ("- {ma: A, tuoi: 1, 5tr}\n", ["a:1:20 ([1].5tr): data.unknown-field"]),
    ] as [(String, [String])]) func `each fault is told once, with its place`(text: String, told: [String])
    throws
{ #expect(try faults(text) == told) }

@Test func `faults of a header are told once, faults of cells row by row`() throws {
    #expect(
        try faults("mã,tuoi,x\nA,1,\nB,200,\nC,-,\n", csv: true) == [
            "a:1:1 ([1].mã): data.unknown-field", "a:1:9 ([1].x): data.unknown-field",
            "a:3:3 ([2].tuoi): data.out-of-range", "a:4:3 ([3].tuoi): data.wrong-type",
        ])
}

@Test(arguments: [
    ("{ma: A}", true, false, nil), ("{ma: A, tuoi: }", true, false, nil),
    ("{ma: A, tuoi: x}", false, true, nil), ("{ma: A, tuoi: 9}", false, false, 9),
]) func `what a check may ask of a key`(text: String, isLeftOut: Bool, isUnreadable: Bool, value: Int?) throws
{
    var reading = DataReading(file: "a")
    let person = try #require(
        reading.read(try SourceNode(yaml: Array(text.utf8), file: "a"), as: Person.form))
    #expect(person.age.isLeftOut == isLeftOut && person.age.isUnreadable == isUnreadable)
    #expect(person.age.value == value)
    #expect(person.age.place?.location.text(in: .english) == value.map { _ in "a:1:15 (tuoi)" })
}

@Test func `items told apart by keys are changed, added and taken away one by one`() throws {
    let form = DataForm<[Named<String>]>.keyed(
        Wording("tên: chữ", en: "name: text"), id: \.name,
        read: { entry, base, _ in
            entry.value.line.map { Named(name: entry.key, value: (base?.value ?? "") + $0) }
        }, write: { .text($0.value) })
    func read(_ text: String, _ base: [(String, String)] = []) throws -> [String]? {
        var reading = DataReading(file: "a")
        let node = try SourceNode(yaml: Array(text.utf8), file: "a")
        return form.read(node, base.map { Named(name: $0.0, value: $0.1) }, &reading)?.map {
            "\($0.name)=\($0.value)"
        }
    }
    let base = [("a", "1"), ("b", "2"), ("c", "3")]
    #expect(try read("{x: m, y: n}") == ["x=m", "y=n"])
    #expect(try read("{b: m, d: n, a: o}", base) == ["a=1o", "b=2m", "c=3", "d=n"])
    // What stood behind one that goes is found where it stands now, also by one that was added.
    #expect(try read("{a: khong, c: m, d: n, b: khong, e: o}", base) == ["c=3m", "d=n", "e=o"])
    #expect(try read("{z: khong, c: khong, d: m}", base) == ["a=1", "b=2", "d=m"])
}
