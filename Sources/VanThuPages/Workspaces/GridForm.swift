internal import DataFiles
internal import Diagnostics
internal import Planning
internal import Values

/// A list of records as a grid that takes what is copied from Excel: the columns of one line each.
struct GridForm {
    private let opened: OpenedDataFile
    private let steps: DataSteps
    private let visit: Visit
    private static let rowsOfAPage = 100
    private static let spareRows = 10

    init(_ folder: WorkspaceFolder, _ file: WorkspaceDataFile, _ steps: DataSteps, _ visit: Visit)
        throws(Failure)
    {
        opened = try OpenedDataFile(folder, file)
        self.steps = steps
        self.visit = visit
    }

    private func say(_ vietnamese: String, en english: String) -> String {
        visit.say(vietnamese, en: english)
    }

    /// The columns: fields of one line; nil where the place is no list of records.
    private func columns(in opened: OpenedDataFile) -> [FieldDescription]? {
        let placed = opened.form(at: steps)
        guard case .list(let item) = placed.form.shape,
            case .record(let record) = placed.inner(item, .mapping([])).form.shape
        else { return nil }
        return record.fields.filter { field in
            switch field.form.shape {
            case .text, .pattern, .number, .amount, .integer, .date, .identifier, .reference, .choice: true
            // Some values are a number with rules of their own.
            case .other: true
            case .shorthand(let short, _): short.shape == .text
            case .lines, .boolean, .list, .perYear, .named, .record, .enclosingRecord: false
            }
        }
    }

    private func isNumber(_ field: FieldDescription) -> Bool {
        switch field.form.shape {
        case .number, .amount, .integer: true
        default: ["so_luong", "don_gia", "thanh_tien", "so_tien"].contains(field.key)
        }
    }

    private var start: Int { max(0, Int(visit.request.query["tu"] ?? "") ?? 0) }

    private func field(_ column: FieldDescription, of item: SourceNode.Content, in opened: OpenedDataFile)
        -> RecordField
    {
        let record = opened.form(at: steps)
        guard case .list(let form) = record.form.shape else {
            preconditionFailure("a grid is made of a list")
        }
        return RecordField(column, in: record.inner(form, item), item.at(DataSteps([column.key])))
    }

