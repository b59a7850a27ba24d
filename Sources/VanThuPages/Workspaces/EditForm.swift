internal import DataFiles
internal import Diagnostics
internal import Planning
internal import Values

/// The form of one record of a data file: its fields, the records in it, and where it stands.
struct EditForm {
    private let opened: OpenedDataFile
    private let steps: DataSteps
    private let visit: Visit
    private let canEdit: Bool
    /// What was sent and could not be saved.
    private let sent: SentFields?

    init(
        _ folder: WorkspaceFolder, _ file: WorkspaceDataFile, _ steps: DataSteps, _ visit: Visit,
        sent: SentFields? = nil
    ) throws(Failure) {
        opened = try OpenedDataFile(folder, file)
        self.steps = steps
        self.visit = visit
        self.sent = sent
        canEdit = visit.workspace(folder.name, .edit) != nil
    }

    private var folder: WorkspaceFolder { opened.folder }
    private func say(_ vietnamese: String, en english: String) -> String {
        visit.say(vietnamese, en: english)
    }
    private func link(_ steps: DataSteps, as page: String = "sua") -> String {
        EditPages.link(folder, opened.file, steps, as: page)
    }

    /// `notice` is said above the form; `conflicts` are the keys whose values somebody else has changed meanwhile.
    func page(notice: String? = nil, conflicts: Set<String> = [], faults: [Diagnostic] = []) throws(Failure)
        -> Answer
    {
        let placed = opened.form(at: steps)
        let content = opened.content(at: steps)
        if let table = tableSteps { return .seeOther(link(table, as: "bang")) }
        if case .list = placed.form.shape { return try listPage(placed, content) }
        let fields = opened.fields(at: steps)
        guard !fields.isEmpty else {
            return .seeOther(
                steps.pieces.isEmpty
                    ? link(DataSteps(), as: "tep") : link(steps.parent) + "#f.\(percentEncoded(steps.last))")
        }
        let state = folder.reading()
        let inputs = fields.map { input($0, state, conflicts) }
        let title = steps.pieces.isEmpty ? opened.file.title : Self.title(of: content, or: label(of: steps))
        let keys = Set(fields.map(\.description.key))
        let help = if case .record(let record) = placed.form.shape { record.help } else { "" }
        // What is told of the record itself, or of a key that it does not know.
        let own = opened.faults(at: steps, in: state).filter { fault in
            guard let path = fault.location.dataPath else { return false }
            return DataSteps(written: path).pieces.dropFirst(steps.pieces.count).first.map {
                !keys.contains($0)
            } ?? true
        }
        let buttons: HTML =
            "<div class=\"hang-nut dinh\"><button>\(say("Lưu", en: "Save"))</button><a href=\"\(folder.link)/van-ban\">\(say("Xem văn bản", en: "See the documents"))</a> <a href=\"\(link(DataSteps(), as: "tep"))\">\(say("Sửa cả tệp", en: "The file as a whole"))</a></div>"
        return visit.page(
            title,
            """
            <h1>\(title)</h1>
            \(saved)
            \(notice.map { "<p class=\"thong-bao loi\" role=\"alert\">\($0)</p>" as HTML })
            \(visit.faults(faults + own), if: !(faults + own).isEmpty)
            <div class="sua">\(RecordTree(opened, at: steps, visit).html)
            <div>\("<p class=\"phu\">\(help)</p>" as HTML, if: !help.isEmpty)
            <form method="post" action="\(link(steps))" class="bieu-mau" data-giu data-thu>\(visit.csrf)\(visit.firstButton, if: canEdit)<input type="hidden" name="goc" value="\(content.fingerprint)"><input type="hidden" name="duong" value="\(RecordTrail(to: steps, in: opened.data.content).text)">
            \(inputs)
            \(buttons, if: canEdit)
            </form></div></div>
            """, in: .workspaces, trail: trail, status: notice == nil && faults.isEmpty ? 200 : 409)
    }

    /// The rows of a written table that this place is or lies in: they are changed as a grid only.
    private var tableSteps: DataSteps? {
        for count in (0...steps.pieces.count).reversed() {
            let place = DataSteps(Array(steps.pieces.prefix(count)))
            if GridColumns.areOfTable(opened, place) { return place }
        }
        return nil
    }

