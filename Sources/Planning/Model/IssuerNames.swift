internal import DataFiles
internal import Values
internal import VietnameseText

/// Which rules a body writes by, as far as its name alone tells that beyond doubt.
struct IssuerNames: Sendable {
    /// What names of the Party's bodies begin with.
    var party: [String] = []
    /// What names of bodies begin with whose documents follow rules of their own.
    var own: [String] = []

    static let form = DataForm.record(
        "he_van_ban", "Chữ đầu trong tên cơ quan, theo hệ văn bản.", blank: IssuerNames(),
        [
            .required("dang", \.party, .list(of: .text), "Cơ quan, tổ chức Đảng."),
            .required("rieng", \.own, .list(of: .text), "Tổ chức có quy định riêng."),
        ])

    static let shipped: IssuerNames = {
        var reading = DataReading(file: "he-van-ban.yaml")
        guard let node = try? SourceNode(yaml: PackageResources.he_van_ban_yaml, file: reading.file),
            let names = reading.read(node, as: form), reading.faults.isEmpty
        else { preconditionFailure("the names of issuers cannot be read") }
        return names
    }()

    /// Whether the body, or the one above it, is the Party's.
    func isOfParty(_ agency: Agency) -> Bool { isOfParty(agency.name, below: agency.parentName) }

    func isOfParty(_ name: String, below superior: String?) -> Bool {
        [name, superior ?? ""].contains { Self.begins($0, with: party) }
    }

    /// Whether the body has rules of its own.
    func hasOwnRules(_ agency: Agency) -> Bool {
        [agency.name, agency.parentName ?? ""].contains { Self.begins($0, with: own) }
    }

    private static func begins(_ name: String, with beginnings: [String]) -> Bool {
        let folded = Normalization.folded(LetterCase.lower(name))
        return beginnings.contains { beginning in
            let start = Normalization.folded(LetterCase.lower(beginning))
            return folded.hasPrefix(start) && !(folded.dropFirst(start.count).first?.isLetter ?? false)
        }
    }
}
