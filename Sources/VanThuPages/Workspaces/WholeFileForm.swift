internal import DataFiles
internal import Diagnostics
internal import Planning
internal import Values

/// A data file as a whole, as text: for what has no field of its own, comments too.
struct WholeFileForm {
    private let folder: WorkspaceFolder
    private let file: WorkspaceDataFile
    private let visit: Visit

    init(_ folder: WorkspaceFolder, _ file: WorkspaceDataFile, _ visit: Visit) {
        (self.folder, self.file, self.visit) = (folder, file, visit)
    }

    private func say(_ vietnamese: String, en english: String) -> String {
        visit.say(vietnamese, en: english)
    }

    func page(typed: String? = nil, notice: String? = nil, faults: [Diagnostic] = [], theirs: String? = nil)
        throws(Failure) -> Answer
    {
        let bytes = try folder.bytes(of: file)
        let text = String(decoding: bytes, as: UTF8.self)
        let canEdit = visit.workspace(folder.name, .edit) != nil
        let own = folder.reading().diagnostics.filter { $0.location.file == folder.fullPath(file) }
        let comparison = theirs.map { LineComparison(before: $0, after: typed ?? "").html }
        return visit.page(
            file.path,
            """
            <h1>\(file.kindTitle) <span class="phu">\(file.path)</span></h1>
            \(notice.map { "<p class=\"thong-bao loi\" role=\"alert\">\($0)</p>" as HTML })
            \(comparison.map { "<h2>\(say("Của họ (đỏ) và của bạn (xanh)", en: "Theirs (red) and yours (green)"))</h2><div class=\"the\">\($0)</div>" as HTML })
            \(visit.faults(faults.isEmpty ? own : faults))
            <form method="post" action="\(EditPages.link(folder, file, as: "tep"))" data-giu>\(visit.csrf)<input type="hidden" name="goc" value="\(Secrets.digest(bytes))">
            <div class="o"><label for="chu">\(say("Nội dung tệp", en: "The file"))</label><textarea id="chu" name="chu" rows="32" spellcheck="false"\(" readonly" as HTML, if: !canEdit)>
            \(typed ?? text)</textarea></div>
            \("<button>\(say("Lưu cả tệp", en: "Save the file"))</button>" as HTML, if: canEdit)</form>
            \(removal, if: canEdit && mayGo)
            """, in: .workspaces,
            trail: WorkspacePages.trail(folder, visit) + [(EditPages.link(folder, file), file.kindTitle)],
            status: notice == nil && faults.isEmpty ? 200 : 409)
    }

    /// A workspace is nothing without its agency and its plan.
    private var mayGo: Bool { file.kind != .agency && file.kind != .programme }

    private var removal: HTML {
        "<form method=\"post\" action=\"\(EditPages.link(folder, file, as: "tep"))\" class=\"hang-nut\">\(visit.csrf)<button class=\"phu-nut\" name=\"xoa\" value=\"1\">\(say("Xóa tệp này khỏi hồ sơ", en: "Take this file out of the workspace"))</button></form>"
    }

    /// Asks once, then takes the file away.
    private func remove() throws(Failure) -> Answer {
        guard visit.request.form["thoi"] == nil else { return try page() }
        guard visit.request.form["chac"] != nil else {
            return visit.page(
                say("Xóa tệp", en: "Remove a file"),
                """
                <h1>\(say("Xóa \(file.path)?", en: "Remove \(file.path)?"))</h1>
                <p class="thong-bao canh-bao" role="alert">\(say("Xóa rồi thì lấy lại ở trang Các phiên bản.", en: "Once removed it can be had again from Versions."))</p>
                <form method="post" action="\(EditPages.link(folder, file, as: "tep"))">\(visit.csrf)<input type="hidden" name="xoa" value="1">
                <div class="hang-nut"><button name="thoi" value="1" class="phu-nut">\(say("Không xóa", en: "Keep it"))</button><button name="chac" value="1">\(say("Xóa", en: "Remove"))</button></div></form>
                """, in: .workspaces,
                trail: WorkspacePages.trail(folder, visit) + [(EditPages.link(folder, file), file.kindTitle)])
        }
        try Versions(site: visit.site).remove(file, of: folder, by: visit.person?.name ?? "")
        try visit.site.note("xoa-tep", "\(folder.name)/\(file.path)", by: visit)
        return .seeOther(folder.link)
    }

    func save() throws(Failure) -> Answer {
        let form = visit.request.form
        if form["xoa"] != nil, mayGo { return try remove() }
        let typed = (form["chu"] ?? "").unicodeScalars.filter { $0 != "\r" }
        var text = ""
        text.unicodeScalars.append(contentsOf: typed)
        if !text.hasSuffix("\n") { text += "\n" }
        var theirs: String?
        var faults: [Diagnostic] = []
        try Versions(site: visit.site).save(file, of: folder, by: visit.person?.name ?? "", deed: "sua-tep") {
            bytes throws(Failure) in
            guard Secrets.digest(bytes) == form["goc"] else {
                theirs = String(decoding: bytes, as: UTF8.self)
                return nil
            }
            // Lines that ended the way of Windows go on doing so.
            let isWindows = bytes.contains(0x0D)
            let new = Array(
                (isWindows
                    ? text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
                    : text).utf8)
            do throws(Failure) {
                _ = try EditableData(
                    new, file: folder.fullPath(file), kind: DataFileKind(ofFileAt: file.path))
                return new
            } catch {
                faults = error.diagnostics
                return nil
            }
        }
        if let theirs {
            return try page(
                typed: text,
                notice: say(
                    "Chưa lưu: người khác vừa lưu tệp này. So hai bản dưới đây; bấm Lưu lần nữa để thay bằng bản của bạn.",
                    en:
                        "Not saved: somebody else has just saved this file. Compare the two below; press Save again to put yours in its place."
                ), theirs: theirs)
        }
        guard faults.isEmpty else {
            return try page(
                typed: text,
                notice: say("Chưa lưu: tệp không đọc được.", en: "Not saved: the file cannot be read."),
                faults: faults)
        }
        try visit.site.note("luu", "\(folder.name)/\(file.path)", by: visit)
        return .seeOther(EditPages.link(folder, file, as: "tep"))
    }
}
