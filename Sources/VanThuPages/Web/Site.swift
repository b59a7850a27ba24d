package import Diagnostics
internal import FoundationEssentials
internal import Printing
internal import Synchronization
internal import VietnameseText

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The pages of one folder of workspaces: what is asked comes in as a request, and goes out as an answer.
package final class Site: Sendable {
    package struct Settings: Sendable {
        /// The folder that workspaces lie in.
        package var root: String
        /// People sign in with passwords; else one person with a link.
        package var hasPasswords = false
        /// Browsers reach it by HTTPS.
        package var isEncrypted = false
        /// A proxy stands before it and tells whom a request comes from.
        package var isBehindProxy = false
        /// The addresses it may be called by; empty for any, where a proxy has seen to that.
        package var hosts: Set<String> = []
        package var environment: [String: String]
        /// `vanthu-office`, which keeps LibreOffice warm.
        package var officeProgram: String
        /// Where lines of the log go; nil for nowhere.
        package var log: (@Sendable (String) -> Void)?
        /// Seconds since 1970.
        package var clock: @Sendable () -> Int = { Int(Date().timeIntervalSince1970) }

        package init(root: String, environment: [String: String], officeProgram: String) {
            self.root = root
            self.environment = environment
            self.officeProgram = officeProgram
        }
    }

    package let settings: Settings
    package let database: Database
    let people: People
    let sessions: Sessions
    let attempts = Attempts()
    /// Nil where LibreOffice or what keeps it warm is missing.
    let office: OfficeWorkers?
    /// Batches at work.
    let batches = BatchDesk()
    /// Where uploads lie for a moment.
    let spool: String
    private let key = Mutex<String?>(nil)
    /// The day on which what has been kept long enough was last taken away.
    private let clearedDay = Mutex(0)
    private let counters = Mutex<(requests: Int, faults: Int)>((0, 0))

    /// Opens or makes the pages' own folder `.vanthu` beside the workspaces.
    ///
    /// Throws `pages.unusable-folder`, `pages.unusable-memory`.
    package init(_ settings: Settings) throws(Failure) {
        self.settings = settings
        let own = Self.ownFolder(in: settings.root)
        spool = "\(own)/tam"
        // What a process that was cut off has left.
        try? FileManager.default.removeItem(atPath: spool)
        for folder in [own, spool, "\(own)/kiem-tra", "\(own)/mau", "\(own)/viec"] {
            try makePrivateFolder(folder)
        }
        let database = try Database(at: "\(own)/trang.sqlite")
        self.database = database
        people = People(database)
        sessions = try Sessions(database)
        let station = OfficeStation(
            program: settings.officeProgram, folder: spool, environment: settings.environment)
        office = station.map { OfficeWorkers($0) }
        try Keeping(self).clear()
        clearedDay.withLock { $0 = now / 86_400 }
        for job in BatchJob.unfinished(on: self) { batches.start(job, on: self) }
    }

    package static func ownFolder(in root: String) -> String { "\(root)/.vanthu" }

    var ownFolder: String { Self.ownFolder(in: settings.root) }

    /// A key for one sign-in by link; the one before is good no more.
    package func oneTimeKey() -> String {
        let key = Secrets.token()
        self.key.withLock { $0 = key }
        return key
    }

    /// Whether that is the key, which then has been used.
    func uses(_ key: String) -> Bool {
        self.key.withLock { known in
            guard let right = known, Secrets.areSame(right, key) else { return false }
            known = nil
            return true
        }
    }

    var now: Int { settings.clock() }

    /// The day it is in Việt Nam, whose clocks are seven hours ahead the year round.
    var today: CalendarDate? {
        CalendarDate(year: 1970, month: 1, day: 1)?.adding(days: (now + 7 * 3600) / 86_400)
    }

    /// Ends what runs beside it.
    package func end() {
        batches.stopAll()
        office?.end()
    }

    // MARK: Requests

    private static let routes: [Route] =
        HomePages.routes + SignInPages.routes + CheckPages.routes + FillPages.routes + WorkspacePages.routes
        + ImportPages.routes + BatchPages.routes + EditPages.routes + VersionPages.routes
        + DocumentPages.routes + SheetPages.routes + AdministrationPages.routes

    private func route(of request: Request) -> (route: Route, pieces: [String])? {
        for route in Self.routes { if let pieces = route.match(request) { return (route, pieces) } }
        return nil
    }

    /// Whether making the answer may take long.
    func isSlow(_ request: Request) -> Bool { route(of: request)?.route.pace == .slow }

    /// Whether files that come with it are kept until it is answered: for those who have signed in.
    func takesFiles(_ request: Request) -> Bool {
        guard let secret = request.cookie(Visit.cookieName) else { return false }
        return ((try? sessions.session(of: secret, at: now)) ?? nil) != nil
    }

    /// The answer to a request; faults of every kind are pages too.
    package func answer(_ request: Request) -> Answer {
        var request = request
        request.peer = address(of: request)
        counters.withLock { $0.requests += 1 }
        let visit: Visit
        do throws(Failure) { visit = try Visit(self, request) } catch {
            return Visit(stranger: self, request).faultPage(error)
        }
        guard isCalledRightly(request) else { return visit.refusalPage(.otherHost) }
        guard let (route, pieces) = route(of: request) else { return visit.refusalPage(.noSuchPage) }
        if let refusal = visit.refusal(of: route) { return refusal }
        if route.pace == .slow { clearOncePerDay() }
        do throws(Failure) {
            // Pages of a workspace are all below its own.
            if route.pattern.first == "ho-so", let name = pieces.first {
                try visit.workspace(name, .view)?.refuseSecrets()
            }
            return try route.answer(visit, pieces)
        } catch {
            counters.withLock { $0.faults += 1 }
            return visit.faultPage(error)
        }
    }

    /// A server that runs for months keeps no more than one that is started each day.
    private func clearOncePerDay() {
        let day = now / 86_400
        let isNew = clearedDay.withLock { cleared in
            defer { cleared = day }
            return cleared != day
        }
        // What cannot be taken away today can be tomorrow.
        if isNew { try? Keeping(self).clear() }
    }

    /// Whom a request comes from; behind a proxy whom it says, blank where it says nobody.
    private func address(of request: Request) -> String {
        guard settings.isBehindProxy else { return request.peer }
        let told = request.headers["x-forwarded-for"]?.split(separator: ",").last ?? ""
        let address = told.filter { !$0.isWhitespace }
        let isAddress =
            address.utf8.count <= 45 && address.allSatisfy { $0.isHexDigit || $0 == "." || $0 == ":" }
        return isAddress ? String(address) : ""
    }

    /// A name that others have made lead here is none of ours.
    private func isCalledRightly(_ request: Request) -> Bool {
        settings.hosts.isEmpty || settings.hosts.contains(request.headers["host"] ?? "")
    }

    /// What was asked and how it went, without what was in it.
    func log(_ request: Request, _ status: Int, took time: Duration) {
        guard let log = settings.log else { return }
        let (seconds, fraction) = time.components
        let milliseconds = Int(seconds) * 1000 + Int(fraction / 1_000_000_000_000_000)
        let path = request.link.filter { $0 != "\"" && $0 != "\\" }
        log(
            "{\"luc\":\(now),\"dia_chi\":\"\(address(of: request))\",\"cach\":\"\(request.method.rawValue)\",\"trang\":\"\(path)\",\"ma\":\(status),\"ms\":\(milliseconds)}\n"
        )
    }

    /// What was done by whom, to be looked up later.
    func note(_ deed: String, _ object: String, by visit: Visit) throws(Failure) {
        try database.rows(
            "INSERT INTO nhat_ky (luc, ten, dia_chi, viec, doi_tuong) VALUES (?, ?, ?, ?, ?)",
            [
                .integer(now), .text(visit.person?.name ?? ""), .text(visit.request.peer), .text(deed),
                .text(object),
            ])
    }

    var counts: (requests: Int, faults: Int) { counters.withLock { $0 } }
}

