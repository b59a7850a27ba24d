internal import DataFiles
package import Diagnostics
internal import FoundationEssentials
package import Values
internal import VietnameseText

extension Workspace {
    /// Tờ trình that asks for the plan to be issued.
    ///
    /// Throws when the plan's file says nothing of it, and what is wrong with its texts.
    package func submissionView(marks: NumberMarks = .decree30) throws(Failure) -> Value {
        guard programme.submission != nil else {
            throw Failure(.noSubmission(at: places.place(of: .programme)))
        }
        return try withPlainTexts(of: nil).filledSubmissionView(marks)
    }

    private func filledSubmissionView(_ marks: NumberMarks) throws(Failure) -> Value {
        guard let submission = programme.submission else { return .null }
        let kind = programme.kindName
        let head = DocumentHead(
            kind: .proposal, agency: agency, issue: submission.issue,
            subject: submission.subject ?? ["Về việc ban hành \(kind) \(subjectInSentence)"],
            addressees: submission.addressees, distribution: submission.distribution)
        let carried = programme.instruction.map { "Thực hiện \($0), " } ?? ""
        let lead =
            "\(carried)\(agency.fullName) đã xây dựng dự thảo \(kind) \(subjectInSentence), kính trình \(submission.addressees.inSentence) xem xét, ban hành, cụ thể như sau:"
        let closing = "\(agency.fullName) kính trình \(submission.addressees.inSentence) xem xét, quyết định"
        let outline = Outline.body(
            of: submission.sections, levels: submission.levels, orElse: "trinh-ke-hoach")
        var composing = BodyComposing(
            self, year: nil, data: figures(of: nil),
            texts: [
                "su_can_thiet": submission.necessity, "qua_trinh": submission.preparation,
                "noi_dung_chinh": submission.contents, "kien_nghi": submission.requests,
            ], home: submissionHome)
        let parts = composing.parts(of: outline.sections)
        let fields: [(String, Value)] = [
            ("can_cu", composing.values(of: submission.legalBases)),
            ("mo_dau", .text(submission.lead.map { composing.filled($0) } ?? lead)),
            ("ket", .text(submission.closing.map { composing.filled($0) } ?? closing)), ("muc", []),
            ("than_bai", BodyNumbering(levels: outline.levels, marks: marks).value(of: parts)),
            ("co_than_bai", true),
        ]
        try composing.finish()
        return .record(Record(head.fields + fields))
    }

    private var submissionHome: TextHome {
        TextHome(
            name: Wording("khóa trinh của tệp ke-hoach", en: "trinh in ke-hoach"),
            place: places.place(of: .programme))
    }
}

extension [String] {
    /// `A, B và C`.
    var inSentence: String {
        count < 2 ? first ?? "" : dropLast().joined(separator: ", ") + " và " + self[count - 1]
    }
}

extension Diagnostic {
    fileprivate static func noSubmission(at place: Location) -> Diagnostic {
        .error(
            "planning.no-submission", at: place, "hồ sơ không có khóa trinh, nên không lập được tờ trình",
            en: "the plan's file has no trinh, so no submission can be made",
            fix: "thêm khóa trinh với kinh_gui, su_can_thiet và kien_nghi (xem từ điển dữ liệu)",
            en: "add trinh with kinh_gui, su_can_thiet and kien_nghi (see the data dictionary)")
    }
}
