internal import FoundationEssentials
internal import VietnameseText

/// Which rows were there already, by what they hash to: eight bytes a row, and four for its place.
struct SeenRows {
    private var hashes: [UInt64] = []
    private var lines: [UInt32] = []
    /// Numbers of rows from 1 on, found by their hash; 0 is free.
    private var slots: [UInt32] = Array(repeating: 0, count: 1024)

    /// How many rows there are; the next one's number.
    var count: Int { hashes.count }

    /// Notes a row; the number and line of the first one that was the same, where there is one.
    mutating func insert(_ row: LoggedRow, line: Int) -> (row: Int, line: Int)? {
        var hasher = Hasher()
        // Few large pieces take less time than many small ones.
        func pair(_ one: Int32, _ other: Int32) -> UInt64 {
            UInt64(UInt32(bitPattern: one)) << 32 | UInt64(UInt32(bitPattern: other))
        }
        hasher.combine(pair(Int32(truncatingIfNeeded: row.date.ordinal), row.unit))
        hasher.combine(pair(row.workItem ?? -1, row.channel ?? -1))
        hasher.combine(pair(row.indicator ?? -1, row.amount == nil ? 0 : 1))
        hasher.combine(number: row.amount?.number)
        hasher.combine(row.note)
        let hash = UInt64(bitPattern: Int64(hasher.finalize()))
        hashes.append(hash)
        lines.append(UInt32(clamping: line))
        if hashes.count * 2 > slots.count { grow() }
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let earlier = Int(slots[slot]) - 1
            if hashes[earlier] == hash { return (earlier, Int(lines[earlier])) }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = UInt32(hashes.count)
        return nil
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 2)
        // The row at hand is put in by who asked.
        for row in hashes.indices.dropLast() {
            var slot = Int(truncatingIfNeeded: hashes[row]) & (slots.count - 1)
            var isKnown = false
            while slots[slot] != 0 {
                isKnown = hashes[Int(slots[slot]) - 1] == hashes[row]
                if isKnown { break }
                slot = (slot + 1) & (slots.count - 1)
            }
            if !isKnown { slots[slot] = UInt32(row + 1) }
        }
    }
}
