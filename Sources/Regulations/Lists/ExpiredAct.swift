internal import DataFiles
internal import Diagnostics
internal import Values
package import VietnameseText

/// An act that documents still cite though it is no longer in force.
package struct ExpiredAct: Hashable, Sendable {
    /// How it is cited.
    var name: Name
    /// The first day it was no longer in force.
    package var end: CalendarDate
    /// What took its place.
    package var successor: String
    /// Subjects it survives for.
    var survivesFor: [String]

    enum Name: Hashable, Sendable {
        case number(String)
        /// A law is cited by its name and the day it was passed.
        case law(String, passed: CalendarDate)
    }

    /// The acts known, all of them replaced by others as a whole.
    package static let all: [ExpiredAct] = ShippedData.value(
        of: PackageResources.het_hieu_luc_yaml, file: "het-hieu-luc.yaml", as: listForm)

    /// The act a citation names, if it is one of them and was over by `day`; `subject` is what the document is about.
    package static func cited(
        in citation: String, on day: CalendarDate, subject: String, among acts: [ExpiredAct] = ExpiredAct.all
    ) -> ExpiredAct? {
        acts.first { act in
            act.end <= day && act.name.stands(in: citation)
                && !act.survivesFor.contains { subject.contains($0) }
        }
    }
}

extension ExpiredAct.Name {
    fileprivate func stands(in citation: String) -> Bool {
        switch self {
        case .number(let number): citation.contains(" \(number)")
        case .law(let name, let day):
            citation.contains("Luật \(name) ") && citation.contains("tháng \(day.month) năm \(day.year)")
        }
    }
}

// MARK: - Reading

extension ExpiredAct {
    private static let listForm: DataForm<[ExpiredAct]> = .alone("het_hieu_luc", entriesForm)

    static let entriesForm: DataForm<[ExpiredAct]> = .list(
        of: Entry.form.map({ entry, _, _ in entry.act }, back: Entry.init))

    /// An act as the file has it, with either of the two ways to name it.
    private struct Entry: Sendable {
        var number: String?
        var law: String?
        var passed: CalendarDate?
        var end = CalendarDate.distantPast
        var successor = ""
        var survivesFor: [String] = []

        init() {}

        init(_ act: ExpiredAct) {
            switch act.name {
            case .number(let number): self.number = number
            case .law(let name, let day): (law, passed) = (name, day)
            }
            (end, successor, survivesFor) = (act.end, act.successor, act.survivesFor)
        }

        /// Nil where it is named in neither way, or in both.
        var act: ExpiredAct? {
            let name: Name? =
                switch (number, law, passed) {
                case (let number?, nil, nil): .number(number)
                case (nil, let law?, let passed?): .law(law, passed: passed)
                default: nil
                }
            return name.map { ExpiredAct(name: $0, end: end, successor: successor, survivesFor: survivesFor) }
        }

        static let form: DataForm<Entry> = .record(
            Wording("văn bản hết hiệu lực", en: "an act no longer in force"), blank: Entry(),
            check: { entry in
                entry.act == nil
                    ? Wording("ghi so, hoặc luat và ngay", en: "write so, or luat and ngay") : nil
            },
            [
                .optional("so", \.number, .text, "Số, ký hiệu như khi viện dẫn."),
                .optional("luat", \.law, .text, "Tên luật."),
                .optional("ngay", \.passed, .date, "Ngày Quốc hội thông qua luật."),
                .required("tu", \.end, .date, "Ngày đầu tiên hết hiệu lực."),
                .required("thay_bang", \.successor, .text, "Văn bản thay thế."),
                .optional(
                    "con_cho", keeping: \.survivesFor, .list(of: .text), "Việc mà văn bản vẫn còn áp dụng."),
            ])
    }
}
