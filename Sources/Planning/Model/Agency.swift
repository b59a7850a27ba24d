/// Cơ quan ban hành: who issues the documents.
package struct Agency: Hashable, Sendable {
    package internal(set) var name = ""
    /// With the province, as it stands in a sentence.
    package internal(set) var fullName = ""
    /// The last part of a document code: `SKHCN`.
    package internal(set) var abbreviation = ""
    /// Cơ quan chủ quản; nil for one that has none, as a province's committee.
    package internal(set) var parentName: String?
    /// As its file says it.
    var writtenSystem: System?
    /// As its file says it, else as its name tells beyond doubt.
    package var system: System { writtenSystem ?? (IssuerNames.shipped.isOfParty(self) ? .party : .state) }
    /// Địa danh.
    package internal(set) var placeName = ""
    package internal(set) var units: [Unit] = []
    package internal(set) var leaders: [Leader] = []
    /// Whether it is only an example.
    package internal(set) var isIllustrative = false
    /// How secret all is that its folder holds.
    var secrecy: SecrecyMark?

    /// Whose rules its documents follow.
    package enum System: Hashable, Sendable {
        /// Nghị định 30/2020/NĐ-CP.
        case state
        /// Hướng dẫn 05-HD/VPTW.
        case party
    }

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
        /// Quyền hạn: the lines above the position, such as `KT. Giám đốc`, where they are written out.
        package internal(set) var authority: [String] = []
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
        ///
        /// With an agency's name the first line says it too, unless it names a body already.
        func signatureLines(_ system: System, of agency: String? = nil) -> [String] {
            let marks: [String] =
                switch system {
                case .state: ["TM.", "KT.", "TL.", "TUQ."]
                case .party: ["T/M", "K/T", "T/L", "T/UQ"]
                }
            let computed = zip(marks, [onBehalf, deputising, byOrder, byAuthority]).compactMap { mark, body in
                body.map { "\(mark) \($0)" }
            }
            var lines =
                ((authority.isEmpty ? computed : authority) + [isActing ? "Q. \(position)" : position]).map {
                    $0.uppercased()
                }
            if let name = agency?.uppercased(), !lines[0].contains(name), !lines[0].hasPrefix(marks[0]) {
                lines[0] += " \(name)"
            }
            return lines
        }
    }

    /// The unit with that code.
    package func unit(_ code: String) -> Unit? { units.first { $0.code == code } }
    /// The leader with that code.
    package func leader(_ code: String) -> Leader? { leaders.first { $0.code == code } }

    /// The names of these units, as a cell has them.
    func names(of units: [String]) -> String { units.compactMap { unit($0)?.name }.joined(separator: "; ") }
}
