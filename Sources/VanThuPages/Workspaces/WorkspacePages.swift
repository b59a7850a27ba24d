internal import Diagnostics
internal import Planning
internal import VanThu

/// The list of workspaces, a new one, and each one's own page.
enum WorkspacePages {
    static let routes: [Route] = [
        .get("ho-so", .signedIn, .slow) { visit, _ in list(visit) },
        .post("ho-so") { visit, _ throws(Failure) in try create(visit) },
        .post("ho-so/*/tep-moi") { visit, pieces throws(Failure) in
            guard let folder = visit.workspace(pieces[0], .edit) else {
                return visit.refusalPage(.noSuchPage)
            }
            return try NewDataFile(folder, visit).make()
        },
        .get("ho-so/*", .signedIn, .slow) { visit, pieces throws(Failure) in
            guard let folder = visit.workspace(pieces[0], .view) else {
                return visit.refusalPage(.noSuchPage)
            }
            return try overview(folder, visit)
        },
    ]

    static func trail(_ folder: WorkspaceFolder, _ visit: Visit) -> [(link: String, name: String)] {
        [("/ho-so", visit.say("Hồ sơ", en: "Workspaces")), (folder.link, folder.name)]
    }

    /// How it stands with a workspace, in a few words.
    static func state(_ folder: WorkspaceFolder, _ visit: Visit) -> HTML {
        let state = folder.reading()
        let errors = state.count(.error)
        if errors > 0 {
            return "<span class=\"muc-do loi\">\(visit.say("\(errors) lỗi", en: "errors: \(errors)"))</span>"
        }
        let isDraft = state.workspace.map { $0.programme.issue.number == nil } ?? false
        let warnings = state.count(.warning)
        return
            "\("<span class=\"muc-do\">\(visit.say("dự thảo", en: "draft"))</span> " as HTML, if: isDraft)\("<span class=\"muc-do canh-bao\">\(visit.say("\(warnings) cảnh báo", en: "warnings: \(warnings)"))</span>" as HTML, if: warnings > 0)\("<span class=\"muc-do tot\">\(visit.say("đủ dữ liệu", en: "complete"))</span>" as HTML, if: warnings == 0)"
    }

    /// `fault` is what is wrong with what was sent, `diagnostics` with a document that was to become a workspace.
    static func list(_ visit: Visit, fault: String? = nil, diagnostics: [Diagnostic] = []) -> Answer {
        let title = visit.say("Hồ sơ", en: "Workspaces")
        let folders = visit.person.map { WorkspaceFolder.all(for: $0, on: visit.site) } ?? []
        let open = folders.filter { $0.secret == nil }
        let rows = folders.map { folder -> HTML in
            if let secret = folder.secret {
                let words = visit.say(
                    "độ mật: \(secret.mark.rawValue). Không mở được ở đây.",
                    en: "marked \(secret.mark.rawValue): it does not open here")
                return
                    "<tr><td>\(folder.name)</td><td></td><td><span class=\"muc-do loi\">\(words)</span></td></tr>"
            }
            let subject = folder.reading().workspace?.programme.subject.joined(separator: " ") ?? ""
            return
                "<tr><td><a href=\"\(folder.link)\">\(folder.name)</a></td><td>\(subject)</td><td>\(state(folder, visit))</td></tr>"
        }
        let mayBegin = visit.person?.mayBegin == true
        return visit.page(
            title,
            """
            <h1>\(title)</h1>
            \(fault.map { "<p class=\"thong-bao loi\" role=\"alert\">\($0)</p>" as HTML })
            \("<p class=\"thong-bao loi\" role=\"alert\">\(visit.say("Chưa lập được hồ sơ từ văn bản này.", en: "No workspace could be made of this document."))</p>\(visit.faults(diagnostics))" as HTML, if: !diagnostics.isEmpty)
            \(DueWork.html(of: open, visit))
            \("<p>\(visit.say("Chưa có hồ sơ nào.", en: "There is no workspace yet."))</p>" as HTML, if: rows.isEmpty)
            \("<div class=\"bang-cuon\" tabindex=\"0\" role=\"region\" aria-label=\"\(title)\"><table class=\"gap\"><thead><tr><th scope=\"col\">\(visit.say("Hồ sơ", en: "Workspace"))</th><th scope=\"col\">\(visit.say("Trích yếu", en: "Subject"))</th><th scope=\"col\">\(visit.say("Tình trạng", en: "State"))</th></tr></thead><tbody>\(rows)</tbody></table></div>" as HTML, if: !rows.isEmpty)
            \(ImportPages.form(visit), if: mayBegin)
            \(newForm(visit), if: mayBegin)
            \("<p class=\"phu\">\(visit.say("Muốn lập hồ sơ mới ở đây thì nhờ người quản trị trang giao quyền soạn mọi hồ sơ.", en: "To begin workspaces here, ask whoever manages these pages for the right to change all of them."))</p>" as HTML, if: !mayBegin)
            """, in: .workspaces, status: fault == nil && diagnostics.isEmpty ? 200 : 422)
    }

    private static func newForm(_ visit: Visit) -> HTML {
        let outlines = Clerk.outlines.map { outline -> HTML in
            "<option value=\"\(outline.name)\"\(" selected" as HTML, if: visit.request.form["de_cuong"] == outline.name)>\(outline.title): \(outline.summary)</option>"
        }
        return """
            <h2>\(visit.say("Hồ sơ mới từ đề cương", en: "A new workspace out of an outline"))</h2>
            <form method="post" action="/ho-so" class="the">\(visit.csrf)
            <div class="o"><label for="ten">\(visit.say("Tên thư mục", en: "Name of the folder"))</label><input id="ten" name="ten" required maxlength="80" aria-describedby="ten-gt" value="\(visit.request.form["ten"] ?? "")"><p class="giai-thich" id="ten-gt">\(visit.say("Chữ không dấu, số và gạch nối: ke-hoach-2027.", en: "Latin letters, digits and hyphens: ke-hoach-2027."))</p></div>
            <div class="o"><label for="de_cuong">\(visit.say("Đề cương", en: "Outline"))</label><select id="de_cuong" name="de_cuong">\(outlines)</select></div>
            <button>\(visit.say("Tạo hồ sơ", en: "Make it"))</button></form>
            """
    }

    private static func create(_ visit: Visit) throws(Failure) -> Answer {
        guard visit.person?.mayBegin == true else { return visit.refusalPage(.noSuchPage) }
        let name = visit.request.form["ten"] ?? ""
        if let fault = WorkspaceFolder.fault(ofNewName: name, visit) { return list(visit, fault: fault) }
        _ = try Clerk.newWorkspace(
            at: "\(visit.site.settings.root)/\(name)", outline: visit.request.form["de_cuong"])
        try visit.site.note("tao-ho-so", name, by: visit)
        return .seeOther("/ho-so/\(percentEncoded(name))")
    }

    // MARK: One workspace

    private static func overview(_ folder: WorkspaceFolder, _ visit: Visit) throws(Failure) -> Answer {
        let state = folder.reading()
        let canEdit = visit.workspace(folder.name, .edit) != nil
        let files = try folder.files().map { file -> HTML in
            let count = state.diagnostics.count {
                $0.location.file == folder.fullPath(file) && $0.severity != .note
            }
            return
                "<li><a href=\"\(EditPages.link(folder, file))\">\(file.kindTitle)</a> <span class=\"phu\">\(file.path)</span>\(" <span class=\"muc-do loi\">\(visit.say("\(count) chỗ cần xem", en: "to be looked at: \(count)"))</span>" as HTML, if: count > 0)</li>"
        }
        let newFile: HTML = canEdit ? try NewDataFile(folder, visit).form() : .nothing
        let faults = state.diagnostics.map { fault(of: $0, folder, visit) }
        let faultList: HTML = """
            <h2>\(visit.say("Chỗ cần xem", en: "To be looked at"))</h2><ul class="loi-list">\(faults)</ul>
            """
        return visit.page(
            folder.name,
            """
            <h1>\(state.workspace?.programme.subject.joined(separator: " ") ?? folder.name)</h1>
            <p>\(self.state(folder, visit))</p>
            <div class="hang-nut"><a class="nut" href="\(folder.link)/van-ban">\(visit.say("Xem và tạo văn bản", en: "See and make documents"))</a> <a class="nut phu-nut" href="\(SheetPages.link(folder))">\(visit.say("Bảng tính của đơn vị", en: "Units' workbooks"))</a> <a class="nut phu-nut" href="\(folder.link)/phien-ban">\(visit.say("Các phiên bản", en: "Versions"))</a>\(" <a class=\"nut phu-nut\" href=\"\(ImportPages.link(folder))\">\(visit.say("Văn bản gốc", en: "The document it came from"))</a>" as HTML, if: ImportRecord(of: folder.name, on: visit.site) != nil)</div>
            \("<p class=\"thong-bao\">\(visit.say("Bạn chỉ có quyền xem hồ sơ này.", en: "You may look at this workspace only."))</p>" as HTML, if: !canEdit)
            \(DueWork.html(of: [folder], visit))
            <h2>\(visit.say("Dữ liệu", en: "Data"))</h2><ul class="muc-con">\(files)</ul>\(newFile)
            \(faultList, if: !faults.isEmpty)
            """, in: .workspaces, trail: [("/ho-so", visit.say("Hồ sơ", en: "Workspaces"))])
    }

    /// A fault with a link to the form of the record it is in.
    private static func fault(of diagnostic: Diagnostic, _ folder: WorkspaceFolder, _ visit: Visit) -> HTML {
        var link: HTML = .nothing
        if let file = diagnostic.location.file, file.hasPrefix(folder.path + "/"), SheetView.isWorkbook(file)
        {
            let path = String(file.dropFirst(folder.path.count + 1))
            link =
                " <a href=\"\(SheetPages.link(folder, path))\">\(visit.say("Đến chỗ này", en: "Go there"))</a>"
        } else if let file = diagnostic.location.file, file.hasPrefix(folder.path + "/") {
            var target = "\(folder.link)/sua?tep=\(percentEncoded(file.dropFirst(folder.path.count + 1)))"
            if let path = diagnostic.location.dataPath {
                let steps = DataSteps(written: path)
                target += "&o=\(percentEncoded(steps.parent.text))#f.\(percentEncoded(steps.last))"
            }
            link = " <a href=\"\(target)\">\(visit.say("Đến chỗ này", en: "Go there"))</a>"
        }
        return """
            <li class="\(Visit.className(of: diagnostic.severity))"><span class="muc-do">\(diagnostic.severity.name(in: visit.language))</span>
            <p>\(visit.sentence(diagnostic.message.text(in: visit.language)))</p>\(diagnostic.fix.map { "<p class=\"cach-sua\">\(visit.say("Cách sửa", en: "Mend")): \($0.text(in: visit.language))</p>" as HTML })
            <p class="cho">\(visit.place(of: diagnostic.location))\(link)</p></li>
            """
    }
}
