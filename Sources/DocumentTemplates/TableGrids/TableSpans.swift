internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

/// What follows from the whole table once it is read.
extension TableReading {
    /// By the innermost section round all rows of each span.
    var innerSpans: [Int: [Int]] {
        var result: [Int: [Int]] = [:]
        // Cells that merge go on from one repeat to the next.
        let merged = Set(merging.map(\.span))
        for (span, rows) in spans.enumerated() where !merged.contains(span) {
            guard let first = rows.first else { continue }
            let shared = rows.dropFirst().reduce(first.count) { depth, row in
                zip(first.prefix(depth), row).prefix { $0 == $1 }.count
            }
            if shared > 0 { result[first[shared - 1].tag, default: []].append(span) }
        }
        return result
    }

    var outerSpans: [Int: [Int]] {
        var result: [Int: [Int]] = [:]
        for merged in merging {
            if let section = merged.sections.first { result[section.tag, default: []].append(merged.span) }
        }
        return result
    }

    /// Spans that may go on from one repeat of a section to the next where the section round the row itself begins.
    var crossedSpans: [Int: [Int]] {
        var result: [Int: [Int]] = [:]
        for merged in merging where merged.sections.count > 1 {
            if let section = merged.sections.last { result[section.tag, default: []].append(merged.span) }
        }
        return result
    }

    var unmergeable: [Int] {
        merging.filter { merged in
            guard let section = merged.sections.last, case .section = tags[section.tag].tag else {
                return true
            }
            return rowCounts[section.tag] != 1
        }.map(\.tag)
    }

    /// Sections over cells that other rows' cells lie half inside of.
    var straddled: [Int] {
        var result: Set<Int> = []
        for case .group(let number) in rows.joined() {
            guard let group = groups[number] else { continue }
            for part in rows.joined() {
                switch part {
                case .cell(let cell):
                    let isOver =
                        cell.lowerBound <= group.columns.lowerBound
                        && cell.upperBound >= group.columns.upperBound
                    if cell.overlaps(group.columns), !isOver { result.insert(group.tag) }
                case .group(let number):
                    guard let columns = groups[number]?.columns, columns.overlaps(group.columns),
                        columns != group.columns
                    else { continue }
                    result.insert(group.tag)
                }
            }
        }
        return result.sorted()
    }
}
