internal import Diagnostics
internal import DocumentTemplates
internal import Forms
internal import FoundationEssentials
internal import Regulations
internal import Values
internal import VietnameseText

/// Data for a shipped form, a person's or a workspace's, completed with what need not be written: blanks of a draft, what follows from the
/// facts, and what depends on the width of letters.
struct OfficialHead {
    private var fields: [(name: String, value: Value)]

    private let lines: DrawnLines

    private init(_ record: Record, lines: DrawnLines) {
        self.lines = lines
        fields = Array(zip(record.shape.names, record.values)).map { ($0, $1) }
    }

    /// The data as the template's tags want them; unchanged for a template that is not laid out as the shipped forms are.
    static func completing(_ data: Value, for template: Template) -> Value {
        profile(for: template).map { completing(data, under: $0) } ?? data
    }

    /// The regulation by which data for this template are completed; nil for one that is not laid out as the shipped forms are.
    static func profile(for template: Template) -> FormatProfile? {
        let asked = Set(template.paths.compactMap(\.first))
        // Under the agency and the subject the Party draws no lines.
        if asked.contains("duong_ke") { return .decree30 }
        return asked.contains("tieu_de") ? .guidance05 : nil
    }

    /// Whether a field of the shipped forms follows from the others, so that nobody need write it.
    static func isComputed(_ name: String) -> Bool {
        ["tieu_de", "duong_ke", "trich_yeu_mot_dong"].contains(name)
    }

    /// Whether it tells of a name that the template does not use because what it prints was made from it, or that was made here.
    static func explains(_ diagnostic: Diagnostic) -> Bool {
        guard diagnostic.isOfUnusedData, case .value(_, let path) = diagnostic.location else { return false }
        let name = path.prefix { $0 != "." && $0 != "[" }
        return isComputed(String(name))
            || ["co_quan", "trich_yeu", "so", "ngay_ban_hanh", "kinh_gui"].contains(name)
    }

    /// The data with the fields that are measured, and the ones that follow from others.
    ///
    /// `tieu_de` has the names of both agencies in the lines of the letterhead, `trich_yeu` the subject in lines that fit the page, `duong_ke`
    /// the millimetres of the lines drawn under both. Of these, and of what follows from them, fields that the data have stay.
    static func completing(_ data: Value, under profile: FormatProfile = .decree30) -> Value {
        guard case .record(let record) = data else { return data }
        var head = OfficialHead(record, lines: DrawnLines(profile: profile))
        head.complete()
        return .record(Record(head.fields.map { ($0.name, $0.value) }))
    }

    private mutating func complete() {
        let subject = subjectLines.map { lines.subjectLines($0) }
        if let subject {
            self["trich_yeu"] = .list(subject.map { .text($0) })
            add("trich_yeu_mot_dong", .text(subjectLines?.joined(separator: " ") ?? ""))
        }
        var measures: [(String, Value)] = [
            ("trich_yeu", .number(tenths(lines.subjectLineLength(lines: subject ?? []))))
        ]
        if let name = agency("ten") {
            let superior = lines.superiorNameLines(name: agency("chu_quan") ?? "").joined(separator: "\n")
            // A joint document has each agency's name on lines of its own.
            let agency = name.split(separator: "\n").flatMap { lines.agencyNameLines(name: String($0)) }
                .joined(separator: "\n")
            add("tieu_de", ["chu_quan": .text(superior), "co_quan": .text(agency)])
            measures.append(("co_quan", .number(tenths(lines.agencyLineLength(name: agency)))))
        }
        add("duong_ke", .record(Record(measures)))
        completeNumberAndDate()
        completeAddressees()
    }

    /// A draft's number is six blanks; a date in figures is written out.
    private mutating func completeNumberAndDate() {
        if self["so"] == nil || self["so"] == .null { self["so"] = .text(NumberFormat.documentNumber(nil)) }
        if case .text(let words)? = self["ngay_ban_hanh"], let date = try? CalendarDate(parsing: words) {
            self["ngay_ban_hanh"] = .text(date.text(.official))
        }
    }

    /// One addressee stands on the line of "Kính gửi", several below it.
    private mutating func completeAddressees() {
        switch self["kinh_gui"] {
        case .text(let one)?: self["kinh_gui"] = ["mot": .text(one), "nhieu": .null]
        case .list(let items)? where items.count == 1: self["kinh_gui"] = ["mot": items[0], "nhieu": .null]
        case .list(let items)?:
            self["kinh_gui"] = ["mot": .null, "nhieu": items.isEmpty ? .null : .list(items)]
        default: break
        }
    }

    private var subjectLines: [String]? {
        switch self["trich_yeu"] {
        case .text(let line)?: [line]
        case .list(let items)?: items.compactMap(\.plainLine)
        // Left blank on purpose, as on a form that is finished by hand.
        case .null?: [""]
        default: nil
        }
    }

    private func agency(_ name: String) -> String? {
        guard case .record(let agency)? = self["co_quan"] else { return nil }
        return agency[name] == .null ? "" : agency[name]?.plainLine
    }

    private subscript(name: String) -> Value? {
        get { fields.first { $0.name == name }?.value }
        set {
            fields.removeAll { $0.name == name }
            if let newValue { fields.append((name, newValue)) }
        }
    }

    private mutating func add(_ name: String, _ value: Value) { if self[name] == nil { self[name] = value } }
}

extension Value {
    fileprivate var plainLine: String? {
        guard case .text(let line) = self else { return nil }
        return line
    }
}

/// Exact tenths, so that no binary fraction reaches a template.
private func tenths(_ millimetres: Double) -> Decimal { Decimal(Int((millimetres * 10).rounded())) / 10 }
