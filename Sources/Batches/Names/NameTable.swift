/// Which names were there, by digests of eight bytes: 16 to 32 bytes a name.
struct NameTable {
    private var slots = [UInt64](repeating: 0, count: 1 << 10)
    private var count = 0

    /// False when the name, in capitals or not, was there before.
    mutating func insert(_ name: String) -> Bool { insert(bytes: name.lowercased().utf8) }

    /// False when exactly this name was there before.
    mutating func insert(exactly name: String) -> Bool { insert(bytes: name.utf8) }

    private mutating func insert(bytes: String.UTF8View) -> Bool {
        if 2 * count >= slots.count { grow() }
        // Two digests, so that a name among millions is not taken for another.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
            hash ^= hash >> 29
        }
        guard place(hash | 1) else { return false }
        count += 1
        return true
    }

    private mutating func place(_ hash: UInt64) -> Bool {
        var slot = Int(hash >> 1) & (slots.count - 1)
        while slots[slot] != 0 {
            if slots[slot] == hash { return false }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = hash
        return true
    }

    private mutating func grow() {
        let old = slots
        slots = [UInt64](repeating: 0, count: 2 * old.count)
        for hash in old where hash != 0 { _ = place(hash) }
    }
}

/// Names in a folder that other file systems take for one.
struct SimilarNames {
    private var exact = NameTable()
    private var folded = NameTable()

    /// Those that differ from an earlier one by capitals alone.
    mutating func adding(_ names: [String]) -> [String] {
        names.filter { name in
            guard exact.insert(exactly: name) else { return false }
            return !folded.insert(name)
        }
    }
}
