package import Diagnostics
internal import FoundationEssentials
package import Values
internal import VietnameseText

extension Workspace {
    /// The document that amends the plan as `earlier` has it, and names each thing that this plan says otherwise.
    ///
    /// Throws when the two say the same, and what is wrong with the texts of either.
    package func amendmentView(of earlier: Workspace, marks: NumberMarks = .decree30) throws(Failure) -> Value
    {
        let (old, new) = (try earlier.withPlainTexts(of: nil), try withPlainTexts(of: nil))
        return try new.filledAmendmentView(of: old, marks)
    }

    private func filledAmendmentView(of earlier: Workspace, _ marks: NumberMarks) throws(Failure) -> Value {
        let (before, after) = (try earlier.planTree(), try planTree())
        let amendment = programme.amendment
        var blocks = AmendmentBlocks(marks: marks)
        blocks.compare(before, after, levels: programme.body.levels)
        guard !blocks.isEmpty else { throw Failure(.nothingAmended(at: places.place(of: .programme))) }
        let figures = figures(of: nil)
        let head = DocumentHead(
            kind: programme.kind, agency: agency, issue: amendment.issue,
            subject: amendment.subject ?? ["Sửa đổi, bổ sung \(earlier.shortReference)"], addressees: [],
            distribution: amendment.distribution, partner: programme.partner)
        let lead =
            "\(agency.fullName) sửa đổi, bổ sung một số nội dung của \(earlier.programmeReference), cụ thể như sau:"
        let closing = "Các nội dung khác thực hiện theo \(earlier.shortReference)"
        var bases: [Value] = []
        for basis in amendment.legalBases { bases.append(.text(try basis.filled(over: figures))) }
        let opening = try amendment.lead?.filled(over: figures) ?? lead
        let fields: [(String, Value)] = [
            ("can_cu", .list(bases)), ("mo_dau", .text(opening)),
            ("ket", .text(try amendment.closing?.filled(over: figures) ?? closing)),
            ("than_bai", .list(blocks.values)), ("co_than_bai", true),
        ]
        let numbering = BodyNumbering(levels: programme.body.levels, marks: marks)
        return .record(Record(head.fields + fields + blocks.appendices.fields(numbering)))
    }

    /// `Kế hoạch số 05/KH-SKHCN ngày 05 tháng 01 năm 2026`.
    private var shortReference: String {
        let head = DocumentHead(
            kind: programme.kind, agency: agency, issue: programme.issue, subject: programme.subject,
            addressees: [], distribution: programme.distribution, partner: programme.partner)
        return head.shortReference
    }
}

/// What a plan says, before it is numbered.
struct PlanTree: Hashable, Sendable {
    let subject: String
    let lead: String?
    let parts: [BodyPart]
    let appendices: [Appendix]

    struct Appendix: Hashable, Sendable {
        let label: String
        let title: String
        let isLandscape: Bool
        let parts: [BodyPart]
    }
}

extension [PlanTree.Appendix] {
    /// `phu_luc` for templates that repeat over them, and each by its number for the shipped ones, which have a section for each.
    func fields(_ numbering: BodyNumbering) -> [(String, Value)] {
        let values = map { appendix -> Value in
            [
                "nhan": .text(appendix.label), "ten": .text(appendix.title),
                "ngang": .boolean(appendix.isLandscape), "than_bai": numbering.value(of: appendix.parts),
            ]
        }
        return [("phu_luc", .list(values))]
            + values.enumerated().map { ("phu_luc_\($0.offset + 1)", $0.element) }
    }
}

/// The points of an amendment, each with what reads anew.
private struct AmendmentBlocks {
    let marks: NumberMarks
    private(set) var values: [Value] = []
    /// Those that are attached.
    private(set) var appendices: [PlanTree.Appendix] = []
    private var count = 0

    init(marks: NumberMarks) { self.marks = marks }

    var isEmpty: Bool { count == 0 }

