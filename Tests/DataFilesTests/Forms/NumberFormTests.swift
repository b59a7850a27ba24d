import DataFiles
import Diagnostics
import FoundationEssentials
import Testing
import Values

private func read<Value>(_ text: String, as form: DataForm<Value>) throws -> (value: Value?, codes: [String])
{
    var reading = DataReading(file: "a.yaml")
    let value = reading.read(try SourceNode(yaml: Array(text.utf8), file: "a.yaml"), as: form)
    return (value, reading.faults.map(\.code))
}

@Test(
    arguments: [
        ("1500", 1500, nil), ("\"1.500\"", 1500, nil), ("\"1500\"", 1500, nil), ("-3", -3, nil),
        ("0.5", 0.5, nil), ("\"0,5\"", 0.5, nil), ("0.125", 0.125, nil), ("1.5000", 1.5, nil),
        ("1.500", nil, "data.ambiguous-number"), ("\"1.5\"", nil, "data.ambiguous-number"),
        ("\"1tr5\"", 1_500_000, "text.number-short-scale"), ("\"1,5 triệu\"", 1_500_000, nil),
        ("\"1,500\"", nil, "data.ambiguous-number"), ("\"77,8%\"", 77.8, nil),
        ("9999999999999999", 9_999_999_999_999_999, nil), ("10000000000000000", nil, "data.number-too-long"),
        ("0.000001", 0.000001, nil), ("0.0000001", nil, "data.number-too-long"),
        ("true", nil, "data.wrong-type"), ("[1]", nil, "data.wrong-type"),
    ] as [(String, Decimal?, String?)]) func `a number is read alike, in quotes and without`(
        text: String, number: Decimal?, code: String?
    ) throws
{
    let (value, codes) = try read(text, as: .number)
    #expect(value == number)
    #expect(
        codes.first == code
            || (code?.hasPrefix("text.number") == true && codes.first?.hasPrefix("text.number") == true))
}

@Test(
    arguments: [
        ("13", 13...13, nil), ("\"13\"", 13...13, nil), ("\"12,7\"", 12.7...12.7, nil),
        ("[13, \"14\"]", 13...14, nil), ("[14, 13]", nil, "data.wrong-type"), ("2000", 2000...2000, nil),
        ("2000.5", nil, "data.wrong-type"), ("0", 0...0, nil), ("-1", nil, "data.wrong-type"),
        ("{tu: \"18\"}", 18...Double.greatestFiniteMagnitude, nil), ("x", nil, "data.wrong-type"),
    ] as [(String, ClosedRange<Double>?, String?)]) func `a range is read alike, in quotes and without`(
        text: String, range: ClosedRange<Double>?, code: String?
    ) throws
{
    let (value, codes) = try read(text, as: .range)
    #expect(value == range)
    #expect(codes == (code.map { [$0] } ?? []))
}

@Test(
    arguments: [
        ("1", 1, nil), ("\"1\"", 1, nil), ("27", 27, nil), ("0", nil, "data.out-of-range"),
        ("28", nil, "data.out-of-range"), ("1.0", nil, "data.wrong-type"), ("x", nil, "data.wrong-type"),
        ("99999999999999999999", nil, "data.wrong-type"),
    ] as [(String, Int?, String?)]) func `a whole number has its limits`(
        text: String, number: Int?, code: String?
    ) throws
{
    let (value, codes) = try read(text, as: .integer(in: 1...27))
    #expect(value == number)
    #expect(codes == (code.map { [$0] } ?? []))
}

@Test(arguments: ["0.125", "12.345", "-12.345", "1234.567", "150", "0", "-0.5", "9999999999999999", "1.5"])
func `a number that is written reads back`(text: String) throws {
    let number = try #require(Decimal(string: text))
    let written = YAMLText.document(DataForm.number.write(number))
    #expect(try read(written, as: .number).value == number)
}
