/// Cơ quan ban hành: who issues the documents.
package struct Agency: Hashable, Sendable {
    package internal(set) var name = ""
    /// With the province, as it stands in a sentence.
    package internal(set) var fullName = ""
    /// The last part of a document code: `SKHCN`.
    package internal(set) var abbreviation = ""
    /// Cơ quan chủ quản.
    package internal(set) var parentName = ""
    /// Địa danh.
    package internal(set) var placeName = ""
    package internal(set) var units: [Unit] = []
    package internal(set) var leaders: [Leader] = []
    /// Whether it is only an example.
    package internal(set) var isIllustrative = false

    /// Phòng, đơn vị trực thuộc.
    package struct Unit: Hashable, Sendable {
        package internal(set) var code = ""
        package internal(set) var name = ""
        package internal(set) var abbreviation: String?
    }

    /// Lãnh đạo: somebody who signs.
    package struct Leader: Hashable, Sendable {
        package internal(set) var code = ""
        package internal(set) var fullName = ""
        /// Chức vụ.
        package internal(set) var position = ""
        /// Quyền hạn: the lines above the position, such as `KT. Giám đốc`.
        package internal(set) var authority: [String] = []
    }

    /// The unit with that code.
    package func unit(_ code: String) -> Unit? { units.first { $0.code == code } }
    /// The leader with that code.
    package func leader(_ code: String) -> Leader? { leaders.first { $0.code == code } }
}
