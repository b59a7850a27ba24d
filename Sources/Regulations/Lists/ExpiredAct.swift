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

    /// The acts known, all of them replaced by others as a whole; a workspace's own list would stand beside it.
    package static let all: [ExpiredAct] = ShippedData.value(
        of: PackageResources.het_hieu_luc_yaml, file: "het-hieu-luc.yaml", as: listForm)

    /// The act a citation names, if it is one of them and was over by `day`; `subject` is what the document is about.
    package static func cited(in citation: String, on day: CalendarDate, subject: String) -> ExpiredAct? {
        all.first { act in
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
    /// An act as the file has it, with either of the two ways to name it.
    private struct Entry: Sendable {
        var number: String?
        var law: String?
        var passed: CalendarDate?
        var end: CalendarDate?
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

        var act: ExpiredAct? {
            guard let end, !successor.isEmpty else { return nil }
            let name: Name? =
                switch (number, law, passed) {
                case (let number?, nil, nil): .number(number)
                case (nil, let law?, let passed?): .law(law, passed: passed)
                default: nil
                }
            return name.map { ExpiredAct(name: $0, end: end, successor: successor, survivesFor: survivesFor) }
        }

        static let form: DataForm<Entry> = .record(
            Wording("{so: …, tu: …, thay_bang: …}", en: "{so: …, tu: …, thay_bang: …}"), blank: Entry(),
            check: { entry in
                guard entry.act == nil else { return nil }
                return Wording(
                    "cần so, hoặc luat và ngay; cần tu và thay_bang",
                    en: "so is needed, or luat and ngay; tu and thay_bang too")
            },
            [
                .field("so", \.number, .absent(or: .text)), .field("luat", \.law, .absent(or: .text)),
                .field("ngay", \.passed, .absent(or: .date)), .field("tu", \.end, .absent(or: .date)),
                .field("thay_bang", \.successor, .text), .field("con_cho", \.survivesFor, .list(of: .text)),
            ])
    }

    private static let listForm: DataForm<[ExpiredAct]> = .alone(
        "het_hieu_luc",
        .list(
            of: DataForm(
                name: Entry.form.name,
                // Nothing but what `check` asks for must be there.
                read: { node, _, reading in Entry.form.read(node, Entry(), &reading)?.act },
                write: { Entry.form.write(Entry($0)) })))
}
