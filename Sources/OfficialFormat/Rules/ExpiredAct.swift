internal import VietnameseText

/// An act that documents still cite though it is no longer in force.
struct ExpiredAct: Hashable, Sendable {
    /// What its citation has in it: the number, or the name of a law and its day.
    let marks: [String]
    /// The first day it was no longer in force.
    let end: CalendarDate
    /// What took its place.
    let successor: String
    /// Subjects it survives for.
    var survivesFor: [String] = []
}

extension ExpiredAct {
    /// The acts known, all of them replaced by others as a whole; a workspace's own list would stand beside it.
    static let all: [ExpiredAct] = [
        act("110/2004/NĐ-CP", (2020, 3, 5), "Nghị định số 30/2020/NĐ-CP"),
        act("09/2010/NĐ-CP", (2020, 3, 5), "Nghị định số 30/2020/NĐ-CP"),
        act("66-QĐ/TW", (2026, 1, 9), "Quy định số 399-QĐ/TW"),
        act("36-HD/VPTW", (2026, 5, 27), "Hướng dẫn số 05-HD/VPTW"),
        act("163/2016/NĐ-CP", (2026, 3, 10), "Nghị định số 73/2026/NĐ-CP", survivesFor: budget),
        act("342/2016/TT-BTC", (2026, 3, 25), "Thông tư số 26/2026/TT-BTC", survivesFor: budget),
        act("343/2016/TT-BTC", (2026, 3, 25), "Thông tư số 26/2026/TT-BTC", survivesFor: budget),
        act("344/2016/TT-BTC", (2026, 3, 25), "Thông tư số 26/2026/TT-BTC", survivesFor: budget),
        act("324/2016/TT-BTC", (2026, 1, 1), "Thông tư số 130/2025/TT-BTC", survivesFor: budget),
        act("107/2017/TT-BTC", (2025, 1, 1), "Thông tư số 24/2024/TT-BTC", survivesFor: budget),
        act("71/2018/TT-BTC", (2026, 5, 18), "Thông tư số 35/2026/TT-BTC"),
        act("91/2017/NĐ-CP", (2024, 1, 1), "Nghị định số 98/2023/NĐ-CP"),
        law("Ngân sách nhà nước", (2015, 6, 25), (2026, 1, 1), "Luật số 89/2025/QH15", survivesFor: budget),
        law("Tổ chức chính quyền địa phương", (2015, 6, 19), (2025, 3, 1), "Luật số 72/2025/QH15"),
        law("Ban hành văn bản quy phạm pháp luật", (2015, 6, 22), (2025, 4, 1), "Luật số 64/2025/QH15"),
        law("Khoa học và Công nghệ", (2013, 6, 18), (2025, 10, 1), "Luật số 93/2025/QH15"),
        law("Cán bộ, công chức", (2008, 11, 13), (2025, 7, 1), "Luật số 80/2025/QH15"),
        law("Lưu trữ", (2011, 11, 11), (2025, 7, 1), "Luật số 33/2024/QH15"),
        law("Đầu tư công", (2019, 6, 13), (2025, 1, 1), "Luật số 58/2024/QH15"),
        law("Đất đai", (2013, 11, 29), (2024, 8, 1), "Luật số 31/2024/QH15"),
        law("Đấu thầu", (2013, 11, 26), (2024, 1, 1), "Luật số 22/2023/QH15"),
        law("Giá", (2012, 6, 20), (2024, 7, 1), "Luật số 16/2023/QH15"),
        law("Thi đua, khen thưởng", (2003, 11, 26), (2024, 1, 1), "Luật số 06/2022/QH15"),
    ].compactMap { $0 }

    /// The settlement of an earlier year, and the budget made before the new acts, still follow the old ones.
    private static let budget = ["quyết toán", "năm 2024", "năm 2025", "dự toán năm 2026"]

    /// The act a citation names, if it is one of them and was over by `day`; `subject` is what the document is about.
    static func cited(in citation: String, on day: CalendarDate, subject: String) -> ExpiredAct? {
        all.first { act in
            act.end <= day && act.marks.allSatisfy { citation.contains($0) }
                && !act.survivesFor.contains { subject.contains($0) }
        }
    }

    private static func act(
        _ number: String, _ end: (Int, Int, Int), _ successor: String, survivesFor: [String] = []
    ) -> ExpiredAct? {
        CalendarDate(year: end.0, month: end.1, day: end.2).map {
            ExpiredAct(marks: [" \(number)"], end: $0, successor: successor, survivesFor: survivesFor)
        }
    }

    /// A law is cited by its name and day.
    private static func law(
        _ name: String, _ day: (Int, Int, Int), _ end: (Int, Int, Int), _ successor: String,
        survivesFor: [String] = []
    ) -> ExpiredAct? {
        guard let end = CalendarDate(year: end.0, month: end.1, day: end.2) else { return nil }
        let passed = "tháng \(day.1) năm \(day.0)"
        return ExpiredAct(
            marks: ["Luật \(name) ", passed], end: end, successor: successor, survivesFor: survivesFor)
    }
}
