internal import Diagnostics
internal import Files

/// Threads and what goes between them: chunks of records one way, what came of them the other, never more than a few at a time.
final class AssemblyLine: Sendable {
    let chunkSize: Int
    private let jobs: Int
    private let state = Guarded(State())
    private let crew = Guarded<[CrewBox]>([])

    private struct State {
        var waiting: [Chunk] = []
        var finished: [Int: ChunkOutcome] = [:]
        /// The chunk that is taken next.
        var next = 0
        /// How many chunks there are; nil until that is known.
        var count: Int?
        var isStopped = false
        var fault: Failure?
    }

    /// So that threads can be waited for once.
    private final class CrewBox {
        var crew: Crew?
        init(_ crew: consuming Crew) { self.crew = consume crew }
    }

    init(jobs: Int, chunkSize: Int) {
        self.jobs = jobs
        self.chunkSize = chunkSize
    }

    /// Starts the reader and the workers; false when not a single one could be.
    func start(feeding feeder: consuming Feeder, makeWorker: @escaping @Sendable (Int) -> Worker) -> Bool {
        let ledger = InputLedger.ofThisJob
        let feeding = FeederBox(feeder)
        var crew = Crew()
        guard crew.start({ [self] in InputLedger.sharing(ledger) { feed(feeding) } }) else { return false }
        var workers = 0
        for number in 0..<jobs {
            let hasStarted = crew.start { [self] in InputLedger.sharing(ledger) { work(makeWorker(number)) } }
            if hasStarted { workers += 1 }
        }
        let box = CrewBox(crew)
        self.crew.change { $0 = [box] }
        if workers == 0 { _ = stop() }
        return workers > 0
    }

    /// `@unchecked`: the one thread that feeds takes it.
    private final class FeederBox: @unchecked Sendable {
        var feeder: Feeder
        init(_ feeder: consuming Feeder) { self.feeder = consume feeder }
    }

    /// What came of the next chunk; nil after the last one.
    func next() -> ChunkOutcome? {
        state.wait { state -> ChunkOutcome?? in
            if let outcome = state.finished.removeValue(forKey: state.next) {
                state.next += 1
                return .some(outcome)
            }
            return state.next == state.count ? .some(nil) : nil
        }
    }

    /// Ends the work and waits for the threads; returns why the data could not be read to their end.
    func stop() -> Failure? {
        state.change { $0.isStopped = true }
        for box in crew.change({ boxes in
            defer { boxes = [] };
            return boxes
        }) { box.crew.take()?.join() }
        return state.change { $0.fault }
    }

    // MARK: - On the threads

    private func feed(_ box: FeederBox) {
        var count = 0
        var fault: Failure?
        while true {
            do throws(Failure) {
                guard let chunk = try box.feeder.next() else { break }
                count += 1
                let limit = 4 * jobs + 4
                let goesOn = state.wait { state -> Bool? in
                    if state.isStopped { return false }
                    guard chunk.index < state.next + limit else { return nil }
                    state.waiting.append(chunk)
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

    private func work(_ worker: Worker) {
        while true {
            let chunk = state.wait { state -> Chunk?? in
                if state.isStopped { return .some(nil) }
                if !state.waiting.isEmpty { return .some(state.waiting.removeFirst()) }
                return state.count == nil ? nil : .some(nil)
            }
            guard let chunk else { return }
            let outcome = worker.outcome(of: chunk)
            state.change { $0.finished[chunk.index] = outcome }
        }
    }
}
