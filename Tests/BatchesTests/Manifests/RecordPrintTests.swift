import Testing

@testable import Batches

struct RecordPrintTests {
    private func print(_ bytes: [UInt8]) -> String { RecordPrint(bytes.span).hexadecimal }

    /// Computed by hand from the definition, so that every machine and every version has the same.
    @Test(arguments: [
        ("", "f706cdd0cde2f309323a881370a318fc"), ("a", "d1969291af6e2992aed4dea52b3a61c1"),
        ("{\"so\":\"12\"}", "0396c654317192ec534ef265c5d7e267"),
        ("{\"so\":\"12\",\"ten\":\"An\"}", "5d4cd93b747840882df38e3c34e8402d"),
        ("Cộng hòa xã hội chủ nghĩa", "6b2f4caf215c514303c10ccdaba39731"),
    ]) func `a record has one print on every machine`(text: String, expected: String) {
        #expect(print(Array(text.utf8)) == expected)
    }

    @Test func `whatever changes in a record changes its print`() {
        let record = Array("{\"so\":\"12\",\"ten\":\"Nguyễn Thị Ánh\",\"ngay\":\"05/03/2026\"}".utf8)
        var seen: Set<String> = []
        for length in 0...record.count { seen.insert(print(Array(record.prefix(length)))) }
        for place in record.indices {
            for bit in 0..<8 as Range<UInt8> {
                var other = record
                other[place] ^= 1 << bit
                seen.insert(print(other))
            }
        }
        // Two of eight bytes that have changed places, and zeros at the end.
        for place in 0..<record.count - 8 {
            var other = record
            other.swapAt(place, place + 8)
            if other != record { seen.insert(print(other)) }
        }
        let swapped = (0..<record.count - 8).count { record[$0] != record[$0 + 8] }
        for zeros in 1...32 { seen.insert(print(record + [UInt8](repeating: 0, count: zeros))) }
        #expect(seen.count == record.count + 1 + 8 * record.count + swapped + 32)
    }
}
