internal import Container
internal import Diagnostics
internal import Planning
internal import VanThu
internal import VietnameseText

/// The workbooks of units: blank ones to send out, those that came back, what is wrong in them, and all of them put together.
enum SheetPages {
    static let routes: [Route] = [
        .get("ho-so/*/bang-tinh", .signedIn, .slow) { visit, pieces throws(Failure) in
            guard let folder = visit.workspace(pieces[0], .view) else {
                return visit.refusalPage(.noSuchPage)
            }
            return try page(folder, visit)
        },
        .post("ho-so/*/bang-tinh") { visit, pieces throws(Failure) in
            guard let folder = visit.workspace(pieces[0], .edit) else {
                return visit.refusalPage(.noSuchPage)
            }
            return try receive(folder, visit)
        },
        .get("ho-so/*/bang-tinh/phat", .signedIn, .slow) { visit, pieces throws(Failure) in
            guard let folder = visit.workspace(pieces[0], .view), let year = year(visit) else {
                return visit.refusalPage(.noSuchPage)
            }
            let unit = visit.request.query["don_vi"]
            return try archive("bang-\(unit ?? "don-vi")-\(year)", on: visit.site) {
                scratch throws(Failure) in
                try clerk(scratch, []).sheets(of: unit, year: year, from: folder.path).value
            }
        },
        .get("ho-so/*/bang-tinh/tong-hop", .signedIn, .slow) { visit, pieces throws(Failure) in
            guard let folder = visit.workspace(pieces[0], .view), let year = year(visit) else {
                return visit.refusalPage(.noSuchPage)
            }
            return try archive("tong-hop-\(year)", on: visit.site) { scratch throws(Failure) in
                try clerk(scratch, [.docx, .xlsx]).consolidate(
                    year: year, from: folder.path, environment: visit.site.settings.environment
                ).value
            }
        },
        .get("ho-so/*/bang-tinh/nhan-xet", .signedIn, .slow) { visit, pieces throws(Failure) in
            guard let folder = visit.workspace(pieces[0], .view) else {
                return visit.refusalPage(.noSuchPage)
            }
            return try archive("nhan-xet", on: visit.site) { scratch throws(Failure) in
                try clerk(scratch, []).remarks(on: folder.path).value
            }
        },
        .get("ho-so/*/bang-tinh/tep", .signedIn, .slow) { visit, pieces throws(Failure) in
            guard let folder = visit.workspace(pieces[0], .view),
                let path = try known(visit.request.query["tep"] ?? "", in: folder),
                let bytes = OwnFiles.bytes(of: "\(folder.path)/\(path)")
            else { return visit.refusalPage(.noSuchPage) }
            guard visit.request.query["tai"] == nil else {
                return .download(.bytes(bytes), named: plainFileName(path))
            }
            return show(path, bytes, folder, visit)
        },
    ]

    static func link(_ folder: WorkspaceFolder, year: Int? = nil) -> String {
        "\(folder.link)/bang-tinh\(year.map { "?nam=\($0)" } ?? "")"
    }

    static func link(_ folder: WorkspaceFolder, _ path: String) -> String {
        "\(folder.link)/bang-tinh/tep?tep=\(percentEncoded(path))"
    }

    private static func clerk(_ folder: String, _ formats: [OutputFormat]) -> Clerk {
        Clerk(formats: formats, folder: folder, existing: .replaced)
    }

    private static func year(_ visit: Visit) -> Int? {
        (visit.request.query["nam"] ?? visit.request.form["nam"]).flatMap { Int($0) }.flatMap {
            (1945...2199).contains($0) ? $0 : nil
        }
    }

    /// Files made in a folder of their own, as one archive.
    private static func archive(
        _ name: String, on site: Site, _ make: (String) throws(Failure) -> [WrittenFile]
    ) throws(Failure) -> Answer {
        let scratch = "\(site.spool)/bang-\(Secrets.token().prefix(16))"
        try makePrivateFolder(scratch)
        defer { OwnFiles.remove(scratch) }
        var archive = ArchiveWriter()
        for file in try make(scratch) {
            guard let bytes = OwnFiles.bytes(of: file.path) else { throw Failure(.unusableFolder(scratch)) }
            archive.add(String(file.path.dropFirst(scratch.count + 1)), bytes: bytes)
        }
        return .download(.bytes(try archive.bytes()), named: "\(name).zip")
    }

