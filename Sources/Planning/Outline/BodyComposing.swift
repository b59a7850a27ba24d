internal import DataFiles
internal import Diagnostics
internal import Values
internal import VietnameseText

/// Makes the body of a document out of its outline and the workspace.
struct BodyComposing {
    /// Deeper trees are told: nobody finds a place in them.
    static let depthLimit = 7

    let workspace: Workspace
    /// The year the document is of; nil for the whole plan.
    let year: Int?
    /// What expressions in texts see.
    let data: Figures
    /// The texts that slots ask for, by key.
    let texts: [String: [WrittenText]]
    /// The report's results, where the document is one.
    var results: [(heading: String, paragraphs: [String])] = []
    /// What the keys of a report's own outline say; nil for those of the plan's.
    var slots: [String: Value]?
    /// The report's figures.
    var table: IndicatorTable?
    /// The day up to which payments count; nil for all of the year.
    var paidUpTo: CalendarDate?
    /// Where the texts of this document are written.
    private let home: TextHome
    private var noted: [Diagnostic] = []

    /// What is wrong, each at a place in a file of the user's.
    var faults: [Diagnostic] { noted.map { $0.outsideShippedOutlines(home.place) } }

    init(_ workspace: Workspace, year: Int?, data: Figures, texts: [String: [WrittenText]], home: TextHome) {
        self.workspace = workspace
        self.home = home
        self.year = year
        self.data = data
        self.texts = texts
    }

    var programme: Programme { workspace.programme }

    /// The tree; faults of texts and what is missing are noted.
    mutating func parts(of sections: [OutlineSection]) -> [BodyPart] { parts(of: sections, depth: 1) }

    /// The same with blocks in front.
    mutating func parts(of sections: [OutlineSection], after blocks: [OutlineBlock]) -> [BodyPart] {
        blocks.flatMap { parts(of: $0) } + parts(of: sections)
    }

    private mutating func parts(of sections: [OutlineSection], depth: Int) -> [BodyPart] {
        sections.flatMap { section -> [BodyPart] in
            guard let heading = section.heading ?? section.runIn.map({ WrittenText("", at: $0.place) }) else {
                return section.blocks.flatMap { parts(of: $0) } + parts(of: section.sections, depth: depth)
            }
            guard depth <= BodyComposing.depthLimit else {
                noted.append(.outlineTooDeep(at: heading.place))
                return []
            }
            var made = BodySection(
                heading: "", numbering: section.numbering, ownNumber: section.ownNumber,
                runIn: section.runIn.map { filled($0) }, isText: section.standsAlone)
            made.parts = section.blocks.flatMap { parts(of: $0) }
            made.parts += parts(of: section.sections, depth: depth + 1)
            guard !made.isEmpty else {
                if section.isRequired {
                    if workspace.purpose == .preview {
                        made.heading = filled(heading)
                        made.parts = [.paragraph(GapMark.text("nội dung phần này"))]
                        return [.section(made)]
                    }
                    noted.append(.missingPart(filled(heading), section.keys, home, at: heading.place))
                }
                return []
            }
            made.heading = filled(heading)
            return [.section(made)]
        }
    }

    /// The text with its values; empty after a fault.
    mutating func filled(_ text: WrittenText) -> String {
        do throws(Failure) { return try text.filled(over: data) } catch {
            noted += error.diagnostics
            return workspace.purpose == .preview ? GapMark.text("chữ trong câu “\(text.text.shortened)”") : ""
        }
    }

    /// The texts with their values, as templates see them.
    mutating func values(of texts: [WrittenText]) -> Value {
        .list(texts.map { .text(filled($0)) }.filter { $0 != "" })
    }

    private mutating func parts(of block: OutlineBlock) -> [BodyPart] {
        switch block {
        case .paragraph(let text): return line(filled(text))
        case .dashes(let texts): return texts.map { .dash(filled($0)) }
        case .points(let texts): return texts.map { point(filled($0)) }
        case .table(let table): return parts(of: table)
        case .picture(let picture):
            let caption = picture.caption.map { filled($0) }
            return [.picture(file: picture.file, width: picture.width, description: caption)]
                + (caption.map { [.paragraph("*\($0)*")] } ?? [])
        case .slot(let key, let style, let place):
            return texts(of: key, at: place.location).flatMap { text -> [BodyPart] in
                switch style {
                case .paragraphs: line(text)
                case .dashes: [.dash(text)]
                case .points: [point(text)]
                }
            }
        case .insert(let insert, let style, let place): return parts(of: insert, style, at: place.location)
        }
    }

    /// A paragraph, or what was written as a dash.
    func line(_ text: String) -> [BodyPart] {
        if text.isEmpty { return [] }
        return text.hasPrefix("- ") ? [.dash(String(text.dropFirst(2)))] : [.paragraph(text)]
    }

    func point(_ text: String) -> BodyPart { .section(BodySection(heading: text, isText: true)) }

    /// What the plan's file says under a key.
    private mutating func texts(of key: String, at place: Location) -> [String] {
        if let texts = texts[key] { return texts.map { filled($0) } }
        switch (slots ?? programme.slots)[key] {
        case .text(let text)?: return [filled(WrittenText(text, at: place))]
        case .list(let items)?:
            return items.compactMap { item in
                guard case .text(let text) = item else { return nil }
                return filled(WrittenText(text, at: place))
            }
        case .number(let number)?: return [NumberFormat.text(number)]
        case .date(let date)?: return [date.text(.official)]
        case .null?, .boolean?, .record?, nil: return []
        }
    }

    mutating func note(_ fault: Diagnostic) { noted.append(fault) }

