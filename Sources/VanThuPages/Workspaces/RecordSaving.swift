internal import DataFiles
internal import Diagnostics
internal import Planning
internal import Values

/// Saving the form of a record: only what its person has changed is written, and nothing over what others have changed meanwhile.
struct RecordSaving {
    private let folder: WorkspaceFolder
    private let file: WorkspaceDataFile
    private let steps: DataSteps
    private let visit: Visit

    init(_ folder: WorkspaceFolder, _ file: WorkspaceDataFile, _ steps: DataSteps, _ visit: Visit) {
        (self.folder, self.file, self.steps, self.visit) = (folder, file, steps, visit)
    }

    private enum Outcome {
        case saved
        /// Somebody else has changed the values of these keys too.
        case conflict(Set<String>)
        /// Somebody else has changed the list whose items are to be moved.
        case listChanged
        case moved(DataSteps)
        case gone
        case refused([Diagnostic])
    }

    private var sent: SentFields { SentFields(visit.request.form) }

    /// What is wrong with what has been typed so far: the form as it would stand after saving, and nothing saved.
    private func trial() throws(Failure) -> Answer {
        let opened = try OpenedDataFile(folder, file)
        var data = opened.data
        do throws(Failure) {
            for change in changes(in: opened, [.written, .conflict]) {
                try data.set(change.path, to: change.value, order: change.order)
            }
        } catch { return try form(at: steps).page(faults: error.diagnostics) }
        return try folder.tried(with: data.bytes, as: file) { trial throws(Failure) in
            try EditForm(trial, file, steps, visit, sent: sent).page()
        }
    }

    func answer() throws(Failure) -> Answer {
        let form = visit.request.form
        if form["thu"] != nil { return try trial() }
        if form["thoi"] != nil { return try self.form(at: steps).page() }
        if case .remove(let item)? = structure, form["chac"] == nil,
            let question = try RemovalQuestion(folder, file, steps, item, visit).answer
        {
            return question
        }
        var outcome = Outcome.saved
        var place = steps
        try Versions(site: visit.site).save(file, of: folder, by: visit.person?.name ?? "", deed: "sua") {
            bytes throws(Failure) in
            let opened = try OpenedDataFile(folder, file, bytes: bytes)
            if let obstacle = obstacle(in: opened) {
                outcome = obstacle
                return nil
            }
            do throws(Failure) {
                var data = opened.data
                for change in changes(in: opened, [.written]) {
                    try data.set(change.path, to: change.value, order: change.order)
                }
                if let structure {
                    let changed = try OpenedDataFile(folder, file, bytes: data.bytes)
                    data = changed.data
                    place = try carryOut(structure, in: changed, &data)
                }
                return data.bytes
            } catch {
                outcome = .refused(error.diagnostics)
                return nil
            }
        }
        return try answer(to: outcome, place)
    }

    /// What others have done meanwhile that keeps this from being saved; nil where nothing has.
    private func obstacle(in opened: OpenedDataFile) -> Outcome? {
        if let trail = visit.request.form["duong"] {
            switch RecordTrail(trail).place(steps, in: opened.data.content) {
            case .same: break
            case .moved(let place): return .moved(place)
            case .gone: return .gone
            }
        }
        let isSame = isSameRecord(in: opened)
        let conflicts = fields(of: opened).filter {
            sent.value(of: $0)?.outcome(now: $0.text, isSameRecord: isSame) == .conflict
        }
        guard conflicts.isEmpty else { return .conflict(Set(conflicts.map(\.description.key))) }
        switch structure {
        case .add, .addText, nil: return nil
        case .remove, .move: return isSame ? nil : .listChanged
        }
    }

    private func answer(to outcome: Outcome, _ place: DataSteps) throws(Failure) -> Answer {
        switch outcome {
        case .saved:
            try visit.site.note("luu", "\(folder.name)/\(file.path)", by: visit)
            let link = EditPages.link(folder, file, place)
            return .seeOther(link + "&da_luu=1")
        case .conflict(let keys):
            return try form(at: steps).page(
                notice: visit.say(
                    "Chưa lưu: người khác vừa sửa cùng ô với bạn. Chọn giá trị ở từng ô được đánh dấu rồi bấm Lưu; các ô khác của họ đã được giữ.",
                    en:
                        "Not saved: somebody else has just changed a field that you changed. Choose at each marked field, then save; their other fields are kept."
                ), conflicts: keys)
        case .listChanged:
            return try form(at: steps).page(
                notice: visit.say(
                    "Chưa làm: người khác vừa sửa chỗ này. Xem lại danh sách rồi bấm lần nữa.",
                    en: "Not done: somebody else has just changed this. Look at the list and press once more."
                ))
        case .moved(let place):
            return try form(at: place).page(
                notice: visit.say(
                    "Chưa lưu: người khác vừa chuyển mục này sang vị trí khác. Những gì bạn gõ vẫn ở dưới; bấm Lưu để ghi vào đúng mục này.",
                    en:
                        "Not saved: somebody else has just moved this item. What you typed is below; save once more to write it into this very item."
                ))
        case .gone: return try LostRecordPage(folder, file, steps, sent, visit).answer
        case .refused(let faults): return try form(at: steps).page(faults: faults)
        }
    }

