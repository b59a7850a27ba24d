internal import Recognition
internal import Regulations
internal import VietnameseText

/// Words of administrative units with a capital that the decree does not give them.
///
/// `Quận 1`, `Phường Điện Biên Phủ` have theirs: before a number, an event or a person, which a name of a commune or ward may be.
enum PlaceUnits {
    static func faults(in words: TextWords) -> [TextFault] {
        let letters = words.letters
        var found: [TextFault] = []
        for index in words.ranges.indices.dropFirst()
        where initials.contains(letters.scalars[words.ranges[index].lowerBound]) {
            guard let count = unit(at: index, words),
                follows(index - 1, index, words) || count == 2 && isInRow(index, words)
            else { continue }
            let end = index + count
            let unit = words.ranges[index].lowerBound..<words.ranges[end - 1].upperBound
            let isBodys = bodies.contains(words.lower(index - 1))
            guard
                isBodys || isInRow(index, words) || letters[words.ranges[index - 1]].allSatisfy(\.isLowercase)
            else { continue }
            let isNamed =
                end < words.ranges.count && follows(end - 1, end, words)
                && letters.scalars[words.ranges[end].lowerBound].isUpper
            let isWrong = isNamed ? isNameOfPlace(end, count, words) : isBodys && isBare(end, words)
            guard isWrong else { continue }
            let right = letters[unit].lowercased()
            found.append(letters.fault(.placeUnitCapital, at: unit, right: right, en: right))
        }
        return found
    }

    /// How many words the unit takes that stands there with a capital on its first alone.
    private static func unit(at index: Int, _ words: TextWords) -> Int? {
        if units.contains(words.text(index)) { return 1 }
        guard index + 1 < words.ranges.count, follows(index, index + 1, words) else { return nil }
        return longUnits.contains("\(words.text(index)) \(words.text(index + 1))") ? 2 : nil
    }

    /// Behind another unit of a row, whose word is small: `huyện Minh Hóa, Thị xã Ba Đồn`.
    private static func isInRow(_ index: Int, _ words: TextWords) -> Bool {
        let gap = words.ranges[index - 1].upperBound..<words.ranges[index].lowerBound
        guard words.letters[gap] == ", " else { return false }
        return (max(0, index - 4)..<index - 1).contains {
            ["huyện", "tỉnh", "xã", "phố"].contains(words.text($0))
        }
    }

    /// A district or town by a name of one or two syllables; three may be a person's, as a commune's may be.
    private static func isNameOfPlace(_ place: Int, _ count: Int, _ words: TextWords) -> Bool {
        let unit = words.lower(place - 1)
        // “Thành phố Hồ Chí Minh” has three; “Thành phố Học tập” is no place.
        if unit == "phố", words.lower(place - 2) == "thành" { return isProvince(place, words) }
        guard unit == "huyện" || unit == "tỉnh" || count == 2,
            !["đoàn", "đội", "ủy", "uỷ", "hội"].contains(words.lower(place))
        else { return false }
        let name = (place..<min(place + 3, words.ranges.count)).prefix { index in
            words.letters.scalars[words.ranges[index].lowerBound].isUpper
                && (index == place || follows(index - 1, index, words))
        }
        return name.count < 3
    }

    /// Whether two syllables with capitals stand there, and no third, of a place that is known or that nothing else is named by.
    private static func isProvince(_ place: Int, _ words: TextWords) -> Bool {
        guard place + 1 < words.ranges.count, follows(place, place + 1, words) else { return false }
        let isLonger =
            place + 2 < words.ranges.count && follows(place + 1, place + 2, words)
            && words.letters.scalars[words.ranges[place + 2].lowerBound].isUpper
        return !isLonger && words.letters.scalars[words.ranges[place + 1].lowerBound].isUpper
    }

    /// Whether no name and no word that makes a body of it follows: `UBND Tỉnh`, but `Tỉnh ủy`.
    private static func isBare(_ place: Int, _ words: TextWords) -> Bool {
        guard words.lower(place - 1) != "phố" else { return false }
        guard place < words.ranges.count else { return true }
        let gap = words.ranges[place - 1].upperBound..<words.ranges[place].lowerBound
        guard words.letters.scalars[gap].allSatisfy(\.isBlank) else {
            return !words.letters.scalars[gap].contains(where: \.isDigit)
        }
        return !["đoàn", "đội", "ủy", "uỷ", "hội"].contains(words.lower(place))
    }

    private static func follows(_ first: Int, _ second: Int, _ words: TextWords) -> Bool {
        let gap = words.ranges[first].upperBound..<words.ranges[second].lowerBound
        return gap.count == 1 && words.letters.scalars[gap].allSatisfy(\.isBlank)
    }

    /// What the units begin with, which most words do not.
    private static let initials = "THXPQ".unicodeScalars

    private static let units: Set<String> = ["Tỉnh", "Huyện", "Xã", "Phường", "Quận"]
    private static let longUnits: Set<String> = ["Thị xã", "Thị trấn", "Thành phố"]
    private static let bodies: Set<String> = ["ubnd", "hđnd", "dân", "mttq"]
}
