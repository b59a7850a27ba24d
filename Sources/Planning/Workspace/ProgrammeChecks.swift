internal import Diagnostics
internal import VietnameseText

/// What a programme's own figures must agree on.
struct ProgrammeChecks {
    private let fields: Fields
    /// Nil when the duration could not be read or is open; then nothing can be outside it.
    private let duration: ClosedRange<Int>?

    init(_ fields: Fields) {
        self.fields = fields
        if let first = fields.span("thoi_gian")?.first, let last = fields.span("thoi_gian")?.last {
            duration = first...last
        } else {
            duration = nil
        }
    }

    var faults: [Diagnostic] {
        durationFaults + phaseFaults + scopeFaults + workItemFaults + assignmentFaults + annualFaults
            + issueFaults(fields)
    }

    private var durationFaults: [Diagnostic] {
        guard let span = fields.span("thoi_gian"), span.first == nil || span.last == nil else { return [] }
        return [.openDuration(at: fields.place(of: "thoi_gian"))]
    }

    private var phaseFaults: [Diagnostic] {
        var faults: [Diagnostic] = []
        var previous: ClosedRange<Int>?
        for phase in fields.records("giai_doan") {
            guard let first = phase.integer("tu"), let last = phase.integer("den") else { continue }
            guard first <= last else {
                faults.append(.reversedPhase(first, last, at: phase.place(of: "tu")))
                continue
            }
            if let duration, first < duration.lowerBound || last > duration.upperBound {
                faults.append(.outsideDuration("\(first)–\(last)", duration, at: phase.place(of: "tu")))
            }
            if let previous {
                if first <= previous.upperBound {
                    faults.append(.overlappingPhases(previous, first...last, at: phase.place(of: "tu")))
                } else if first > previous.upperBound + 1 {
                    faults.append(.phaseGap(previous, first...last, at: phase.place(of: "tu")))
                }
            }
            previous = first...last
        }
        return faults
    }

    private var scopeFaults: [Diagnostic] {
        guard let scope = fields.record("pham_vi") else { return [] }
        var faults: [Diagnostic] = []
        if let text = scope.text("mo_ta"), text.hasSuffix(":"), scope.list("kenh").isEmpty {
            faults.append(.noChannels(at: scope.place(of: "kenh")))
        }
        for channel in scope.records("kenh") { faults += spanFaults(of: "thoi_gian", in: channel) }
        return faults
    }

    private var workItemFaults: [Diagnostic] {
        fields.records("noi_dung").flatMap { item in
            spanFaults(of: "thoi_gian", in: item) + yearFaults(of: "kinh_phi", in: item)
                + yearFaults(of: "tien_do", in: item)
        }
    }

    private var assignmentFaults: [Diagnostic] {
        fields.records("to_chuc_thuc_hien").flatMap { assignment in
            var faults = assignment.list("doan").compactMap(\.fields).flatMap {
                spanFaults(of: "thoi_gian", in: $0)
            }
            if assignment.lacks("ten"), assignment.lacks("don_vi") {
                faults.append(.unnamedAssignment(at: assignment.place))
            }
            return faults
        }
    }

    private var annualFaults: [Diagnostic] {
        yearFaults(of: "ke_hoach_nam", in: fields)
            + fields.perYear("ke_hoach_nam").values.compactMap(\.fields).flatMap(issueFaults)
    }

    private func spanFaults(of name: String, in fields: Fields) -> [Diagnostic] {
        guard let duration, let span = fields.span(name) else { return [] }
        guard (span.first ?? duration.lowerBound) >= duration.lowerBound,
            (span.last ?? duration.upperBound) <= duration.upperBound,
            (span.first ?? duration.lowerBound) <= duration.upperBound,
            (span.last ?? duration.upperBound) >= duration.lowerBound
        else { return [.outsideDuration(span.text, duration, at: fields.place(of: name))] }
        return []
    }

    private func yearFaults(of name: String, in fields: Fields) -> [Diagnostic] {
        guard let duration else { return [] }
        return fields.perYear(name).sorted { $0.key < $1.key }.compactMap { year, datum in
            duration.contains(year) ? nil : .outsideDuration("năm \(year)", duration, at: datum.place)
        }
    }
}

/// A number without a date, a date without a number, and a date outside the year that is printed.
func issueFaults(_ fields: Fields) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    if fields.lacks("so") != fields.lacks("ngay") {
        faults.append(.halfIssued(at: fields.place(of: fields["so"] == nil ? "ngay" : "so")))
    }
    if let date = fields.date("ngay"), let year = fields.integer("nam_ban_hanh"), date.year != year {
        faults.append(.yearOfIssue(date.year, year, at: fields.place(of: "nam_ban_hanh")))
    }
    return faults
}