    private var saved: HTML {
        guard visit.request.method != .post, visit.request.query["da_luu"] != nil else { return .nothing }
        return "<p class=\"thong-bao tot\" role=\"status\">\(say("Đã lưu.", en: "Saved."))</p>"
    }

    private var trail: [(link: String, name: String)] {
        var trail = WorkspacePages.trail(folder, visit)
        if !steps.pieces.isEmpty { trail.append((link(DataSteps()), opened.file.title)) }
        for count in 1..<max(1, steps.pieces.count) {
            let above = DataSteps(Array(steps.pieces.prefix(count)))
            trail.append((link(above), Self.title(of: opened.content(at: above), or: label(of: above))))
        }
        return trail
    }

    /// What the key of that place is called.
    private func label(of steps: DataSteps) -> String {
        if case .record(let record) = opened.form(at: steps.parent).form.shape,
            let field = record.fields.first(where: { $0.key == steps.last })
        {
            return field.label
        }
        return Int(steps.last).map { say("Mục \($0 + 1)", en: "Item \($0 + 1)") } ?? steps.last
    }

    // MARK: Fields

    private func input(_ field: RecordField, _ state: WorkspaceState, _ conflicts: Set<String>) -> HTML {
        let key = field.description.key
        let here = steps.appending(key)
        switch field.control {
        case .records: return records(field, here, state)
        case .record:
            let faults = opened.faults(at: here, in: state)
            return
                "<p class=\"o\"><a href=\"\(link(here))\">\(field.description.label)</a> <span class=\"phu\">\(field.description.help)</span>\(faultCount(faults), if: !faults.isEmpty)</p>"
        case .elsewhere:
            let text = field.text
            return """
                <div class="o" id="f.\(key)"><p class="nhan">\(field.description.label)</p><p class="giai-thich">\(field.description.help)</p><p class="phu">\(text.isEmpty ? say("(chưa có)", en: "(nothing)") : String(text.prefix(300)))</p><p><a href="\(link(DataSteps(), as: "tep"))">\(say("Sửa trong tệp", en: "Change it in the file"))</a></p>\(faultList(opened.faults(at: here, in: state), id: "f.\(key)-loi"))</div>
                """
        case .line, .number, .date, .choice, .truth, .lines, .years:
            return control(field, opened.faults(at: here, in: state), isConflict: conflicts.contains(key))
        }
    }

    private func faultCount(_ faults: [Diagnostic]) -> HTML {
        " <span class=\"muc-do loi\">\(say("\(faults.count) chỗ cần xem", en: "to be looked at: \(faults.count)"))</span>"
    }