    mutating func compare(_ before: PlanTree, _ after: PlanTree, levels: [OutlineLevel]) {
        if before.subject != after.subject { point("Sửa đổi trích yếu như sau:", [paragraph(after.subject)]) }
        if let lead = after.lead, lead != before.lead {
            point("Sửa đổi đoạn mở đầu như sau:", [paragraph(lead)])
        }
        for change in PlanChanges(from: before.parts, to: after.parts, levels: levels, marks: marks).changes {
            add(change)
        }
        compareAppendices(before, after)
    }

    private mutating func add(_ change: PlanChange) {
        let content = BodyNumbering(levels: change.levels, marks: marks).blocks(of: change.parts)
        switch change.kind {
        case .amended: point("Sửa đổi \(change.place) như sau:", content)
        case .added(let behind):
            let spot = behind.map { " vào sau \($0)" } ?? ""
            point("Bổ sung \(change.place)\(spot) như sau:", content)
        case .removed: point("Bãi bỏ \(change.place).", [])
        }
    }

    /// An appendix that reads anew is attached whole.
    private mutating func compareAppendices(_ before: PlanTree, _ after: PlanTree) {
        for (index, appendix) in after.appendices.enumerated() {
            if let old = before.appendices.indices.contains(index) ? before.appendices[index] : nil {
                if old.title == appendix.title, old.parts == appendix.parts { continue }
                point("Thay thế \(old.label) bằng \(appendix.label) kèm theo.", [])
            } else {
                point("Bổ sung \(appendix.label) kèm theo.", [])
            }
            appendices.append(appendix)
        }
        for old in before.appendices.dropFirst(after.appendices.count) { point("Bãi bỏ \(old.label).", []) }
    }

    /// `1. Sửa đổi khoản 2 mục III như sau:`, and what reads anew in quotation marks.
    private mutating func point(_ heading: String, _ content: [Value]) {
        count += 1
        let body = BodySection(heading: heading, ownNumber: "\(count)\(marks.arabic)", isText: true)
        values += BodyNumbering(levels: [.arabic], marks: marks).blocks(of: [.section(body)])
        values += content.quoted
    }

    private func paragraph(_ text: String) -> Value {
        ["doan": .text(text), "kieu": ["Nội dung", "Thân bài"]]
    }
}

extension [Value] {
    /// In quotation marks, where it begins and ends with words.
    fileprivate var quoted: [Value] {
        let texts = indices.filter { !(self[$0].blockText ?? "").isEmpty }
        guard let first = texts.first, let last = texts.last, !self[last...].contains(where: \.isTable) else {
            return self
        }
        var quoted = self
        quoted[first] = quoted[first].withBlockText { "“\($0)" }
        quoted[last] = quoted[last].withBlockText { "\($0)”" }
        return quoted
    }
}

extension Value {
    /// The words of a paragraph or a heading.
    fileprivate var blockText: String? {
        guard case .record(let block) = self, case .text(let words)? = block["doan"] ?? block["de_muc"] else {
            return nil
        }
        return words
    }

    fileprivate var isTable: Bool {
        guard case .record(let block) = self else { return false }
        return block["bang"] != nil
    }

    fileprivate func withBlockText(_ change: (String) -> String) -> Value {
        guard case .record(let block) = self else { return self }
        let fields = zip(block.shape.names, block.values).map { name, value -> (String, Value) in
            guard name == "doan" || name == "de_muc", case .text(let words) = value else {
                return (name, value)
            }
            return (name, .text(change(words)))
        }
        return .record(Record(Array(fields)))
    }
}

extension Diagnostic {
    fileprivate static func nothingAmended(at place: Location) -> Diagnostic {
        .error(
            "planning.nothing-amended", at: place,
            "hai hồ sơ cho cùng một kế hoạch, nên không có gì để sửa đổi",
            en: "both workspaces give the same plan, so there is nothing to amend",
            fix: "chỉ đúng thư mục hồ sơ của kế hoạch đã ban hành, hoặc sửa nội dung trong hồ sơ này",
            en: "name the folder of the plan as it was issued, or change what this one says")
    }
}
