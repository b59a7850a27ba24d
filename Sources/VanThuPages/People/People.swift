package import Diagnostics
internal import Synchronization

/// What a person may do in a workspace, each with all before it.
package enum Right: String, Sendable, CaseIterable, Comparable {
    /// Looks at it.
    case view = "xem"
    /// Changes it and makes its documents; where that holds for every workspace, begins new ones.
    case edit = "soan"
    /// Gives rights, sees the state of the machine.
    case manage = "quan-tri"

    package static func < (a: Right, b: Right) -> Bool { a.weight < b.weight }

    private var weight: Int {
        switch self {
        case .view: 0
        case .edit: 1
        case .manage: 2
        }
    }

    package var name: Wording {
        switch self {
        case .view: Wording("xem", en: "view")
        case .edit: Wording("soạn", en: "edit")
        case .manage: Wording("quản trị", en: "manage")
        }
    }
}

/// The people of an office, with their passwords and rights.
package struct People: Sendable {
    private let database: Database
    /// The right in every workspace, also in those to come.
    package static let everywhere = "*"

    package init(_ database: Database) { self.database = database }

    package struct Person: Hashable, Sendable {
        package let name: String
        package let fullName: String
        /// By workspace.
        package let rights: [String: Right]

        package func right(in workspace: String) -> Right? {
            [rights[workspace], rights[People.everywhere]].compactMap { $0 }.max()
        }

        /// Whether a workspace may be begun: by whoever changes all of them, those to come too.
        var mayBegin: Bool { rights[People.everywhere].map { $0 >= .edit } ?? false }
    }

    /// The one person on a machine of their own, signed in by the link.
    static let owner = Person(name: "chu-may", fullName: "", rights: [everywhere: .manage])

    package func person(named name: String) throws(Failure) -> Person? {
        guard let row = try database.rows("SELECT ho_ten FROM nguoi_dung WHERE ten = ?", [.text(name)]).first
        else { return nil }
        var rights: [String: Right] = [:]
        for row in try database.rows("SELECT ho_so, muc FROM quyen WHERE ten = ?", [.text(name)]) {
            rights[row[0].text] = Right(rawValue: row[1].text)
        }
        return Person(name: name, fullName: row[0].text, rights: rights)
    }

    package func all() throws(Failure) -> [Person] {
        var people: [Person] = []
        for row in try database.rows("SELECT ten FROM nguoi_dung ORDER BY ten") {
            if let person = try person(named: row[0].text) { people.append(person) }
        }
        return people
    }

    /// Adds a person, or gives a known one another name and password; nil as password keeps the old one.
    package func set(_ name: String, fullName: String, password: String, at now: Int) throws(Failure) {
        guard Self.isName(name) else { throw Failure(.badPersonName(name)) }
        guard password.count >= Self.shortestPassword, password.utf8.count <= 1024 else {
            throw Failure(.shortPassword())
        }
        guard let hash = Secrets.hash(ofPassword: password) else {
            throw Failure(.unusableMemory("libsodium"))
        }
        try database.together([
            (
                "INSERT INTO nguoi_dung VALUES (?, ?, ?, ?) ON CONFLICT (ten) DO UPDATE SET ho_ten = excluded.ho_ten, mat_khau = excluded.mat_khau",
                [.text(name), .text(fullName), .text(hash), .integer(now)]
            ), ("DELETE FROM phien WHERE ten = ?", [.text(name)]),
        ])
    }

    /// Gives a right in a workspace, or everywhere; nil takes it away.
    package func give(_ right: Right?, in workspace: String, to name: String) throws(Failure) {
        guard try person(named: name) != nil else { throw Failure(.noSuchPerson(name)) }
        if let right {
            try database.rows(
                "INSERT INTO quyen VALUES (?, ?, ?) ON CONFLICT (ten, ho_so) DO UPDATE SET muc = excluded.muc",
                [.text(name), .text(workspace), .text(right.rawValue)])
        } else {
            try database.rows(
                "DELETE FROM quyen WHERE ten = ? AND ho_so = ?", [.text(name), .text(workspace)])
        }
    }

    package func remove(_ name: String) throws(Failure) {
        guard try person(named: name) != nil else { throw Failure(.noSuchPerson(name)) }
        try database.together([
            ("DELETE FROM nguoi_dung WHERE ten = ?", [.text(name)]),
            ("DELETE FROM phien WHERE ten = ?", [.text(name)]),
        ])
    }

    package static let shortestPassword = 10

    /// Whether the password is that person's.
    func admits(_ name: String, password: String) throws(Failure) -> Bool {
        let row = try database.rows("SELECT mat_khau FROM nguoi_dung WHERE ten = ?", [.text(name)]).first
        return Secrets.isPassword(String(password.prefix(1024)), of: row?[0].text)
    }

    private static func isName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 40 && name != owner.name
            && name.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D
                    || $0 == 0x5F
            }
    }
}

/// How long who fails to sign in has to wait, longer each time: by name, and by address.
final class Attempts: Sendable {
    private let failures = Mutex<[String: (count: Int, last: Int)]>([:])

    /// Seconds to wait before another attempt is looked at.
    func wait(for keys: [String], at now: Int) -> Int {
        failures.withLock { failures in
            keys.map { key in
                guard let failure = failures[key], failure.count >= 3 else { return 0 }
                let delay = min(900, 1 << min(10, failure.count - 2))
                return max(0, failure.last + delay - now)
            }.max() ?? 0
        }
    }

    func failed(_ keys: [String], at now: Int) {
        failures.withLock { failures in
            if failures.count > 10_000 { failures = failures.filter { now - $0.value.last < 900 } }
            for key in keys { failures[key] = ((failures[key]?.count ?? 0) + 1, now) }
        }
    }

    func succeeded(_ keys: [String]) { failures.withLock { for key in keys { $0[key] = nil } } }
}

extension Diagnostic {
    fileprivate static func badPersonName(_ name: String) -> Diagnostic {
        .error(
            "pages.bad-person-name", at: .argument(name),
            "tên đăng nhập chỉ gồm chữ thường không dấu, số, dấu chấm, gạch nối, gạch dưới, dài tối đa 40 ký tự",
            en:
                "a sign-in name has lower-case Latin letters, digits, dots, hyphens and underscores, 40 at most",
            fix: "ví dụ: nguyen.van.an", en: "for instance: nguyen.van.an")
    }

    fileprivate static func shortPassword() -> Diagnostic {
        .error(
            "pages.short-password", at: .argument("mật khẩu"),
            "mật khẩu phải có ít nhất \(People.shortestPassword) ký tự",
            en: "a password has at least \(People.shortestPassword) characters",
            fix: "dùng một câu ngắn dễ nhớ", en: "use a short sentence that is easy to keep in mind")
    }

    fileprivate static func noSuchPerson(_ name: String) -> Diagnostic {
        .error(
            "pages.no-such-person", at: .argument(name), "không có người dùng này",
            en: "there is no such person", fix: "xem danh sách bằng: vanthu users THƯ-MỤC",
            en: "see the list with: vanthu users FOLDER")
    }
}
