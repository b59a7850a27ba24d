/// The known name that a mistyped one most likely meant.
///
/// Compares letters without case and marks, `i` and `y` as one, so that `mục_đích` means `muc_dich` and `ki` means `ky`; nil when nothing is closer than a third of the name's length (at least one edit is always allowed).
package func nearestName(to name: String, among known: some Sequence<String>) -> String? {
    let wanted = bareLetters(of: name)
    // A name of one letter is like any other.
    let limit = wanted.count < 2 ? 0 : max(1, wanted.count / 3)
    var best: (name: String, distance: Int, longer: Int)?
    for candidate in known where candidate.utf8.count <= 4 * (wanted.count + limit) {
        let letters = bareLetters(of: candidate)
        // Of two as near, the one of the same length: two letters that changed places.
        let longer = abs(letters.count - wanted.count)
        guard longer <= limit else { continue }
        let distance = editDistance(wanted, letters)
        guard distance <= limit, distance == 0 || isLikely(wanted, letters) else { continue }
        if let found = best, (found.distance, found.longer, found.name) <= (distance, longer, candidate) {
            continue
        }
        best = (candidate, distance, longer)
    }
    return best?.name
}

/// Whether one edit is a slip rather than another word: of three letters and fewer only two that changed places, or one too many or too few
/// of three or between the same first and last letter.
private func isLikely(_ wanted: [UInt32], _ letters: [UInt32]) -> Bool {
    guard min(wanted.count, letters.count) <= 3 else { return true }
    if wanted.count == letters.count { return wanted.sorted() == letters.sorted() }
    return min(wanted.count, letters.count) == 3
        || wanted.count > 1 && wanted.first == letters.first && wanted.last == letters.last
}

/// Edits (insert, delete, replace, swap of neighbours) that turn one word into the other.
private func editDistance(_ a: [UInt32], _ b: [UInt32]) -> Int {
    var beforeLast = Array(repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    var row = beforeLast
    for i in a.indices {
        row[0] = i + 1
        for j in b.indices {
            var distance = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                distance = min(distance, beforeLast[j - 1] + 1)
            }
            row[j + 1] = distance
        }
        (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[b.count]
}

/// The letters of a name as they are compared: small, without marks, `y` as `i`.
private func bareLetters(of name: String) -> [UInt32] {
    guard name.utf8.allSatisfy({ $0 < 128 }) else {
        return name.lowercased().map { $0.bare.unicodeScalars.first?.value ?? 0 }
    }
    return name.utf8.map { byte in
        let small = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 32 : byte
        return UInt32(small == UInt8(ascii: "y") ? UInt8(ascii: "i") : small)
    }
}

extension Character {
    /// The letter under its marks, `đ` as `d` and `ệ` as `e`, and `y` as `i`, which Vietnamese writes for each other.
    fileprivate var bare: Character {
        let letter = unmarked
        return letter == "y" ? "i" : letter
    }

    /// Unicode's own name of a letter begins with the plain one.
    private var unmarked: Character {
        guard !isASCII, let words = unicodeScalars.first?.properties.name?.split(separator: " "),
            let place = words.firstIndex(of: "LETTER"), words.indices.contains(place + 1),
            words[place + 1].count == 1
        else { return self }
        return Character(words[place + 1].lowercased())
    }
}
