internal import Diagnostics
internal import OfficeDocument

extension Judge {
    /// Sheet and margins of every section, each fault once.
    func checkPages(_ log: inout FindingLog) {
        var faults: [PageFault] = []
        for (index, section) in document.sections.enumerated() {
            let page = section.page
            let rule = profile.page
            guard let width = page.width?.millimetres, let height = page.height?.millimetres else { continue }
            let (short, long) = (min(width, height), max(width, height))
            let isStandard =
                abs(short - rule.width) <= rule.tolerance * 2 && abs(long - rule.height) <= rule.tolerance * 2
            let isLandscape = width > height
            if !isStandard {
                let found = measure(short, "").vietnamese + "× " + measure(long, "mm").vietnamese
                let english = measure(short, "").english + "× " + measure(long, "mm").english
                let (across, down) = isLandscape ? (rule.height, rule.width) : (rule.width, rule.height)
                faults.append(
                    PageFault(
                        "size", .pageSize, Wording("khổ giấy \(found)", en: "paper of \(english)"),
                        Wording("A4, 210 × 297 mm", en: "A4, 210 × 297 mm"),
                        change(index, PageChange(width: .millimetres(across), height: .millimetres(down)))))
            }
            if isLandscape, index == 0, !hasWideTable(section) {
                faults.append(
                    PageFault(
                        "orientation", .pageOrientation, Wording("trang ngang", en: "landscape"),
                        Wording("trang dọc", en: "portrait"), []))
            }
            // A landscape sheet is a portrait one turned; which margin then is which is not said.
            if !isLandscape { faults += marginFaults(index, page) }
        }
        var told: Set<String> = []
        for fault in faults where told.insert(fault.key).inserted {
            log.add(
                fault.rule, nil, nil, found: fault.found, right: fault.right,
                mend: faults.filter { $0.key == fault.key }.flatMap(\.mend))
        }
    }

    /// A fault of the sheet that several sections may have.
    private struct PageFault {
        let key: String
        let rule: RuleCode
        let found: Wording
        let right: Wording
        let mend: [DocumentEdit]

        init(_ key: String, _ rule: RuleCode, _ found: Wording, _ right: Wording, _ mend: [DocumentEdit]) {
            self.key = key
            self.rule = rule
            self.found = found
            self.right = right
            self.mend = mend
        }
    }

    private func change(_ section: Int, _ change: PageChange) -> [DocumentEdit] {
        document.position(ofSection: section).map { [.page($0, change)] } ?? []
    }

    /// Margins outside what is allowed; the nearest one allowed mends them.
    private func marginFaults(_ index: Int, _ page: PageSetup) -> [PageFault] {
        let rule = profile.page
        typealias Margin = (
            String, Wording, Length?, ClosedRange<Double>, WritableKeyPath<PageChange, Length?>
        )
        let margins: [Margin] = [
            ("top", Wording("lề trên", en: "top margin"), page.top, rule.top, \.top),
            ("bottom", Wording("lề dưới", en: "bottom margin"), page.bottom, rule.bottom, \.bottom),
            ("left", Wording("lề trái", en: "left margin"), page.left, rule.left, \.left),
            ("right", Wording("lề phải", en: "right margin"), page.right, rule.right, \.right),
        ]
        return margins.compactMap { key, name, margin, range, edge in
            guard let margin = margin?.millimetres else { return nil }
            let allowed = range.lowerBound - rule.tolerance...range.upperBound + rule.tolerance
            guard !allowed.contains(margin) else { return nil }
            let found = measure(margin, "mm")
            var change = PageChange()
            change[keyPath: edge] = .millimetres(min(max(margin, range.lowerBound), range.upperBound))
            return PageFault(
                key, .pageMargin,
                Wording("\(name.vietnamese) \(found.vietnamese)", en: "\(name.english) \(found.english)"),
                measure(range, "mm"), self.change(index, change))
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
        let position = document.position(ofSection: 0)
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
                    .pageNumberMissing, .pageNumber, nil,
                    found: Wording("không có số trang", en: "no page number"),
                    right: Wording(
                        "số trang ở giữa lề trên", en: "the page number centred in the top margin"),
                    mend: position.map { position in
                        [.showPageNumber(position, numberLook)]
                            + (section.hasTitlePage ? [] : [.hidePageNumberOnFirstPage(position)])
                    } ?? [])
            }
            return
        }
        if header.isEmpty {
            log.add(
                .pageNumberPlace, .pageNumber, footer.first,
                found: Wording("số trang ở lề dưới", en: "the page number in the bottom margin"),
                right: Wording("ở giữa lề trên", en: "centred in the top margin"),
                mend: areAlone(footer)
                    ? (position.map { [.showPageNumber($0, numberLook)] } ?? []) + removals(of: footer) : [])
        }
        if !section.hasTitlePage || !first.isEmpty {
            log.add(
                .pageNumberOnFirstPage, .pageNumber, first.first ?? header.first ?? footer.first,
                found: Wording("trang đầu có số trang", en: "the first page has its number"),
                right: Wording("không hiện số ở trang đầu", en: "no number on the first page"),
                mend: areAlone(first)
                    ? (section.hasTitlePage ? [] : position.map { [.hidePageNumberOnFirstPage($0)] } ?? [])
                        + removals(of: first) : [])
        }
        guard let line = header.first else { return }
        checkLook(of: line, .pageNumber, .pageNumberLook, .pageNumberPlace, pageNumberLooks(line), &log)
    }

    /// How the number looks where none stands yet.
    private var numberLook: CharacterChange {
        let rule = profile.rule(for: .pageNumber)
        return CharacterChange(
            font: profile.font, size: rule?.size(in: sizeSet ?? profile.usualSizes), weight: .regular,
            slant: .upright)
    }

    private func areAlone(_ lines: [TextLine]) -> Bool { lines.allSatisfy(\.paragraph.holdsPageNumberAlone) }

    private func removals(of lines: [TextLine]) -> [DocumentEdit] {
        lines.map { .removePageNumber($0.paragraph.element) }
    }

    private func pageNumberLooks(_ line: TextLine) -> [EffectiveCharacters] {
        line.paragraph.runs.filter { $0.pieces.contains(.pageNumber) }.map(\.format)
    }

    private func numberParagraphs(_ header: ReadHeader?) -> [TextLine] {
        (header?.blocks.paragraphs ?? []).filter { paragraph in
            paragraph.runs.contains { $0.pieces.contains(.pageNumber) }
        }.map {
            TextLine(
                paragraph: $0, pieces: [], text: $0.text,
                spot: TextLine.Spot(section: 0, block: 0, table: nil))
        }
    }

    /// Whether the text surely needs a second page: more than sixty lines of a portrait sheet.
    private var isLong: Bool {
        var rows = 0
        for line in lines where line.spot.section == 0 && !line.isBlank && line.spot.table == nil {
            rows += 1 + line.text.count / 85
            if rows > 60 { return true }
        }
        return false
    }
}
