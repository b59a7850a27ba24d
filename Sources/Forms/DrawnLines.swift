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
        nameLines(of: name, points: size(of: .superiorAgency), face: .regular)
    }

    /// `name` in the lines the letterhead should print it on: as few as its column allows, about equally long.
    ///
    /// Broken by the word processor alone, SỞ KHOA HỌC VÀ CÔNG NGHỆ leaves its last word by itself.
    package func agencyNameLines(name: String) -> [String] {
        nameLines(of: name, points: size(of: .issuingAgency), face: .bold)
    }

    /// No line ends within a word of two syllables or a proper name, though it take one line more; none is a syllable by itself.
    private func nameLines(of name: String, points: Double, face: TextMetrics.Face) -> [String] {
        let plain = MeasuredText(name, points: points, face: face) { $0.uppercased() }.evenLines(
            fitting: agencyColumn)
        guard plain.count > 1 else { return plain }
        let held = [NameWords.joined(name, holdingNames: true), NameWords.joined(name)].map { joined in
            MeasuredText(joined, points: points, face: face) { NameWords.parted(String($0)).uppercased() }
                .evenLines(fitting: agencyColumn).map(NameWords.parted)
        }.filter { lines in
            lines.allSatisfy {
                TextMetrics.width(of: $0.uppercased(), points: points, face: face) <= agencyColumn
                    && $0.contains(" ")
            }
        }
        return held.first { $0.count <= plain.count } ?? held.first { $0.count == plain.count + 1 } ?? plain
    }

    /// The lines of a subject (trích yếu), each that is too long for the page broken into about equally long ones.
    package func subjectLines(_ lines: [String]) -> [String] {
        lines.flatMap { line in
            MeasuredText(line, points: size(of: .subject), face: .bold).evenLines(
                fitting: layout.portrait.textWidth)
        }
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
        MeasuredText(name, points: size(of: .issuingAgency), face: .bold) { $0.uppercased() }.lines(
            fitting: width)
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