/// One kind of page: by what it is asked for, who may, and how it is answered.
struct Route: Sendable {
    let method: Request.Method
    /// Pieces of the path; `*` stands for any one.
    let pattern: [String]
    let access: Access
    let pace: Pace
    let answer: @Sendable (Visit, [String]) throws(Failure) -> Answer

    enum Access: Sendable {
        case anyone
        case signedIn
        /// Who manages every workspace.
        case manager
    }

    enum Pace: Sendable { case quick, slow }

    static func get(
        _ pattern: String, _ access: Access = .signedIn, _ pace: Pace = .quick,
        _ answer: @escaping @Sendable (Visit, [String]) throws(Failure) -> Answer
    ) -> Route { Route(.get, pattern, access, pace, answer) }

    static func post(
        _ pattern: String, _ access: Access = .signedIn,
        _ answer: @escaping @Sendable (Visit, [String]) throws(Failure) -> Answer
    ) -> Route { Route(.post, pattern, access, .slow, answer) }

    private init(
        _ method: Request.Method, _ pattern: String, _ access: Access, _ pace: Pace,
        _ answer: @escaping @Sendable (Visit, [String]) throws(Failure) -> Answer
    ) {
        self.method = method
        self.pattern = pattern.split(separator: "/").map(String.init)
        self.access = access
        self.pace = pace
        self.answer = answer
    }

    /// What stands for the stars; nil where the request is for another page.
    func match(_ request: Request) -> [String]? {
        guard request.path.count == pattern.count, (request.method == .post) == (method == .post) else {
            return nil
        }
        var pieces: [String] = []
        for (word, piece) in zip(pattern, request.path) {
            if word == "*" { pieces.append(piece) } else if word != piece { return nil }
        }
        return pieces
    }
}

/// Makes a folder that only this user can look into, unless it is there.
func makePrivateFolder(_ path: String) throws(Failure) {
    guard unsafe mkdir(path, 0o700) != 0, errno != EEXIST else { return }
    throw Failure(.unusableFolder(path))
}

extension Diagnostic {
    static func unusableFolder(_ path: String) -> Diagnostic {
        .environment(
            "pages.unusable-folder", at: .file(path), "không tạo hoặc ghi được thư mục này",
            en: "this folder cannot be made or written to", fix: "kiểm tra quyền ghi và dung lượng đĩa",
            en: "check its permissions and the space on the disk")
    }
}
