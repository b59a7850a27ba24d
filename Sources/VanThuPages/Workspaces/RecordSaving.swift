internal import DataFiles
internal import Diagnostics
internal import Planning
internal import Values

/// Saving the form of a record: only what changed is written, and nothing where somebody else has saved the same record meanwhile.
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
        /// Somebody else has saved other values, by key.
        case conflict([String: String])
        case refused([Diagnostic])
    }

    /// What is wrong with what has been typed so far: the form as it would stand after saving, and nothing saved.
    private func trial() throws(Failure) -> Answer {
        let opened = try OpenedDataFile(folder, file)
        var data = opened.data
        do throws(Failure) {
            for change in changes(in: opened) {
                try data.set(change.path, to: change.value, order: change.order)
            }
        } catch { return try form.page(faults: error.diagnostics) }
        return try folder.tried(with: data.bytes, as: file) { trial throws(Failure) in
            try EditForm(trial, file, steps, visit, typed: typed).page()
        }
    }

    func answer() throws(Failure) -> Answer {
        if visit.request.form["thu"] != nil { return try trial() }
        var outcome = Outcome.saved
        var place = steps
        try Versions(site: visit.site).save(file, of: folder, by: visit.person?.name ?? "", deed: "sua") {
            bytes throws(Failure) in
            var opened = try OpenedDataFile(folder, file, bytes: bytes)
            if opened.content(at: steps).fingerprint != visit.request.form["goc"] ?? "" {
                let conflicts = conflicts(with: opened)
                // Somebody saved something else of the record: what is typed here is then nobody's but ours.
                guard conflicts.isEmpty, structure == nil else {
                    outcome = .conflict(conflicts)
                    return nil
                }
            }
            do throws(Failure) {
                var data = opened.data
                for change in changes(in: opened) {
                    try data.set(change.path, to: change.value, order: change.order)
                }
                opened = try OpenedDataFile(folder, file, bytes: data.bytes)
                if let structure {
                    data = opened.data
                    place = try carryOut(structure, in: opened, &data)
                }
                return data.bytes
            } catch {
                outcome = .refused(error.diagnostics)
                return nil
            }
        }
        switch outcome {
        case .saved:
            try visit.site.note("luu", "\(folder.name)/\(file.path)", by: visit)
            let link = EditPages.link(folder, file, place)
            return .seeOther(link + "&da_luu=1")
        case .conflict(let values):
            return try form.page(
                notice: visit.say(
                    "Chưa lưu: người khác vừa sửa chỗ này. Xem giá trị của họ ở từng ô; bấm Lưu lần nữa để thay bằng giá trị của bạn.",
                    en:
                        "Not saved: somebody else has just changed this. Their values stand at each field; press Save again to put yours in their place."
                ), conflicts: values)
        case .refused(let faults): return try form.page(faults: faults)
        }
    }

    private var form: EditForm {
        get throws(Failure) { try EditForm(folder, file, steps, visit, typed: typed) }
    }

    /// What was typed, by key.
    private var typed: [String: String] {
        var typed: [String: String] = [:]
        for (name, value) in visit.request.form.entries where name.hasPrefix("f.") {
            typed[String(name.dropFirst(2))] = value
        }
        return typed
    }

    private func fields(of opened: OpenedDataFile) -> [RecordField] {
        let placed = opened.form(at: steps)
        guard case .record(let record) = placed.form.shape else { return [] }
        let content = opened.content(at: steps)
        return record.fields.map { RecordField($0, in: placed, content.at(DataSteps([$0.key]))) }
    }

    private func isChanged(_ field: RecordField, _ text: String) -> Bool {
        RecordField.plain(text) != RecordField.plain(field.text)
    }

    /// The values that differ from what was typed, where the record is not the one that was shown.
    ///
    /// The form carries no second copy of what it showed, so that a value which nobody typed anew is told too; saving again settles it.
    private func conflicts(with opened: OpenedDataFile) -> [String: String] {
        var values: [String: String] = [:]
        for field in fields(of: opened) {
            if let text = typed[field.description.key], isChanged(field, text) {
                values[field.description.key] = field.text
            }
        }
        return values
    }

    private struct FieldChange {
        let path: [EditableData.Step]
        let value: SourceNode.Content
        let order: [String]
    }

    private func changes(in opened: OpenedDataFile) -> [FieldChange] {
        let fields = fields(of: opened)
        guard let here = steps.steps(in: opened.data.content) else { return [] }
        let order = fields.map(\.description.key)
        return fields.compactMap { field in
            guard let text = typed[field.description.key], isChanged(field, text) else { return nil }
            return FieldChange(
                path: here + [.key(field.description.key)], value: field.value(of: text), order: order)
        }
    }

    // MARK: Records that come, go and move

    private enum Structure {
        case add(to: DataSteps)
        case remove(DataSteps)
        case move(DataSteps, by: Int)
    }

    private var structure: Structure? {
        let form = visit.request.form
        if let text = form["them"] { return .add(to: DataSteps(text)) }
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
        case .add(let list):
            guard let path = list.steps(in: data.content) else { return steps }
            let count = EditForm.items(of: opened.content(at: list)).count
            let item = blankItem(of: opened.form(at: list), in: opened, list)
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
