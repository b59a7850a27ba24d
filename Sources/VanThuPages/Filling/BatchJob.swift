internal import Batches
internal import Diagnostics
internal import Threads
internal import VanThu

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// One template filled for each row of a sheet: a folder of its own with the template, the rows, and the documents as they are made.
struct BatchJob: Sendable {
    let id: String
    let folder: String
    let person: String
    let time: Int
    /// What the template is called.
    let title: String
    /// As its person calls the sheet.
    let dataName: String
    /// The pattern of the names, with its ending.
    let names: String
    let language: Language

    static func root(_ site: Site) -> String { "\(site.ownFolder)/viec" }

    var data: String { "\(folder)/du-lieu.jsonl" }
    var output: String { "\(folder)/van-ban" }
    private var ending: String { "\(folder)/ket-thuc" }
    private var remarks: String { "\(folder)/nhan-xet" }
    /// What was said of the sheet when it came.
    private var sheetRemarks: String { "\(folder)/cot-thua" }

    /// Keeps what the rows of the sheet come to, with what is said of them and of its columns.
    static func keep(_ records: BatchData.Records, remarks: [String], in folder: String) throws(Failure) {
        try OwnFiles.write(records.lines, to: "\(folder)/du-lieu.jsonl")
        try OwnFiles.write(remarks.joined(separator: "\n"), to: "\(folder)/cot-thua")
        let places = records.places.map { " \($0)" }.joined()
        try OwnFiles.write("\(records.faulty)\(places)", to: "\(folder)/dong")
    }

    /// How many rows of the sheet give no document, and where those stand that do.
    private var rows: (faulty: Int, places: [Int]) {
        let numbers = (OwnFiles.text(of: "\(folder)/dong") ?? "").split(separator: " ").compactMap { Int($0) }
        return (numbers.first ?? 0, Array(numbers.dropFirst()))
    }

    /// How it stands.
    enum State: Sendable {
        case atWork(BatchProgress)
        /// Somebody has stopped it, or the server was: it goes on where it stood.
        case stopped
        case ended(done: Int, failed: Int)
        /// It cannot go on at all; why is among the remarks.
        case broken
    }

    // MARK: Records

    static func make(
        title: String, dataName: String, names: String, for visit: Visit,
        _ fill: (String) throws(Failure) -> Void
    ) throws(Failure) -> BatchJob {
        let id = String(Secrets.token().prefix(20))
        let folder = "\(root(visit.site))/\(id)"
        let person = visit.person?.name ?? ""
        try makePrivateFolder(folder)
        do throws(Failure) {
            try fill(folder)
            let lines = [person, String(visit.site.now), title, dataName, names, visit.language.rawValue]
            try OwnFiles.write(lines.map { $0 + "\n" }.joined(), to: "\(folder)/ghi")
        } catch {
            OwnFiles.remove(folder)
            throw error
        }
        guard let job = BatchJob(id, of: person, on: visit.site) else {
            preconditionFailure("it has just been kept")
        }
        return job
    }

    /// The job of that name; nil where there is none, or it is another person's.
    init?(_ id: String, of person: String, on site: Site) {
        self.init(id, on: site)
        guard self.person == person else { return nil }
    }

    private init?(_ id: String, on site: Site) {
        guard id.utf8.count == 20,
            id.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
        else { return nil }
        let folder = "\(Self.root(site))/\(id)"
        let lines =
            OwnFiles.text(of: "\(folder)/ghi")?.split(separator: "\n", omittingEmptySubsequences: false) ?? []
        guard lines.count == 7, let time = Int(lines[1]) else { return nil }
        (self.id, self.folder, self.time) = (id, folder, time)
        (person, title, dataName) = (String(lines[0]), String(lines[2]), String(lines[3]))
        names = String(lines[4])
        language = Language(rawValue: String(lines[5])) ?? .vietnamese
    }

    /// Those of a person, newest first.
    static func all(of person: String, on site: Site) -> [BatchJob] {
        OwnFiles.names(in: root(site)).compactMap { BatchJob($0, of: person, on: site) }.sorted {
            ($0.time, $0.id) > ($1.time, $1.id)
        }
    }

    /// Those that the end of the server has cut off.
    static func unfinished(on site: Site) -> [BatchJob] {
        OwnFiles.names(in: root(site)).compactMap { BatchJob($0, on: site) }.filter {
            !OwnFiles.exists($0.ending)
        }
    }

    func state(on site: Site) -> State {
        if let progress = site.batches.progress(of: self) { return .atWork(progress) }
        let words = (OwnFiles.text(of: ending) ?? "").split(separator: " ")
        guard words.count == 3, words[0] == "xong", let done = Int(words[1]), let failed = Int(words[2])
        else { return words.first == "hong" ? .broken : .stopped }
        return .ended(done: done, failed: failed + rows.faulty)
    }

    /// What was said of columns and of records, at most a few hundred lines.
    var told: [String] {
        [sheetRemarks, remarks].flatMap {
            (OwnFiles.text(of: $0) ?? "").split(separator: "\n").map(String.init)
        }
    }

    static func unusedColumn(_ name: String) -> Wording {
        Wording(
            "cột “\(name)” không có trong mẫu nên không dùng đến",
            en: "the column “\(name)” is no field of the form, so it is not used")
    }