    /// What stands where something cannot be put in: nothing, or a mark in a preview.
    mutating func gap(_ what: String, _ fault: Diagnostic) -> [BodyPart] {
        note(fault)
        return workspace.purpose == .preview ? [.paragraph(GapMark.text(what))] : []
    }

    /// Throws what was noted, unless a preview is made, which has marks for it.
    func finish() throws(Failure) {
        if workspace.purpose == .document, let failure = Failure(faults.withoutRepeats) { throw failure }
    }
}

/// The part of the user's files that a document's texts come from.
struct TextHome {
    /// `tệp bao-cao, mục ky: 2026-Q1`.
    let name: Wording
    let place: Location
}

extension Workspace {
    var planHome: TextHome {
        TextHome(name: Wording("tệp ke-hoach", en: "ke-hoach"), place: places.place(of: .programme))
    }

    func estimateHome(_ year: Int) -> TextHome {
        TextHome(
            name: Wording("tệp du-toan của năm \(year), khóa to_trinh", en: "to_trinh of du-toan \(year)"),
            place: places.place(ofEstimate: year))
    }

    func reportHome(_ period: ReportingPeriod) -> TextHome {
        TextHome(
            name: Wording(
                "mục có ky: \(period.code) ở khóa ky_bao_cao của tệp bao-cao",
                en: "the item of ky_bao_cao with ky: \(period.code) in bao-cao"),
            place: places.place(of: .report))
    }
}

extension Diagnostic {
    /// The same at that place, where its own is in an outline that comes with the program.
    fileprivate func outsideShippedOutlines(_ home: Location) -> Diagnostic {
        guard location.file?.hasPrefix(Outline.shippedPlace) == true else { return self }
        return Diagnostic(code, message, severity: severity, cause: cause, at: home, notes: notes, fix: fix)
    }
}

extension OutlineBody {
    /// The keys of the plan's file that it prints.
    var usedKeys: Set<String> { sections.reduce(into: []) { $0.formUnion($1.keys) } }
}

extension Outline {
    /// The keys of a plan's file that every outline may have places for.
    static let planKeys = ["muc_dich", "yeu_cau", "kinh_phi"]

    /// Slots that no key fills, be it one of `keys` or of the outline's own.
    func slotFaults(beside keys: [String]) -> [Diagnostic] {
        let known = keys + slots.keys
        return body.sections.flatMap(\.everyBlock).compactMap { block in
            guard case .slot(let key, _, let place) = block, !known.contains(key) else { return nil }
            return .unknownSlot(key, known: known, at: place.location)
        }
    }
}

extension OutlineSection {
    /// Its blocks and those of the parts under it.
    fileprivate var everyBlock: [OutlineBlock] { blocks + sections.flatMap(\.everyBlock) }

    /// The keys that fill it.
    var keys: [String] {
        blocks.flatMap { block -> [String] in
            switch block {
            case .slot(let key, _, _): [key]
            case .insert(let insert, _, _): insert.keys
            case .paragraph, .dashes, .points, .table, .picture: []
            }
        } + sections.flatMap(\.keys)
    }
}

extension Insert {
    /// The keys of the plan's file it is made of.
    fileprivate var keys: [String] {
        switch self {
        case .tasks, .calendar, .yearlyCosts: ["noi_dung"]
        case .measures: ["giai_phap"]
        case .scope: ["pham_vi"]
        case .time: ["thoi_gian", "giai_doan"]
        case .duties: ["to_chuc_thuc_hien"]
        case .targets, .total, .estimate, .sources, .results, .resultTable, .unitTable, .derivation,
            .payments:
            []
        }
    }
}

extension Diagnostic {
    fileprivate static func unknownSlot(_ key: String, known: [String], at place: Location) -> Diagnostic {
        let list = known.joined(separator: ", ")
        return Diagnostic(
            "outline.unknown-slot",
            Wording("không có khóa “\(key)” để đưa vào đây", en: "there is no key “\(key)” to put in here"),
            at: place,
            fix: nearestName(to: key, among: known).map { Wording("viết “\($0)”", en: "write “\($0)”") }
                ?? Wording(
                    "khai báo khóa ở `truong` của đề cương, hoặc dùng một trong: \(list)",
                    en: "declare it in the outline's `truong`, or use one of \(list)"))
    }

    fileprivate static func outlineTooDeep(at place: Location) -> Diagnostic {
        .error(
            "outline.too-deep", at: place, "các phần lồng nhau quá \(BodyComposing.depthLimit) cấp",
            en: "the parts are nested more than \(BodyComposing.depthLimit) levels deep", fix: "bớt cấp",
            en: "use fewer levels")
    }

    fileprivate static func missingPart(
        _ heading: String, _ keys: [String], _ home: TextHome, at place: Location
    ) -> Diagnostic {
        let list = keys.joined(separator: ", ")
        return Diagnostic(
            "outline.missing-part",
            Wording(
                "văn bản loại này không được thiếu phần “\(heading)”",
                en: "a document of this kind cannot do without the part “\(heading)”"), at: place,
            fix: keys.isEmpty
                ? Wording("viết nội dung cho phần này", en: "write what it says")
                : Wording(
                    "điền khóa \(list) ở \(home.name.vietnamese)",
                    en: "fill in \(list) in \(home.name.english)"))
    }
}

extension OutlineSection {
    /// Whether tasks stand in a table, here or in a part under it.
    var hasTaskTable: Bool { everyBlock.contains(where: \.isTaskTable) }
}

extension OutlineBlock {
    var isTaskTable: Bool {
        switch self {
        case .insert(.tasks, as: .table, _), .insert(.tasks, as: .columns, _): true
        default: false
        }
    }
}
