internal import OfficeDocument
internal import Regulations

/// Makes the styles out of the rules: size, weight, slant and alignment come from the profile, the rest is layout.
struct FormStyles {
    let terms: FormTerms
    let sizes: SizeSet

    private var profile: FormatProfile { terms.profile }

    /// The styles of a form whose paragraphs use those of the names `used`.
    func all(used: Set<String>) -> [ParagraphStyle] {
        FormStyle.allCases.filter { !FormStyle.onDemand.contains($0) || used.contains($0.rawValue) }.filter {
            !terms.regulation.isOfParty || !FormStyle.ofState.contains($0)
        }.map(style)
    }

    /// The size of tables' text; the regulation gives none.
    private var cellSize: Double { FormStyles.cellSize(in: sizes) }

    /// The size of letters in tables, in points.
    static func cellSize(in sizes: SizeSet) -> Double { sizes == .large ? 12 : 11 }

    private func style(_ style: FormStyle) -> ParagraphStyle {
        switch style {
        case .root:
            ParagraphStyle(
                id: style.rawValue, name: "Normal",
                character: CharacterFormat(weight: .regular, slant: .upright))
        case .nationalTitle: made(style, "Quốc hiệu", .nationalTitle)
        case .motto: made(style, "Tiêu ngữ", .motto, keepsWithNext)
        case .mottoLine: line(style, "Đường kẻ dưới tiêu ngữ", in: nationColumn, length: mottoWidth)
        case .superiorAgency: made(style, "Cơ quan chủ quản", .superiorAgency, insideMargin)
        case .issuingAgency: made(style, "Cơ quan ban hành", .issuingAgency, insideMargin, keepsWithNext)
        case .agencyLine: line(style, "Đường kẻ dưới cơ quan", in: agencyColumn, length: 20)
        case .numberAndCode: made(style, "Số, ký hiệu", .numberAndCode, before(numberGap))
        case .placeAndDate: made(style, "Địa danh, ngày tháng", .placeAndDate, before(6))
        case .documentType: made(style, "Tên loại", .documentType, before(18), keepsWithNext, next: .subject)
        case .subject: made(style, "Trích yếu", .subject, keepsWithNext)
        case .subjectLine:
            line(style, "Đường kẻ dưới trích yếu", in: portraitText, length: 42, spaceAfter: 12)
        case .addressee: made(style, "Kính gửi", .addressee, alignment(.centre), after(12))
        case .addressees:
            made(
                style, "Kính gửi nhiều nơi", .addressee, left(Self.addresseeIndent),
                after(profile.body.leastGap), keepsWithNext)
        case .addresseeItem:
            made(
                style, "Nơi kính gửi", .addressee, left(Self.addresseeIndent + addresseeLabelWidth),
                after(profile.body.leastGap))
        case .body: made(style, "Nội dung", .body, firstLine, after(profile.body.leastGap), bodySpacing)
        case .legalBasis: derived(style, "Căn cứ", .legalBasis, from: .body)
        case .part: made(style, "Phần", .part, after(profile.body.leastGap), keepsWithNext, next: .body)
        case .romanHeading:
            derived(style, "Mục La Mã", .romanHeading, from: .body, keepsWithNext, level(1), next: .body)
        case .titledClause:
            derived(
                style, "Khoản có tiêu đề", .titledClause, from: .body, keepsWithNext, level(2), next: .body)
        case .point: derived(style, "Điểm", .point, from: .body)
        case .dashItem: derived(style, "Gạch đầu dòng", .body, from: .body)
        // Without a level of their own, Writer indents them as its own outline does.
        case .titledPoint:
            derived(style, "Điểm có tiêu đề", .point, from: .point, keepsWithNext, level(3), next: .body)
        case .titledDash:
            derived(
                style, "Gạch đầu dòng có tiêu đề", .body, from: .dashItem, keepsWithNext, level(4),
                next: .body)
        case .tableTitle: derived(style, "Tên bảng", .body, from: .body, keepsWithNext)
        case .closing: derived(style, "Kết thúc", .body, from: .body, keepsWithNext, after(12))
        case .recipientsLabel: made(style, "Nơi nhận", .recipientsLabel, next: .recipient)
        case .recipient: made(style, "Nơi nhận, từng mục", .recipient)
        case .authority: made(style, "Quyền hạn, chức vụ", .authority, keepsWithNext)
        case .signerName: made(style, "Họ tên người ký", .signerName, before(68))
        case .sectionEnd:
            plain(style, "Hết phần", size: 1, ParagraphFormat(lineSpacing: .exactly(.points(1))))
        case .afterTable:
            plain(
                style, "Sau bảng", size: 1,
                ParagraphFormat(spaceAfter: .points(6), lineSpacing: .exactly(.points(1))))
        case .appendixLabel: made(style, "Phụ lục", .appendixLabel, keepsWithNext, next: .appendixTitle)
        case .appendixTitle: made(style, "Tiêu đề phụ lục", .appendixTitle, keepsWithNext)
        case .appendixReference: made(style, "Kèm theo", .appendixReference)
        case .appendixLine: line(style, "Đường kẻ phụ lục", in: landscapeText, length: 60, spaceAfter: 6)
        case .dataPeriod: made(style, "Kỳ số liệu", .appendixReference, after(6), keepsWithNext)
        case .chartTitle:
            made(style, "Tên biểu đồ", .appendixReference, before(6), keepsWithNext, next: .chart)
        case .chart: made(style, "Biểu đồ", .appendixReference)
        case .unitOfMeasure:
            made(style, "Đơn vị tính", .appendixReference, alignment(.right), after(3), keepsWithNext)
        case .amountInWords: made(style, "Bằng chữ", .appendixReference, before(6))
        case .headerCell: cell(style, "Ô tiêu đề", .centre, .bold)
        case .indexCell: cell(style, "Ô chỉ số", .centre, .regular, .italic)
        case .textCell: cell(style, "Ô chữ", .left, .regular)
        case .centredCell: cell(style, "Ô giữa", .centre, .regular)
        case .keptCell:
            plain(
                style, "Ô giữa, liền hàng sau", size: cellSize,
                ParagraphFormat(alignment: .centre, keepsWithNext: true))
        case .numberCell: cell(style, "Ô số", .right, .regular)
        case .boldTextCell: cell(style, "Ô chữ đậm", .left, .bold)
        case .boldCentredCell: cell(style, "Ô giữa đậm", .centre, .bold)
        case .boldNumberCell: cell(style, "Ô số đậm", .right, .bold)
        case .pageNumber: made(style, "Số trang", .pageNumber)
        case .letterSubject:
            made(
                style, "Trích yếu công văn", .letterSubject, insideMargin, before(6), after(12),
                alignment(.centre))
        case .issuer:
            made(
                style, "Thẩm quyền ban hành", .authority, before(6), after(6), keepsWithNext,
                next: .legalBasis)
        case .article: derived(style, "Điều", .article, from: .body, keepsWithNext, level(1), next: .body)
        case .partyTitle: made(style, "Tiêu đề", .partyTitle, keepsWithNext)
        case .partyTitleLine: line(style, "Đường kẻ dưới tiêu đề", in: nationColumn, length: partyTitleWidth)
        case .star: made(style, "Dấu sao", .star)
        case .hyphens: made(style, "Gạch dưới trích yếu", .hyphens, after(12))
        case .recipientsBelow:
            derived(
                style, "Nơi nhận dưới chữ ký", .recipientsLabel, from: .recipientsLabel, before(12),
                next: .recipient)
        case .position: made(style, "Chức vụ", .position, keepsWithNext)
        }
    }

