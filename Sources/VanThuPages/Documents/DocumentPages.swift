internal import Container
internal import Diagnostics
internal import Planning
internal import Printing
internal import VanThu

/// The documents of a workspace: seen, made, taken away in each format.
enum DocumentPages {
    static let routes: [Route] = [
        .get("ho-so/*/van-ban", .signedIn, .slow) { visit, pieces throws(Failure) in
            guard let folder = visit.workspace(pieces[0], .view) else {
                return visit.refusalPage(.noSuchPage)
            }
            if let period = visit.request.query["ky"] {
                guard ReportingPeriod(period) != nil else {
                    return list(folder, visit, unknownPeriod: period)
                }
                return .seeOther("\(folder.link)/van-ban/bao-cao-\(percentEncoded(period))")
            }
            return list(folder, visit)
        },
        .get("ho-so/*/van-ban/*", .signedIn, .slow) { visit, pieces throws(Failure) in
            guard let document = document(pieces, visit) else { return visit.refusalPage(.noSuchPage) }
            return show(document, visit)
        },
        .get("ho-so/*/van-ban/*/trang/*", .signedIn, .slow) { visit, pieces throws(Failure) in
            // The version of the text is in the link, so a browser never keeps the picture of another.
            let words = nameParts(pieces[2]).stem.split(separator: "-")
            guard document(pieces, visit) != nil, words.count == 2, let page = Int(words[1]),
                (1...2000).contains(page), words[0].utf8.count == 32,
                words[0].allSatisfy({ $0.isASCII && $0.isHexDigit })
            else { return visit.refusalPage(.noSuchPage) }
            let pdf = "\(DocumentPreview.root(visit.site))/\(words[0]).pdf"
            guard OwnFiles.exists(pdf) else { return visit.refusalPage(.noSuchPage) }
            return .picture(try MarkedPages.picture(ofPage: page, of: pdf, on: visit.site))
        },
        .post("ho-so/*/van-ban/*") { visit, pieces throws(Failure) in
            guard let document = document(pieces, visit) else { return visit.refusalPage(.noSuchPage) }
            return try make(document, visit)
        },
    ]

    private static func document(_ pieces: [String], _ visit: Visit) -> WorkspaceDocument? {
        visit.workspace(pieces[0], .view).flatMap { WorkspaceDocument(pieces[1], of: $0) }
    }

    private static func list(_ folder: WorkspaceFolder, _ visit: Visit, unknownPeriod: String? = nil)
        -> Answer
    {
        let state = folder.reading()
        let workspace = state.workspace ?? folder.draft()
        let documents = workspace.map { WorkspaceDocument.all(of: folder, $0) } ?? []
        let items = documents.map { document -> HTML in
            """
            <li><a href="\(document.link)">\(document.title.text(in: visit.language))</a>\(buttons(document, visit), if: state.workspace != nil)</li>
            """
        }
        let title = visit.say("Văn bản", en: "Documents")
        let faults: HTML = """
            <p class="thong-bao loi">\(visit.say("Dữ liệu còn lỗi nên chưa tải được văn bản; bản xem trước có đánh dấu chỗ thiếu.", en: "The data have errors, so no document can be made yet; the previews mark what is missing."))</p>\(visit.faults(state.diagnostics.filter { $0.severity == .error }))
            """
        let reports: HTML = """
            <form action="\(folder.link)/van-ban" class="hang-nut"><label for="ky">\(visit.say("Báo cáo kỳ khác", en: "Report of another period"))</label><input id="ky" name="ky" class="ngan" placeholder="2026-Q1"><button class="phu-nut">\(visit.say("Xem", en: "See"))</button></form>
            """
        let fault = unknownPeriod.map { period -> HTML in
            let words = visit.say(
                "Không đọc được kỳ báo cáo “\(period)”: viết như 2026-03 (tháng), 2026-Q1, 2026-H1, 2026-9M, 2026.",
                en: "“\(period)” is no period: write 2026-03 (a month), 2026-Q1, 2026-H1, 2026-9M, 2026.")
            return "<p class=\"thong-bao loi\" role=\"alert\">\(words)</p>"
        }
        return visit.page(
            title,
            """
            <h1>\(title)</h1>\(faults, if: state.workspace == nil)\(fault)
            <ul class="muc-con">\(items)</ul>\(reports, if: state.workspace?.reports != nil)
            """, in: .workspaces, trail: WorkspacePages.trail(folder, visit),
            status: unknownPeriod == nil ? 200 : 422)
    }

