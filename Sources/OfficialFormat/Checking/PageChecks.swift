internal import Diagnostics
internal import OfficeDocument

extension Judge {
    /// Sheet and margins of every section, each fault once.
    func checkPages(_ log: inout FindingLog) {
        var told: Set<String> = []
        for (index, section) in document.sections.enumerated() {
            let page = section.page
            let rule = profile.page
            guard let width = page.width?.millimetres, let height = page.height?.millimetres else { continue }
            let (short, long) = (min(width, height), max(width, height))
            let isStandard =
                abs(short - rule.width) <= rule.tolerance * 2 && abs(long - rule.height) <= rule.tolerance * 2
            if !isStandard, told.insert("size").inserted {
                let found = measure(short, "").vietnamese + "× " + measure(long, "mm").vietnamese
                let english = measure(short, "").english + "× " + measure(long, "mm").english
                log.add(
                    .pageSize,
                    nil,
                    nil,
                    found: Wording("khổ giấy \(found)", en: "paper of \(english)"),
                    right: Wording("A4, 210 × 297 mm", en: "A4, 210 × 297 mm")
                )
            }
            let isLandscape = width > height
            if isLandscape, index == 0, !hasWideTable(section), told.insert("orientation").inserted {
                log.add(
                    .pageOrientation,
                    nil,
                    nil,
                    found: Wording("trang ngang", en: "landscape"),
                    right: Wording("trang dọc", en: "portrait")
                )
            }
            // A landscape sheet is a portrait one turned; which margin then is which is not said.
            guard !isLandscape else { continue }
            let margins: [(String, Wording, Length?, ClosedRange<Double>)] = [
                ("top", Wording("lề trên", en: "top margin"), page.top, rule.top),
                ("bottom", Wording("lề dưới", en: "bottom margin"), page.bottom, rule.bottom),
                ("left", Wording("lề trái", en: "left margin"), page.left, rule.left),
                ("right", Wording("lề phải", en: "right margin"), page.right, rule.right),
            ]
            for (key, name, margin, range) in margins {
                guard let margin = margin?.millimetres else { continue }
                let allowed = range.lowerBound - rule.tolerance...range.upperBound + rule.tolerance
                guard !allowed.contains(margin), told.insert(key).inserted else { continue }
                let found = measure(margin, "mm")
                log.add(
                    .pageMargin,
                    nil,
                    nil,
                    found: Wording(
                        "\(name.vietnamese) \(found.vietnamese)",
                        en: "\(name.english) \(found.english)"
                    ),
                    right: measure(range, "mm")
                )
            }
        }
    }

    private func hasWideTable(_ section: ReadSection) -> Bool {
        section.blocks.contains { block in
            guard case .table(let table) = block else { return false }
            return table.columns.count > 3
        }
    }

    // MARK: Page numbers

    func checkPageNumbers(_ log: inout FindingLog) {
        guard let section = document.sections.first,
            anatomy.foot != nil || anatomy.first(.documentType) != nil
        else { return }
        let header = numberParagraphs(section.headers[.standard])
        let footer = numberParagraphs(section.footers[.standard])
        let first = numberParagraphs(section.headers[.first]) + numberParagraphs(section.footers[.first])
        if header.isEmpty, footer.isEmpty {
            // Later sections may have what the first page's has not.
            let later = document.sections.dropFirst().contains {
                !numberParagraphs($0.headers[.standard]).isEmpty
            }
            if isLong, !later {
                log.add(
                    .pageNumberMissing,
                    .pageNumber,
                    nil,
                    found: Wording("không có số trang", en: "no page number"),
                    right: Wording("số trang ở giữa lề trên", en: "the page number centred in the top margin")
                )
            }
            return
        }
        if header.isEmpty {
            log.add(
                .pageNumberPlace,
                .pageNumber,
                footer.first,
                found: Wording("số trang ở lề dưới", en: "the page number in the bottom margin"),
                right: Wording("ở giữa lề trên", en: "centred in the top margin")
            )
        }
        if !section.hasTitlePage || !first.isEmpty, isLong || section.hasTitlePage {
            log.add(
                .pageNumberOnFirstPage,
                .pageNumber,
                first.first ?? header.first ?? footer.first,
                found: Wording("trang đầu có số trang", en: "the first page has its number"),
                right: Wording("không hiện số ở trang đầu", en: "no number on the first page")
            )
        }
        guard let line = header.first else { return }
        checkLook(of: line, .pageNumber, .pageNumberLook, .pageNumberPlace, pageNumberLooks(line), &log)
    }

    private func pageNumberLooks(_ line: TextLine) -> [EffectiveCharacters] {
        line.paragraph.runs.filter { $0.pieces.contains(.pageNumber) }.map(\.format)
    }

    private func numberParagraphs(_ header: ReadHeader?) -> [TextLine] {
        (header?.blocks.paragraphs ?? []).filter { paragraph in
            paragraph.runs.contains { $0.pieces.contains(.pageNumber) }
        }.map {
            TextLine(
                paragraph: $0,
                pieces: [],
                text: $0.text,
                spot: TextLine.Spot(section: 0, block: 0, table: nil)
            )
        }
    }

    /// Whether the text surely needs a second page: more than sixty lines of a portrait sheet.
    private var isLong: Bool {
        let rows = lines.filter { $0.spot.section == 0 && !$0.isBlank && $0.spot.table == nil }
            .reduce(0) { $0 + 1 + $1.text.count / 85 }
        return rows > 60
    }
}
