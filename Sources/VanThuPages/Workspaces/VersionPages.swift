internal import Diagnostics
internal import Planning

/// What a workspace's files were before: looked at, compared, restored.
enum VersionPages {
    static let routes: [Route] = [
        .get("ho-so/*/phien-ban") { visit, pieces throws(Failure) in
            guard let folder = visit.workspace(pieces[0], .view) else {
                return visit.refusalPage(.noSuchPage)
            }
            return try list(folder, visit)
        },
        .get("ho-so/*/phien-ban/*") { visit, pieces throws(Failure) in
            guard let folder = visit.workspace(pieces[0], .view), let number = Int(pieces[1]),
                let found = try Versions(site: visit.site).version(number, of: folder)
            else { return visit.refusalPage(.noSuchPage) }
            return show(found.version, found.bytes, found.before, folder, visit)
        },
        .post("ho-so/*/phien-ban/*") { visit, pieces throws(Failure) in
            let versions = Versions(site: visit.site)
            guard let folder = visit.workspace(pieces[0], .edit), let number = Int(pieces[1]),
                let found = try versions.version(number, of: folder)
            else { return visit.refusalPage(.noSuchPage) }
            // A workbook that was handed in again in another format has taken the place of this one.
            let stem = nameParts(found.version.file).stem
            let others =
                SheetView.isWorkbook(found.version.file)
                ? ["xlsx", "ods"].map { "\(stem).\($0)" }.filter { $0 != found.version.file } : []
            try versions.put(
                found.bytes, at: found.version.file, insteadOf: others, of: folder,
                by: visit.person?.name ?? "", deed: "khoi-phuc")
            try visit.site.note("khoi-phuc", "\(folder.name)/\(found.version.file) #\(number)", by: visit)
            return .seeOther("\(folder.link)/phien-ban")
        },
    ]

    private static func deed(_ name: String, _ visit: Visit) -> String {
        switch name {
        case "ban-dau": visit.say("bản đầu tiên thấy ở đây", en: "first seen here")
        case "sua-ngoai-trang": visit.say("sửa ngoài trang này", en: "changed beside these pages")
        case "khoi-phuc": visit.say("khôi phục bản cũ", en: "restored")
        case "sua-tep": visit.say("sửa cả tệp", en: "changed as a whole")
        case "sua-bang": visit.say("sửa bảng", en: "changed a table")
        case "xoa-tep": visit.say("xóa tệp", en: "took the file away")
        case "tep-moi": visit.say("thêm tệp", en: "added the file")
        case "nop-bang": visit.say("nộp bảng tính", en: "handed in a workbook")
        default: visit.say("sửa", en: "changed")
        }
    }

    private static func list(_ folder: WorkspaceFolder, _ visit: Visit) throws(Failure) -> Answer {
        let rows = try Versions(site: visit.site).list(of: folder, file: visit.request.query["tep"]).map {
            version -> HTML in
            "<tr><td><a href=\"\(folder.link)/phien-ban/\(version.number)\">\(visit.moment(version.time))</a></td><td data-ten=\"\(visit.say("tệp", en: "file"))\">\(version.file)</td><td data-ten=\"\(visit.say("ai", en: "who"))\">\(version.person)</td><td data-ten=\"\(visit.say("việc", en: "what"))\">\(deed(version.deed, visit))</td></tr>"
        }
        let title = visit.say("Các phiên bản", en: "Versions")
        return visit.page(
            title,
            """
            <h1>\(title)</h1>
            \("<p>\(visit.say("Chưa có thay đổi nào được lưu ở đây.", en: "Nothing has been saved here yet."))</p>" as HTML, if: rows.isEmpty)
            \("<div class=\"bang-cuon\" tabindex=\"0\" role=\"region\" aria-label=\"\(title)\"><table class=\"gap\"><thead><tr><th scope=\"col\">\(visit.say("Lúc", en: "When"))</th><th scope=\"col\">\(visit.say("Tệp", en: "File"))</th><th scope=\"col\">\(visit.say("Ai", en: "Who"))</th><th scope=\"col\">\(visit.say("Việc", en: "What"))</th></tr></thead><tbody>\(rows)</tbody></table></div>" as HTML, if: !rows.isEmpty)
            """, in: .workspaces, trail: WorkspacePages.trail(folder, visit))
    }

