internal import DataFiles
internal import Diagnostics

/// What a programme's own figures must agree on.
struct ProgrammeChecks {
    private let file: ProgrammeFile
    /// Nil when the duration could not be read or is open; then nothing can be outside it.
    private let duration: ClosedRange<Int>?

    init(_ file: ProgrammeFile) {
        self.file = file
        duration = file.years
    }

    var faults: [Diagnostic] {
        durationFaults + phaseFaults + scopeFaults + workItemFaults + assignmentFaults + annualFaults
            + file.issue.faults
            + [file.handover?.issue, file.submission?.issue, file.amendment?.issue].flatMap {
                $0?.faults ?? []
            }
    }

    private var durationFaults: [Diagnostic] {
        guard case .given(let span) = file.duration, span.first == nil || span.last == nil else { return [] }
        return [.openDuration(at: span.place)]
    }

    private var phaseFaults: [Diagnostic] {
        var faults: [Diagnostic] = []
        var previous: ClosedRange<Int>?
        for phase in file.phases {
            guard case .given(let start) = phase.first, let last = phase.last.value else { continue }
            let first = start.value
            guard first <= last else {
                faults.append(.reversedPhase(first, last, at: start.place))
                continue
            }
            if let duration, first < duration.lowerBound || last > duration.upperBound {
                faults.append(.outsideDuration("\(first)–\(last)", duration, at: start.place))
            }
            if let previous {
                if first <= previous.upperBound {
                    faults.append(.overlappingPhases(previous, first...last, at: start.place))
                } else if first > previous.upperBound + 1 {
                    faults.append(.phaseGap(previous, first...last, at: start.place))
                }
            }
            previous = first...last
        }
        return faults
    }

    private var scopeFaults: [Diagnostic] {
        guard case .given(let scope) = file.scope else { return [] }
        var faults: [Diagnostic] = []
        let channels = scope.channels.value ?? []
        if scope.description.hasSuffix(":"), channels.isEmpty {
            faults.append(.noChannels(at: scope.channels.place ?? scope.place))
        }
        for channel in channels { faults += spanFaults(channel.span) }
        return faults
    }

    private var workItemFaults: [Diagnostic] {
        file.everyItem.flatMap { spanFaults($0.span) + yearFaults($0.costs) + yearFaults($0.milestones) }
    }

    private var assignmentFaults: [Diagnostic] {
        file.assignments.flatMap { assignment in
            var faults = assignment.duties.flatMap { duty -> [Diagnostic] in
                guard case .long(let duty) = duty else { return [] }
                return spanFaults(duty.span)
            }
            if assignment.name.isLeftOut, assignment.unit.isLeftOut {
                faults.append(.unnamedAssignment(at: assignment.place))
            }
            return faults
        }
    }

    private var annualFaults: [Diagnostic] {
        yearFaults(file.annual) + file.annual.sorted { $0.key < $1.key }.flatMap { $0.value.issue.faults }
    }

    private func spanFaults(_ entry: Entered<TimeSpan>) -> [Diagnostic] {
        guard let duration, case .given(let span) = entry else { return [] }
        guard (span.first ?? duration.lowerBound) >= duration.lowerBound,
            (span.last ?? duration.upperBound) <= duration.upperBound,
            (span.first ?? duration.lowerBound) <= duration.upperBound,
            (span.last ?? duration.upperBound) >= duration.lowerBound
        else { return [.outsideDuration(span.text, duration, at: span.place)] }
        return []
    }

    private func yearFaults<Value>(_ years: [Int: Located<Value>]) -> [Diagnostic] {
        guard let duration else { return [] }
        return years.sorted { $0.key < $1.key }.compactMap { year, value in
            duration.contains(year) ? nil : .outsideDuration("năm \(year)", duration, at: value.place)
        }
    }
}