    /// The documents that are there, by their names inside `output`.
    var documents: [String] {
        var names: [String] = []
        func look(_ inner: String) {
            for name in OwnFiles.names(in: output + inner) where !name.hasPrefix(".") {
                let place = "\(inner)/\(name)"
                switch nameParts(name).ending {
                case "docx", "odt", "pdf": names.append(String(place.dropFirst()))
                case "jsonl": break
                default: look(place)
                }
            }
        }
        look("")
        return names
    }

    // MARK: The work

    fileprivate func run(on site: Site, _ observer: BatchObserver) {
        var told = RowRemarks()
        let places = rows.places
        func note(_ diagnostics: [Diagnostic]) {
            for diagnostic in diagnostics {
                let row = diagnostic.record.map { $0 <= places.count ? places[$0 - 1] : $0 }
                told.add(diagnostic.words(in: language), row: row, excerpt: diagnostic.excerpt)
            }
        }
        var observer = observer
        observer.diagnostics = note
        let template = ["docx", "odt"].map { "\(folder)/mau.\($0)" }.first(where: OwnFiles.exists) ?? ""
        var terms = Clerk.BatchTerms(templates: [template], data: data, names: names, output: output)
        if OwnFiles.exists("\(output)/manifest.jsonl") { terms.course = .resumed(.checkedInTheEnd) }
        // The other one is for those who look at pages meanwhile.
        terms.jobs = 1
        terms.judgedOn = site.today
        var end: String?
        do throws(Failure) {
            let total = try Clerk.batch(terms, in: language, environment: site.settings.environment, observer)
            if observer.goesOn() { end = "xong \(total.done + total.kept) \(total.failed)" }
        } catch {
            note(error.diagnostics)
            end = "hong"
        }
        // On a full disk it has ended all the same: the page says that it stopped.
        try? OwnFiles.write(told.lines(in: language).joined(separator: "\n"), to: remarks)
        if let end { try? OwnFiles.write(end, to: ending) }
    }

    /// Has a start of the server go on with it.
    fileprivate func markAsBegun() { OwnFiles.remove(ending) }

    /// Keeps a start of the server from going on with it.
    fileprivate func markAsStopped() {
        guard !OwnFiles.exists(ending) else { return }
        try? OwnFiles.write("dung", to: ending)
    }
}

extension Diagnostic {
    /// Without the folders of the server.
    fileprivate func words(in language: Language) -> String {
        [message.text(in: language), fix?.text(in: language)].compactMap { $0 }.joined(separator: "; ")
    }

    /// The paragraph it is about.
    fileprivate var excerpt: String {
        if case .paragraph(_, _, _, let excerpt, _) = location { excerpt } else { "" }
    }

    /// The line of the data it is about.
    fileprivate var record: Int? {
        // A fault of the template's filling has its record in a note.
        (notes.map(\.location) + [location]).lazy.compactMap { place -> Int? in
            if case .text(_, let line, _, _) = place { line } else { nil }
        }.first
    }
}

/// The batches at work, one at a time: each takes a thread, and the others wait for their turn.
final class BatchDesk: Sendable {
    private let state = Guarded(Desk())

    private struct Desk {
        /// By the names of the jobs.
        var jobs: [String: Job] = [:]
        var isBusy = false
    }

    private struct Job {
        var progress = BatchProgress()
        var isStopped = false
        /// The server ends: it is to go on when there is one again.
        var goesOnLater = false
    }

    /// Begins a job or goes on with it, unless it is at work.
    func start(_ job: BatchJob, on site: Site) {
        let isNew = state.change { desk in
            guard desk.jobs[job.id] == nil else { return false }
            desk.jobs[job.id] = Job()
            return true
        }
        guard isNew else { return }
        // From here on a new server would go on with it, whether its turn has come or not.
        job.markAsBegun()
        let hasStarted = Crew.startAlone { [self] in
            let hasTurn = state.wait { desk -> Bool? in
                if desk.jobs[job.id]?.isStopped == true { return false }
                guard !desk.isBusy else { return nil }
                desk.isBusy = true
                return true
            }
            if hasTurn {
                let observer = BatchObserver(
                    progress: { [self] progress in state.change { $0.jobs[job.id]?.progress = progress } },
                    goesOn: { [self] in state.change { $0.jobs[job.id]?.isStopped == false } })
                job.run(on: site, observer)
            }
            // Said before the desk forgets the job: another start of it must find what this one left.
            let end = state.change { $0.jobs[job.id] }
            if let end, end.isStopped, !end.goesOnLater { job.markAsStopped() }
            state.change { desk in
                if hasTurn { desk.isBusy = false }
                desk.jobs[job.id] = nil
            }
        }
        if !hasStarted { state.change { $0.jobs[job.id] = nil } }
    }

    /// Nil where the job is not at work.
    func progress(of job: BatchJob) -> BatchProgress? { state.change { $0.jobs[job.id]?.progress } }

    func stop(_ job: BatchJob) { state.change { $0.jobs[job.id]?.isStopped = true } }

    /// Ends all of them with the server.
    func stopAll() {
        state.change { desk in
            for id in desk.jobs.keys {
                desk.jobs[id]?.isStopped = true
                desk.jobs[id]?.goesOnLater = true
            }
        }
        var turns = 0
        while state.change({ !$0.jobs.isEmpty }), turns < 200 {
            usleep(10_000)
            turns += 1
        }
    }
}
