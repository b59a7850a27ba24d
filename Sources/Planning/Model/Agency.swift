/// Cơ quan ban hành: who issues the documents.
public struct Agency: Hashable, Sendable {
    public internal(set) var name = ""
    /// With the province, as it stands in a sentence.
    public internal(set) var fullName = ""
    /// The last part of a document code: `SKHCN`.
    public internal(set) var abbreviation = ""
    /// Cơ quan chủ quản.
    public internal(set) var parentName = ""
    /// Địa danh.
    public internal(set) var placeName = ""
    public internal(set) var units: [Unit] = []
    public internal(set) var leaders: [Leader] = []
    /// Whether it is only an example.
    public internal(set) var isIllustrative = false

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
        /// Quyền hạn: the lines above the position, such as `KT. Giám đốc`.
        public internal(set) var authority: [String] = []
    }

    /// The unit with that code.
    public func unit(_ code: String) -> Unit? { units.first { $0.code == code } }
    /// The leader with that code.
    public func leader(_ code: String) -> Leader? { leaders.first { $0.code == code } }
}