    func page(notice: String? = nil, faults: [Diagnostic] = []) throws(Failure) -> Answer {
        let (folder, file) = (opened.folder, opened.file)
        guard let columns = columns(in: opened) else { return .seeOther(EditPages.link(folder, file, steps)) }
        let canEdit = visit.workspace(folder.name, .edit) != nil
        let items = EditForm.items(of: opened.content(at: steps))
        let shown = items.indices.dropFirst(start).prefix(Self.rowsOfAPage)
        let state = folder.reading()
        let rows = shown.map { row($0, items[$0], columns, state, canEdit) }
        let isLast = (shown.last.map { $0 + 1 } ?? 0) >= items.count
        let spare =
            canEdit && isLast
            ? (0..<Self.spareRows).map { row(items.count + $0, .null, columns, state, canEdit) } : []
        let heads = columns.map {
            "<th scope=\"col\"\(" class=\"so\"" as HTML, if: isNumber($0)) title=\"\($0.help)\">\($0.label)</th>"
                as HTML
        }
        let sums = columns.map { column -> HTML in
            isNumber(column) ? "<td class=\"so\" data-cong=\"\(column.key)\"></td>" : "<td></td>"
        }
        func pageLink(_ from: Int, _ words: String) -> HTML {
            "<a href=\"\(EditPages.link(folder, file, steps, as: "bang"))&tu=\(from)\">\(words)</a> "
        }
        let title = steps.pieces.isEmpty ? file.kind.title : steps.last
        let action = EditPages.link(folder, file, steps, as: "bang") + "&tu=\(start)"
        return visit.page(
            title,
            """
            <h1>\(title) <span class="phu">\(say("\(items.count) dòng", en: "rows: \(items.count)"))</span></h1>
            \(notice.map { "<p class=\"thong-bao loi\" role=\"alert\">\($0)</p>" as HTML })
            \(visit.faults(faults), if: !faults.isEmpty)
            <p>\(say("Dán được nhiều ô chép từ Excel: đặt con trỏ vào ô đầu rồi dán. Xóa hết các ô của một dòng là bỏ dòng ấy.", en: "Cells copied in Excel can be pasted from the cell with the cursor on. A row whose cells are all emptied is taken away."))</p>
            <form method="post" action="\(action)" data-giu>\(visit.csrf)<input type="hidden" name="goc" value="\(opened.content(at: steps).fingerprint)">
            <div class="bang-cuon" tabindex="0" role="region" aria-label="\(title)"><table class="luoi"\(" data-them" as HTML, if: canEdit && isLast) data-bo="\(say("Chưa dán được hết, vì trang này hết chỗ: lưu, sang trang cuối rồi dán tiếp. Số dòng chưa dán", en: "Not everything was pasted, for this page ends here: save, go to the last page and paste the rest. Rows left"))"><thead><tr><th scope="col">#</th>\(heads)</tr></thead><tbody>\(rows)\(spare)</tbody><tfoot><tr><th scope="row">Σ</th>\(sums)</tr></tfoot></table></div>
            <div class="hang-nut">\("<button>\(say("Lưu bảng", en: "Save the grid"))</button>" as HTML, if: canEdit)\(pageLink(max(0, start - Self.rowsOfAPage), say("Các dòng trước", en: "Rows before")), if: start > 0)\(pageLink(start + Self.rowsOfAPage, say("Các dòng sau", en: "Rows after")), if: !isLast)</div></form>
            """, in: .workspaces,
            trail: WorkspacePages.trail(folder, visit) + [(EditPages.link(folder, file), file.kind.title)],
            status: notice == nil && faults.isEmpty ? 200 : 409)
    }

    private func row(
        _ index: Int, _ item: SourceNode.Content, _ columns: [FieldDescription], _ state: WorkspaceState,
        _ canEdit: Bool
    ) -> HTML {
        let place = steps.appending(String(index))
        let cells = columns.map { column -> HTML in
            let field = field(column, of: item, in: opened)
            let name = "g.\(index).\(column.key)"
            // A cell that holds more than a line is changed on the page of its record.
            guard field.control != .elsewhere, field.control != .records, field.control != .record else {
                return "<td><a href=\"\(EditPages.link(opened.folder, opened.file, place))\">…</a></td>"
            }
            let value = visit.request.form[name] ?? field.text
            let faults = item == .null ? [] : opened.faults(at: place.appending(column.key), in: state)
            let told = faults.map { $0.message.text(in: visit.language) }.joined(separator: "; ")
            return
                "<td><input name=\"\(name)\" data-cot=\"\(column.key)\" aria-label=\"\(column.label) \(index + 1)\(told.isEmpty ? "" : ": \(told)")\" value=\"\(value)\"\(" class=\"so\"" as HTML, if: isNumber(column))\(" aria-invalid=\"true\" title=\"\(told)\"" as HTML, if: !faults.isEmpty)\(" readonly" as HTML, if: !canEdit)></td>"
        }
        return
            "<tr><th scope=\"row\">\("<a href=\"\(EditPages.link(opened.folder, opened.file, place))\">" as HTML, if: item != .null)\(index + 1)\("</a>" as HTML, if: item != .null)</th>\(cells)</tr>"
    }

    func save() throws(Failure) -> Answer {
        let (folder, file) = (opened.folder, opened.file)
        var isOld = false
        var faults: [Diagnostic] = []
        try Versions(site: visit.site).save(file, of: folder, by: visit.person?.name ?? "", deed: "sua-bang")
        { bytes throws(Failure) in
            let opened = try OpenedDataFile(folder, file, bytes: bytes)
            guard opened.content(at: steps).fingerprint == visit.request.form["goc"] else {
                isOld = true
                return nil
            }
            do throws(Failure) { return try changed(opened).bytes } catch {
                faults = error.diagnostics
                return nil
            }
        }
        if isOld {
            return try page(
                notice: say(
                    "Chưa lưu: người khác vừa sửa bảng này. Những gì bạn gõ vẫn ở dưới; xem lại rồi lưu lần nữa.",
                    en:
                        "Not saved: somebody else has just changed this grid. What you typed is below; look through it and save again."
                ))
        }
        guard faults.isEmpty else { return try page(faults: faults) }
        try visit.site.note("luu", "\(folder.name)/\(file.path)", by: visit)
        return .seeOther(EditPages.link(folder, file, steps, as: "bang") + "&tu=\(start)")
    }

    /// The file with what was typed: cells that changed, rows that were emptied or are new.
    private func changed(_ opened: OpenedDataFile) throws(Failure) -> EditableData {
        var data = opened.data
        guard let columns = columns(in: opened), let list = steps.steps(in: data.content) else { return data }
        var typed: [Int: [String: String]] = [:]
        for (name, value) in visit.request.form.entries where name.hasPrefix("g.") {
            let pieces = name.split(separator: ".")
            if pieces.count == 3, let index = Int(pieces[1]) {
                typed[index, default: [:]][String(pieces[2])] = value
            }
        }
        let items = EditForm.items(of: opened.content(at: steps))
        let order = columns.map(\.key)
        var emptied: [Int] = []
        for (index, item) in items.enumerated() {
            guard let cells = typed[index] else { continue }
            let hasMore =
                if case .mapping(let entries) = item {
                    entries.contains { entry in !order.contains(entry.key) && entry.value.content != .null }
                } else { false }
            if !hasMore, cells.values.allSatisfy({ RecordField.plain($0).isEmpty }) {
                emptied.append(index)
                continue
            }
            for column in columns {
                guard let text = cells[column.key] else { continue }
                let field = field(column, of: item, in: opened)
                guard RecordField.plain(text) != RecordField.plain(field.text) else { continue }
                try data.set(
                    list + [.item(index), .key(column.key)], to: value(of: text, field), order: order)
            }
        }
        for index in emptied.reversed() { try data.remove(list + [.item(index)]) }
        var count = items.count - emptied.count
        for index in typed.keys.sorted() where index >= items.count {
            let entries = columns.compactMap { column -> SourceNode.Entry? in
                let text = RecordField.plain(typed[index]?[column.key] ?? "")
                guard !text.isEmpty else { return nil }
                return SourceNode.entry(column.key, value(of: text, field(column, of: .null, in: opened)))
            }
            guard !entries.isEmpty else { continue }
            if count == 0, opened.content(at: steps) == .null {
                try data.set(list, to: .sequence([SourceNode(.mapping(entries), at: .start)]))
            } else {
                try data.insert(.mapping(entries), at: count, in: list)
            }
            count += 1
        }
        return data
    }

    private func value(of text: String, _ field: RecordField) -> SourceNode.Content {
        isNumber(field.description) && !RecordField.plain(text).isEmpty
            ? RecordField.number(RecordField.plain(text)) : field.value(of: text)
    }
}
