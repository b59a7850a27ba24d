internal import Diagnostics
internal import Planning
internal import Threads

/// Every state that a file of a workspace has had here: who made it, when, and by doing what.
struct Versions: Sendable {
    let site: Site

    struct Version: Sendable {
        let number: Int
        let workspace: String
        let file: String
        let time: Int
        let person: String
        let deed: String
    }

    /// Saving is one at a time: what is on the disk is compared, changed and written in one go.
    private static let turn = Guarded(true)

    /// Replaces a file's bytes by what `change` makes of them, and keeps both states.
    ///
    /// Nil from `change` leaves the file alone. A file that somebody has changed beside the pages gets a version of its own first.
    @discardableResult func save(
        _ file: WorkspaceDataFile, of folder: WorkspaceFolder, by person: String, deed: String,
        _ change: ([UInt8]) throws(Failure) -> [UInt8]?
    ) throws(Failure) -> Bool {
        Self.takeTurn()
        defer { Self.endTurn() }
        let old = try folder.bytes(of: file)
        guard let new = try change(old), new != old else { return false }
        try folder.refuse(new, named: file.path)
        try keep(old, file.path, folder)
        try OwnFiles.replace(folder.fullPath(file), with: new)
        try keep(new, file.path, folder, by: person, deed: deed)
        return true
    }

    /// Puts a file that was sent into the workspace, in the place of what stands there by that name; `others` go, and every state is kept.
    func put(
        _ bytes: [UInt8], at path: String, insteadOf others: [String] = [], of folder: WorkspaceFolder,
        by person: String, deed: String
    ) throws(Failure) {
        try folder.refuse(bytes, named: path)
        Self.takeTurn()
        defer { Self.endTurn() }
        for place in [path] + others {
            if let old = OwnFiles.bytes(of: "\(folder.path)/\(place)") { try keep(old, place, folder) }
        }
        var folders = path.split(separator: "/").dropLast()
        var made = folder.path
        while let name = folders.popFirst() {
            made += "/\(name)"
            if !OwnFiles.exists(made) { try OwnFiles.makeFolder(made) }
        }
        try OwnFiles.replace("\(folder.path)/\(path)", with: bytes)
        for place in others where place != path { OwnFiles.remove("\(folder.path)/\(place)") }
        try keep(bytes, path, folder, by: person, deed: deed)
    }

    /// Takes a file away; what it said is its last version, from which it can be had again.
    func remove(_ file: WorkspaceDataFile, of folder: WorkspaceFolder, by person: String) throws(Failure) {
        Self.takeTurn()
        defer { Self.endTurn() }
        let old = try folder.bytes(of: file)
        try keep(old, file.path, folder)
        try keep(old, file.path, folder, by: person, deed: "xoa-tep")
        OwnFiles.remove(folder.fullPath(file))
    }

    private static func takeTurn() {
        _ = turn.wait { isFree -> Bool? in
            guard isFree else { return nil }
            isFree = false
            return true
        }
    }

    private static func endTurn() { turn.change { $0 = true } }

    /// Keeps a state that was found, unless it is the last one kept.
    private func keep(_ bytes: [UInt8], _ path: String, _ folder: WorkspaceFolder) throws(Failure) {
        let last = try site.database.rows(
            "SELECT noi_dung FROM phien_ban WHERE ho_so = ? AND tep = ? ORDER BY so DESC LIMIT 1",
            [.text(folder.name), .text(path)])
        guard last.first?[0].bytes != bytes else { return }
        try keep(bytes, path, folder, by: "", deed: last.isEmpty ? "ban-dau" : "sua-ngoai-trang")
    }

    private func keep(
        _ bytes: [UInt8], _ path: String, _ folder: WorkspaceFolder, by person: String, deed: String
    ) throws(Failure) {
        try site.database.rows(
            "INSERT INTO phien_ban (ho_so, tep, luc, ten, viec, noi_dung) VALUES (?, ?, ?, ?, ?, ?)",
            [.text(folder.name), .text(path), .integer(site.now), .text(person), .text(deed), .blob(bytes)])
    }

    /// Newest first; of one file where it is named.
    func list(of folder: WorkspaceFolder, file: String? = nil) throws(Failure) -> [Version] {
        let rows = try site.database.rows(
            "SELECT so, ho_so, tep, luc, ten, viec FROM phien_ban WHERE ho_so = ? AND (? = '' OR tep = ?) ORDER BY so DESC LIMIT 300",
            [.text(folder.name), .text(file ?? ""), .text(file ?? "")])
        return rows.map {
            Version(
                number: $0[0].integer, workspace: $0[1].text, file: $0[2].text, time: $0[3].integer,
                person: $0[4].text, deed: $0[5].text)
        }
    }

    /// A version of the workspace with its bytes, and those of the one before it of the same file.
    func version(_ number: Int, of folder: WorkspaceFolder) throws(Failure) -> (
        version: Version, bytes: [UInt8], before: [UInt8]?
    )? {
        let rows = try site.database.rows(
            "SELECT so, ho_so, tep, luc, ten, viec, noi_dung FROM phien_ban WHERE so = ? AND ho_so = ?",
            [.integer(number), .text(folder.name)])
        guard let row = rows.first, let bytes = row[6].bytes else { return nil }
        let before = try site.database.rows(
            "SELECT noi_dung FROM phien_ban WHERE ho_so = ? AND tep = ? AND so < ? ORDER BY so DESC LIMIT 1",
            [.text(folder.name), row[2], .integer(number)])
        let version = Version(
            number: number, workspace: row[1].text, file: row[2].text, time: row[3].integer,
            person: row[4].text, deed: row[5].text)
        return (version, bytes, before.first?[0].bytes)
    }

    /// Takes away versions older than that many days, but the last of each file.
    func clear(olderThanDays days: Int) throws(Failure) {
        try site.database.rows(
            "DELETE FROM phien_ban WHERE luc < ? AND so NOT IN (SELECT MAX(so) FROM phien_ban GROUP BY ho_so, tep)",
            [.integer(site.now - days * 86_400)])
    }
}
