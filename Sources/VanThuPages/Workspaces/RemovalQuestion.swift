internal import DataFiles
internal import Diagnostics
internal import Planning
internal import Values

/// Asking before an item that holds something is taken away; all that was sent comes along, so that nothing typed is lost either way.
struct RemovalQuestion {
    private let opened: OpenedDataFile
    private let steps: DataSteps
    private let item: DataSteps
    private let visit: Visit

    init(
        _ folder: WorkspaceFolder, _ file: WorkspaceDataFile, _ steps: DataSteps, _ item: DataSteps,
        _ visit: Visit
    ) throws(Failure) {
        opened = try OpenedDataFile(folder, file)
        (self.steps, self.item, self.visit) = (steps, item, visit)
    }

    /// Nil where nothing is in it.
    var answer: Answer? {
        let content = opened.content(at: item)
        let texts = content.texts
        guard !texts.isEmpty else { return nil }
        let (folder, file) = (opened.folder, opened.file)
        let name = EditForm.title(of: content, or: visit.say("mục này", en: "this item"))
        let fields = visit.request.form.entries.filter { $0.name != Visit.csrfField }.map {
            "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" as HTML
        }
        let lines = texts.prefix(12).map { "<li>\(String($0.prefix(200)))</li>" as HTML }
        let more = visit.say(
            "… và \(texts.count - 12) giá trị nữa", en: "… and \(texts.count - 12) more values")
        return visit.page(
            visit.say("Xóa mục", en: "Remove an item"),
            """
            <h1>\(visit.say("Xóa “\(name)”?", en: "Remove “\(name)”?"))</h1>
            <p class="thong-bao canh-bao" role="alert">\(visit.say("Mục này đang có \(texts.count) giá trị; xóa rồi thì lấy lại ở trang Các phiên bản.", en: "The item holds \(texts.count) values; once removed it can be had again from Versions."))</p>
            <ul>\(lines)\("<li>\(more)</li>" as HTML, if: texts.count > 12)</ul>
            <form method="post" action="\(EditPages.link(folder, file, steps))">\(visit.csrf)\(fields)
            <div class="hang-nut"><button name="thoi" value="1" class="phu-nut">\(visit.say("Không xóa", en: "Keep it"))</button><button name="chac" value="1">\(visit.say("Xóa", en: "Remove"))</button></div></form>
            """, in: .workspaces,
            trail: WorkspacePages.trail(folder, visit) + [(EditPages.link(folder, file), file.kindTitle)])
    }
}

extension SourceNode.Content {
    /// Every value that is not blank, in its order.
    fileprivate var texts: [String] {
        switch self {
        case .null: []
        case .boolean(let truth): [truth ? "true" : "false"]
        case .number(let text): [text]
        case .text(let text): RecordField.plain(text).isEmpty ? [] : [RecordField.plain(text)]
        case .sequence(let items): items.flatMap(\.content.texts)
        case .mapping(let entries): entries.flatMap(\.value.content.texts)
        }
    }
}

/// What was typed into the form of a record that somebody else has removed meanwhile: told, and shown to be copied.
struct LostRecordPage {
    private let opened: OpenedDataFile
    private let steps: DataSteps
    private let sent: SentFields
    private let visit: Visit

    init(
        _ folder: WorkspaceFolder, _ file: WorkspaceDataFile, _ steps: DataSteps, _ sent: SentFields,
        _ visit: Visit
    ) throws(Failure) {
        opened = try OpenedDataFile(folder, file)
        (self.steps, self.sent, self.visit) = (steps, sent, visit)
    }

    var answer: Answer {
        let (folder, file) = (opened.folder, opened.file)
        let values = opened.fields(at: steps).compactMap { field -> HTML? in
            guard let value = sent.value(of: field), !value.typed.isEmpty else { return nil }
            return "<dt>\(field.description.label)</dt><dd>\(value.typed)</dd>"
        }
        return visit.page(
            visit.say("Mục không còn", en: "The item is gone"),
            """
            <h1>\(visit.say("Mục không còn", en: "The item is gone"))</h1>
            <p class="thong-bao loi" role="alert">\(visit.say("Chưa lưu: người khác vừa xóa hoặc thay mục này, nên không ghi vào mục khác. Những gì bạn gõ ở dưới đây; chép lại nếu còn cần.", en: "Not saved: somebody else has just removed or replaced this item, and nothing was written onto another. What you typed is below, to be copied."))</p>
            <dl>\(values)</dl>
            <p><a href="\(EditPages.link(folder, file, steps.parent.parent))">\(visit.say("Xem danh sách bây giờ", en: "See the list as it is now"))</a></p>
            """, in: .workspaces,
            trail: WorkspacePages.trail(folder, visit) + [(EditPages.link(folder, file), file.kindTitle)],
            status: 409)
    }
}
