import OfficeDocument
import Regulations

@testable import Checking
@testable import Forms

/// What a reader sees of a document, fact by fact: words that must be equal, and lengths in millimetres that may differ by a rounding.
struct Fact: Equatable, CustomStringConvertible {
    let words: String
    var lengths: [Double] = []

    var description: String { "\(words) \(lengths)" }

    static func == (a: Self, b: Self) -> Bool {
        a.words == b.words && a.lengths.count == b.lengths.count
            && zip(a.lengths, b.lengths).allSatisfy { abs($0 - $1) < 0.05 }
    }
}

extension ReadDocument { var outline: [Fact] { sections.flatMap(\.outline) } }

extension ReadSection {
    fileprivate var outline: [Fact] {
        let kinds: [PageKind] = hasTitlePage ? [.first, .standard] : [.standard]
        let margins = kinds.flatMap { kind in
            [headers[kind], footers[kind]].map { header -> Fact in
                let blocks = header?.blocks ?? []
                let hasText = blocks.paragraphs.contains { !$0.runs.isEmpty }
                return Fact(words: "\(kind) " + (hasText ? blocks.outline.map(\.words).joined() : "empty"))
            }
        }
        let start = pageNumberStart.map(String.init) ?? "on"
        let layout = Fact(
            words:
                "page \(page.orientation.map { "\($0)" } ?? "?") numbers \(start) title page \(hasTitlePage)",
            lengths: [page.width, page.height, page.top, page.bottom, page.left, page.right].map {
                $0?.millimetres ?? -1
            })
        return [layout] + margins + blocks.outline
    }
}

extension [ReadBlock] {
    fileprivate var outline: [Fact] {
        flatMap { block in
            switch block {
            case .paragraph(let paragraph): paragraph.outline
            case .table(let table): table.outline
            }
        }
    }
}

extension ReadParagraph {
    fileprivate var outline: [Fact] {
        let spacing =
            switch format.lineSpacing {
            case .lines(let count)?: "×\((count * 100).rounded() / 100)"
            case .exactly(let height)?: "=\(height.points)"
            case .atLeast(let height)?: "≥\(height.points)"
            case nil: "?"
            }
        var looks: [String] = []
        for run in runs {
            let pieces = run.pieces.map { piece in
                switch piece {
                case .text(let text): text
                case .tab: "⇥"
                case .lineBreak: "↵"
                case .pageNumber: "#"
                case .pageCount: "##"
                default: "?"
                }
            }.joined()
            let look = run.format
            let size = look.size.map { "\($0)" } ?? "?"
            let words =
                "\(look.font ?? "?") \(size) \(look.weight == .bold) \(look.slant == .italic) \(look.underline)"
            // Neighbours of one look are one run in OpenDocument.
            if let last = looks.last, last.hasSuffix("‹\(words)›") {
                looks[looks.count - 1] = last.dropLast(words.count + 2) + pieces + "‹\(words)›"
            } else {
                looks.append(pieces + "‹\(words)›")
            }
        }
        let borders = [format.borders.top, format.borders.bottom].map {
            $0?.width.map { "\(($0.points * 8).rounded())" } ?? "-"
        }
        let flags =
            "\(format.keepsWithNext) \(format.staysWhole) \(format.beginsPage) \(format.outlineLevel ?? 0)"
        let height = looks.isEmpty ? " mark \(mark.size ?? 0)" : ""
        return [
            Fact(
                words:
                    "\(format.alignment.map { "\($0)" } ?? "?") \(spacing) \(borders) \(flags)\(height) \(styleName ?? "") \(looks)",
                lengths: [
                    format.leftIndent, format.rightIndent, format.firstLineIndent, format.spaceBefore,
                    format.spaceAfter,
                ].map { $0?.millimetres ?? -1 })
        ] + shapes.flatMap(\.blocks.outline)
    }
}

extension ReadTable {
    fileprivate var outline: [Fact] {
        let shape = Fact(
            words: "table", lengths: columns.map { $0?.millimetres ?? -1 } + [leftIndent?.millimetres ?? 0])
        return [shape]
            + rows.flatMap { row -> [Fact] in
                [Fact(words: "row header \(row.isHeader) whole \(row.staysWhole)")]
                    + row.cells.filter { !$0.isCovered }.flatMap { cell -> [Fact] in
                        let edges = [
                            cell.borders.top, cell.borders.bottom, cell.borders.left, cell.borders.right,
                        ]
                        let lines = edges.map { $0?.width.map { "\(($0.points * 8).rounded())" } ?? "-" }
                        let margins = [
                            cell.margins.left, cell.margins.right, cell.margins.top, cell.margins.bottom,
                        ]
                        return [
                            Fact(
                                words:
                                    "cell \(cell.column) \(cell.columnSpan)×\(cell.rowSpan) \(cell.verticalAlignment) \(lines)",
                                lengths: margins.map { $0?.millimetres ?? 0 })
                        ] + cell.blocks.outline
                    }
            }
    }
}
