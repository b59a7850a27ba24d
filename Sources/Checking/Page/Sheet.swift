internal import Diagnostics
internal import OfficeDocument
internal import Recognition
internal import Regulations

extension Check {
    static let sheet = document([.pageSize, .pageMargin, .pageOrientation]) { $0.checkSheets(&$1) }
}

extension Rule {
    static let pageSize = Rule(
        "format.page-size", "P01", .error, .automatic(.page),
        [Rule.Clause].decree("I.1") + .party("trang giấy"),
        "Văn bản trình bày trên khổ A4 (210 × 297 mm); tệp do phần mềm nước ngoài tạo hay "
            + "mang khổ Letter.",
        en: "Documents are set on A4 (210 × 297 mm); files made by foreign software often " + "carry Letter.",
        right: "210 × 297 mm", wrong: "216 × 279 mm")

    static let pageMargin = Rule(
        "format.page-margin", "P02", .error, .automatic(.page),
        [Rule.Clause].decree("I.3") + .party("định lề"),
        "Lề trên, dưới 20–25 mm, trái 30–35 mm, phải 15–20 mm; văn bản của Đảng: 20, 20, 30, 15 mm.",
        en: "Top and bottom margins 20–25 mm, left 30–35 mm, right 15–20 mm; Party documents: "
            + "20, 20, 30, 15 mm.", right: "trên 20, dưới 20, trái 30, phải 15 mm", wrong: "bốn lề 25,4 mm")

    static let pageOrientation = Rule(
        "format.page-orientation", "P03", .error, .byHand, [Rule.Clause].decree("I.2") + .party("trang giấy"),
        "Trang đứng; chỉ dùng trang ngang khi có bảng biểu không tách thành phụ lục riêng.",
        en: "Portrait; landscape only for tables that are not split out as an appendix.", right: "trang đứng",
        wrong: "cả văn bản đặt ngang, không có bảng")
}

extension CheckContext {
    /// Sheet and margins of every section, each fault once.
    func checkSheets(_ log: inout FindingLog) {
        var faults: [PageFault] = []
        for (index, section) in document.sections.enumerated() {
            let page = section.page
            let asked = profile.page
            guard let width = page.width?.millimetres, let height = page.height?.millimetres else { continue }
            let (short, long) = (min(width, height), max(width, height))
            let isStandard =
                abs(short - asked.width) <= asked.tolerance * 2
                && abs(long - asked.height) <= asked.tolerance * 2
            let isLandscape = width > height
            if !isStandard {
                let found = measure(short, "").vietnamese + "× " + measure(long, "mm").vietnamese
                let english = measure(short, "").english + "× " + measure(long, "mm").english
                let (across, down) = isLandscape ? (asked.height, asked.width) : (asked.width, asked.height)
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
        let rule: Rule
        let found: Wording
        let right: Wording
        let mend: [DocumentEdit]

        init(_ key: String, _ rule: Rule, _ found: Wording, _ right: Wording, _ mend: [DocumentEdit]) {
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
        let asked = profile.page
        typealias Margin = (
            String, Wording, Length?, ClosedRange<Double>, WritableKeyPath<PageChange, Length?>
        )
        let margins: [Margin] = [
            ("top", Wording("lề trên", en: "top margin"), page.top, asked.top, \.top),
            ("bottom", Wording("lề dưới", en: "bottom margin"), page.bottom, asked.bottom, \.bottom),
            ("left", Wording("lề trái", en: "left margin"), page.left, asked.left, \.left),
            ("right", Wording("lề phải", en: "right margin"), page.right, asked.right, \.right),
        ]
        return margins.compactMap { key, name, margin, range, edge in
            guard let margin = margin?.millimetres else { return nil }
            let allowed = range.lowerBound - asked.tolerance...range.upperBound + asked.tolerance
            guard !allowed.contains(margin) else { return nil }
            let found = measure(margin, "mm")
            var change = PageChange()
            change[keyPath: edge] = .millimetres(min(max(margin, range.lowerBound), range.upperBound))
            return PageFault(
                key, .pageMargin,
                Wording("\(name.vietnamese) \(found.vietnamese)", en: "\(name.english) \(found.english)"),
                measure(range, "mm"), isSafe(key, index) ? self.change(index, change) : [])
        }
    }

    /// Whether the sides may move: what tabs or blanks put in its place is broken otherwise on a narrower line, and a table keeps its width.
    private func isSafe(_ edge: String, _ section: Int) -> Bool {
        guard edge == "left" || edge == "right" else { return true }
        return !lines.contains { $0.spot.isCut && $0.spot.section == section }
            && tablesStayOnSheet(document.sections[section])
    }

    /// Whether every table ends on the sheet when it begins at the least left margin that is allowed.
    private func tablesStayOnSheet(_ section: ReadSection) -> Bool {
        guard let sheet = section.page.width?.millimetres, let left = section.page.left?.millimetres else {
            return false
        }
        let begin = max(left, profile.page.left.lowerBound)
        return section.blocks.allSatisfy { block in
            guard case .table(let table) = block else { return true }
            let width = table.columns.reduce(0) { $0 + ($1?.millimetres ?? 0) }
            return begin + (table.leftIndent?.millimetres ?? 0) + width <= sheet - Self.leastEdge
        }
    }

    /// Printers leave so much of a sheet free, in millimetres.
    private static let leastEdge = 6.0

    private func hasWideTable(_ section: ReadSection) -> Bool {
        section.blocks.contains { block in
            guard case .table(let table) = block else { return false }
            return table.columns.count > 3
        }
    }
}