    private func control(_ field: RecordField, _ faults: [Diagnostic], isConflict: Bool) -> HTML {
        let key = field.description.key
        let id = "f.\(key)"
        let again = sent?.again(field)
        let value = again?.text ?? field.text
        let shown = again?.shown ?? printOf(RecordField.plain(field.text))
        var help = field.description.help
        switch field.control {
        case .lines: help += " " + say("Mỗi dòng một mục.", en: "One item a line.")
        case .years: help += " " + say("Mỗi dòng một năm: 2026: 240.", en: "A line for each year: 2026: 240.")
        default: break
        }
        let described = ["\(id)-gt", faults.isEmpty ? nil : "\(id)-loi"].compactMap { $0 }.joined(
            separator: " ")
        let attributes: HTML =
            "id=\"\(id)\" name=\"\(id)\" aria-describedby=\"\(described)\"\(" aria-invalid=\"true\"" as HTML, if: !faults.isEmpty)\(" readonly" as HTML, if: !canEdit)"
        let isRequired = field.description.presence == .required
        let unit = field.placed.form.unit.map { " <span class=\"don-vi\">(\($0))</span>" as HTML }
        return """
            <div class="o"><label for="\(id)">\(field.description.label)\(unit)\(" <span class=\"bat-buoc\">(\(say("bắt buộc", en: "required")))</span>" as HTML, if: isRequired)</label>\(element(field, attributes, value))
            <p class="giai-thich" id="\(id)-gt">\(help)</p>
            <input type="hidden" name="h.\(key)" value="\(shown)">\(ChoiceOfTwo.html("c.\(key)", theirs: field.text, visit), if: isConflict)
            \(tableLink(field.text))\(faultList(faults, id: "\(id)-loi"))</div>
            """
    }

    private func faultList(_ faults: [Diagnostic], id: String) -> HTML {
        faults.isEmpty ? .nothing : "<div class=\"loi-o\" id=\"\(id)\">\(faults.map { fault($0) })</div>"
    }

    private func fault(_ diagnostic: Diagnostic) -> HTML {
        "<p>\(visit.sentence(diagnostic.message.text(in: visit.language)))\(diagnostic.fix.map { "<span class=\"cach-sua\">. \(visit.sentence($0.text(in: visit.language)))</span>" as HTML })</p>"
    }

    private func element(_ field: RecordField, _ attributes: HTML, _ value: String) -> HTML {
        func option(_ name: String, _ words: String) -> HTML {
            "<option value=\"\(name)\"\(" selected" as HTML, if: name == value)>\(words)</option>"
        }
        switch field.control {
        case .choice(let choices):
            let isKnown = value.isEmpty || choices.contains { $0.name == value }
            return
                "<select \(attributes)>\(option("", "—"))\(option(value, value), if: !isKnown)\(choices.map { option($0.name, "\($0.name): \($0.help)") })</select>"
        case .truth:
            return
                "<select class=\"ngan\" \(attributes)>\(option("", "—"))\(option("true", say("có", en: "yes")))\(option("false", say("không", en: "no")))</select>"
        case .lines, .years:
            let rows = min(16, max(2, value.split(separator: "\n").reduce(1) { $0 + 1 + $1.count / 90 }))
            return "<textarea \(attributes) rows=\"\(rows)\">\n\(value)</textarea>"
        case .number, .date: return "<input class=\"ngan\" \(attributes) value=\"\(value)\">"
        case .line, .records, .record, .elsewhere:
            if value.utf8.count > 110 {
                return "<textarea \(attributes) rows=\"\(1 + value.count / 80)\">\n\(value)</textarea>"
            }
            return "<input \(attributes) value=\"\(value)\">"
        }
    }

    // MARK: Records in it

    private func records(_ field: RecordField, _ here: DataSteps, _ state: WorkspaceState) -> HTML {
        if GridColumns.areOfTable(opened, here) {
            return table(field, here, opened.faults(at: here, in: state))
        }
        let items = Self.items(of: field.content).enumerated().map { index, item in
            record(item, at: here.appending(String(index)), of: Self.items(of: field.content).count, state)
        }
        // Those of the items stand on their own pages.
        let own = opened.faults(at: here, in: state).filter {
            $0.location.dataPath.map { DataSteps(written: $0) } == here
        }
        return """
            <section class="o">\(faultList(own, id: "f.\(field.description.key)-loi"))<h2 id="f.\(field.description.key)">\(field.description.label)</h2><p class="giai-thich">\(field.description.help)</p>
            <ul class="muc-con">\(items)</ul>
            \("<p class=\"hang-nut\">\(addButtons(here, field.description.label)) \(gridLink(here))</p>" as HTML, if: canEdit)</section>
            """
    }

    /// One adds a record; where paragraphs stand between blocks of other kinds, another adds a paragraph.
    private func addButtons(_ list: DataSteps, _ label: String = "") -> HTML {
        func button(_ name: String, _ words: String) -> HTML {
            "<button class=\"phu-nut\" name=\"\(name)\" value=\"\(list.text)\">\(words)\("<span class=\"an\"> \(label)</span>" as HTML, if: !label.isEmpty)</button>"
        }
        guard opened.form(at: list).isListOfBlocks else {
            return button("them", say("Thêm một mục", en: "Add one"))
        }
        return
            "\(button("them-doan", say("Thêm một đoạn", en: "Add a paragraph"))) \(button("them", say("Thêm khối khác (gạch đầu dòng, bảng…)", en: "Add another block (list, table …)")))"
    }

    private func gridLink(_ list: DataSteps, isButton: Bool = false) -> HTML {
        guard GridColumns(of: opened, at: list) != nil else { return .nothing }
        return
            "<a\(" class=\"nut phu-nut\"" as HTML, if: isButton) href=\"\(link(list, as: "bang"))\">\(say("Mở thành bảng", en: "As a grid"))</a>"
    }

    /// The rows of a written table, which stand on a grid of their own.
    private func table(_ field: RecordField, _ here: DataSteps, _ faults: [Diagnostic]) -> HTML {
        let count = Self.items(of: field.content).count
        return """
            <section class="o"><h2 id="f.\(field.description.key)">\(field.description.label)</h2><p class="giai-thich">\(field.description.help)</p>
            <p><a class="nut phu-nut" href="\(link(here, as: "bang"))">\(say("Mở thành bảng", en: "As a grid"))</a> <span class="phu">\(say("\(count) dòng", en: "rows: \(count)"))</span></p>\(faultList(faults, id: "f.\(field.description.key)-loi"))</section>
            """
    }

    /// The way to a file of rows that a field names.
    private func tableLink(_ name: String) -> HTML? {
        guard name.suffix(4).lowercased() == ".csv",
            let file = try? folder.files().first(where: { $0.kind == nil && $0.path == name })
        else { return nil }
        return
            "<p><a class=\"nut phu-nut\" href=\"\(EditPages.link(folder, file, as: "bang"))\">\(say("Mở thành bảng", en: "As a grid"))</a></p>"
    }

    private func record(
        _ item: SourceNode.Content, at place: DataSteps, of count: Int, _ state: WorkspaceState
    ) -> HTML {
        let index = Int(place.last) ?? 0
        let name = Self.title(of: item, or: say("Mục \(index + 1)", en: "Item \(index + 1)"))
        func button(_ deed: String, _ sign: String, _ words: String) -> HTML {
            "<button class=\"nhe\" name=\"\(deed)\" value=\"\(place.text)\" aria-label=\"\(words): \(name)\">\(sign)</button>"
        }
        let faults = opened.faults(at: place, in: state)
        return """
            <li><a href="\(link(place))">\(index + 1). \(name)</a>\(faultCount(faults), if: !faults.isEmpty)\(button("len", "↑", say("Lên", en: "Up")), if: canEdit && index > 0)\(button("xuong", "↓", say("Xuống", en: "Down")), if: canEdit && index + 1 < count)\(button("xoa", "✕", say("Xóa", en: "Remove")), if: canEdit)</li>
            """
    }

    private func listPage(_ placed: PlacedForm, _ content: SourceNode.Content) throws(Failure) -> Answer {
        let state = folder.reading()
        let all = Self.items(of: content)
        let items = all.prefix(500).enumerated().map {
            record($1, at: steps.appending(String($0)), of: all.count, state)
        }
        let title = steps.pieces.isEmpty ? opened.file.title : label(of: steps)
        return visit.page(
            title,
            """
            <h1>\(title)</h1><div class="sua">\(RecordTree(opened, at: steps, visit).html)<div>
            <p>\(gridLink(steps, isButton: true))</p>
            <form method="post" action="\(link(steps))">\(visit.csrf)<input type="hidden" name="goc" value="\(content.fingerprint)"><ul class="muc-con">\(items)</ul>
            \("<p class=\"hang-nut\">\(addButtons(steps))</p>" as HTML, if: canEdit)</form></div></div>
            """, in: .workspaces, trail: trail)
    }

    static func items(of content: SourceNode.Content) -> [SourceNode.Content] {
        guard case .sequence(let items) = content else { return [] }
        return items.map(\.content)
    }

    /// What a record is called on a page.
    static func title(of content: SourceNode.Content, or other: String) -> String {
        if case .text(let text) = content { return shortened(text) }
        if let name = RecordName(of: content) { return shortened(name.text) }
        guard case .mapping(let entries) = content, entries.count == 1, let block = entries.first else {
            return other
        }
        // A block of a text: a table is known by its columns, a list by its first item.
        if block.key == "bang" {
            let heads = items(of: block.value.content.at(DataSteps(["cot"]))).map {
                RecordField.text(of: $0.at(DataSteps(["ten"])))
            }
            return shortened("Bảng: " + heads.filter { !$0.isEmpty }.joined(separator: ", "))
        }
        return items(of: block.value.content).first.map { title(of: $0, or: other) } ?? other
    }

    private static func shortened(_ text: String) -> String {
        text.count <= 110 ? text : text.prefix(107) + "…"
    }
}
