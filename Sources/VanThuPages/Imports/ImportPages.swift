internal import Diagnostics
internal import FoundationEssentials
internal import Printing
internal import Values
internal import VanThu

/// A new workspace out of last year's file, and what the import guessed or left out beside the pages it came from.
enum ImportPages {
    static let routes: [Route] = [
        .post("nhap") { visit, _ throws(Failure) in try take(visit) },
        .get("ho-so/*/van-ban-goc", .signedIn, .slow) { visit, pieces throws(Failure) in
            guard let (folder, record) = record(pieces[0], visit) else {
                return visit.refusalPage(.noSuchPage)
            }
            return show(record, of: folder, visit)
        },
        .get("ho-so/*/van-ban-goc/trang/*", .signedIn, .slow) { visit, pieces throws(Failure) in
            guard let (_, record) = record(pieces[0], visit),
                let picture = try MarkedPages.picture(named: pieces[1], in: record.folder, on: visit.site)
            else { return visit.refusalPage(.noSuchPage) }
            return .picture(picture)
        },
    ]

    static func link(_ folder: WorkspaceFolder) -> String { "\(folder.link)/van-ban-goc" }

    private static func record(_ name: String, _ visit: Visit) -> (WorkspaceFolder, ImportRecord)? {
        guard let folder = visit.workspace(name, .view),
            let record = ImportRecord(of: folder.name, on: visit.site)
        else { return nil }
        return (folder, record)
    }

    // MARK: The form

    static func form(_ visit: Visit) -> HTML {
        let sent = visit.request.form
        let empties = sent["so_lieu"] == "trong"
        return """
            <h2>\(visit.say("Hồ sơ mới từ văn bản năm trước", en: "A new workspace out of last year's document"))</h2>
            <form method="post" action="/nhap" enctype="multipart/form-data" class="the" data-cho="\(visit.say("Đang đọc văn bản …", en: "Reading the document …"))">\(visit.csrf)
            <div class="o"><label for="van-ban">\(visit.say("Thả kế hoạch, chương trình, báo cáo, tờ trình … vào đây, hoặc bấm để chọn", en: "Drop the plan, programme, report, submission … here, or choose it"))</label>
            <input type="file" id="van-ban" name="tep" required accept=".docx,.odt,.doc,.rtf" aria-describedby="van-ban-gt">
            <p class="giai-thich" id="van-ban-gt">\(visit.say("DOCX, ODT, DOC. Tệp gốc không bị thay đổi.", en: "DOCX, ODT, DOC. The file is not changed."))</p></div>
            <div class="o"><label for="ten-moi">\(visit.say("Tên thư mục", en: "Name of the folder")) <span class="bat-buoc">(\(visit.say("bỏ trống: theo tên tệp", en: "blank: after the file")))</span></label><input id="ten-moi" name="ten" maxlength="80" value="\(sent["ten"] ?? "")"></div>
            <div class="o"><label for="nam-moi">\(visit.say("Chuyển sang năm", en: "Move to the year")) <span class="bat-buoc">(\(visit.say("bỏ trống: giữ nguyên năm", en: "blank: keep its year")))</span></label><input id="nam-moi" name="nam" class="ngan" inputmode="numeric" maxlength="20" value="\(sent["nam"] ?? "")"></div>
            <p class="chon"><label><input type="checkbox" name="so_lieu" value="trong"\(" checked" as HTML, if: empties)>\(visit.say("Khi chuyển năm, để trống số liệu ở các bảng", en: "When the year moves, leave the figures of tables blank"))</label></p>
            <button>\(visit.say("Lập hồ sơ", en: "Make the workspace"))</button></form>
            """
    }

    // MARK: Taking a document

    private static func take(_ visit: Visit) throws(Failure) -> Answer {
        let site = visit.site
        guard visit.person?.mayBegin == true else { return visit.refusalPage(.noSuchPage) }
        guard let upload = visit.request.uploads.first else {
            return WorkspacePages.list(
                visit, fault: visit.say("Chưa chọn văn bản nào.", en: "No document was chosen."))
        }
        var name = visit.request.form["ten"] ?? ""
        if name.isEmpty { name = WorkspaceFolder.plainName(of: nameParts(upload.name).stem) }
        if let fault = WorkspaceFolder.fault(ofNewName: name, visit) {
            return WorkspacePages.list(visit, fault: fault)
        }
        let yearText = visit.request.form["nam"] ?? ""
        let year = Int(yearText)
        guard yearText.isEmpty || year.map({ (1945...2199).contains($0) }) == true else {
            return WorkspacePages.list(
                visit,
                fault: visit.say(
                    "Năm là bốn chữ số, như 2027; năm học thì ghi năm bắt đầu.",
                    en: "A year is four digits: 2027; of a school year the first."))
        }
        // Nothing of it lies among the workspaces before all of it is there.
        let folder = "\(site.spool)/nhap-\(Secrets.token().prefix(16))"
        try makePrivateFolder(folder)
        defer { OwnFiles.remove(folder) }
        let file = "\(folder)/goc.\(nameParts(upload.name).ending)"
        try OwnFiles.keep(upload, at: file)
        let office: OfficeProgram = site.office.map { .warm($0) } ?? .onDemand(site.settings.environment)
        let terms = ImportTerms(
            year: year, figures: visit.request.form["so_lieu"] == "trong" ? .emptied : .kept)
        let imported: Reported<ImportResult>
        do throws(Failure) {
            guard try PrintedSource(opening: file, office: office).secrecyMark == nil else {
                throw Failure(.secret(upload.name))
            }
            imported = try Clerk.importing(
                file, to: "\(folder)/ho-so", terms, environment: site.settings.environment)
        } catch { return WorkspacePages.list(visit, diagnostics: error.diagnostics) }
        if let form = imported.value.form { return try toFill(form, folder, visit) }
        try makePrivateFolder(ImportRecord.root(site))
        try ImportRecord.keep(imported.value, imported.warnings, of: upload.name, in: folder)
        try OwnFiles.move("\(folder)/ho-so", to: "\(site.settings.root)/\(name)")
        // What an import of that name has left, whose workspace is gone.
        OwnFiles.remove("\(ImportRecord.root(site))/\(name)")
        try OwnFiles.move(folder, to: "\(ImportRecord.root(site))/\(name)")
        try site.note("nhap-ho-so", name, by: visit)
        return .seeOther("/ho-so/\(percentEncoded(name))/van-ban-goc")
    }