    /// The agency, whatever is wrong with the figures.
    private static func agency(_ folder: WorkspaceFolder) throws(Failure) -> Workspace {
        try Workspace.reading(folder: folder.path, leaving: [.log, .estimate, .report], for: .preview).value
    }

    /// The path of a workbook of the workspace as it is; nil for anything else.
    private static func known(_ path: String, in folder: WorkspaceFolder) throws(Failure) -> String? {
        if let file = try folder.file(path) { return file.path }
        return try Workspace.sentFiles(in: folder.path, of: agency(folder).agency).first { $0.path == path }?
            .path
    }

    // MARK: The page

    private static func page(_ folder: WorkspaceFolder, _ visit: Visit, faults: [Diagnostic] = [])
        throws(Failure) -> Answer
    {
        let workspace = try agency(folder)
        let years = workspace.programme.duration
        let today = visit.site.today?.year ?? years.lowerBound
        let chosen = year(visit) ?? min(max(today, years.lowerBound), years.upperBound)
        let sent = try Workspace.sentFiles(in: folder.path, of: workspace.agency)
        let told = folder.reading().diagnostics.filter { $0.severity != .note }
        func cell(_ unit: Agency.Unit, _ kind: DataKind) -> HTML {
            let files = sent.filter {
                $0.unit == unit.code && $0.kind == kind && ($0.year == nil || $0.year == chosen)
            }
            guard !files.isEmpty else {
                return "<span class=\"phu\">\(visit.say("chưa gửi", en: "not sent"))</span>"
            }
            return "\(files.map { self.file($0.path, told, folder, visit) })"
        }
        let heads = [
            visit.say("Đơn vị", en: "Unit"), visit.say("Dự toán \(chosen)", en: "Estimate \(chosen)"),
            visit.say("Nhật ký", en: "Log"), visit.say("Bảng trắng", en: "Blank"),
        ]
        let rows = workspace.agency.units.map { unit -> HTML in
            "<tr><td>\(unit.name)</td><td data-ten=\"\(heads[1])\">\(cell(unit, .estimate))</td><td data-ten=\"\(heads[2])\">\(cell(unit, .log))</td><td><a href=\"\(folder.link)/bang-tinh/phat?nam=\(chosen)&don_vi=\(percentEncoded(unit.code))\">\(visit.say("Tải", en: "Download"))<span class=\"an\"> \(unit.name)</span></a></td></tr>"
        }
        let unknown = sent.filter { $0.unit == nil }.map {
            "<li>\(self.file($0.path, told, folder, visit))</li>" as HTML
        }
        let own = try folder.files().filter { SheetView.isWorkbook($0.path) }.map {
            "<li>\(self.file($0.path, told, folder, visit))</li>" as HTML
        }
        let title = visit.say("Bảng tính của đơn vị", en: "Units' workbooks")
        guard !rows.isEmpty else {
            return visit.page(
                title,
                "<h1>\(title)</h1><p>\(visit.say("Hồ sơ này không có đơn vị nào (phần Cơ quan), nên không có bảng để phát; dự toán thì điền thẳng ở hồ sơ.", en: "This workspace has no units (under the agency), so there is no workbook to send out; an estimate is filled in here itself."))</p>\("<ul class=\"muc-con\">\(own)</ul>" as HTML, if: !own.isEmpty)",
                in: .workspaces, trail: WorkspacePages.trail(folder, visit))
        }
        let options = years.map { "<option\(" selected" as HTML, if: $0 == chosen)>\($0)</option>" as HTML }
        return visit.page(
            title,
            """
            <h1>\(title)</h1>\(visit.faults(faults), if: !faults.isEmpty)
            <form action="\(link(folder))" class="hang-nut"><label for="nam">\(visit.say("Năm", en: "Year"))</label><select id="nam" name="nam" class="ngan">\(options)</select><button class="phu-nut">\(visit.say("Xem", en: "See"))</button></form>
            <div class="bang-cuon" tabindex="0" role="region" aria-label="\(title)"><table class="gap"><thead><tr>\(heads.map { "<th scope=\"col\">\($0)</th>" as HTML })</tr></thead><tbody>\(rows)</tbody></table></div>
            <div class="hang-nut"><a class="nut phu-nut" href="\(folder.link)/bang-tinh/phat?nam=\(chosen)">\(visit.say("Tải bảng trắng của mọi đơn vị", en: "Blank workbooks of all units"))</a> <a class="nut phu-nut" href="\(folder.link)/bang-tinh/tong-hop?nam=\(chosen)">\(visit.say("Tải bảng tổng hợp", en: "All put together"))</a>\(" <a class=\"nut phu-nut\" href=\"\(folder.link)/bang-tinh/nhan-xet\">\(visit.say("Tải bảng có nhận xét để trả lại", en: "Workbooks with remarks, to send back"))</a>" as HTML, if: told.contains { $0.location.file.map(SheetView.isWorkbook) ?? false })</div>
            \("<h2>\(visit.say("Chưa rõ của đơn vị nào", en: "Of no known unit"))</h2><ul class=\"muc-con\">\(unknown)</ul>" as HTML, if: !unknown.isEmpty)
            \("<h2>\(visit.say("Bảng tính của hồ sơ", en: "Workbooks of the workspace"))</h2><ul class=\"muc-con\">\(own)</ul>" as HTML, if: !own.isEmpty)
            \(form(workspace.agency, chosen, folder, visit), if: visit.workspace(folder.name, .edit) != nil)
            """, in: .workspaces, trail: WorkspacePages.trail(folder, visit),
            status: faults.isEmpty ? 200 : 422)
    }

    private static func file(_ path: String, _ told: [Diagnostic], _ folder: WorkspaceFolder, _ visit: Visit)
        -> HTML
    {
        let count = told.count { $0.location.file == "\(folder.path)/\(path)" }
        return
            "<a href=\"\(link(folder, path))\">\(plainFileName(path))</a>\(" <span class=\"muc-do loi\">\(visit.say("\(count) chỗ cần xem", en: "to be looked at: \(count)"))</span>" as HTML, if: count > 0) "
    }

    private static func form(_ agency: Agency, _ year: Int, _ folder: WorkspaceFolder, _ visit: Visit) -> HTML
    {
        let units = agency.units.map { "<option value=\"\($0.code)\">\($0.name)</option>" as HTML }
        return """
            <h2>\(visit.say("Nhận bảng đơn vị gửi về", en: "Take what units sent"))</h2>
            <form method="post" action="\(link(folder))" enctype="multipart/form-data" class="the">\(visit.csrf)<input type="hidden" name="nam" value="\(year)">
            <div class="o"><label for="bang">\(visit.say("Bảng .xlsx, .ods", en: "Workbooks: .xlsx, .ods"))</label><input type="file" id="bang" name="tep" multiple required accept=".xlsx,.ods" aria-describedby="bang-gt"><p class="giai-thich" id="bang-gt">\(visit.say("Tên tệp có mã hoặc tên đơn vị, như VP.xlsx; gửi lại thì thay bảng trước, bản trước vẫn giữ ở Các phiên bản.", en: "A file's name has the code or name of its unit, such as VP.xlsx; one sent again takes the place of the first, which is kept among the versions."))</p></div>
            <div class="o"><label for="loai">\(visit.say("Là", en: "They are"))</label><select id="loai" name="loai"><option value="du-toan">\(visit.say("Dự toán năm \(year)", en: "estimates of \(year)"))</option><option value="hoat-dong">\(visit.say("Nhật ký hoạt động", en: "logs"))</option></select></div>
            <div class="o"><label for="don_vi">\(visit.say("Của", en: "Of"))</label><select id="don_vi" name="don_vi"><option value="">\(visit.say("theo tên tệp", en: "after the file's name"))</option>\(units)</select></div>
            <button>\(visit.say("Nhận", en: "Take"))</button></form>
            """
    }

    private static func show(_ path: String, _ bytes: [UInt8], _ folder: WorkspaceFolder, _ visit: Visit)
        -> Answer
    {
        let told = folder.reading().diagnostics.filter { $0.location.file == "\(folder.path)/\(path)" }
        let replacing: HTML = """
            <h2>\(visit.say("Thay bằng tệp khác", en: "Put another in its place"))</h2>
            <form method="post" action="\(link(folder))" enctype="multipart/form-data" class="the">\(visit.csrf)<input type="hidden" name="thay" value="\(path)">
            <div class="o"><label for="bang">\(visit.say("Bảng .xlsx, .ods", en: "Workbook: .xlsx, .ods"))</label><input type="file" id="bang" name="tep" required accept=".xlsx,.ods"></div><button>\(visit.say("Thay", en: "Replace"))</button></form>
            """
        return visit.page(
            path,
            """
            <h1>\(path)</h1>
            <div class="hang-nut"><a class="nut phu-nut" href="\(link(folder, path))&tai=1">\(visit.say("Tải tệp này", en: "Download this file"))</a></div>
            \(visit.faults(told), if: !told.isEmpty)
            \(SheetView.html(of: bytes, named: path, told, visit))
            \(replacing, if: visit.workspace(folder.name, .edit) != nil)
            """, in: .workspaces,
            trail: WorkspacePages.trail(folder, visit) + [
                (link(folder), visit.say("Bảng tính", en: "Workbooks"))
            ])
    }

    // MARK: Taking workbooks

    private static func receive(_ folder: WorkspaceFolder, _ visit: Visit) throws(Failure) -> Answer {
        let workspace = try agency(folder)
        let sent = try Workspace.sentFiles(in: folder.path, of: workspace.agency)
        let replaced = try visit.request.form["thay"].flatMap { path throws(Failure) in
            try known(path, in: folder)
        }
        var faults: [Diagnostic] = []
        var last = link(folder, year: year(visit))
        for upload in visit.request.uploads {
            do throws(Failure) {
                guard SheetView.isWorkbook(upload.name), let bytes = OwnFiles.bytes(of: upload.path) else {
                    throw Failure(.notWorkbook(upload.name))
                }
                guard try Secrecy.markOfSheets(bytes, named: upload.name) == nil else {
                    throw Failure(.secret(upload.name))
                }
                let ending = nameParts(upload.name).ending
                var path: String
                var others: [String] = []
                if let replaced {
                    path = "\(nameParts(replaced).stem).\(ending)"
                    others = [replaced]
                    last = link(folder, path)
                } else {
                    let code: String = visit.request.form["don_vi"] ?? ""
                    guard
                        let unit = code.isEmpty
                            ? workspace.agency.sender(ofFileNamed: upload.name)
                            : workspace.agency.units.first(where: { $0.code == code })?.code
                    else { throw Failure(.ofNoUnit(upload.name, workspace.agency.units.map(\.code))) }
                    let isLog = visit.request.form["loai"] == "hoat-dong"
                    guard isLog || year(visit) != nil else { return visit.refusalPage(.noSuchPage) }
                    let kind: DataKind = isLog ? .log : .estimate
                    let place = isLog ? kind.rawValue : "\(kind.rawValue)/\(year(visit) ?? 0)"
                    path = "\(place)/\(unit).\(ending)"
                    others = sent.filter {
                        $0.unit == unit && $0.kind == kind && ($0.year == nil || $0.year == year(visit))
                    }.map(\.path)
                }
                try Versions(site: visit.site).put(
                    bytes, at: path, insteadOf: others, of: folder, by: visit.person?.name ?? "",
                    deed: "nop-bang")
                try visit.site.note("nop-bang", "\(folder.name)/\(path)", by: visit)
            } catch { faults += error.diagnostics }
        }
        guard faults.isEmpty else { return try page(folder, visit, faults: faults) }
        return .seeOther(last)
    }
}

extension Diagnostic {
    fileprivate static func notWorkbook(_ name: String) -> Diagnostic {
        .error(
            "pages.not-workbook", at: .argument(name), "đây không phải bảng tính .xlsx hay .ods",
            en: "this is no workbook (.xlsx or .ods)", fix: "lưu bảng ở dạng .xlsx rồi gửi lại",
            en: "save it as .xlsx and send it again")
    }

    fileprivate static func ofNoUnit(_ name: String, _ units: [String]) -> Diagnostic {
        let list = units.joined(separator: ", ")
        return .error(
            "pages.of-no-unit", at: .argument(name), "tên tệp không cho biết bảng của đơn vị nào",
            en: "the file's name does not tell whose it is",
            fix: "chọn đơn vị ở ô Của, hoặc đặt tên tệp theo mã: \(list)",
            en: "choose the unit, or call the file by its code: \(list)")
    }
}
