internal import DataFiles
internal import Diagnostics
internal import Planning
internal import Values

/// The page of a grid: rows as they are or as they were typed, what crosses other people's changes, and the sums below.
struct GridPage {
    private let opened: OpenedDataFile
    private let steps: DataSteps
    private let columns: GridColumns
    private let merge: GridMerge?
    private let visit: Visit
    private let isTrial: Bool
    private let canEdit: Bool
    private static let rowsOfAPage = 100
    private static let spareRows = 10

    /// `merge` is what was sent and is shown once more.
    init(
        _ opened: OpenedDataFile, _ steps: DataSteps, _ columns: GridColumns, _ merge: GridMerge?,
        _ visit: Visit, isTrial: Bool = false
    ) {
        (self.opened, self.steps, self.columns, self.merge) = (opened, steps, columns, merge)
        (self.visit, self.isTrial) = (visit, isTrial)
        canEdit = visit.workspace(opened.folder.name, .edit) != nil
    }

    private var folder: WorkspaceFolder { opened.folder }
    private var file: WorkspaceDataFile { opened.file }
    private func say(_ vietnamese: String, en english: String) -> String {
        visit.say(vietnamese, en: english)
    }

    /// The number of the first row that is shown.
    static func start(_ visit: Visit) -> Int { max(0, Int(visit.request.query["tu"] ?? "") ?? 0) }

    /// A row with the number it has in the form.
    private struct Numbered {
        let number: Int
        let row: GridMerge.Row
        let isNew: Bool
        /// Its place among the rows that are summed; nil for one that is blank or taken away.
        var place: Int?
    }

    func answer(notice: String? = nil, faults: [Diagnostic] = []) -> Answer {
        let items = EditForm.items(of: opened.content(at: steps))
        var all = (merge?.rows ?? items.map { GridMerge.Row(item: $0) }).enumerated().map {
            Numbered(number: $0, row: $1, isNew: false)
        }
        // While one types the page at the browser has its own numbers; else blank rows between are closed up.
        all += (merge?.added ?? []).enumerated().map {
            Numbered(number: isTrial ? merge?.addedNumbers[$0] ?? 0 : items.count + $0, row: $1, isNew: true)
        }
        var summed: [SourceNode.Content] = []
        for index in all.indices where !all[index].row.isRemoved {
            all[index].place = summed.count
            let row = all[index].row
            summed.append(
                columns.row(row.item, saying: row.written.merging(row.conflicts.mapValues(\.text)) { $1 }))
        }
        let sums = GridSums(summed, columns, in: opened, at: steps, visit)
        let start = Self.start(visit)
        let slice = start..<start + Self.rowsOfAPage
        let isLast = slice.upperBound >= items.count
        let state = folder.reading()
        let shown = all.filter { slice.contains($0.number) || $0.isNew || isTouched($0.row) }
        var rows = shown.map { html(of: $0, sums, state) }
        let next = max(items.count, (all.last?.number ?? -1) + 1)
        if canEdit, isLast {
            rows += (next..<next + Self.spareRows).map {
                html(of: Numbered(number: $0, row: GridMerge.Row(item: .null), isNew: true), sums, state)
            }
        }
        return page(rows, sums, count: items.count, isLast: isLast, notice: notice, faults: faults)
    }

    private func isTouched(_ row: GridMerge.Row) -> Bool {
        !row.written.isEmpty || !row.conflicts.isEmpty || row.isRemoved || row.trouble != nil
    }

