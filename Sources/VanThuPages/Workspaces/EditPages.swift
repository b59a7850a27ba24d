internal import DataFiles
internal import Diagnostics
internal import Planning
internal import Synchronization
internal import Values

/// Changing a data file of a workspace: record by record, as a grid, or as a whole.
enum EditPages {
    static let routes: [Route] = [
        .get("ho-so/*/sua") { visit, pieces throws(Failure) in
            guard let (folder, file) = try place(pieces[0], .view, visit) else {
                return visit.refusalPage(.noSuchPage)
            }
            // What cannot be read is mended as a text.
            guard (try? OpenedDataFile(folder, file)) != nil else {
                return .seeOther(link(folder, file, as: "tep"))
            }
            return try EditForm(folder, file, steps(visit), visit).page()
        },
        .post("ho-so/*/sua") { visit, pieces throws(Failure) in
            guard let (folder, file) = try place(pieces[0], .edit, visit) else {
                return visit.refusalPage(.noSuchPage)
            }
            return try RecordSaving(folder, file, steps(visit), visit).answer()
        },
        .get("ho-so/*/bang") { visit, pieces throws(Failure) in
            guard let (folder, file) = try place(pieces[0], .view, visit) else {
                return visit.refusalPage(.noSuchPage)
            }
            // What cannot be read is mended as a text.
            guard (try? OpenedDataFile(folder, file)) != nil else {
                return .seeOther(link(folder, file, as: "tep"))
            }
            return try GridForm(folder, file, steps(visit), visit).page()
        },
        .post("ho-so/*/bang") { visit, pieces throws(Failure) in
            guard let (folder, file) = try place(pieces[0], .edit, visit) else {
                return visit.refusalPage(.noSuchPage)
            }
            return try GridForm(folder, file, steps(visit), visit).save()
        },
        .get("ho-so/*/tep") { visit, pieces throws(Failure) in
            guard let (folder, file) = try place(pieces[0], .view, visit) else {
                return visit.refusalPage(.noSuchPage)
            }
            return try WholeFileForm(folder, file, visit).page()
        },
        .post("ho-so/*/tep") { visit, pieces throws(Failure) in
            guard let (folder, file) = try place(pieces[0], .edit, visit) else {
                return visit.refusalPage(.noSuchPage)
            }
            return try WholeFileForm(folder, file, visit).save()
        },
    ]

    static func link(
        _ folder: WorkspaceFolder, _ file: WorkspaceDataFile, _ steps: DataSteps = DataSteps(),
        as page: String = "sua"
    ) -> String {
        if SheetView.isWorkbook(file.path) { return SheetPages.link(folder, file.path) }
        let place = steps.pieces.isEmpty ? "" : "&o=\(percentEncoded(steps.text))"
        return "\(folder.link)/\(page)?tep=\(percentEncoded(file.path))\(place)"
    }

    private static func place(_ name: String, _ right: Right, _ visit: Visit) throws(Failure) -> (
        WorkspaceFolder, WorkspaceDataFile
    )? {
        guard let folder = visit.workspace(name, right),
            let file = try folder.file(visit.request.query["tep"] ?? "")
        else { return nil }
        return (folder, file)
    }

    private static func steps(_ visit: Visit) -> DataSteps { DataSteps(visit.request.query["o"] ?? "") }
}

/// A data file as it stands, with what its kind says of it.
struct OpenedDataFile: Sendable {
    let folder: WorkspaceFolder
    let file: WorkspaceDataFile
    let data: EditableData
    let root: FormDescription

    private struct Known {
        let stamp: [Int]
        let opened: OpenedDataFile
    }

    private static let known = Mutex<[String: Known]>([:])

    /// The file as it lies there; what was read of it is remembered until a file of its workspace changes.
    init(_ folder: WorkspaceFolder, _ file: WorkspaceDataFile) throws(Failure) {
        let path = folder.fullPath(file)
        let stamp = folder.stamp
        if let known = Self.known.withLock({ $0[path] }), known.stamp == stamp {
            self = known.opened
            return
        }
        try self.init(folder, file, bytes: folder.bytes(of: file))
        guard !folder.isTrial else { return }
        let kept = Known(stamp: stamp, opened: self)
        Self.known.withLock { known in
            if known.count > 200 { known = [:] }
            known[path] = kept
        }
    }

    init(_ folder: WorkspaceFolder, _ file: WorkspaceDataFile, bytes: [UInt8]) throws(Failure) {
        self.folder = folder
        self.file = file
        data = try EditableData(bytes, file: folder.fullPath(file), kind: DataFileKind(ofFileAt: file.path))
        root = file.form(of: SourceNode(data.content, at: .start), in: folder.path)
    }

    func form(at steps: DataSteps) -> PlacedForm { PlacedForm(of: root, at: steps, in: data.content) }

    func content(at steps: DataSteps) -> SourceNode.Content { data.content.at(steps) }

    /// The fields of the record there, or the one without a key of a text that is an item of a list; else none.
    func fields(at steps: DataSteps) -> [RecordField] {
        let placed = form(at: steps)
        let content = content(at: steps)
        if case .record(let record) = placed.form.shape {
            return record.fields.map { RecordField($0, in: placed, content.at(DataSteps([$0.key]))) }
        }
        guard Int(steps.last) != nil, case .list = form(at: steps.parent).form.shape else { return [] }
        switch placed.form.shape {
        case .text, .pattern, .other: break
        default: return []
        }
        let paragraph = FieldDescription(
            "", .required, placed.form, help: "Một đoạn văn; các khối khác ở cùng danh sách.",
            label: "Nội dung đoạn")
        return [RecordField(paragraph, in: placed, content)]
    }

    /// What is wrong right at a place, or inside it where that has no field of its own here.
    func faults(at steps: DataSteps, in state: WorkspaceState) -> [Diagnostic] {
        guard !state.diagnostics.isEmpty else { return [] }
        let (file, written) = (folder.fullPath(file), steps.written)
        return state.diagnostics.filter { diagnostic in
            guard diagnostic.location.file == file, let path = diagnostic.location.dataPath else {
                return false
            }
            return written.isEmpty || path == written
                || path.hasPrefix(written) && [".", "["].contains(path.dropFirst(written.count).first)
        }
    }
}

extension WorkspaceDataFile {
    /// What it is, with the name of the file where there may be several of its kind.
    var title: String {
        switch kind {
        case .estimate, .outline, .tableForm, nil: "\(kindTitle) (\(path))"
        case .agency, .programme, .indicators, .log, .report, .norms, .payments: kindTitle
        }
    }

    var kindTitle: String { kind?.title ?? "Các dòng của bảng" }
}
