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
        let faults = document.sections.enumerated().flatMap { sheetFaults($0, $1) }
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
        var right: Wording
        /// What mends it, the change liked best first.
        var changes: [PageChange] = []
        var mend: [DocumentEdit] = []

        /// Leaves it to a person, since something wide stands in the way.
        mutating func leave(for wide: Wording) {
            mend = []
            right = Wording(
                "\(right.vietnamese), không tự sửa vì \(wide.vietnamese) sẽ tràn lề",
                en: "\(right.english), not mended since \(wide.english) would stand out")
        }
    }

    private func sheetFaults(_ index: Int, _ section: ReadSection) -> [PageFault] {
        let page = section.page
        let asked = profile.page
        guard let width = page.width?.millimetres, let height = page.height?.millimetres else { return [] }
        var faults: [PageFault] = []
        let (short, long) = (min(width, height), max(width, height))
        let isStandard =
            abs(short - asked.width) <= asked.tolerance * 2 && abs(long - asked.height) <= asked.tolerance * 2
        let isLandscape = width > height
        if !isStandard {
            let found = measure(short, "").vietnamese + "× " + measure(long, "mm").vietnamese
            let english = measure(short, "").english + "× " + measure(long, "mm").english
            let (across, down) = isLandscape ? (asked.height, asked.width) : (asked.width, asked.height)
            faults.append(
                PageFault(
                    key: "size", rule: .pageSize,
                    found: Wording("khổ giấy \(found)", en: "paper of \(english)"),
                    right: Wording("A4, 210 × 297 mm", en: "A4, 210 × 297 mm"),
                    changes: [PageChange(width: .millimetres(across), height: .millimetres(down))]))
        }
        if isLandscape, index == 0, !hasWideTable(section) {
            faults.append(
                PageFault(
                    key: "orientation", rule: .pageOrientation,
                    found: Wording("trang ngang", en: "landscape"),
                    right: Wording("trang dọc", en: "portrait")))
        }
        // A landscape sheet is a portrait one turned; which margin then is which is not said.
        if !isLandscape { faults += marginFaults(index, page) }
        mend(&faults, index, section)
        return faults
    }

    /// Margins outside what is allowed; the nearest one allowed mends them, or one that leaves the text more room.
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
            let nearest = min(max(margin, range.lowerBound), range.upperBound)
            return PageFault(
                key: key, rule: .pageMargin,
                found: Wording(
                    "\(name.vietnamese) \(found.vietnamese)", en: "\(name.english) \(found.english)"),
                right: measure(range, "mm"),
                changes: Self.widths(at: key, nearest: nearest, range).filter { _ in isSafe(key, index) }.map
                {
                    var change = PageChange()
                    change[keyPath: edge] = .millimetres($0)
                    return change
                })
        }
    }

    /// What is allowed there, best liked first: only the sides make room for what is wide.
    private static func widths(at edge: String, nearest: Double, _ range: ClosedRange<Double>) -> [Double] {
        edge == "left" || edge == "right" ? [nearest, range.lowerBound] : [nearest]
    }

    /// Whether the sides may move: what tabs or blanks put in its place is broken otherwise on a narrower line.
    private func isSafe(_ edge: String, _ section: Int) -> Bool {
        edge == "top" || edge == "bottom" || !lines.contains { $0.spot.isCut && $0.spot.section == section }
    }

    /// Mends as many faults of a sheet as leave room for what keeps its width; of the others it is told what stands in the way.
    private func mend(_ faults: inout [PageFault], _ index: Int, _ section: ReadSection) {
        guard let position = document.position(ofSection: index) else { return }
        let widths = FixedWidths(in: section)
        var page = section.page
        if let size = faults.indices.first(where: { faults[$0].rule == .pageSize }),
            let change = faults[size].changes.first
        {
            let sheet = page.changed(change)
            faults[size].mend = [.page(position, change)]
            if let wide = widths.obstacle(toSheet: sheet, from: page) {
                faults[size].leave(for: wide)
            } else {
                page = sheet
            }
        }
        let margins = faults.indices.filter { faults[$0].rule == .pageMargin && !faults[$0].changes.isEmpty }
        let before = page
        func obstacle(_ page: PageSetup) -> Wording? { widths.obstacle(toMargins: page, from: before) }
        let choices = [0, 1].map { choice in
            margins.map { faults[$0].changes[min(choice, faults[$0].changes.count - 1)] }
        }
        if let whole = choices.first(where: { obstacle($0.reduce(page) { $0.changed($1) }) == nil }) {
            for (fault, change) in zip(margins, whole) { faults[fault].mend = [.page(position, change)] }
            return
        }
        // What leaves the text more room goes first, and makes some for the rest.
        let byRoom = margins.sorted {
            before.room(with: faults[$0].changes) > before.room(with: faults[$1].changes)
        }
        for fault in byRoom {
            if let change = faults[fault].changes.first(where: { obstacle(page.changed($0)) == nil }) {
                page = page.changed(change)
                faults[fault].mend = [.page(position, change)]
            } else if let change = faults[fault].changes.last, let wide = obstacle(page.changed(change)) {
                faults[fault].leave(for: wide)
            }
        }
    }

    private func hasWideTable(_ section: ReadSection) -> Bool {
        section.blocks.contains { block in
            guard case .table(let table) = block else { return false }
            return table.columns.count > 3
        }
    }
}

extension PageSetup {
    /// With what a change says, where it says something.
    fileprivate func changed(_ change: PageChange) -> PageSetup {
        var page = self
        page.width = change.width ?? width
        page.left = change.left ?? left
        page.right = change.right ?? right
        return page
    }

    /// How wide the text is at most with one of these changes, in millimetres.
    fileprivate func room(with changes: [PageChange]) -> Double {
        changes.compactMap { changed($0).textWidth?.millimetres }.max() ?? 0
    }
}