    private func form(at place: DataSteps) throws(Failure) -> EditForm {
        try EditForm(folder, file, place, visit, sent: sent)
    }

    private func isSameRecord(in opened: OpenedDataFile) -> Bool {
        opened.content(at: steps).fingerprint == sent.record
    }

    private func fields(of opened: OpenedDataFile) -> [RecordField] { opened.fields(at: steps) }

    private struct FieldChange {
        let path: [EditableData.Step]
        let value: SourceNode.Content
        let order: [String]
    }

    private func changes(in opened: OpenedDataFile, _ wanted: [TypedValue.Outcome]) -> [FieldChange] {
        let fields = fields(of: opened)
        guard let here = steps.steps(in: opened.data.content) else { return [] }
        let order = fields.map(\.description.key)
        let isSame = isSameRecord(in: opened)
        return fields.compactMap { field in
            guard let value = sent.value(of: field),
                wanted.contains(value.outcome(now: field.text, isSameRecord: isSame))
            else { return nil }
            let key = field.description.key
            return FieldChange(
                path: here + (key.isEmpty ? [] : [.key(key)]), value: field.value(of: value.typed),
                order: order)
        }
    }

    // MARK: Records that come, go and move

    private enum Structure {
        case add(to: DataSteps)
        /// A paragraph among blocks of other kinds.
        case addText(to: DataSteps)
        case remove(DataSteps)
        case move(DataSteps, by: Int)
    }

    private var structure: Structure? {
        let form = visit.request.form
        if let text = form["them"] { return .add(to: DataSteps(text)) }
        if let text = form["them-doan"] { return .addText(to: DataSteps(text)) }
        if let text = form["xoa"] { return .remove(DataSteps(text)) }
        if let text = form["len"] { return .move(DataSteps(text), by: -1) }
        if let text = form["xuong"] { return .move(DataSteps(text), by: 1) }
        return nil
    }

    /// The place whose form is shown afterwards.
    private func carryOut(_ structure: Structure, in opened: OpenedDataFile, _ data: inout EditableData)
        throws(Failure) -> DataSteps
    {
        switch structure {
        case .add(let list), .addText(let list):
            guard let path = list.steps(in: data.content) else { return steps }
            let count = EditForm.items(of: opened.content(at: list)).count
            let isText = if case .addText = structure { true } else { false }
            let item = isText ? .text("") : blankItem(of: opened.form(at: list), in: opened, list)
            if count == 0 {
                try data.set(
                    path, to: .sequence([SourceNode(item, at: .start)]), order: order(above: list, in: opened)
                )
            } else {
                try data.insert(item, at: count, in: path)
            }
            return list.appending(String(count))
        case .remove(let item):
            guard let path = item.steps(in: data.content) else { return steps }
            try data.remove(path)
            return steps
        case .move(let item, let distance):
            guard let list = item.parent.steps(in: data.content), let from = Int(item.last),
                let path = item.steps(in: data.content)
            else { return steps }
            let content = opened.content(at: item)
            let count = EditForm.items(of: opened.content(at: item.parent)).count
            guard (0..<count).contains(from + distance) else { return steps }
            try data.remove(path)
            try data.insert(content, at: from + distance, in: list)
            return steps
        }
    }

    private func order(above list: DataSteps, in opened: OpenedDataFile) -> [String] {
        guard case .record(let record) = opened.form(at: list.parent).form.shape else { return [] }
        return record.fields.map(\.key)
    }

    /// A record with its first key, to be filled in next; a text where items are texts.
    private func blankItem(of list: PlacedForm, in opened: OpenedDataFile, _ place: DataSteps)
        -> SourceNode.Content
    {
        guard case .list(let item) = list.form.shape,
            case .record(let record) = list.inner(item, .mapping([])).form.shape,
            let key = (record.fields.first { $0.presence == .required } ?? record.fields.first)?.key
        else { return .text("") }
        return .mapping([SourceNode.entry(key, .null)])
    }
}
