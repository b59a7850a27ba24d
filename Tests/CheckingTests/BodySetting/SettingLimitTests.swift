import OfficeDocument
import OfficePackage
import Regulations
import Testing

@testable import Checking
@testable import Forms

/// How a paragraph of the text may be set before somebody is told.
struct SettingLimit: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let rule: Rule
    /// A setting, and how many places are told.
    let rows: [(setting: Double, told: Int)]
    let change: @Sendable (_ document: inout Document, _ setting: Double) -> Void

    /// The plan's first paragraph alone is set so.
    private static func paragraph(
        _ name: String, _ rule: Rule, _ rows: [(Double, Int)],
        _ change: @escaping @Sendable (_ format: inout ParagraphFormat, _ setting: Double) -> Void
    ) -> SettingLimit {
        SettingLimit(testDescription: name, rule: rule, rows: rows) { document, setting in
            document.change(Mutation.lead) { change(&$0.format, setting) }
        }
    }

    private static func text(_ length: Double) -> String {
        String(String(repeating: "Các đơn vị ", count: 20).prefix(Int(length) - 2)) + "a."
    }

    static let all: [SettingLimit] = [
        // 10 to 12.7 mm, and 0.7 mm that nobody sees.
        paragraph(
            "the first line's indent", .bodyIndent,
            [(9.2, 1), (9.4, 0), (10, 0), (11.5, 0), (12.7, 0), (13.3, 0), (13.5, 1)]
        ) { $0.firstLineIndent = .millimetres($1) },
        paragraph("an indent of all lines", .bodyIndent, [(0, 1), (9, 1), (10, 0), (12.7, 0), (14, 1)]) {
            ($0.leftIndent, $0.firstLineIndent) = (.millimetres($1), .zero)
        },
        // A short line may be anything.
        SettingLimit(
            testDescription: "the length of a line without an indent", rule: .bodyIndent,
            rows: [(59, 0), (60, 0), (61, 1)]
        ) { document, length in
            document.replace(Mutation.lead, with: text(length))
            document.change(text(length)) { $0.format.firstLineIndent = .zero }
        },
        SettingLimit(
            testDescription: "the length of a line at the left", rule: .bodyAlignment,
            rows: [(109, 0), (110, 0), (111, 1)]
        ) { document, length in
            document.replace(Mutation.lead, with: text(length))
            document.change(text(length)) { $0.format.alignment = .left }
        },
        // Single to one and a half, by count or by height.
        paragraph("lines", .lineSpacing, [(0.98, 1), (1, 0), (1.5, 0), (1.52, 1)]) {
            $0.lineSpacing = .lines($1)
        },
        paragraph("points", .lineSpacing, [(15.2, 1), (15.3, 0), (18, 0), (25.3, 0), (25.4, 1)]) {
            $0.lineSpacing = .exactly(.points($1))
        },
        paragraph("at least so many points", .lineSpacing, [(1, 0), (25.3, 0), (25.4, 1)]) {
            $0.lineSpacing = .atLeast(.points($1))
        },
        SettingLimit(
            testDescription: "the gap between the six paragraphs", rule: .bodyGap,
            rows: [(0, 6), (5.6, 6), (5.75, 0), (6, 0), (12, 0)]
        ) { document, gap in
            document.change(style: .body) {
                ($0.paragraph.spaceBefore, $0.paragraph.spaceAfter) = (.zero, .points(gap))
            }
            document.insert([FormStyle.body(Mutation.lead)], .after, Mutation.lead)
        },
        // Two blanks are no indent, and so many put a line somewhere else.
        SettingLimit(
            testDescription: "blanks at the beginning", rule: .bodyIndentTyped,
            rows: [(2, 0), (3, 1), (14, 1), (15, 0)]
        ) { document, count in
            document.replace(Mutation.lead, with: String(repeating: " ", count: Int(count)) + Mutation.lead)
        },
        SettingLimit(
            testDescription: "one plain heading among so many", rule: .headingWeights,
            rows: [(2, 0), (3, 1), (4, 1)]
        ) { document, count in headings(in: &document, plain: 1, of: Int(count)) },
        SettingLimit(
            testDescription: "two plain headings among so many", rule: .headingWeights,
            rows: [(5, 0), (6, 2), (7, 2)]
        ) { document, count in headings(in: &document, plain: 2, of: Int(count)) },
        SettingLimit(testDescription: "lines of a table", rule: .rowSplit, rows: [(59, 0), (60, 0), (61, 1)])
        { document, lines in
            table(
                in: &document,
                rows: Array(repeating: 3, count: 10) + Array(repeating: 1, count: Int(lines) - 30))
        },
        SettingLimit(
            testDescription: "lines of a row", rule: .rowSplit, rows: [(2, 0), (3, 1), (12, 1), (13, 0)]
        ) { document, lines in table(in: &document, rows: Array(repeating: Int(lines), count: 40)) },
        SettingLimit(testDescription: "columns", rule: .rowSplit, rows: [(1, 0), (2, 0), (3, 1)]) {
            table(in: &$0, rows: Array(repeating: 3, count: 30), columns: Int($1))
        },
        // A label may be a little aside.
        SettingLimit(
            testDescription: "the indent of “Nơi nhận”", rule: .recipientsPlace,
            rows: [(0, 0), (7.9, 0), (8.2, 1)]
        ) { document, indent in
            document.change(paragraphsOf: .recipientsLabel) { $0.format.leftIndent = .millimetres(indent) }
        },
        SettingLimit(
            testDescription: "columns of a table on a wide sheet", rule: .pageOrientation,
            rows: [(0, 1), (3, 1), (4, 0)]
        ) { document, columns in
            if columns > 0 { table(in: &document, rows: [1, 1], columns: Int(columns)) }
            document.sections[0].page = FormLayout(.decree30).landscape.page
        },
    ]

    /// Clauses with titles, of which the last ones are not bold.
    private static func headings(in document: inout Document, plain: Int, of count: Int) {
        let clauses = (1...count).flatMap { number -> [Block] in
            let title = "\(number). Nội dung thứ \(number)"
            return [
                number > count - plain ? FormStyle.body(title) : FormStyle.titledClause(title),
                FormStyle.body("Trong tỉnh."),
            ]
        }
        document.insert(
            [FormStyle.romanHeading("III. TỔ CHỨC THỰC HIỆN")] + clauses, .after, Mutation.lastPoint)
    }

    /// A table whose rows have so many lines, and may be split.
    private static func table(in document: inout Document, rows: [Int], columns: Int = 3) {
        let rows = rows.map { lines in
            Table.Row(
                (0..<columns).map { _ in Table.Cell((0..<lines).map { _ in FormStyle.textCell("Một") }) },
                splitting: .splitsOverPages)
        }
        let widths = (0..<columns).map { _ in Length.millimetres(160 / Double(columns)) }
        document.insert([.table(Table(columns: widths, grid: .thin, rows: rows))], .after, Mutation.lastPoint)
    }
}

