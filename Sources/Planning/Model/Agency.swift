/// Cơ quan ban hành: who issues the documents.
public struct Agency: Hashable, Sendable {
    public let name: String
    /// With the province, as it stands in a sentence.
    public let fullName: String
    /// The last part of a document code: `SKHCN`.
    public let abbreviation: String
    /// Cơ quan chủ quản.
    public let parentName: String
    /// Địa danh.
    public let placeName: String
    public let units: [Unit]
    public let leaders: [Leader]

    /// Phòng, đơn vị trực thuộc.
    public struct Unit: Hashable, Sendable {
        public let code: String
        public let name: String
        public let abbreviation: String?
    }

    /// Lãnh đạo: somebody who signs.
    public struct Leader: Hashable, Sendable {
        public let code: String
        public let fullName: String
        /// Chức vụ.
        public let position: String
        /// Quyền hạn: the lines above the position, such as `KT. Giám đốc`.
        public let authority: [String]
    }

    /// The unit with that code.
    public func unit(_ code: String) -> Unit? { units.first { $0.code == code } }
    /// The leader with that code.
    public func leader(_ code: String) -> Leader? { leaders.first { $0.code == code } }
}
