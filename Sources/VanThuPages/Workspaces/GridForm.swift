internal import DataFiles
internal import Diagnostics
internal import Planning
internal import Values

/// A list of records as a grid that takes what is copied from Excel: the columns of one line each.
struct GridForm {
    private let folder: WorkspaceFolder
    private let file: WorkspaceDataFile
    private let steps: DataSteps
    private let visit: Visit

    init(_ folder: WorkspaceFolder, _ file: WorkspaceDataFile, _ steps: DataSteps, _ visit: Visit) {
        (self.folder, self.file, self.steps, self.visit) = (folder, file, steps, visit)
    }

    private func say(_ vietnamese: String, en english: String) -> String {
        visit.say(vietnamese, en: english)
    }

    func page() throws(Failure) -> Answer { try page(of: OpenedDataFile(folder, file), sent: nil) }

    private func page(
        of opened: OpenedDataFile, sent: SentGrid?, notice: String? = nil, faults: [Diagnostic] = []
    ) throws(Failure) -> Answer {
        guard let columns = GridColumns(of: opened, at: steps) else {
            return .seeOther(EditPages.link(folder, file, steps))
        }
        let merge = sent.map { GridMerge($0, columns, opened.content(at: steps)) }
        return GridPage(opened, steps, columns, merge, visit).answer(notice: notice, faults: faults)
    }

    func save() throws(Failure) -> Answer {
        let sent = SentGrid(visit.request.form)
        if visit.request.form["thu"] != nil { return try trial(sent) }
        var isConflict = false
        var faults: [Diagnostic] = []
        try Versions(site: visit.site).save(file, of: folder, by: visit.person?.name ?? "", deed: "sua-bang")
        { bytes throws(Failure) in
            let opened = try OpenedDataFile(folder, file, bytes: bytes)
            guard let columns = GridColumns(of: opened, at: steps) else { return nil }
            let merge = GridMerge(sent, columns, opened.content(at: steps))
            guard !merge.isConflict else {
                isConflict = true
                return nil
            }
            do throws(Failure) { return try changed(opened, columns, merge).bytes } catch {
                faults = error.diagnostics
                return nil
            }
        }
        if isConflict || !faults.isEmpty {
            let notice = say(
                "Chưa lưu: người khác vừa sửa cùng chỗ với bạn. Dòng và ô như vậy được đánh dấu ở dưới: chọn giá trị rồi lưu lần nữa. Các thay đổi khác của họ đã được giữ, những gì bạn gõ hay dán vẫn còn.",
                en:
                    "Not saved: somebody else has just changed what you changed. Such rows and cells are marked below: choose, then save again. Their other changes are kept, and what you typed or pasted is still here."
            )
            return try page(
                of: OpenedDataFile(folder, file), sent: sent, notice: isConflict ? notice : nil,
                faults: faults)
        }
        try visit.site.note("luu", "\(folder.name)/\(file.path)", by: visit)
        return .seeOther(
            EditPages.link(folder, file, steps, as: "bang") + "&tu=\(GridPage.start(visit))&da_luu=1")
    }

    /// The sums and amounts of what has been typed so far, as a page of which the script takes them; nothing is saved.
    private func trial(_ sent: SentGrid) throws(Failure) -> Answer {
        let opened = try OpenedDataFile(folder, file)
        guard let columns = GridColumns(of: opened, at: steps) else {
            return .seeOther(EditPages.link(folder, file, steps))
        }
        let merge = GridMerge(sent, columns, opened.content(at: steps))
        return GridPage(opened, steps, columns, merge, visit, isTrial: true).answer()
    }

    /// The file with what was typed: cells that changed, rows that were emptied or are new.
    private func changed(_ opened: OpenedDataFile, _ columns: GridColumns, _ merge: GridMerge) throws(Failure)
        -> EditableData
    {
        var data = opened.data
        guard let list = steps.steps(in: data.content) else { return data }
        let order = columns.list.map(\.key)
        for (index, row) in merge.rows.enumerated() {
            for change in columns.changes(of: row.item, saying: row.written) {
                try data.set(list + [.item(index)] + change.path, to: change.value, order: order)
            }
        }
        let removed = merge.rows.indices.filter { merge.rows[$0].isRemoved }
        for index in removed.reversed() { try data.remove(list + [.item(index)]) }
        var count = merge.rows.count - removed.count
        for row in merge.added {
            let item = columns.row(.null, saying: row.written)
            if count == 0, opened.content(at: steps) == .null {
                try data.set(list, to: .sequence([SourceNode(item, at: .start)]))
            } else {
                try data.insert(item, at: count, in: list)
            }
            count += 1
        }
        return data
    }
}
