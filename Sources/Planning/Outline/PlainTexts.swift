internal import DataFiles
internal import Diagnostics
internal import TemplateLanguage
internal import VietnameseText

extension Workspace {
    /// The same with the expressions in its names, titles and other short texts computed for a year, or for the whole plan.
    ///
    /// What longer texts hold is computed where they are printed. Throws every fault of theirs, unless a preview is made, which has marks.
    func withPlainTexts(of year: Int?) throws(Failure) -> Workspace {
        var filling = PlainTextFilling(figures(of: year), in: places.place(of: .programme).file ?? "")
        var filled = self
        filling.fill(&filled.programme, year: year)
        if purpose == .document, let failure = Failure(filling.faults) { throw failure }
        return filled
    }
}

/// Computes the expressions in single texts, and notes what is wrong with them by their keys.
struct PlainTextFilling {
    private let figures: Figures
    private let file: String
    private(set) var faults: [Diagnostic] = []

    init(_ figures: Figures, in file: String) {
        self.figures = figures
        self.file = file
    }

    mutating func fill(_ text: inout String, _ key: String) {
        guard text.holdsExpressions else { return }
        do throws(Failure) { text = try figures.filled(text, at: .value(file: file, path: key)) } catch {
            faults += error.diagnostics
            text = GapMark.text("chữ trong câu “\(text.shortened)”")
        }
    }

    mutating func fill(_ text: inout String?, _ key: String) {
        guard var words = text else { return }
        fill(&words, key)
        text = words
    }

    mutating func fill(_ texts: inout [String], _ key: String) {
        for index in texts.indices { fill(&texts[index], texts.count == 1 ? key : "\(key)[\(index + 1)]") }
    }

    private mutating func fill(_ texts: inout [String]?, _ key: String) {
        guard var lines = texts else { return }
        fill(&lines, key)
        texts = lines
    }
}

extension PlainTextFilling {
    /// `year` is that of the document; nil for the whole plan.
    mutating func fill(_ programme: inout Programme, year: Int?) {
        fill(&programme.subject, "trich_yeu")
        fill(&programme.addressees, "kinh_gui")
        fill(&programme.authority, "tham_quyen")
        fill(&programme.instruction, "thuc_hien")
        fill(&programme.scope.description, "pham_vi.mo_ta")
        for index in programme.scope.channels.indices {
            fill(&programme.scope.channels[index].name, "pham_vi.kenh[\(index + 1)].ten")
        }
        for index in programme.phases.indices {
            fill(&programme.phases[index].name, "giai_doan[\(index + 1)].ten")
            fill(&programme.phases[index].goals, "giai_doan[\(index + 1)].muc_tieu")
        }
        for index in programme.workItems.indices {
            fill(&programme.workItems[index], "noi_dung[\(index + 1)]")
        }
        for index in programme.assignments.indices {
            fill(&programme.assignments[index].name, "to_chuc_thuc_hien[\(index + 1)].ten")
        }
        fill(&programme.distribution.recipients, "noi_nhan")
        if var decision = programme.decision {
            fill(&decision.subject, "quyet_dinh.trich_yeu")
            fill(&decision.authority, "quyet_dinh.tham_quyen")
            fill(&decision.execution, "quyet_dinh.ket")
            fill(&decision.distribution.recipients, "quyet_dinh.noi_nhan")
            programme.decision = decision
        }
        if var submission = programme.submission {
            fill(&submission.subject, "trinh.trich_yeu")
            fill(&submission.addressees, "trinh.kinh_gui")
            fill(&submission.distribution.recipients, "trinh.noi_nhan")
            programme.submission = submission
        }
        fill(&programme.handover.subject, "giao_viec.trich_yeu")
        fill(&programme.handover.distribution.recipients, "giao_viec.noi_nhan")
        if let year, var annual = programme.annual[year] {
            fill(&annual.subject, "ke_hoach_nam.\(year).trich_yeu")
            fill(&annual.recipients, "ke_hoach_nam.\(year).noi_nhan")
            programme.annual[year] = annual
        }
    }

    private mutating func fill(_ item: inout WorkItem, _ key: String) {
        fill(&item.title, "\(key).ten")
        fill(&item.timeSentence, "\(key).cau_thoi_gian")
        fill(&item.result, "\(key).ket_qua")
        fill(&item.deadline, "\(key).thoi_han")
        for year in item.milestones.keys { fill(&item.milestones[year], "\(key).tien_do.\(year)") }
        for index in item.items.indices { fill(&item.items[index], "\(key).viec[\(index + 1)]") }
    }
}