    // MARK: Layout, change by change

    private typealias Change = (inout ParagraphFormat) -> Void

    private var keepsWithNext: Change { { $0.keepsWithNext = true } }
    private var firstLine: Change {
        { $0.firstLineIndent = profile.body.firstLineIndents.last.map(Length.millimetres) }
    }
    private var bodySpacing: Change {
        switch profile.body.lineSpacing {
        case .lines(let range):
            { $0.lineSpacing = .lines(min(max(1.15, range.lowerBound), range.upperBound)) }
        // Two points above the least leave room for stacked marks.
        case .exactly(let range):
            { $0.lineSpacing = .exactly(.points(min(range.lowerBound + 2, range.upperBound))) }
        }
    }
    /// The number stands on one baseline with the date beside it, whose larger letters rise 0.9 points higher a point of size.
    private var numberGap: Double { 6 + 0.9 * (size(of: .placeAndDate) - size(of: .numberAndCode)) }

    /// The letterhead's column begins outside the margin, its letters do not.
    private var insideMargin: Change {
        let overhang = Length.millimetres(terms.layout.letterhead.overhang)
        return {
            $0.leftIndent = overhang
            $0.rightIndent = overhang
        }
    }

    private func before(_ points: Double) -> Change { { $0.spaceBefore = .points(points) } }
    private func after(_ points: Double) -> Change { { $0.spaceAfter = .points(points) } }
    private func left(_ millimetres: Double) -> Change { { $0.leftIndent = .millimetres(millimetres) } }
    private func level(_ level: Int) -> Change { { $0.outlineLevel = level } }
    private func alignment(_ alignment: ParagraphFormat.Alignment) -> Change { { $0.alignment = alignment } }

