/// How long the lines under the agency's name and the subject are drawn.
///
/// Both must be between a third and a half of the text's width. For text of several lines the widest one counts, and within what it
/// allows the length comes as near as it can to two fifths of the last one, which the line stands under.
public struct DrawnLines: Sendable {
    private let sizes: SizeSet
    private let profile = FormatProfile.decree30

    public init(sizes: SizeSet = .large) { self.sizes = sizes }

    /// Millimetres for the line under `name`, the issuing agency (cơ quan ban hành).
    ///
    /// The name is measured in capitals, broken where the letterhead's column breaks it.
    public func agencyLineLength(name: String) -> Double {
        let points = size(of: .issuingAgency)
        let lines = TextMetrics.lines(
            of: name.uppercased(),
            fitting: FormLayout.letterhead.agencyColumn,
            points: points,
            face: .bold
        )
        return length(under: lines, points: points, .issuingAgency)
    }

    /// Millimetres for the line under the subject (trích yếu), given line by line as it is printed.
    public func subjectLineLength(lines: [String]) -> Double {
        let points = size(of: .subject)
        let broken = lines.flatMap {
            TextMetrics.lines(of: $0, fitting: FormLayout.portrait.textWidth, points: points, face: .bold)
        }
        return length(under: broken, points: points, .subject)
    }

    private func size(of component: Component) -> Double {
        profile.rule(for: component)?.size(in: sizes) ?? 14
    }

    /// Whole tenths of a millimetre; zero under no text.
    private func length(under lines: [String], points: Double, _ component: Component) -> Double {
        let widths = lines.map { TextMetrics.width(of: $0, points: points, face: .bold) }
        guard let widest = widths.max(), let last = widths.last,
            let share = profile.rule(for: component)?.line?.share
        else { return 0 }
        let wanted = last * 0.4
        let length = min(max(wanted, widest * share.lowerBound), widest * share.upperBound)
        // A rounded length must not leave the range it was held to.
        let upwards = length == widest * share.lowerBound
        return (length * 10).rounded(upwards ? .up : .toNearestOrEven) / 10
    }
}
