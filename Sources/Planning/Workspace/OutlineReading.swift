internal import DataFiles
internal import Diagnostics
internal import Values

// Which outline the plan and the reports follow.
extension WorkspaceReading {
    /// The outline that the plan's file names, or writes itself; nil where there is none that can be read.
    mutating func outline(of files: [WorkspaceFile]) -> Outline? {
        guard let plan = files.first(where: { $0.kind == .programme }) else { return nil }
        var reading = DataReading(file: plan.name)
        guard let node = plan.tree else { return nil }
        let choice = reading.outlineChoice(in: node)
        if let place = reading.placeOfSecondBody(in: node) { faults.append(.twoBodies(at: place)) }
        // What is wrong with parts of the file itself is told when the whole of it is read.
        switch choice {
        case .free(let outline): return outline
        case .named(let name, let place):
            return self.outline(named: name, at: place, of: files)
                ?? (purpose == .preview ? Outline.shipped(Outline.usualName) : nil)
        }
    }

    /// The outline that the file of reports names; nil where it names none that can be read.
    mutating func reportOutline(of files: [WorkspaceFile]) -> Outline? {
        guard let file = files.first(where: { $0.kind == .report }), let node = file.tree else { return nil }
        var reading = DataReading(file: file.name)
        guard let (name, place) = reading.outlineName(in: node) else { return nil }
        return outline(named: name, at: place, of: files)
    }

    /// The workspace's own outline of that name, or a shipped one; none is a fault.
    private mutating func outline(named name: String, at place: Place, of files: [WorkspaceFile]) -> Outline?
    {
        if let file = files.first(where: { $0.kind == .outline && $0.outlineName == name }) {
            return read(file, as: Outline.form)
        }
        if let shipped = Outline.shipped(name) { return shipped }
        let own = files.compactMap { $0.kind == .outline ? $0.outlineName : nil }
        faults.append(.unknownOutline(name, known: own + Outline.shippedFiles.map(\.name), at: place))
        return nil
    }

    /// Slots that no key fills, in parts of reports and submissions.
    func freeSlotFaults(_ reports: ReportFile?, _ outline: Outline?, _ programme: ProgrammeFile?)
        -> [Diagnostic]
    {
        let own = ReportFile.textKeys + (outline?.slots.keys ?? [])
        let periods = (reports?.periods ?? []).flatMap {
            Outline.free($0.sections, levels: nil).slotFaults(beside: own)
        }
        let submission = Outline.free(programme?.submission?.sections ?? [], levels: nil)
        return (outline?.slotFaults(beside: ReportFile.textKeys) ?? []) + periods
            + submission.slotFaults(beside: SubmissionEntry.textKeys)
    }
}

extension WorkspaceFile {
    /// The name by which a plan asks for the outline: that of the file without its ending.
    var outlineName: String {
        let file = name.split(separator: "/").last ?? ""
        return String(file.prefix { $0 != "." })
    }
}

/// How a plan's file says what it is made of.
private enum OutlineChoice {
    case named(String, at: Place)
    case free(Outline)
}

extension DataReading {
    /// Where parts of the file's own stand, when it names an outline too.
    fileprivate func placeOfSecondBody(in node: SourceNode) -> Location? {
        guard case .mapping(let entries) = node.content,
            entries.contains(where: { $0.key == "de_cuong" && !$0.value.isBlank })
        else { return nil }
        return entries.first { $0.key == "phan" && !$0.value.isBlank }.map { location($0.keyPosition) }
    }

    /// The name of the outline that a file asks for.
    fileprivate mutating func outlineName(in node: SourceNode) -> (String, at: Place)? {
        guard case .mapping(let entries) = node.content,
            let named = entries.first(where: { $0.key == "de_cuong" && !$0.value.isBlank }),
            let name = named.value.line
        else { return nil }
        enter("de_cuong")
        defer { leave() }
        return (name, at: place(named.value.position))
    }

    /// A name, parts of the file's own, or the usual outline.
    fileprivate mutating func outlineChoice(in node: SourceNode) -> OutlineChoice {
        guard case .mapping(let entries) = node.content else {
            return .named(Outline.usualName, at: place(node.position))
        }
        func entry(_ key: String) -> SourceNode.Entry? {
            entries.first { $0.key == key && !$0.value.isBlank }
        }
        if let (name, place) = outlineName(in: node) { return .named(name, at: place) }
        guard let parts = entry("phan") else { return .named(Outline.usualName, at: place(node.position)) }
        let levels = entry("danh_so").flatMap { read($0.value, as: DataForm<[OutlineLevel]>.levels) }
        enter("phan")
        defer { leave() }
        return .free(.free(read(parts.value, as: OutlineSection.listForm) ?? [], levels: levels))
    }
}

extension Outline {
    /// The outline that a plan's file follows; nil where it names none that can be read.
    static func chosen(in plan: SourceNode, of folder: String) -> Outline? {
        var reading = DataReading(file: "")
        switch reading.outlineChoice(in: plan) {
        case .free(let outline): return outline
        case .named(let name, _): return named(name, in: folder)
        }
    }

    /// The outline of the reports of a folder; nil where their file names none that can be read.
    static func chosen(inReports reports: SourceNode, of folder: String) -> Outline? {
        var reading = DataReading(file: "")
        return reading.outlineName(in: reports).flatMap { named($0.0, in: folder) }
    }

    /// The folder's own outline of that name, or a shipped one.
    static func named(_ name: String, in folder: String) -> Outline? {
        guard !name.contains("/") else { return nil }
        for ending in ["yaml", "yml", "json"] {
            let path = "\(folder)/\(DataKind.outline.rawValue)/\(name).\(ending)"
            if let own = try? SourceNode(opening: path) { return read(own, from: path) }
        }
        return shipped(name)
    }

    /// The outline that a file holds; nil where something in it is wrong.
    static func read(_ node: SourceNode, from path: String) -> Outline? {
        var reading = DataReading(file: path)
        let outline = reading.read(node, as: form)
        return reading.faults.contains { $0.severity == .error } ? nil : outline
    }
}

extension Diagnostic {
    fileprivate static func twoBodies(at place: Location) -> Diagnostic {
        .error(
            "outline.two-bodies", at: place,
            "tệp vừa có de_cuong vừa có phan, nên không rõ văn bản gồm những phần nào",
            en: "the file has both de_cuong and phan, so it is not clear what the document is made of",
            fix: "bỏ một trong hai; muốn sửa đề cương đi kèm: vanthu mau TÊN -o de-cuong/TÊN.yaml",
            en:
                "take one of them out; to change a shipped outline: vanthu templates NAME -o de-cuong/NAME.yaml"
        )
    }

    fileprivate static func unknownOutline(_ name: String, known: [String], at place: Place) -> Diagnostic {
        let list = known.joined(separator: ", ")
        return Diagnostic(
            "outline.unknown", Wording("không có đề cương “\(name)”", en: "there is no outline “\(name)”"),
            at: place.location,
            fix: nearestName(to: name, among: known).map { Wording("viết “\($0)”", en: "write “\($0)”") }
                ?? Wording(
                    "dùng một trong: \(list), hoặc thêm tệp de-cuong/\(name).yaml",
                    en: "use one of \(list), or add the file de-cuong/\(name).yaml"))
    }
}