    private func page(
        _ rows: [HTML], _ sums: GridSums, count: Int, isLast: Bool, notice: String?, faults: [Diagnostic]
    ) -> Answer {
        let heads = columns.list.map {
            "<th scope=\"col\"\(" class=\"so\"" as HTML, if: GridColumns.isNumber($0)) title=\"\($0.help)\" data-ten=\"\(columns.names(of: $0).joined(separator: " "))\">\($0.label)</th>"
                as HTML
        }
        let totals = columns.list.map { column -> HTML in
            sums.texts[column.key].map { "<td class=\"so\" data-cong=\"\(column.key)\">\($0)</td>" as HTML }
                ?? "<td></td>"
        }
        let start = Self.start(visit)
        func pageLink(_ from: Int, _ words: String) -> HTML {
            "<a href=\"\(EditPages.link(folder, file, steps, as: "bang"))&tu=\(from)\">\(words)</a> "
        }
        let title = steps.pieces.isEmpty ? file.title : label
        let action = EditPages.link(folder, file, steps, as: "bang") + "&tu=\(start)"
        let isSaved = visit.request.method != .post && visit.request.query["da_luu"] != nil
        return visit.page(
            title,
            """
            <h1>\(title) <span class="phu">\(say("\(count) dòng", en: "rows: \(count)"))</span></h1>
            \("<p class=\"thong-bao tot\" role=\"status\">\(say("Đã lưu.", en: "Saved."))</p>" as HTML, if: isSaved)
            \(wrongCells, if: isSaved)
            \(notice.map { "<p class=\"thong-bao loi\" role=\"alert\">\($0)</p>" as HTML })
            \(visit.faults(faults), if: !faults.isEmpty)
            <p>\(say("Dán được nhiều ô chép từ Excel: đặt con trỏ vào ô đầu rồi dán; có dòng tên cột thì từng cột vào đúng cột ấy. Xóa hết các ô của một dòng là bỏ dòng ấy. Thành tiền bỏ trống thì chương trình tính.", en: "Cells copied in Excel can be pasted from the cell with the cursor on; with a row of headings each column goes where it belongs. A row whose cells are all emptied is taken away. Amounts left blank are computed."))</p>
            <form method="post" action="\(action)" data-giu>\(visit.csrf)<input type="hidden" name="goc" value="\(opened.content(at: steps).fingerprint)">
            <div class="bang-cuon" tabindex="0" role="region" aria-label="\(title)"><table class="luoi"\(" data-them" as HTML, if: canEdit && isLast)\(pasteWords)><thead><tr><th scope="col">#</th>\(heads)</tr></thead><tbody>\(rows)</tbody><tfoot><tr><th scope="row">Σ</th>\(totals)</tr></tfoot></table></div>
            <div class="hang-nut">\("<button>\(say("Lưu bảng", en: "Save the grid"))</button>" as HTML, if: canEdit)\(pageLink(max(0, start - Self.rowsOfAPage), say("Các dòng trước", en: "Rows before")), if: start > 0)\(pageLink(start + Self.rowsOfAPage, say("Các dòng sau", en: "Rows after")), if: !isLast)</div></form>
            """, in: .workspaces,
            trail: WorkspacePages.trail(folder, visit) + [(EditPages.link(folder, file), file.kindTitle)],
            status: notice == nil && faults.isEmpty ? 200 : 409)
    }

    /// How many places of the list have to be looked at, with the way to the first that is in a row.
    private var wrongCells: HTML {
        let faults = opened.faults(at: steps, in: folder.reading())
        guard !faults.isEmpty else { return .nothing }
        let rows = faults.compactMap { fault -> Int? in
            guard let path = fault.location.dataPath else { return nil }
            return DataSteps(written: path).pieces.dropFirst(steps.pieces.count).first.flatMap { Int($0) }
        }
        let link = rows.min().map { row -> HTML in
            let from = row / Self.rowsOfAPage * Self.rowsOfAPage
            let words = say("dòng \(row + 1)", en: "row \(row + 1)")
            return " (<a href=\"\(EditPages.link(folder, file, steps, as: "bang"))&tu=\(from)\">\(words)</a>)"
        }
        let words = say("Còn \(faults.count) chỗ cần xem", en: "To be looked at: \(faults.count)")
        return "<p class=\"thong-bao canh-bao\" role=\"alert\">\(words)\(link).</p>"
    }

    /// What the list is called, and which record it is of.
    private var label: String {
        let record = opened.content(at: steps.parent)
        let field = opened.fields(at: steps.parent).first { $0.description.key == steps.last }
        let name = field?.description.label ?? steps.last
        return steps.pieces.count < 2 ? name : "\(name): \(EditForm.title(of: record, or: ""))"
    }

    /// What the script says of cells that could not be pasted.
    private var pasteWords: HTML {
        " data-bo=\"\(say("Chưa dán được hết, vì trang này hết chỗ: lưu, sang trang cuối rồi dán tiếp. Số dòng chưa dán", en: "Not everything was pasted, for this page ends here: save, go to the last page and paste the rest. Rows left"))\" data-bo-cot=\"\(say("Chưa dán, vì bảng này không có cột cho", en: "Not pasted, for this grid has no column for"))\" data-bo-o=\"\(say("Chưa dán, vì ô ấy sửa ở trang riêng của dòng", en: "Not pasted, for that cell is changed on its row's own page"))\""
    }

    // MARK: Rows

    private func html(of row: Numbered, _ sums: GridSums, _ state: WorkspaceState) -> HTML {
        let number = row.number
        let place = steps.appending(String(number))
        let cells = columns.list.map { cell($0, of: row, sums, state) }
        let name: HTML =
            columns.hasRowPages
            ? "<a href=\"\(EditPages.link(folder, file, place))\">\(number + 1)</a>" : "\(number + 1)"
        let link: HTML = row.isNew ? "\(number + 1)" : "\(name)\(shown(row))"
        let note: String? =
            switch row.row.trouble {
            case .removedByOthers:
                say(
                    "Người khác vừa bỏ dòng này; lưu là thêm lại, xóa hết các ô là thôi.",
                    en:
                        "Somebody else has just taken this row away; saving adds it again, emptying it does not."
                )
            case .changedByOthers:
                say(
                    "Bạn đã bỏ dòng này, nhưng người khác vừa sửa nó; vẫn bỏ thì xóa các ô lần nữa.",
                    en:
                        "You took this row away, but somebody else has just changed it; empty it again to do so."
                )
            case nil: nil
            }
        let words = note.map {
            "<tr><td></td><td colspan=\"\(columns.list.count)\"><p class=\"thong-bao canh-bao\">\($0)</p></td></tr>"
                as HTML
        }
        return "\(words)<tr><th scope=\"row\">\(link)</th>\(cells)</tr>"
    }

    /// The prints of what is shown: of a cell that waits for a choice, that of what was shown before.
    private func shown(_ row: Numbered) -> HTML {
        var prints = columns.prints(of: row.row.item)
        for (index, column) in columns.list.enumerated() {
            if let conflict = row.row.conflicts[column.key] { prints[index + 1] = conflict.shown }
        }
        return "<input type=\"hidden\" name=\"h.\(row.number)\" value=\"\(prints.joined(separator: "."))\">"
    }

    private func cell(_ column: FieldDescription, of row: Numbered, _ sums: GridSums, _ state: WorkspaceState)
        -> HTML
    {
        let field = columns.field(column, of: row.row.item)
        let place = steps.appending(String(row.number))
        guard columns.isEditable(field, of: row.row.item) else {
            guard columns.hasRowPages else { return "<td></td>" }
            let lines = field.control == .lines ? field.text.split(separator: "\n") : []
            let shown = lines.isEmpty ? "…" : lines.joined(separator: ", ")
            return "<td><a href=\"\(EditPages.link(folder, file, place))\">\(shown)</a></td>"
        }
        let name = "\(row.number).\(column.key)"
        let conflict = row.row.conflicts[column.key]
        let value = row.row.isRemoved ? "" : conflict?.text ?? row.row.written[column.key] ?? field.text
        var told = row.place.flatMap { sums.faults[$0]?[column.key] }.map { [$0] } ?? []
        if told.isEmpty, !row.isNew {
            told = opened.faults(at: place.appending(column.key), in: state).map {
                $0.message.text(in: visit.language)
            }
        }
        let words = told.joined(separator: "; ")
        let amount = column.key == "thanh_tien" ? row.place.flatMap { sums.amounts[$0] } : nil
        let attributes: HTML =
            "name=\"g.\(name)\" data-cot=\"\(column.key)\" aria-label=\"\(column.label) \(row.number + 1)\(words.isEmpty ? "" : ": \(words)")\"\(amount.map { " placeholder=\"\($0)\"" as HTML })\(" class=\"so\"" as HTML, if: GridColumns.isNumber(column))\(" aria-invalid=\"true\" title=\"\(words)\"" as HTML, if: !words.isEmpty)\(" readonly" as HTML, if: !canEdit)"
        // Cells of written tables may be of several lines, or hold sentences.
        let element: HTML =
            columns.isWrittenTable && (value.contains("\n") || value.utf8.count > 60)
            ? "<textarea \(attributes) rows=\"\(value.split(separator: "\n").reduce(0) { $0 + 1 + $1.count / 40 })\">\n\(value)</textarea>"
            : "<input \(attributes) value=\"\(value)\">"
        return
            "<td>\(element)\(ChoiceOfTwo.html("c.\(name)", theirs: field.text, visit), if: conflict != nil)</td>"
    }
}
