internal import DataFiles
internal import Diagnostics
internal import Planning
internal import Values
internal import VietnameseText

/// A data file that a workspace does not have yet: made blank, to be filled in on its own page.
struct NewDataFile {
    private let folder: WorkspaceFolder
    private let visit: Visit
    private static let kinds: [DataKind] = [.estimate, .indicators, .log, .report, .norms, .payments]

    init(_ folder: WorkspaceFolder, _ visit: Visit) { (self.folder, self.visit) = (folder, visit) }

    private func say(_ vietnamese: String, en english: String) -> String {
        visit.say(vietnamese, en: english)
    }

    /// The kinds of which there is no file, and estimates, of which there is one a year.
    private func missing() throws(Failure) -> [DataKind] {
        let there = Set(try folder.files().compactMap(\.kind))
        return Self.kinds.filter { $0 == .estimate || !there.contains($0) }
    }

    func form() throws(Failure) -> HTML {
        let options = try missing().map { "<option value=\"\($0.rawValue)\">\($0.title)</option>" as HTML }
        let year = visit.site.today?.year ?? 2026
        return """
            <details><summary>\(say("Thêm dữ liệu: dự toán, chỉ tiêu, nhật ký, báo cáo …", en: "Add data: an estimate, indicators, a log, reports …"))</summary>
            <form method="post" action="\(folder.link)/tep-moi" class="the">\(visit.csrf)
            <div class="o"><label for="loai-tep">\(say("Loại", en: "Kind"))</label><select id="loai-tep" name="loai">\(options)</select></div>
            <div class="o"><label for="nam-tep">\(say("Năm (của dự toán)", en: "Year (of an estimate)"))</label><input id="nam-tep" name="nam" class="ngan" inputmode="numeric" maxlength="4" value="\(year)"></div>
            <button>\(say("Thêm", en: "Add"))</button></form></details>
            """
    }

    /// Makes it, and goes to its page; one that is there is gone to as it is.
    func make() throws(Failure) -> Answer {
        let wanted = visit.request.form["loai"] ?? ""
        let year = Int(visit.request.form["nam"] ?? "") ?? 0
        guard let kind = Self.kinds.first(where: { $0.rawValue == wanted }),
            kind != .estimate || (1945...2199).contains(year)
        else {
            return visit.page(
                say("Không làm được", en: "Not done"),
                "<h1>\(say("Không làm được", en: "Not done"))</h1><p class=\"thong-bao loi\" role=\"alert\">\(say("Năm là bốn chữ số, như 2027.", en: "A year is four digits: 2027."))</p>",
                in: .workspaces, trail: WorkspacePages.trail(folder, visit), status: 422)
        }
        let (path, text) = blank(kind, year)
        let there = try folder.files().first {
            $0.kind == kind && (kind != .estimate || nameParts($0.path).stem.hasSuffix(String(year)))
        }
        if there == nil {
            try Versions(site: visit.site).put(
                Array(text.utf8), at: path, of: folder, by: visit.person?.name ?? "", deed: "tep-moi")
            try visit.site.note("tep-moi", "\(folder.name)/\(path)", by: visit)
        }
        let made = try folder.file(path)
        guard let file = there ?? made else { throw Failure(.unusableFolder("\(folder.path)/\(path)")) }
        return .seeOther(EditPages.link(folder, file, as: kind == .log ? "bang" : "sua"))
    }

    private func blank(_ kind: DataKind, _ year: Int) -> (path: String, text: String) {
        let name = kind.rawValue
        switch kind {
        case .estimate: return ("\(name)/\(year).yaml", "nam: \(year)\n")
        case .log:
            guard case .list(let row) = kind.form(of: SourceNode(.null, at: .start), in: folder.path).shape,
                case .record(let record) = row.shape
            else { preconditionFailure("a log is a list of records") }
            let keys = record.fields.map(\.key)
            // The first row is there to be filled in: of today.
            let first = (visit.site.today?.text(.short) ?? "") + String(repeating: ",", count: keys.count - 1)
            return ("\(name).csv", "\(keys.joined(separator: ","))\n\(first)\n")
        case .indicators, .report, .norms, .payments, .agency, .programme, .outline, .tableForm:
            return ("\(name).yaml", "# \(kind.title)\n")
        }
    }
}
