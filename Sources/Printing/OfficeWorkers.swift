package import Diagnostics
internal import Threads

/// Warm LibreOffice processes, each with one document at a time; who comes while all are busy waits.
///
/// A process is started when it is first needed, ended when it takes too long, and replaced after a number of documents, since what it holds grows.
package final class OfficeWorkers: Sendable {
    private let station: OfficeStation
    private let limits: Limits
    private let state: Guarded<State>

    package struct Limits: Hashable, Sendable {
        /// How many processes there are at most.
        package var workers = 2
        /// After how many documents a process is replaced.
        package var documents = 200
        package var document: Duration = .seconds(60)
        package var start: Duration = .seconds(60)

        package init() {}
    }

    private struct State {
        var idle: [Box] = []
        /// Those at work, and those that are starting.
        var busy = 0
        var hasEnded = false
    }

    /// What carries a process from hand to hand: only its holder touches it.
    private final class Box: @unchecked Sendable {
        var worker: OfficeWorker
        init(_ worker: consuming OfficeWorker) { self.worker = consume worker }
    }

    package init(_ station: OfficeStation, _ limits: Limits = Limits()) {
        self.station = station
        self.limits = limits
        state = Guarded(State())
    }

    /// What the processes are kept away from.
    package var isolation: OfficeStation.Isolation { station.isolation }

    /// How a PDF is made.
    package struct PDFOptions: Hashable, Sendable {
        /// Whether bookmarks become destinations with names, which tell where on the pages they stand.
        package var destinations = false
        /// PDF/A-2b with tags, for archives and readers.
        package var archival = false

        package init(destinations: Bool = false, archival: Bool = false) {
            self.destinations = destinations
            self.archival = archival
        }

        fileprivate var text: String {
            var words: [String] = []
            func add(_ name: String, _ type: String, _ value: String) {
                words.append(#""\#(name)":{"type":"\#(type)","value":"\#(value)"}"#)
            }
            if destinations { add("ExportBookmarksToPDFDestination", "boolean", "true") }
            if archival {
                add("SelectPdfVersion", "long", "2")
                add("UseTaggedPDF", "boolean", "true")
            }
            return words.isEmpty ? "" : "{" + words.joined(separator: ",") + "}"
        }
    }

    /// The document as PDF, without the time of printing.
    package func pdf(of document: LibreOffice.Document, _ options: PDFOptions = PDFOptions()) throws(Failure)
        -> [UInt8]
    { try carryOut(document, as: "pdf", options: options.text, for: .printing).withoutTimeOfPrinting() }

    /// The document as a Word file of today.
    package func wordFile(of document: LibreOffice.Document) throws(Failure) -> [UInt8] {
        try carryOut(document, as: "docx", options: "", for: .reading(document.name))
    }

    /// Ends all processes that are idle, and each of the others with its document.
    package func end() {
        let idle = state.change { state -> [Box] in
            state.hasEnded = true
            defer { state.idle = [] }
            return state.idle
        }
        _ = consume idle
    }

    private func carryOut(
        _ document: LibreOffice.Document, as format: String, options: String, for work: LibreOffice.Work
    ) throws(Failure) -> [UInt8] {
        // A process may have died since its last document, through no fault of this one: it gets a second one.
        for attempt in 1...2 {
            let box = try take(for: work)
            let outcome = box.worker.carryOut(
                document, as: format, options: options, timeLimit: limits.document)
            switch outcome {
            case .done(let bytes):
                giveBack(box)
                return bytes
            case .refused:
                giveBack(box)
                throw Failure(work == .printing ? .notPrinted(document.name) : .notRead(document.name))
            case .noSpace:
                giveBack(box)
                throw Failure(.unusableScratchFolder(station.folder))
            case .tookTooLong:
                giveBack(nil)
                throw Failure(.slowLibreOffice(document.name, limit: limits.document, for: work))
            case .died:
                giveBack(nil)
                if attempt == 2 { throw Failure(.brokenLibreOffice(document.name, for: work)) }
            }
        }
        preconditionFailure("the second attempt returns or throws")
    }

    private func take(for work: LibreOffice.Work) throws(Failure) -> Box {
        let turn = state.wait { state -> Turn? in
            if state.hasEnded { return .ended }
            guard state.idle.isEmpty else {
                state.busy += 1
                return .idle(state.idle.removeLast())
            }
            guard state.busy < limits.workers else { return nil }
            state.busy += 1
            return .new
        }
        switch turn {
        case .ended: throw Failure(.brokenLibreOffice("LibreOffice", for: work))
        case .idle(let box): return box
        case .new:
            guard let worker = OfficeWorker.starting(at: station, within: limits.start) else {
                giveBack(nil)
                throw Failure(.brokenLibreOffice("LibreOffice", for: work))
            }
            return Box(worker)
        }
    }

    private enum Turn {
        case idle(Box)
        case new
        case ended
    }

    private func giveBack(_ box: Box?) {
        state.change { state in
            state.busy -= 1
            guard let box, !state.hasEnded, box.worker.documentCount < limits.documents else { return }
            state.idle.append(box)
        }
    }
}
