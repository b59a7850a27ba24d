internal import Diagnostics
internal import Planning
internal import VietnameseText

/// What has to be made soon: reports with their days, holidays counted, and the plan and estimate of a year that are not there yet.
enum DueWork {
    private struct Entry {
        let folder: WorkspaceFolder
        let words: String
        let link: String
        /// The last working day for it; nil where no day is fixed.
        let day: CalendarDate?
    }

    /// How many days ahead, and how many days back a report without texts is still told.
    private static let (ahead, back) = (100, 30)

    /// The list for some workspaces, the nearest day first; nothing where nothing is due.
    static func html(of folders: [WorkspaceFolder], _ visit: Visit) -> HTML {
        guard let today = visit.site.today else { return .nothing }
        let found = folders.flatMap { entries(of: $0, today, visit) }.sorted {
            guard let a = $0.day, let b = $1.day else { return $0.day != nil && $1.day == nil }
            return a < b
        }
        guard !found.isEmpty else { return .nothing }
        let rows = found.prefix(12).map { entry -> HTML in
            let name: HTML = folders.count > 1 ? " <span class=\"phu\">\(entry.folder.name)</span>" : .nothing
            return
                "<li><a href=\"\(entry.link)\">\(entry.words)</a>\(name) \(term(of: entry, today, visit))</li>"
        }
        let more = found.count - rows.count
        let words = visit.say("… và \(more) việc nữa, muộn hơn", en: "… and \(more) more, later")
        return
            "<h2>\(visit.say("Việc cần làm", en: "What is due"))</h2><ul class=\"muc-con\">\(rows)\("<li class=\"phu\">\(words)</li>" as HTML, if: more > 0)</ul>"
    }

    private static func term(of entry: Entry, _ today: CalendarDate, _ visit: Visit) -> HTML {
        guard let day = entry.day else {
            return "<span class=\"muc-do canh-bao\">\(visit.say("chưa có", en: "not there yet"))</span>"
        }
        let date = day.text(.short)
        let left = today.days(until: day)
        if left < 0 {
            return "<span class=\"muc-do loi\">\(visit.say("quá hạn \(date)", en: "was due \(date)"))</span>"
        }
        let days =
            left == 0
            ? visit.say("hôm nay", en: "today") : visit.say("còn \(left) ngày", en: "\(left) days left")
        return
            "<span class=\"muc-do\(left <= 7 ? " canh-bao" : "")\">\(visit.say("hạn \(date), \(days)", en: "due \(date), \(days)"))</span>"
    }

    private static func entries(of folder: WorkspaceFolder, _ today: CalendarDate, _ visit: Visit) -> [Entry]
    {
        guard let workspace = folder.reading().workspace ?? folder.draft(),
            let first = today.adding(days: -back), let last = today.adding(days: ahead)
        else { return [] }
        var entries: [Entry] = []
        let years = workspace.programme.duration
        for (deadline, hasTexts) in workspace.reportsDue(from: first, through: last)
        where years.contains(deadline.period.year) && !(hasTexts && deadline.lastWorkingDay < today) {
            let state = hasTexts ? "" : visit.say(" (chưa có lời văn)", en: " (without its texts)")
            entries.append(
                Entry(
                    folder: folder,
                    words: visit.say("Báo cáo \(deadline.period.name)", en: "Report \(deadline.period.code)")
                        + state,
                    link: "\(folder.link)/van-ban/bao-cao-\(percentEncoded(deadline.period.code))",
                    day: deadline.lastWorkingDay))
        }
        // Each autumn the estimate of the coming year is asked for.
        let wanted = [today.year] + (today.month >= 7 ? [today.year + 1] : [])
        for year in wanted where years.contains(year) && workspace.estimates[year] == nil {
            entries.append(
                Entry(
                    folder: folder, words: visit.say("Dự toán năm \(year)", en: "Estimate of \(year)"),
                    link: SheetPages.link(folder, year: year), day: nil))
        }
        if years.upperBound == today.year, today.month >= 10 {
            entries.append(
                Entry(
                    folder: folder,
                    words: visit.say("Kế hoạch năm \(today.year + 1)", en: "Plan of \(today.year + 1)"),
                    link: "/ho-so", day: nil))
        }
        return entries
    }
}