@Test(arguments: SettingLimit.all, OfficeFormat.allCases)
func `a rule of the setting speaks from its limit on`(limit: SettingLimit, format: OfficeFormat) throws {
    for (setting, expected) in limit.rows {
        var document = RightDocuments.plan
        limit.change(&document, setting)
        let told = OfficialCheck(of: try document.read(as: format)).findings.filter { $0.rule == limit.rule }
        #expect(told.reduce(0) { $0 + 1 + $1.furtherPlaces } == expected, "\(setting)")
    }
}

/// What is to be filled in makes a form of a document: three slots with names, six lines of dots, fewer behind the foot.
@Suite struct FormLimits {
    private func isForm(_ lines: [String]) throws -> Bool {
        var document = RightDocuments.plan
        document.insert(
            lines.map { FormStyle.body($0) } + [FormStyle.body("Nộp kế hoạch vaf báo cáo đúng hạn.")], .after,
            Mutation.lastPoint)
        return !OfficialCheck(of: try document.read(as: .docx)).findings.contains {
            $0.rule == .leftOverTelex
        }
    }

    @Test(arguments: [(0, false), (2, false), (3, true)]) func `by slots with names`(count: Int, isTold: Bool)
        throws
    { #expect(try isForm((0..<count).map { "Người thực hiện \($0): {nguoi_\($0)}." }) == isTold) }

    @Test(arguments: [(5, false), (6, true)]) func `by lines of dots`(count: Int, isTold: Bool) throws {
        #expect(try isForm((0..<count).map { _ in "Người thực hiện: ……………………………" }) == isTold)
    }

    @Test(arguments: [(0, false), (2, false), (3, true)]) func `by fewer of them behind the foot`(
        count: Int, isTold: Bool
    ) throws {
        var document = RightDocuments.planWithAppendix
        let slots = (0..<count).map { _ in FormStyle.body("Họ và tên: ………………………………") }
        document.insert(
            slots + [FormStyle.body("Nộp kế hoạch vaf báo cáo đúng hạn.")], .after, RightDocuments.reference)
        let told = OfficialCheck(of: try document.read(as: .docx)).findings.map(\.rule)
        #expect(!told.contains(.leftOverTelex) == isTold)
    }
}