    private static func buttons(_ document: WorkspaceDocument, _ visit: Visit) -> HTML {
        let formats =
            [("docx", "DOCX"), ("odt", "ODT"), ("pdf", "PDF"), ("pdfa", "PDF/A")]
            + (document.hasWorkbook ? [("xlsx", "XLSX")] : []) + [
                ("zip", visit.say("Tất cả (zip)", en: "All (zip)"))
            ]
        let buttons = formats.map { format, name -> HTML in
            "<button class=\"phu-nut\" name=\"dang\" value=\"\(format)\">\(name)<span class=\"an\"> \(document.title.text(in: visit.language))</span></button>"
        }
        return
            "<form method=\"post\" action=\"\(document.link)\" class=\"hang-nut\">\(visit.csrf)\(buttons)</form>"
    }

    private static func show(_ document: WorkspaceDocument, _ visit: Visit) -> Answer {
        let title = document.title.text(in: visit.language)
        let trail =
            WorkspacePages.trail(document.folder, visit) + [
                ("\(document.folder.link)/van-ban", visit.say("Văn bản", en: "Documents"))
            ]
        let middle: HTML
        var status = 200
        do throws(Failure) {
            let preview = try DocumentPreview(document)
            let version = preview.pdf.split(separator: "/").last?.prefix(32) ?? ""
            let pages = preview.sizes.enumerated().map { index, size -> HTML in
                let alternative = visit.say("Trang \(index + 1)", en: "Page \(index + 1)")
                return """
                    <figure class="trang"><img src="\(document.link)/trang/\(version)-\(index + 1).jpg" width="\(Int(size.width))" height="\(Int(size.height))" alt="\(alternative)" loading="\(index == 0 ? "eager" : "lazy")"><figcaption>\(index + 1)/\(preview.sizes.count)</figcaption></figure>
                    """
            }
            let hasTimes = preview.fonts.contains { $0.hasPrefix("TimesNewRoman") }
            let fonts = preview.fonts.joined(separator: ", ")
            middle = """
                \("<p class=\"thong-bao canh-bao\">\(visit.say("Bản xem trước: chỗ còn thiếu được đánh dấu trong văn bản; điền đủ rồi mới tải được.", en: "A preview: what is missing is marked in the document, which can be made when it is there."))</p>" as HTML, if: preview.isDraft)
                \(visit.faults(preview.warnings), if: !preview.warnings.isEmpty)
                \(buttons(document, visit), if: !preview.isDraft)
                <p class="phu">\(visit.say("Phông trong bản PDF", en: "Fonts of the PDF")): \(fonts). \(hasTimes ? "" : visit.say("Máy chủ chưa có Times New Roman nên bản PDF dùng phông cùng cỡ; DOCX và ODT vẫn ghi Times New Roman.", en: "The server has no Times New Roman, so the PDF has a font of the same widths; DOCX and ODT still name Times New Roman."))</p>
                <div class="cac-trang">\(pages)</div>
                """
        } catch {
            middle = visit.faults(error.diagnostics)
            status = error.processStatus == .environment ? 500 : 422
        }
        return visit.page(title, "<h1>\(title)</h1>\(middle)", in: .workspaces, trail: trail, status: status)
    }

    private static func make(_ document: WorkspaceDocument, _ visit: Visit) throws(Failure) -> Answer {
        let wanted = visit.request.form["dang"] ?? ""
        try visit.site.note("tao-van-ban", "\(document.folder.name)/\(document.code).\(wanted)", by: visit)
        switch wanted {
        case "docx", "odt", "pdf", "xlsx":
            guard let format = OutputFormat(rawValue: wanted) else {
                preconditionFailure("the names are those of formats")
            }
            let files = try document.files([format]).files
            guard let file = files.first else { preconditionFailure("a document has a file") }
            return .download(.bytes(file.bytes), named: file.name)
        case "pdfa":
            guard let source = try document.files([.docx]).files.first else {
                preconditionFailure("a document has a file")
            }
            let pdf = try WorkspaceDocument.pdf(of: source, archival: true, on: visit.site)
            return .download(.bytes(pdf), named: "\(nameParts(source.name).stem)-pdfa.pdf")
        case "zip":
            var archive = ArchiveWriter()
            let workbook: [OutputFormat] = document.hasWorkbook ? [.xlsx] : []
            for file in try document.files([.docx, .odt] + workbook + [.pdf]).files {
                archive.add(file.name, bytes: file.bytes)
            }
            return .download(.bytes(try archive.bytes()), named: "\(document.code).zip")
        default: return .seeOther(document.link)
        }
    }
}
