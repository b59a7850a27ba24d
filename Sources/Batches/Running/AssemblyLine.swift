package import Diagnostics
internal import Files
internal import Threads

/// Threads and what goes between them: work one way, what came of it the other in the same order, never more than a few pieces at a time.
///
/// A single worker has no threads: each piece is read and worked on when its outcome is asked for, so that one job takes one processor.
package final class AssemblyLine<Piece: Sendable, Outcome: Sendable>: Sendable {
    private let jobs: Int
    private let state = Guarded(State())
    private let crew = Guarded<[CrewBox]>([])
    private let alone = Guarded<(feed: Feed, work: Work)?>(nil)

    private struct State {
        var waiting: [(index: Int, piece: Piece)] = []
        var finished: [Int: Outcome] = [:]
        /// The piece whose outcome is taken next.
        var next = 0
        /// How many pieces there are; nil until that is known.
        var count: Int?
        var isStopped = false
        var fault: Failure?
    }

    /// So that threads can be waited for once.
    private final class CrewBox {
        var crew: Crew?
        init(_ crew: consuming Crew) { self.crew = consume crew }
    }

    /// `jobs` is how many threads work.
    package init(jobs: Int) { self.jobs = max(1, jobs) }

    /// Gives the next piece; nil at the end.
    ///
    /// Used by one thread.
    package typealias Feed = () throws(Failure) -> Piece?
    /// Does the work of one thread.
    package typealias Work = (Piece) -> Outcome

    /// Starts a thread that feeds and those that work; false when not a single one could be.
    ///
    /// `makeWork` is called once on each thread that works. Whoever starts the line takes what comes of it.
    package func start(feeding next: @escaping Feed, makeWork: @escaping @Sendable (Int) -> Work) -> Bool {
        if jobs == 1 {
            alone.change { $0 = (next, makeWork(0)) }
            return true
        }
        let ledger = InputLedger.ofThisJob
        let feeding = FeedBox(next)
        // Nobody waits for the thread that feeds: it may itself be waiting for data that never come.
        guard Crew.startAlone({ [self] in InputLedger.sharing(ledger) { feed(feeding) } }) else {
            return false
        }
        var crew = Crew()
        var workers = 0
        for number in 0..<jobs {
            let hasStarted = crew.start { [self] in InputLedger.sharing(ledger) { work(makeWork(number)) } }
            if hasStarted { workers += 1 }
        }
        let box = CrewBox(crew)
        self.crew.change { $0 = [box] }
        if workers == 0 { _ = stop() }
        return workers > 0
    }

    /// `@unchecked`: the one thread that feeds takes it.
    private final class FeedBox: @unchecked Sendable {
        let next: Feed
        init(_ next: @escaping Feed) { self.next = next }
    }

    /// What came of the next piece; nil after the last one.
    package func next() -> Outcome? {
        if jobs == 1 { return nextAlone() }
        return state.wait { state -> Outcome?? in
            if let outcome = state.finished.removeValue(forKey: state.next) {
                state.next += 1
                return .some(outcome)
            }
            return state.next == state.count ? .some(nil) : nil
        }
    }

    private func nextAlone() -> Outcome? {
        alone.change { alone -> Outcome? in
            guard let line = alone else { return nil }
            do throws(Failure) { if let piece = try line.feed() { return line.work(piece) } } catch {
                state.change { $0.fault = error }
            }
            alone = nil
            return nil
        }
    }

    /// Ends the work and waits for the threads; returns why there was no more to do than was done.
    package func stop() -> Failure? {
        state.change { $0.isStopped = true }
        let boxes = crew.change { boxes in
            defer { boxes = [] }
            return boxes
        }
        for box in boxes { if let crew = box.crew.take() { crew.join() } }
        return state.change { $0.fault }
    }

    // MARK: - On the threads

    private func feed(_ box: FeedBox) {
        var count = 0
        var fault: Failure?
        let limit = 4 * jobs + 4
        while true {
            do throws(Failure) {
                guard let piece = try box.next() else { break }
                let index = count
                count += 1
                let goesOn = state.wait { state -> Bool? in
                    if state.isStopped { return false }
                    guard index < state.next + limit else { return nil }
                    state.waiting.append((index, piece))
                    return true
                }
                if !goesOn { return }
            } catch {
                fault = error
                break
            }
        }
        state.change { state in
            state.count = count
            state.fault = fault
        }
    }

    private func work(_ work: Work) {
        while true {
            let next = state.wait { state -> (index: Int, piece: Piece)?? in
                if state.isStopped { return .some(nil) }
                if !state.waiting.isEmpty { return .some(state.waiting.removeFirst()) }
                return state.count == nil ? nil : .some(nil)
            }
            guard let next else { return }
            let outcome = work(next.piece)
            state.change { $0.finished[next.index] = outcome }
        }
    }
}
