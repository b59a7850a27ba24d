package import Regulations

/// How long the lines under the agency's name and the subject are drawn.
///
/// Both must be between a third and a half of the text's width. For text of several lines the widest one counts, and within what it
/// allows the length comes as near as it can to two fifths of the last one, which the line stands under.
package struct DrawnLines: Sendable {
    private let profile: FormatProfile
    private let sizes: SizeSet
    private let layout: FormLayout

    /// For forms of the profile; nil takes its usual sizes.
    package init(profile: FormatProfile = .decree30, sizes: SizeSet? = nil) {
        self.profile = profile
        self.sizes = sizes ?? profile.usualSizes
        layout = FormLayout(profile)
    }

    /// The name of the superior agency (cơ quan chủ quản) in the lines the letterhead should print it on.
    package func superiorNameLines(name: String) -> [String] {
        nameLines(of: name) {
            TextMetrics.width(of: $0.uppercased(), points: size(of: .superiorAgency), face: .regular)
        }
    }

    /// `name` in the lines the letterhead should print it on: as few as its column allows, about equally long.
    ///
    /// Broken by the word processor alone, SỞ KHOA HỌC VÀ CÔNG NGHỆ leaves its last word by itself.
    package func agencyNameLines(name: String) -> [String] { nameLines(of: name) { width(of: $0) } }

    /// No line ends within a word of two syllables or a proper name, though it take one line more; none is a syllable by itself.
    private func nameLines(of name: String, width: (String) -> Double) -> [String] {
        let plain = evenLines(of: name, fitting: agencyColumn, width: width)
        guard plain.count > 1 else { return plain }
        let held = [NameWords.joined(name, holdingNames: true), NameWords.joined(name)].map { joined in
            evenLines(of: joined, fitting: agencyColumn) { width(NameWords.parted($0)) }.map(NameWords.parted)
        }.filter { $0.allSatisfy { width($0) <= agencyColumn && $0.contains(" ") } }
        return held.first { $0.count <= plain.count } ?? held.first { $0.count == plain.count + 1 } ?? plain
    }

    /// The lines of a subject (trích yếu), each that is too long for the page broken into about equally long ones.
    package func subjectLines(_ lines: [String]) -> [String] {
        lines.flatMap { line in
            evenLines(of: line, fitting: layout.portrait.textWidth) {
                TextMetrics.width(of: $0, points: size(of: .subject), face: .bold)
            }
        }
    }

    /// As few lines as fit the column, and among those the ones of which the longest is shortest.
    private func evenLines(of text: String, fitting column: Double, width: (String) -> Double) -> [String] {
        func lines(fitting limit: Double) -> [String] { TextMetrics.lines(of: text) { width($0) <= limit } }
        let fewest = lines(fitting: column)
        let words = text.split(separator: " ").map(String.init)
        guard fewest.count > 1, words.count > fewest.count else { return fewest }
        // The narrowest column that needs no more lines: its width is that of some run of words.
        let widths = words.indices.flatMap { start in
            words.indices[start...].map { width(words[start...$0].joined(separator: " ")) }
        }
        for limit in widths.sorted() where limit <= column {
            let tried = lines(fitting: limit)
            if tried.count <= fewest.count, tried.allSatisfy({ width($0) <= limit }) { return tried }
        }
        return fewest
    }

    /// Millimetres for the line under `name`, the issuing agency (cơ quan ban hành).
    ///
    /// The name is measured in capitals, broken at its line breaks and where the letterhead's column breaks it.
    package func agencyLineLength(name: String) -> Double {
        let lines = name.split(separator: "\n").flatMap { agencyLines(String($0), fitting: agencyColumn) }
        return length(under: lines.map { $0.uppercased() }, points: size(of: .issuingAgency), .issuingAgency)
    }

    private var agencyColumn: Double { layout.letterhead.agencyText }

    /// Lines in the name's own letters, measured in capitals.
    private func agencyLines(_ name: String, fitting width: Double) -> [String] {
        TextMetrics.lines(of: name) { self.width(of: $0) <= width }
    }

    private func width(of name: String) -> Double {
        TextMetrics.width(of: name.uppercased(), points: size(of: .issuingAgency), face: .bold)
    }

    /// Millimetres for the line under the subject (trích yếu), given line by line as it is printed.
    package func subjectLineLength(lines: [String]) -> Double {
        let points = size(of: .subject)
        let broken = lines.flatMap {
            TextMetrics.lines(of: $0, fitting: layout.portrait.textWidth, points: points, face: .bold)
        }
        return length(under: broken, points: points, .subject)
    }

    private func size(of component: Component) -> Double {
        profile.format(of: component)?.size(in: sizes) ?? 14
    }

    /// Whole tenths of a millimetre; zero under no text.
    private func length(under lines: [String], points: Double, _ component: Component) -> Double {
        let widths = lines.map { TextMetrics.width(of: $0, points: points, face: .bold) }
        guard let widest = widths.max(), let last = widths.last,
            let share = profile.format(of: component)?.line?.share
        else { return 0 }
        let wanted = last * 0.4
        let length = min(max(wanted, widest * share.lowerBound), widest * share.upperBound)
        // A rounded length must not leave the range it was held to.
        let upwards = length == widest * share.lowerBound
        return (length * 10).rounded(upwards ? .up : .toNearestOrEven) / 10
    }
}
