internal import VietnameseText

/// Letters without their marks, compared with others.
struct BareLetters {
    let scalars: [Unicode.Scalar]

    init(_ text: String) {
        scalars = Array(PlainLetters.withoutMarks(text).unicodeScalars.filter { !$0.isBlank })
    }

    /// How many letters must be changed, added or taken away.
    func distance(to other: BareLetters) -> Int {
        var row = Array(0...other.scalars.count)
        for (index, scalar) in scalars.enumerated() {
            var (previous, corner) = (index + 1, index)
            for (column, right) in other.scalars.enumerated() {
                let next = min(previous + 1, row[column + 1] + 1, corner + (scalar == right ? 0 : 1))
                corner = row[column + 1]
                row[column] = previous
                previous = next
            }
            row[other.scalars.count] = previous
        }
        return row[other.scalars.count]
    }
}
