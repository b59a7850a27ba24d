internal import Diagnostics
internal import Synchronization

/// Who uses the pages, from signing in to signing out or long idleness.
struct Session: Hashable, Sendable {
    /// What is kept of the cookie's secret.
    let digest: String
    let person: String
    /// What every form of the session carries.
    let csrf: String
    var language: Language
    let started: Int
    var lastUsed: Int
}

/// All sessions: in memory for speed, in the database so that a restart ends none.
final class Sessions: Sendable {
    private let database: Database
    private let known: Mutex<[String: Session]>
    /// Seconds without a request, and seconds altogether, after which a session ends.
    static let idle = 12 * 3600
    static let longest = 7 * 24 * 3600

    init(_ database: Database) throws(Failure) {
        self.database = database
        var sessions: [String: Session] = [:]
        for row in try database.rows("SELECT ma, ten, csrf, ngon_ngu, tao_luc, dung_luc FROM phien") {
            sessions[row[0].text] = Session(
                digest: row[0].text, person: row[1].text, csrf: row[2].text,
                language: Language(rawValue: row[3].text) ?? .vietnamese, started: row[4].integer,
                lastUsed: row[5].integer)
        }
        known = Mutex(sessions)
    }

    /// A new session, and the secret for its cookie.
    func start(for person: String, in language: Language, at now: Int) throws(Failure) -> (
        secret: String, Session
    ) {
        let secret = Secrets.token()
        let session = Session(
            digest: Secrets.digest(secret), person: person, csrf: Secrets.token(), language: language,
            started: now, lastUsed: now)
        try database.rows(
            "INSERT INTO phien VALUES (?, ?, ?, ?, ?, ?)",
            [
                .text(session.digest), .text(person), .text(session.csrf), .text(language.rawValue),
                .integer(now), .integer(now),
            ])
        known.withLock { $0[session.digest] = session }
        return (secret, session)
    }

    /// The session of a cookie's secret; nil for none, or one that has ended.
    func session(of secret: String, at now: Int) throws(Failure) -> Session? {
        guard secret.utf8.count == 64 else { return nil }
        let digest = Secrets.digest(secret)
        guard let session = known.withLock({ $0[digest] }) else { return nil }
        guard now - session.lastUsed <= Self.idle, now - session.started <= Self.longest else {
            try end(session)
            return nil
        }
        // Written now and then: a request a second need not write to the disk.
        if now - session.lastUsed > 300 {
            known.withLock { $0[digest]?.lastUsed = now }
            try database.rows("UPDATE phien SET dung_luc = ? WHERE ma = ?", [.integer(now), .text(digest)])
        }
        return session
    }

    func end(_ session: Session) throws(Failure) {
        known.withLock { _ = $0.removeValue(forKey: session.digest) }
        try database.rows("DELETE FROM phien WHERE ma = ?", [.text(session.digest)])
    }

    /// Ends every session of a person, whose password or rights have changed.
    func endAll(of person: String) throws(Failure) {
        known.withLock { $0 = $0.filter { $0.value.person != person } }
        try database.rows("DELETE FROM phien WHERE ten = ?", [.text(person)])
    }

    func speak(_ language: Language, in session: Session) throws(Failure) {
        known.withLock { $0[session.digest]?.language = language }
        try database.rows(
            "UPDATE phien SET ngon_ngu = ? WHERE ma = ?", [.text(language.rawValue), .text(session.digest)])
    }
}