    // MARK: Kinds of styles

    /// A style that stands on the root.
    private func made(
        _ style: FormStyle, _ name: String, _ component: Component, _ changes: Change...,
        next: FormStyle? = nil
    ) -> ParagraphStyle { self.style(style, name, component, base: .root, next: next, changes) }

    /// A style that shares the layout of another.
    private func derived(
        _ style: FormStyle, _ name: String, _ component: Component, from base: FormStyle,
        _ changes: Change..., next: FormStyle? = nil
    ) -> ParagraphStyle { self.style(style, name, component, base: base, next: next, changes) }

    private func style(
        _ style: FormStyle, _ name: String, _ component: Component, base: FormStyle, next: FormStyle?,
        _ changes: [Change]
    ) -> ParagraphStyle {
        guard let asked = terms.format(of: component) else {
            preconditionFailure("\(terms.regulation.key) has no format for \(component)")
        }
        var format = ParagraphFormat(alignment: asked.alignment.ofParagraph)
        for change in changes { change(&format) }
        return ParagraphStyle(
            id: style.rawValue, name: name, base: base.rawValue, next: next?.rawValue, paragraph: format,
            character: CharacterFormat(
                size: asked.size(in: sizes), weight: asked.weight == .bold ? .bold : .regular,
                slant: asked.slant == .italic ? .italic : .upright,
                underline: asked.underline == .present ? .single : nil))
    }

    private func plain(
        _ style: FormStyle, _ name: String, size: Double, _ format: ParagraphFormat,
        _ weight: CharacterFormat.Weight = .regular, _ slant: CharacterFormat.Slant = .upright
    ) -> ParagraphStyle {
        ParagraphStyle(
            id: style.rawValue, name: name, base: FormStyle.root.rawValue, paragraph: format,
            character: CharacterFormat(size: size, weight: weight, slant: slant))
    }

    private func cell(
        _ style: FormStyle, _ name: String, _ alignment: ParagraphFormat.Alignment,
        _ weight: CharacterFormat.Weight, _ slant: CharacterFormat.Slant = .upright
    ) -> ParagraphStyle {
        plain(style, name, size: cellSize, ParagraphFormat(alignment: alignment), weight, slant)
    }

    /// A low paragraph whose upper border is the drawn line, `length` wide in the middle of `width`.
    ///
    /// It is a border because a shape is lost with the letter it is anchored to, and an underline is as long as its text.
    private func line(
        _ style: FormStyle, _ name: String, in width: Double, length: Double, spaceAfter: Double = 0
    ) -> ParagraphStyle {
        let indent = Length.millimetres((width - length) / 2)
        let format = ParagraphFormat(
            alignment: .centre, leftIndent: indent, rightIndent: indent, spaceBefore: .points(2),
            spaceAfter: .points(spaceAfter), lineSpacing: .exactly(.points(4)), topBorder: .thin)
        return plain(style, name, size: 4, format)
    }

    // MARK: Measures

    private var agencyColumn: Double { terms.layout.letterhead.agencyColumn }
    private var nationColumn: Double { terms.layout.letterhead.nationColumn }
    private var portraitText: Double { terms.layout.portrait.textWidth }
    private var landscapeText: Double { terms.layout.landscape.textWidth }

    private var mottoWidth: Double {
        TextMetrics.width(of: terms.wording(of: .motto), points: size(of: .motto), face: .bold)
    }

    private var partyTitleWidth: Double {
        TextMetrics.width(of: terms.wording(of: .partyTitle), points: size(of: .partyTitle), face: .bold)
    }

    /// Where "Kính gửi:" begins when several addressees follow.
    private static let addresseeIndent = 35.0

    /// The dashes stand under the colon.
    private var addresseeLabelWidth: Double {
        TextMetrics.width(of: "Kính gửi", points: size(of: .addressee))
    }

    private func size(of component: Component) -> Double {
        terms.format(of: component)?.size(in: sizes) ?? 14
    }
}

extension ComponentFormat.Alignment {
    /// Where the regulation is silent, headings follow the body.
    fileprivate var ofParagraph: ParagraphFormat.Alignment {
        switch self {
        case .left: .left
        case .centre: .centre
        case .right: .right
        case .justified, .any: .justified
        }
    }
}
