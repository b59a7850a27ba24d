internal import CLibSQLite
package import Diagnostics
internal import Threads

/// The pages' own memory (SQLite): people, sessions, versions, what was done.
///
/// Workspaces stay plain files.
package final class Database: Sendable {
    private let connection: Guarded<Connection>

    /// Opens the file, or makes it; throws `pages.unusable-memory`.
    package init(at path: String) throws(Failure) {
        var handle: OpaquePointer?
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX
        guard unsafe sqlite3_open_v2(path, &handle, flags, nil) == SQLITE_OK, let handle = unsafe handle
        else {
            _ = unsafe sqlite3_close_v2(handle)
            throw Failure(.unusableMemory(path))
        }
        unsafe connection = Guarded(Connection(handle))
        let isReady = connection.change { connection in
            connection.execute("PRAGMA journal_mode = WAL")
                && connection.execute("PRAGMA busy_timeout = 5000")
                && connection.execute("PRAGMA foreign_keys = ON")
                && connection.execute("PRAGMA synchronous = FULL") && connection.execute(Self.tables)
        }
        guard isReady else { throw Failure(.unusableMemory(path)) }
    }

    /// Names are Vietnamese, as an administrator reads them.
    private static let tables = """
        CREATE TABLE IF NOT EXISTS nguoi_dung (
            ten TEXT PRIMARY KEY, ho_ten TEXT NOT NULL, mat_khau TEXT NOT NULL, tao_luc INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS quyen (
            ten TEXT NOT NULL REFERENCES nguoi_dung (ten) ON DELETE CASCADE, ho_so TEXT NOT NULL, muc TEXT NOT NULL,
            PRIMARY KEY (ten, ho_so));
        CREATE TABLE IF NOT EXISTS phien (
            ma TEXT PRIMARY KEY, ten TEXT NOT NULL, csrf TEXT NOT NULL, ngon_ngu TEXT NOT NULL,
            tao_luc INTEGER NOT NULL, dung_luc INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS phien_ban (
            so INTEGER PRIMARY KEY AUTOINCREMENT, ho_so TEXT NOT NULL, tep TEXT NOT NULL, luc INTEGER NOT NULL,
            ten TEXT NOT NULL, viec TEXT NOT NULL, noi_dung BLOB);
        CREATE INDEX IF NOT EXISTS phien_ban_tep ON phien_ban (ho_so, tep, so);
        CREATE TABLE IF NOT EXISTS nhat_ky (
            so INTEGER PRIMARY KEY AUTOINCREMENT, luc INTEGER NOT NULL, ten TEXT NOT NULL, dia_chi TEXT NOT NULL,
            viec TEXT NOT NULL, doi_tuong TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS thiet_lap (khoa TEXT PRIMARY KEY, gia_tri TEXT NOT NULL);
        """

    /// A value of a column.
    package enum Cell: Hashable, Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
        case null
        case integer(Int)
        case text(String)
        case blob([UInt8])

        package init(stringLiteral value: String) { self = .text(value) }
        package init(integerLiteral value: Int) { self = .integer(value) }

        package var text: String {
            switch self {
            case .text(let text): text
            case .integer(let number): String(number)
            case .null, .blob: ""
            }
        }

        package var integer: Int {
            guard case .integer(let number) = self else { return 0 }
            return number
        }

        package var bytes: [UInt8]? {
            guard case .blob(let bytes) = self else { return nil }
            return bytes
        }
    }

    /// The rows that a statement gives; throws `pages.unusable-memory` when it cannot be carried out.
    @discardableResult package func rows(_ statement: String, _ values: [Cell] = []) throws(Failure)
        -> [[Cell]]
    {
        guard let rows = connection.change({ $0.rows(statement, values) }) else {
            throw Failure(.unusableMemory("trang.sqlite"))
        }
        return rows
    }

    /// Several statements, all or none.
    package func together(_ statements: [(String, [Cell])]) throws(Failure) {
        let isDone = connection.change { connection -> Bool in
            guard connection.execute("BEGIN IMMEDIATE") else { return false }
            for (statement, values) in statements where connection.rows(statement, values) == nil {
                _ = connection.execute("ROLLBACK")
                return false
            }
            return connection.execute("COMMIT")
        }
        guard isDone else { throw Failure(.unusableMemory("trang.sqlite")) }
    }
}

/// The one connection; whoever has it is alone with it.
@safe private final class Connection {
    private let handle: OpaquePointer

    init(_ handle: OpaquePointer) { unsafe self.handle = handle }

    deinit { _ = unsafe sqlite3_close_v2(handle) }

    func execute(_ statements: String) -> Bool {
        unsafe sqlite3_exec(handle, statements, nil, nil, nil) == SQLITE_OK
    }

    /// Nil when it fails.
    func rows(_ text: String, _ values: [Database.Cell]) -> [[Database.Cell]]? {
        var statement: OpaquePointer?
        guard unsafe sqlite3_prepare_v2(handle, text, -1, &statement, nil) == SQLITE_OK,
            let statement = unsafe statement
        else { return nil }
        defer { _ = unsafe sqlite3_finalize(statement) }
        // The texts are copied before the call returns.
        let transient = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        for (index, value) in values.enumerated() {
            let place = Int32(index + 1)
            let status =
                switch value {
                case .null: unsafe sqlite3_bind_null(statement, place)
                case .integer(let number): unsafe sqlite3_bind_int64(statement, place, Int64(number))
                case .text(let text): unsafe sqlite3_bind_text(statement, place, text, -1, transient)
                case .blob(let bytes):
                    unsafe sqlite3_bind_blob(statement, place, bytes, Int32(bytes.count), transient)
                }
            guard status == SQLITE_OK else { return nil }
        }
        var rows: [[Database.Cell]] = []
        while true {
            switch unsafe sqlite3_step(statement) {
            case SQLITE_ROW:
                let count = unsafe sqlite3_column_count(statement)
                rows.append((0..<count).map { unsafe cell(of: statement, at: $0) })
            case SQLITE_DONE: return rows
            default: return nil
            }
        }
    }

    private func cell(of statement: OpaquePointer, at column: Int32) -> Database.Cell {
        switch unsafe sqlite3_column_type(statement, column) {
        case SQLITE_INTEGER: return .integer(Int(unsafe sqlite3_column_int64(statement, column)))
        case SQLITE_TEXT:
            guard let text = unsafe sqlite3_column_text(statement, column) else { return .null }
            return .text(unsafe String(cString: text))
        case SQLITE_BLOB:
            let count = Int(unsafe sqlite3_column_bytes(statement, column))
            guard count > 0, let start = unsafe sqlite3_column_blob(statement, column) else {
                return .blob([])
            }
            return .blob(unsafe Array(UnsafeRawBufferPointer(start: start, count: count)))
        default: return .null
        }
    }
}

extension Diagnostic {
    static func unusableMemory(_ path: String) -> Diagnostic {
        .environment(
            "pages.unusable-memory", at: .file(path),
            "không đọc hoặc ghi được tệp trang.sqlite (người dùng, phiên bản)",
            en: "the file trang.sqlite (people, versions) cannot be read or written",
            fix: "kiểm tra dung lượng đĩa và quyền ghi vào thư mục .vanthu của nơi chứa hồ sơ",
            en: "check the space on the disk and the permissions of the folder .vanthu beside the workspaces")
    }
}
