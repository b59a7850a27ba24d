import Diagnostics
import FoundationEssentials
import Testing
import Values

@Suite struct ExactArithmetic {
    private static func data(_ a: String, _ b: String) throws -> Value {
        let (a, b) = (try #require(Decimal(string: a)), try #require(Decimal(string: b)))
        return ["a": .number(a), "b": .number(b), "l": [.number(a), .number(b)]]
    }

    @Test(arguments: [
        ("a + b", "99999999999999999999999999999999999999", "0.1"),
        ("a - b", "10000000000000000000000000000000000000", "0.01"),
        ("l | tong", "0.00000000000000000001", "90000000000000000000000"),
        ("a * b", "12345678901234567891", "98765432109876543211"),
        ("a * b", "1.00000000000000000001", "1.0000000000000000001"),
    ]) func `what cannot be written down exactly is an error`(source: String, a: String, b: String) throws {
        let failure = #expect(throws: Failure.self) { try rendered("{\(source)}", Self.data(a, b)) }
        #expect(failure?.diagnostics.map(\.code) == ["template.too-many-digits"])
    }

    @Test(arguments: [
        ("a + b", "12345678901234567890123456789", "0.5", "12345678901234567890123456789.5"),
        ("a - b", "10000000000000000000000000000000000000", "1", "9999999999999999999999999999999999999"),
        ("a * b", "50000000000000000000000000000", "0.2", "10000000000000000000000000000"),
        ("a * b", "12345678901234567890", "10", "123456789012345678900"),
        ("a * b", "0", "98765432109876543211", "0"), ("a / b", "1", "8", "0.125"),
    ]) func `what can be is exact`(source: String, a: String, b: String, result: String) throws {
        #expect(try rendered("{\(source)}", Self.data(a, b)) == result)
    }
}
