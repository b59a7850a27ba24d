public import VietnameseText

extension FormatProfile {
    /// Nghị định 30/2020/NĐ-CP, Phụ lục I.
    public static let decree30 = shipped(PackageResources.ND30_yaml, .decree30)

    /// Hướng dẫn 05-HD/VPTW, under Quy định 399-QĐ/TW: documents of the Party from 27 May 2026.
    public static let guidance05 = shipped(PackageResources.HD05_yaml, .guidance05)

    /// Hướng dẫn 36-HD/VPTW: documents of the Party before 27 May 2026.
    public static let guidance36 = shipped(PackageResources.HD36_yaml, .guidance36)

    /// Each is read when it is first asked for.
    private static func shipped(_ bytes: [UInt8], _ key: ProfileKey) -> FormatProfile {
        ShippedData.value(of: bytes, file: "\(key).yaml") { node, reading in
            ProfileSource(rules: .none).profile(from: node, &reading)
        }
    }

    /// All profiles, the ones in force first.
    public static var all: [FormatProfile] { [decree30, guidance05, guidance36] }

    /// The shipped profile of a key.
    public static func profile(_ key: ProfileKey) -> FormatProfile? {
        switch key {
        case .decree30: decree30
        case .guidance05: guidance05
        case .guidance36: guidance36
        default: nil
        }
    }

    /// The profile that a Party document of that day was bound by; of a document without a date, the one in force.
    public static func party(on day: CalendarDate?) -> FormatProfile {
        guard let day else { return guidance05 }
        return guidance36.validity.contains(day) ? guidance36 : guidance05
    }
}

extension ProfileKey {
    /// Those of the profiles that are compiled in.
    static let shipped: [ProfileKey] = [.decree30, .guidance05, .guidance36]
}
