/// Cơ quan ban hành: who issues the documents.
public struct Agency: Hashable, Sendable {
    public internal(set) var name = ""
    /// With the province, as it stands in a sentence.
    public internal(set) var fullName = ""
    /// The last part of a document code: `SKHCN`.
    public internal(set) var abbreviation = ""
    /// Cơ quan chủ quản; nil for one that has none, as a province's committee.
    public internal(set) var parentName: String?
    public internal(set) var system = System.state
    /// Địa danh.
    public internal(set) var placeName = ""
    public internal(set) var units: [Unit] = []
    public internal(set) var leaders: [Leader] = []
    /// Whether it is only an example.
    public internal(set) var isIllustrative = false

    /// Whose rules its documents follow.
    public enum System: Hashable, Sendable {
        /// Nghị định 30/2020/NĐ-CP.
        case state
        /// Hướng dẫn 05-HD/VPTW.
        case party
    }

    /// Phòng, đơn vị trực thuộc.
    public struct Unit: Hashable, Sendable {
        public internal(set) var code = ""
        public internal(set) var name = ""
        public internal(set) var abbreviation: String?
    }

    /// Lãnh đạo: somebody who signs.
    public struct Leader: Hashable, Sendable {
        public internal(set) var code = ""
        public internal(set) var fullName = ""
        /// Chức vụ.
        public internal(set) var position = ""
        /// Quyền hạn: the lines above the position, such as `KT. Giám đốc`, where they are written out.
        public internal(set) var authority: [String] = []
        /// Thay mặt: the body that decides together.
        var onBehalf: String?
        /// Ký thay: the head in whose place a deputy signs.
        var deputising: String?
        /// Thừa lệnh.
        var byOrder: String?
        /// Thừa ủy quyền.
        var byAuthority: String?
        /// Quyền: holds the position for the time being.
        var isActing = false

        /// The lines above the name: `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`.
        func signatureLines(_ system: System) -> [String] {
            let marks: [String] =
                switch system {
                case .state: ["TM.", "KT.", "TL.", "TUQ."]
                case .party: ["T/M", "K/T", "T/L", "T/UQ"]
                }
            let computed = zip(marks, [onBehalf, deputising, byOrder, byAuthority]).compactMap { mark, body in
                body.map { "\(mark) \($0)" }
            }
            return ((authority.isEmpty ? computed : authority) + [isActing ? "Q. \(position)" : position]).map
            { $0.uppercased() }
        }
    }

    /// The unit with that code.
    public func unit(_ code: String) -> Unit? { units.first { $0.code == code } }
    /// The leader with that code.
    public func leader(_ code: String) -> Leader? { leaders.first { $0.code == code } }

    /// The names of these units, as a cell has them.
    func names(of units: [String]) -> String { units.compactMap { unit($0)?.name }.joined(separator: "; ") }
}