    private static func show(
        _ version: Versions.Version, _ bytes: [UInt8], _ before: [UInt8]?, _ folder: WorkspaceFolder,
        _ visit: Visit
    ) -> Answer {
        let canEdit = visit.workspace(folder.name, .edit) != nil
        let isWorkbook = SheetView.isWorkbook(version.file)
        let content =
            isWorkbook
            ? SheetView.html(of: bytes, named: version.file, [], visit)
            : "<div class=\"the\">\(LineComparison(before: before.map { String(decoding: $0, as: UTF8.self) }, after: String(decoding: bytes, as: UTF8.self)).html)</div>"
        let trail =
            WorkspacePages.trail(folder, visit) + [
                ("\(folder.link)/phien-ban", visit.say("Phiên bản", en: "Versions"))
            ]
        let restore: HTML = """
            <form method="post" action="\(folder.link)/phien-ban/\(version.number)">\(visit.csrf)<button>\(visit.say("Khôi phục bản này", en: "Restore this version"))</button></form>
            """
        return visit.page(
            version.file,
            """
            <h1>\(version.file), \(visit.moment(version.time))</h1>
            <p>\(deed(version.deed, visit))\(version.person.isEmpty ? "" : ", \(version.person)"). \(isWorkbook ? "" : before == nil ? visit.say("Bản đầu tiên.", en: "The first version.") : visit.say("So với bản trước: dòng đỏ đã bỏ, dòng xanh đã thêm.", en: "Against the version before: red lines are gone, green ones are new."))</p>
            \(restore, if: canEdit)
            \(content)
            """, in: .workspaces, trail: trail)
    }
}

/// Two texts line by line: what is gone, what is new, and a little of what stands around it.
struct LineComparison {
    let html: HTML

    init(before: String?, after: String) {
        func lines(_ text: String) -> [String] {
            text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        }
        let (old, new) = (before.map(lines) ?? lines(after), lines(after))
        let difference = new.difference(from: old)
        var gone: [Int: String] = [:]
        var come: Set<Int> = []
        for change in difference {
            switch change {
            case .remove(let offset, let line, _): gone[offset] = line
            case .insert(let offset, _, _): come.insert(offset)
            }
        }
        var pieces: [(kind: Kind, line: String)] = []
        var (place, oldPlace) = (0, 0)
        while place < new.count || oldPlace < old.count {
            if let line = gone[oldPlace] {
                pieces.append((.gone, line))
                oldPlace += 1
            } else if place < new.count, come.contains(place) {
                pieces.append((.new, new[place]))
                place += 1
            } else if place < new.count {
                pieces.append((.same, new[place]))
                place += 1
                oldPlace += 1
            } else {
                break
            }
        }
        let isChanged = !difference.isEmpty
        var html: HTML = ""
        var skipped = false
        for (index, piece) in pieces.enumerated() {
            let around = pieces[max(0, index - 3)..<min(pieces.count, index + 4)]
            if isChanged, piece.kind == .same, around.allSatisfy({ $0.kind == .same }) {
                if !skipped { html += "<span>…</span>" }
                skipped = true
                continue
            }
            skipped = false
            switch piece.kind {
            case .gone: html += "<del>\(piece.line)</del>"
            case .new: html += "<ins>\(piece.line)</ins>"
            case .same: html += "<span>\(piece.line)</span>"
            }
        }
        self.html = "<div class=\"khac-dong\" tabindex=\"0\">\(html)</div>"
    }

    private enum Kind { case gone, new, same }
}