    /// A document of a kind that no workspace makes has become the data of its form: they stand in the form that is filled.
    private static func toFill(_ form: String, _ folder: String, _ visit: Visit) throws(Failure) -> Answer {
        let path = "\(folder)/ho-so/du-lieu.yaml"
        guard let template = try FillTemplate.shipped(form, on: visit.site), OwnFiles.exists(path) else {
            throw Failure(.unusableFolder(folder))
        }
        try template.take(Value(opening: path), of: visit.person?.name ?? "", on: visit.site)
        return .seeOther("/dien/\(template.id)?nhap=1")
    }

    // MARK: What was found

    private static func show(_ record: ImportRecord, of folder: WorkspaceFolder, _ visit: Visit) -> Answer {
        var pages: MarkedPages?
        var printed: HTML
        do throws(Failure) {
            let office: OfficeProgram =
                visit.site.office.map { .warm($0) } ?? .onDemand(visit.site.settings.environment)
            let marked = try MarkedPages.kept(
                in: record.folder, remarks: record.remarks.count, on: visit.site
            ) { workers throws(Failure) in
                try PrintedSource(opening: record.file, office: office).printed(
                    by: workers, marking: record.remarks.map(\.location))
            }
            let marks = record.remarks.enumerated().map { index, remark in
                MarkedPages.Remark(
                    index: index, severity: remark.severity, text: remark.message.text(in: visit.language))
            }
            printed =
                "\(marked.sizes.indices.map { marked.figure(ofPage: $0 + 1, picture: "\(link(folder))/trang/\($0 + 1).jpg", marks, visit) })"
            pages = marked
        } catch { printed = visit.faults(error.diagnostics) }
        let title = visit.say("Văn bản gốc", en: "The document it came from")
        let items = record.remarks.enumerated().map { index, remark in
            item(remark, index, on: pages?.spots[index]?.page, visit)
        }
        return visit.page(
            title,
            """
            <h1>\(title) <span class="phu">\(record.name)</span></h1>
            \(summary(of: record, visit))
            <div class="hang-nut"><a class="nut" href="\(folder.link)">\(visit.say("Sửa hồ sơ", en: "Edit the workspace"))</a> <a class="nut phu-nut" href="\(folder.link)/van-ban">\(visit.say("Xem văn bản mới", en: "See the new document"))</a></div>
            <div class="soat">
            <section aria-labelledby="tieu-de-nx"><h2 id="tieu-de-nx" class="an">\(visit.say("Chỗ cần xem lại", en: "To be looked at"))</h2><ol class="nhan-xet">\(items)</ol></section>
            <section class="cac-trang" aria-labelledby="tieu-de-trang"><h2 id="tieu-de-trang" class="an">\(visit.say("Các trang", en: "Pages"))</h2>\(printed)</section>
            </div>
            """, in: .workspaces, trail: WorkspacePages.trail(folder, visit))
    }

    private static func summary(of record: ImportRecord, _ visit: Visit) -> HTML {
        guard let (alike, different) = record.comparison else { return .nothing }
        let sentence =
            different == 0
            ? visit.say(
                "Đã lập lại văn bản từ hồ sơ và đối chiếu: giống bản gốc từng chữ (\(alike) đoạn, ô).",
                en:
                    "The document was made again of the workspace and says the same, word by word (\(alike) paragraphs and cells)."
            )
            : visit.say(
                "Đã lập lại văn bản từ hồ sơ và đối chiếu: \(alike) đoạn, ô giống bản gốc, \(different) chỗ khác, liệt kê bên cạnh.",
                en:
                    "The document was made again of the workspace: \(alike) paragraphs and cells are the same, \(different) differ and are listed."
            )
        return "<p class=\"thong-bao \(different == 0 ? "tot" : "canh-bao")\">\(sentence)</p>"
    }

    private static func item(_ remark: ImportRecord.Remark, _ index: Int, on page: Int?, _ visit: Visit)
        -> HTML
    {
        var excerpt = ""
        if case .paragraph(_, _, _, let text, _) = remark.location { excerpt = text }
        return """
            <li id="nx-\(index + 1)" data-nx="\(index)">
            <p class="dau-muc"><span class="so">\(index + 1)</span><span class="muc-do \(Visit.className(of: remark.severity))">\(remark.severity.name(in: visit.language))</span>
            <span class="phu">\(page.map { visit.say("trang \($0)", en: "page \($0)") } ?? "")</span></p>
            <p class="thay">\(visit.sentence(remark.message.text(in: visit.language)))</p>
            \("<p class=\"trich\">“\(excerpt)”</p>" as HTML, if: !excerpt.isEmpty)
            \(remark.fix.map { "<p>\(visit.say("Cách sửa", en: "Mend")): \($0.text(in: visit.language))</p>" as HTML })</li>
            """
    }
}
